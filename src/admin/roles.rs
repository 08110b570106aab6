//! Who may do what, and where.

use actix_web::web::Path;
use serde::Serialize;

use crate::ids::{PersonId, RowId, SiteId};
use crate::live::Topic;
use crate::people::audit::{NewEntry, What};
use crate::people::confidants::{self, Change};
use crate::people::finders::finder_of;
use crate::people::person::{PersonCard, name_of};
use crate::people::role::{Grant, Role};
use crate::people::role_store::{self, Held};
use crate::people::site::Site;
use crate::people::{audit_store, site_store};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems, see_other};

/// How many people the finder shows when it works without scripts.
const CANDIDATES: usize = 8;

#[derive(Serialize)]
struct RolesView {
    roles: Vec<RoleLine>,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    form: FormView,
    sites: Vec<SiteChoice>,
}

#[derive(Serialize)]
struct RoleLine {
    id: RowId,
    person_id: PersonId,
    person_name: String,
    role: &'static str,
    scope: Option<String>,
}

#[derive(Serialize)]
struct SiteChoice {
    slug: String,
    name: String,
}

/// `GET /admin/roles`
pub async fn index(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let (held, sites) = read(&me).await?;
    show(&me, &Form::default(), held, &sites, (None, Vec::new()), Problems::none())
}

/// `POST /admin/roles`: `step=find` looks for somebody, `step=change` forgets who was chosen, else gives the role.
pub async fn create(me: Me, mut form: Form) -> Answer {
    me.must(me.has(Role::Admin))?;
    let (held, sites) = read(&me).await?;
    let app = me.page().app();
    let finder = finder_of(app, None).await?;
    let found = || finder.find(form.text("who"), CANDIDATES).into_iter().map(|found| found.card).collect::<Vec<_>>();
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id).cloned());
    match form.text("step") {
        "change" => {
            form.set("person", "");
            return show(&me, &form, held, &sites, (None, Vec::new()), Problems::none());
        }
        "find" => {
            let candidates = found();
            let problems = match candidates.is_empty() {
                true => Problems::one("who", "admin-problem-nobody"),
                false => Problems::none(),
            };
            return show(&me, &form, held, &sites, (None, candidates), problems);
        }
        _ => {}
    }
    let mut problems = Problems::none();
    if chosen.is_none() {
        problems.add("who", "admin-problem-who");
    }
    let role = Role::from_name(form.text("role")).filter(|role| *role != Role::Employee);
    if role.is_none() {
        problems.add("role", "admin-problem-role");
    }
    let slug = form.text("site");
    let site_id = sites.iter().find(|site| site.slug == slug).map(|site| site.id);
    if site_id.is_none() && !slug.is_empty() {
        problems.add("site", "admin-problem-site");
    }
    if role == Some(Role::Admin) && site_id.is_some() {
        problems.add("site", "admin-problem-admin-everywhere");
    }
    let candidates = if chosen.is_none() && form.has("who") { found() } else { Vec::new() };
    let (Some(person), Some(role), true) = (&chosen, role, problems.is_empty()) else {
        return show(&me, &form, held, &sites, (chosen, candidates), problems);
    };
    let (id, grant) = (person.id, Grant { role, site_id, department_id: None });
    let entry = entry_of(me.entry(What::Administered, "role", Some(id.0), ""), "given", &grant, &sites);
    app.write(move |deed| {
        audit_store::hold(deed.conn)?;
        if role_store::add_grant(deed.conn, id, grant, deed.now)? {
            audit_store::record(deed.conn, &entry, deed.now)?;
            confidants::record(deed.conn, id, Change::Given(grant), &entry, deed.now)?;
        }
        deed.touch(Topic::SignedIn(id));
        deed.touch(Topic::Directory);
        deed.touch(Topic::Person(id));
        Ok(())
    })
    .await?;
    Ok(see_other_saying("/admin/roles", "admin-said-saved"))
}

