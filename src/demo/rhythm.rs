//! When things happen: seasons, weekends, hours, and who is there to be praised.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::chance::{Chance, totals};
use super::days_after;
use super::ground::hotel;
use super::places::WEEK;
use super::trades::Trade;
use super::world::{Post, World};
use crate::clock::{Day, Moment};

/// The rhythm of every site of a world.
pub(super) struct Rhythm {
    sites: Vec<SiteRhythm>,
    /// Running totals of how much is written about each site.
    site_totals: Vec<u64>,
    begins_at: Moment,
    ends_at: Moment,
}

struct SiteRhythm {
    zone: TimeZone,
    first_day: Date,
    day_totals: Vec<u64>,
    /// Everybody who ever worked there, with running totals of how much guests and colleagues praise them.
    people: Vec<usize>,
    guest_totals: Vec<u64>,
    staff_totals: Vec<u64>,
    boss: usize,
}

/// Somebody at work at a moment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meeting {
    /// Who.
    pub person: usize,
    /// When.
    pub at: Moment,
}

impl Rhythm {
    /// Works out the rhythm of a world with its people.
    pub fn of(world: &World, seed: u64) -> Rhythm {
        let mut chance = Chance::new(seed, "rhythm");
        let fame: Vec<u64> = world
            .people
            .iter()
            .map(|_| 1 + chance.by_steps(&[(50, 2), (85, 4), (97, 9), (100, 16)]).unsigned_abs())
            .collect();
        let mut sites: Vec<SiteRhythm> = (0..world.sites.len()).map(|site| bare(world, site, &mut chance)).collect();
        for (index, person) in world.people.iter().enumerate() {
            let mut known: Vec<usize> = person.posts.iter().map(|post| post.site).collect();
            known.dedup();
            known.iter().for_each(|site| sites[*site].people.push(index));
        }
        for rhythm in &mut sites {
            let craft = |person: &usize| world.departments[world.people[*person].post().department].trade.craft();
            let by_guests = |person: &usize| fame[*person] * craft(person).praised * 20 / craft(person).share;
            rhythm.guest_totals = totals(rhythm.people.iter().map(by_guests));
            rhythm.staff_totals = totals(rhythm.people.iter().map(|person| fame[*person]));
        }
        let site_totals = totals(sites.iter().map(|site| site.people.len() as u64));
        Rhythm { sites, site_totals, begins_at: world.begins_at, ends_at: world.ends_at }
    }

    /// A site, the larger the likelier.
    pub fn site(&self, chance: &mut Chance) -> usize {
        chance.by_totals(&self.site_totals)
    }

    /// The calendar day of a moment in a site.
    pub fn day(&self, site: usize, at: Moment) -> Day {
        at.day_in(&self.sites[site].zone)
    }

    /// Where somebody worked at a moment, if in that site.
    pub fn post<'a>(&self, world: &'a World, person: usize, site: usize, at: Moment) -> Option<&'a Post> {
        world.people[person].post_on(self.day(site, at)).filter(|post| post.site == site)
    }

    /// Whoever leads the site and always has.
    pub fn boss(&self, site: usize) -> usize {
        self.sites[site].boss
    }

    /// A moment at an hour at which people of a trade are written about.
    pub fn moment(&self, site: usize, trade: Trade, chance: &mut Chance) -> Moment {
        let rhythm = &self.sites[site];
        for _ in 0..50 {
            let day = days_after(rhythm.first_day, chance.by_totals(&rhythm.day_totals) as i64);
            let at = self.at_hour(site, day, trade, chance);
            if at >= self.begins_at && at <= self.ends_at {
                return at;
            }
        }
        self.ends_at
    }

    fn at_hour(&self, site: usize, day: Date, trade: Trade, chance: &mut Chance) -> Moment {
        let hour = chance.weighted(&trade.craft().hours) as i8;
        let (minute, second) = (chance.below(60) as i8, chance.below(60) as i8);
        let nanos = chance.below(1_000_000) as i32 * 1_000;
        let zoned = day.at(hour, minute, second, nanos).to_zoned(self.sites[site].zone.clone());
        zoned.map_or(self.ends_at, |zoned| zoned.timestamp().into())
    }

    /// Somebody who was at work in the site, and when.
    pub fn meeting(&self, world: &World, site: usize, by_guest: bool, chance: &mut Chance) -> Meeting {
        let rhythm = &self.sites[site];
        for _ in 0..40 {
            let person = self.somebody(site, by_guest, chance);
            let trade = world.departments[world.people[person].post().department].trade;
            let at = self.moment(site, trade, chance);
            if self.post(world, person, site, at).is_some() {
                return Meeting { person, at };
            }
        }
        // A site so small that hardly anybody was there the whole time: its leader was.
        Meeting { person: rhythm.boss, at: self.moment(site, Trade::Management, chance) }
    }

    /// Somebody else who was at work there at that moment.
    pub fn companion(
        &self,
        world: &World,
        site: usize,
        not: &[usize],
        at: Moment,
        chance: &mut Chance,
    ) -> Option<usize> {
        let mut draw = || self.somebody(site, false, chance);
        let fits = |person: &usize| !not.contains(person) && self.post(world, *person, site, at).is_some();
        (0..20).map(|_| draw()).find(fits)
    }

    fn somebody(&self, site: usize, by_guest: bool, chance: &mut Chance) -> usize {
        let rhythm = &self.sites[site];
        let totals = if by_guest { &rhythm.guest_totals } else { &rhythm.staff_totals };
        rhythm.people.get(chance.by_totals(totals)).copied().unwrap_or(rhythm.boss)
    }
}

/// A site's days, without people.
fn bare(world: &World, site: usize, chance: &mut Chance) -> SiteRhythm {
    let zone = TimeZone::get(world.sites[site].time_zone).unwrap_or(TimeZone::UTC);
    let first_day = world.begins_at.day_in(&zone).date();
    let days = world.ends_at.day_in(&zone).date().duration_since(first_day).as_hours() / 24 + 1;
    let months = hotel(site).season.months();
    let day_totals = totals((0..days).map(|number| {
        let day = days_after(first_day, number);
        let month = months[usize::from(day.month().unsigned_abs()) - 1];
        let weekday = WEEK[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())];
        month * weekday * chance.between(75, 125).unsigned_abs()
    }));
    let leads = |role: &super::world::Role| role.name == "site_manager" && role.site == Some(site);
    let boss = world.people.iter().position(|person| person.roles.iter().any(leads)).unwrap_or(0);
    let (people, guest_totals, staff_totals) = (Vec::new(), Vec::new(), Vec::new());
    SiteRhythm { zone, first_day, day_totals, people, guest_totals, staff_totals, boss }
}
