//! An issue or an idea as a thing: what somebody typed, checked once. No HTTP, no SQL.

use serde::{Deserialize, Serialize};

use super::category::Category;
use super::level::Level;
use crate::ids::{CategoryId, PersonId};
use crate::text;
use crate::web::{Form, Problems};

/// More people than this are not excluded one by one.
pub const EXCLUDED_MAX: usize = 10;

/// What was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something is not as it should be.
    Issue,
    /// Something could be better still.
    Idea,
}

impl Kind {
    /// The name in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Issue => "issue",
            Kind::Idea => "idea",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<Kind> {
        [Kind::Issue, Kind::Idea].into_iter().find(|kind| kind.name() == name)
    }
}

/// Who else sees a named issue, besides who raised it and who handles it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nobody.
    Private,
    /// The team of who raised it; where there are no teams, the department.
    Team,
    /// Everybody at the site.
    Site,
    /// Everybody.
    Company,
}

impl Reach {
    /// From the narrowest to the widest.
    pub const ALL: &[Reach] = &[Reach::Private, Reach::Team, Reach::Site, Reach::Company];

    /// The name in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Reach::Private => "private",
            Reach::Team => "team",
            Reach::Site => "site",
            Reach::Company => "company",
        }
    }

    /// The reach of a name.
    pub fn from_name(name: &str) -> Option<Reach> {
        Reach::ALL.iter().copied().find(|reach| reach.name() == name)
    }
}

/// The words of an issue. Of a confidential one they are sealed together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What lists show: the first words of what happens. Nobody is asked for a title who came to tell something.
    pub title: String,
    /// What happens.
    pub what: String,
    /// Where; may be empty.
    pub place: String,
    /// What would fix it; may be empty.
    pub fix: String,
}

/// What somebody raised, checked once.
#[derive(Clone, Debug)]
pub struct Raised {
    /// Issue or idea.
    pub kind: Kind,
    /// Named or confidential; the third level has a zone of its own.
    pub level: Level,
    /// Who else sees it; a confidential one is private.
    pub reach: Reach,
    /// What it is about.
    pub category_id: CategoryId,
    /// What was typed.
    pub words: Words,
    /// Who shall never see it.
    pub excluded: Vec<PersonId>,
}

impl Raised {
    /// Reads the form. `categories` are those in use, `me` is who raises it.
    pub fn parse(form: &Form, categories: &[Category], me: PersonId) -> Result<Raised, Problems> {
        let mut problems = Problems::none();
        let what = problems.need("what", text::words(form.text("what")), "voice-problem-what");
        let place = problems.take("place", text::optional_line(form.text("place"))).unwrap_or_default();
        let fix = problems.take("fix", text::optional_words(form.text("fix")));
        let category = form.read::<CategoryId>("category");
        let category = categories.iter().find(|one| Some(one.id) == category);
        if category.is_none() {
            problems.add("category", "voice-problem-category");
        }
        let level = Level::from_name(form.text("level")).filter(|level| *level != Level::Anonymous);
        match (level, category) {
            (None, _) => problems.add("level", "voice-problem-level"),
            (Some(Level::Named), Some(category)) if category.is_delicate => {
                problems.add("level", "voice-problem-delicate");
            }
            _ => {}
        }
        let reach = match level {
            Some(Level::Named) => Reach::from_name(form.text("scope")),
            _ => Some(Reach::Private),
        };
        if reach.is_none() {
            problems.add("scope", "voice-problem-scope");
        }
        let excluded = excluded(form);
        if excluded.contains(&me) {
            problems.add("who", "voice-problem-exclude-me");
        }
        if excluded.len() > EXCLUDED_MAX {
            problems.add("who", "voice-problem-exclude-many");
        }
        let (Some(category), Some(level), Some(reach), true) = (category, level, reach, problems.is_empty()) else {
            return Err(problems);
        };
        Ok(Raised {
            kind: Kind::from_name(form.text("kind")).unwrap_or(Kind::Issue),
            level,
            reach,
            category_id: category.id,
            words: Words { title: title_of(&what), what, place, fix },
            excluded,
        })
    }
}

/// Who is named in the form as never to see it: those on the list, and the one just chosen.
pub fn excluded(form: &Form) -> Vec<PersonId> {
    let mut excluded: Vec<PersonId> = Vec::new();
    let listed = form.all("excluded").into_iter().flat_map(str::split_whitespace);
    for id in listed.chain(form.all("person")).filter_map(|id| id.parse().ok()) {
        if !excluded.contains(&id) {
            excluded.push(id);
        }
    }
    excluded
}

/// The first sentence, or as many of the first words as fit.
pub fn title_of(what: &str) -> String {
    let first_line = what.lines().next().unwrap_or_default();
    let line = first_line.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = line.find(['.', '!', '?']).map(|at| line[..at].trim()).filter(|first| first.chars().count() >= 12);
    let title = sentence.unwrap_or(&line);
    text::beginning(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(is_delicate: bool) -> Category {
        let (id, own_name) = (CategoryId::random(), "Rooms".into());
        Category { id, code: None, own_name, is_delicate, due_days: (2, 5, 20), keep_days: 730 }
    }

    fn parse(of: &Category, fields: &[(&str, &str)]) -> Result<Raised, Problems> {
        let id = of.id.to_string();
        let mut form =
            Form::of(&[("what", "Lift B is stuck"), ("category", &id), ("level", "named"), ("scope", "site")]);
        for (name, value) in fields {
            form.set(name, value);
        }
        Raised::parse(&form, std::slice::from_ref(of), PersonId::random())
    }

    #[test]
    fn what_is_delicate_is_never_raised_by_name_and_what_is_confidential_never_shown_wider() {
        let (plain, delicate) = (category(false), category(true));
        assert!(parse(&plain, &[]).is_ok());
        assert!(parse(&delicate, &[]).is_err());
        let confidential = parse(&delicate, &[("level", "confidential"), ("scope", "company")]).unwrap();
        assert_eq!((confidential.level, confidential.reach), (Level::Confidential, Reach::Private));
    }

    #[test]
    fn a_form_that_lacks_what_it_needs_is_refused() {
        let plain = category(false);
        for wrong in [("what", " "), ("category", ""), ("level", ""), ("level", "anonymous"), ("scope", "")] {
            assert!(parse(&plain, &[wrong]).is_err(), "{wrong:?}");
        }
        assert!(parse(&plain, &[("what", &"a".repeat(1_000_000))]).is_err());
    }

    #[test]
    fn a_title_is_the_first_sentence_or_the_first_words() {
        assert_eq!(title_of("The lift in house B is stuck. Every morning!"), "The lift in house B is stuck");
        assert_eq!(title_of("Help! The lift\nis stuck"), "Help! The lift");
        let long = title_of(&"word ".repeat(100));
        assert!(long.ends_with("word…") && long.chars().count() <= 91, "{long}");
    }
}
