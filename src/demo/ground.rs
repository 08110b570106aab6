//! What stands before anybody works there: hotels, places, departments, values, and the codes on tables and badges.

use super::bond::Bond;
use super::chance::Chance;
use super::places::{EVERYWHERE, HOTELS, Hotel, special};
use super::trades::{TRADES, Trade};
use super::words::house::said_in;
use super::world::{Code, Department, Place, Site, Size, StandsFor, Value, World};
use super::{days_after, key};
use crate::clock::Moment;
use crate::ids::{CodeId, DepartmentId, PlaceId, SiteId, ValueId};
use crate::people::code::CODE_LENGTH;
use crate::views::Lang;

/// The values as an organisation of that language says them.
fn values(language: Lang) -> [(&'static str, &'static str); 6] {
    match language {
        Lang::De => GERMAN_VALUES,
        Lang::En => VALUES,
    }
}

const GERMAN_VALUES: [(&str, &str); 6] = [
    ("Herzlich willkommen", "Wer hereinkommt, wird begrüßt, bevor er fragen muss."),
    ("Jeder Gast ein Mensch", "Kein Gast ist eine Zimmernummer."),
    ("Ich kümmere mich", "Wer es sieht, kümmert sich, gleich wessen Aufgabe es ist."),
    ("Ein Team", "Wir helfen über Abteilungen hinweg, ohne dass jemand bitten muss."),
    ("Liebe zum Detail", "An Kleinigkeiten, die gut gemacht sind, erinnert man sich."),
    ("Ehrliche Worte", "Wir sagen, was schiefging und was wir daran ändern."),
];

const VALUES: [(&str, &str); 6] = [
    ("Warm welcome", "Whoever comes in is greeted before they have to ask."),
    ("One of a kind", "Every guest is a person, not a room number."),
    ("Own it", "Whoever sees it takes care of it, whosever job it is."),
    ("One team", "We help across departments without being asked."),
    ("An eye for detail", "Small things done well are what people remember."),
    ("Honest words", "We say what went wrong and what we will do about it."),
];

/// The hotel a site was made from.
pub(super) fn hotel(site: usize) -> &'static Hotel {
    &HOTELS[site % HOTELS.len()]
}

/// Hotels with their places and departments; nobody works there yet.
pub(super) fn lay(size: &Size) -> World {
    let mut chance = Chance::new(size.seed, "ground");
    let ends_on = size.ends_at.timestamp().to_zoned(jiff::tz::TimeZone::UTC).date();
    let days = ends_on.duration_since(days_after(ends_on, -365 * i64::from(size.years))).as_hours() / 24;
    let begins_at = size.ends_at.plus_seconds(-days * 86_400);
    let founded_at = begins_at.plus_seconds(-86_400);
    let mut world = World {
        organisation: "Marivela Hotels".to_owned(),
        language: size.language,
        begins_at,
        ends_at: size.ends_at,
        bond: Bond::of(size),
        values: Vec::new(),
        sites: Vec::new(),
        places: Vec::new(),
        departments: Vec::new(),
        teams: Vec::new(),
        people: Vec::new(),
        codes: Vec::new(),
        notes: Vec::new(),
        conversations: Vec::new(),
        issues: Vec::new(),
    };
    for (name, meaning) in values(size.language) {
        world.values.push(Value { id: ValueId(key(&mut chance, founded_at)), name, meaning });
    }
    for site in 0..size.sites {
        lay_site(&mut world, site, &mut chance, founded_at);
    }
    world
}

fn lay_site(world: &mut World, site: usize, chance: &mut Chance, founded_at: Moment) {
    let hotel = hotel(site);
    let speaks = hotel.languages[0];
    let house = site / HOTELS.len();
    let (name, slug) = match house {
        0 => (hotel.name.to_owned(), hotel.slug.to_owned()),
        // More sites than hotels we know: a second house in the same town.
        more => (format!("{} {}", hotel.name, more + 1), format!("{}-{}", hotel.slug, more + 1)),
    };
    world.sites.push(Site {
        id: SiteId(key(chance, founded_at)),
        name,
        slug,
        time_zone: hotel.time_zone,
        country: hotel.country,
        languages: hotel.languages,
    });
    for (name, trade) in EVERYWHERE.iter().chain(special(hotel.season)) {
        let id = PlaceId(key(chance, founded_at));
        world.places.push(Place { id, site, name: said_in(speaks, name, false).to_owned(), trade: *trade });
    }
    for trade in TRADES {
        let id = DepartmentId(key(chance, founded_at));
        world.departments.push(Department { id, site, trade, name: said_in(speaks, trade.craft().name, false) });
    }
}

/// Codes for every site, every place, and the badges of those whom guests meet.
pub(super) fn print_codes(world: &mut World, size: &Size) {
    let mut chance = Chance::new(size.seed, "codes");
    let mut codes = Vec::new();
    let mut print = |stands_for, made_at| {
        let id = CodeId(key(&mut chance, made_at));
        codes.push(Code { id, letters: letters(&mut chance), stands_for, made_at });
    };
    print(StandsFor::Organisation, world.begins_at);
    (0..world.sites.len()).for_each(|site| print(StandsFor::Site(site), world.begins_at));
    (0..world.places.len()).for_each(|place| print(StandsFor::Place(place), world.begins_at));
    for (index, person) in world.people.iter().enumerate() {
        let post = person.post();
        let trade = world.departments[post.department].trade;
        if matches!(trade, Trade::FrontDesk | Trade::Restaurant | Trade::Bar | Trade::Spa | Trade::Night) {
            let eve = days_after(post.from.date(), -2).at(12, 0, 0, 0);
            let printed = eve.to_zoned(jiff::tz::TimeZone::UTC).map_or(world.begins_at, |at| at.timestamp().into());
            print(StandsFor::Person(index), printed.max(world.begins_at));
        }
    }
    world.codes = codes;
}

/// Figures and capitals that are not mistaken for one another when typed from a card.
fn letters(chance: &mut Chance) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    (0..CODE_LENGTH).map(|_| char::from(ALPHABET[chance.index(32)])).collect()
}
