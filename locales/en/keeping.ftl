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
keeping-said-done = Noted.
