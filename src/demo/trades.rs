//! What is done in a hotel: departments, teams, titles, and when guests meet whom.

/// A kind of department.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trade {
    /// General manager, people from the office.
    Management,
    /// Reception, concierge, porters.
    FrontDesk,
    /// Rooms and public areas.
    Housekeeping,
    /// Cooks, pastry, stewarding.
    Kitchen,
    /// Breakfast and dinner service.
    Restaurant,
    /// Bar and terrace.
    Bar,
    /// Whoever repairs.
    Maintenance,
    /// Massage, pool, gym.
    Spa,
    /// Night reception and security.
    Night,
}

use Trade::*;

/// A set of trades, one bit each.
pub type Trades = u16;
/// Bits of [`Trades`], one letter each because they stand in long lists: G is management, F the front desk, …
pub const G: Trades = 1;
/// Front desk.
pub const F: Trades = 1 << 1;
/// Housekeeping.
pub const H: Trades = 1 << 2;
/// Kitchen.
pub const K: Trades = 1 << 3;
/// Restaurant.
pub const R: Trades = 1 << 4;
/// Bar.
pub const B: Trades = 1 << 5;
/// Maintenance.
pub const M: Trades = 1 << 6;
/// Spa.
pub const S: Trades = 1 << 7;
/// Night team.
pub const N: Trades = 1 << 8;
/// All of them.
pub const ALL: Trades = 511;

/// What the generator needs to know about a trade.
pub struct Craft {
    /// The department's name.
    pub name: &'static str,
    /// Share of a site's people, in percent.
    pub share: u64,
    /// How often guests praise somebody here, against the other trades.
    pub praised: u64,
    /// How many in a hundred have no company mail.
    pub without_mail: u64,
    /// Teams of a department of ordinary size.
    pub teams: &'static [&'static str],
    /// Whoever leads it.
    pub head: &'static str,
    /// Whoever leads a team.
    pub lead: &'static str,
    /// All others.
    pub titles: &'static [&'static str],
    /// When in a day guests write about them, by hour.
    pub hours: [u64; 24],
}

const DAY: [u64; 24] = [1, 0, 0, 0, 0, 1, 3, 8, 12, 14, 14, 10, 7, 6, 8, 9, 9, 8, 7, 6, 6, 5, 4, 2];
const MEALS: [u64; 24] = [2, 0, 0, 0, 0, 0, 2, 9, 14, 13, 8, 3, 5, 7, 4, 1, 1, 2, 6, 11, 14, 13, 9, 4];
const EVENING: [u64; 24] = [9, 5, 2, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 4, 4, 5, 6, 8, 9, 10, 12, 14, 14, 12];
const NIGHT: [u64; 24] = [12, 10, 8, 6, 5, 6, 9, 11, 8, 5, 3, 1, 1, 0, 0, 0, 0, 0, 1, 2, 3, 5, 8, 11];

/// All trades, in the order of their bits.
pub const TRADES: [Trade; 9] = [Management, FrontDesk, Housekeeping, Kitchen, Restaurant, Bar, Maintenance, Spa, Night];

static CRAFTS: [Craft; 9] = [
    Craft {
        name: "Management",
        share: 5,
        praised: 2,
        without_mail: 0,
        teams: &[],
        head: "General Manager",
        lead: "Deputy General Manager",
        titles: &["Deputy General Manager", "Guest Relations Manager", "Sales Manager", "HR Coordinator", "Accountant"],
        hours: DAY,
    },
    Craft {
        name: "Front desk",
        share: 15,
        praised: 30,
        without_mail: 2,
        teams: &["Reception", "Concierge and porters"],
        head: "Front Office Manager",
        lead: "Shift Leader Reception",
        titles: &["Receptionist", "Receptionist", "Receptionist", "Concierge", "Porter", "Reservations Agent"],
        hours: DAY,
    },
    Craft {
        name: "Housekeeping",
        share: 23,
        praised: 17,
        without_mail: 94,
        teams: &["Floors 1–3", "Floors 4–6", "Public areas"],
        head: "Executive Housekeeper",
        lead: "Floor Supervisor",
        titles: &["Room Attendant", "Room Attendant", "Room Attendant", "Room Attendant", "Linen Attendant", "Cleaner"],
        hours: DAY,
    },
    Craft {
        name: "Kitchen",
        share: 17,
        praised: 9,
        without_mail: 88,
        teams: &["Hot kitchen", "Cold kitchen and pastry", "Stewarding"],
        head: "Head Chef",
        lead: "Sous Chef",
        titles: &["Chef de Partie", "Commis Chef", "Breakfast Cook", "Pastry Chef", "Kitchen Porter", "Trainee Cook"],
        hours: MEALS,
    },
    Craft {
        name: "Restaurant",
        share: 15,
        praised: 24,
        without_mail: 70,
        teams: &["Breakfast", "Evening service"],
        head: "Restaurant Manager",
        lead: "Head Waiter",
        titles: &["Waiter", "Waiter", "Breakfast Attendant", "Host", "Sommelier", "Trainee Waiter"],
        hours: MEALS,
    },
    Craft {
        name: "Bar",
        share: 7,
        praised: 9,
        without_mail: 65,
        teams: &[],
        head: "Bar Manager",
        lead: "Senior Bartender",
        titles: &["Bartender", "Bartender", "Terrace Waiter", "Barista"],
        hours: EVENING,
    },
    Craft {
        name: "Maintenance",
        share: 6,
        praised: 5,
        without_mail: 60,
        teams: &[],
        head: "Chief Engineer",
        lead: "Senior Technician",
        titles: &["Technician", "Electrician", "Gardener", "Pool Technician", "Carpenter"],
        hours: DAY,
    },
    Craft {
        name: "Spa",
        share: 7,
        praised: 7,
        without_mail: 45,
        teams: &[],
        head: "Spa Manager",
        lead: "Senior Therapist",
        titles: &["Massage Therapist", "Spa Receptionist", "Lifeguard", "Fitness Instructor", "Beautician"],
        hours: DAY,
    },
    Craft {
        name: "Night team",
        share: 5,
        praised: 6,
        without_mail: 25,
        teams: &[],
        head: "Night Manager",
        lead: "Senior Night Auditor",
        titles: &["Night Auditor", "Night Auditor", "Night Porter", "Security Officer"],
        hours: NIGHT,
    },
];

impl Trade {
    /// What the generator needs to know about it.
    pub fn craft(self) -> &'static Craft {
        &CRAFTS[self as usize]
    }

    /// Its bit in a set.
    pub fn bit(self) -> Trades {
        1 << (self as u16)
    }
}
