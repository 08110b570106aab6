//! The command: a fresh database, a world in it, and somebody to sign in as for every role.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

use super::said::{From, Sender};
use super::sign_ins::SignIn;
use super::store::{self, Contacts};
use super::voice_store;
use super::world::{Link, Size, StandsFor, World};
use crate::app::App;
use crate::clock::Moment;
use crate::config::Config;
use crate::db::{self, Db};
use crate::ids::ContactId;
use crate::people::passwords;
use crate::secrets::random_code;
use crate::views::Lang;

/// So many notes go into one transaction: enough to share a flush to the disk, not so many that nobody else gets in.
const NOTES_AT_ONCE: usize = 250;
/// The same for people, each of whom is several rows and looks a few up.
const PEOPLE_AT_ONCE: usize = 100;

/// What the command takes.
#[derive(clap::Args, Clone, Debug)]
pub struct Options {
    /// Another seed is another world.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many years are told of.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=20))]
    years: u32,
    /// How many hotels there are.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=200))]
    sites: u32,
    /// What the organisation speaks across its sites, en or de: its values are in this language.
    #[arg(long, default_value = "en", value_parser = language)]
    language: Lang,
    /// How many people work there (default: 50 a site).
    #[arg(long, hide = true)]
    people: Option<usize>,
    /// How much praise there is (default: 2,000 notes a site and year).
    #[arg(long, hide = true)]
    notes: Option<usize>,
    /// Whether what guests say follows how the staff feel.
    #[arg(long, value_enum, default_value_t = Follows::None)]
    link: Follows,
    /// How closely, from 0 to 1.
    #[arg(long, default_value_t = 0.5, value_parser = strength)]
    strength: f64,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Follows {
    /// Neither tells anything of the other.
    None,
    /// In the same survey period.
    Same,
    /// One survey period later.
    Lead,
}

fn language(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "en or de".to_owned())
}

fn strength(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "a number from 0 (not at all) to 1 (entirely)".to_owned())
}

impl Options {
    /// The world asked for, up to a moment.
    fn size(&self, ends_at: Moment) -> Size {
        let size = Size::hotel_group(self.sites as usize, self.years, self.seed, ends_at);
        Size {
            language: self.language,
            link: match self.link {
                Follows::None => Link::None,
                Follows::Same => Link::Same(self.strength),
                Follows::Lead => Link::Lead(self.strength),
            },
            people: self.people.unwrap_or(size.people),
            notes: self.notes.unwrap_or(size.notes),
            ..size
        }
    }
}

/// The settings with a database of the demonstration's own in place of the usual file: `demo.db` in the data folder,
/// made anew at each start. A database that the settings name outright is taken as it is.
pub fn own_place(config: Config) -> Result<Config, String> {
    let usual = config.data_dir.join("peopleworthy.db");
    if config.database != db::Url::Sqlite(usual.display().to_string()) {
        return Ok(config);
    }
    let path = config.data_dir.join("demo.db").display().to_string();
    let lock = format!("{path}.lock");
    if std::fs::File::open(&lock).is_ok_and(|file| file.try_lock().is_err()) {
        return Err(format!("demo: another demonstration already runs on {path}"));
    }
    for file in [path.clone(), format!("{path}-wal"), format!("{path}-shm")] {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(format!("{file}: {error}")),
            _ => {}
        }
    }
    Ok(Config { database: db::Url::Sqlite(path), ..config })
}

/// Fills an empty database, and returns the lines that tell how to get in.
pub async fn fill(app: &App, options: &Options) -> Result<Vec<String>, String> {
    let begun = Instant::now();
    let size = options.size(app.now());
    let is_empty = app.read(store::holds_anything).await.map(|holds| !holds).map_err(|error| error.to_string())?;
    if !is_empty {
        return Err(format!("demo: {} already holds something; give it an empty database", app.db.url()));
    }
    let world = tokio::task::spawn_blocking(move || World::generate(&size)).await.map_err(|error| error.to_string())?;
    let world = Arc::new(world);
    put(&app.db, &world).await.map_err(|error| error.to_string())?;
    raise(app, &world).await.map_err(|error| error.to_string())?;
    let over = super::surveys::add(app, &world, &size).await;
    let over = over.map_err(|error| format!("demo: the surveys could not be made: {error:?}"))?;
    // Else the report would be empty until the night.
    crate::insights::recount::run(app, "demo")
        .await
        .map_err(|error| format!("demo: nothing could be counted: {error:?}"))?;
    let sign_ins = super::sign_ins::choose(&world);
    let secret = [4, 4, 4, 4].map(|length| random_code(length).to_ascii_lowercase()).join("-");
    let hash = passwords::hash(&secret).await.map_err(|error| error.to_string())?;
    let mut whose: Vec<usize> = sign_ins.iter().map(|sign_in| sign_in.person).collect();
    whose.sort_unstable();
    whose.dedup();
    let of = Arc::clone(&world);
    let accounts = app.db.write(move |conn| store::insert_accounts(conn, &of, &whose, &hash)).await;
    accounts.map_err(|error| error.to_string())?;
    let mut lines = vec![format!(
        "demo: {} in {}: {} sites, {} people, {} notes, {} concerns and questions, {} issues and ideas, {over} surveys and an open one, made in {:.1} s (seed {})",
        world.organisation,
        app.db.url(),
        world.sites.len(),
        world.people.len(),
        world.notes.len(),
        world.conversations.len(),
        world.issues.len(),
        begun.elapsed().as_secs_f64(),
        size.seed,
    )];
    lines.extend(what_follows(size.link));
    lines.extend(how_to_get_in(&world, &sign_ins, &secret));
    Ok(lines)
}

