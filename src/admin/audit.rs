//! /admin/audit: who did what, and whether the chain of entries is whole.

use std::collections::HashMap;

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::ids::PersonId;
use crate::people::audit::What;
use crate::people::audit_store::{self, Entry, Wanted};
use crate::people::role::Role;
use crate::people::{person_store, site_store};
use crate::web::address::escaped;
use crate::web::pager::{Order, Pager};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems, csv};

const HOME: &str = "/admin/audit";
/// How many entries a page shows.
const PAGE: usize = 50;
/// How many entries a file holds at most; an older part is had with `before`.
const FILE: i64 = 100_000;
const COLUMNS: &[&str] =
    &["number", "at", "employee_number", "name", "address", "what", "about", "about_id", "detail", "hash"];

/// What the address of the list says.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    what: String,
    #[serde(default)]
    who: String,
    before: Option<i64>,
    #[serde(default)]
    check: String,
}

#[derive(Serialize)]
struct View {
    entries: Vec<Line>,
    kinds: Vec<&'static str>,
    form: FormView,
    count: i64,
    broken: Option<i64>,
    is_whole: bool,
    nobody: bool,
    csv: String,
    zone: String,
    pager: Pager,
}

#[derive(Serialize)]
struct Line {
    seq: i64,
    at: Moment,
    name: Option<String>,
    number: Option<String>,
    address: Option<String>,
    what: String,
    about: String,
    detail: String,
}

/// Names and employee numbers.
type Names = HashMap<PersonId, (String, String)>;

fn must_read(me: &Me) -> Result<(), Failure> {
    me.must(me.has(Role::Auditor) || me.has(Role::Admin))
}

/// `GET /admin/audit?what=refused&who=4711&before=1200`; with `check=all` the whole chain is walked.
pub async fn index(me: Me, asked: Query<Asked>) -> Answer {
    must_read(&me)?;
    let (wanted, nobody) = wanted(&me, &asked, PAGE as i64 + 1).await?;
    let (is_whole, site_id) = (asked.check == "all", me.site_id);
    let (mut entries, names, count, broken, site) = me
        .page()
        .app()
        .read(move |conn| {
            let entries = audit_store::list(conn, &wanted)?;
            let names = audit_store::names(conn, &entries)?;
            let broken = if is_whole { audit_store::check(conn)? } else { audit_store::check_newest(conn)? };
            Ok((entries, names, audit_store::count(conn)?, broken, site_store::find_site(conn, site_id)?))
        })
        .await?;
    let has_more = entries.len() > PAGE;
    entries.truncate(PAGE);
    if nobody {
        entries.clear();
    }
    let last = entries.last().filter(|_| has_more).map(|entry| entry.seq);
    let form = Form::of(&[("what", &asked.what), ("who", &asked.who)]);
    let view = View {
        pager: Pager {
            previous: asked.before.map(|_| address(HOME, &asked, None)),
            next: last.map(|last| address(HOME, &asked, Some(last))),
            order: Order::NewestFirst,
        },
        entries: entries.into_iter().map(|entry| line(entry, &names)).collect(),
        kinds: What::ALL.iter().map(|what| what.name()).collect(),
        form: form.view(me.page(), &Problems::none()),
        count,
        broken,
        is_whole,
        nobody,
        csv: address("/admin/audit.csv", &asked, asked.before),
        zone: site.map_or_else(|| "UTC".to_owned(), |site| site.time_zone),
    };
    me.page().show("admin/audit", &view)
}

/// `GET /admin/audit.csv`: the same entries as a file.
pub async fn export(me: Me, asked: Query<Asked>) -> Answer {
    must_read(&me)?;
    let (wanted, nobody) = wanted(&me, &asked, FILE).await?;
    let app = me.page().app();
    let entry = me.entry(What::Exported, "audit", None, "");
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let (entries, names) = app
        .read(move |conn| {
            let entries = if nobody { Vec::new() } else { audit_store::list(conn, &wanted)? };
            let names = audit_store::names(conn, &entries)?;
            Ok((entries, names))
        })
        .await?;
    Ok(csv::file("audit", COLUMNS, entries.into_iter().map(|entry| row(entry, &names))))
}

/// What is asked for; true if the number is nobody's.
async fn wanted(me: &Me, asked: &Asked, limit: i64) -> Result<(Wanted, bool), Failure> {
    let what = match asked.what.as_str() {
        "" => None,
        name => Some(What::from_name(name).ok_or(Failure::NotFound)?),
    };
    let number = asked.who.trim().to_owned();
    let person = match number.is_empty() {
        true => None,
        false => me.page().app().read(move |conn| person_store::find_person_by_number(conn, &number)).await?,
    };
    let nobody = person.is_none() && !asked.who.trim().is_empty();
    Ok((Wanted { what, person: person.map(|person| person.id), before: asked.before, limit }, nobody))
}

fn line(entry: Entry, names: &Names) -> Line {
    let person = entry.person_id.and_then(|id| names.get(&id));
    Line {
        seq: entry.seq,
        at: entry.happened_at,
        name: person.map(|(name, _)| name.clone()),
        number: person.map(|(_, number)| number.clone()),
        address: entry.address,
        what: entry.what,
        about: entry.about,
        detail: entry.detail,
    }
}

fn row(entry: Entry, names: &Names) -> Vec<String> {
    let (name, number) = entry.person_id.and_then(|id| names.get(&id)).cloned().unwrap_or_default();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    vec![
        entry.seq.to_string(),
        entry.happened_at.timestamp().to_string(),
        number,
        name,
        entry.address.unwrap_or_default(),
        entry.what,
        entry.about,
        entry.about_id.as_deref().map(hex).unwrap_or_default(),
        entry.detail,
        hex(&entry.hash),
    ]
}

fn address(path: &str, asked: &Asked, before: Option<i64>) -> String {
    let who = escaped(&asked.who);
    let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
    format!("{path}?what={}&who={who}{before}", asked.what)
}
