# Where else one can turn, and what the law asks.
channels-title = Where else you can turn
channels-lead = You may always turn to an authority instead of us, or besides. Nobody here may keep you from it.
channels-none = Nobody has written anything here yet. Ask HR, or the authority of your country.
channels-clocks = What you tell us in confidence is acknowledged within 7 days, and within 3 months you hear what becomes of it.
channels-changes = Changes of what protects those who write
channels-edit = Outside channels and legal clocks
channels-edit-words = Where staff can turn instead, EU mode, how long is kept
channels-edit-lead = Everybody who works here can read this text.
channels-eu = The law
channels-eu-hint = Directive (EU) 2019/1937: what is raised in confidence is acknowledged within 7 days and answered within 3 months, and people are told to which authorities they can turn. Shorter times of a category stay.
channels-eu-on = EU mode
channels-text = Outside channels
channels-text-hint = Which authorities, with address and phone number; a line each.
channels-days = Days that a closed conversation with an unknown writer is kept
channels-days-hint = 30 to 3660. Those who handle it are told 30 days before it is deleted. Categories have days of their own.
channels-problem-empty = In EU mode this cannot be empty: say to which authorities people can turn.
channels-problem-days = Enter a number of days from 30 to 3660.
