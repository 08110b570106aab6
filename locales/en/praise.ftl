# Giving praise, hearing it, showing it.
praise-give-title = Someone did something right
praise-give-who = Who was it?
praise-give-who-hint = A name, part of a name, or what they do. Spelling does not matter.
praise-give-unknown = I don’t know the name
praise-give-unknown-hint = Anything helps us find out who it was. One of these is enough.
praise-give-when = When was it?
praise-give-when-hint = For example “this morning at breakfast”
praise-give-where = Where?
praise-give-where-hint = For example “at the pool bar”
praise-give-what-role = What do they do, as far as you could see?
praise-give-what-role-hint = For example “carried our cases”
praise-give-sender = About you
praise-give-sender-name = What may we call you?
praise-give-sender-email = Your e-mail
praise-give-sender-email-hint = Only to tell you what becomes of this.
praise-give-send = Send my thanks
praise-give-just = Just say thank you, without words
praise-give-plain = The person you praise reads your words as you wrote them and decides who else may. Nobody edits them.
praise-did = What did they do?
praise-did-hint = For example: “Stayed after her shift to find my daughter’s toy rabbit.”
praise-difference = What difference did it make?
praise-difference-hint = For you, for someone with you, for your day.
praise-just-thanks = Thank you!
praise-added = Added

praise-card-thanks = Thank you,
praise-card-code-alt = A code for { $name } to scan
praise-card-seen = { $name }, this is for you
praise-card-seen-how = Scan it to say “I heard this”.
praise-card-open = Hold it up
praise-card-flip = Turn it round
praise-card-close = Close

praise-followed-title = Your thanks
praise-followed-next = Show it now, if you like. Here is what happens next.
praise-followed-thanks = Thank you. Your words are with us.
praise-followed-words = What you wrote
praise-followed-withdrawn = You took your note back
praise-followed-withdrawn-words = Nobody sees it any more. Thank you for having thought of someone all the same.
praise-followed-better = Was there anything we could do better?
praise-followed-better-link = Tell us, a person answers
praise-followed-link = Come back to this page
praise-followed-link-words = This address is private. Whoever has it can read, add to or take back the note, so keep it to yourself.
praise-followed-link-name = My private link
praise-step-sent = Sent
praise-step-unmatched = We are finding out who it was, so that your words reach the right person.
praise-step-held = Somebody takes a brief look at it, then it goes to { $name }.
praise-step-nobody = Somebody read it and tried, but could not find out who it was. Add what else you remember, and they will try again.
praise-step-junk = Somebody read it. It was not passed on.
praise-step-there = It is on { $name }’s page, not read yet.
praise-step-read = { $name } has read it.
praise-step-seen = { $name } heard it on the spot.
praise-step-thanks = { $name } says:
praise-contact = We will write to you when there is something to tell. Is your address new to us? Then we have sent you a mail: press the link in it first.
praise-three = Three short questions, if you like
praise-three-satisfied = Are you satisfied with us?
praise-three-individual = Were you treated as a person, not as a number?
praise-three-return = Would you come back?
praise-three-send = Send answers
praise-add = Add something
praise-add-label = What would you like to add?
praise-add-button = Add it
praise-withdraw-link = Take the note back
praise-withdraw-title = Take your note back?
praise-withdraw-words = It disappears from every list, and from the page of the person you praised. This cannot be undone.
praise-withdraw-button = Take it back
praise-withdraw-keep = No, keep it
praise-seen-title = Did you hear this, { $name }?
praise-seen-words = Someone just thanked you face to face. One press, and they know it arrived.
praise-seen-button = I heard this
praise-seen-done-title = Well done, { $name }
praise-seen-done-words = The guest sees that it arrived. The note itself is yours to keep.
praise-seen-done-link = Read it in My praise

