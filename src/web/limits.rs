//! How much of it is too much, and who it is that asks.
//!
//! A guest is never turned away: what comes over a limit is taken and flagged (hotel guests share one address). Only
//! machines, and who guesses at passwords, are told to wait.

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::header::HeaderMap;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::Failure;
use super::quiet::Quiet;
use super::tries::{Tries, Try};
use crate::clock::Moment;
use crate::config::Network;
use crate::ids::{PersonId, SiteId};

/// How many keys a limiter holds before it forgets those that are at rest.
const KEYS: usize = 50_000;

/// The limits of this process, in memory only: an address is never written down.
pub struct Limits {
    is_on: bool,
    guest: DefaultKeyedRateLimiter<IpAddr>,
    site: DefaultKeyedRateLimiter<SiteId>,
    sign_in: Tries,
    reset: DefaultKeyedRateLimiter<IpAddr>,
    search: DefaultKeyedRateLimiter<IpAddr>,
    similar: DefaultKeyedRateLimiter<PersonId>,
    /// Those of the zone in which nobody is known.
    pub quiet: Quiet,
}

impl Limits {
    /// Limits in force (`is_on`), or none for load tests.
    pub fn new(is_on: bool) -> Limits {
        Limits {
            is_on,
            guest: RateLimiter::keyed(per(Duration::from_secs(120), 5)),
            site: RateLimiter::keyed(per(Duration::from_secs(2), 30)),
            sign_in: Tries::default(),
            reset: RateLimiter::keyed(per(Duration::from_secs(10), 30)),
            search: RateLimiter::keyed(per(Duration::from_millis(100), 300)),
            similar: RateLimiter::keyed(per(Duration::from_secs(1), 60)),
            quiet: Quiet::new(is_on),
        }
    }

    /// Whether a guest's submission is beyond 5 in 10 minutes from one address or 30 a minute at one site. It is taken
    /// all the same, and flagged.
    pub fn is_unusual(&self, address: IpAddr, site: SiteId) -> bool {
        if !self.is_on {
            return false;
        }
        tidy(&self.guest);
        self.guest.check_key(&prefix(address)).is_err() | self.site.check_key(&site).is_err()
    }

    /// Takes a try to sign in; after 30 wrong ones in 5 minutes from one address the next has to wait.
    pub async fn try_sign_in(&self, address: IpAddr, now: Moment) -> Result<Try<'_>, Failure> {
        let address = prefix(address);
        match self.is_on {
            true => self.sign_in.take(address, now).await.map_err(Failure::TooMany),
            false => Ok(Try::uncounted(address, now)),
        }
    }

    /// Counts a question for a link; more than 30 in 5 minutes from one address have to wait.
    pub fn try_reset(&self, address: IpAddr) -> Result<(), Failure> {
        self.wait_or_go(&self.reset, prefix(address))
    }

    /// Counts a search; more than 10 a second from one address have to wait. Guests of one house share an address, and
    /// each asks with every letter.
    pub fn try_search(&self, address: IpAddr) -> Result<(), Failure> {
        self.wait_or_go(&self.search, prefix(address))
    }

    /// Counts a look for what is similar to what somebody who is signed in types; after 60 at once there is one a second. By
    /// person and not by address: a whole house shares that.
    pub fn try_similar(&self, person: PersonId) -> Result<(), Failure> {
        self.wait_or_go(&self.similar, person)
    }

    fn wait_or_go<K: Hash + Eq + Clone>(&self, limiter: &DefaultKeyedRateLimiter<K>, key: K) -> Result<(), Failure> {
        if !self.is_on {
            return Ok(());
        }
        tidy(limiter);
        limiter.check_key(&key).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            Failure::TooMany(wait.as_secs() + 1)
        })
    }
}

/// One token each `every`, at most `burst` saved up.
fn per(every: Duration, burst: u32) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(every).unwrap_or(Quota::per_second(NonZeroU32::MIN)).allow_burst(burst)
}

fn tidy<K: Hash + Eq + Clone>(limiter: &DefaultKeyedRateLimiter<K>) {
    if limiter.len() > KEYS {
        limiter.retain_recent();
    }
}

/// Whoever holds one IPv6 address holds the /64 around it.
pub(super) fn prefix(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
    }
}

/// The client's address: the socket's, unless a trusted proxy says for whom it asks; then the last hop that is not
/// itself a trusted proxy. Header from anybody else are not even read.
pub fn client_ip(request: &HttpRequest, trusted: &[Network]) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip().to_canonical());
    client_behind(peer, request.headers(), trusted)
}

fn client_behind(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    if !is_trusted(peer) {
        return peer;
    }
    let hops: Vec<&str> =
        headers.get_all("x-forwarded-for").filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(',')).collect();
    let mut client = peer;
    for hop in hops.iter().rev() {
        let Ok(address) = hop.trim().parse::<IpAddr>() else { break };
        client = address.to_canonical();
        if !is_trusted(client) {
            break;
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn headers(forwarded: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(HeaderName::from_static("x-forwarded-for"), HeaderValue::from_str(forwarded).unwrap());
        headers
    }

    #[test]
    fn hb12_only_a_trusted_proxy_is_believed_and_only_its_last_untrusted_hop() {
        let trusted: Vec<Network> = vec!["10.0.0.0/8".parse().unwrap()];
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        assert_eq!(client_behind(ip("203.0.113.9"), &headers("198.51.100.1"), &trusted), ip("203.0.113.9"));
        assert_eq!(client_behind(ip("10.0.0.1"), &headers("198.51.100.1"), &trusted), ip("198.51.100.1"));
        assert_eq!(
            client_behind(ip("10.0.0.1"), &headers("6.6.6.6, 198.51.100.1, 10.0.0.2"), &trusted),
            ip("198.51.100.1")
        );
        assert_eq!(client_behind(ip("10.0.0.1"), &headers("nonsense"), &trusted), ip("10.0.0.1"));
    }

    #[test]
    fn one_address_gets_no_more_by_changing_its_last_bits() {
        assert_eq!(prefix("2001:db8::1".parse().unwrap()), prefix("2001:db8::ffff:1".parse().unwrap()));
        assert_ne!(prefix("2001:db8:0:1::1".parse().unwrap()), prefix("2001:db8::1".parse().unwrap()));
    }

    #[test]
    fn a_guest_over_the_limit_is_flagged_and_who_asks_for_links_waits() {
        let limits = Limits::new(true);
        let (address, site) = ("203.0.113.9".parse().unwrap(), SiteId::random());
        assert!((0..5).all(|_| !limits.is_unusual(address, site)));
        assert!(limits.is_unusual(address, site));
        assert!((0..30).all(|_| limits.try_reset(address).is_ok()));
        assert!(matches!(limits.try_reset(address), Err(Failure::TooMany(_))));
        let off = Limits::new(false);
        assert!((0..99).all(|_| off.try_reset(address).is_ok()));
    }
}
