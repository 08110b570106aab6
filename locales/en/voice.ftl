# What staff raise.

voice-category-equipment = Rooms, things and tools
voice-category-work = How we work
voice-category-shifts = Shifts, pay and leave
voice-category-together = How we treat each other
voice-category-guests = What guests need
voice-category-other = Something else
voice-category-harassment = Harassment
voice-category-customer-harassment = Harassment by a guest or customer
voice-category-danger = Danger to somebody
voice-category-safeguarding = Protecting children and people who need care
voice-category-wrongdoing = Something against the law or our rules

# Where else to turn with what is delicate. Shown as soon as such a subject is chosen.
voice-channel-harassment = You do not have to bear this, and it is not your fault. If you are in danger now, call the emergency number first. What you write here is read by the confidential handlers only. You may also speak to one of them in person, and to the works council, a counselling service or the authorities, at any time.
voice-channel-customer-harassment = No guest may treat you like this, and nobody may ask you to go on serving them. If you are in danger now, leave and call for help. What you write here is read by the confidential handlers only; they can act against a guest.
voice-channel-danger = If somebody is in danger now, do not write: call the emergency number, or your shift lead. What you write here is read by the confidential handlers only, and not within minutes.
voice-channel-safeguarding = If a child or somebody who needs care is in danger now, call the emergency number or the police. Otherwise tell the person here who is responsible for their protection as well. What you write here is read by the confidential handlers only.
voice-channel-wrongdoing = The law protects you when you report this. What you write here is read by the confidential handlers only; you may turn to the authorities instead, or as well, whenever you like.
voice-channel-own = This is treated as delicate: what you write here is read by the confidential handlers only.

# Raising.
voice-new-title = Raise something
voice-new-lead = What stands in the way of good work, or what would make it better? You get an answer, and you see what becomes of it.
voice-new-kind = What is it?
voice-new-issue = An issue: something is not as it should be
voice-new-idea = An idea: something could be better still
voice-what = What happens?
voice-what-hint = As you would tell a colleague. The first words become its title.
voice-place = Where?
voice-place-hint = A room, a machine, a shift.
voice-fix = What would fix it?
voice-fix-hint = Your guess is worth a lot: you are there every day.
voice-category = What is it about?
voice-category-delicate = Delicate
voice-category-delicate-hint = Never shown to colleagues or managers: only confidential handlers read it.
voice-goes-both = Goes to { $owner }, or { $deputy } in their place
voice-goes-owner = Goes to { $owner }
voice-goes-nobody = Nobody is named for this yet: HR receives it
voice-goes-handlers = { $n ->
    [0] Nobody here can receive this yet
    [one] Goes to the confidential handler
   *[other] Goes to the { $n } confidential handlers
}
voice-level = Who may know that it was you?
voice-level-hint = You cannot change this later, with one exception: whoever wrote in confidence may give their name.
voice-level-named = With my name
voice-level-named-words = Your name stands beside it. It is read by whoever receives its subject (named above), and by whom you choose below.
voice-level-lookers = Those who look after such matters at { $site } read it too:
voice-level-confidential = In confidence
voice-level-confidential-words = { $n ->
    [one] Only this person reads it, and sees your name:
   *[other] Only these { $n } people read it, and see your name:
}
voice-level-confidential-not = Nobody else does: no manager, nobody in HR or administration who is not on this list. When one of them opens it, that is written down, for each of them once an hour at most. Your words are kept encrypted; whoever runs the server and holds its key file could still open them.
voice-level-confidential-none = There is no confidential handler for your site yet, so nobody could read it. Please ask HR to name one.
voice-scope = Who else may see it?
voice-scope-hint = The more people see it, the more can say "me too". Its answers are seen as far as it is.
voice-scope-choice = { $scope ->
    [private] Nobody else
    [team] My team ({ $n })
    [site] Everybody at { $site } ({ $n })
   *[company] Everybody in the company ({ $n })
}
voice-exclude = Is there somebody who must not see it?
voice-exclude-hint = Whoever you name here never sees it, never counts it and never finds it, whatever their role.
voice-exclude-who = Keep it from
voice-exclude-who-hint = A name, or what they do.
voice-exclude-more = Add another one
voice-exclude-drop = Remove
voice-new-send = Send
voice-new-plain = You can write more, or take it back, at any time.

