//! The list of people, and the same as a file.

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::who_may::people_scope;
use crate::db::Part;
use crate::ids::PersonId;
use crate::people::audit::What;
use crate::people::person::{Person, initials};
use crate::people::person_store::{self, Entry, Wanted};
use crate::people::role::{Grant, Role};
use crate::people::{audit_store, finder_store, role_store, site_store};
use crate::web::address::escaped;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Me, csv};

/// How many people a page shows.
const PAGE: i64 = 50;
/// How many people a file is put together from at once.
const CHUNK: i64 = 100_000;

/// What the address of the list says: the words searched for, and which part.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    after: Option<PersonId>,
    before: Option<PersonId>,
}

#[derive(Serialize)]
struct PeopleView {
    q: String,
    people: Vec<PersonLine>,
    total: i64,
    can_import: bool,
    unasked: i64,
    pager: Pager,
}

#[derive(Serialize)]
struct PersonLine {
    id: PersonId,
    name: String,
    role: String,
    department: Option<String>,
    initials: String,
    site: String,
    employee_number: String,
    left: bool,
}

/// `GET /admin/people`
pub async fn index(me: Me, asked: Query<Asked>) -> Answer {
    let scope = people_scope(&me)?;
    let app = me.page().app().clone();
    let (asked, now) = (asked.into_inner(), app.now());
    let today = now.utc_day();
    let part = Part::of(asked.after, asked.before);
    let q: String = asked.q.chars().take(100).collect();
    let (words, address) = (q.clone(), address(&q));
    let listing = Listing { address: &address, order: Order::Other, size: PAGE };
    let limit = listing.limit();
    let (part, people, counts, sites, days, cards) = app
        .read(move |conn| {
            // The entry itself is asked for its place in the order: an address with a name in it would end up in logs.
            let found = part.find(|id| {
                let person = person_store::find_person(conn, id)?;
                Ok(person.map(|person| (person.name_fold, person.id)))
            })?;
            let part = found.clone();
            let wanted = Wanted { scope: scope.clone(), words: words.clone(), entry: None, part: found, limit };
            let people = person_store::list_people(conn, &wanted)?;
            let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
            let total = person_store::count_people(conn, &wanted)?;
            let unasked = Wanted { words: String::new(), entry: Some((Entry::Unasked, today)), ..wanted };
            let unasked = person_store::count_people(conn, &unasked)?;
            let cards = person_store::list_cards(conn, &ids)?;
            Ok((part, people, (total, unasked), site_store::list_sites(conn)?, finder_store::days(conn, now)?, cards))
        })
        .await?;
    let (people, pager) = listing.page(people, part.by(|(_, id)| id), |person| person.id);
    let line = |person: &Person| PersonLine {
        id: person.id,
        name: person.name(),
        role: person.job_title.clone(),
        department: cards.get(&person.id).and_then(|card| card.department.clone()),
        initials: initials(&person.name()),
        site: sites.iter().find(|site| site.id == person.site_id).map(|site| site.name.clone()).unwrap_or_default(),
        employee_number: person.employee_number.clone(),
        left: days.get(&person.site_id).is_some_and(|today| person.has_left(*today)),
    };
    let view = PeopleView {
        people: people.iter().map(line).collect(),
        total: counts.0,
        unasked: counts.1,
        can_import: super::who_may::everybody(&me).is_ok(),
        pager,
        q,
    };
    me.page().show("directory/people", &view)
}

fn address(q: &str) -> String {
    if q.is_empty() { "/admin/people".into() } else { format!("/admin/people?q={}", escaped(q)) }
}

/// `GET /admin/people.csv`: the columns of an import, so that what was exported can be changed and brought in again.
pub async fn export(me: Me) -> Answer {
    let scope = people_scope(&me)?;
    let app = me.page().app().clone();
    let entry = me.entry(What::Exported, "people", None, "");
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let rows = app
        .read(move |conn| {
            let (scope, words, part) = (scope.clone(), String::new(), Part::Beginning);
            let wanted = Wanted { scope, words, entry: None, part, limit: CHUNK };
            let people = person_store::list_people(conn, &wanted)?;
            let sites = site_store::list_sites(conn)?;
            let departments = site_store::list_departments(conn)?;
            let teams = site_store::list_teams(conn)?;
            let numbers = person_store::list_numbers(conn)?;
            let slug = |id| sites.iter().find(|site| site.id == id).map(|site| site.slug.clone()).unwrap_or_default();
            let department =
                |id| departments.iter().find(|one| Some(one.id) == id).map(|one| one.name.clone()).unwrap_or_default();
            let scope_of = |grant: &Grant| match (grant.site_id, grant.department_id) {
                (None, _) => String::new(),
                (Some(site), None) => format!("@{}", slug(site)),
                (Some(site), id) => format!("@{}/{}", slug(site), crate::text::slug(&department(id))),
            };
            let mut roles: std::collections::HashMap<PersonId, Vec<String>> = std::collections::HashMap::new();
            for (id, grant) in role_store::list_all_grants(conn)? {
                roles.entry(id).or_default().push(format!("{}{}", grant.role.name(), scope_of(&grant)));
            }
            let day = |day: Option<crate::clock::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let row = |person: Person| {
                let mut held = roles.remove(&person.id).unwrap_or_default();
                held.sort();
                if held.is_empty() {
                    held.push(Role::Employee.name().to_owned());
                }
                vec![
                    person.employee_number,
                    person.given_name,
                    person.family_name,
                    person.preferred_name.unwrap_or_default(),
                    person.email.unwrap_or_default(),
                    person.job_title,
                    slug(person.site_id),
                    department(person.department_id),
                    teams
                        .iter()
                        .find(|team| Some(team.id) == person.team_id)
                        .map(|team| team.name.clone())
                        .unwrap_or_default(),
                    person.manager_id.and_then(|id| numbers.get(&id).cloned()).unwrap_or_default(),
                    day(person.started_on),
                    day(person.left_on),
                    held.join("+"),
                ]
            };
            Ok(people.into_iter().map(row).collect::<Vec<_>>())
        })
        .await?;
    Ok(csv::file("people", super::import::PEOPLE_COLUMNS, rows))
}
