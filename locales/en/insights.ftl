# What goes together, of staff and of customers. Nothing here may say why: a test keeps the words for that out.

insights-number = { NUMBER($n, minimumFractionDigits: 2, maximumFractionDigits: 2) }
insights-points = { NUMBER($n, minimumFractionDigits: 1, maximumFractionDigits: 1) }
insights-chance-thousand = fewer than 1 in 1,000
insights-chance-hundred = fewer than 1 in 100
insights-chance = about { $n } in 100

# Between teams, departments or sites
insights-between-too-few = Comparing { $level ->
    [site] sites
    [department] departments
   *[team] teams
} needs at least { $least } of them with enough answers; today { $n ->
    [one] { $n } has enough
   *[other] { $n } have enough
}.
insights-between-same = All { $level ->
    [site] sites
    [department] departments
   *[team] teams
} have about the same numbers, so there is nothing to compare.
insights-between-flat = No clear difference: { $level ->
    [site] sites
    [department] departments
   *[team] teams
} with higher engagement got about the same customer feedback as the others (correlation { $r }, likely between { $low } and { $high }; { $n } { $level ->
    [site] sites
    [department] departments
   *[team] teams
}).
insights-between-open = { $level ->
    [site] Sites
    [department] Departments
   *[team] Teams
} with higher engagement got { $than ->
    [worse] worse
   *[better] better
} customer feedback (correlation { $r }, likely between { $low } and { $high }), but with { $n } { $level ->
    [site] sites
    [department] departments
   *[team] teams
} this could still be chance.
insights-between-clear = { $level ->
    [site] Sites
    [department] Departments
   *[team] Teams
} with higher engagement got { $than ->
    [worse] worse
   *[better] better
} customer feedback (correlation { $r }, likely between { $low } and { $high }; { $n } { $level ->
    [site] sites
    [department] departments
   *[team] teams
}). If there were no link, a pattern this strong would turn up in { $chance } cases.
insights-between-power = With { $n } { $level ->
    [site] sites
    [department] departments
   *[team] teams
} only a link of about { $r } or stronger would be found reliably. Published studies usually find links of about 0.2 to 0.3, so “not clear” does not mean “no link”.

# Over time
insights-within-too-few = To see whether both move together over time, at least { $least } { $level ->
    [site] sites
    [department] departments
   *[team] teams
} and { $least-periods } periods are needed; today there { $n ->
    [one] is
   *[other] are
} { $n } { $level ->
    [site] { $n ->
        [one] site
       *[other] sites
    }
    [department] { $n ->
        [one] department
       *[other] departments
    }
   *[team] { $n ->
        [one] team
       *[other] teams
    }
} and { $periods ->
    [one] { $periods } period
   *[other] { $periods } periods
}.
insights-within-gaps = To see whether both move together over time, at least { $least } { $level ->
    [site] sites
    [department] departments
   *[team] teams
} need enough answers and feedback in most periods; today too few of them do.
insights-within-not-clear = Over time, no clear common movement was found inside the { $level ->
    [site] sites
    [department] departments
   *[team] teams
}.
insights-within-together = In periods when a { $level ->
    [site] site
    [department] department
   *[team] team
}’s engagement was above its own usual level, its customer feedback tended to be above its usual level: 10 points of engagement went with { $points } points of customer score (likely between { $low } and { $high }).
insights-within-opposite = In periods when a { $level ->
    [site] site
    [department] department
   *[team] team
}’s engagement was above its own usual level, its customer feedback tended to be below its usual level: 10 points of engagement went with { $points } points less of customer score (likely between { $low } and { $high } less).
insights-within-opposite-open = In periods when a { $level ->
    [site] site
    [department] department
   *[team] team
}’s engagement was above its own usual level, its customer feedback tended to be below its usual level: 10 points of engagement went with { $points } points less of customer score (likely between { $high } less and { $low } more).
insights-within-later-engagement = In periods when a { $level ->
    [site] site
    [department] department
   *[team] team
}’s engagement was above its own usual level, its customer feedback tended to be { $where ->
    [below] below
   *[above] above
} its usual level { $n ->
    [one] { $n } period
   *[other] { $n } periods
} later.
insights-within-later-customers = In periods when a { $level ->
    [site] site
    [department] department
   *[team] team
}’s customer feedback was above its own usual level, its engagement tended to be { $where ->
    [below] below
   *[above] above
} its usual level { $n ->
    [one] { $n } period
   *[other] { $n } periods
} later.