praise-home-title = Home
praise-home-hello = Hello, { $name }
praise-home-new = { $n ->
    [one] One new note for you
   *[other] { $n } new notes for you
}
praise-home-waiting = Waiting for you
praise-home-issues = { $n ->
    [one] One issue
   *[other] { $n } issues
}{ $late ->
    [0] {""}
   *[other] , { $late } of them late
}
praise-home-conversations = { $n ->
    [one] One conversation with a guest
   *[other] { $n } conversations with guests
}
praise-home-notes = { $n ->
    [one] One note: whom is it for?
   *[other] { $n } notes: whom are they for?
}
praise-home-yours = Your praise
praise-home-all = All my praise
praise-home-none = Nothing new just now. When someone thanks you, it shows here at once.
praise-home-wall-all = The whole wall
praise-new-title = Praise someone
praise-new-who = Who?
praise-new-who-hint = A name or what they do. From any team, any site.
praise-new-values = Which of our values did it show?
praise-new-send = Send praise
praise-new-plain = They see it now. They decide whether it goes on the wall.
praise-show-title = Praise
praise-show-yours = This is about you
praise-show-for = For
praise-show-when = When
praise-show-where = Where
praise-show-source = How it came
praise-show-all = All my praise
praise-thank = Say thank you
praise-thank-label = Your answer
praise-thank-hint = One line is plenty. Only your first name is shown.
praise-thank-button = Send thanks
praise-thank-said = You said:
praise-visible = Who may see this?
praise-visible-hint = It is yours. Change your mind whenever you like.
praise-visible-me = Only me
praise-visible-team = My team
praise-visible-site = Everyone at my site
praise-visible-company = The whole company
praise-visible-public = Everyone, guests too, once praise is shown to guests here
praise-visible-save = Save
praise-mine-title = My praise
praise-mine-lead = Yours to keep. It is not used in appraisals unless you bring it along.
praise-mine-all = notes
praise-mine-guests = from guests
praise-mine-colleagues = from colleagues
praise-mine-heard = From being sent to being read, it usually takes you
praise-mine-page = What colleagues see of it
praise-mine-none = No notes yet. The first one will be here the moment it is sent.
praise-given-title = Praise I gave
praise-given-lead = Only you see this list.
praise-given-none = You have praised nobody yet. What you write will be here, with the answer.
praise-thanks-title = Your words were answered
praise-wall-title = The wall
praise-wall-lead = Praise that people were happy to share.
praise-wall-none = The wall is still empty. Notes appear when the people praised agree.
praise-wall-nav = Whose wall
praise-wall-site = My site
praise-wall-company = The whole company
praise-person-page = The page of { $name }
praise-person-button = Praise this person
praise-person-left = { $name } no longer works here.
praise-person-notes = What others said
praise-person-none = Nothing shared here yet.
praise-unmatched-title = Who was it?
praise-unmatched-back = Back to the inbox
praise-unmatched-lead = Nobody is named clearly in these notes, or something about them is unusual. Your pick sends them on at once; the spelling of an unclear name is remembered.
praise-unmatched-nameless = No name given
praise-unmatched-role = What they do
praise-unmatched-could-be = It could be
praise-unmatched-assign = It is for them
praise-unmatched-no-idea = We have no good guess. Try a name below.
praise-unmatched-not-here = At { $site } nobody is called anything like “{ $name }”.
praise-unmatched-else = Someone else
praise-unmatched-none = No note waits for its person.
praise-unmatched-nav = Which notes
praise-unmatched-waiting = Waiting
praise-unmatched-aside = Set aside
praise-unmatched-aside-none = Nothing was set aside.
praise-unmatched-cannot = It cannot be passed on
praise-unmatched-cannot-words = The note is set aside and can be put back. Whoever wrote it reads behind their link that nobody was found, or that it was not passed on.
praise-unmatched-nobody = Nobody can be found
praise-unmatched-junk = Not meant seriously
praise-unmatched-back-button = Put it back
praise-aside-why = { $why ->
    [nobody] Set aside: nobody could be found.
   *[junk] Set aside: not meant seriously, counted nowhere.
}

praise-problem-who = Tell us who it was, or tick “I don’t know the name”.
praise-problem-which = Please pick the person you mean. If they are not in the list, send once more and we will find out.
praise-problem-gone = This person cannot be found here any more. Please look once more.
praise-problem-nothing-known = Tell us at least one thing: when it was, where, or what the person does.
praise-problem-did = Tell us what they did, or press “Just say thank you, without words”.
praise-problem-who-colleague = Pick the person you would like to praise.
praise-problem-self = Praise is for others: please pick a colleague.
praise-problem-often = You have praised { $name } several times today. They have heard you; try again tomorrow.
praise-from-guest = From a guest
praise-from-guest-named = From { $name }, a guest
praise-from-colleague = From { $name }
praise-from-import = Reached us another way
praise-reason-team = You can read this because praise for { $name } is shown to the team.
praise-reason-site = You can read this because { $name } shares it with this site.
praise-reason-company = You can read this because { $name } shares it with everyone here.
praise-reason-sender = You wrote this.
praise-guess-chosen = The guest named them
praise-guess-exact = Shares a name
praise-guess-close = Similar name
praise-guess-role = Their work fits
praise-said-added = Your words are added.
praise-said-answers = Thank you. That helps.
praise-said-withdrawn = Your note is taken back. Nobody sees it any more.
praise-said-sent = They see it now.
praise-said-thanked = Your thanks are on their way.
praise-said-visibility = Saved.
praise-said-aside = Set aside. You find it under “Set aside”.
praise-said-back = It waits again.
praise-said-matched = It is with them now, and the spelling is remembered.
praise-median = { $site }: half of all notes are heard within
praise-flag-trap = A field that people cannot see was filled in: perhaps a machine.
praise-flag-quick = It was sent faster than people type.
praise-flag-unusual = Many notes came at once from one connection, or to this site.
praise-flag-own = It was sent from the browser of the person it praises.
praise-from-a-colleague = From a colleague
praise-problem-additions = That is as much as one note takes. A further one tells it to them as well.
