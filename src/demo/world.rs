//! What a made-up world consists of. Things refer to each other by their place in the lists of [`World`]; the keys they
//! will have in the database are made with them, from the same seed.

use crate::clock::{Day, Moment};
use crate::ids::{CodeId, DepartmentId, PersonId, PlaceId, SiteId, TeamId, ValueId};

use super::bond::Bond;
pub use super::bond::Link;
use super::said::{Conversation, Issue, Note};
use super::trades::Trade;
use crate::views::Lang;

/// How large a world, from which seed, and when it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Hotels; at least one is made.
    pub sites: usize,
    /// People employed at the end, at least one a site. Leavers come on top, about one to nine.
    pub people: usize,
    /// Pieces of praise, over all years.
    pub notes: usize,
    /// Years told of; at least one.
    pub years: u32,
    /// Where all chance comes from.
    pub seed: u64,
    /// What the organisation speaks across its sites; its values are in this language.
    pub language: Lang,
    /// How what guests say follows how the staff feel.
    pub link: Link,
    /// The moment the story stops; nothing in the world is later.
    pub ends_at: Moment,
}

impl Size {
    /// The hotel group of the demonstration: English across its sites, 50 people a site, 2,000 notes a site and year.
    pub fn hotel_group(sites: usize, years: u32, seed: u64, ends_at: Moment) -> Size {
        Size {
            sites,
            people: sites * 50,
            notes: sites * 2_000 * years as usize,
            years,
            seed,
            language: Lang::En,
            link: Link::None,
            ends_at,
        }
    }
}

/// A whole made-up organisation with what was said in it.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The organisation's name.
    pub organisation: String,
    /// What it speaks across its sites.
    pub language: Lang,
    /// When the story begins.
    pub begins_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// How it went for staff and guests of each site.
    pub bond: Bond,
    /// What the organisation says it stands for.
    pub values: Vec<Value>,
    /// Its hotels.
    pub sites: Vec<Site>,
    /// Named spots in them.
    pub places: Vec<Place>,
    /// Departments of all sites.
    pub departments: Vec<Department>,
    /// Teams of all departments.
    pub teams: Vec<Team>,
    /// Everybody, leavers too.
    pub people: Vec<Person>,
    /// What is printed on tent cards and badges.
    pub codes: Vec<Code>,
    /// Praise, oldest first.
    pub notes: Vec<Note>,
    /// Concerns and questions, oldest first.
    pub conversations: Vec<Conversation>,
    /// What the staff raised, oldest first.
    pub issues: Vec<Issue>,
}

/// One of the organisation's values.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Its key.
    pub id: ValueId,
    /// A word or three.
    pub name: &'static str,
    /// What is meant by it, one sentence.
    pub meaning: &'static str,
}

/// A hotel.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Its key.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Its word in addresses.
    pub slug: String,
    /// IANA name.
    pub time_zone: &'static str,
    /// ISO 3166 code of two letters.
    pub country: &'static str,
    /// Languages spoken to guests, the first is the default.
    pub languages: &'static [&'static str],
}

/// A named spot in a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its key.
    pub id: PlaceId,
    /// Which site, by its place in [`World::sites`].
    pub site: usize,
    /// What people call it.
    pub name: String,
    /// Who is mostly met there.
    pub trade: Trade,
}

/// A department of a site.
#[derive(Clone, Debug, PartialEq)]
pub struct Department {
    /// Its key.
    pub id: DepartmentId,
    /// Which site.
    pub site: usize,
    /// What is done there.
    pub trade: Trade,
    /// Its name.
    pub name: &'static str,
}

/// A team of a department.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// Its key.
    pub id: TeamId,
    /// Which department.
    pub department: usize,
    /// Its name.
    pub name: String,
}

/// Somebody who works or worked here.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Their key.
    pub id: PersonId,
    /// Unique in the organisation.
    pub employee_number: String,
    /// As in the passport.
    pub given_name: String,
    /// As in the passport.
    pub family_name: String,
    /// What they like to be called instead of the given name, in any script.
    pub preferred_name: Option<String>,
    /// None for those whose work has no desk.
    pub email: Option<String>,
    /// What they speak at home or like best, a language tag.
    pub language: &'static str,
    /// Their manager, none for whoever leads the organisation.
    pub manager: Option<usize>,
    /// First day of work.
    pub started_on: Day,
    /// The first day on which they are no longer here.
    pub left_on: Option<Day>,
    /// Where they worked since when, oldest first, never empty; the last is where they are or last were.
    pub posts: Vec<Post>,
    /// What they may do.
    pub roles: Vec<Role>,
    /// How guests speak of them.
    pub is_woman: bool,
}

/// One stretch of somebody's work in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// First day there.
    pub from: Day,
    /// Which site.
    pub site: usize,
    /// Which department of it.
    pub department: usize,
    /// Which team of that, if it has teams.
    pub team: Option<usize>,
    /// What it says on the badge, in the site's language.
    pub job_title: &'static str,
}

/// What somebody may do, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// The contract's word: `employee`, `responder`, `site_manager`, `hr`, `confidential_handler`, `executive`,
    /// `auditor`, `admin`.
    pub name: &'static str,
    /// Only in this site; none is everywhere.
    pub site: Option<usize>,
}

/// What a QR code stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// Its key.
    pub id: CodeId,
    /// The letters after `/q/`.
    pub letters: String,
    /// What it stands for.
    pub stands_for: StandsFor,
    /// When it was printed.
    pub made_at: Moment,
}

/// What a code stands for, by its place in the lists of [`World`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandsFor {
    /// The organisation.
    Organisation,
    /// A site.
    Site(usize),
    /// A place.
    Place(usize),
    /// Whoever wears the badge.
    Person(usize),
}

impl World {
    /// The site a code leads to; none for the organisation's.
    pub fn site_of(&self, code: &Code) -> Option<usize> {
        match code.stands_for {
            StandsFor::Organisation => None,
            StandsFor::Site(site) => Some(site),
            StandsFor::Place(place) => Some(self.places[place].site),
            StandsFor::Person(person) => Some(self.people[person].post().site),
        }
    }

    /// Who answers guests of a site: its responder, or else whoever manages it.
    pub fn responder_of(&self, site: usize) -> Option<usize> {
        let holds = |name| {
            let role = Role { name, site: Some(site) };
            self.people.iter().position(|person| person.roles.contains(&role))
        };
        holds("responder").or_else(|| holds("site_manager"))
    }
}

impl Person {
    /// Where they are, or last were.
    pub fn post(&self) -> &Post {
        &self.posts[self.posts.len() - 1]
    }

    /// Where they worked on a day; none before the first and after the last day.
    pub fn post_on(&self, day: Day) -> Option<&Post> {
        let gone = self.left_on.is_some_and(|left| day >= left);
        self.posts.iter().rev().find(|post| !gone && post.from <= day)
    }

    /// The first name a guest would write: the preferred one if it is in Latin letters.
    pub fn called(&self) -> &str {
        let preferred = self.preferred_name.as_deref().filter(|name| name.chars().all(|c| c < '\u{370}'));
        preferred.unwrap_or(&self.given_name)
    }

    /// Whether they have that role anywhere.
    pub fn has_role(&self, name: &str) -> bool {
        self.roles.iter().any(|role| role.name == name)
    }
}