# Similar ones, while somebody types.
voice-similar-title = Is it one of these?
voice-similar-people = { $n ->
    [one] 1 person says so
   *[other] { $n } people say so
}
voice-similar-join = Join
voice-similar-hint = If it is, join: you count as one more person and hear what becomes of it. If not, go on; what you typed stays here.
voice-similar-anyway = None of these: send mine
voice-similar-some = Similar issues are listed below what you type.

# What can be wrong.
voice-problem-what = Please say what happens.
voice-problem-category = Please choose what it is about.
voice-problem-level = Please choose who may know that it was you.
voice-problem-delicate = This subject is too delicate to be raised by name. Please choose "In confidence".
voice-problem-scope = Please choose who else may see it.
voice-problem-exclude-me = You cannot keep your own words from yourself.
voice-problem-exclude-many = Please name ten people at most. If it concerns so many, raise it in confidence.
voice-problem-gone = This person is no longer here. Please choose somebody else.
voice-problem-which = Please choose the person from the list, or empty this field.
voice-problem-nobody = Nobody found by that name. Try part of it, or what they do.
voice-problem-no-handler = There is no confidential handler for your site yet, so nobody could read it.
voice-problem-nobody-left = Then nobody would be left who can read it. Please name somebody else first.
voice-problem-state = Please choose what comes next.
voice-problem-planned-what = Please say what is going to be done.
voice-problem-planned-on = Please say by when.
voice-problem-planned-day = Please give a day, such as 2027-03-31.
voice-problem-planned-past = This day is over. Please give one that is still to come.
voice-problem-changed = Please say what was changed.
voice-problem-declined = Please say why not. Whoever raised it deserves a reason.
voice-problem-passed-on = Please say to whom it was passed on.
voice-problem-other = Please choose under which issue it goes on.
voice-problem-vague = This does not tell anybody what will be different, or why not. Please say who does what, or what stands against it.
voice-problem-faster = Somebody else was faster: this has changed since you opened it. Look at it as it is now, then press again. Nothing you typed is lost.
voice-problem-withdrawn = This was taken back while you were writing. It cannot be answered any more; what you typed is still here.
voice-problem-criticality = Please choose a number from 0 to 5.
voice-problem-who = Please choose a person.
voice-problem-deed = Please choose what is to be done.
voice-problem-is-raiser = This is the person who raised it.
voice-problem-is-barred = It is kept from this person.
voice-problem-no-confidant = This is confidential: only a confidential handler of this site can take it.
voice-problem-aside = If it concerns you, step aside: the button is below.
voice-problem-sure = Please tick this if you are sure.
voice-problem-site = This site does not exist.
voice-problem-owner-first = A deputy stands in for somebody. Please name the owner first.
voice-problem-due-days = { $what ->
    [acknowledge] Until it is acknowledged: enter a number of working days from 1 to 250.
    [answer] Until it is answered: enter a number of working days from 1 to 250.
   *[decide] Until it is decided: enter a number of working days from 1 to 250.
}
voice-problem-due-order = { $what ->
    [answer] Nothing is answered before it is acknowledged. Enter at least as many days as there.
   *[decide] Nothing is decided before it is answered. Enter at least as many days as there.
}
voice-problem-category-name = Please give it a name.
voice-unopened = These words are sealed, and this server does not hold the key that opens them.

# Lists.
voice-title = Issues and ideas
voice-lead = What is going on here, and what becomes of it.
voice-raise = Raise something
voice-mine-link = Mine
voice-queue-link = My queue
voice-tabs = What to show
voice-tab = { $shown ->
    [open] Open
    [planned] Planned
    [changed] Changed
   *[declined] Not changing
}
voice-none = { $shown ->
    [open] Nothing is open. What stands in your way?
    [planned] Nothing is planned just now.
    [changed] Nothing was changed yet.
   *[declined] Nothing was turned down.
}
voice-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
voice-kind = { $kind ->
    [idea] Idea
   *[issue] Issue
}
voice-state = { $state ->
    [received] Received
    [acknowledged] Acknowledged
    [looking] Looking into it
    [planned] Planned
    [changed] Changed
    [declined] Not changing
    [passed_on] Passed on
    [joined] Goes on under another one
   *[withdrawn] Taken back
}
voice-mine-tag = Yours
voice-joined-tag = You joined
voice-confidential-tag = Confidential
voice-mine-title = What I raised or joined
voice-mine-lead = All of it, and what became of it.
voice-mine-none = You have not raised or joined anything yet.
voice-back = Back to the list
voice-withdrawn-title = Taken back

