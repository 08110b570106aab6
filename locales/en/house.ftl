# Words that belong to the whole house: frame, forms, errors.
house-skip = Skip to the content
house-language = Language
house-nav = Main
house-nav-menu = Menu
house-nav-home = Home
house-nav-mine = My praise
house-nav-wall = The wall
house-nav-voice = Issues and ideas
house-nav-inbox = Inbox
house-nav-people = People
house-nav-admin = Settings
house-nav-audit = Audit log
house-nav-praise = Praise someone
house-raise = Raise something
house-nav-unread = new
house-sign-out = Sign out
house-foot = { $organisation } listens with Peopleworthy.
house-trial = Not encrypted: no real names yet, please.
house-mail-on-disk = Mails reach nobody yet.
house-mail-on-disk-link = Set up mail
house-live-said = New praise has arrived.
house-live-follow = There is news on this page.

house-optional = (optional)
house-yes = Yes
house-partly = Partly
house-no = No
house-new = New
house-for = for
house-copy-link = Copy the link
house-copied = The link is copied.
house-problems = Please look at this once more
house-error = Error:
house-say-more = A few more words would help: what exactly did you see?
house-trap = Please leave this empty
house-pager = Pages
house-pager-next = { $order ->
    [newest_first] Older
    [oldest_first] Newer
   *[other] Next
 }
house-pager-previous = { $order ->
    [newest_first] Newer
    [oldest_first] Older
   *[other] Previous
 }

house-keep-offline = No connection. Your words are kept on this phone.
house-keep-again = Send again
house-keep-signed-out = You were signed out meanwhile. Your words are still here: sign in on another page, then send again.
house-keep-sign-in = Sign in (opens another page)
house-keep-sending = Sending …
house-keep-restored = We kept what you had written.

house-finder-find = Find
house-finder-change = Change
house-finder-which = Is it one of these?
house-finder-list = People found
house-finder-some = Use the arrow keys to choose.
house-finder-none = Nobody found by that name. Try part of it, or what they do.

house-error-code = If you ask us for help, please mention this code:
house-error-home = To the home page
house-error-fresh = See it as it is now
house-error-403 = This page is not for you
house-error-403-words = You are signed in, but this part is looked after by others. If you need it for your work, ask whoever runs Peopleworthy here.
house-error-404 = There is nothing here
house-error-404-words = The address may be mistyped, or what was here has been taken back. If a code brought you here, scan it once more.
house-error-409 = Someone was faster
house-error-409-words = While you were writing, this was changed by someone else. Go back, reload the page, and look at it once more.
house-error-413 = That is too large
house-error-413-words = Please send less at once.
house-error-422 = We did not understand that
house-error-422-words = Something in what was sent did not fit. Please go back and try again.
house-error-429 = One moment, please
house-error-429-words = There were a great many tries in a short time. Wait a minute, then try again.
house-error-500 = That was our fault
house-error-500-words = Something broke on our side. It has been noted down. Please try again in a moment.
house-error-503 = We will be right back
house-error-503-words = The page is being looked after just now. Please try again in a minute.

# What can be wrong with any text; said beside the field, so the field is not named.
house-text-empty = Please write something here.
house-text-too-long = This is too long. Please keep to { $max } characters.
house-text-control = This holds signs that cannot be shown. Please type it again.
house-text-marks = This piles too many marks on one letter. Please take some away.
house-text-address = This does not look like an e-mail address. It should look like name@example.org.
