# Concerns and questions: asking, answering, following.
conversations-ask-title = { $kind ->
    [concern] Something could be better
   *[question] I have a question
}
conversations-ask-lead = { $kind ->
    [concern] Thank you for telling us. A person here reads it and answers by name.
   *[question] Ask away. A person here answers by name.
}
conversations-ask-body = { $kind ->
    [concern] What happened?
   *[question] What would you like to know?
}
conversations-ask-body-hint = { $kind ->
    [concern] When and where it was helps us to put it right.
   *[question] As briefly as you like.
}
conversations-ask-sender = About you
conversations-ask-sender-name = What may we call you?
conversations-ask-sender-email = Your e-mail
conversations-ask-sender-email-hint = Only to answer this.
conversations-ask-send = Send
conversations-ask-plain = Without an e-mail you can still read our answer: the next page gives you a private link.
conversations-sent-title = Thank you, we have it
conversations-followed-title = { $kind ->
    [concern] Your concern
   *[question] Your question
}
conversations-status-received = It has arrived. You will find the answer on this page.
conversations-status-answered = We have answered. Write again whenever you like.
conversations-status-closed = This is settled for now. Write again, and it opens once more.
conversations-status-unanswered = We have settled this without an answer. Write again, and it opens once more.
conversations-withdrawn = You took this back. Nobody sees it any more.
conversations-contact = We will write to you when there is an answer. Is your address new to us? Then we have sent you a mail: press the link in it first.
conversations-add-label = Write to us
conversations-add-button = Send
conversations-link = Come back to this page
conversations-link-words = This address is private. Keep it, and you can read the answer here at any time.
conversations-link-name = My private link
conversations-withdraw = Take it back
conversations-withdraw-words = It disappears from our inbox, with all that was written. This cannot be undone.
conversations-withdraw-button = Take it back
conversations-inbox-title = Inbox
conversations-inbox-nav = What to show
conversations-inbox-waiting = Waiting
conversations-inbox-closed = Settled
conversations-inbox-unmatched = Who was it?
conversations-inbox-none = Nothing waits for you here.
conversations-inbox-empty = Nothing here.
conversations-inbox-back = Back to the inbox
conversations-kind = { $kind ->
    [concern] Concern
   *[question] Question
}
conversations-late = Late
conversations-answered = Answered
conversations-waits = Waits for an answer
conversations-withdrawn-short = Taken back
conversations-show-title = { $kind ->
    [concern] A concern
   *[question] A question
}
conversations-reply-label = Your answer
conversations-reply-hint = Say what you understood, what happens now, and by when. Your name stands above it.
conversations-reply-reach = { $reach ->
    [open] It goes to the guest’s page and by mail.
    [asked] It goes to the guest’s page, and by mail once they have confirmed their address.
    [closed] It goes to the guest’s page. They want no mails.
   *[none] It goes to the guest’s page. They left no address.
}
conversations-reply-button = Send answer
conversations-close = Mark as settled
conversations-close-unanswered = It needs no answer
conversations-close-unanswered-words = Whoever wrote then reads that it was settled without an answer.
conversations-withdrawn-staff = The guest took this back. It can no longer be answered.
conversations-problem-withdrawn = The guest took this back while you were writing. It cannot be answered any more; what you typed is still here.
conversations-kept = What you had written
conversations-a-guest = A guest
conversations-you = You
conversations-said-added = Sent. You will find the answer here.
conversations-said-withdrawn = You took it back. Nobody sees it any more.
conversations-said-answered = Your answer is on the guest’s page.
conversations-said-closed = Marked as settled.
conversations-problem-in-a-row = That is as much as can wait here for one answer. We have all of it, and will answer.
