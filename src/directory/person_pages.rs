//! The page of one person: adding, changing, moving, leaving, and what else they are called.

use actix_web::web::Path;
use serde::Serialize;

use super::entry_store::{AliasView, Entry, PlacementView, RoleView, SignIn, find_entry};
use super::person_form::{PersonWords, day, filled};
use super::store::{self, Written};
use super::who_may::people_scope;
use crate::app::Deed;
use crate::clock::{Day, Moment};
use crate::db::{self, QueryResult};
use crate::ids::{PersonId, RowId};
use crate::live::Topic;
use crate::people::audit::{NewEntry, What};
use crate::people::own_code::{self, Issued, Replaces, Slip};
use crate::people::person::Person;
use crate::people::role::Scope;
use crate::people::site::Site;
use crate::people::{audit_store, person_store, site_store};
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems, see_other};

#[derive(Serialize)]
struct NewView {
    form: FormView,
    sites: Vec<SiteChoice>,
}

#[derive(Serialize)]
struct SiteChoice {
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct EditView {
    form: FormView,
    sites: Vec<SiteChoice>,
    person: PersonView,
    refused: Option<Refused>,
    aliases: Vec<AliasView>,
    roles: Vec<RoleView>,
    placements: Vec<PlacementView>,
    today: Day,
    can_grant: bool,
    owed: i64,
}

#[derive(Serialize)]
struct PersonView {
    id: PersonId,
    name: String,
    left_on: Option<Day>,
    has_left: bool,
    entry: SignIn,
    has_email: bool,
    version: i32,
}

/// That mail to their address comes back.
#[derive(Serialize)]
struct Refused {
    address: String,
    said: String,
    at: Moment,
}

fn choices(sites: &[Site]) -> Vec<SiteChoice> {
    sites.iter().map(|site| SiteChoice { slug: site.slug.clone(), name: site.name.clone() }).collect()
}

async fn sites_of(me: &Me, scope: &Scope) -> Result<Vec<Site>, Failure> {
    let scope = scope.clone();
    Ok(me.page().app().read(move |conn| site_store::list_sites_in(conn, &scope)).await?)
}

/// `GET /admin/people/new`
pub async fn new(me: Me) -> Answer {
    let sites = sites_of(&me, &people_scope(&me)?).await?;
    let own = sites.iter().find(|site| site.id == me.site_id).map(|site| site.slug.clone()).unwrap_or_default();
    let form = Form::of(&[("site", &own)]).view(me.page(), &Problems::none());
    me.page().show("directory/person_new", &NewView { form, sites: choices(&sites) })
}

/// `POST /admin/people`
pub async fn create(me: Me, form: Form) -> Answer {
    let sites = sites_of(&me, &people_scope(&me)?).await?;
    let app = me.page().app().clone();
    let entry = me.entry(What::Administered, "person", None, "added");
    let problems = match PersonWords::parse(&form, &sites, app.now()) {
        Err(problems) => problems,
        Ok(words) => match app.write(move |deed| recorded(deed, &entry, |deed| store::add(deed, &words))).await {
            Ok(Written::Done(id)) => {
                return Ok(see_other_saying(&format!("/admin/people/{id}"), "directory-said-added"));
            }
            Ok(other) => why_not(&form, other),
            Err(error) => taken(error)?,
        },
    };
    let form = form.view(me.page(), &problems);
    me.page().show_again("directory/person_new", &NewView { form, sites: choices(&sites) })
}

/// `GET /admin/people/{id}`
pub async fn edit(me: Me, id: Path<PersonId>) -> Answer {
    let entry = find(&me, *id).await?;
    show(&me, entry, None, Problems::none(), Extra::default())
}

/// `POST /admin/people/{id}`
pub async fn update(me: Me, id: Path<PersonId>, form: Form) -> Answer {
    let entry = find(&me, *id).await?;
    let scope = me.looks_after();
    let app = me.page().app().clone();
    let (id, version) = (*id, form.read("version").ok_or(Failure::BadRequest)?);
    let audit = me.entry(What::Administered, "person", Some(id.0), "changed");
    let problems = match PersonWords::parse(&form, &entry.sites, app.now()) {
        Err(problems) => problems,
        Ok(words) => match app
            .write(move |deed| recorded(deed, &audit, |deed| store::change(deed, id, version, &scope, &words)))
            .await
        {
            Ok(Written::Done(_)) => return Ok(see_other_saying(&page_of(id), "directory-said-saved")),
            Ok(Written::Faster) => return Err(Failure::Faster(page_of(id))),
            Ok(Written::Gone) => return Err(Failure::NotFound),
            Ok(other) => why_not(&form, other),
            Err(error) => taken(error)?,
        },
    };
    show(&me, entry, Some(form), problems, Extra::default())
}

/// `POST /admin/people/{id}/leave`: `left_on`, none being today; `step=return` takes it back.
pub async fn leave(me: Me, id: Path<PersonId>, form: Form) -> Answer {
    let entry = find(&me, *id).await?;
    let scope = me.looks_after();
    let app = me.page().app().clone();
    let mut problems = Problems::none();
    let left_on = day(&form, "left_on", &mut problems);
    if left_on.zip(entry.person.started_on).is_some_and(|(left_on, started_on)| left_on < started_on) {
        problems.add("left_on", "directory-fault-left-before");
    }
    if !problems.is_empty() {
        return show(&me, entry, None, problems, Extra::left_on(&form));
    }
    let today = entry.today(&me);
    let left_on = if form.text("step") == "return" { None } else { Some(left_on.unwrap_or(today)) };
    let id = *id;
    let audit = me.entry(What::Administered, "person", Some(id.0), if left_on.is_some() { "leaves" } else { "stays" });
    match app.write(move |deed| recorded(deed, &audit, |deed| store::leave(deed, id, &scope, left_on, &audit))).await {
        Ok(Written::Done(_)) => Ok(see_other_saying(&page_of(id), "directory-said-saved")),
        Ok(Written::LastAdmin) => {
            show(&me, entry, None, Problems::one("left_on", "directory-fault-last-admin"), Extra::left_on(&form))
        }
        Ok(Written::LastConfidant) => {
            show(&me, entry, None, Problems::one("left_on", "directory-fault-last-confidant"), Extra::left_on(&form))
        }
        Ok(Written::StillOwes) => {
            let entry = find(&me, id).await?;
            show(&me, entry, None, Problems::one("left_on", "directory-fault-owes"), Extra::left_on(&form))
        }
        Ok(_) => Err(Failure::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// `POST /admin/people/{id}/aliases`
pub async fn add_alias(me: Me, id: Path<PersonId>, form: Form) -> Answer {
    let entry = find(&me, *id).await?;
    let mut problems = Problems::none();
    let alias = problems.take("alias", text::line(form.text("alias")));
    if !problems.is_empty() {
        return show(&me, entry, None, problems, Extra::default());
    }
    let id = *id;
    let audit = me.entry(What::Administered, "person", Some(id.0), "spelling added");
    me.page()
        .app()
        .write(move |deed| {
            if person_store::add_alias(deed.conn, id, &alias, deed.now)? {
                deed.touch(Topic::Directory);
                audit_store::record(deed.conn, &audit, deed.now)?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other(&page_of(id)))
}

/// `POST /admin/people/{id}/aliases/{alias}/remove`
pub async fn remove_alias(me: Me, path: Path<(PersonId, RowId)>) -> Answer {
    let (id, alias) = *path;
    find(&me, id).await?;
    let audit = me.entry(What::Administered, "person", Some(id.0), "spelling removed");
    let app = me.page().app();
    let is_removed = app
        .write(move |deed| {
            deed.touch(Topic::Directory);
            let is_removed = person_store::remove_alias(deed.conn, id, alias)?;
            if is_removed {
                audit_store::record(deed.conn, &audit, deed.now)?;
            }
            Ok(is_removed)
        })
        .await?;
    if is_removed { Ok(see_other(&page_of(id))) } else { Err(Failure::NotFound) }
}

/// `POST /admin/people/{id}/own-code`: a slip with a new printed code, shown on this one page and kept nowhere.
pub async fn issue_code(me: Me, id: Path<PersonId>) -> Answer {
    let person = find(&me, *id).await?.person;
    let audit = me.entry(What::Administered, "person", Some(id.0), "own code issued");
    let issued = own_code::issue(me.page().app(), *id, Replaces::by(&me), audit).await?;
    match issued {
        Issued::Code(code) => slip(&me, &person, &code),
        Issued::NeedsPassword => Ok(see_other_saying(&page_of(*id), "directory-said-needs-password")),
        Issued::HasPassword => Ok(see_other_saying(&page_of(*id), "account-said-has-password")),
        Issued::NotHere => Ok(see_other_saying(&page_of(*id), "directory-said-left")),
    }
}

#[derive(Serialize)]
struct SlipView {
    id: PersonId,
    name: String,
    slip: Slip,
}

/// To be printed and handed over.
fn slip(me: &Me, person: &Person, code: &str) -> Answer {
    let slip = Slip::new(me.page().app(), me.page().organisation(), person, code);
    me.page().show("directory/slip", &SlipView { id: person.id, name: person.name(), slip })
}

/// What the page of somebody shows only this once.
#[derive(Default)]
struct Extra {
    /// What was typed into the form for leaving.
    left_on: Option<String>,
}

impl Extra {
    fn left_on(form: &Form) -> Extra {
        Extra { left_on: Some(form.text("left_on").to_owned()) }
    }
}

/// Somebody's entry for the one who looks: 404 outside their sites, 403 for an entry they may not change.
async fn find(me: &Me, id: PersonId) -> Result<Entry, Failure> {
    let (scope, by) = (me.looks_after(), me.person_id);
    let entry = me.page().app().read(move |conn| find_entry(conn, id, &scope, by)).await?.ok_or(Failure::NotFound)?;
    if me.may_edit(id, &entry.grants) { Ok(entry) } else { Err(Failure::Forbidden) }
}

impl Entry {
    fn today(&self, me: &Me) -> Day {
        let now = me.page().app().now();
        let site = self.sites.iter().find(|site| site.id == self.person.site_id);
        site.map_or_else(|| now.utc_day(), |site| site.today(now))
    }
}

/// The page of somebody. With a typed form it is the page again, everything kept.
fn show(me: &Me, entry: Entry, typed: Option<Form>, problems: Problems, extra: Extra) -> Answer {
    let today = entry.today(me);
    let Entry { person, sites, department, team, manager, entry, refusal, aliases, roles, placements, owed, .. } =
        entry;
    let slug = sites.iter().find(|site| site.id == person.site_id).map(|site| site.slug.clone()).unwrap_or_default();
    let version = typed.as_ref().and_then(|form| form.read("version")).unwrap_or(person.version);
    let mut form =
        typed.unwrap_or_else(|| filled(&person, &slug, department.as_deref(), team.as_deref(), manager.as_deref()));
    if let Some(left_on) = &extra.left_on {
        form.set("left_on", left_on);
    }
    let view = EditView {
        form: form.view(me.page(), &problems),
        sites: choices(&sites),
        person: PersonView {
            id: person.id,
            name: person.name(),
            left_on: person.left_on,
            has_left: person.has_left(today),
            entry: if person.has_left(today) { SignIn::Left } else { entry },
            has_email: person.email.is_some(),
            version,
        },
        refused: person.email.clone().zip(refusal).map(|(address, refusal)| Refused {
            address,
            said: refusal.said,
            at: refusal.refused_at,
        }),
        aliases,
        roles,
        placements,
        today,
        can_grant: me.has(crate::people::role::Role::Admin),
        owed,
    };
    if problems.is_empty() {
        me.page().show("directory/person_edit", &view)
    } else {
        me.page().show_again("directory/person_edit", &view)
    }
}

/// Writes about somebody, and about that into the audit log if it was done.
fn recorded(
    deed: &mut Deed,
    entry: &NewEntry,
    write: impl Fn(&mut Deed) -> QueryResult<Written>,
) -> QueryResult<Written> {
    // One after the other: on PostgreSQL two could each find the other one still there, or as they were.
    audit_store::hold(deed.conn)?;
    let written = write(deed)?;
    if let Written::Done(id) = written {
        audit_store::record(deed.conn, &NewEntry { about_id: Some(id.0), ..entry.clone() }, deed.now)?;
    }
    Ok(written)
}

fn page_of(id: PersonId) -> String {
    format!("/admin/people/{id}")
}

/// What only the directory knew to be wrong.
fn why_not(form: &Form, written: Written) -> Problems {
    let mut problems = Problems::none();
    match written {
        Written::NoManager => {
            problems.add_naming("manager_number", "directory-fault-manager", "number", form.text("manager_number"));
        }
        Written::Circle => problems.add("manager_number", "directory-fault-circle"),
        Written::TooEarly(last) => {
            problems.add_naming("moved_on", "directory-problem-moved-later", "day", &last.to_string());
        }
        Written::Done(_) | Written::Gone | Written::Faster => {}
        Written::LastAdmin | Written::LastConfidant | Written::StillOwes => {}
    }
    problems
}

/// A number that somebody else has is the form's business, everything else is ours.
fn taken(error: db::Error) -> Result<Problems, Failure> {
    if error.violates("person.number_fold") {
        Ok(Problems::one("employee_number", "directory-problem-number-taken"))
    } else {
        Err(error.into())
    }
}
