//! The tables of insights, as diesel sees them.

diesel::table! {
    /// Which numbers are compared. The newest row is in force.
    link_choice (id) {
        id -> Binary,
        person_id -> Nullable<Binary>,
        unit_level -> Text,
        customers -> Text,
        chosen_on -> Text,
    }
}

diesel::table! {
    /// What was written about a unit (a site, or a department of it), and who worked there, in the period of a survey. total and
    /// total_of_squares are those of the scores from 0 to 100, where what is counted has one.
    link_count (unit_id, period_from, period_until, measure) {
        unit_id -> Binary,
        period_from -> Text,
        period_until -> Text,
        measure -> Text,
        site_id -> Binary,
        n -> Integer,
        total -> Double,
        total_of_squares -> Double,
    }
}

diesel::table! {
    /// The periods that are counted at every site, each with the survey that speaks of it.
    link_period (period_from, period_until) {
        period_from -> Text,
        period_until -> Text,
        pulse_id -> Binary,
        counted_at -> BigInt,
    }
}

diesel::table! {
    /// What customers or operations say of a unit (a site, or a department of it) in a period, brought in from a file.
    outside_number (unit_id, period_from, period_until, name_fold) {
        unit_id -> Binary,
        period_from -> Text,
        period_until -> Text,
        name_fold -> Text,
        name -> Text,
        site_id -> Binary,
        value -> Double,
        n -> Nullable<BigInt>,
        imported_at -> BigInt,
    }
}

diesel::table! {
    /// What reports tell of a unit: a site, a department of it; without a site the whole house or a subject of issues.
    report_figure (unit_id, name) {
        unit_id -> Binary,
        name -> Text,
        site_id -> Nullable<Binary>,
        n -> Integer,
        is_few -> Bool,
        value -> Nullable<Double>,
        low -> Nullable<Double>,
        high -> Nullable<Double>,
    }
}

diesel::table! {
    /// What was written about a unit in the week that begins on a Monday.
    report_week (unit_id, monday) {
        unit_id -> Binary,
        monday -> Text,
        site_id -> Nullable<Binary>,
        praise -> Integer,
        colleagues -> Integer,
        asked -> Integer,
    }
}

diesel::table! {
    /// One row: when everything was counted last.
    report_count (id) {
        id -> Integer,
        counted_at -> BigInt,
    }
}
