//! What a made-up world consists of. Things refer to each other by their place in the lists of [`World`]; the keys they
//! will have in the database are made with them, from the same seed.

use crate::clock::{Day, Moment};
use crate::ids::{
    CodeId, ConversationId, DepartmentId, IssueId, MessageId, NoteId, PersonId, PlaceId, RecipientId, SiteId, TeamId,
    ValueId,
};

use super::bond::Bond;
pub use super::bond::Link;
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

/// A piece of praise.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its key.
    pub id: NoteId,
    /// Who says so.
    pub from: From,
    /// When it was sent.
    pub sent_at: Moment,
    /// Where it happened.
    pub site: usize,
    /// The spot, if known.
    pub place: Option<usize>,
    /// The code that led to the form.
    pub code: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// What they did; empty for "just thanks".
    pub did: String,
    /// What difference it made; may be empty.
    pub difference: String,
    /// Values the sender saw in it (colleagues only).
    pub values: Vec<usize>,
    /// Whom it reached; empty as long as nobody knows whom it meant.
    pub recipients: Vec<Recipient>,
    /// How the guest named the person, where that did not lead to anyone at once.
    pub unmatched: Option<Unmatched>,
    /// Satisfied? Treated as an individual? Would you come back?
    pub answers: Option<[Answer; 3]>,
}

/// Who sent a note.
#[derive(Clone, Debug, PartialEq)]
pub enum From {
    /// A guest, by the public page.
    Guest(Sender),
    /// Somebody who works here, by their place in [`World::people`].
    Colleague(usize),
    /// Somebody who works here, for a guest who said it to them.
    Relayed {
        /// Who wrote it down.
        by: usize,
        /// What the guest was called, if known.
        guest: Option<String>,
    },
}

/// A guest.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sender {
    /// How to be addressed.
    pub name: Option<String>,
    /// Left only to hear what became of it.
    pub email: Option<String>,
    /// Whether the address was confirmed.
    pub is_confirmed: bool,
}

/// One person's share of a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Its key.
    pub id: RecipientId,
    /// Who, by their place in [`World::people`].
    pub person: usize,
    /// When they heard of it.
    pub read: Option<Read>,
    /// Who else may see it.
    pub visibility: Visibility,
    /// What they answered.
    pub thanks: Option<Thanks>,
}

/// When and how somebody heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// When.
    pub at: Moment,
    /// How.
    pub how: How,
}

/// How somebody heard of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Opened the note's own page.
    Page,
    /// It stood on a page they were looking at.
    Live,
    /// The guest showed the card and the code was scanned.
    Seen,
    /// A slip was read out.
    Slip,
}

/// Who may see a recipient's note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Only the recipient.
    Me,
    /// Their team.
    Team,
    /// Their site.
    Site,
    /// The organisation.
    Company,
    /// Anyone.
    Public,
}

/// What a recipient answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Thanks {
    /// When.
    pub at: Moment,
    /// Their words.
    pub text: String,
}

/// A note whose person was not found at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// The name as typed, misspelt; empty with "I don't know the name".
    pub typed: String,
    /// When it was, in the guest's words.
    pub when: String,
    /// Where it was, in the guest's words.
    pub place: String,
    /// What the person does, in the guest's words.
    pub role: String,
    /// Whom the guest meant: known to the world, not to the product.
    pub meant: usize,
    /// Who found that out and when; none while it waits.
    pub matched: Option<(usize, Moment)>,
}

/// An answer to one of the three questions after a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
}

/// A guest's concern or question with all that followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// Its key.
    pub id: ConversationId,
    /// A concern, otherwise a question.
    pub is_concern: bool,
    /// About which site.
    pub site: usize,
    /// About which spot.
    pub place: Option<usize>,
    /// The code that led to the form.
    pub code: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// The guest.
    pub sender: Sender,
    /// Who answers for the site.
    pub owner: usize,
    /// What was written, the guest's first message first.
    pub messages: Vec<Message>,
}

/// One message of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its key.
    pub id: MessageId,
    /// Who of the staff wrote it; none is the guest.
    pub by: Option<usize>,
    /// When.
    pub at: Moment,
    /// The words.
    pub text: String,
}

/// An issue or an idea of somebody who works here.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Its key.
    pub id: IssueId,
    /// An idea, not an issue.
    pub is_idea: bool,
    /// Raised in confidence, not by name.
    pub is_confidential: bool,
    /// The code of its category.
    pub category: &'static str,
    /// Where.
    pub site: usize,
    /// Who raised it.
    pub raiser: usize,
    /// Who answers.
    pub owner: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// What happens.
    pub what: String,
    /// Where exactly; may be empty.
    pub place: String,
    /// What would fix it; may be empty.
    pub fix: String,
    /// When.
    pub raised_at: Moment,
    /// Who said "me too".
    pub supporters: Vec<usize>,
    /// What became of it, oldest first.
    pub steps: Vec<IssueStep>,
    /// Who answered its raiser alone, when and what.
    pub answer: Option<(usize, Moment, String)>,
}

/// One step of what became of an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueStep {
    /// When.
    pub at: Moment,
    /// Who took it.
    pub by: usize,
    /// Where it is from then on: a state's name.
    pub state: &'static str,
    /// What was said; may be empty.
    pub text: String,
    /// In how many days it is to be done, of what is planned.
    pub planned_in_days: Option<i64>,
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
