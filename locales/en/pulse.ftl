# Surveys of the staff, and their results.
pulse-nav = Surveys
pulse-title = Surveys
pulse-home-waiting = { $n ->
    [one] A survey waits for your answer
   *[other] { $n } surveys wait for your answer
}

# What is asked
pulse-q-proud = I am proud when I tell others I am part of { $organisation }
pulse-q-great-place = I would recommend { $organisation } as a great place to work
pulse-q-attachment = I feel a strong personal attachment to { $organisation }
pulse-q-inspires = { $organisation } inspires me to do the best in my job
pulse-q-motivates = { $organisation } motivates me to help it achieve its objectives
pulse-q-relied-upon = The people in my team can be relied upon to help when things get difficult in my job
pulse-q-work-together = The people in my team work together to find ways to improve the service we provide
pulse-q-encouraged = The people in my team are encouraged to come up with new and better ways of doing things
pulse-q-promises = What managers here promise is kept
pulse-q-belief = Something will change because of this survey
pulse-q-recommend = How likely is it that you would recommend { $organisation } as a place to work?
pulse-q-one-thing = What is the one thing we should do first?
pulse-agree = { $choice ->
    [1] Strongly disagree
    [2] Disagree
    [3] Neither
    [4] Agree
   *[5] Strongly agree
}
pulse-recommend-low = Not at all likely
pulse-recommend-high = Extremely likely
pulse-no-answer = Prefer not to say
pulse-words-hint = Please do not name people. What you write is shown word for word.
pulse-attribution = Engagement and team questions: UK Civil Service People Survey, Cabinet Office. Contains public sector information licensed under the Open Government Licence v3.0. Not endorsed by the UK government.

# Answering
pulse-answer-lead = It takes about a minute. You can leave out any question. Open until { $day }.
pulse-answer-send = Send my answers
pulse-known-title = What is known of you, and what is not
pulse-known-words = Your answers are confidential. The system knows whether you have answered, so that it can stop reminding you; of a slip of paper it does not know even that. It does not store who gave which answer. Results are shown only for groups of at least { $n } answers, after the survey has closed.
pulse-known-comments = What you write in words is kept apart from your other answers. It is read word for word by HR, executives and those who manage your site, with at least ten answers around it. Your style may give you away.
pulse-slip-title = Answer with a code
pulse-slip-lead = You got a slip of paper with a code. It can be used once, and says which department you are in, not who you are.
pulse-slip-code = The code on your slip
pulse-slip-hint = Ten letters and figures; capitals and blanks do not matter.
pulse-slip-go = Go on
pulse-slip-tablet = This screen is used by several people
pulse-said-title = { $said ->
    [answered] Thank you. Your answers are in.
    [early] This survey has not begun yet
    [over] This survey is over
   *[unknown] This link does not work
}
pulse-said-words = { $said ->
    [answered] Nobody can see which answers are yours, and nothing more is to be done. Results come when the survey has closed.
    [over] No answers are taken any more. The results can be found under "Surveys" when you are signed in.
   *[unknown] Perhaps it was cut off. Open it again from your mail, or type the code of your slip.
}
pulse-said-early = Come back on { $day }; the link will work then.
pulse-said-next = Next person
pulse-said-type = Type a code

# What somebody finds who is signed in
pulse-asked-title = For you to answer
pulse-asked-until = Open until { $day }. About a minute.
pulse-asked-answer = Answer now
pulse-asked-done = You have answered. Thank you!
pulse-asked-paper = You answer this one with a slip of paper that is handed out in your department. That way not even the system knows whether you did.
pulse-asked-none = No survey waits for you.
pulse-results-title = Results
pulse-results-closed = closed on { $day }
pulse-results-none = There are no results yet. They appear here when a survey has closed.

