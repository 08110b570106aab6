//! The hotels: where they are, who works there, when guests come.

use super::trades::Trade::{self, *};
use super::words::TONGUES;

/// What the generator knows of a hotel.
pub struct Hotel {
    /// Its name.
    pub name: &'static str,
    /// Its word in addresses.
    pub slug: &'static str,
    /// The town as guests write it, in English; after slashes in German, Spanish and Italian if they differ.
    towns: &'static str,
    /// IANA name.
    pub time_zone: &'static str,
    /// ISO 3166 code.
    pub country: &'static str,
    /// Languages spoken to guests.
    pub languages: &'static [&'static str],
    /// Size against the others.
    pub weight: u64,
    /// When guests come.
    pub season: Season,
}

impl Hotel {
    /// The town as guests write it in a language.
    pub fn town(&self, tag: &str) -> &'static str {
        let at = TONGUES.iter().position(|tongue| tongue.tag == tag).unwrap_or(0);
        let mut names = self.towns.split('/');
        names.nth(at).or_else(|| self.towns.split('/').next()).unwrap_or(self.towns)
    }
}

/// How full the year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// Spring, autumn and the weeks before Christmas.
    City,
    /// Summer; nearly closed in winter.
    Beach,
    /// Snow, and again July and August.
    Mountain,
}

impl Season {
    /// Weight of each month from January.
    pub fn months(self) -> [u64; 12] {
        match self {
            Season::City => [70, 75, 90, 105, 120, 115, 100, 100, 120, 118, 90, 105],
            Season::Beach => [8, 8, 18, 55, 95, 130, 165, 175, 140, 85, 15, 12],
            Season::Mountain => [150, 160, 130, 50, 45, 85, 125, 130, 90, 60, 35, 125],
        }
    }
}

/// Weight of each day of the week from Monday.
pub const WEEK: [u64; 7] = [84, 78, 82, 94, 116, 130, 124];

const fn hotel(
    (name, slug, towns): (&'static str, &'static str, &'static str),
    (time_zone, country): (&'static str, &'static str),
    languages: &'static [&'static str],
    weight: u64,
    season: Season,
) -> Hotel {
    Hotel { name, slug, towns, time_zone, country, languages, weight, season }
}

use Season::*;

/// The hotels in the order in which a group of so many sites has them.
pub static HOTELS: [Hotel; 20] = [
    hotel(
        ("Speicherhof Hamburg", "hamburg", "Hamburg/Hamburg/Hamburgo/Amburgo"),
        ("Europe/Berlin", "DE"),
        &["de", "en"],
        12,
        City,
    ),
    hotel(("Seaside Palma", "seaside", "Palma"), ("Europe/Madrid", "ES"), &["es", "en", "de"], 13, Beach),
    hotel(("Donaupark Wien", "wien", "Vienna/Wien/Viena/Vienna"), ("Europe/Vienna", "AT"), &["de", "en"], 9, City),
    hotel(("Villa Limonaia Garda", "garda", "Garda"), ("Europe/Rome", "IT"), &["it", "de", "en"], 7, Beach),
    hotel(
        ("Aegean Bay Rhodes", "rhodes", "Rhodes/Rhodos/Rodas/Rodi"),
        ("Europe/Athens", "GR"),
        &["el", "en", "de"],
        12,
        Beach,
    ),
    hotel(("Alpenhof Zell", "zell", "Zell"), ("Europe/Vienna", "AT"), &["de", "en"], 6, Mountain),
    hotel(("Lara Sands Antalya", "antalya", "Antalya"), ("Europe/Istanbul", "TR"), &["tr", "en", "de"], 14, Beach),
    hotel(("Palazzo Verani Roma", "roma", "Rome/Rom/Roma/Roma"), ("Europe/Rome", "IT"), &["it", "en"], 8, City),
    hotel(
        ("Casa Triana Sevilla", "sevilla", "Seville/Sevilla/Sevilla/Siviglia"),
        ("Europe/Madrid", "ES"),
        &["es", "en"],
        7,
        City,
    ),
    hotel(
        ("Isarblick München", "muenchen", "Munich/München/Múnich/Monaco"),
        ("Europe/Berlin", "DE"),
        &["de", "en"],
        10,
        City,
    ),
    hotel(("Harbour House Valletta", "valletta", "Valletta"), ("Europe/Malta", "MT"), &["en", "it"], 7, City),
    hotel(
        ("Stare Podwórze Kraków", "krakow", "Kraków/Krakau/Cracovia/Cracovia"),
        ("Europe/Warsaw", "PL"),
        &["pl", "en", "de"],
        8,
        City,
    ),
    hotel(("Casa da Ribeira Porto", "porto", "Porto"), ("Europe/Lisbon", "PT"), &["pt", "en", "es"], 7, City),
    hotel(
        ("Adria Garden Split", "split", "Split/Split/Split/Spalato"),
        ("Europe/Zagreb", "HR"),
        &["hr", "en", "de"],
        9,
        Beach,
    ),
    hotel(("Dockside Bristol", "bristol", "Bristol"), ("Europe/London", "GB"), &["en"], 8, City),
    hotel(("Blue Bay Paphos", "paphos", "Paphos"), ("Asia/Nicosia", "CY"), &["el", "en", "de"], 10, Beach),
    hotel(("Dünenhaus Sylt", "sylt", "Sylt"), ("Europe/Berlin", "DE"), &["de"], 5, Beach),
    hotel(("Quays Dublin", "dublin", "Dublin/Dublin/Dublín/Dublino"), ("Europe/Dublin", "IE"), &["en"], 7, City),
    hotel(("Grachtenhuis Amsterdam", "amsterdam", "Amsterdam"), ("Europe/Amsterdam", "NL"), &["en", "de"], 7, City),
    hotel(("Bergkristall Davos", "davos", "Davos"), ("Europe/Zurich", "CH"), &["de", "it", "en"], 6, Mountain),
];

