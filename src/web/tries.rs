//! Wrong tries to sign in, by the address they come from.
//!
//! Only what was wrong counts: a whole house may sign in through one address at the start of a shift. A try is taken
//! before it is made and given back when it was right, so that however many come at once, no more than [`FREE`] wrong
//! ones are made; who comes while all are taken waits until it is known how those ended. In memory only: an address is
//! never written down.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::clock::Moment;

/// So many wrong tries in [`WINDOW`] cost nothing.
pub const FREE: usize = 30;
/// In seconds; also how long an address has to keep still before a wait is forgotten.
const WINDOW: f64 = 300.0;
/// The wait after the last free try, in seconds; each further wrong one doubles it.
const FIRST_WAIT: i64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// How many addresses are held before those at rest are forgotten.
const ADDRESSES: usize = 50_000;

/// The count of every address.
#[derive(Default)]
pub struct Tries {
    addresses: Mutex<HashMap<IpAddr, Address>>,
    ended: Notify,
}

/// A try that may be made. Unless it is given back, it was wrong: also if whoever asked did not wait for the answer.
pub struct Try<'t> {
    tries: Option<&'t Tries>,
    address: IpAddr,
    at: Moment,
}

#[derive(Debug, Default)]
struct Address {
    /// The last wrong ones.
    wrong: VecDeque<Moment>,
    /// How many are being made.
    under_way: usize,
    /// How many waits there were in a row.
    waits: u32,
    blocked_until: Option<Moment>,
}

#[derive(Debug, PartialEq, Eq)]
enum Turn {
    Go,
    /// All that are left are being made: it depends on how they end.
    NotYet,
    /// Not for so many seconds.
    Wait(u64),
}

impl Tries {
    /// Takes a try, or says for how many seconds there is none.
    pub async fn take(&self, address: IpAddr, now: Moment) -> Result<Try<'_>, u64> {
        loop {
            // Before looking, so that an end in between is not missed.
            let ended = self.ended.notified();
            match self.turn(address, now) {
                Turn::Go => return Ok(Try { tries: Some(self), address, at: now }),
                Turn::Wait(seconds) => return Err(seconds),
                Turn::NotYet => ended.await,
            }
        }
    }

    fn turn(&self, address: IpAddr, now: Moment) -> Turn {
        let mut addresses = self.addresses();
        if addresses.len() > ADDRESSES {
            addresses.retain(|_, address| !address.is_at_rest(now));
        }
        addresses.entry(address).or_default().turn(now)
    }

    fn addresses(&self) -> MutexGuard<'_, HashMap<IpAddr, Address>> {
        self.addresses.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self, address: IpAddr, wrong_at: Option<Moment>) {
        if let Some(counted) = self.addresses().get_mut(&address) {
            counted.under_way = counted.under_way.saturating_sub(1);
            if let Some(at) = wrong_at {
                counted.add_wrong(at);
            }
        }
        self.ended.notify_waiters();
    }
}

impl<'t> Try<'t> {
    /// One that nobody counts, for when limits are off.
    pub fn uncounted(address: IpAddr, at: Moment) -> Try<'t> {
        Try { tries: None, address, at }
    }

    /// It was right, or was not made at all.
    pub fn give_back(mut self) {
        if let Some(tries) = self.tries.take() {
            tries.end(self.address, None);
        }
    }
}

impl Drop for Try<'_> {
    fn drop(&mut self) {
        if let Some(tries) = self.tries {
            tries.end(self.address, Some(self.at));
        }
    }
}

impl Address {
    fn turn(&mut self, now: Moment) -> Turn {
        self.forget(now);
        if let Some(seconds) = self.wait_at(now) {
            return Turn::Wait(seconds);
        }
        let left = if self.waits > 0 { 1 } else { FREE.saturating_sub(self.wrong.len()) };
        if self.under_way >= left {
            return Turn::NotYet;
        }
        self.under_way += 1;
        Turn::Go
    }

    fn add_wrong(&mut self, at: Moment) {
        self.forget(at);
        self.wrong.push_back(at);
        if self.waits > 0 || self.wrong.len() >= FREE {
            let wait = (FIRST_WAIT << self.waits.min(10)).min(LONGEST_WAIT);
            self.blocked_until = Some(at.plus_seconds(wait));
            self.waits += 1;
        }
    }

    /// Forgets what is too old to count, and what a clock that was set back would make last for ever. What came a little
    /// later than `now` stays: tries do not end in the order in which they were taken.
    fn forget(&mut self, now: Moment) {
        self.wrong.retain(|at| now.seconds_since(*at).abs() < WINDOW);
        let still = self.blocked_until.map_or(0.0, |until| now.seconds_since(until));
        if still > WINDOW || still < -(LONGEST_WAIT as f64) {
            (self.waits, self.blocked_until) = (0, None);
        }
    }

