//! Codes to scan: the list of a site, making, printing, replacing and ending them.

use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use crate::app::{App, Deed};
use crate::clock::Moment;
use crate::db::{Conn, QueryResult};
use crate::ids::CodeId;
use crate::people::audit::What;
use crate::people::code::{CODE_LENGTH, Code, Level, Subject};
use crate::people::code_store::{self, Listed, Wearer};
use crate::people::role::{Role, Scope};
use crate::people::site::Site;
use crate::people::{audit_store, organisation_store, site_store};
use crate::secrets::random_code;
use crate::web::page::see_other_saying;
use crate::web::pager::{Order, Pager};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems, qr, see_other};

/// How many codes a page shows: each carries its picture.
const PAGE: usize = 30;

/// Which codes the address asks for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    site: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    page: u16,
}

#[derive(Serialize)]
struct CodesView {
    codes: Vec<CodeView>,
    sites: Vec<SiteChoice>,
    form: FormView,
    pager: Pager,
    levels: Vec<&'static str>,
    only_badges: bool,
    is_admin: bool,
    print_all: String,
}

#[derive(Serialize)]
struct SiteChoice {
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct CodeView {
    id: CodeId,
    name: String,
    level: &'static str,
    address: String,
    image: String,
    revoked: bool,
}

#[derive(Serialize)]
struct PrintView {
    sheets: Vec<Sheet>,
    are_badges: bool,
    back: String,
}

/// One page that hangs on a wall, or one badge.
#[derive(Serialize)]
struct Sheet {
    code: CodeView,
    site: Option<SiteName>,
    person: Option<FirstName>,
}

#[derive(Serialize)]
struct SiteName {
    name: String,
}

#[derive(Serialize)]
struct FirstName {
    first_name: String,
}

/// The levels in the order in which they are offered.
const LEVELS: [Level; 4] = [Level::Site, Level::Place, Level::Person, Level::Organisation];

/// The sites whose codes of a level somebody looks after: badges go with people, so HR makes them; what hangs on a wall
/// goes with places.
fn scope(me: &Me, level: Level) -> Scope {
    match level {
        Level::Person => me.looks_after(),
        Level::Site | Level::Place => me.scope_of(&[Role::SiteManager, Role::Admin]),
        Level::Organisation if me.has(Role::Admin) => Scope::Everywhere,
        Level::Organisation => Scope::Sites(Vec::new()),
    }
}

/// The levels whose codes somebody looks after somewhere.
fn levels(me: &Me) -> Vec<Level> {
    LEVELS.into_iter().filter(|level| !scope(me, *level).is_nowhere()).collect()
}

/// The sites of which somebody looks after some codes; 403 for those who look after none.
async fn sites_of(me: &Me) -> Result<Vec<Site>, Failure> {
    let scope = me.looks_after();
    me.must(!scope.is_nowhere())?;
    Ok(me.page().app().read(move |conn| site_store::list_sites_in(conn, &scope)).await?)
}

/// What the list is about: a level, and a site but for the organisation's.
struct Choice {
    level: Level,
    site: Option<Site>,
}

/// What the address or form asks for, among the sites of the one who asks; their first one if it says nothing.
fn choose(me: &Me, sites: &[Site], slug: &str, level: &str) -> Result<Choice, Failure> {
    let allowed = levels(me);
    let level = match level {
        "" => *allowed.first().ok_or(Failure::Forbidden)?,
        word => Level::from_word(word).ok_or(Failure::NotFound)?,
    };
    me.must(allowed.contains(&level))?;
    if level == Level::Organisation {
        return Ok(Choice { level, site: None });
    }
    let scope = scope(me, level);
    let mut theirs = sites.iter().filter(|site| scope.holds(site.id));
    let site = match slug {
        "" => theirs.clone().find(|site| site.id == me.site_id).or_else(|| theirs.next()),
        slug => sites.iter().find(|site| site.slug == slug),
    };
    let site = site.ok_or(Failure::NotFound)?.clone();
    me.must(scope.holds(site.id))?;
    Ok(Choice { level, site: Some(site) })
}

/// `GET /admin/codes?site=seaside&level=place`
pub async fn index(me: Me, asked: Query<Asked>) -> Answer {
    let app = me.page().app();
    let sites = sites_of(&me).await?;
    let choice = match choose(&me, &sites, &asked.site, &asked.level) {
        Err(Failure::NotFound) if sites.is_empty() && me.has(Role::Admin) => {
            Choice { level: Level::Organisation, site: None }
        }
        choice => choice?,
    };
    let (level, site_id) = (choice.level, choice.site.as_ref().map(|site| site.id));
    let skip = i64::from(asked.page) * PAGE as i64;
    let (listed, organisation) = app
        .read(move |conn| {
            let listed = code_store::list_codes(conn, level, site_id, (skip, PAGE as i64 + 1))?;
            Ok((listed, organisation_store::find_organisation(conn)?))
        })
        .await?;
    let organisation = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let address = |page: u16| path_of(&choice, page);
    let pager = Pager {
        previous: asked.page.checked_sub(1).map(address),
        next: (listed.len() > PAGE).then(|| address(asked.page.saturating_add(1))),
        order: Order::NewestFirst,
    };
    let mut codes = Vec::new();
    for one in listed.into_iter().take(PAGE) {
        codes.push(code_view(app, one, &sites, &organisation)?);
    }
    let slug = choice.site.as_ref().map(|site| site.slug.clone()).unwrap_or_default();
    let form = Form::of(&[("site", &slug), ("level", choice.level.as_str())]);
    let view = CodesView {
        codes,
        sites: sites.into_iter().map(|site| SiteChoice { slug: site.slug, name: site.name }).collect(),
        form: form.view(me.page(), &Problems::none()),
        pager,
        levels: levels(&me).into_iter().map(Level::as_str).collect(),
        only_badges: levels(&me) == [Level::Person],
        is_admin: me.has(Role::Admin),
        print_all: path_of(&choice, 0).replacen("/admin/codes", "/admin/codes/print", 1),
    };
    me.page().show("admin/codes", &view)
}

fn path_of(choice: &Choice, page: u16) -> String {
    let slug = choice.site.as_ref().map(|site| site.slug.as_str()).unwrap_or_default();
    let page = if page == 0 { String::new() } else { format!("&page={page}") };
    format!("/admin/codes?site={slug}&level={}{page}", choice.level.as_str())
}

fn code_view(app: &App, listed: Listed, sites: &[Site], organisation: &str) -> Result<CodeView, Failure> {
    let url = app.url(&format!("/q/{}", listed.code.code));
    let site = || sites.iter().find(|site| Some(site.id) == listed.site_id).map(|site| site.name.clone());
    let name = match (&listed.place, &listed.wearer) {
        (Some(place), _) => place.clone(),
        (_, Some(wearer)) => wearer.name(),
        _ => site().unwrap_or_else(|| organisation.to_owned()),
    };
    Ok(CodeView {
        id: listed.code.id,
        name,
        level: Level::from_word(&listed.code.level).unwrap_or(Level::Site).as_str(),
        image: qr::as_picture(&url)?,
        address: url.split_once("://").map_or(url.as_str(), |(_, short)| short).to_owned(),
        revoked: listed.code.revoked_at.is_some(),
    })
}

/// `POST /admin/codes`: makes what is missing: the site's own code, one for each place, or a badge for everybody here.
pub async fn create(me: Me, form: Form) -> Answer {
    let app = me.page().app();
    let sites = sites_of(&me).await?;
    let choice = choose(&me, &sites, form.text("site"), form.text("level"))?;
    let (level, now) = (choice.level, app.now());
    let site = choice.site.clone();
    let entry = me.entry(What::Administered, "code", None, "");
    let made = app
        .write(move |deed| {
            // A second press waits here, and then finds nothing missing.
            audit_store::hold(deed.conn)?;
            let missing = list_missing(deed.conn, level, site.as_ref(), now)?;
            if !missing.is_empty() {
                let entry = entry.clone().detail(&format!("made {}", missing.len()));
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            for subject in &missing {
                code_store::insert_code(deed.conn, &Code::new(random_code(CODE_LENGTH), *subject, now))?;
            }
            let is_bare = match &site {
                Some(site) if level == Level::Place => site_store::list_places(deed.conn, site.id)?.is_empty(),
                _ => false,
            };
            Ok((missing.len(), is_bare))
        })
        .await?;
    let said = match made {
        (_, true) => "admin-said-codes-no-places",
        (0, false) => "admin-said-codes-there",
        _ => "admin-said-codes-made",
    };
    Ok(see_other_saying(&path_of(&choice, 0), said))
}

/// What has no code yet.
fn list_missing(conn: &mut Conn, level: Level, site: Option<&Site>, now: Moment) -> QueryResult<Vec<Subject>> {
    let own = |code: Option<Code>, subject| if code.is_none() { vec![subject] } else { Vec::new() };
    Ok(match (level, site) {
        (Level::Site, Some(site)) => {
            let subject = Subject::Site(site.id);
            own(code_store::find_code_of(conn, subject)?, subject)
        }
        (Level::Place, Some(site)) => {
            let places = code_store::list_places_without_code(conn, site.id)?;
            places.into_iter().map(Subject::Place).collect()
        }
        (Level::Person, Some(site)) => {
            let people = code_store::list_people_without_code(conn, site.id, site.today(now))?;
            people.into_iter().map(Subject::Person).collect()
        }
        _ => own(code_store::find_code_of(conn, Subject::Organisation)?, Subject::Organisation),
    })
}

/// `GET /admin/codes/print?site=seaside&level=place`: everything that hangs in a site, a sheet each; or the badges of all
/// who are there, several to a sheet.
pub async fn print_all(me: Me, asked: Query<Asked>) -> Answer {
    let app = me.page().app();
    let sites = sites_of(&me).await?;
    let choice = choose(&me, &sites, &asked.site, &asked.level)?;
    let (level, site) = (choice.level, choice.site.as_ref().map(|site| site.id));
    let listed = app.read(move |conn| code_store::list_codes(conn, level, site, (0, i64::MAX))).await?;
    let today = choice.site.as_ref().map(|site| site.today(app.now()));
    let has_left = |wearer: &Wearer| wearer.left_on.zip(today).is_some_and(|(left_on, today)| left_on <= today);
    let is_worn = |one: &Listed| !one.wearer.as_ref().is_some_and(has_left);
    let mut live: Vec<Listed> =
        listed.into_iter().filter(|one| one.code.revoked_at.is_none() && is_worn(one)).collect();
    // Handed out by name; what hangs on walls keeps the order of the list.
    live.sort_by(|one, other| name_fold(one).cmp(&name_fold(other)));
    print_sheets(&me, live, &sites, path_of(&choice, 0)).await
}

fn name_fold(listed: &Listed) -> Option<&str> {
    listed.wearer.as_ref().map(|wearer| wearer.name_fold.as_str())
}

/// `GET /admin/codes/{id}/print`
pub async fn print(me: Me, id: Path<CodeId>) -> Answer {
    let (listed, sites) = find(&me, *id).await?;
    let back = list_of(&listed, &sites);
    print_sheets(&me, vec![listed], &sites, back).await
}

async fn print_sheets(me: &Me, listed: Vec<Listed>, sites: &[Site], back: String) -> Answer {
    let app = me.page().app();
    let organisation = app.read(organisation_store::find_organisation).await?.map(|organisation| organisation.name);
    let organisation = organisation.unwrap_or_default();
    let sheet = |one: Listed| {
        let person = one.wearer.as_ref().map(|wearer| FirstName { first_name: wearer.first_name().to_owned() });
        let site = sites.iter().find(|site| Some(site.id) == one.site_id).map(|site| site.name.clone());
        Ok(Sheet { code: code_view(app, one, sites, &organisation)?, site: site.map(|name| SiteName { name }), person })
    };
    let are_badges = listed.iter().any(|one| one.wearer.is_some());
    let sheets = listed.into_iter().map(sheet).collect::<Result<Vec<Sheet>, Failure>>()?;
    me.page().show("admin/code_print", &PrintView { sheets, are_badges, back })
}

/// `POST /admin/codes/{id}/revoke`
pub async fn revoke(me: Me, id: Path<CodeId>) -> Answer {
    let (listed, sites) = find(&me, *id).await?;
    let id = *id;
    let entry = me.entry(What::Administered, "code", Some(id.0), "revoked");
    let revoke = move |deed: &mut Deed| {
        if code_store::revoke_code(deed.conn, id, deed.now)? {
            audit_store::record(deed.conn, &entry, deed.now)?;
        }
        Ok(())
    };
    me.page().app().write(revoke).await?;
    Ok(see_other_saying(&list_of(&listed, &sites), "admin-said-code-stopped"))
}

/// `POST /admin/codes/{id}/replace`
pub async fn replace(me: Me, id: Path<CodeId>) -> Answer {
    let (listed, sites) = find(&me, *id).await?;
    let (id, text) = (*id, random_code(CODE_LENGTH));
    let app = me.page().app();
    let entry = me.entry(What::Administered, "code", Some(id.0), "replaced");
    let replace = move |deed: &mut Deed| {
        let new = code_store::replace_code(deed.conn, id, &text, deed.now)?;
        if new.is_some() {
            audit_store::record(deed.conn, &entry, deed.now)?;
        }
        Ok(new)
    };
    match app.write(replace).await? {
        Some(new) => Ok(see_other(&format!("{}#code-{}", list_of(&listed, &sites), new.id))),
        None => Err(Failure::Faster(list_of(&listed, &sites))),
    }
}

fn list_of(listed: &Listed, sites: &[Site]) -> String {
    let site = sites.iter().find(|site| Some(site.id) == listed.site_id).cloned();
    let level = Level::from_word(&listed.code.level).unwrap_or(Level::Site);
    path_of(&Choice { level, site }, 0)
}

/// A code of the one who looks: what is not theirs to look after is not there.
async fn find(me: &Me, id: CodeId) -> Result<(Listed, Vec<Site>), Failure> {
    let (listed, sites) = me
        .page()
        .app()
        .read(move |conn| Ok((code_store::find_listed(conn, id)?, site_store::list_sites(conn)?)))
        .await?;
    let is_theirs = |listed: &Listed| {
        let scope = Level::from_word(&listed.code.level).map(|level| scope(me, level));
        scope.is_some_and(|scope| listed.site_id.map_or(scope == Scope::Everywhere, |site| scope.holds(site)))
    };
    let listed = listed.filter(is_theirs).ok_or(Failure::NotFound)?;
    Ok((listed, sites))
}
