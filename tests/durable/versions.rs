//! DR13: every version that landed, brought up to this one. `migrations/README.md` says how the next one is kept.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use peopleworthy::clock::Clock;
use peopleworthy::db::upgrade;
use peopleworthy::people::audit_store;

use super::house::{Engine, Place, among_others, client, cookies_of, report};

/// Tables that an upgrade itself writes.
const OF_THE_UPGRADE: [&str; 2] = ["__diesel_schema_migrations", "lease"];
/// Tables that a restore writes on purpose: everybody is signed out, mail is held, and that is written down.
const OF_A_RESTORE: [&str; 4] = ["account", "mail", "audit_entry", "audit_head"];

#[test]
fn dr13_every_version_that_landed_is_upgraded_with_all_it_holds_and_served() {
    let _among = among_others();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let newest = std::fs::read_dir(here.join("migrations/sqlite")).unwrap().count() as i64;
    for folder in &kept() {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let place = Place::new(engine);
            load(&place, folder);
            let (old, before) = (version_of(&place), Holdings::read(&place, None));
            assert!(before.rows() > 1_000, "{} holds next to nothing", folder.display());
            upgrade::run(&place.url(), &Clock::System).unwrap();
            assert_eq!(version_of(&place), newest);
            before.assert_all_in(&place, &[]);
            place.assert_sound();
            open_a_note(&place, folder);
            report(&format!(
                "upgraded from {old} to {newest} migrations on {engine:?}: {} rows of {} tables, all the same",
                before.rows(),
                before.tables.len()
            ));
        }
    }
}

/// Whoever follows the advice to save everything before an upgrade can go back, and forth again from the file.
#[test]
fn dr13_every_version_that_landed_can_be_saved_before_its_upgrade_and_restored_by_this_one() {
    let _among = among_others();
    for folder in &kept() {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let (old, new) = (Place::new(engine), Place::new(engine));
            load(&old, folder);
            let (before, version) = (Holdings::read(&old, None), version_of(&old));
            let (file, key) = (old.folder.path().join("older.backup"), old.data(0).join("backup-key"));
            for (place, words) in [
                (&old, vec!["backup", file.to_str().unwrap()]),
                (&new, vec!["restore", file.to_str().unwrap(), "--key", key.to_str().unwrap()]),
            ] {
                let done = place.run(&words);
                assert!(done.status.success(), "{} {words:?} on {engine:?}: {done:?}", folder.display());
            }
            before.assert_all_in(&old, &[]);
            assert_eq!(version_of(&old), version, "saving is no upgrade");
            before.assert_all_in(&new, &OF_A_RESTORE);
            let after = Holdings::read(&new, Some(&before));
            for table in OF_A_RESTORE.into_iter().filter(|table| before.tables.contains_key(*table)) {
                assert!(after.tables[table].len() >= before.tables[table].len(), "rows of {table} on {engine:?}");
            }
            assert_eq!(audit_store::check(&mut new.conn()).unwrap(), None, "the chain of the audit log");
            new.assert_sound();
            open_a_note(&new, folder);
        }
    }
}

fn version_of(place: &Place) -> i64 {
    place.count("SELECT count(*) AS n FROM __diesel_schema_migrations")
}

fn kept() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/versions");
    let kept: Vec<PathBuf> = std::fs::read_dir(all).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!kept.is_empty());
    kept
}

