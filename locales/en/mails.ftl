# Mails. A link in a mail only opens a page; nothing happens before somebody presses a button there.
mails-hello = Hello,
mails-hello-name = Hello { $name },
mails-stop = No more mails like this one
mails-why-praised = You get this mail because somebody praised you. Who else may see it is up to you.
mails-why-asked = You get this mail because you asked { $site } to tell you what becomes of your words.
mails-why-address = Somebody left this address at { $site }. Without your press on the button no other mail follows.
mails-why-responder = You get this mail because you answer the guests of { $site }.
mails-why-retention = You get this mail because you handle what staff raise.
mails-why-invited = You get this mail because you are in the directory of { $organisation }.
mails-why-account = You get this mail because it is about your account.
mails-why-test = You get this mail because you asked for it.

mails-praise-received-subject = A guest caught you doing something right
mails-praise-received-subject-from = { $sender } caught you doing something right
mails-praise-received-subject-colleague = A colleague caught you doing something right
mails-praise-received-guest = A guest took a moment to say something about you. It begins like this:
mails-praise-received-guest-named = { $sender }, a guest, took a moment to say something about you. It begins like this:
mails-praise-received-colleague = A colleague took a moment to say something about you. It begins like this:
mails-praise-received-colleague-named = { $sender } took a moment to say something about you. It begins like this:
mails-praise-received-label = Read all of it

mails-note-read-and-thanked-subject = { $person } read your note and says thank you
mails-note-read-and-thanked-words = Your words have arrived. { $person } at { $site } has read them and says thank you.
mails-note-read-and-thanked-label = See your note

mails-confirm-address-subject = Is this your address? { $site } would like to tell you what becomes of your words
mails-confirm-address-words = Thank you for your words to { $site }. If you would like to hear what becomes of them, open this page and press its button.
mails-confirm-address-not-you = If you know nothing of this, do nothing: no other mail will come.
mails-confirm-address-label = Confirm this address

mails-conversation-answered-subject = { $site } has answered you
mails-conversation-answered-words = { $kind ->
    [concern] Somebody at { $site } has read your concern and answered. The answer waits on your private page.
   *[question] Somebody at { $site } has read your question and answered. The answer waits on your private page.
}
mails-conversation-answered-label = Read the answer

mails-inbox-new-subject = { $kind ->
    [again] A guest wrote again: { $site }
    [concern] A guest raised a concern: { $site }
   *[question] A guest has a question: { $site }
}
mails-inbox-new-words = { $kind ->
    [again] A guest of { $site } wrote again. Somebody should read it soon.
    [concern] A guest of { $site } raised a concern. Somebody should read it soon.
   *[question] A guest of { $site } has a question. Somebody should read it soon.
}
mails-inbox-new-words-place = { $kind ->
    [again] A guest of { $site } ({ $place }) wrote again. Somebody should read it soon.
    [concern] A guest of { $site } ({ $place }) raised a concern. Somebody should read it soon.
   *[question] A guest of { $site } ({ $place }) has a question. Somebody should read it soon.
}
mails-inbox-new-label = Open the inbox

mails-invitation-subject = Your place at { $organisation } on Peopleworthy
mails-invitation-words = At { $organisation }, people now tell each other what they do well, and guests tell them too. Choose a password and see what is said about you.
mails-invitation-days = { $days ->
    [one] The link works once, for one day.
   *[other] The link works once, for { $days } days.
}
mails-invitation-label = Choose a password

mails-reset-subject = A new password for your account
mails-reset-words = { $minutes ->
    [one] Somebody asked for a new password for your account. The link works once, for one minute.
   *[other] Somebody asked for a new password for your account. The link works once, for { $minutes } minutes.
}
mails-reset-not-you = If it was not you, do nothing: your password stays as it is.
mails-reset-label = Choose a new password

mails-password-changed-subject = Your password was changed
mails-password-changed-words = The password of your account was changed on { $at }. Every other device is signed out.
mails-password-changed-not-you = If it was not you, choose a new one now and tell your administrator.
mails-password-changed-label = Choose a new password, it was not me

mails-test-mail-subject = A test from Peopleworthy
mails-test-mail-words = If you can read this, mail works.
mails-test-mail-label = Back to the mail page

mails-why-handler = You get this mail because you answer what colleagues raise at { $site }.
mails-why-raiser = You get this mail because you raised it.
mails-why-supporter = You get this mail because you said "me too".
mails-issue-received-subject = { $kind ->
    [idea] A colleague has an idea: { $site }
   *[issue] A colleague raised an issue: { $site }
}
mails-issue-received-words = { $kind ->
    [idea] Somebody at { $site } has an idea that is yours to answer. Say soon that you have read it.
   *[issue] Somebody at { $site } raised an issue that is yours to answer. Say soon that you have read it.
}
mails-issue-received-confidential-subject = Something waits for you: { $site }
mails-issue-received-confidential-words = Something at { $site } was entrusted to you. What it is stands on its own page and in no mail.
mails-issue-received-label = Open it
mails-issue-answered-subject = { $kind ->
    [idea] An idea was answered: { $site }
   *[issue] An issue was answered: { $site }
}
mails-issue-answered-words = { $kind ->
    [idea] The idea at { $site } was answered. The answer waits on its page.
   *[issue] The issue at { $site } was answered. The answer waits on its page.
}
mails-issue-answered-label = Read the answer
mails-issue-changed-state-subject = { $state ->
    [acknowledged] Somebody has read it: { $site }
    [looking] Somebody looks into it: { $site }
    [planned] Something is planned: { $site }
    [changed] Something was changed: { $site }
    [declined] Decided: { $site }
    [passed_on] Passed on: { $site }
   *[joined] It goes on under another issue: { $site }
}
mails-issue-changed-state-words = { $state ->
    [acknowledged] Somebody has read what was raised at { $site } and says so.
    [looking] Somebody looks into what was raised at { $site }.
    [planned] Something is planned about what was raised at { $site }. What, and by when, stands on its page.
    [changed] Something was changed because of what was raised at { $site }. What, stands on its page.
    [declined] What was raised at { $site } stays as it is. The reason stands on its page.
    [passed_on] What was raised at { $site } was passed on. To whom, stands on its page.
   *[joined] What was raised at { $site } goes on under another issue.
}
mails-issue-changed-state-label = See what became of it
mails-issue-confidential-subject = Something waits for you on Peopleworthy
mails-issue-confidential-words = There is something new for you. What it is stands on its own page and in no mail.
mails-why-confidential = You get this mail because you use Peopleworthy.
mails-issue-alerted-subject = Something urgent waits for you
mails-issue-alerted-words = Something that staff raised, and that you have to know of, was said to be urgent: somebody may come to harm. What it is stands on the page behind this link, and not in this mail.
mails-issue-alerted-label = See what is urgent
mails-voice-due-subject = Somebody is waiting for your answer
mails-voice-due-words = Staff raised something that you handle, and the day by which an answer is due is near or has passed. What it is stands on the page behind this link, and not in this mail.
mails-voice-due-label = See what is due

mails-retention-warning-subject = Something that was closed long ago will be deleted
mails-retention-warning-words = Something that was raised and closed long ago reaches the end of the time for which it is kept. On { $day } or soon after it is deleted, and only a line without words stays. What must be kept for longer can be held.
mails-retention-warning-label = See what ends, and hold it
