//! The fifty who are signed in, where they work, and what chance makes them do. The same seed gives the same days.

use peopleworthy::directory::import;
use peopleworthy::ids::PersonId;
use peopleworthy::people::account_store;
use peopleworthy::people::person_store;

use crate::house::House;

/// Two sites of a usual size, and two at which few work, so that whoever writes there may leave out which one.
pub const SITES: [(&str, usize); 4] = [("seaside", 20), ("harbour", 15), ("mill", 8), ("quarry", 7)];

const MORE_SITES: &str = "name,slug,time_zone,languages,country,parent
Mill,mill,Europe/Lisbon,en,PT,
Quarry,quarry,Europe/Lisbon,de,PT,
";

/// Chance from a seed (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(z ^ (z >> 31)) * end as u128) >> 64) as usize
    }

    pub fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }
}

/// One of the fifty.
#[derive(Clone)]
pub struct Writer {
    pub person: PersonId,
    /// Their place in [`SITES`].
    pub site: usize,
    pub address: String,
    pub agent: String,
    pub language: &'static str,
}

impl Writer {
    pub fn slug(&self) -> &'static str {
        SITES[self.site].0
    }

    /// Whether few work where they do, so that they may leave out which site it is.
    pub fn is_one_of_few(&self) -> bool {
        SITES[self.site].1 < 10
    }
}

/// Lets them in, beside the standing cast.
pub fn fifty(house: &House) -> Vec<Writer> {
    let sites = house.run(import::sites(&house.app, MORE_SITES.as_bytes())).unwrap();
    assert!(!sites.is_refused(), "{sites}");
    let mut table = String::from("employee_number,given_name,family_name,email,job_title,site\n");
    let mut numbers = Vec::new();
    for (site, (slug, people)) in SITES.iter().enumerate() {
        for _ in 0..*people {
            let number = format!("w{:02}", numbers.len());
            table.push_str(&format!("{number},Given{number},Family{number},{number}@staff.example,Worker,{slug}\n"));
            numbers.push((number, site));
        }
    }
    let people = house.run(import::people(&house.app, table.as_bytes(), false)).unwrap();
    assert!(!people.is_refused(), "{people}");
    numbers.into_iter().enumerate().map(|(at, (number, site))| writer(house, at, number, site)).collect()
}

fn writer(house: &House, at: usize, number: String, site: usize) -> Writer {
    let person = house.write(move |deed| {
        let person = person_store::find_person_by_number(deed.conn, &number)?.unwrap();
        if account_store::find_of_person(deed.conn, person.id)?.is_none() {
            account_store::insert(deed.conn, person.id, person.email.as_deref(), deed.now)?;
        }
        Ok(person.id)
    });
    Writer {
        person,
        site,
        address: format!("198.51.{}.{}", 100 + at / 8, 10 + at),
        agent: format!("Browser/{at}.{}", at * 7 % 13),
        language: ["en", "de", "en-GB", "de-AT"][at % 4],
    }
}