/// `POST /admin/roles/{id}/remove`
pub async fn remove(me: Me, id: Path<RowId>) -> Answer {
    me.must_see(me.has(Role::Admin))?;
    let id = *id;
    let app = me.page().app();
    let (entry, (_, sites)) = (me.entry(What::Administered, "role", None, ""), read(&me).await?);
    let removed = app
        .write(move |deed| {
            // Two who take the role from each other at once would leave nobody.
            audit_store::hold(deed.conn)?;
            let Some(held) = role_store::list_held(deed.conn)?.into_iter().find(|held| held.id == id) else {
                return Ok(Removed::Gone);
            };
            let is_whole_admin = held.grant.role == Role::Admin && held.grant.site_id.is_none();
            if is_whole_admin && role_store::is_last_admin(deed.conn, held.person_id)? {
                return Ok(Removed::LastAdmin);
            }
            if confidants::is_last(deed.conn, held.person_id, Some(held.grant))? {
                return Ok(Removed::LastConfidant);
            }
            role_store::remove_grant(deed.conn, held.person_id, held.grant)?;
            let entry = NewEntry { about_id: Some(held.person_id.0), ..entry.clone() };
            let entry = entry_of(entry, "taken", &held.grant, &sites);
            audit_store::record(deed.conn, &entry, deed.now)?;
            confidants::record(deed.conn, held.person_id, Change::Taken(held.grant), &entry, deed.now)?;
            deed.touch(Topic::SignedIn(held.person_id));
            deed.touch(Topic::Directory);
            deed.touch(Topic::Person(held.person_id));
            Ok(Removed::Done)
        })
        .await?;
    let problem = match removed {
        Removed::Done => return Ok(see_other_saying("/admin/roles", "admin-said-role-taken")),
        Removed::Gone => return Ok(see_other("/admin/roles")),
        Removed::LastAdmin => "admin-problem-last-admin",
        Removed::LastConfidant => "admin-problem-last-confidant",
    };
    let (held, sites) = read(&me).await?;
    show(&me, &Form::default(), held, &sites, (None, Vec::new()), Problems::one("who", problem))
}

/// The entry that says so.
fn entry_of(entry: NewEntry, change: &str, grant: &Grant, sites: &[Site]) -> NewEntry {
    let site = sites.iter().find(|site| Some(site.id) == grant.site_id);
    let place = site.map(|site| format!("@{}", site.slug)).unwrap_or_default();
    entry.detail(&format!("{change} {}{place}", grant.role.name()))
}

/// How taking a role away ended.
enum Removed {
    Done,
    Gone,
    LastAdmin,
    LastConfidant,
}

async fn read(me: &Me) -> Result<(Vec<Held>, Vec<Site>), Failure> {
    Ok(me.page().app().read(|conn| Ok((role_store::list_held(conn)?, site_store::list_sites(conn)?))).await?)
}

fn show(
    me: &Me,
    form: &Form,
    held: Vec<Held>,
    sites: &[Site],
    (chosen, candidates): (Option<PersonCard>, Vec<PersonCard>),
    problems: Problems,
) -> Answer {
    let site_name = |id: SiteId| sites.iter().find(|site| site.id == id).map(|site| site.name.clone());
    let line = |held: Held| RoleLine {
        id: held.id,
        person_id: held.person_id,
        person_name: name_of(held.names.2.as_deref(), &held.names.0, &held.names.1),
        role: held.grant.role.name(),
        scope: held.grant.site_id.and_then(site_name),
    };
    let view = RolesView {
        roles: held.into_iter().map(line).collect(),
        chosen,
        candidates,
        form: form.view(me.page(), &problems),
        sites: sites.iter().map(|site| SiteChoice { slug: site.slug.clone(), name: site.name.clone() }).collect(),
    };
    if problems.is_empty() { me.page().show("admin/roles", &view) } else { me.page().show_again("admin/roles", &view) }
}
