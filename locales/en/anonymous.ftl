# The anonymous zone. The word itself stands in this file and nowhere else: a test looks.
anonymous-choice = Anonymous
anonymous-choice-before = Nobody shall know that it was you? Then do not write here, but
anonymous-choice-link = on the page that does not know you
anonymous-choice-words = Nobody can know that it was you, whatever their role. It has a page of its own, on which you are not signed in.
anonymous-choice-why = Nothing you typed here comes along, on purpose: this page knows your name, so whatever went from here to there would carry it with it.
anonymous-choice-join = You would rather not be seen? Say the same
anonymous-choice-join-words = Whoever reads it there can join it to this one. Here you count once then: choose one of the two ways, because nobody could notice that both were you.
anonymous-choice-threads = Anonymous

anonymous-nav = This area
anonymous-nav-write = Write
anonymous-nav-receipt = I have a receipt
anonymous-nav-answers = Answers

anonymous-sites-title = Where do you work?

anonymous-refused-title = Not possible here without being known
anonymous-refused-why = { $why ->
    [small] Fewer than five people work here. Whoever reads this would soon guess who wrote it, and we will not promise what we cannot keep.
   *[nobody] Nobody is appointed yet to read what is written here, so it would reach no one.
}
anonymous-refused-ways = Other ways
anonymous-refused-confidential = Confidential
anonymous-refused-confidential-words = only people appointed for it see your name and your words.
anonymous-refused-channels = Outside the company
anonymous-refused-channels-words = authorities and advice centres that have to listen to you.

anonymous-honest-title = What is kept, what is not, and what remains possible
anonymous-honest-kept = Kept:
anonymous-honest-kept-words = your words (sealed), the site, the day they were collected, and a random code-word.
anonymous-honest-not-kept = Not kept, anywhere:
anonymous-honest-not-kept-words = who you are, whether you are signed in, your address in the network, your browser, your language, the time of day, whether you read an answer.
anonymous-honest-when = When it is seen:
anonymous-honest-when-words = what you write waits until the next collection, around 6 in the morning or 2 in the afternoon, and comes out mixed with the rest. If yours is alone, it waits for the next morning. People who read it hear of it at 8 and at 4. No setting makes this quicker.
anonymous-honest-remains = What remains possible:
anonymous-honest-remains-words = whoever runs this machine could change the program, or read along until your words are collected. Whoever watches the network sees that you were on this page. A computer of your employer may watch you. And your way of writing, or what only you can know, may give you away. If you are afraid, use your own phone away from work.

anonymous-write-title = Write without being known
anonymous-write-lead = We cannot know who you are. You still get an answer.
anonymous-write-one-line = Not signed in, no cookie, no address, no time of day. What we cannot prevent: a changed program, a watched network, and that you are known by how you write.
anonymous-write-shown = Those who read it may then show your words to everybody at the site, so that others can join: only after reading them over and taking out what could give somebody away, without your code-word, and never what is delicate. Or they count you with an open issue of the site that says the same, which shows none of your words. You are told in your thread, also when they do not.
anonymous-write-code = The code from the staff room
anonymous-write-code-hint = Eight characters, on the poster. Everybody here has the same one; it shows only that somebody from here writes.
anonymous-write-kind = What is it?
anonymous-kind = { $kind ->
    [idea] An idea
   *[issue] A problem
}
anonymous-write-category = What is it about?
anonymous-write-choose = Please choose
anonymous-write-what = What happens?
anonymous-write-what-hint = Leave out what only you can know, unless it matters.
anonymous-write-place = Where?
anonymous-write-place-hint = Leave it empty if it would give you away.
anonymous-write-fix = What would help?
anonymous-write-small = May they know which site it is?
anonymous-write-small-hint = Only { $people } people work here. People may guess that it was you.
anonymous-write-small-hide = No, leave the site out
anonymous-write-small-say = Yes, say that it is { $site }
anonymous-write-large = You are one of { $people } people who work here.
anonymous-write-readers = These people read it
anonymous-write-readers-hint = Nobody else does, unless they show it to the site as said above. Is it about one of them? Tick the name: that person never sees it, counts it or finds it, and nothing of it is shown to the site.
anonymous-write-not = Not { $name }
anonymous-write-send = Send
anonymous-write-next = It is collected around 6 in the morning or 2 in the afternoon. Nobody sees it before.