# Which comes first
insights-order-too-few = To ask which of the two moves first, at least { $least } periods are needed; today there are { $n }.
insights-order-not-clear = The data do not show which of the two moves first.
insights-order-engagement = Changes in engagement tended to come before changes in customer feedback. Coming first is not the same as causing: something else can move both.
insights-order-customers = Changes in customer feedback tended to come before changes in engagement. Coming first is not the same as causing: something else can move both.

# What a reader should know
insights-careful = Careful: the comparison between { $level ->
    [site] sites
    [department] departments
   *[team] teams
} and the movement over time point in opposite directions. Neither can be read from the other.
insights-one-decides = This rests largely on one { $level ->
    [site] site
    [department] department
   *[team] team
}.
insights-one-or-two = One or two { $level ->
    [site] sites
    [department] departments
   *[team] teams
} shape this picture.
insights-low-coverage = More than a third of the staff work in { $level ->
    [site] sites
    [department] departments
   *[team] teams
} that are left out: this picture does not describe them.
insights-hardly-differ = { $level ->
    [site] Sites
    [department] Departments
   *[team] Teams
} hardly differ in engagement in the newest survey, so a comparison between { $level ->
    [site] sites
    [department] departments
   *[team] teams
} has little to work with.
insights-more-feedback = { $level ->
    [site] Sites
    [department] Departments
   *[team] Teams
} with higher engagement also collect more feedback; part of the pattern may be who is asking.
insights-hidden = { $n ->
    [one] { $n } { $level ->
        [site] site
        [department] department
       *[team] team
    } is
   *[other] { $n } { $level ->
        [site] sites
        [department] departments
       *[team] teams
    } are
} not shown, to protect people’s answers.
insights-left-out = { $n ->
    [one] { $n } { $level ->
        [site] site
        [department] department
       *[team] team
    } is
   *[other] { $n } { $level ->
        [site] sites
        [department] departments
       *[team] teams
    } are
} left out: { $reason ->
    [feedback] too little feedback
    [response] too few of those asked have answered
   *[reorganised] too many of the people there have changed
}.
insights-footer = This shows what goes together, not what causes what. It is about { $level ->
    [site] sites
    [department] departments
   *[team] teams
}, not about single people.

