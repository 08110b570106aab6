//! Figures out of what is pooled.

use crate::ids::PersonId;
use crate::insights::reports::figure::{Figure, Name};
use crate::insights::reports::pool::Pool;

fn figure(pool: &Pool, name: Name) -> Option<Figure> {
    pool.figures().into_iter().find(|(one, _)| *one == name).map(|(_, figure)| figure)
}

fn people(count: usize) -> impl Iterator<Item = PersonId> {
    (0..count).map(|_| PersonId::random())
}

#[test]
fn who_waits_still_counts_as_waiting() {
    let mut pool = Pool { hearers: people(5).collect(), ..Pool::default() };
    // Ten were read after one to ten minutes: the naive median is 5. Ten more are unread for an hour.
    pool.heard =
        (1..=10).map(|minutes| (60.0 * f64::from(minutes), true)).chain((0..10).map(|_| (3600.0, false))).collect();
    let heard = figure(&pool, Name::Heard).unwrap();
    assert_eq!((heard.n, heard.value), (20, Some(600.0)), "half of all had read it after ten minutes");
    pool.heard.push((3600.0, false));
    let heard = figure(&pool, Name::Heard).unwrap();
    assert_eq!((heard.n, heard.value, heard.high), (21, None, None), "more than half wait still");
    assert!(heard.low.is_some_and(|low| low < 600.0));
}

#[test]
fn of_few_things_or_few_people_no_time_is_told() {
    let waits = |n: usize| vec![(60.0, true); n];
    let mut pool = Pool { heard: waits(9), hearers: people(5).collect(), asked: waits(9), ..Pool::default() };
    assert_eq!(figure(&pool, Name::Heard), Some(Figure::few(9)));
    assert_eq!(figure(&pool, Name::Answered), Some(Figure::few(9)));
    assert_eq!(figure(&pool, Name::InTime), Some(Figure::few(9)));
    pool.heard = waits(10);
    assert_eq!(figure(&pool, Name::Heard).unwrap().value, Some(60.0));
    pool.hearers = people(4).collect();
    assert_eq!(figure(&pool, Name::Heard), Some(Figure::few(10)), "of four people it would be somebody's");
    assert_eq!(figure(&pool, Name::Praise), None, "of nothing nothing");
}

#[test]
fn the_share_answered_in_time_knows_that_some_have_time_left() {
    let day = 24.0 * 3600.0;
    // Five were answered within a day, five after nine days, five came in this morning.
    let asked = [(day, true), (9.0 * day, true), (0.2 * day, false)].iter().flat_map(|one| vec![*one; 5]).collect();
    let mut pool = Pool { asked, ..Pool::default() };
    let in_time = figure(&pool, Name::InTime).unwrap();
    assert_eq!((in_time.n, in_time.value), (15, Some(50.0)), "of this morning's nobody knows yet");
    assert!(in_time.low.unwrap() < 30.0 && in_time.high.unwrap() > 70.0);
    // All in time: a share of 100 has an interval too.
    pool.asked = vec![(day, true); 12];
    let in_time = figure(&pool, Name::InTime).unwrap();
    assert_eq!(in_time.value, Some(100.0));
    assert!((in_time.low.unwrap() - 75.75).abs() < 0.01, "Wilson, 12 of 12: {in_time:?}");
    // Nobody's time is over, and nobody was answered: nothing can be told.
    pool.asked = vec![(day, false); 12];
    assert_eq!(figure(&pool, Name::InTime), Some(Figure::few(12)));
}

#[test]
fn who_had_no_praise_is_told_of_groups_only() {
    let staff = |n: usize, praised: usize| people(n).enumerate().map(|(at, id)| (id, at < praised)).collect();
    let pool = Pool { staff: staff(12, 5), ..Pool::default() };
    assert_eq!(figure(&pool, Name::Unpraised), Some(Figure::of(12, 1)), "seven of twelve are at least half");
    let pool = Pool { staff: staff(12, 7), ..Pool::default() };
    assert_eq!(figure(&pool, Name::Unpraised), Some(Figure::of(12, 0)));
    let pool = Pool { staff: staff(4, 1), ..Pool::default() };
    assert_eq!(figure(&pool, Name::Unpraised), None);
}

#[test]
fn the_whole_is_what_its_parts_are_together() {
    let part = |waited: f64| Pool {
        praise: 3,
        nameless: 1,
        heard: vec![(waited, true); 5],
        hearers: people(3).collect(),
        raised: vec![(2.0, true)],
        ..Pool::default()
    };
    let mut whole = Pool::default();
    whole.put(part(60.0));
    whole.put(part(120.0));
    assert_eq!(figure(&whole, Name::Praise), Some(Figure::count(6)));
    assert_eq!(figure(&whole, Name::Heard).unwrap().value, Some(60.0));
    assert_eq!(figure(&whole, Name::Nameless), Some(Figure::few(6)), "below ten a share is not told");
    assert_eq!(figure(&whole, Name::Raised), Some(Figure::count(2)));
}
