//! The command `import notes`: praise, concerns and questions gathered elsewhere (review sites, letters), from a CSV file.
//!
//! All of the file or nothing of it; a row that is there already stays as it is. Nobody gets a mail about what happened
//! long ago, but praise lies unread in "My praise" of whoever it names, and praise that names nobody clearly waits in
//! the queue. Here, above the rooms, because it writes for two of them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::app::{App, Deed};
use crate::clock::{Day, Moment};
use crate::conversations::conversation::ImportedConversation;
use crate::conversations::store as conversations;
use crate::db;
use crate::directory::import::report::{Fault, Outcome, Report, ReportRow};
use crate::directory::import::table::{Row, Table, nearest};
use crate::fold::fold;
use crate::ids::{ConversationId, NoteId, PersonId, RecipientId, SiteId};
use crate::live::Topic;
use crate::people::finders::{Finder, finder_of};
use crate::people::person_store;
use crate::people::role::Scope;
use crate::people::sender::About;
use crate::people::site::Site;
use crate::people::site_store;
use crate::praise::note::{ImportedNote, Share};
use crate::praise::pages::give::SEEN;
use crate::praise::store as praise;
use crate::secrets::token_hash;
use crate::text;
use crate::views::Lang;

const COLUMNS: &[&str] = &["site", "received_at", "kind", "person", "text", "rating", "source", "language"];
const REQUIRED: &[&str] = &["site", "received_at", "kind", "text"];

#[derive(Clone)]
enum Item {
    Praise(ImportedNote, Option<Whose>),
    Talk(ImportedConversation),
}

/// Whom a note praises, and on which day it came there: it belongs to the place where they were then.
#[derive(Clone)]
struct Whose {
    share: Share,
    seen_token: String,
    on: Day,
}