# The page
insights-title = Engagement and customer feedback
insights-pair-lead = { $pair ->
    [site_satisfied] Sites: how engaged staff say they are, beside how satisfied customers say they were.
    [department_satisfied] Departments: how engaged staff say they are, beside how satisfied customers say they were.
   *[site_praise] Sites: how engaged staff say they are, beside the share of praise in what customers write.
}
insights-reach = { $periods ->
    [one] { $periods } survey period, { $from } to { $until }
   *[other] { $periods } survey periods, { $from } to { $until }
}
insights-counted = feedback counted on { $day }
insights-made-of = { $units } { $level ->
    [department] { $units ->
        [one] department
       *[other] departments
    }
   *[site] { $units ->
        [one] site
       *[other] sites
    }
}, { $answers } answers of staff, { $items } notes from customers.
insights-chose-to-write = They come from people who chose to write.
insights-not-chosen = HR has not decided yet what is compared. Once they have, the report stands here.
insights-nothing-yet = There is no survey yet whose period is over and counted, which takes a minute. The report begins with the first one; comparing takes about ten { $level ->
    [department] departments
   *[site] sites
}, and movement over time at least six surveys.
insights-said-chosen = That is what is compared from now on.
insights-between-title = { $level ->
    [department] Do departments with higher engagement get better feedback?
   *[site] Do sites with higher engagement get better feedback?
}
insights-within-title = { $level ->
    [department] When a department’s engagement is above its own usual level, is its feedback too?
   *[site] When a site’s engagement is above its own usual level, is its feedback too?
}
insights-order-title = Which of the two moves first?
insights-quadrants-title = { $level ->
    [department] Where each department stands
   *[site] Where each site stands
}
insights-limits-title = What this shows, and what it does not
insights-literature = In published studies, units with more engaged staff have somewhat better customer ratings (correlations around 0.2 to 0.3). Studies over time find movement in both directions.
insights-small-ranks = By ranks: { $r }.
insights-small-weighted = Weighted by answers: { $r }.
insights-small-without-one = { $level ->
    [department] Leaving out one department at a time: { $low } to { $high }.
   *[site] Leaving out one site at a time: { $low } to { $high }.
}
insights-chosen-on = Chosen on { $day }, before any report was seen with it.
insights-chosen-since = In force since { $day }. Reports with another choice had been seen before.
insights-chosen-before = { $pair ->
    [site_satisfied] Since { $day }, sites and satisfaction had been compared.
    [department_satisfied] Since { $day }, departments and satisfaction had been compared.
   *[site_praise] Since { $day }, sites and the share of praise had been compared.
}
insights-drawn = Chance is judged by { $draws } re-assignments of whole units.
insights-seed = They follow from the table itself, so nobody can draw again until they like the answer:
insights-version = calculation { $version }
insights-csv = The table as a file
insights-choose = What is compared
insights-methods-title = How this is worked out
insights-pages = More of these
insights-page-before = Before
insights-page-after = More
insights-figures = In figures
insights-unit = { $level ->
    [department] Department
   *[site] Site
}
insights-answers = Answers of staff
insights-items = Customer notes
insights-axis-engagement = Engagement
insights-axis-score = { $pair ->
    [site_praise] Share of praise, %
   *[other] Satisfaction
}
insights-scatter-title = { $level ->
    [department] Departments by engagement and customer feedback
   *[site] Sites by engagement and customer feedback
}
insights-scatter-words = { $level ->
    [department] One dot a department: engagement across, customer feedback up. The figures stand in the table below.
   *[site] One dot a site: engagement across, customer feedback up. The figures stand in the table below.
}
insights-scatter-caption = { $level ->
    [department] Each dot is a department, over all periods; what is common to a period is taken out. The larger the dot, the more answers. Dashed: the means.
   *[site] Each dot is a site, over all periods; what is common to a period is taken out. The larger the dot, the more answers. Dashed: the means.
}
insights-scatter-band = Line and band: where the line may lie, 95 of 100 times. It says nothing of a single unit.
insights-period = Period
insights-movements-caption = Each unit around its own mean, in points, period by period from { $from } on; solid: engagement, dashed: customers. A gap: too few answers, or too few notes.
insights-lags-words = A bar for each distance in time: how strongly both move together. The shaded boxes are what chance alone gives. The figures stand in the table below.
insights-lags-caption = How strongly both move together when one of them is so many periods earlier. Shaded: what chance alone gives, 95 of 100 times. Filled bars lie outside of that, all distances taken together.
insights-lag = Distance in time
insights-lag-r = Correlation
insights-lag-chance = Chance alone
insights-lag-outside = Outside of that
insights-lag-same = same
insights-lag-customers = customers earlier
insights-lag-engagement = engagement earlier
insights-lag-after = engagement { $n ->
    [one] { $n } period
   *[other] { $n } periods
} earlier
insights-lag-before = customers { $n ->
    [one] { $n } period
   *[other] { $n } periods
} earlier
insights-lag-none = in the same period
insights-from-to = { $low } to { $high }
insights-yes = yes
insights-no = no
insights-where = Where it stands
insights-side = { $side ->
    [both] both higher
    [staff] staff higher
    [customers] customers higher
    [neither] both lower
   *[unclear] not clearly one or the other
}
insights-quadrants-words = { $level ->
    [department] One mark a department with its bars, around the middle of all. The figures stand in the table below.
   *[site] One mark a site with its bars, around the middle of all. The figures stand in the table below.
}
insights-quadrants-caption = { $level ->
    [department] Steadied scores: the fewer answers, the closer to the middle of all. The bars are as long as the doubt. A department whose bar crosses a line is not clearly on one side of it.
   *[site] Steadied scores: the fewer answers, the closer to the middle of all. The bars are as long as the doubt. A site whose bar crosses a line is not clearly on one side of it.
}

