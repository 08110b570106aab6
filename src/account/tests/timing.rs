//! Bars AU1 and AU2: a clock tells nobody who is known here. Known and unknown take turns, each pair the other way
//! round, so that whatever else the machine does falls on both; the bar is on the median of 300 differences. A machine
//! that is busy gets up to three rounds: a leak of a hash (tens of milliseconds) fails them all.

use std::time::{Duration, Instant};

use super::*;

const PAIRS: usize = 300;
const ROUNDS: usize = 3;

/// Both times of each pair in microseconds.
async fn pairs<F: AsyncFnMut(usize, bool) -> Duration>(mut once: F) -> Vec<(f64, f64)> {
    let mut times = Vec::with_capacity(PAIRS);
    for n in 0..PAIRS {
        let first = once(n, n % 2 == 0).await.as_secs_f64() * 1e6;
        let second = once(n, n % 2 != 0).await.as_secs_f64() * 1e6;
        times.push(if n % 2 == 0 { (first, second) } else { (second, first) });
    }
    times
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Runs rounds until one stays within the bar: max(3 ms, `share` of the median).
async fn must_not_differ<F: AsyncFnMut(usize, bool) -> Duration>(share: f64, mut once: F) {
    let mut seen = Vec::new();
    for _ in 0..ROUNDS {
        let times = pairs(&mut once).await;
        let whole = median(times.iter().map(|(known, _)| *known).collect());
        let difference = median(times.iter().map(|(known, unknown)| known - unknown).collect()).abs();
        if difference <= f64::max(3_000.0, whole * share) {
            return;
        }
        seen.push((difference, whole));
    }
    panic!("median difference and median of the known in microseconds, round by round: {seen:?}");
}

on_both! {
    async fn au1_a_wrong_password_takes_as_long_for_somebody_as_for_nobody(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        crate::people::passwords::warm_up();
        let same = |answer: &Answered, who: &str| (answer.status, answer.header_names(), answer.body.replace(who, "…"));
        let mut seen = None;
        must_not_differ(0.05, async |n, is_known| {
            // A quarter of an hour between pairs and another address each time: no wait gets between.
            house.later(if is_known { 16 * 60 } else { 0 });
            let mut browser = Browser::at(&format!("10.{}.{}.{}", u8::from(is_known), n / 250, n % 250));
            let who = if is_known { "amina@seaside.example" } else { "anina@seaside.example" };
            let started = Instant::now();
            let answer = browser.sign_in(&service, who, "not the right words").await;
            let took = started.elapsed();
            let this = same(&answer, who);
            assert_eq!(this.0, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(seen.get_or_insert_with(|| this.clone()), &this, "the same bytes under the same headers");
            took
        })
        .await;
    }

    async fn au2_asking_for_a_link_takes_as_long_for_somebody_as_for_nobody(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        must_not_differ(0.0, async |n, is_known| {
            house.later(if is_known { 16 * 60 } else { 0 });
            let mut browser = Browser::at(&format!("10.{}.{}.{}", u8::from(is_known), n / 250, n % 250));
            let email = if is_known { "amina@seaside.example" } else { "anina@seaside.example" };
            let started = Instant::now();
            browser.post(&service, "/reset", &[("email", email)]).await;
            started.elapsed()
        })
        .await;
        assert!(mails(house).await.len() >= PAIRS, "all of them were for somebody");
    }
}