anonymous-receipt-title = Your receipt
anonymous-receipt-words = Only with it can you read the answer and write back. It was made in this browser and is never sent to us.
anonymous-receipt-made-here = Only with it can you read the answer and write back. Your browser could not make it, so we made it. It is shown now and never again; we have forgotten it already.
anonymous-receipt-lost = Write it down, print it or take a picture. If it is lost, nobody can give it to you again, and nobody can find your thread for you.
anonymous-receipt-copy = Copy
anonymous-receipt-copied = Copied
anonymous-receipt-print = Print
anonymous-receipt-alt = The way back to your thread, as a code to scan
anonymous-receipt-kept = I have kept it
anonymous-receipt-keep-first = Please keep your receipt first, and tick that you have.
anonymous-receipt-holds = Your receipt stands in this text. Whoever reads it could answer in your place. Please take it out.
anonymous-receipt-failed = That did not work: perhaps there is no connection. Nothing is lost, your receipt stays the same. Please press again.
anonymous-receipt-plain = Without JavaScript your browser cannot make a receipt. After sending, we make one and show it to you once.
anonymous-receipt-open = This connection is not encrypted, so your browser will not make a receipt. After sending, we make one and show it to you once. Whoever watches the network can read along.

anonymous-sent-title = It waits to be collected
anonymous-sent-words = Around 6 in the morning or 2 in the afternoon it is collected and read. Then it has a code-word. The screen in the staff room shows the code-words that were answered.
anonymous-sent-kept = Your receipt stayed in your browser. It was shown to you before you sent this; we do not know it.
anonymous-sent-leave = On a computer that others use: close this window.

anonymous-ask-title = Your receipt
anonymous-ask-lead = It leads to your thread. We do not note that you were here.
anonymous-ask-label = The receipt
anonymous-ask-hint = Six groups of four. Capitals and hyphens do not matter.
anonymous-ask-button = Open
anonymous-ask-plain = Without JavaScript the receipt itself is sent to us. It is used once and not kept.
anonymous-ask-script = Your receipt stays in this browser. Only something that was worked out from it is sent.

anonymous-lost-title = Nothing is found with this receipt
anonymous-lost-words = A character may be wrong. Compare it once more: there is no O and no I in it, only 0 and 1.
anonymous-lost-really = Is it lost?
anonymous-lost-really-words = Then nothing can be done. We do not know who you are, so we cannot find your thread for you; nobody can. What you wrote was still collected and is being looked at. You can write again and will get a new receipt.
anonymous-lost-again = Write again

anonymous-thread-title = Your thread
anonymous-state = { $state ->
    [waiting] Waits to be collected
    [received] Received
    [acknowledged] Read
    [looking] Being looked into
    [planned] Planned
    [changed] Changed
    [declined] Not changing, because
    [joined] Goes on under an open issue
   *[passed_on] Passed on
}
anonymous-joined = It goes on under this issue:
anonymous-joined-elsewhere = It goes on under another issue.
anonymous-joined-words = You count there as one more person, and nobody can see that it is you. It stands in the list of issues, for everybody at the site; what becomes of it is said there. If it is not the same after all, write back: then it stands by itself again, and you do not count there any more.
anonymous-thread-waits = It has not been collected yet. Nobody has seen it. Come back after 6 in the morning or 2 in the afternoon.
anonymous-thread-handle = Your code-word is { $handle }. Look for it on the screen in the staff room.
anonymous-thread-read-by = By { DATETIME($day) } somebody has to say that they have read it.
anonymous-thread-due = You are owed an answer on what becomes of it by { DATETIME($day) }.
anonymous-thread-sent = It waits to be collected.
anonymous-thread-waiting = { $count ->
    [one] Something of yours waits to be collected.
   *[other] { $count } things of yours wait to be collected.
}
anonymous-thread-write = Write back
anonymous-thread-write-hint = It is collected with the others. If it was settled, it is opened again.
anonymous-thread-close = On a computer that others use: close this window.
anonymous-thread-revealed = You have made yourself known as { $name }.
anonymous-reveal = Say who you are
anonymous-reveal-words = This is final. Whoever reads this thread will know your name, with everything you have written here, and it can never be taken back. Nobody may ask it of you.
anonymous-reveal-name = Your name, as they shall read it
anonymous-reveal-sure = I know that this cannot be undone
anonymous-reveal-button = Make myself known

anonymous-message-you = You
anonymous-message-writer = The writer
anonymous-message-is = { $is ->
    [reveal] Made themself known as:
    [published] Now everybody at the site can read this:
    [joined] The same as an open issue. It goes on there.
    [retracted] Not shown to the site any more, because:
    [apart] The issue under which it went on was taken back. It stands by itself again, and is looked at.
   *[kept] Not shown to the site, because:
}
anonymous-message-place = Where:
anonymous-message-fix = What would help:

anonymous-board-title = Answered
anonymous-board-words = These code-words have an answer. It is read with the receipt. Nobody notes who reads.
anonymous-board-none = Nothing was answered in the last 14 days.
anonymous-board-screen = For a screen
anonymous-board-print = To print
anonymous-board-back = Back to the board

anonymous-problem-code = This is not the code on the poster of this month or the last one.
anonymous-problem-too-many = There were a great many tries from this network in this hour. Keep your text, and try again in an hour.
anonymous-problem-category = What is it about?
anonymous-problem-what = What happens?
anonymous-problem-text = Please write something.
anonymous-problem-name = Which name shall they read?
anonymous-problem-sure = Please tick that you know it cannot be undone.
anonymous-problem-nobody-left = Then nobody here would read it. If you trust none of them, do not write it here: below stands where else you can turn.
anonymous-problem-site-said = Without the site nobody would read it: those who do are appointed for this site only.
anonymous-problem-receipt = A receipt has six groups of four letters and digits.
anonymous-problem-state = Where does it stand?
anonymous-problem-reason = Please say why, or what is planned and by when.
anonymous-problem-issue = Please choose one that is still open.
anonymous-problem-title = What shall it be called?
anonymous-problem-cause = Please say why it is taken back.
anonymous-problem-cause-text = Please write a few words to whoever wrote it.
anonymous-problem-held = It is held, because the law asks to keep it, so nothing of it can be erased now. Whoever answers for it can let go of it.
anonymous-problem-none-ticked = Please tick at least one.
anonymous-problem-look-alone = Something in it could give somebody away, or it was taken back before. Look at it alone.
anonymous-problem-decided = Something that you had ticked was decided by somebody else meanwhile.
anonymous-problem-last-handler = Nobody else could read it then. Have somebody else appointed first.

anonymous-said-shown = Everybody at the site can read it now, and the writer reads what you showed.
anonymous-said-retracted = The site does not see it any more. The writer can read why.
anonymous-said-reviewed = They are decided, and their writers can read it.
anonymous-said-told = The writer can read it now.
anonymous-said-remarked = Noted for those who handle it.
anonymous-said-aside = You have stepped aside. It is no longer yours.

anonymous-home-some = Some anonymous threads
anonymous-home-threads = { $n } anonymous threads
anonymous-threads-title = Anonymous threads
anonymous-threads-words = Nobody knows who writes here. Every opening is in the audit log; what writers do is nowhere.
anonymous-threads-open = Open
anonymous-threads-review = { $n ->
    [0] None wait for review
    [one] 1 waits for review
   *[other] { $n } wait for review
}
anonymous-threads-closed = Settled
anonymous-threads-none = Nothing here. New threads come around 6 in the morning and 2 in the afternoon.
anonymous-threads-no-site = Site not said
anonymous-threads-received = received { DATETIME($day) }
anonymous-threads-due = { $near ->
    [late] overdue since { DATETIME($day) }
    [soon] due soon, by { DATETIME($day) }
   *[other] due { DATETIME($day) }
}

anonymous-show-back = All threads
anonymous-show-nobody = Nobody can know who wrote this, and nothing you do here tells you. Do not try to find out, and do not ask for a name.
anonymous-show-revealed = The writer has made themself known as { $name }. Others do not know it.
anonymous-show-answer = Answer
anonymous-show-answer-hint = The writer reads your name and your words at once. The staff-room screen shows that there is an answer.
anonymous-show-answer-button = Answer by name
anonymous-show-state = Where it stands
anonymous-show-state-label = It is now
anonymous-show-reason = Why, or what is planned and by when
anonymous-show-reason-hint = The writer reads this. Needed for planned, not changing and passed on.
anonymous-show-state-button = Save this step

anonymous-review-title = Shall the site see it?
anonymous-review-words = Then others can join, without knowing who wrote it. Take out names and whatever could give the writer away. The writer reads what you publish, or why you do not.
anonymous-review-publish = Show it to the site
anonymous-review-name = Title
anonymous-review-what = What happens, as everybody will read it
anonymous-review-what-hint = The writer’s own words to begin with. Change what could give them or others away.
anonymous-review-flags = Look twice at what could give somebody away:
anonymous-review-looked = I have looked: everybody may read these words
anonymous-problem-contacts = Please take out { $found }: by such things people are reached.
anonymous-review-read = What the site reads
anonymous-problem-looked = Take out what could give somebody away, or say that you have looked.
anonymous-review-publish-button = Show it
anonymous-review-keep = Do not show it
anonymous-review-why = Why not?
anonymous-review-why-hint = The writer reads this.
anonymous-review-keep-button = Tell the writer
anonymous-review-delicate = This is delicate: it stays between the writer and those who handle it.
anonymous-review-excluded = The writer excluded somebody. Everybody at the site reads what it is shown, that person too, so this is not shown. Tell the writer.
anonymous-review-no-site = The writer did not say which site it is, so no site sees it.
anonymous-review-done = { $review ->
    [published] The site sees it.
   *[kept] It is not shown to the site. The writer was told why.
}