# One issue.
voice-show-title = { $kind ->
    [idea] An idea
   *[issue] An issue
}
voice-raised-by = by { $name }
voice-withdrawn-words = Whoever raised this took it back. Its words are erased.
voice-retracted-words = It was shown to the site without a name, and taken back by those who had shown it. Its words are erased here.
voice-kept = What you had written
voice-place-short = Where
voice-fix-short = What would fix it
voice-planned-on = Planned for
voice-due = { $what ->
    [acknowledge] To be read by
    [answer] To be answered by
   *[decide] To be decided by
}
voice-raised-without-name = Raised without a name
voice-late = Late
voice-soon = Soon due
voice-goes-on = It goes on here:
voice-join = Me too
voice-join-words = You count as one more person. Nobody sees your name, and you hear what becomes of it.
voice-leave = Take "me too" back
voice-entries = What became of it
voice-entry = { $what ->
    [received] Received
    [acknowledged] Acknowledged: somebody has read it
    [looking] Somebody looks into it
    [planned] Planned
    [changed] Changed
    [declined] Not changing, because
    [passed_on] Passed on
    [joined] Goes on under another one
    [withdrawn] Taken back
    [answered] Answered
    [reopened] Opened once more
    [handed_over] Now looked after by
   *[revealed] Whoever raised it gave their name
}
voice-talk = Between you and whoever raised it
voice-talk-mine = Between you and those who handle it
voice-talk-none = Nothing has been said yet.
voice-write-label = Write more
voice-write-hint = { $closed ->
    [true] This is settled for now. Write again, and it opens once more.
   *[other] Only those who handle it read this.
}
voice-write-button = Send
voice-sees = Who sees this
voice-sees-scope = { $level ->
    [confidential] Whoever raised it, and only these people. When one of them opens it, that is written down, for each of them once an hour at most.
   *[other] { $scope ->
        [private] Whoever raised it, and these people:
        [team] The team, and these people:
        [site] Everybody at { $site }, and these people:
       *[company] Everybody in the company, and these people:
    }
}
voice-role = { $role ->
    [owner] answers it
    [deputy] answers it if the owner cannot
    [site_manager] site manager
    [hr] HR
   *[confidential_handler] confidential handler
}
voice-sees-never = Never sees it:
voice-why = { $why ->
    [excluded] kept out by whoever raised it
    [subject] it is about them
   *[aside] stepped aside
}
voice-unbar = It is not about them
voice-yours = This is yours
voice-withdraw = Take it back
voice-withdraw-title = Take it back?
voice-withdraw-words = All its words are erased, and all that was written about it. That it existed, and when, remains. This cannot be undone.
voice-withdraw-supporters = { $n ->
    [one] One more person said "me too". It disappears for them as well.
   *[other] { $n } more people said "me too". It disappears for them as well.
}
voice-withdraw-button = Take it back
voice-withdraw-keep = Leave it as it is
voice-reveal = Give my name
voice-reveal-title = Give your name?
voice-reveal-final = This is final. Whoever has read your name cannot forget it.
voice-reveal-words = From then on your words, and all that you and the confidential handlers wrote to each other here, can be read by these people, with your name:
voice-reveal-delicate = The subject is delicate: nobody else sees it, also then.
voice-reveal-team = My team
voice-reveal-site = Everybody at { $site }
voice-reveal-company = Everybody in the company
voice-reveal-sure = I know that this cannot be taken back.
voice-reveal-button = Give my name
voice-reveal-keep = Stay confidential