/// Spots every hotel has, with who is mostly met there.
pub const EVERYWHERE: [(&str, Trade); 9] = [
    ("Reception", FrontDesk),
    ("Lobby", FrontDesk),
    ("Breakfast room", Restaurant),
    ("Restaurant", Restaurant),
    ("Bar", Bar),
    ("Spa", Spa),
    ("First floor", Housekeeping),
    ("Second floor", Housekeeping),
    ("Third floor", Housekeeping),
];

/// Spots by season, so that no beach hotel has a ski room.
pub fn special(season: Season) -> &'static [(&'static str, Trade)] {
    match season {
        City => &[("Conference rooms", FrontDesk), ("Garage", Maintenance), ("Roof terrace", Bar)],
        Beach => &[("Pool", Spa), ("Beach", Bar), ("Children's club", Spa), ("Garden", Maintenance)],
        Mountain => &[("Ski room", Maintenance), ("Sauna", Spa), ("Fireside lounge", Bar)],
    }
}

/// Whose names are how frequent among the staff of a country: (peoples, weight), the peoples of names.rs.
pub fn staff_of(country: &str) -> &'static [(&'static str, u64)] {
    match country {
        "DE" | "AT" | "CH" => &[
            ("german", 38),
            ("turkish", 9),
            ("polish", 9),
            ("ukrainian", 8),
            ("arabic", 7),
            ("vietnamese", 5),
            ("indian", 5),
            ("filipino", 4),
            ("croatian", 4),
            ("greek", 3),
            ("italian", 3),
            ("spanish", 2),
            ("romanian", 4),
            ("african", 2),
            ("english", 1),
            ("portuguese", 1),
        ],
        "ES" => &[
            ("spanish", 58),
            ("arabic", 8),
            ("filipino", 6),
            ("romanian", 6),
            ("ukrainian", 5),
            ("italian", 3),
            ("german", 4),
            ("english", 3),
            ("chinese", 2),
            ("african", 3),
            ("portuguese", 2),
        ],
        "IT" => &[
            ("italian", 56),
            ("romanian", 9),
            ("ukrainian", 7),
            ("filipino", 6),
            ("arabic", 6),
            ("indian", 5),
            ("chinese", 2),
            ("german", 3),
            ("african", 3),
            ("spanish", 3),
        ],
        "GR" | "CY" => &[
            ("greek", 64),
            ("ukrainian", 7),
            ("romanian", 6),
            ("filipino", 7),
            ("english", 4),
            ("arabic", 4),
            ("indian", 4),
            ("german", 3),
            ("polish", 1),
        ],
        "TR" => &[("turkish", 76), ("ukrainian", 7), ("arabic", 7), ("german", 3), ("filipino", 4), ("english", 3)],
        "PL" => &[("polish", 68), ("ukrainian", 18), ("vietnamese", 5), ("indian", 4), ("german", 2), ("english", 3)],
        "PT" => &[("portuguese", 66), ("indian", 8), ("ukrainian", 8), ("african", 7), ("spanish", 6), ("english", 5)],
        "HR" => &[("croatian", 70), ("filipino", 9), ("indian", 8), ("ukrainian", 6), ("german", 4), ("italian", 3)],
        _ => &[
            ("english", 42),
            ("polish", 11),
            ("romanian", 9),
            ("indian", 10),
            ("filipino", 6),
            ("african", 6),
            ("spanish", 4),
            ("portuguese", 4),
            ("chinese", 3),
            ("arabic", 3),
            ("ukrainian", 2),
        ],
    }
}

/// Which languages guests of a country's hotels write in: English, German, Spanish, Italian.
pub fn guests_of(country: &str) -> [u64; 4] {
    match country {
        "DE" | "AT" | "CH" => [30, 66, 1, 3],
        "ES" => [42, 30, 24, 4],
        "IT" => [38, 32, 3, 27],
        "GB" | "IE" => [90, 6, 2, 2],
        _ => [60, 33, 3, 4],
    }
}