/// Puts a world into an empty database, without anybody who can sign in. Tests and benches use it as well.
pub async fn put(db: &Db, world: &Arc<World>) -> Result<(), db::Error> {
    let of = Arc::clone(world);
    db.write(move |conn| store::insert_ground(conn, &of)).await?;
    for first in (0..world.people.len()).step_by(PEOPLE_AT_ONCE) {
        let (of, last) = (Arc::clone(world), (first + PEOPLE_AT_ONCE).min(world.people.len()));
        db.write(move |conn| store::insert_people(conn, &of, first..last)).await?;
    }
    let of = Arc::clone(world);
    db.write(move |conn| store::insert_codes(conn, &of)).await?;
    let (contacts, rows) = contacts(world);
    for chunk in rows.chunks(NOTES_AT_ONCE * 4) {
        let chunk = chunk.to_vec();
        db.write(move |conn| store::insert_contacts(conn, &chunk)).await?;
    }
    let contacts = Arc::new(contacts);
    for first in (0..world.notes.len()).step_by(NOTES_AT_ONCE) {
        let (of, contacts) = (Arc::clone(world), Arc::clone(&contacts));
        let last = (first + NOTES_AT_ONCE).min(of.notes.len());
        db.write(move |conn| store::insert_notes(conn, &of, &contacts, first..last)).await?;
    }
    for first in (0..world.conversations.len()).step_by(NOTES_AT_ONCE) {
        let (of, contacts) = (Arc::clone(world), Arc::clone(&contacts));
        let last = (first + NOTES_AT_ONCE).min(of.conversations.len());
        db.write(move |conn| store::insert_conversations(conn, &of, &contacts, first..last)).await?;
    }
    let of = Arc::clone(world);
    db.write(move |conn| store::count_changes(conn, &of)).await
}

/// Who receives what the staff raise, and what they raised. Apart from [`put`], because what is confidential is sealed with
/// this installation's secret.
async fn raise(app: &App, world: &Arc<World>) -> Result<(), db::Error> {
    let of = Arc::clone(world);
    app.db.write(move |conn| voice_store::insert_routes(conn, &of)).await?;
    for first in (0..world.issues.len()).step_by(NOTES_AT_ONCE) {
        let (of, secrets) = (Arc::clone(world), app.secrets.clone());
        let last = (first + NOTES_AT_ONCE).min(of.issues.len());
        app.db.write(move |conn| voice_store::insert_issues(conn, &of, &secrets, first..last)).await?;
    }
    Ok(())
}

/// The addresses guests left: two guests may have left the same one.
fn contacts(world: &World) -> (Contacts, Vec<(ContactId, Sender, Moment)>) {
    let guests = world.notes.iter().filter_map(|note| match &note.from {
        From::Guest(sender) => Some((sender, note.sent_at)),
        _ => None,
    });
    let others = world.conversations.iter().map(|held| (&held.sender, held.messages[0].at));
    let (mut contacts, mut rows) = (HashMap::new(), Vec::new());
    for (sender, at) in guests.chain(others) {
        let Some(email) = &sender.email else { continue };
        contacts.entry(email.clone()).or_insert_with(|| {
            let id = ContactId::new(at);
            rows.push((id, sender.clone(), at));
            id
        });
    }
    (contacts, rows)
}

/// What a report on this world has to find.
fn what_follows(link: Link) -> Option<String> {
    let (strength, when) = match link {
        Link::None => return None,
        Link::Same(strength) => (strength, "in the same survey period"),
        Link::Lead(strength) => (strength, "one survey period later"),
    };
    Some(format!("demo: what guests say follows how the staff feel {when}, with a strength of {strength}"))
}

fn how_to_get_in(world: &World, sign_ins: &[SignIn], secret: &str) -> Vec<String> {
    let mut lines =
        vec!["demo: sign in at /sign-in as (role, address or number, password or own code, site, name):".to_owned()];
    for sign_in in sign_ins {
        let person = &world.people[sign_in.person];
        let who = person.email.as_deref().unwrap_or(&person.employee_number);
        let name = format!("{} {}", person.called(), person.family_name);
        let site = &world.sites[person.post().site].slug;
        lines.push(format!("sign-in {:<21} {who:<44} {secret} {site} {name}", sign_in.role));
    }
    let badge = world.codes.iter().find(|code| {
        sign_ins
            .iter()
            .any(|sign_in| sign_in.role == "employee" && code.stands_for == StandsFor::Person(sign_in.person))
    });
    let door = world.sites.first().map(|site| format!("demo: a guest's door is /at/{}", site.slug));
    lines.extend(door.map(|door| match badge {
        Some(code) => format!("{door}, the badge of the first employee above /q/{}", code.letters),
        None => door,
    }));
    lines
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn link(arguments: &str) -> Result<Link, String> {
        let line = Line::try_parse_from(format!("demo {arguments}").split_whitespace());
        line.map(|line| line.options.size(Moment::from_micros(0)).link).map_err(|error| error.to_string())
    }

    #[test]
    fn nothing_is_linked_unless_somebody_asks_for_it_and_a_strength_beyond_the_ends_is_refused_with_words() {
        assert_eq!(link(""), Ok(Link::None));
        assert_eq!(link("--strength 1"), Ok(Link::None));
        assert_eq!(link("--link same"), Ok(Link::Same(0.5)));
        assert_eq!(link("--link lead --strength 0.8"), Ok(Link::Lead(0.8)));
        for wrong in ["1.01", "-0.1", "nan", "much"] {
            let said = link(&format!("--link lead --strength={wrong}")).unwrap_err();
            assert!(said.contains("from 0 (not at all) to 1 (entirely)"), "{said}");
        }
        assert!(link("--link reverse").unwrap_err().contains("none, same, lead"));
    }
}
