# Reports: what became of praise, of what customers asked and of what staff raised.

reports-nav = Reports
reports-title = Reports
reports-lead = The last { $days } days, today included.
reports-counted = Counted
reports-not-yet = Nothing has been counted yet. It takes a minute after the first start.
reports-house = The whole house
reports-by-site = Site by site
reports-by-site-words = By name and not by number: sites differ in how many customers they ask. Numbers in small print say how much a figure rests on and where it likely lies.
reports-definitions = What the numbers mean
reports-csv = All of this as a file (CSV)

reports-name = { $name ->
    [people] People here
    [praise] Praise by customers
    [colleagues] Praise among colleagues
    [heard] Time to hear
    [nameless] Praise without a name
    [asked] Concerns and questions
    [answered] Time to the first answer
    [in-time] Answered in time
    [waiting] Waiting for an answer
    [raised] Issues raised by staff
    [answer] Time until an issue is answered
    [owed] Issues waiting for an answer
   *[unpraised] People without praise
}
reports-what = { $name ->
    [people] Everybody who works there today. Of units of fewer than { $people }, and where fewer than { $people } would be left over beside the others, nothing is told but what waits.
    [praise] Notes in which customers praise somebody, over { $days } days. What somebody on the staff wrote down for a customer counts too; what was taken back, or looked odd and was not looked at yet, does not.
    [colleagues] Notes in which colleagues praise each other, over { $days } days.
    [heard] The median time from the moment a note was sent until the person praised had read it: half were read sooner. Notes that nobody has read yet count as still waiting (Kaplan and Meier), so that forgotten ones do not make the number look better. Told from { $least } notes to { $people } people on. The interval holds the true median in 95 of 100 such cases (Brookmeyer and Crowley).
    [nameless] Of the praise by customers, the share that still waits for somebody to say whom it is for. With Wilson’s interval, from { $least } notes on.
    [asked] What customers wrote that could be better, or wanted to know, over { $days } days.
    [answered] The median time until a person gave the first answer to a concern or a question. What is unanswered counts as still waiting (Kaplan and Meier). From { $least } on.
    [in-time] The share of concerns and questions that were answered within { $answer-days } days, as long as the inbox gives. What came in too recently to be late counts only for the days it has waited. From { $least } on.
    [waiting] Concerns and questions that wait for an answer now, however old they are; late are those whose day has passed.
    [raised] Issues that everybody at the site may read, raised over { $days } days. What is said in confidence, to a team only, or kept from somebody is counted nowhere: a number would tell that it is there.
    [answer] The median number of days until such an issue had its first answer; what is open counts as still waiting. From { $least } on.
    [owed] Such issues that have no answer yet, however old they are; late are those whose day has passed.
   *[unpraised] Of those who have worked in the same place for { $days } days, whether at least half were praised by nobody in that time. Only of groups of { $people } or more, and never a number: one note more could be seen to arrive. It asks who is not seen, not who is not good.
}
reports-cannot-head = What it cannot show:
reports-cannot = { $name ->
    [people] who has just come or gone.
    [praise] how good the service is. It rises when more customers are asked, and comes from people who chose to write.
    [colleagues] how well people work together. Some teams write, others say it.
    [heard] whether it did somebody good. Whoever was told in person may have read it later.
    [nameless] whether it was lost: what waits can still find its person.
    [asked] whether things got worse. More people write where they are asked and where they get answers.
    [answered] whether the answer was a good one. Where one person answers everything, it speaks of that person.
    [in-time] whether the answer helped.
    [waiting] how urgent each is.
    [raised] everything that staff raise. What nobody dares to say is in no number.
    [answer] whether anything changed.
    [owed] how much each weighs.
   *[unpraised] who it is, and whether somebody said it aloud.
}

reports-of = { $of ->
    [notes] { $n ->
        [one] of { $n } note
       *[other] of { $n } notes
    }
    [asked] of { $n }
   *[issues] { $n ->
        [one] of { $n } issue
       *[other] of { $n } issues
    }
}
reports-between = likely between { $low } and { $high }
reports-at-least = likely at least { $low }
reports-percent = { $n } %
reports-too-few = too few to tell
reports-most-wait = more than half wait still
reports-nothing = none yet
reports-late = { $n ->
    [one] { $n } late
   *[other] { $n } late
}

reports-weeks = Praise by week
reports-weeks-words = One bar a week, with praise by customers below and praise among colleagues on top of it. The figures are in the table that follows.
reports-weeks-caption = Filled: by customers. Hollow: among colleagues. The last bar is the week that is not over yet.
reports-week = Week from

reports-supported = Most people behind it
reports-supported-none = No open issue has more than one person behind it.
reports-supported-words = Open issues that everybody at the site may read, as far as you are among those who read them.
reports-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

reports-pulse = The last survey
reports-pulse-none = No survey that asked here is over yet.
reports-departments = Departments
reports-departments-words = Departments in which at least five people work today. Of smaller ones, and of one beside which fewer than five would be left over, nothing is told.

reports-subjects = Subjects, those that wait longest first
reports-subject = Subject
reports-subjects-none = No subject has ten issues yet that everybody may read.

reports-unpraised-title = Who is not seen?
reports-unpraised-lead = Departments in which at least half of the people had no praise. A reason to go there and look, and to hang up a code.
reports-unpraised-most = at least half of { $of }
reports-unpraised-fewer = fewer than half of { $of }
reports-few-people = Hardly anybody works here, or would be left over beside all others: only what waits is told.

reports-own-late = { $n ->
    [one] One issue that is yours to answer is late.
   *[other] { $n } issues that are yours to answer are late.
}
reports-own-late-link = Answer
reports-quotes = In their own words
reports-quotes-more = More on the wall

reports-definitions-lead = Every number here looks back { $days } days unless it says otherwise, and is told from { $least } cases on where it is a time or a share. None is about a single person.
reports-definitions-link = How engagement and feedback are compared is said elsewhere:

# The letter about a month
reports-mail-subject = { $place ->
    [house] The whole house, { $from } to { $until }
   *[sites] Your sites, { $from } to { $until }
}
reports-mail-head = What became of praise, questions and issues from { $from } to { $until } at { $sites }:
reports-mail-head-house = What became of praise, questions and issues from { $from } to { $until } in the whole house:
reports-mail-empty = From { $from } to { $until } nobody wrote anything that is counted here: no praise, no question, no issue for all to read. If that is not what you expect, look whether the codes still hang where customers see them.
reports-mail-praise = Praise by customers: { $n }
reports-mail-colleagues = Praise among colleagues: { $n }
reports-mail-heard = Half of it was read within { $time } ({ $n } times somebody was praised).
reports-mail-nameless = Praise without a name: { $percent } %
reports-mail-asked = Concerns and questions: { $n }
reports-mail-in-time = Answered in time: { $percent } %
reports-mail-waiting = Waiting for an answer now: { $n }, late: { $late }
reports-mail-raised = Issues raised by staff: { $n }
reports-mail-owed = Issues waiting for an answer now: { $n }, late: { $late }
reports-mail-partial = Of sites in which hardly anybody works, or would be left over beside the others, only what waits is told.
reports-mail-label = All reports
reports-mail-why = You get this on the first of the month, as HR or an executive.