anonymous-together-words = Nobody knows who wrote these. Here they stand in their writers’ own words, and that you have opened them is in the audit log. What could give somebody away wants a look of its own.
anonymous-together-alone = Look at it alone
anonymous-together-title = Decide what is ticked
anonymous-together-publish-words = Shown as they are: the first words become the title. Each writer reads what was decided.
anonymous-together-publish = Show them to the site as they are
anonymous-together-why-hint = Each of the writers reads this.
anonymous-together-keep = Keep them inside
anonymous-together-none = Nothing waits for review.
anonymous-together-done = { $n ->
    [one] 1 is decided, and its writer can read it.
   *[other] { $n } are decided, and their writers can read it.
}

anonymous-retract = Take it back from the site
anonymous-retract-words = Its words are erased there, with all that was said about it, and whoever opens it reads that it was taken back. Who joined finds that under "Mine". What went on under it stands by itself again. Here you can review it once more; shown again, it begins anew, and nobody has joined it.
anonymous-retract-cause = Why?
anonymous-cause = { $cause ->
    [mistake] It was shown by mistake.
    [unmasks] It could give somebody away.
   *[hurts] It hurts somebody.
}
anonymous-retract-text = A few words to the writer
anonymous-retract-button = Take it back

anonymous-join = The same as an open issue
anonymous-join-words = The writer then counts once more on that issue, and nothing else of this thread is seen there. They read its title, where it stands and how many people it is about. Offered is what everybody at the site may read.
anonymous-join-issue = It goes on under
anonymous-join-button = Join it

anonymous-remarks-title = Only for those who handle it
anonymous-remarks-words = The writer never sees these.
anonymous-remarks-label = Remark
anonymous-remarks-button = Note it

anonymous-aside = Step aside
anonymous-aside-words = { $others ->
    [0] You are the only one who reads this thread.
    [one] If it concerns you or somebody close to you, leave it to the other person who reads it. You will not find it again.
   *[other] If it concerns you or somebody close to you, leave it to the { $others } others who read it. You will not find it again.
}
anonymous-aside-button = I should not handle this

anonymous-poster-title = Poster for the staff room
anonymous-poster-link = Poster for the staff room
anonymous-poster-back = Back to the site
anonymous-poster-how = Hang it where only people who work here come. There is a new code every month: print it again then.
anonymous-poster-headline = Something wrong? Say it without being known.
anonymous-poster-alt = Code to scan: the page to write on
anonymous-poster-code = The code of this month:
anonymous-poster-until = good until { DATETIME($day) }

anonymous-guard-title = What protects you when you write without being known
anonymous-guard-lead = These rules stand in the program. No setting, no role and no administrator can loosen them.
anonymous-guard-changes = Who reads it: every change
anonymous-guard-changes-words = Nobody can take an entry out of this list.
anonymous-guard-none = There was no change since this list began.
anonymous-guard-change = { $what ->
    [handler_given] { $by } appointed { $who } to read what is said in confidence.
    [handler_leaves] { $by } entered the last day of { $who }, who then reads nothing more of what is said in confidence.
    [handler_stays] { $by } took back the last day of { $who }, who goes on reading what is said in confidence.
   *[handler_taken] { $by } took from { $who } the right to read what is said in confidence.
}
anonymous-guard-change-server = { $what ->
    [handler_given] On the server, { $who } was appointed to read what is said in confidence.
    [handler_leaves] On the server, the last day of { $who } was entered, who then reads nothing more of what is said in confidence.
    [handler_stays] On the server, the last day of { $who } was taken back, who goes on reading what is said in confidence.
   *[handler_taken] On the server, the right to read what is said in confidence was taken from { $who }.
}

anonymous-mail-subject = There is something new to read
anonymous-mail-words = Something new waits for those who handle what is said in confidence.
anonymous-mail-urgent-subject = Something urgent waits to be read
anonymous-mail-urgent-words = Something that waits for those who handle what is said in confidence was said to be urgent: somebody may come to harm.
anonymous-mail-label = Open the list
anonymous-mail-why = You get this mail because you handle what is said in confidence. It comes at fixed times and says nothing more on purpose.
