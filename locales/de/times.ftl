# Zeitspannen, für die Helfer ago und duration.

times-just-now = gerade eben

times-ago-minutes = { $n ->
    [one] vor { $n } Minute
   *[other] vor { $n } Minuten
}
times-ago-hours = { $n ->
    [one] vor { $n } Stunde
   *[other] vor { $n } Stunden
}
times-ago-days = { $n ->
    [one] vor { $n } Tag
   *[other] vor { $n } Tagen
}
times-ago-weeks = { $n ->
    [one] vor { $n } Woche
   *[other] vor { $n } Wochen
}
times-ago-months = { $n ->
    [one] vor { $n } Monat
   *[other] vor { $n } Monaten
}
times-ago-years = { $n ->
    [one] vor { $n } Jahr
   *[other] vor { $n } Jahren
}

times-in-minutes = { $n ->
    [one] in { $n } Minute
   *[other] in { $n } Minuten
}
times-in-hours = { $n ->
    [one] in { $n } Stunde
   *[other] in { $n } Stunden
}
times-in-days = { $n ->
    [one] in { $n } Tag
   *[other] in { $n } Tagen
}
times-in-weeks = { $n ->
    [one] in { $n } Woche
   *[other] in { $n } Wochen
}
times-in-months = { $n ->
    [one] in { $n } Monat
   *[other] in { $n } Monaten
}
times-in-years = { $n ->
    [one] in { $n } Jahr
   *[other] in { $n } Jahren
}

times-duration-seconds = { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
}
times-duration-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
times-duration-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
times-duration-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
times-duration-two = { $large } { $small }
