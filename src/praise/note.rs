//! Praise as a thing: what makes a note, whose it is, who may see it. No HTTP, no SQL.

use crate::clock::Moment;
use crate::ids::{CodeId, NoteId, PersonId, PlaceId, RecipientId, SenderId, SiteId, ValueId};
use crate::people::door::Door;
use crate::text;
use crate::web::{Form, Problems};

/// How many notes one colleague may send the same person in 24 hours: more is no longer news to either of them.
pub const PAIR_MAX_A_DAY: i64 = 3;

/// By which way a note came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A guest, at the door.
    Door,
    /// Somebody who is signed in.
    Colleague,
    /// A file.
    Import,
}

impl Source {
    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Source::Door => "door",
            Source::Colleague => "colleague",
            Source::Import => "import",
        }
    }
}

/// Where a note is on its way. The names stand in the database.
pub mod state {
    /// The person praised has it.
    pub const DELIVERED: &str = "delivered";
    /// Somebody must find out whom it is for, or look at its flags.
    pub const UNMATCHED: &str = "unmatched";
    /// Somebody looked, and nobody could be found: meant seriously, so it counts as heard at the site.
    pub const NOBODY: &str = "nobody";
    /// Somebody looked, and it was not meant seriously: it counts as nothing.
    pub const JUNK: &str = "junk";
    /// Why notes are set aside.
    pub const ASIDE: [&str; 2] = [NOBODY, JUNK];
    /// The sender took it back.
    pub const WITHDRAWN: &str = "withdrawn";
}

/// Who may see a note on a wall; the person praised decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// Only the person praised.
    Me,
    /// Their team.
    #[default]
    Team,
    /// Everybody at their site.
    Site,
    /// Everybody who works here.
    Company,
    /// Everybody.
    Public,
}

impl Visibility {
    /// The name in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Me => "me",
            Visibility::Team => "team",
            Visibility::Site => "site",
            Visibility::Company => "company",
            Visibility::Public => "public",
        }
    }

    /// The reverse of [`Visibility::name`].
    pub fn from_name(name: &str) -> Option<Visibility> {
        use Visibility::{Company, Me, Public, Site, Team};
        [Me, Team, Site, Company, Public].into_iter().find(|visibility| visibility.name() == name)
    }
}

/// Why a note waits for a person to look at it although it names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The field that people cannot see was filled.
    Trap,
    /// It came quicker than anybody types.
    Quick,
    /// More came from one address, or at one site, than usual.
    Unusual,
    /// Whoever is praised is signed in on the sender's browser.
    OwnPraise,
}

impl Flag {
    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Flag::Trap => "trap",
            Flag::Quick => "quick",
            Flag::Unusual => "unusual",
            Flag::OwnPraise => "own",
        }
    }
}

/// A guest's note, as it will be stored.
#[derive(Clone, Debug)]
pub struct GuestNote {
    /// Its key.
    pub id: NoteId,
    /// Who sent it.
    pub sender_id: SenderId,
    /// Where.
    pub site_id: SiteId,
    /// At which place.
    pub place_id: Option<PlaceId>,
    /// With which code.
    pub code_id: Option<CodeId>,
    /// The words.
    pub words: GuestWords,
    /// Who is praised; nobody sends it to the queue.
    pub person_id: Option<PersonId>,
    /// Why it goes to the queue all the same.
    pub flags: Vec<Flag>,
}

/// What a guest typed, checked once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuestWords {
    /// The name as they wrote it.
    pub who: Option<String>,
    /// When, where, and what they do: for who does not know the name.
    pub when: Option<String>,
    /// Where it was, in their words.
    pub place: Option<String>,
    /// What the person does, in their words.
    pub role: Option<String>,
    /// What the person did.
    pub did: String,
    /// What difference it made.
    pub difference: String,
    /// How they like to be addressed.
    pub sender_name: Option<String>,
    /// Where they may be told what became of it.
    pub sender_email: Option<String>,
}

