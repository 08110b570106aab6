//! Counting what was written about the units of one site, and who worked there, stretch by stretch. No SQL here.
//!
//! The same notes give the same counts whenever they are counted. What counts, as linkage research has it: what customers
//! wrote themselves, each known customer once a unit and stretch (what they wrote last); nothing that was taken back, that
//! waits because it looked odd, or that staff wrote down for somebody.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

use super::stretch::Stretch;
use crate::clock::{Day, Moment};
use crate::ids::{ContactId, DepartmentId, PersonId, SiteId};

/// Of so many percent other people, a unit is another one.
const ANOTHER_UNIT: usize = 30;

/// What is counted. The names stand in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// People who worked there in the middle of the stretch.
    Staff,
    /// There if more than 30 % of the people are others than in the stretch before.
    Anew,
    /// Praise by customers.
    Praise,
    /// What customers found could be better.
    Concern,
    /// "Were you satisfied?", after praise: yes 100, partly 50, no 0.
    Satisfied,
    /// Praise among colleagues.
    Colleague,
}

impl Measure {
    const ALL: [Measure; 6] =
        [Measure::Staff, Measure::Anew, Measure::Praise, Measure::Concern, Measure::Satisfied, Measure::Colleague];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Staff => "staff",
            Measure::Anew => "anew",
            Measure::Praise => "praise",
            Measure::Concern => "concern",
            Measure::Satisfied => "satisfied",
            Measure::Colleague => "colleague",
        }
    }

    /// The reverse of [`Measure::name`].
    pub fn from_name(name: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// How many, and of what has scores from 0 to 100 their sum and the sum of their squares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub n: i32,
    pub total: f64,
    pub total_of_squares: f64,
}

impl Count {
    fn add(&mut self, score: Option<f64>) {
        self.n += 1;
        self.total += score.unwrap_or(0.0);
        self.total_of_squares += score.map_or(0.0, |score| score * score);
    }
}

/// What is counted of one unit in one stretch.
pub type Key = (Uuid, Stretch, Measure);
pub type Counts = BTreeMap<Key, Count>;

/// Something that was written.
#[derive(Clone, Debug)]
pub struct Written {
    pub what: Kind,
    pub on: Day,
    pub sent_at: Moment,
    /// The departments of this site that it is about.
    pub departments: Vec<DepartmentId>,
    /// Who wrote it, of customers who are known.
    pub contact: Option<ContactId>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Praise { satisfied: Option<f64> },
    Concern,
    Colleague,
}

/// Somebody's time at this site.
#[derive(Clone, Copy, Debug)]
pub struct Stay {
    pub person: PersonId,
    pub department: Option<DepartmentId>,
    pub from: Option<Day>,
    pub until: Option<Day>,
}

impl Stay {
    /// Whether they were there on a day.
    pub fn is_there(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// Counts one site with its departments over stretches that do not overlap, from the oldest on.
pub fn count(site: SiteId, stretches: &[Stretch], written: &[Written], stays: &[Stay]) -> Counts {
    let mut counts = Counts::new();
    count_staff(&mut counts, site, stretches, stays);
    let mut units: HashMap<(Uuid, Stretch), Vec<&Written>> = HashMap::new();
    for one in written {
        let Some(stretch) = stretches.iter().find(|stretch| stretch.holds(one.on)) else { continue };
        let departments: BTreeSet<Uuid> = one.departments.iter().map(|id| id.0).collect();
        for unit in departments.into_iter().chain([site.0]) {
            units.entry((unit, *stretch)).or_default().push(one);
        }
    }
    for ((unit, stretch), written) in units {
        for one in each_customer_once(written) {
            let mut add = |measure, score| counts.entry((unit, stretch, measure)).or_default().add(score);
            match one.what {
                Kind::Colleague => add(Measure::Colleague, None),
                Kind::Concern => add(Measure::Concern, None),
                Kind::Praise { satisfied } => {
                    add(Measure::Praise, None);
                    if satisfied.is_some() {
                        add(Measure::Satisfied, satisfied);
                    }
                }
            }
        }
    }
    counts
}

/// Of what a known customer wrote, the last. What nobody known wrote counts each time.
fn each_customer_once(mut written: Vec<&Written>) -> Vec<&Written> {
    let mut known = BTreeSet::new();
    written.sort_by_key(|one| std::cmp::Reverse(one.sent_at));
    written.retain(|one| one.contact.is_none_or(|contact| known.insert(contact)));
    written
}

fn count_staff(counts: &mut Counts, site: SiteId, stretches: &[Stretch], stays: &[Stay]) {
    let mut before: HashMap<Uuid, BTreeSet<PersonId>> = HashMap::new();
    for stretch in stretches {
        let mut people: HashMap<Uuid, BTreeSet<PersonId>> = HashMap::new();
        for stay in stays.iter().filter(|stay| stay.is_there(stretch.middle())) {
            for unit in stay.department.map(|id| id.0).into_iter().chain([site.0]) {
                people.entry(unit).or_default().insert(stay.person);
            }
        }
        for (unit, now) in &people {
            let n = i32::try_from(now.len()).unwrap_or(i32::MAX);
            counts.insert((*unit, *stretch, Measure::Staff), Count { n, ..Count::default() });
            if before.get(unit).is_some_and(|before| is_another(before, now)) {
                counts.insert((*unit, *stretch, Measure::Anew), Count { n: 1, ..Count::default() });
            }
        }
        before = people;
    }
}

/// Whether so many left or came that the unit is another one.
fn is_another(before: &BTreeSet<PersonId>, now: &BTreeSet<PersonId>) -> bool {
    let stayed = before.intersection(now).count();
    let most = before.len().max(now.len());
    (most - stayed) * 100 > ANOTHER_UNIT * most
}
