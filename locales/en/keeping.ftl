# What is kept for long enough.
keeping-title = What ends soon
keeping-lead = What was closed long ago is deleted after the days of its category; only a line without words stays. Hold what the law asks to keep for longer.
keeping-about = About
keeping-closed = Closed
keeping-ends = Deleted after
keeping-held = Held since { $day }
keeping-hold = Hold
keeping-release = Let go
keeping-none = Nothing that you answer for ends in the next 30 days.
keeping-deleted-title = What was deleted
keeping-deleted-words = Its days were over. What it said and who said it is gone; this line is all that is left.
keeping-thread = A thread whose subject is not known any more
keeping-became = What became of it
keeping-raised = Raised
keeping-deleted = Deleted
keeping-said-done = Noted.
