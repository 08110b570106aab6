//! Limits where nobody is known: in memory only, under a hash of the address whose key is thrown away every hour, so that
//! not even this process can say an hour later who was there.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use aws_lc_rs::hmac;

use super::limits::prefix;
use crate::clock::Moment;
use crate::secrets::fill_random;

const HOUR_MICROS: i64 = 3600 * 1_000_000;
/// More addresses than this in an hour are no house but a flood: their counts begin anew rather than fill the memory.
const ADDRESSES: usize = 100_000;

/// What is counted, and how often an address may do it in an hour. A whole house may share one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Typed a code that is not the one on the poster. The code has 40 bits.
    MissedCode,
    /// Looked behind a receipt.
    Looked,
    /// Wrote something.
    Wrote,
}

impl Deed {
    fn most_in_an_hour(self) -> u32 {
        match self {
            Deed::MissedCode => 40,
            Deed::Looked => 600,
            Deed::Wrote => 60,
        }
    }
}

/// The counts of this hour.
pub struct Quiet {
    is_on: bool,
    hour: Mutex<Hour>,
}

struct Hour {
    number: i64,
    key: hmac::Key,
    counts: HashMap<([u8; 16], Deed), u32>,
}

impl Hour {
    fn new(number: i64) -> Hour {
        let mut key = [0; 32];
        fill_random(&mut key);
        Hour { number, key: hmac::Key::new(hmac::HMAC_SHA256, &key), counts: HashMap::new() }
    }
}

impl Quiet {
    /// Limits in force (`is_on`), or none for load tests.
    pub fn new(is_on: bool) -> Quiet {
        Quiet { is_on, hour: Mutex::new(Hour::new(0)) }
    }

    /// Counts a deed; false if there were too many from this address in this hour.
    pub fn allows(&self, address: IpAddr, deed: Deed, now: Moment) -> bool {
        if !self.is_on {
            return true;
        }
        let number = now.micros().div_euclid(HOUR_MICROS);
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if hour.number != number || hour.counts.len() > ADDRESSES {
            *hour = Hour::new(number);
        }
        let tag = hmac::sign(&hour.key, prefix(address).to_string().as_bytes());
        let mut hashed = [0; 16];
        hashed.copy_from_slice(&tag.as_ref()[..16]);
        let count = hour.counts.entry((hashed, deed)).or_insert(0);
        *count += 1;
        *count <= deed.most_in_an_hour()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_has_its_own_key_and_its_own_counts() {
        let quiet = Quiet::new(true);
        let (one, other) = ("203.0.113.9".parse().unwrap(), "203.0.113.10".parse().unwrap());
        let at = |hour: i64| Moment::from_micros(hour * HOUR_MICROS + 5);
        assert!((0..40).all(|_| quiet.allows(one, Deed::MissedCode, at(7))));
        assert!(!quiet.allows(one, Deed::MissedCode, at(7)));
        assert!(quiet.allows(other, Deed::MissedCode, at(7)) && quiet.allows(one, Deed::Looked, at(7)));
        let tags = |quiet: &Quiet| quiet.hour.lock().unwrap().counts.keys().map(|(tag, _)| *tag).collect::<Vec<_>>();
        let before = tags(&quiet);
        assert!(quiet.allows(one, Deed::MissedCode, at(8)));
        assert!(tags(&quiet).iter().all(|tag| !before.contains(tag)), "another hour, another hash of the same address");
        assert_eq!(tags(&quiet).len(), 1, "nothing is left of the hour before");
        assert!((0..999).all(|_| Quiet::new(false).allows(one, Deed::Wrote, at(9))));
    }
}