# What else is asked, on the side
insights-others-title = What else is asked
insights-others-lead = For ideas only: among many comparisons some look strong by chance.
insights-others-pair = { $pair ->
    [site_satisfied] Sites: each other answer of staff, beside how satisfied customers say they were.
    [department_satisfied] Departments: each other answer of staff, beside how satisfied customers say they were.
   *[site_praise] Sites: each other answer of staff, beside the share of praise in what customers write.
}
insights-others-words = The pair that was chosen before the first report is the finding; it stands in the report. These are looked at on the side, in the order in which they are asked, and none of them is a second finding.
insights-others-asked = What is asked
insights-others-question = “{ $words }”
insights-others-claim-title = Beyond chance
insights-others-claim = { $claim ->
    [higher] clear: higher goes with better
    [lower] clear: higher goes with worse
   *[not_clear] not clear
}
insights-others-alike = all about the same
insights-others-columns = The correlation is the one of the report, each time with another answer in place of engagement, and behind it the values between which it likely lies. It takes at least { $least } units with enough answers. Chance alone: were this row called clear with all that are as strong or stronger, so many of them would, averaged over many such tables, be there by chance. “Not clear” does not mean “no link”.
insights-others-none = The surveys so far show nothing else that is asked in the same words each time.

# What is compared
insights-choose-lead = One measure of staff, one of customers, one kind of unit: decided before the first report, so that nobody picks what looks best.
insights-choose-again = You can change it. The change and its day then stand under every report.
insights-choose-pair = What should be compared with engagement?
insights-choose-hint = Customers say of a site, not of a department, what could be better. So the share of praise is there for sites only.
insights-pair = { $pair ->
    [site_satisfied] Sites: how satisfied customers say they were (after praise: yes, partly, no)
    [department_satisfied] Departments: how satisfied customers say they were (after praise: yes, partly, no)
   *[site_praise] Sites: the share of praise among praise and concerns
}
insights-suggested = suggested
insights-choose-save = Compare these
insights-wrong-pair = Please choose one of them.

# The methods
insights-methods-lead = What goes in, what is asked of it, and what cannot be read out of it.
insights-methods-data-title = What goes in
insights-methods-staff = Staff: the engagement index of each survey as it was released, from 0 to 100, the same number that the results of the survey show. Groups that are hidden there are not here either, and no single answer is ever read again.
insights-methods-praise = Share of praise: of everything customers wrote about a site in the period of the survey, how much was praise and not a concern, in percent. Half a note is added on each side, so that two notes do not make 0 or 100.
insights-methods-satisfied = Satisfaction: after praise, customers can say whether they were satisfied. Yes counts 100, partly 50, no 0; the score is the mean.
insights-methods-counted = A period lies half before and half after the survey in its middle. Each customer who left an address counts once per unit and period, with what they wrote last. What was taken back, what looked odd and nobody has looked at yet, and what staff wrote down for somebody does not count.
insights-methods-usable = A unit counts in a period if its engagement is shown, at least 30 % of those asked answered, and at least 5 notes were written; over all periods it needs 10 answers and 20 notes. When more than 30 % of its people change between two surveys, it goes on as another unit. A site that other sites are part of is no unit of its own, and of units with fewer people than a survey may show nothing is compared.
insights-methods-between-title = Do units with higher engagement get better feedback?
insights-methods-between = From each period, what is common to all units is taken out; then each unit is one mean on both sides. The number is Pearson’s correlation with its 95 % interval (Fisher). Asked from ten units on: of fewer, nothing but noise can be said.
insights-methods-chance = How easily chance alone does that is found by giving each unit the feedback of another one, { $draws } times, and counting how often the result is as strong. Both questions, between units and over time, are adjusted for one another (Holm).
insights-methods-within-title = Do both move together over time?
insights-methods-within = What is usual for a unit and what is common to a period are both taken out: seasons, prices, news of the house. What is left is compared in the same period and some periods apart. For chance, whole series are given to other units, so that a long memory or a common season cannot look like a link. Asked from eight units and six periods on.
insights-methods-order-title = Which moves first?
insights-methods-order = Only asked when both clearly move together, from eight periods on. If neither comes first, the series look alike forwards and backwards; the test turns time round, unit by unit. First means earlier, and no more.
insights-methods-others = Beside the chosen pair, everything else that surveys ask in the same words is compared with the same customer measure: between units only, with the same rules for what counts, and from as many units on. All of these are adjusted together (Benjamini and Hochberg): averaged over many such tables, of those called clear no more than 5 in 100 are there by chance. They are ideas for what to ask next and no finding.
insights-methods-steadied-title = Steadied scores
insights-methods-steadied = Small units swing most. For the last chart each score is drawn towards the middle of all by as much as such a unit swings (empirical Bayes). Steadied scores are never used for the questions above.
insights-methods-not-title = What cannot be read out of it
insights-methods-not = That one of the two is the reason for the other: something else may move both. That “not clear” means “no link”: with few units only strong links can be seen, and the page says how strong.
insights-methods-people = Anything about a single person. Answers to surveys and praise that names somebody meet here only as totals of units.