# Planning
pulse-plans = Plan surveys
pulse-plans-lead = Four steps: what is asked, who is asked, when, and a look at it on a phone. Nothing is sent before the last one.
pulse-plan-new = A new survey
pulse-plan-title = Title
pulse-plan-title-hint = People see it. For example: Autumn 2026
pulse-plan-begin = Begin
pulse-plan-state = State
pulse-plan-days = Open
pulse-plan-remove = Throw this draft away
pulse-state = { $state ->
    [draft] Draft
    [launched] Launched
    [ending] Results are being worked out
    [closed] Closed
   *[called-off] Called off
}
pulse-days = { $from } to { $until }
pulse-steps = Steps
pulse-step-questions = Questions
pulse-step-audience = Who is asked
pulse-step-window = When
pulse-step-preview = Look and launch
pulse-next = Save and go on
pulse-blocks = Questions from the library
pulse-blocks-hint = They are there in every language, and comparable from survey to survey. Questions of one group belong together: their figure would be another one without one of them.
pulse-block = { $block ->
    [engagement] Engagement (5 questions)
    [team] Working as a team (3 questions)
    [promises] Promises
    [belief] Does it lead to anything?
    [recommend] Recommending, from 0 to 10
   *[one-thing] One thing, in words
}
pulse-block-why = { $block ->
    [engagement] The figure that is compared with what customers say.
    [team] How people help each other and get better at what they do.
    [promises] Asked every time, so that you see whether it moves.
    [belief] Asked every time: why people stop answering.
    [recommend] Would they send a friend here?
   *[one-thing] Read by those who can do something about it.
}
pulse-own = Questions of your own
pulse-own-hint = Each in every language, or the survey cannot be launched. Ask one thing at a time.
pulse-own-question = { $kind ->
    [words] Answered in words
   *[agree] A statement to agree with, { $n }
}
pulse-who = Who is asked?
pulse-who-all = Everybody
pulse-who-some = Some sites, departments or jobs
pulse-who-choose = Choose
pulse-who-whole = The whole site
pulse-who-jobs = Only these jobs
pulse-who-jobs-hint = None chosen: all jobs.
pulse-who-count = { $n ->
    [one] One person is asked.
   *[other] { $n } people are asked.
}
pulse-who-left-out = { $n ->
    [one] One more is left out this time, because they were asked often enough.
   *[other] { $n } more are left out this time, because they were asked often enough.
}
pulse-paper = People without an e-mail address
pulse-paper-hint = { $n ->
    [0] Everybody who is asked has an address.
    [one] One person who is asked has no address.
   *[other] { $n } people who are asked have no address.
}
pulse-paper-slips = They get a slip of paper with a code
pulse-paper-sign-in = They answer when they are signed in
pulse-period = Which period is it about?
pulse-period-hint = Customers' feedback of the same period stands beside it later.
pulse-period-within = A day in that period
pulse-months = Length
pulse-months-choice = { $n ->
    [one] One month
   *[other] { $n } months
}
pulse-period-is = Period: { $from } to { $until }
pulse-window = When can it be answered?
pulse-window-hint = Ten working days in the middle of the period are best: { $from } to { $until }.
pulse-window-propose = Work out the days
pulse-window-off = The middle of these days lies { $n ->
    [one] one day
   *[other] { $n } days
} { $side ->
    [before] before
   *[after] after
} the middle of the period. A survey late in its period looks as if staff led customers, even when nothing does.
pulse-opens = First day
pulse-closes = Last day
pulse-reminders = Reminders
pulse-reminders-hint = Only to those who have not answered. Nobody sees who they are.
pulse-reminders-choice = { $n ->
    [0] None
    [one] One
   *[other] { $n }
}
pulse-reminders-on = Reminders on
pulse-preview-paper = { $n ->
    [one] One of them gets a slip of paper.
   *[other] { $n } of them get a slip of paper.
}
pulse-preview-minimum = Results for groups of { $n } or more. Everybody is told so, and it cannot be changed after the launch.
pulse-not-ready = Not ready yet
pulse-obstacle = { $obstacle ->
    [no-question] It asks nothing. Choose questions in step 1.
    [too-few] It asks fewer people than a result needs. See step 2.
   *[over] Its last day is over. See step 3.
}
pulse-lacking = Question { $n } has no words in { $tongue }. See step 1.
pulse-launch = Launch
pulse-launch-words = From the first day on, at 8 o'clock, invitations are mailed. Questions, people and days cannot be changed any more.
pulse-preview-title = As people will see it
pulse-running-few = Too few have answered to say how many.
pulse-running-response = At least { $n } percent have answered.
pulse-running-silent = More is not shown before the survey has closed: not by site, and not who.
pulse-slips-title = Slips of paper
pulse-slips-words = One for each person without an address, by department. Print, cut out, and let people draw one. Printing again gives the same codes; each works once.
pulse-slips-print = Print
pulse-slips-none = Everybody who is asked has an address.
pulse-slip-where = Scan it, or type the code at
pulse-slip-paper = Until { $day }, once. The program does not know who has which slip.
pulse-slip-promise = Results only for groups of { $n } or more.
pulse-call-off = Call it off
pulse-call-off-words = All answers given so far are deleted, and there will be no results. This cannot be undone.
pulse-call-off-sure = Yes, delete all answers
pulse-rules-title = Rules for all surveys
pulse-rules-lead = They hold for surveys that are drafted from now on. Every change can be read by everybody who works here.
pulse-rules-minimum = Smallest group
pulse-rules-minimum-hint = Results are shown for groups of at least so many answers: 5 or more.
pulse-rules-invitations = Invitations a quarter
pulse-rules-invitations-hint = Nobody is asked more often than this within 91 days.
pulse-rules-keep = Keep answers for (days)
pulse-rules-keep-hint = After a survey has closed, single answers are deleted after so many days: 0 to 90. Results and comments stay.

