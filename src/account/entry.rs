//! `/admin/people/entry`: who cannot sign in yet, and letting many of them in at once. Whoever has an address is
//! invited, for the others a slip with a printed code is made; five hundred new people are a dozen presses, not five
//! hundred.

use std::collections::HashMap;
use std::str::FromStr;

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::entered::{Chosen, let_in};
use crate::app::App;
use crate::clock::Moment;
use crate::db::{Conn, Part, QueryResult};
use crate::ids::PersonId;
use crate::people::account_store::{self, Unused};
use crate::people::link::Purpose;
use crate::people::person::Person;
use crate::people::person_store::{self, Entry, Wanted};
use crate::people::role::{Grant, Scope};
use crate::people::site::Site;
use crate::people::viewer::Viewer;
use crate::people::{link_store, password_rules, role_store, site_store};
use crate::web::address::escaped;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// How many people a page shows, and so how many are let in by one press: each slip takes a slow hash of some 50 ms.
const PAGE: i64 = 40;

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    shown: String,
    #[serde(default)]
    site: String,
    after: Option<PersonId>,
    before: Option<PersonId>,
}

#[derive(Serialize)]
struct EntryView {
    people: Vec<Line>,
    asked: bool,
    lists: Lists,
    sites: Vec<SiteChoice>,
    site: String,
    tickable: usize,
    is_on_disk: bool,
    after: Option<PersonId>,
    before: Option<PersonId>,
    form: FormView,
    pager: Pager,
}

#[derive(Serialize)]
struct Lists {
    unasked: Tab,
    asked: Tab,
}

#[derive(Serialize)]
struct Tab {
    to: String,
    n: i64,
}

#[derive(Serialize)]
struct SiteChoice {
    slug: String,
    name: String,
}

/// Somebody who cannot sign in yet.
#[derive(Serialize)]
struct Line {
    id: PersonId,
    name: String,
    role: String,
    department: Option<String>,
    site: String,
    /// Their site's time zone.
    zone: String,
    employee_number: String,
    email: Option<String>,
    way: Way,
    /// What was given out before: `invited` (with the end of the link), `over` (an invitation whose link is) or `slip`.
    given: Option<&'static str>,
    good_until: Option<Moment>,
    /// The box's value: whom, and the account as it was seen.
    choice: String,
}

/// How somebody can be let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    /// By an invitation to their address.
    Mail,
    /// By a slip.
    Slip,
    /// They hold a role that needs a password, and have no address to choose it by.
    Address,
    /// They may do more than the one who looks, who could become them.
    Others,
}

impl Way {
    pub fn of(by: &Viewer, person: &Person, grants: &[Grant]) -> Way {
        match () {
            () if !by.may_edit(person.id, grants) => Way::Others,
            () if person.email.is_some() => Way::Mail,
            () if password_rules::is_above_employee(grants) => Way::Address,
            () => Way::Slip,
        }
    }

    fn is_possible(self) -> bool {
        matches!(self, Way::Mail | Way::Slip)
    }
}

/// `GET /admin/people/entry`
pub async fn index(me: Me, asked: Query<Asked>) -> Answer {
    show(&me, asked.into_inner(), &Problems::none()).await
}

/// `POST /admin/people/entry`: `person` (key and version, several), and of the list it came from `shown`, `site`, `after`
/// and `before`.
pub async fn create(me: Me, form: Form) -> Answer {
    me.must(!me.looks_after().is_nowhere())?;
    let chosen: Result<Vec<Chosen>, ()> = form.all("person").into_iter().map(Chosen::from_str).collect();
    let chosen = chosen.map_err(|()| Failure::BadRequest)?;
    if chosen.len() > usize::try_from(PAGE).unwrap_or_default() {
        return Err(Failure::BadRequest);
    }
    let asked = Asked {
        shown: form.text("shown").into(),
        site: form.text("site").into(),
        after: form.read("after"),
        before: form.read("before"),
    };
    if chosen.is_empty() {
        return show(&me, asked, &Problems::one("person", "account-entry-nobody-chosen")).await;
    }
    let view = let_in(&me, chosen, address(asked.is_second(), &asked.site)).await?;
    me.page().show("account/entered", &view)
}

impl Asked {
    fn is_second(&self) -> bool {
        self.shown == "asked"
    }
}

fn address(is_second: bool, site: &str) -> String {
    let words =
        [is_second.then(|| "shown=asked".to_owned()), (!site.is_empty()).then(|| format!("site={}", escaped(site)))];
    let words: Vec<String> = words.into_iter().flatten().collect();
    if words.is_empty() { "/admin/people/entry".into() } else { format!("/admin/people/entry?{}", words.join("&")) }
}