fn unpacked(file: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzDecoder::new(File::open(file).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn load(place: &Place, folder: &Path) {
    match place.engine {
        Engine::Sqlite => {
            std::fs::create_dir(place.data(0)).unwrap();
            std::fs::write(place.data(0).join("peopleworthy.db"), unpacked(&folder.join("sqlite.db.gz"))).unwrap();
        }
        Engine::Postgres => {
            place.execute(&String::from_utf8(unpacked(&folder.join("postgres.sql.gz"))).unwrap());
        }
    }
}

/// All that a database holds: each table's rows as text, in order. A migration that moves a column to another place
/// has to tell this test where it went.
struct Holdings {
    columns: BTreeMap<String, Vec<String>>,
    tables: BTreeMap<String, Vec<String>>,
}

impl Holdings {
    /// With the tables and columns of an earlier reading, whatever came since.
    fn read(place: &Place, as_of: Option<&Holdings>) -> Holdings {
        let columns = as_of.map_or_else(|| columns(place), |earlier| earlier.columns.clone());
        let tables = columns
            .iter()
            .map(|(table, columns)| {
                let texts: Vec<String> = columns.iter().map(|column| text_of(place.engine, column)).collect();
                let mut rows = place.texts(&format!("SELECT {} AS t FROM {table}", texts.join(" || ', ' || ")));
                rows.sort();
                (table.clone(), rows)
            })
            .collect();
        Holdings { columns, tables }
    }

    /// That a place holds the same, as far as there were tables and columns for it; some tables left out.
    fn assert_all_in(&self, place: &Place, but: &[&str]) {
        let after = Holdings::read(place, Some(self));
        for (table, rows) in self.tables.iter().filter(|(table, _)| !but.contains(&table.as_str())) {
            assert_eq!(rows.len(), after.tables[table].len(), "rows of {table} on {:?}", place.engine);
            let changed = rows.iter().zip(&after.tables[table]).find(|(before, after)| before != after);
            assert_eq!(changed, None, "{table} on {:?}, before and after", place.engine);
        }
    }

    fn rows(&self) -> usize {
        self.tables.values().map(Vec::len).sum()
    }
}

fn columns(place: &Place) -> BTreeMap<String, Vec<String>> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for both in place.texts(match place.engine {
        Engine::Sqlite => {
            "SELECT t.name || ' ' || c.name AS t FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
        }
        Engine::Postgres => {
            "SELECT table_name || ' ' || column_name AS t FROM information_schema.columns WHERE table_schema = 'public'"
        }
    }) {
        let (table, column) = both.split_once(' ').unwrap();
        // The index of words is made of what stands elsewhere, and SQLite's cannot be read row by row.
        if !OF_THE_UPGRADE.contains(&table) && !table.starts_with("search_index") {
            columns.entry(table.to_owned()).or_default().push(column.to_owned());
        }
    }
    columns
}

fn text_of(engine: Engine, column: &str) -> String {
    match engine {
        Engine::Sqlite => format!("quote(\"{column}\")"),
        Engine::Postgres => format!("quote_nullable(\"{column}\"::text)"),
    }
}

/// Somebody who was there in the old version signs in with their old password, and reads what they were told then.
fn open_a_note(place: &Place, folder: &Path) {
    let who = match place.engine {
        Engine::Sqlite => "sqlite.who",
        Engine::Postgres => "postgres.who",
    };
    let who = std::fs::read_to_string(folder.join(who)).unwrap();
    let (who, secret) = who.trim().split_once(' ').unwrap();
    let program = place.serve();
    let (agent, url) = (client(), program.url());
    let form = [("who", who), ("secret", secret), ("next", "")];
    let entered = agent.post(format!("{url}/sign-in")).header("Origin", url).send_form(form).unwrap();
    assert_eq!(entered.status(), 303);
    let cookies = cookies_of(&entered);
    let get = |path: &str| {
        let mut answer = agent.get(format!("{url}{path}")).header("Cookie", &cookies).call().unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.body_mut().read_to_string().unwrap()
    };
    let list = get("/praise/mine");
    // /praise/ and a key
    let path = list.split('"').find(|part| part.starts_with("/praise/") && part.len() == 44);
    let path = path.unwrap_or_else(|| panic!("no note in the list: {list}"));
    let note = get(path);
    let id = path.rsplit('/').next().unwrap().replace('-', "");
    let words = place.texts(&match place.engine {
        Engine::Sqlite => format!("SELECT did AS t FROM note WHERE id = x'{id}'"),
        Engine::Postgres => format!("SELECT did AS t FROM note WHERE id = '\\x{id}'"),
    });
    // As far as HTML needs no escape.
    let plain = words[0].split(['\'', '"', '&', '<', '>', '\n']).max_by_key(|part| part.len()).unwrap();
    assert!(plain.len() > 5 && note.contains(plain), "\"{plain}\" is not on the page: {note}");
}
