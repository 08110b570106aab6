# Spans of time, for the helpers ago and duration.

times-just-now = just now

times-ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
times-ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
times-ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
times-ago-weeks = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
}
times-ago-months = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
times-ago-years = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
}

times-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
times-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
times-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
times-in-weeks = { $n ->
    [one] in { $n } week
   *[other] in { $n } weeks
}
times-in-months = { $n ->
    [one] in { $n } month
   *[other] in { $n } months
}
times-in-years = { $n ->
    [one] in { $n } year
   *[other] in { $n } years
}

times-duration-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
times-duration-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
times-duration-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
times-duration-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
times-duration-two = { $large } { $small }
