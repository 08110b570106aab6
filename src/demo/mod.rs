//! A made-up hotel group: who works there, what guests and colleagues said, and how it was heard.
//!
//! [`World::generate`] makes it in memory from a seed and the moment at which it ends, and from nothing else: the same
//! two give the same world to the last byte, on every machine. The demonstration, tests and benches use it at different
//! sizes. [`put`] puts it into an empty database; [`fill`] does so for the command and adds accounts to sign in with.

mod bond;
#[cfg(test)]
mod bond_tests;
mod chance;
mod conversations;
mod fill;
mod ground;
mod guests;
mod hearing;
mod issues;
mod names;
mod notes;
mod phrases;
mod places;
mod rhythm;
mod said;
mod sign_ins;
mod staff;
mod store;
#[cfg(test)]
mod store_tests;
mod surveys;
#[cfg(test)]
mod tests;
mod trades;
mod voice_store;
mod words;
mod world;

pub use fill::{Options, fill, own_place, put};
pub use said::*;
pub use sign_ins::SignIn;
pub use trades::Trade;
pub use world::*;

use uuid::Uuid;

use crate::clock::Moment;
use chance::Chance;

impl World {
    /// Makes a world of that size. Takes well under a second for 20,000 notes in a release build.
    pub fn generate(size: &Size) -> World {
        let size = Size { sites: size.sites.max(1), years: size.years.max(1), ..*size };
        let mut world = ground::lay(&size);
        staff::hire(&mut world, &size);
        ground::print_codes(&mut world, &size);
        let rhythm = rhythm::Rhythm::of(&world, size.seed);
        notes::write(&mut world, &size, &rhythm);
        conversations::hold(&mut world, &size, &rhythm);
        issues::raise(&mut world, &size);
        world
    }

    /// Whether somebody worked in a site on the day of a moment there.
    #[cfg(test)]
    fn works_in(&self, person: usize, site: usize, at: Moment) -> bool {
        let zone = jiff::tz::TimeZone::get(self.sites[site].time_zone).unwrap();
        self.people[person].post_on(at.day_in(&zone)).is_some_and(|post| post.site == site)
    }
}

/// A key of version 7 that carries `at`, all else from chance.
fn key(chance: &mut Chance, at: Moment) -> Uuid {
    let millis = u64::try_from(at.micros() / 1_000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &chance.ten_bytes()).into_uuid()
}

/// The day so many days later, or earlier if negative.
fn days_after(day: jiff::civil::Date, days: i64) -> jiff::civil::Date {
    day.saturating_add(jiff::SignedDuration::from_hours(24 * days))
}

/// Latin letters without marks, small: for mail addresses.
fn plain_letters(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut plain = String::new();
    for letter in name.nfd() {
        match letter {
            'ß' => plain.push_str("ss"),
            'ł' | 'Ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'đ' | 'Đ' => plain.push('d'),
            'ø' | 'Ø' => plain.push('o'),
            letter if letter.is_ascii_alphabetic() => plain.push(letter.to_ascii_lowercase()),
            _ => {}
        }
    }
    plain
}
