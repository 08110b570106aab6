# For whoever runs it.
admin-title = Settings
admin-back = Back to settings
admin-save = Save
admin-steps-title = What is left to do
admin-steps-done = { $done } of { $all } done. When nothing is left, this list goes.
admin-step-done = Done:
admin-step = { $step ->
    [organisation] Say what you stand for
    [sites] Look at your site, or enter more
    [mail] Set a mail server and test it
    [people] Bring in people
    [entry] Let them in
    [answers] Say who answers guests
    [handlers] Name confidential handlers
    [issues] Say who receives issues
   *[codes] Make and print the codes
}
admin-step-words = { $step ->
    [organisation] Five to eight values. Colleagues tag praise with them.
    [sites] Country, holidays, places. Many sites at once: the command “import sites”.
    [mail] Until then no mail reaches anybody.
    [people] From a CSV file; first you see what would happen.
    [entry] By e-mail, or by a printed slip for those without an address.
    [answers] A responder at each site, or the site’s manager.
    [handlers] Only they read what is raised in confidence, or by somebody whose name nobody can know.
    [issues] For each subject, with a deputy.
   *[codes] For sites, desks and badges. Guests come by them.
}
admin-step-lacking = Nobody yet at { $sites }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
admin-people = People
admin-people-words = { $n ->
    [one] One person in the directory
   *[other] { $n } people in the directory
}
admin-sites = Sites and places
admin-sites-words = { $n ->
    [one] One site
   *[other] { $n } sites
}
admin-codes = Codes to scan
admin-codes-words = { $n ->
    [one] One code in use
   *[other] { $n } codes in use
}
admin-mail = Mail
admin-mail-words = What went out, what is waiting
admin-mail-failed = { $n ->
    [one] One mail could not be sent
   *[other] { $n } mails could not be sent
}
admin-organisation = Organisation
admin-organisation-words = Name, values, language
admin-roles = Roles
admin-roles-words = Who may do what, and where
admin-voice = Issues
admin-voice-words = What they are about, and who receives them
admin-codes-lead = One for the whole organisation, a site, a place or a badge. Print it, put it up, and praise finds its way.
admin-codes-lead-badges = A badge for everybody here. Whoever scans it praises the one who wears it.
admin-codes-site = For which site?
admin-codes-make = Make its codes
admin-codes-none = No codes yet. Make the first ones above.
admin-codes-level = { $level ->
    [organisation] Organisation
    [site] Site
    [place] Place
   *[person] Badge
}
admin-codes-print = Print
admin-codes-more = Replace or stop
admin-codes-replace = Replace by a new code
admin-codes-revoke = Stop this code
admin-codes-revoke-words = The printed code stops working at once. Whoever scans it gets a kind word and the way on.
admin-codes-revoked = Stopped
admin-codes-back = Back to all codes
admin-code-print-title = Print a code
admin-code-alt = QR code for { $address }
admin-code-how = Point your camera here. One minute, no account.
admin-mail-server = Mails go out through { $server }.
admin-mail-no-server = No mail server is set, so mails reach nobody. To change that, set PEOPLEWORTHY_MAIL_URL and start Peopleworthy again. Until then they lie as files in this folder:
admin-mail-test = Send a test
admin-mail-test-to = Test address
admin-mail-test-ok = The server took it. It said:
admin-mail-test-file = No mail server is set, so this mail went to nobody. It lies here:
admin-mail-test-failed = That did not work. The server said:
admin-mail-list = Latest mails
admin-mail-to = To
admin-mail-subject = Subject
admin-mail-state = State
admin-mail-is = { $state ->
    [waiting] Waiting
    [sent] Sent
    [written] In a file
    [held] Held
   *[failed] Not sent
}
admin-mail-again = Send again
admin-mail-none = No mail has been written yet.
admin-mail-queue = { $waiting ->
    [0] Nothing waits.
    [one] One mail waits.
   *[other] { $waiting } mails wait.
}
admin-mail-held = { $n ->
    [one] One mail is held back: its address refuses mail, or it may have gone out before this database was restored.
   *[other] { $n } mails are held back: their addresses refuse mail, or they may have gone out before this database was restored.
}
admin-mail-refuses = The address refuses mail
admin-mail-last = The last one went out { $ago }.
admin-mail-tries = { $n ->
    [one] one attempt
   *[other] { $n } attempts
}
admin-mail-again-all = Send all again that failed
admin-mail-said-again = It is on its way again.
admin-mail-next = next attempt { $when }
admin-organisation-name = Name
admin-organisation-values = Our values
admin-organisation-values-hint = One a line, five to eight in all. People tag praise with them.
admin-organisation-language = Language
admin-organisation-language-hint = Used where a visitor’s own is not known.
admin-roles-lead = Everybody can give and receive praise. Roles are for those who answer and look after things.
admin-roles-who = Who
admin-roles-who-hint = A name or what they do.
admin-roles-role = Role
admin-roles-scope = Where
admin-roles-everywhere = Everywhere
admin-roles-give = Give a role
admin-roles-button = Give role
admin-roles-remove = Remove
admin-roles-remove-ask = Take the role “{ $role }” from { $name }?
admin-roles-remove-words = It ends at once: what only this role may see and do is closed to them, and nothing new reaches them by it. Their praise and what they raised stay theirs. You can give it again.
admin-roles-remove-button = Take the role
admin-role = { $role ->
    [responder] Answers guests
    [site_manager] Site manager
    [hr] HR
    [confidential_handler] Confidential handler
    [executive] Executive
    [auditor] Auditor
    [admin] Administrator
   *[employee] Colleague
}
admin-codes-what = What for?
admin-codes-show = Show
admin-said-code-stopped = The code is stopped.
admin-said-saved = Saved.
admin-said-role-taken = The role is taken away.
admin-problem-value-twice = A value stands in the list twice.
admin-problem-values = Enter five to eight values, one a line, or none at all.
admin-problem-language = Choose a language.
admin-problem-nobody = Nobody found. Try another spelling, or what they do.
admin-problem-who = Choose who gets the role.
admin-problem-role = Choose a role.
admin-problem-site = Choose a site from the list.
admin-problem-admin-everywhere = An administrator looks after the whole house: choose “Everywhere”.
admin-problem-last-admin = This is the only administrator. Give somebody else the role first.
admin-problem-last-confidant = Nobody else reads what is said in confidence there. Give somebody else the role first.
admin-codes-print-all = Print all
admin-said-codes-made = The codes are made.
admin-said-codes-there = Every code is there already.
admin-said-codes-no-places = This site has no places yet. Add some on the site’s page first.
admin-audit = Audit log
admin-audit-words = Who did what that somebody may have to answer for
admin-audit-lead = What was done that somebody may have to answer for. No entry holds a word of what people wrote.
admin-audit-broken = Entry { $n } is not as it was written, or missing: somebody changed the log in the database. Keep a copy of it and find out who.
admin-audit-whole = { $n ->
    [0] Nothing was written yet.
    [one] One entry, unchanged since it was written.
   *[other] { $n } entries, all unchanged since they were written.
}
admin-audit-newest = { $n ->
    [0] Nothing was written yet.
    [one] One entry. The newest thousand are unchanged.
   *[other] { $n } entries. The newest thousand are unchanged.
}
admin-audit-check = Check all of them
admin-audit-all = Everything
admin-audit-who = Employee number
admin-audit-show = Show
admin-audit-nobody = Nobody has this employee number.
admin-audit-csv = All of these as a CSV file
admin-audit-when = When
admin-audit-by = Who, from where
admin-audit-what = What
admin-audit-about = About
admin-audit-no-name = Nobody by name
admin-audit-none = No entry yet.
admin-audit-kind = { $kind ->
    [opened] Opened
    [handled] Handled
    [reviewed] Reviewed
    [administered] Changed a setting
    [anonymity_changed] Changed what protects those who write
    [exported] Took a file
    [signed_in] Sign-in
   *[refused] Refused
}
