//! What issues are about, and who receives them.

use crate::ids::{CategoryId, PersonId, SiteId};
use crate::views::{Lang, Views};
use crate::voice::rules::KEEP_DAYS;
use crate::web::{Form, Problems};

/// How long an organisation's own categories give, unless it says otherwise: days as in [`Category::due_days`], and to keep.
pub const USUAL_DAYS: ((i32, i32, i32), i32) = ((2, 5, 20), 730);
/// How many working days an answer may take at most: about a year.
const DUE_DAYS: std::ops::RangeInclusive<i32> = 1..=250;

/// A category. Ours have a code and a name in every language; an organisation's own has the name it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its key.
    pub id: CategoryId,
    /// Ours only: the key of its name is `voice-category-CODE`.
    pub code: Option<String>,
    /// An organisation's own name; empty for ours.
    pub own_name: String,
    /// Shown its proper channel, and seen by confidential handlers only.
    pub is_delicate: bool,
    /// Working days of the site until it has to be acknowledged, answered and decided.
    pub due_days: (i32, i32, i32),
    /// Days it is kept after it was closed.
    pub keep_days: i32,
}

impl Category {
    /// How long it gives.
    pub fn days(&self) -> Days {
        Days { due: self.due_days, keep: self.keep_days }
    }

    /// Its name in a language.
    pub fn name(&self, views: &Views, lang: Lang) -> String {
        match &self.code {
            Some(code) => views.text(lang, &format!("voice-category-{}", code.replace('_', "-")), &[]),
            None => self.own_name.clone(),
        }
    }

    /// Where else to turn with what is delicate; for an organisation's own category the words for all of them.
    pub fn channel(&self, views: &Views, lang: Lang) -> Option<String> {
        let of = self.code.as_deref().map_or_else(|| "own".to_owned(), |code| code.replace('_', "-"));
        self.is_delicate.then(|| views.text(lang, &format!("voice-channel-{of}"), &[]))
    }
}

/// The days of a category as an administrator sets them: as in [`Category::due_days`], and to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// Working days until it has to be acknowledged, answered and decided.
    pub due: (i32, i32, i32),
    /// Days it is kept after it was closed.
    pub keep: i32,
}

impl Days {
    /// Reads the administrator's form. What is owed later cannot be due earlier.
    pub fn parse(form: &Form) -> Result<Days, Problems> {
        let mut problems = Problems::none();
        let mut least = *DUE_DAYS.start();
        let mut due = |field: &str, what: &str| {
            let days = form.read::<i32>(field).filter(|days| DUE_DAYS.contains(days));
            match days {
                None => problems.add_naming(field, "voice-problem-due-days", "what", what),
                Some(days) if days < least => problems.add_naming(field, "voice-problem-due-order", "what", what),
                Some(days) => least = days,
            }
            days.unwrap_or_default()
        };
        let due = (due("acknowledge_days", "acknowledge"), due("answer_days", "answer"), due("decide_days", "decide"));
        let keep = form.read::<i32>("keep_days").filter(|days| KEEP_DAYS.contains(days));
        if keep.is_none() {
            problems.add("keep_days", "channels-problem-days");
        }
        problems.or(Days { due, keep: keep.unwrap_or_default() })
    }

    /// The same, as a form to change them.
    pub fn form(self) -> Form {
        let (acknowledge, answer, decide) = self.due;
        let mut form = Form::default();
        for (field, days) in [
            ("acknowledge_days", acknowledge),
            ("answer_days", answer),
            ("decide_days", decide),
            ("keep_days", self.keep),
        ] {
            form.set(field, &days.to_string());
        }
        form
    }

    /// For the audit log.
    pub fn said(self) -> String {
        let (acknowledge, answer, decide) = self.due;
        format!("days: acknowledge {acknowledge}, answer {answer}, decide {decide}, keep {}", self.keep)
    }
}

/// Who receives a category: at a site, or wherever nobody else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The category.
    pub category_id: CategoryId,
    /// The site; none for every site without a route of its own.
    pub site_id: Option<SiteId>,
    /// Who answers.
    pub owner_id: PersonId,
    /// Who answers when the owner cannot.
    pub deputy_id: Option<PersonId>,
}

impl Route {
    /// Who receives a category at a site: the site's own route, else the one for everywhere.
    pub fn nearest(routes: &[Route], category: CategoryId, site: SiteId) -> Option<Route> {
        let here = |route: &&Route| route.category_id == category && route.site_id.is_none_or(|at| at == site);
        routes.iter().filter(here).max_by_key(|route| route.site_id.is_some()).copied()
    }

    /// The owner, then the deputy.
    pub fn people(self) -> impl Iterator<Item = PersonId> {
        [Some(self.owner_id), self.deputy_id].into_iter().flatten()
    }
}