# The command link, which reads a file
insights-file-found = { $n ->
    [one] { $n } unit, told of as a team,
   *[other] { $n } units, told of as teams,
} and { $periods ->
    [one] { $periods } period ({ $first }).
   *[other] { $periods } periods ({ $first } to { $last }).
}
insights-file-too-few = { $n ->
    [one] { $n } engagement figure is of fewer than { $least } answers and counts as not shown.
   *[other] { $n } engagement figures are of fewer than { $least } answers and count as not shown.
}
insights-file-unknown = Not in the file, and nothing is said of it: how many work in each unit, and how many of those asked have answered.
insights-file-chance = Chance: { $draws } draws from the seed { $seed }, which follows from the table. The same table gives the same answers.
insights-file-refused = { $n ->
    [one] one row is not right; nothing was worked out
   *[other] { $n } rows are not right; nothing was worked out
}
insights-fault-of-nobody = { $column } has a figure, but { $n } does not say of how many.
insights-fault-of-nothing = { $n } has a number, but { $column } is empty.
insights-fault-count = { $column } is “{ $typed }”; write a whole number from 0 to { $most }.
insights-fault-twice = The same unit and period stand in row { $line } already.
insights-fault-length = period is a { $length }; most in this file are { $usual ->
    [month] months
    [quarter] quarters
   *[year] years
}.
insights-fault-units = The file has more than { $max } units, too many to compare.

# The command import measures, which reads another
insights-fault-number = { $column } is “{ $typed }”; write a number such as 4.5 or 12480, without a mark for thousands.
insights-fault-measure-twice = The same unit, period and measure stand in row { $line } already.

# Every unit in figures
insights-numbers-title = All figures
insights-numbers-lead = What is released of staff, and what was counted of customers, period by period.
insights-of-asked = at least { $n } % of those asked
insights-numbers-words = Behind each figure: between what it likely lies, and how much it is made of. Notes are from people who chose to write. Figures of fewer than five notes, answers or people are not shown. Units stand by name: nobody is ranked.
insights-numbers-csv = All periods as a file
insights-days = { $from } to { $until }
insights-units = Units
insights-units-sites = Sites
insights-units-departments = Departments
insights-show = Show
insights-staff = People
insights-praise-hundred = Praise by customers, per 100 people
insights-colleagues-hundred = Praise by colleagues, per 100 people
insights-too-few = too few
insights-of-answers = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
insights-of-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
insights-belief = Something will change
insights-promises = Promises are kept
insights-agreement = agreement, 0 to 100
insights-asked = { $short }: how far staff agree with “{ $words }”
insights-agreement-words = Agreement is the mean of a survey’s answers as they were released: strongly disagree counts 0, strongly agree 100; 5 stands for 5 or less, 95 for 95 or more. What is hidden in the survey is hidden here.
insights-outside = from outside
insights-outside-of = made of { $n }
insights-outside-words = What is marked “from outside” was brought in from other systems and stands as it came, in its own period only: a month’s number is not shown in a longer period, and nothing is averaged.
