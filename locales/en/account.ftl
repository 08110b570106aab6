# Signing in, invitations, passwords and own codes.
account-sign-in-title = Sign in
account-is-new = Nobody can sign in yet. Open the set-up link that the program printed where it was started; each start prints a new one.
account-over = Your session has ended. Please sign in again.
account-unsent = You were signed out meanwhile, so what you wrote was not sent. Your browser’s Back button usually brings it back: copy it, sign in here, and send it again.
account-sign-in-button = Sign in
account-who = E-mail or employee number
account-who-hint = Whichever you were given.
account-secret = Password or own code
account-secret-hint = The own code: the first time the one on your slip, then the one you chose.
account-problem-same-code = This is the code on your slip. Choose another one, which nobody else has seen.
account-forgotten = Forgotten it?
account-back-to-sign-in = Back to sign-in
account-email = E-mail
account-reset-title = A new password
account-reset-words = Tell us your e-mail, and we will send you a link.
account-reset-button = Send the link
account-reset-no-mail = No company e-mail? Your site manager or HR can print you a new own code.
account-reset-sent-title = Look in your mail
account-reset-sent-words = If the address is known here, a link is on its way. It works once, for a short time.
account-reset-new-title = Choose a new password
account-secret-look = Show what I type
account-secret-hide = Hide what I type
account-new-password = New password
account-new-password-hint = At least { $least } characters. Three or four plain words in a row are good, and spaces are fine.
account-save-password = Save password
account-invited-title = Welcome
account-invited-hello = Welcome, { $name }
account-invited-words = { $organisation } would like you here. Choose a password, and you are in.
account-invited-button = Come in
account-set-up-title = Let us begin
account-set-up-words = A few answers, then the first thank-you can come. All of it can be changed later.
account-set-up-organisation = Name of the organisation
account-set-up-organisation-hint = As guests know it.
account-set-up-site = First site
account-set-up-site-hint = One house, branch or ward. More can follow.
account-set-up-name = Your own name
account-set-up-button = Open the house
account-code-title = Choose your own code
account-code-first = The code on your slip was for the first time only. Choose one that you alone know.
account-code-current = The code you have now
account-code-new = Your new code
account-code-new-hint = At least { $least } characters, and easy for you to remember.
account-code-save = Save code
account-sessions-title = Where you are signed in
account-sessions-words = Is there one you do not know? Sign it out and change your password or code.
account-sessions-where = Device
account-sessions-seen = Last seen
account-sessions-this = This one
account-sessions-end = Sign out
account-sessions-end-others = Sign out everywhere else

# Changing a password or code
account-password-title = Change your password or code
account-password-current = The password you have now
account-set-up-time-zone = Time zone of this site
account-set-up-time-zone-hint = Such as Europe/London.
account-set-up-language = Language
account-link-over-title = This link is over
account-link-over-words = It was used already, or its time is up. That happens; ask for a new one.
account-link-over-again = Ask for a new link

# What can be wrong
account-problem-wrong = That does not fit. Please look at both once more.
account-problem-too-weak = Your role needs a longer password by now. Press “Forgotten it?”, and we will send you a link.
account-problem-current = That is not the one you have now.
account-missing-organisation = Tell us what the organisation is called.
account-missing-site = Name the first site: a house, a branch, a ward.
account-missing-name = Tell us your own name.
account-problem-time-zone = We do not know this time zone. Choose one from the list.
account-problem-language = Choose one of the languages.
account-password-short = Take at least 8 characters.
account-password-short-with-role = Take at least 15 characters: four plain words in a row will do.
account-password-long = That is too long even for us. Take fewer than 1,000 characters.
account-password-common = Too many people use this one, or it follows a pattern. Take one that nobody would guess.
account-password-own-words = Leave out your names and those of the organisation; they are tried first.

# Said on the next page
account-said-password-set = Your new password is set. Sign in with it.
account-said-changed = It is changed. Please sign in with the new one.
account-said-session-ended = Signed out there.
account-said-sessions-ended = Signed out everywhere else.
account-said-invited = The invitation is on its way.
account-said-has-password = They have a password already. They can ask for a new one at sign-in.
account-said-no-address = There is no e-mail address to send it to. Print an own code instead.
account-said-address-taken = Somebody else signs in with this address.

# Letting many people in
account-entry-title = Let people in
account-entry-lead = Whoever has an e-mail address gets an invitation. For the others you print a slip with a code.
account-entry-on-disk = No mail server is set yet: invitations will reach nobody.
account-entry-nav = Who cannot sign in yet
account-entry-unasked = Not asked yet
account-entry-asked = Asked, not in yet
account-entry-all-sites = All sites
account-entry-show = Show
account-entry-whom = Whom to let in
account-entry-way = { $way ->
    [mail] Invitation to { $email }
    [slip] Slip with a code
    [address] Their role needs a password, and there is no e-mail address to choose it by.
   *[others] Only an administrator can let them in.
}
account-entry-given = { $given ->
    [invited] invited, link good until
    [over] invited, link has run out
   *[slip] has a slip
}
account-entry-go = Let them in
account-entry-go-words = Slips come on the next page and are shown only there.
account-entry-again = Ask them again
account-entry-again-words = A new link or slip makes the earlier one worthless. New slips come on the next page.
account-entry-page-over = Nobody is left on this page.
account-entry-none = Everybody here was asked.
account-entry-asked-none = Everybody who was asked has come.
account-entry-nobody-chosen = Tick at least one person.
account-entered-title = They can come in
account-entered-nobody = Nobody was let in
account-entered-back = Back to who cannot sign in yet
account-entered-invited = { $n ->
    [one] One invitation is on its way.
   *[other] { $n } invitations are on their way.
}
account-entered-on-disk = { $n ->
    [one] One invitation is written, but reaches nobody yet: there is no mail server, and it lies as a file among the mails.
   *[other] { $n } invitations are written, but reach nobody yet: there is no mail server, and they lie as files among the mails.
}
account-entered-slips = { $n ->
    [one] The code on this slip is shown only now: print it before you go on.
   *[other] The codes on these { $n } slips are shown only now: print them before you go on.
}
account-entered-print = Print the slips
account-entered-left-out = Left out
account-entered-why = { $why ->
    [address] their role needs a password, and there is no e-mail address to choose it by.
    [taken] somebody else signs in with this address.
    [others] only an administrator can let them in.
   *[meanwhile] they were asked in the meantime, or have come. Whose slip nobody printed is asked again among “Asked, not in yet”.
}