# Handling.
voice-queue-title = My queue
voice-queue-lead = What is due first stands on top.
voice-queue-back = Back to the queue
voice-queue-open = Open
voice-queue-closed = Closed
voice-queue-confidential = A confidential matter
voice-queue-due = Due
voice-queue-mine = Yours to answer
voice-queue-owner = With
voice-queue-nobody = Nobody’s yet
voice-queue-none = Nothing waits for you here.
voice-handling = For those who handle it
voice-handling-owner = { $name } answers this.
voice-handling-deputy = { $name } is the deputy.
voice-handling-nobody = Nobody answers this yet.
voice-handling-joined = These go on here. Whoever they are about counts here as well, once:
voice-acknowledge = I have read it
voice-reply = Answer
voice-reply-label = Your answer
voice-reply-hint = Say what you understood, what happens now, and by when. Your name stands above it.
voice-reply-to = Who reads it?
voice-reply-to-raiser = Only who raised it
voice-reply-to-everybody = Everybody who sees it
voice-reply-button = Send answer
voice-step = Next step
voice-step-state = Where is it from now on?
voice-step-needs = { $state ->
    [planned] needs a date, and what is going to be done
    [changed] needs what was changed
    [declined] needs a reason
    [passed_on] needs to whom
    [joined] needs the other one
   *[other] { "" }
}
voice-step-text = What everybody who sees it will read
voice-step-text-hint = Who does what, or why not.
voice-step-planned = By when
voice-step-planned-hint = Only for what is planned.
voice-step-other = It goes on under
voice-step-other-none = None
voice-step-button = Save this step
voice-criticality = How much hangs on it
voice-criticality-hint = Of what is due on one day, the higher one stands in front. From 4 on it has to be acknowledged by the next working day, and whoever has to know is told by mail, without a word of it.
voice-criticality-level = { $n ->
    [0] Not said
    [1] 1 – small
    [2] 2 – it gets in the way
    [3] 3 – it wears people down
    [4] 4 – somebody may come to harm
   *[5] 5 – somebody is in danger
}
voice-criticality-button = Save this
voice-remarks = Among handlers
voice-remarks-words = Whoever raised it never sees this.
voice-remark-label = A remark
voice-remark-button = Save remark
voice-people-title = Who handles it, and who must not
voice-people-who = Who?
voice-people-who-hint = A name, or what they do.
voice-people-deed = What about them?
voice-people-owner = They answer this from now on
voice-people-deputy = They are the deputy
voice-people-subject = It is about them: they never see it
voice-people-button = Save
voice-aside = Step aside
voice-aside-words = If you are too close to it: somebody else answers, and you do not see it any more.

# What it is about and who receives it.
voice-routing-title = Issues: who receives what
voice-routing-lead = Everything that is raised has one person who answers, and a deputy.
voice-missing = What nobody receives
voice-missing-falls = nobody is named for these. Meanwhile { $name } receives them.
voice-missing-nobody = nobody receives these.
voice-missing-none = Everything has somebody who receives it.
voice-missing-handlers = What is delicate goes to confidential handlers, whatever is said below. They are named under:
voice-routes = Who receives what
voice-routes-none = Nobody is named yet.
voice-routes-category = Subject
voice-routes-site = Site
voice-routes-everywhere = Wherever nobody else is named
voice-routes-owner = Owner
voice-routes-deputy = Deputy
voice-routes-remove = Remove
voice-route-set = Name somebody
voice-route-all = Everything that is not delicate
voice-route-who = Who?
voice-route-who-hint = A name, or what they do.
voice-route-as = As
voice-categories = Subjects
voice-categories-days = Working days to acknowledge, answer, decide
voice-categories-keep = Days it is kept
voice-categories-change = Change the days
voice-categories-delicate = delicate
voice-categories-retire = Offer no more
voice-categories-retired = not offered
voice-categories-return = Offer again
voice-categories-new = A subject of your own
voice-categories-name = Name
voice-categories-name-hint = In the words of those who choose it.
voice-categories-is-delicate = It is delicate: only confidential handlers read it
voice-categories-add = Add
voice-days-title = Days: { $name }
voice-days-back = Back to the subjects
voice-days-lead = How long those who handle it have, in working days of the site, and how long it is kept.
voice-days-acknowledge = Working days until it is acknowledged
voice-days-answer = Working days until it is answered
voice-days-decide = Working days until it is decided
voice-days-hint = 1 to 250 each. This holds for what is raised from now on; what is there already stays due when it was.
voice-days-keep = Days it is kept after it was closed
voice-days-keep-hint = 30 to 3660, also for what is there already. Those who answer for it are told 30 days before it is deleted.

voice-said-raised = It has arrived. You find all that becomes of it here.
voice-said-joined = You count. You will hear what becomes of it.
voice-said-left = You do not count here any more.
voice-said-written = Sent.
voice-said-withdrawn = You took it back. Its words are erased.
voice-said-revealed = Your name stands beside it now.
voice-said-answered = Your answer is there.
voice-said-remarked = Kept among handlers.
voice-said-stepped = Said. Whoever raised or joined it hears of it.
voice-said-handed-over = Handed over.
voice-said-barred = Done. They do not see it any more.
voice-said-unbarred = Done.
voice-said-aside = You stepped aside. You do not see it any more.
voice-said-saved = Saved.
