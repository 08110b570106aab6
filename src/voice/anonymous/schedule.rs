//! When things happen in the anonymous zone: at two fixed times a day, a random while later.
//!
//! What was written is collected at 06:00 and at 14:00, and handlers are told, and reminded of what they owe, at 08:00 and at
//! 16:00, each up to half an hour later, in the organisation's time zone. No setting changes that: the windows are what hides who wrote when. The while is
//! worked out from the secret file, so that all nodes agree on it and nobody outside knows it.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use crate::clock::Moment;
use crate::secrets::Secrets;

const JITTER: &str = "anon/jitter";
/// Up to so many seconds after the full hour.
const JITTER_MAX: u32 = 30 * 60;

/// Something that happens twice a day.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// The job's name.
    pub name: &'static str,
    /// The hours of the clock, the first of the day first.
    hours: [i8; 2],
}

/// Taking what was written from the intake to the threads.
pub const COLLECT: Round = Round { name: "anonymous collection", hours: [6, 14] };
/// Telling handlers.
pub const TELL: Round = Round { name: "anonymous digest", hours: [8, 16] };

/// Reminding handlers, named and confidential ones too, of what is owed.
pub const REMIND: Round = Round { name: "voice reminders", hours: [8, 16] };

/// One time at which a round is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// When, the while included.
    pub due: Moment,
    /// Whether it is the first of its day.
    pub is_first_of_day: bool,
}

impl Round {
    /// The newest slot whose time has come.
    pub fn newest_slot(&self, secrets: &Secrets, zone: &TimeZone, now: Moment) -> Slot {
        let today = now.timestamp().to_zoned(zone.clone()).date();
        let days = (0..3).map(|back| today.saturating_sub(back.days()));
        let slots = days.flat_map(|day| self.hours.iter().rev().map(move |hour| (day, *hour)));
        let mut oldest = Slot { due: now, is_first_of_day: true };
        for (day, hour) in slots {
            let wait = while_of(secrets, &format!("{} {day} {hour}", self.name));
            let Ok(at) = day.at(hour, 0, 0, 0).to_zoned(zone.clone()) else { continue };
            let due = Moment::from(at.timestamp().saturating_add(wait).unwrap_or(at.timestamp()));
            oldest = Slot { due, is_first_of_day: hour == self.hours[0] };
            if due <= now {
                return oldest;
            }
        }
        oldest
    }
}

fn while_of(secrets: &Secrets, slot: &str) -> SignedDuration {
    let hash = secrets.keyed_hash(JITTER, slot.as_bytes());
    let number = hash.first_chunk::<4>().map_or(0, |four| u32::from_le_bytes(*four));
    SignedDuration::from_secs(i64::from(number % (JITTER_MAX + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_slot_lies_within_half_an_hour_of_its_hour_on_every_day_of_the_year() {
        let secrets = Secrets::from_bytes(b"one");
        for (round, hours) in [(COLLECT, [6, 14]), (TELL, [8, 16])] {
            for name in ["Europe/Berlin", "America/New_York", "UTC"] {
                let zone = TimeZone::get(name).unwrap();
                let mut whiles = BTreeSet::new();
                for half_day in 0..730 {
                    let now = Moment::from_micros((1_795_262_400 + half_day * 43_200) * 1_000_000);
                    let slot = round.newest_slot(&secrets, &zone, now);
                    assert!(slot.due <= now && now.seconds_since(slot.due) < 16.6 * 3600.0);
                    let at = slot.due.timestamp().to_zoned(zone.clone());
                    let hour = if slot.is_first_of_day { hours[0] } else { hours[1] };
                    let minutes = (i64::from(at.hour()) - hour) * 60 + i64::from(at.minute());
                    assert!((0..=30).contains(&minutes), "{name} {at}");
                    whiles.insert(at.minute() as i64 * 60 + i64::from(at.second()));
                    // Half a second before it was due, another one was the newest.
                    let before = Moment::from_micros(slot.due.micros() - 500_000);
                    assert_ne!(round.newest_slot(&secrets, &zone, before), slot);
                }
                assert!(whiles.len() > 300, "the while is another one each time: {}", whiles.len());
            }
        }
    }
}