# Results
pulse-results-lead = { $n ->
    [one] One answer.
   *[other] { $n } answers.
}
pulse-results-response = At least { $n } percent of those who were asked.
pulse-results-csv = As a file for spreadsheets
pulse-imported = asked elsewhere
pulse-response-low = Fewer than half have answered. Those who kept silent may see it differently.
pulse-grid-title = By group
pulse-grid-words = From 0 to 100: strongly agree counts 100, strongly disagree 0. Behind it, the change since the survey before. Groups of fewer than { $n } answers are not shown, nor those that could be worked out from others.
pulse-grid-group = Group
pulse-grid-answers = Answers
pulse-grid-response = { $n } %
pulse-too-few = Too few answers
pulse-too-few-all = Too few answers for a result.
pulse-scale = { $scale ->
    [engagement] Engagement
   *[team] Working as a team
}
pulse-edge = { $edge ->
    [most] 95 or more
   *[least] 5 or less
}
pulse-change = { $direction ->
    [up] up { $n }
    [down] down { $n }
   *[same] as before
}
pulse-share = { $kind ->
    [recommend] { $choice ->
        [1] 0 to 6
        [2] 7 or 8
       *[3] 9 or 10
    }
   *[agree] { $choice ->
        [1] Strongly disagree
        [2] Disagree
        [3] Neither
        [4] Agree
       *[5] Strongly agree
    }
}
pulse-no-shares = How answers are spread is shown from twice as many answers on, and not when nearly all are alike.
pulse-promises-title = One thing we will do
pulse-promise-due = To be named by { $day }.
pulse-promise-late = Nothing was named by { $day }
pulse-promise-by = { $name }, { $day }
pulse-promise-name = Name one thing
pulse-promise-words = What will be done, by whom, until when?
pulse-promise-save = Tell everybody
pulse-trust-title = How far these figures can be trusted
pulse-trust-words = For HR. About the survey as a whole, not about teams.
pulse-trust-alpha = The questions fit together with { $alpha } (Cronbach's alpha; from 0.70 on they can be read as one figure).
pulse-trust-alpha-low = That is low: read the single questions rather than the figure.
pulse-trust-alpha-none = Whether the questions fit together is reckoned from 50 answers on.
pulse-trust-level = Between { $n } groups on one level: { $one } of the differences between people lie between groups (ICC 1), and the groups' figures are reliable to { $two } (ICC 2).
pulse-trust-hardly = These groups hardly differ in this survey, so a comparison between them has little to work with.
pulse-comments-title = Comments
pulse-answered-title = Answers to what was written
pulse-answered-words = The comments themselves are read only by those who handle them. What is answered to them, everybody here reads.
pulse-comments-lead = Word for word, in an order drawn by lot, where at least ten people answered. Please do not guess who wrote what: they were promised that nobody would.
pulse-comments-none = Nobody wrote anything that you may read.
pulse-comment-heard = Acknowledged
pulse-comment-answered = Answered
pulse-comment-words = Your answer
pulse-comment-hint = Leave an answer empty to acknowledge only. Nobody is told whose comment it was. Everybody who sees these results reads your answer, without the comment: do not quote it.
pulse-comment-send = Acknowledge or answer

# What was wrong, and what went well
pulse-problem-nothing = Nothing is answered yet. Answer at least one question.
pulse-problem-too-long = Please say it in 2,000 characters or fewer.
pulse-problem-code = There is no such code. Look at your slip again; 0 and O are the same, and so are 1, I and L.
pulse-problem-no-question = Choose at least one question.
pulse-problem-too-many = At most 12 questions besides those in words: more take longer than a minute.
pulse-problem-nobody = Choose a site, a department or a job.
pulse-problem-day = Type a day.
pulse-problem-months = Choose a length.
pulse-problem-backwards = The last day lies before the first.
pulse-problem-not-ready = It cannot be launched yet: see below what is missing.
pulse-problem-minimum = A number from 5 to 50.
pulse-problem-invitations = A number from 1 to 12.
pulse-problem-keep = A number from 0 to 90.
pulse-said-launched = Launched.
pulse-said-called-off = Called off. All its answers are gone.
pulse-said-not-sure = Nothing was done: the box was not ticked.
pulse-said-saved = Saved.
pulse-said-promised = Everybody at the site reads it now.
pulse-said-no-words = Type something first.
pulse-said-heard = Noted.

# Mails
pulse-mail-invitation-subject = { $title }: a minute of your time
pulse-mail-invitation = You are asked to answer the survey "{ $title }". It takes about a minute and is open until { $day }.
pulse-mail-reminder-subject = { $title }: still open
pulse-mail-reminder = The survey "{ $title }" is open until { $day }. The program writes to everybody who has not answered; no person sees who they are.
pulse-mail-label = Answer now
pulse-mail-own-link = The link is for you alone. Please do not pass this mail on.
pulse-mail-ended-subject = { $title }: the results are there
pulse-mail-ended = The survey "{ $title }" has closed. Please look at the results, and name one thing that you will do by { $day }: everybody will see whether it was named.
pulse-mail-ended-label = See the results
pulse-mail-ended-why = You get this mail because you look after a site, or read the results of all.
