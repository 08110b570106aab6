# Words that belong to no room: times and spans.

house-just-now = just now

house-ago-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
house-ago-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
house-ago-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
house-ago-weeks = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
}
house-ago-months = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
house-ago-years = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
}

house-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
house-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
house-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
house-in-weeks = { $n ->
    [one] in { $n } week
   *[other] in { $n } weeks
}
house-in-months = { $n ->
    [one] in { $n } month
   *[other] in { $n } months
}
house-in-years = { $n ->
    [one] in { $n } year
   *[other] in { $n } years
}

house-duration-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
house-duration-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
house-duration-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
house-duration-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
house-duration-two = { $large } { $small }