/// Reads the file; on a dry run it only says what would change.
pub async fn run(app: &App, bytes: &[u8], dry_run: bool) -> Result<Report, db::Error> {
    let table = match Table::read(bytes, COLUMNS, REQUIRED) {
        Ok(table) => table,
        Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
    };
    let sites = app.read(|conn| site_store::list_sites_in(conn, &Scope::Everywhere)).await?;
    let finders = finders(app, &sites).await?;
    let (mut items, mut rows, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for row in table.rows() {
        match item(app, &row, &sites, &finders).await? {
            Ok(item) => {
                rows.push(outcome(app, &row, &item).await?);
                items.push(item);
            }
            Err(fault) => wrong.push(ReportRow::wrong(row.line, row.raw("text").unwrap_or_default(), fault)),
        }
    }
    if !wrong.is_empty() {
        return Ok(Report::refused(&app.views, wrong));
    }
    let is_new: Vec<bool> = rows.iter().map(|row| row.outcome == Outcome::Added).collect();
    let mut report = Report::ready(&app.views, rows, 0);
    if !dry_run {
        let items: Arc<[Item]> = items.into_iter().zip(is_new).filter_map(|(item, new)| new.then_some(item)).collect();
        app.write(move |deed| items.iter().try_for_each(|item| write(deed, item))).await?;
        report.done = true;
    }
    Ok(report)
}

async fn finders(app: &App, sites: &[Site]) -> Result<HashMap<SiteId, Arc<Finder>>, db::Error> {
    let mut finders = HashMap::new();
    for site in sites {
        finders.insert(site.id, finder_of(app, Some(site.id)).await?);
    }
    Ok(finders)
}

async fn outcome(app: &App, row: &Row<'_>, item: &Item) -> Result<ReportRow, db::Error> {
    let is_known = match item {
        Item::Praise(note, _) => {
            let hash = note.row_hash.clone();
            app.read(move |conn| praise::find_note_of_form(conn, &hash)).await?.is_some()
        }
        Item::Talk(talk) => {
            let hash = talk.row_hash.clone();
            app.read(move |conn| conversations::is_known(conn, &hash)).await?
        }
    };
    let outcome = if is_known { Outcome::Same } else { Outcome::Added };
    let name = row.raw("person").or(row.raw("kind")).unwrap_or_default().to_owned();
    Ok(ReportRow { line: row.line, name, outcome, columns: Vec::new(), fault: None })
}

async fn item(
    app: &App,
    row: &Row<'_>,
    sites: &[Site],
    finders: &HashMap<SiteId, Arc<Finder>>,
) -> Result<Result<Item, Fault>, db::Error> {
    let read = match read(row, sites) {
        Ok(read) => read,
        Err(fault) => return Ok(Err(fault)),
    };
    let now = app.now();
    if read.kind != About::Praise {
        return Ok(Ok(Item::Talk(ImportedConversation {
            id: ConversationId::new(read.received_at),
            row_hash: read.row_hash,
            kind: read.kind,
            site_id: read.site_id,
            body: read.words,
            language: read.language,
            rating: read.rating,
            source_name: read.source,
            received_at: read.received_at,
        })));
    }
    let person_id = match &read.person {
        Some(person) => find_person(app, person, finders.get(&read.site_id)).await?,
        None => None,
    };
    let note = ImportedNote {
        id: NoteId::new(read.received_at),
        row_hash: read.row_hash,
        site_id: read.site_id,
        person_id,
        typed_name: read.person,
        words: read.words,
        language: read.language,
        rating: read.rating,
        source_name: read.source,
        received_at: read.received_at,
    };
    let whose = person_id.map(|person_id| {
        let share = Share { id: RecipientId::new(now), note_id: note.id, person_id, matched_by: None };
        Whose { share, seen_token: app.secrets.derived_token(SEEN, share.id.0.as_bytes()), on: read.on }
    });
    Ok(Ok(Item::Praise(note, whose)))
}

struct Read {
    site_id: SiteId,
    received_at: Moment,
    /// The day of `received_at` at the site.
    on: Day,
    kind: About,
    person: Option<String>,
    words: String,
    rating: Option<i32>,
    source: Option<String>,
    language: String,
    row_hash: Vec<u8>,
}

fn read(row: &Row<'_>, sites: &[Site]) -> Result<Read, Fault> {
    let raw = |column: &str| row.raw(column).unwrap_or_default().trim().to_owned();
    let wanted = row.needed("site")?.unwrap_or_default();
    let site = sites.iter().find(|site| site.slug == wanted || site.name_fold == fold(&wanted)).ok_or_else(|| {
        let near = nearest(sites.iter().map(|site| site.slug.as_str()), &wanted).unwrap_or_default();
        Fault::new("directory-fault-site").naming("site", &wanted).naming("nearest", near)
    })?;
    let kind = raw("kind").to_lowercase();
    let kind = About::from_name(&kind).ok_or_else(|| Fault::new("directory-fault-kind").naming("typed", &kind))?;
    let typed = raw("received_at");
    let received_at =
        moment(&typed, site).ok_or_else(|| Fault::new("directory-fault-moment").naming("typed", &typed))?;
    let words = text::words(&raw("text")).map_err(|problem| Fault::text("text", problem))?;
    let rating = match raw("rating").as_str() {
        "" => None,
        typed => Some(typed.parse().map_err(|_| Fault::new("directory-fault-rating").naming("typed", typed))?),
    };
    let (person, source) = (row.cell("person")?.flatten(), row.cell("source")?.flatten());
    let language = match raw("language").as_str() {
        "" => site.languages().first().copied().unwrap_or_default().tag().to_owned(),
        tag => Lang::from_tag(tag).map_or_else(|| tag.chars().take(8).collect(), |lang| lang.tag().to_owned()),
    };
    let row_hash = token_hash(&format!("IMPORT|{}|{received_at:?}|{}|{person:?}|{words}", site.id, kind.name()));
    let on = received_at.day_in(&site.zone());
    Ok(Read { site_id: site.id, received_at, on, kind, person, words, rating, source, language, row_hash })
}

/// A moment (`2026-03-31T14:05:00Z`), a local time, or a day (taken as noon at the site).
fn moment(typed: &str, site: &Site) -> Option<Moment> {
    if let Ok(timestamp) = typed.parse::<jiff::Timestamp>() {
        return Some(timestamp.into());
    }
    let local = typed
        .parse::<jiff::civil::DateTime>()
        .or_else(|_| typed.parse::<jiff::civil::Date>().map(|day| day.at(12, 0, 0, 0)))
        .ok()?;
    local.to_zoned(site.zone()).ok().map(|zoned| zoned.timestamp().into())
}

/// Whoever has this employee number, or alone bears this name at the site.
async fn find_person(app: &App, typed: &str, finder: Option<&Arc<Finder>>) -> Result<Option<PersonId>, db::Error> {
    let number = typed.to_owned();
    if let Some(person) = app.read(move |conn| person_store::find_person_by_number(conn, &number)).await? {
        return Ok(Some(person.id));
    }
    let found = finder.map(|finder| finder.find(typed, 3)).unwrap_or_default();
    let bearers: Vec<_> = found.iter().filter(|found| fold(&found.card.name) == fold(typed)).collect();
    Ok(if let [only] = bearers.as_slice() { Some(only.card.id) } else { None })
}

fn write(deed: &mut Deed, item: &Item) -> crate::db::QueryResult<()> {
    match item {
        Item::Talk(talk) => {
            conversations::insert_imported(deed.conn, talk)?;
            deed.touch(Topic::Inbox(talk.site_id));
            deed.touch(Topic::Inboxes);
        }
        Item::Praise(note, whose) => {
            praise::insert_imported_note(deed.conn, note)?;
            match whose {
                Some(Whose { share, seen_token, on }) => {
                    let (sent_at, now) = (note.received_at, deed.now);
                    praise::insert_share_on(deed.conn, *share, seen_token, (sent_at, *on), now)?;
                    deed.touch(Topic::Person(share.person_id));
                }
                None => {
                    deed.touch(Topic::Inbox(note.site_id));
                    deed.touch(Topic::Inboxes);
                }
            }
        }
    }
    Ok(())
}
