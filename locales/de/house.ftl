# Worte, die zu keinem Raum gehören: Zeiten und Spannen.

house-just-now = gerade eben

house-ago-minutes = { $n ->
    [one] vor { $n } Minute
   *[other] vor { $n } Minuten
}
house-ago-hours = { $n ->
    [one] vor { $n } Stunde
   *[other] vor { $n } Stunden
}
house-ago-days = { $n ->
    [one] vor { $n } Tag
   *[other] vor { $n } Tagen
}
house-ago-weeks = { $n ->
    [one] vor { $n } Woche
   *[other] vor { $n } Wochen
}
house-ago-months = { $n ->
    [one] vor { $n } Monat
   *[other] vor { $n } Monaten
}
house-ago-years = { $n ->
    [one] vor { $n } Jahr
   *[other] vor { $n } Jahren
}

house-in-minutes = { $n ->
    [one] in { $n } Minute
   *[other] in { $n } Minuten
}
house-in-hours = { $n ->
    [one] in { $n } Stunde
   *[other] in { $n } Stunden
}
house-in-days = { $n ->
    [one] in { $n } Tag
   *[other] in { $n } Tagen
}
house-in-weeks = { $n ->
    [one] in { $n } Woche
   *[other] in { $n } Wochen
}
house-in-months = { $n ->
    [one] in { $n } Monat
   *[other] in { $n } Monaten
}
house-in-years = { $n ->
    [one] in { $n } Jahr
   *[other] in { $n } Jahren
}

house-duration-seconds = { $n ->
    [one] { $n } Sekunde
   *[other] { $n } Sekunden
}
house-duration-minutes = { $n ->
    [one] { $n } Minute
   *[other] { $n } Minuten
}
house-duration-hours = { $n ->
    [one] { $n } Stunde
   *[other] { $n } Stunden
}
house-duration-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
house-duration-two = { $large } { $small }