async fn show(me: &Me, asked: Asked, problems: &Problems) -> Answer {
    let scope = me.looks_after();
    me.must(!scope.is_nowhere())?;
    let is_second = asked.is_second();
    let address = address(is_second, &asked.site);
    let listing = Listing { address: &address, order: Order::Other, size: PAGE };
    let (after, before) = (asked.after, asked.before);
    let part = Part::of(after, before);
    let found = find(me.page().app(), scope, asked, part, listing.limit()).await?;
    let (people, pager) = listing.page(found.people, found.part.by(|(_, id)| id), |person| person.id);
    let people: Vec<Line> = people.iter().map(|person| found.facts.line(me, person)).collect();
    let view = EntryView {
        asked: is_second,
        lists: Lists {
            unasked: Tab { to: self::address(false, &found.site), n: found.unasked },
            asked: Tab { to: self::address(true, &found.site), n: found.asked },
        },
        site: found.site,
        sites: found.facts.sites.into_iter().map(|site| SiteChoice { slug: site.slug, name: site.name }).collect(),
        tickable: people.iter().filter(|line| line.way.is_possible()).count(),
        people,
        after,
        before,
        is_on_disk: me.page().app().config.mail_url.is_none(),
        form: Form::default().view(me.page(), problems),
        pager,
    };
    if problems.is_empty() {
        me.page().show("account/entry", &view)
    } else {
        me.page().show_again("account/entry", &view)
    }
}

struct Found {
    people: Vec<Person>,
    part: Part<(String, PersonId)>,
    /// How many stand on each of the two lists.
    unasked: i64,
    asked: i64,
    site: String,
    facts: Facts,
}

/// What a line tells besides the entry itself.
struct Facts {
    sites: Vec<Site>,
    departments: HashMap<PersonId, Option<String>>,
    grants: HashMap<PersonId, Vec<Grant>>,
    accounts: HashMap<PersonId, Unused>,
    open: HashMap<crate::ids::AccountId, Moment>,
}

async fn find(app: &App, scope: Scope, asked: Asked, part: Part<PersonId>, limit: i64) -> Result<Found, Failure> {
    let now = app.now();
    let today = now.utc_day();
    let is_second = asked.is_second();
    let found = app
        .read(move |conn| {
            let sites = site_store::list_sites_in(conn, &scope)?;
            let site = sites.iter().find(|site| site.slug == asked.site);
            if site.is_none() && !asked.site.is_empty() {
                return Ok(None);
            }
            let scope = site.map_or_else(|| scope.clone(), |site| Scope::Sites(vec![site.id]));
            let site = site.map(|site| site.slug.clone()).unwrap_or_default();
            let part = part.find(|id| {
                let person = person_store::find_person(conn, id)?;
                Ok(person.map(|person| (person.name_fold, person.id)))
            })?;
            let wanted = |entry| Wanted {
                scope: scope.clone(),
                words: String::new(),
                entry: Some((entry, today)),
                part: part.clone(),
                limit,
            };
            let (unasked, asked) = (wanted(Entry::Unasked), wanted(Entry::Asked));
            let people = person_store::list_people(conn, if is_second { &asked } else { &unasked })?;
            let (unasked, asked) =
                (person_store::count_people(conn, &unasked)?, person_store::count_people(conn, &asked)?);
            let facts = facts(conn, sites, &people, now)?;
            Ok(Some(Found { people, part, unasked, asked, site, facts }))
        })
        .await?;
    found.ok_or(Failure::NotFound)
}

fn facts(conn: &mut Conn, sites: Vec<Site>, people: &[Person], now: Moment) -> QueryResult<Facts> {
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let cards = person_store::list_cards(conn, &ids)?;
    let accounts = account_store::list_unused(conn, &ids)?;
    let keys: Vec<_> = accounts.iter().map(|account| account.id).collect();
    Ok(Facts {
        sites,
        departments: cards.into_iter().map(|(id, card)| (id, card.department)).collect(),
        grants: role_store::list_grants_by(conn, &ids)?,
        open: link_store::list_open(conn, &keys, Purpose::Invitation, now)?,
        accounts: accounts.into_iter().map(|account| (account.person_id, account)).collect(),
    })
}

impl Facts {
    fn line(&self, me: &Me, person: &Person) -> Line {
        let account = self.accounts.get(&person.id);
        let good_until = account.and_then(|account| self.open.get(&account.id)).copied();
        let given = account.map(|account| match (account.has_slip, good_until) {
            (_, Some(_)) => "invited",
            (true, None) => "slip",
            (false, None) => "over",
        });
        let site = self.sites.iter().find(|site| site.id == person.site_id);
        let grants = self.grants.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        Line {
            id: person.id,
            name: person.name(),
            role: person.job_title.clone(),
            department: self.departments.get(&person.id).cloned().flatten(),
            site: site.map(|site| site.name.clone()).unwrap_or_default(),
            zone: site.map_or_else(|| "UTC".into(), |site| site.time_zone.clone()),
            employee_number: person.employee_number.clone(),
            email: person.email.clone(),
            way: Way::of(me, person, grants),
            given,
            good_until,
            choice: Chosen { person: person.id, seen: account.map_or(0, |account| account.version) }.to_string(),
        }
    }
}
