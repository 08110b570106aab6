# Who works where: people, sites, places, and bringing them in from a file.
directory-name = Name
directory-site = Site
directory-number = Employee number
directory-number-hint = Left empty, we make one.
directory-edit = Edit
directory-save = Save
directory-remove = Remove
directory-left = Has left
directory-people-title = People
directory-people-back = Back to all people
directory-people-search = Name, role or employee number
directory-people-count = { $n ->
    [one] One person
   *[other] { $n } people
}
directory-people-none = Nobody found.
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
directory-entry = Signing in
directory-entry-yes = This person can sign in.
directory-entry-no = This person cannot sign in yet.
directory-own-code = Make a new own code
directory-invite = Send an invitation
directory-code-fresh = The new own code for { $name }. It is shown only now; write it on their slip.
directory-leave = This person is leaving
directory-leave-words = They can no longer sign in or be found. Their praise stays theirs: they can export it until the last day.
directory-leave-button = Mark as left today
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
directory-places-title = Places
directory-places-lead = A desk, a room, a ward: anything a code may hang at.
directory-place-new = New place
directory-place-new-hint = As people call it: Front desk, Pool bar, Ward 3.
directory-place-add = Add place
directory-import-title = Bring in people
directory-import-words = From your HR system as a CSV file. First we only check and show you what would happen.
directory-import-columns = Columns, in any order:
directory-import-file = CSV file
directory-import-file-hint = Read on this device into the box below, so that you can look at it first.
directory-import-paste = Or paste the rows
directory-import-paste-hint = With the header row; commas or semicolons.
directory-import-check = Check without changing anything
directory-report-title = What would happen
directory-report-ready = Ready to bring in
directory-report-done = Done, everybody is in
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
