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
