# Who works where: people, sites, places, and bringing them in from a file.
directory-name = Name
directory-site = Site
directory-number = Employee number
directory-number-hint = Left empty, we make one.
directory-edit = Edit
directory-save = Save
directory-remove = Remove
directory-left = Has left
directory-leaves = Leaves
directory-people-title = People
directory-people-back = Back to all people
directory-person-page = The page that colleagues see
directory-people-search = Name, role or employee number
directory-people-count = { $n ->
    [one] One person
   *[other] { $n } people
}
directory-people-none = Nobody found.
directory-entry-link = { $n ->
    [0] Who has not signed in yet
    [one] One person was not asked in yet
   *[other] { $n } people were not asked in yet
}
directory-person-new = Add a person
directory-given-name = Given name
directory-family-name = Family name
directory-preferred-name = Called
directory-preferred-name-hint = If colleagues and guests use another name.
directory-job-title = Job title
directory-job-title-hint = As guests would say it: receptionist, night porter, nurse.
directory-department = Department
directory-team = Team
directory-email = E-mail
directory-email-hint = Without one they sign in with their employee number and own code.
directory-started-on = First day
directory-refused = Mail to { $address } comes back.
directory-refused-words = What else is written to it is kept and waits. It goes out once you put the address right, or once a mail gets through again.
directory-entry = Signing in
directory-entry-is = { $entry ->
    [yes] This person can sign in.
    [invited] Invited, and has not accepted yet.
    [left] This person can no longer sign in.
   *[no] This person cannot sign in yet.
}
directory-own-code = Make a new own code
directory-invite = Send an invitation
directory-code-fresh = The code for { $name } is shown only now: print this page, or write it down. Earlier codes are worth nothing any more.
directory-slip-title = A slip for signing in
directory-slip-print = Print the slip
directory-slip-where = Where
directory-slip-code = Own code
directory-slip-words = This code is for the first time. You then choose your own, which nobody else knows.
directory-leave = This person is leaving
directory-leave-words = They can no longer sign in or be found. Their praise stays theirs: until the last day they can read and print it.
directory-leave-button = Mark as leaving
directory-sites-title = Sites
directory-sites-back = Back to all sites
directory-site-new = Add a site
directory-site-edit = Site
directory-site-name = Name
directory-site-slug = Short name in addresses
directory-site-slug-hint = Small letters and hyphens. Old ones keep working for ever.
directory-site-languages = Languages for guests
directory-time-zone = Time zone
directory-time-zone-hint = For example Europe/Berlin
directory-site-parent = Part of
directory-site-parent-none = No other site
directory-site-country = Country
directory-site-country-hint = Two letters: DE, AT, GB.
directory-working-days = Working days
directory-working-days-hint = Only these count when an answer is due within so many working days.
directory-weekday = { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}
directory-holidays = Public holidays
directory-holidays-hint = One day a line, such as 2026-12-25. They do not count either.
directory-problem-working-days = Choose at least one working day.
directory-problem-holiday = “{ $typed }” is no day. Write one day a line, such as 2026-12-25.
directory-places-title = Places
directory-places-lead = A desk, a room, a ward: anything a code may hang at.
directory-place-new = New place
directory-place-new-hint = As people call it: Front desk, Pool bar, Ward 3.
directory-place-add = Add place
directory-import-title = Bring in people
directory-import-words = From your HR system as a CSV file. First we only check and show you what would happen.
directory-import-columns = Columns, in any order:
directory-import-roles = Roles are joined by a plus, and each says where it holds; without that it holds everywhere:
directory-import-file = CSV file
directory-import-paste = Or paste the rows
directory-import-paste-hint = With the header row; commas or semicolons.
directory-import-check = Check without changing anything
directory-report-ready = Ready to bring in
directory-report-done = Done, everybody is in
directory-report-entry = Let them sign in
directory-report-wrong = { $n ->
    [one] One row needs a look
   *[other] { $n } rows need a look
}
directory-report-added = new
directory-report-changed = changed
directory-report-left = leaving
directory-report-same = unchanged
directory-report-go = Bring them in
directory-report-nothing-yet = Nothing has been changed so far.
directory-report-again = Back to the file
directory-report-rows = Row by row
directory-report-row = Row
directory-report-outcome = Outcome
directory-outcome = { $outcome ->
    [added] New
    [changed] Changed
    [left] Leaving
    [wrong] Not right
   *[same] Unchanged
}
directory-report-line = Row { $line }
directory-report-sums = { $added } new, { $changed } changed, { $left } leaving, { $same } unchanged.
directory-report-refused = { $n ->
    [one] One row is not right, so nothing was changed.
   *[other] { $n } rows are not right, so nothing was changed.
}
directory-report-more-wrong = { $n ->
    [one] … and one row more.
   *[other] … and { $n } rows more.
}
directory-report-absent = { $n ->
    [one] One person in the directory is not in the file and stays as they are.
   *[other] { $n } people in the directory are not in the file and stay as they are.
}
directory-fault-empty = { $column } is empty.
directory-fault-too-long = { $column } is longer than { $max } characters.
directory-fault-control = { $column } holds line breaks or characters that cannot be shown.
directory-fault-marks = { $column } piles up marks on a letter.
directory-fault-address = What stands in { $column } is no e-mail address.
directory-fault-formula = { $column } begins like a spreadsheet formula (=, +, - or @).
directory-fault-no-rows = The file has no rows below its header.
directory-fault-not-csv = This cannot be read as a CSV file.
directory-fault-rows = The file has more than { $max } rows. Please split it.
directory-fault-bytes = The file is larger than { $max } MB. Please split it.
directory-fault-utf16 = The file is UTF-16. Please save it as “CSV UTF-8”.
directory-fault-utf8 = The file is not UTF-8. Please save it as “CSV UTF-8”.
directory-fault-nul = The file holds a NUL character, so it is no text.
directory-fault-cells = The row has { $found } cells where the header has { $wanted }.
directory-fault-columns = The header has { $found } columns; this is another kind of file.
directory-fault-column = There is no column “{ $column }”. Did you mean “{ $nearest }”?
directory-fault-column-twice = The column “{ $column }” comes twice.
directory-fault-column-missing = The column “{ $column }” is missing.
directory-fault-twice = Employee number { $number } is in row { $line } already.
directory-fault-site = There is no site “{ $site }”. The nearest is “{ $nearest }”.
directory-fault-department = There is no department “{ $department }” at this site.
directory-fault-manager = Nobody has the employee number { $number }, so they cannot be the manager.
directory-fault-circle = The managers form a circle: in the end this person would be their own manager.
directory-fault-team-alone = A team needs a department.
directory-fault-day = { $column } is “{ $typed }”; a day is written 2026-03-31 or 31.03.2026.
directory-fault-left-before = The last day lies before the first day.
directory-fault-role = There is no role “{ $typed }”. Did you mean “{ $nearest }”?
directory-fault-scope = “{ $typed }” names no place behind the @. Write responder@site or site_manager@site/department.
directory-fault-not-yours = Roles, and the entries of administrators, auditors and confidential handlers, can be changed by administrators only.
directory-fault-owes = Some open issues are still theirs to answer. They have to be handed over first.
directory-owed = { $n ->
    [one] One open issue is theirs to answer. It has to be handed over before they leave.
   *[other] { $n } open issues are theirs to answer. They have to be handed over before they leave.
}
directory-owed-link = To the queue
directory-fault-last-admin = After this nobody could administer Peopleworthy any more.
directory-fault-last-confidant = After this nobody else would read what is said in confidence where this person does. Somebody has to be given that role first.
directory-fault-site-twice = This is the same site as in row { $line }.
directory-fault-parent = There is no site “{ $site }” that this one could belong to.
directory-fault-site-circle = The sites form a circle: in the end this one would belong to itself.
directory-fault-slug = “{ $slug }” cannot stand in an address. Use small letters, digits and hyphens.
directory-fault-zone = There is no time zone “{ $zone }”. Write it as Europe/Berlin.
directory-fault-zone-missing = A new site needs a time zone, such as Europe/Berlin.
directory-fault-country = “{ $country }” is no country code. Use two letters, such as DE.
directory-fault-language = The language “{ $language }” is not spoken here.
directory-badges = Badges
directory-export = Download as CSV
directory-manager = Manager’s employee number
directory-manager-hint = Whom they report to.
directory-moved-on = In this place since
directory-moved-on-hint = If the site, department or team above is new. Left empty, it is today. Older praise stays with the old place.
directory-left-on = First day no longer here
directory-left-on-hint = Left empty, it is today.
directory-leave-return = They stay after all
directory-roles = Roles
directory-roles-none = No role beyond being a colleague.
directory-roles-change = Give or take roles
directory-aliases = Other spellings
directory-aliases-words = What guests have called this person. Whoever types it finds them.
directory-alias-new = Another spelling
directory-alias-add = Remember it
directory-placements = Where they are and were
directory-from = from
directory-until = until
directory-said-added = Added to the directory.
directory-said-needs-password = They hold a role that needs a password. Send an invitation instead.
directory-said-left = They have left, so there is nothing to sign in to.
directory-said-saved = Saved.
directory-problem-site = Choose a site.
directory-problem-number = An employee number needs letters or digits.
directory-problem-number-taken = Somebody else has this employee number.
directory-problem-day = Enter a day, such as 2026-03-31.
directory-problem-future = A move can be entered on its day or later.
directory-problem-moved-later = Their last move was on { $day }. Enter that day or a later one.
directory-problem-slug-taken = Another site has or had this short name.
directory-problem-languages = Choose at least one language.
directory-problem-place-taken = This site has a place of that name already.
directory-problem-no-file = Choose a file, or paste the rows.
directory-report-more = { $n ->
    [one] One more row is not shown here.
   *[other] { $n } more rows are not shown here.
}
directory-fault-admin-everywhere = An administrator looks after the whole house: write admin without a place.
directory-fault-kind = kind is “{ $typed }”; write praise, concern or question.
directory-fault-moment = received_at is “{ $typed }”; write 2026-03-31 or 2026-03-31T14:05.
directory-fault-rating = rating is “{ $typed }”; write a whole number.
directory-fault-figure-twice = The same unit, period and item stand in line { $line } already.
directory-fault-figure-department = There is no department “{ $typed }” at this site.
directory-fault-figure-period = period is “{ $typed }”; write 2026-03, 2026-Q1 or 2026.
directory-fault-figure-item = item is “{ $typed }”; the nearest one there is: { $nearest }.
directory-fault-figure = { $column } is “{ $typed }”; write a number from 0 to 100.
directory-fault-figure-answers = n is “{ $typed }”; figures of fewer than { $minimum } answers are not taken.
