//! What was typed about somebody.

use crate::clock::Day;
use crate::ids::SiteId;
use crate::people::person::{Person, number_fold};
use crate::people::site::Site;
use crate::text;
use crate::web::{Form, Problems};

/// Somebody as the form says; nothing in it needs checking any more, but for what only the directory knows.
#[derive(Clone, Debug)]
pub struct PersonWords {
    /// None: the app gives one.
    pub employee_number: Option<String>,
    pub given_name: String,
    pub family_name: String,
    pub preferred_name: Option<String>,
    pub email: Option<String>,
    pub job_title: String,
    pub site_id: SiteId,
    pub department: Option<String>,
    /// Only with a department.
    pub team: Option<String>,
    pub manager_number: Option<String>,
    pub started_on: Option<Day>,
    /// From which day on they are where the form says; none: today.
    pub moved_on: Option<Day>,
}

impl PersonWords {
    /// Reads the form. `sites` are those that the one who typed may put somebody into.
    pub fn parse(form: &Form, sites: &[Site], now: crate::clock::Moment) -> Result<PersonWords, Problems> {
        let mut problems = Problems::none();
        let given_name = problems.take("given_name", text::line(form.text("given_name")));
        let family_name = problems.take("family_name", text::optional_line(form.text("family_name")));
        let preferred_name = problems.take("preferred_name", text::optional_line(form.text("preferred_name")));
        let job_title = problems.take("job_title", text::optional_line(form.text("job_title")));
        let site = sites.iter().find(|site| site.slug == form.text("site"));
        if site.is_none() {
            problems.add("site", "directory-problem-site");
        }
        let department = problems.take("department", text::optional_line(form.text("department")));
        let team = problems.take("team", text::optional_line(form.text("team")));
        if team.is_some() && department.is_none() {
            problems.add("team", "directory-fault-team-alone");
        }
        let email =
            if form.has("email") { Some(problems.take("email", text::email(form.text("email")))) } else { None };
        let employee_number = problems.take("employee_number", text::optional_line(form.text("employee_number")));
        if employee_number.as_deref().is_some_and(|number| number_fold(number).is_empty()) {
            problems.add("employee_number", "directory-problem-number");
        }
        let manager_number = problems.take("manager_number", text::optional_line(form.text("manager_number")));
        let started_on = day(form, "started_on", &mut problems);
        let moved_on = day(form, "moved_on", &mut problems);
        if let (Some(moved_on), Some(site)) = (moved_on, site)
            && moved_on > site.today(now)
        {
            problems.add("moved_on", "directory-problem-future");
        }
        let site_id = site.map(|site| site.id);
        problems.or(()).and_then(|()| {
            Ok(PersonWords {
                employee_number,
                given_name,
                family_name: family_name.unwrap_or_default(),
                preferred_name,
                email,
                job_title: job_title.unwrap_or_default(),
                site_id: site_id.ok_or_else(|| Problems::one("site", "directory-problem-site"))?,
                department,
                team,
                manager_number,
                started_on,
                moved_on,
            })
        })
    }

    /// Puts the words into a person; where they are, and whom they report to, is not among it.
    pub fn fill(&self, person: &mut Person) {
        if let Some(number) = &self.employee_number {
            person.employee_number.clone_from(number);
        }
        person.given_name.clone_from(&self.given_name);
        person.family_name.clone_from(&self.family_name);
        person.preferred_name.clone_from(&self.preferred_name);
        person.email.clone_from(&self.email);
        person.job_title.clone_from(&self.job_title);
        person.started_on = self.started_on;
    }
}

/// A day from a date field; none if it is empty.
pub fn day(form: &Form, field: &str, problems: &mut Problems) -> Option<Day> {
    if !form.has(field) {
        return None;
    }
    let day = form.read(field);
    if day.is_none() {
        problems.add(field, "directory-problem-day");
    }
    day
}

/// The form of somebody who is there already, to be changed.
pub fn filled(
    person: &Person,
    slug: &str,
    department: Option<&str>,
    team: Option<&str>,
    manager: Option<&str>,
) -> Form {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    Form::of(&[
        ("given_name", &person.given_name),
        ("family_name", &person.family_name),
        ("preferred_name", person.preferred_name.as_deref().unwrap_or_default()),
        ("employee_number", &person.employee_number),
        ("email", person.email.as_deref().unwrap_or_default()),
        ("job_title", &person.job_title),
        ("site", slug),
        ("department", department.unwrap_or_default()),
        ("team", team.unwrap_or_default()),
        ("manager_number", manager.unwrap_or_default()),
        ("started_on", &day(person.started_on)),
    ])
}