    /// The seconds still to wait.
    fn wait_at(&self, now: Moment) -> Option<u64> {
        let left = self.blocked_until?.seconds_since(now).ceil();
        (left > 0.0).then_some(left as u64)
    }

    fn is_at_rest(&mut self, now: Moment) -> bool {
        self.forget(now);
        self.wrong.is_empty() && self.under_way == 0 && self.waits == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 9));
    const ELSEWHERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(203, 0, 113, 10));

    fn after(seconds: i64) -> Moment {
        Moment::from_micros(1_795_262_400_000_000).plus_seconds(seconds)
    }

    async fn wrong(tries: &Tries, seconds: i64) -> Result<(), u64> {
        tries.take(HERE, after(seconds)).await.map(drop)
    }

    #[tokio::test]
    async fn au7_thirty_wrong_ones_are_free_then_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        let tries = Tries::default();
        for n in 0..30 {
            assert_eq!(wrong(&tries, n).await, Ok(()), "try {n}");
        }
        let mut now = 29;
        for wait in [30, 60, 120, 240, 480, 900, 900] {
            assert_eq!(wrong(&tries, now).await, Err(wait));
            assert_eq!(wrong(&tries, now + wait as i64 - 1).await, Err(1), "waiting does not make it longer");
            assert!(tries.take(ELSEWHERE, after(now)).await.is_ok(), "nobody else waits");
            now += wait as i64;
            assert_eq!(wrong(&tries, now).await, Ok(()), "after {wait} s");
        }
        now += 900 + 301;
        for n in 0..30 {
            assert_eq!(wrong(&tries, now).await, Ok(()), "who kept still begins anew, {n}");
        }
        assert_eq!(wrong(&tries, now).await, Err(30));
    }

    #[tokio::test]
    async fn au7_no_five_minutes_hold_more_than_thirty_and_three_after_waiting() {
        let tries = Tries::default();
        let mut made = Vec::new();
        for second in 0..1_800 {
            if wrong(&tries, second).await.is_ok() {
                made.push(second);
            }
        }
        assert!(made.len() > 30, "{made:?}");
        assert!(made.windows(34).all(|some| some[33] - some[0] >= 300), "{made:?}");
    }

    #[tokio::test]
    async fn au7_two_hundred_right_ones_at_once_are_all_made_and_never_more_than_thirty_at_a_time() {
        let tries = Tries::default();
        let most = std::sync::atomic::AtomicUsize::new(0);
        let sign_in = || async {
            let taken = tries.take(HERE, after(0)).await.ok().unwrap();
            let under_way = tries.addresses()[&HERE].under_way;
            most.fetch_max(under_way, std::sync::atomic::Ordering::Relaxed);
            tokio::task::yield_now().await;
            taken.give_back();
        };
        futures_util::future::join_all((0..200).map(|_| sign_in())).await;
        assert_eq!(most.into_inner(), 30);
        assert_eq!(tries.addresses()[&HERE].wrong.len(), 0);
    }

    #[tokio::test]
    async fn au7_of_two_hundred_wrong_ones_at_once_thirty_are_made() {
        let tries = Tries::default();
        let guess = || async {
            let taken = tries.take(HERE, after(0)).await;
            tokio::task::yield_now().await;
            taken.map(drop)
        };
        let ends = futures_util::future::join_all((0..200).map(|_| guess())).await;
        assert_eq!(ends.iter().filter(|end| end.is_ok()).count(), 30);
        assert!(ends.iter().filter_map(|end| end.err()).all(|wait| wait == 30));
    }

    #[tokio::test]
    async fn two_that_end_the_other_way_round_both_count() {
        let tries = Tries::default();
        let (first, second) = (tries.take(HERE, after(0)).await.ok(), tries.take(HERE, after(1)).await.ok());
        drop(second);
        drop(first);
        assert_eq!(tries.addresses()[&HERE].wrong.len(), 2);
    }

    #[tokio::test]
    async fn right_ones_in_between_do_not_wash_wrong_ones_away() {
        let tries = Tries::default();
        for _ in 0..30 {
            tries.take(HERE, after(0)).await.ok().unwrap().give_back();
            assert_eq!(wrong(&tries, 0).await, Ok(()));
        }
        assert_eq!(wrong(&tries, 0).await, Err(30));
    }

    #[tokio::test]
    async fn a_clock_that_is_set_right_again_locks_nobody_out() {
        let tries = Tries::default();
        for _ in 0..30 {
            assert_eq!(wrong(&tries, 86_400).await, Ok(()));
        }
        assert_eq!(wrong(&tries, 0).await, Ok(()));
    }
}