impl GuestWords {
    /// Reads the form at the door. Whether somebody was found is not asked here, only whether anything was said of them.
    pub fn parse(form: &Form, door: &Door) -> Result<GuestWords, Problems> {
        let mut problems = Problems::none();
        let just_thanks = form.has("just_thanks");
        let words = GuestWords {
            who: problems.take("who", text::optional_line(form.text("who"))),
            when: problems.take("when", text::optional_line(form.text("when"))),
            place: problems.take("where", text::optional_line(form.text("where"))),
            role: problems.take("what_role", text::optional_line(form.text("what_role"))),
            did: problems.take("did", text::optional_words(form.text("did"))),
            difference: problems.take("difference", text::optional_words(form.text("difference"))),
            sender_name: problems.take("sender_name", text::optional_line(form.text("sender_name"))),
            sender_email: match form.text("sender_email").trim() {
                "" => None,
                typed => Some(problems.take("sender_email", text::email(typed))),
            },
        };
        let knows_nothing =
            words.who.is_none() && words.when.is_none() && words.place.is_none() && words.role.is_none();
        if knows_nothing && !form.has("person") && door.person_id.is_none() {
            let key = if form.has("unknown") { "praise-problem-nothing-known" } else { "praise-problem-who" };
            problems.add(if form.has("unknown") { "when" } else { "who" }, key);
        }
        // All at once: whoever forgot two things hears of both.
        if words.did.is_empty() && !just_thanks && (problems.is_empty() || !form.has("did")) {
            problems.add("did", "praise-problem-did");
        }
        problems.or(words)
    }
}

/// A colleague's note, checked once.
#[derive(Clone, Debug)]
pub struct ColleagueNote {
    /// Its key.
    pub id: NoteId,
    /// Who sends it.
    pub from: PersonId,
    /// Who is praised.
    pub person_id: PersonId,
    /// What the person did.
    pub did: String,
    /// Which of the organisation's values it shows.
    pub values: Vec<ValueId>,
}

impl ColleagueNote {
    /// Reads the form of a colleague.
    pub fn parse(form: &Form, id: NoteId, from: PersonId) -> Result<ColleagueNote, Problems> {
        let mut problems = Problems::none();
        let person = form.read::<PersonId>("person");
        match person {
            None => problems.add("who", "praise-problem-who-colleague"),
            Some(person) if person == from => problems.add("who", "praise-problem-self"),
            Some(_) => {}
        }
        let did = problems.take("did", text::words(form.text("did")));
        let values = form.all("values").iter().filter_map(|value| value.parse().ok()).collect();
        problems.or(ColleagueNote { id, from, person_id: person.unwrap_or(from), did, values })
    }
}

/// A note that was gathered elsewhere (a review site, letters), checked once.
#[derive(Clone, Debug)]
pub struct ImportedNote {
    /// Its key.
    pub id: NoteId,
    /// What makes the row this row: a file read twice brings it once.
    pub row_hash: Vec<u8>,
    /// Where it was.
    pub site_id: SiteId,
    /// Who is praised; nobody sends it to the queue.
    pub person_id: Option<PersonId>,
    /// The name as the file has it, if it fits nobody.
    pub typed_name: Option<String>,
    /// The words.
    pub words: String,
    /// The language they are written in.
    pub language: String,
    /// The rating that came with it, on whatever scale its source has.
    pub rating: Option<i32>,
    /// Where it was gathered.
    pub source_name: Option<String>,
    /// When it was received there.
    pub received_at: Moment,
}

/// What a recipient's row is made of.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    /// Its key.
    pub id: RecipientId,
    /// The note.
    pub note_id: NoteId,
    /// Whose share it is.
    pub person_id: PersonId,
    /// Who found out that it is theirs, if somebody had to.
    pub matched_by: Option<PersonId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        Door {
            site_id: SiteId::random(),
            site_name: "Seaside".into(),
            slug: "seaside".into(),
            time_zone: "Europe/Lisbon".into(),
            code: String::new(),
            code_id: None,
            place: None,
            person_id: None,
        }
    }

    #[test]
    fn a_guest_needs_somebody_and_something_and_no_more() {
        let parse = |fields: &[(&str, &str)]| GuestWords::parse(&Form::of(fields), &door());
        assert!(parse(&[("who", "Amina"), ("did", "found my key")]).is_ok());
        assert!(parse(&[("who", "Amina"), ("just_thanks", "yes")]).is_ok());
        assert!(parse(&[("unknown", "yes"), ("when", "at noon"), ("did", "x")]).is_ok());
        assert!(parse(&[("did", "found my key")]).is_err());
        assert!(parse(&[("who", "Amina")]).is_err());
        assert!(parse(&[("who", "Amina"), ("did", "x"), ("sender_email", "not an address")]).is_err());
    }

    #[test]
    fn nobody_praises_themself() {
        let me = PersonId::random();
        let form = Form::of(&[("person", &me.to_string()), ("did", "was great")]);
        assert!(ColleagueNote::parse(&form, NoteId::random(), me).is_err());
        assert!(ColleagueNote::parse(&form, NoteId::random(), PersonId::random()).is_ok());
    }
}
