//! Counting what was written and who was there.

use crate::clock::{Day, Moment};
use crate::ids::{ContactId, DepartmentId, PersonId, SiteId};
use crate::insights::count::{Counts, Kind, Measure, Stay, Written, count};
use crate::insights::stretch::Stretch;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn stretches() -> [Stretch; 2] {
    [("2026-01-01", "2026-03-01"), ("2026-03-01", "2026-05-01")]
        .map(|(from, until)| Stretch { from: day(from), until: day(until) })
}

fn written(what: Kind, on: &str, departments: &[DepartmentId], contact: Option<ContactId>) -> Written {
    let sent_at = Moment::from(day(on).date().to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp());
    Written { what, on: day(on), sent_at, departments: departments.to_vec(), contact }
}

fn n(counts: &Counts, unit: uuid::Uuid, at: usize, measure: Measure) -> i32 {
    counts.get(&(unit, stretches()[at], measure)).map_or(0, |count| count.n)
}

const PRAISE: Kind = Kind::Praise { satisfied: None };

#[test]
fn what_was_written_counts_for_its_unit_and_its_time() {
    let (site, kitchen, bar) = (SiteId::random(), DepartmentId::random(), DepartmentId::random());
    let counts = count(
        site,
        &stretches(),
        &[
            written(Kind::Praise { satisfied: Some(100.0) }, "2026-01-01", &[kitchen], None),
            written(Kind::Praise { satisfied: Some(50.0) }, "2026-02-28", &[kitchen, bar, kitchen], None),
            written(PRAISE, "2026-03-01", &[], None),
            written(Kind::Concern, "2026-02-10", &[], None),
            written(Kind::Colleague, "2026-02-10", &[bar], None),
            written(PRAISE, "2026-05-01", &[bar], None),
            written(PRAISE, "2025-12-31", &[bar], None),
        ],
        &[],
    );
    let numbers = [Measure::Praise, Measure::Concern, Measure::Satisfied, Measure::Colleague];
    let of = |unit, at| numbers.map(|measure| n(&counts, unit, at, measure));
    assert_eq!(of(site.0, 0), [2, 1, 2, 1]);
    assert_eq!(of(kitchen.0, 0), [2, 0, 2, 0]);
    assert_eq!(of(bar.0, 0), [1, 0, 1, 1]);
    assert_eq!((of(site.0, 1), of(bar.0, 1)), ([1, 0, 0, 0], [0; 4]));
    let satisfied = counts[&(site.0, stretches()[0], Measure::Satisfied)];
    assert_eq!((satisfied.total, satisfied.total_of_squares), (150.0, 12_500.0));
}

#[test]
fn a_known_customer_counts_once_with_what_they_wrote_last_and_an_unknown_one_each_time() {
    let (site, kitchen) = (SiteId::random(), DepartmentId::random());
    let [ada, ben] = [ContactId::random(), ContactId::random()].map(Some);
    let counts = count(
        site,
        &stretches(),
        &[
            written(PRAISE, "2026-01-10", &[kitchen], ada),
            written(Kind::Concern, "2026-02-10", &[], ada),
            written(PRAISE, "2026-03-10", &[], ada),
            written(Kind::Concern, "2026-01-05", &[], ben),
            written(PRAISE, "2026-01-06", &[], ben),
            written(PRAISE, "2026-01-07", &[], None),
            written(PRAISE, "2026-01-07", &[], None),
        ],
        &[],
    );
    assert_eq!([n(&counts, site.0, 0, Measure::Praise), n(&counts, site.0, 0, Measure::Concern)], [3, 1]);
    // Of the kitchen Ada wrote once: her concern is about the site.
    assert_eq!([n(&counts, kitchen.0, 0, Measure::Praise), n(&counts, site.0, 1, Measure::Praise)], [1, 1]);
}

#[test]
fn a_unit_with_more_than_three_in_ten_new_people_is_another_one() {
    let (site, kitchen) = (SiteId::random(), DepartmentId::random());
    let stay = |department, from: Option<&str>, until: Option<&str>| Stay {
        person: PersonId::random(),
        department,
        from: from.map(day),
        until: until.map(day),
    };
    // Six stay in the kitchen, three leave and three come; twenty more work elsewhere.
    let mut stays: Vec<Stay> = (0..6).map(|_| stay(Some(kitchen), None, None)).collect();
    stays.extend((0..3).map(|_| stay(Some(kitchen), None, Some("2026-02-15"))));
    stays.extend((0..3).map(|_| stay(Some(kitchen), Some("2026-02-15"), None)));
    stays.extend((0..20).map(|_| stay(None, None, None)));
    let counts = count(site, &stretches(), &[], &stays);
    assert_eq!([0, 1].map(|at| n(&counts, kitchen.0, at, Measure::Staff)), [9, 9]);
    assert_eq!([0, 1].map(|at| n(&counts, kitchen.0, at, Measure::Anew)), [0, 1]);
    assert_eq!([0, 1].map(|at| n(&counts, site.0, at, Measure::Staff)), [29, 29]);
    assert_eq!([0, 1].map(|at| n(&counts, site.0, at, Measure::Anew)), [0, 0]);
    // Three in ten are not more than that.
    let seven = [vec![stay(Some(kitchen), None, None)], stays].concat();
    assert_eq!(n(&count(site, &stretches(), &[], &seven), kitchen.0, 1, Measure::Anew), 0);
}
