//! One file with everything, and back (DR11, DR12, AN18).

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use peopleworthy::backup;
use peopleworthy::config::Config;
use peopleworthy::db::copy::Snapshot;
use peopleworthy::db::schema::{audit_entry, generation, issue, mail};
use peopleworthy::ids::{CategoryId, IssueId, MailId};
use peopleworthy::people::audit::{NewEntry, What};
use peopleworthy::people::{account_store, audit_store};
use peopleworthy::seal::DataKey;
use peopleworthy::secrets::Secrets;

use crate::house::ground::Database;
use crate::house::{Engine, House};

/// A place to restore to: settings of its own, nothing in it.
struct Place {
    folder: tempfile::TempDir,
    database: Database,
}

impl Place {
    fn empty(engine: Engine) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::empty(engine, folder.path());
        Place { folder, database }
    }

    fn config(&self) -> Config {
        crate::house::config(&self.database.url, self.folder.path(), &[])
    }

    fn restore(&self, house: &House, file: &Path) -> Vec<String> {
        let key = house.folder.path().join("backup-key");
        let done = house.run(backup::restore(&self.config(), &house.app.clock, file, Some(&key)));
        done.unwrap_or_else(|stop| panic!("{}", stop.sentence()))
    }

    /// Opens the restored database with the secret of the old house.
    fn open(&self, house: &House) -> House {
        let secret = house.folder.path().join("secret").display().to_string();
        House::with(Engine::Sqlite, &[("DATABASE_URL", &self.database.url), ("SECRET_FILE", &secret)])
    }

    /// The program itself, as somebody types it.
    fn run(&self, arguments: &[&str]) -> Output {
        run(&self.database.url, self.folder.path(), arguments)
    }
}

fn run(url: &str, folder: &Path, arguments: &[&str]) -> Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_peopleworthy"))
        .args(arguments)
        .env_clear()
        .env("PEOPLEWORTHY_DATABASE_URL", url)
        .env("PEOPLEWORTHY_DATA_DIR", folder)
        .env("PEOPLEWORTHY_BASE_URL", crate::house::BASE_URL)
        .output()
        .unwrap()
}

fn back_up(house: &House) -> PathBuf {
    let file = house.folder.path().join("everything.backup");
    let made = house.run(backup::backup(&house.app.config, &house.app.clock, &file));
    made.unwrap_or_else(|stop| panic!("{}", stop.sentence()));
    file
}

/// What is in a backup, for who has its key.
fn decrypted(house: &House, file: &Path) -> String {
    let key = std::fs::read_to_string(house.folder.path().join("backup-key")).unwrap();
    let key: age::x25519::Identity = key.lines().last().unwrap().parse().unwrap();
    let opened = age::Decryptor::new(std::fs::File::open(file).unwrap()).unwrap();
    let opened = opened.decrypt(std::iter::once(&key as &dyn age::Identity)).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(opened).read_to_string(&mut text).unwrap();
    text
}

/// A file like a backup with other lines in it, for the same key.
fn forge(house: &House, file: &Path, lines: &str) {
    let public = std::fs::read_to_string(house.folder.path().join("backup-key.pub")).unwrap();
    let public: age::x25519::Recipient = public.trim().parse().unwrap();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&public as &dyn age::Recipient)).unwrap();
    let out = encryptor.wrap_output(std::fs::File::create(file).unwrap()).unwrap();
    let mut out = flate2::write::GzEncoder::new(out, flate2::Compression::fast());
    out.write_all(lines.as_bytes()).unwrap();
    out.finish().unwrap().finish().unwrap();
}

/// Every row of every table; what a restore changes on purpose left out.
fn everything(url: &str) -> Vec<String> {
    let mut snapshot = Snapshot::open(&url.parse().unwrap()).unwrap();
    let mut all = Vec::new();
    for table in snapshot.tables().to_vec() {
        if ["account", "audit_entry", "audit_head", "mail", "generation", "job_run"].contains(&table.name.as_str()) {
            continue;
        }
        snapshot
            .rows(&table, |row| {
                // One engine writes hexadecimal in capitals and 17.0 for 17, the other a blank behind a comma.
                let row = row.to_uppercase().replace(", ", ",").replace(".0,", ",").replace(".0]", "]");
                all.push(format!("{} {row}", table.name));
                Ok(())
            })
            .unwrap();
    }
    assert!(all.len() > 60, "{}", all.len());
    all
}

const ANONYMOUS: [&str; 5] = ["walrus", "hammocks", "overboil", "purple", "saxophones"];
const CANARY: [&str; 5] = ["quokkas", "zigzag", "beneath", "frosty", "lanterns"];

fn category() -> CategoryId {
    "766f6963-6500-4000-8000-000000000007".parse().unwrap()
}

/// An issue whose words are sealed with the house's own key, or stand open.
fn raise(house: &House, words: &str, is_sealed: bool) -> IssueId {
    let (raiser, site, secrets, words) =
        (house.person("amina"), house.site("seaside"), house.app.secrets.clone(), words.to_owned());
    house.write(move |deed| {
        let id = IssueId::new(deed.now);
        let key = DataKey::random();
        let about = id.0.as_bytes();
        diesel::insert_into(issue::table)
            .values((
                (
                    issue::id.eq(id),
                    issue::kind.eq("issue"),
                    issue::level.eq(if is_sealed { "confidential" } else { "named" }),
                ),
                (issue::scope.eq("site"), issue::category_id.eq(category()), issue::site_id.eq(site)),
                (issue::raiser_id.eq(Some(raiser)), issue::language.eq("en"), issue::title.eq("")),
                (issue::what.eq(if is_sealed { "" } else { words.as_str() }), issue::place.eq(""), issue::fix.eq("")),
                (
                    issue::wrapped_key.eq(is_sealed.then(|| key.wrap(&secrets, about))),
                    issue::sealed.eq(is_sealed.then(|| key.seal(about, &words))),
                    issue::state.eq("received"),
                ),
                (
                    issue::acknowledge_due_on.eq("2026-11-23"),
                    issue::answer_due_on.eq("2026-11-27"),
                    issue::decide_due_on.eq("2026-12-20"),
                ),
                (issue::support_count.eq(0), issue::raised_at.eq(deed.now), issue::version.eq(1)),
            ))
            .execute(deed.conn)
            .map(|_| id)
    })
}

/// As many write at once: one alone would wait for each flush before it writes again.
const WRITERS: usize = 8;
/// What they try to write in a second, all together. Whether they can is asked where nothing else runs (tests/durable).
const OFFERED: u64 = 240;

/// How much each of them has written that was acknowledged.
fn written(counts: &[AtomicU64]) -> Vec<u64> {
    counts.iter().map(|count| count.load(Ordering::SeqCst)).collect()
}

/// Writes its share until it is told to stop.
fn write_on(house: &House, which: usize, counts: &[AtomicU64], stop: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let begun = Instant::now();
    while !stop.load(Ordering::SeqCst) {
        let number = counts[which].load(Ordering::SeqCst) + 1;
        let turn = (number - 1) * WRITERS as u64 + which as u64;
        std::thread::sleep(
            (begun + Duration::from_micros(turn * 1_000_000 / OFFERED)).saturating_duration_since(Instant::now()),
        );
        // Two tables in one deed: a cut between them would be seen.
        let deed = house.app.write(move |deed| {
            let entry = NewEntry::by_nobody(What::Administered, "ledger").detail(&format!("{which} {number}"));
            audit_store::record(deed.conn, &entry, deed.now)?;
            peopleworthy::db::generation::bump(deed.conn, "ledger").map(drop)
        });
        runtime.block_on(deed).unwrap();
        counts[which].store(number, Ordering::SeqCst);
    }
}

fn dr11(engine: Engine) {
    const FILLER: i64 = 60_000;
    let house = House::start(engine);
    house.write(|deed| {
        deed.conn.batch_execute(&format!(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {FILLER}) \
             INSERT INTO site_slug (slug, site_id) SELECT 'filler-' || i, (SELECT id FROM site WHERE slug = 'seaside') FROM n"
        ))
    });
    let (counts, stop) = ([const { AtomicU64::new(0) }; WRITERS], AtomicBool::new(false));
    let (before, after, took, file) = std::thread::scope(|scope| {
        let (house, counts, stop) = (&house, &counts, &stop);
        (0..WRITERS).for_each(|which| drop(scope.spawn(move || write_on(house, which, counts, stop))));
        std::thread::sleep(Duration::from_millis(300));
        let (before, started) = (written(counts), Instant::now());
        let file = back_up(house);
        let (took, after) = (started.elapsed(), written(counts));
        stop.store(true, Ordering::SeqCst);
        (before, after, took, file)
    });
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let place = Place::empty(engine);
    place.restore(&house, &file);
    let restored = place.open(&house);
    let (ledger, counted, chain) = restored.read(|conn| {
        let ledger: Vec<String> = audit_entry::table
            .filter(audit_entry::about.eq("ledger"))
            .order(audit_entry::seq)
            .select(audit_entry::detail)
            .load(conn)?;
        let counted: i64 = generation::table.find("ledger").select(generation::number).first(conn)?;
        Ok((ledger, counted, audit_store::check(conn)?))
    });
    assert_eq!(counted, ledger.len() as i64, "two tables of different moments");
    for which in 0..WRITERS {
        let of = ledger.iter().filter_map(|line| line.strip_prefix(&format!("{which} ")));
        let of: Vec<u64> = of.map(|number| number.parse().unwrap()).collect();
        assert_eq!(of, (1..=of.len() as u64).collect::<Vec<_>>(), "a hole in what was written");
        assert!(
            (before[which]..=after[which]).contains(&(of.len() as u64)),
            "{which}: {before:?} {} {after:?}",
            of.len()
        );
    }
    assert_eq!(chain, None, "the chain of the audit log holds, with the restore as its newest entry");
    if engine == Engine::Sqlite {
        let sound = restored.read(|conn| {
            diesel::dsl::sql::<diesel::sql_types::Text>("PRAGMA integrity_check").get_result::<String>(conn)
        });
        assert_eq!(sound, "ok");
    }
    println!("DR11 {engine:?}: {FILLER} rows and more in {took:?}, cut at {} of {after:?}", ledger.len());
}

#[test]
fn dr11_a_backup_while_200_writes_a_second_run_is_a_cut_with_nothing_missing_sqlite() {
    dr11(Engine::Sqlite);
}

#[test]
fn dr11_a_backup_while_200_writes_a_second_run_is_a_cut_with_nothing_missing_postgres() {
    dr11(Engine::Postgres);
}

on_both! {
    fn an18_neither_the_file_nor_what_is_in_it_holds_a_word_that_was_sealed(house) {
        let canary = CANARY.join(" ");
        let sealed = raise(house, &canary, true);
        raise(house, "An open marmalade", false);
        let receipt = house.guest().writes("seaside", &ANONYMOUS.join(" "));
        assert_eq!(house.collects(), 1);
        let file = back_up(house);
        let raw = std::fs::read(&file).unwrap();
        let inside = decrypted(house, &file);
        let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
        assert!(inside.contains("marmalade"), "the search finds what stands open");
        // Eight letters of the receipt: four are met by chance in what is random.
        let groups: Vec<&str> = receipt.split('-').collect();
        let parts = groups.windows(2).flat_map(|two| [two.concat(), two.join("-")]);
        for word in CANARY.iter().chain(&ANONYMOUS).map(|word| (*word).to_owned()).chain(parts) {
            assert!(!has(&raw, &word), "{word} in the file");
            assert!(!has(inside.as_bytes(), &word), "{word} in what the key of backups opens");
        }
        assert!(!has(&raw, "marmalade") && !has(&raw, "amina"), "open words without the key");
        // With the whole of it, but without the secret file.
        let place = Place::empty(Engine::Sqlite);
        place.restore(house, &file);
        let restored = place.open(house);
        let (wrapped, text): (Option<Vec<u8>>, Option<Vec<u8>>) =
            restored.read(move |conn| issue::table.find(sealed).select((issue::wrapped_key, issue::sealed)).first(conn));
        let (wrapped, text) = (wrapped.unwrap(), text.unwrap());
        assert!(DataKey::unwrap(&Secrets::from_bytes(b"found elsewhere"), sealed.0.as_bytes(), &wrapped).is_err());
        let key = DataKey::unwrap(&house.app.secrets, sealed.0.as_bytes(), &wrapped).unwrap();
        assert_eq!(key.open(sealed.0.as_bytes(), &text).unwrap(), canary);
        let names: Vec<_> = inside.lines().filter(|line| line.starts_with("{\"table\"")).collect();
        assert!(names.len() > 30 && !names.iter().any(|line| line.contains("\"session\"")), "{names:?}");
        let told = place.run(&["check"]);
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.contains("ok     sealed texts: not looked at"), "no secret file there yet: {told}");
        std::fs::write(place.folder.path().join("secret"), [7; 32]).unwrap();
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(place.folder.path().join("secret"), std::fs::Permissions::from_mode(0o600)).unwrap();
        let told = place.run(&["check"]);
        assert_eq!(told.status.code(), Some(1));
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.contains("WRONG  sealed texts: 2 of 2 do not open with"), "{told}");
        let secret = std::fs::read(house.folder.path().join("secret")).unwrap();
        let hex: String = secret.iter().map(|byte| format!("{byte:02X}")).collect();
        assert!(!inside.to_uppercase().contains(&hex) && !inside.contains("AGE-SECRET-KEY"));
    }

    fn dr12_what_is_restored_is_the_same_nobody_is_signed_in_and_no_mail_goes_out_twice(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Found my umbrella, \"twice\"\\ über die Straße 🌂", "zoe@guest.example");
        raise(house, "A sealed word", true);
        let amina = house.staff("amina");
        amina.open("/home").is(200);
        let cookie = amina.cookie("__Host-pw").unwrap();
        let account = house.person("amina");
        let words = "text_body = 'Hello', html_body = '<p>Hello</p>'";
        // A mail under way would be sent after all.
        house.all_mails();
        let later = (crate::house::NOON + 864_000) * 1_000_000;
        let waits = format!("UPDATE mail SET state = 'waiting', due_at = {later}, {words}");
        house.write(move |deed| deed.conn.batch_execute(&waits));
        let waiting = house.read(|conn| mail::table.count().get_result::<i64>(conn));
        assert!(waiting > 0);
        let from = house.app.config.database.clone();
        let url = |engine: &peopleworthy::db::Url| match engine {
            peopleworthy::db::Url::Sqlite(path) => format!("sqlite:{path}"),
            peopleworthy::db::Url::Postgres(url) => url.clone(),
        };
        // The house's own jobs write as well: what is compared is a backup of a moment in which they did not.
        let still = |_| {
            let (before, file) = (everything(&url(&from)), back_up(house));
            let is_still = before == everything(&url(&from));
            if !is_still {
                std::fs::remove_file(&file).unwrap();
            }
            is_still.then_some((before, file))
        };
        let (before, file) = (0..20).find_map(still).expect("a still moment");
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let place = Place::empty(engine);
            let said = place.restore(house, &file).join("\n");
            assert!(said.contains("no secret file") && said.contains("cannot be opened"), "{said}");
            assert!(said.contains(&format!("{waiting} mails")) && said.contains("sign in again"), "{said}");
            assert!(everything(&place.database.url) == before, "{engine:?}");

            let restored = place.open(house);
            let browser = restored.guest();
            browser.set_cookie("__Host-pw", &cookie);
            assert_eq!(browser.get("/home").status, 303, "the session of then is over");
            let version = restored.read(move |conn| account_store::find_of_person(conn, account)).unwrap().session_version;
            let old = house.read(move |conn| account_store::find_of_person(conn, account)).unwrap().session_version;
            assert_eq!(version, old + 1);
            restored.staff("amina").open("/home").is(200);

            let held = restored.read(|conn| mail::table.filter(mail::state.eq("restored")).count().get_result::<i64>(conn));
            assert_eq!(held, waiting);
            restored.later(864_000 + 60); // past the day on which they were due
            let ada = restored.staff("ada");
            let page = ada.open("/admin/mail").is(200);
            page.says("held back").says("zoe@guest.example");
            std::thread::sleep(Duration::from_millis(1500));
            assert_eq!(restored.all_mails().len(), 0, "the sender leaves them alone");
            let one: MailId = restored.read(|conn| mail::table.filter(mail::state.eq("restored")).select(mail::id).first(conn));
            page.form(&format!("/admin/mail/{one}/again")).submit().is(200);
            assert_eq!(restored.all_mails().len(), 1);
            let still = restored.read(|conn| mail::table.filter(mail::state.eq("restored")).count().get_result::<i64>(conn));
            assert_eq!(still, waiting - 1);
        }
    }

    fn what_cannot_be_restored_is_said_in_a_sentence_and_nothing_is_changed(house) {
        let file = back_up(house);
        let path = file.display().to_string();
        let key = house.folder.path().join("backup-key").display().to_string();
        let at = |name: &str| house.folder.path().join(name);
        let here = if matches!(house.app.config.database, peopleworthy::db::Url::Sqlite(_)) { Engine::Sqlite } else { Engine::Postgres };
        let refused = |place: &Place, arguments: &[&str], status: i32, words: &str| {
            let output = place.run(arguments);
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(status), "{arguments:?}: {said}");
            assert!(said.contains(words), "{arguments:?}: {said}");
            let snapshot = Snapshot::open(&place.database.url.parse().unwrap());
            assert!(snapshot.is_err() || snapshot.unwrap().tables().is_empty(), "something was left");
        };
        let empty = Place::empty(here);
        refused(&empty, &["restore", &path], 1, "backup-key is not there; name the file");
        // A key of somebody else.
        let other = Place::empty(here);
        let nothing = other.folder.path().join("nothing").display().to_string();
        assert_eq!(other.run(&["backup", &nothing]).status.code(), Some(1), "there is nothing to back up");
        let foreign = age::x25519::Identity::generate();
        use age::secrecy::ExposeSecret;
        std::fs::write(at("foreign"), foreign.to_string().expose_secret()).unwrap();
        refused(&empty, &["restore", &path, "--key", &at("foreign").display().to_string()], 1, "can be read by others");
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(at("foreign"), std::fs::Permissions::from_mode(0o600)).unwrap();
        refused(&empty, &["restore", &path, "--key", &at("foreign").display().to_string()], 1, "was made for another key");
        // Cut off anywhere, or with one bit changed.
        let whole = std::fs::read(&file).unwrap();
        for end in [10, 150, whole.len() / 2, whole.len() - 1] {
            std::fs::write(at("cut"), &whole[..end]).unwrap();
            let words = if end < 200 { "no backup of Peopleworthy" } else { "is cut off or was changed" };
            refused(&empty, &["restore", &at("cut").display().to_string(), "--key", &key], 1, words);
        }
        let mut bent = whole.clone();
        bent[whole.len() / 2] ^= 1;
        std::fs::write(at("bent"), &bent).unwrap();
        refused(&empty, &["restore", &at("bent").display().to_string(), "--key", &key], 1, "is cut off or was changed");
        // Whole for age, but not what was summed up.
        let inside = decrypted(house, &file);
        forge(house, &at("other"), &inside.replacen("Seaside Hotels", "Seaside Motels", 1));
        refused(&empty, &["restore", &at("other").display().to_string(), "--key", &key], 1, "is cut off or was changed");
        // From a newer version: of the form, and of the schema.
        forge(house, &at("newer"), &inside.replacen("\"peopleworthy_backup\":1", "\"peopleworthy_backup\":2", 1));
        refused(&empty, &["restore", &at("newer").display().to_string(), "--key", &key], 3, "newer version");
        forge(house, &at("newer"), &inside.replacen("\"schema\":[", "\"schema\":[\"29990101000000\",", 1));
        refused(&empty, &["restore", &at("newer").display().to_string(), "--key", &key], 3, "schema 29990101000000");
        // A file that is none; a place that is not empty; a file that is there.
        std::fs::write(at("none"), "hello").unwrap();
        refused(&empty, &["restore", &at("none").display().to_string(), "--key", &key], 1, "no backup of Peopleworthy");
        let done = empty.run(&["restore", &path, "--key", &key]);
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        let again = empty.run(&["restore", &path, "--key", &key]);
        assert_eq!(again.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&again.stderr).contains("holds something already"), "{again:?}");
        let over = run(&empty.database.url, empty.folder.path(), &["backup", &path]);
        assert_eq!(over.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&over.stderr).contains("is there already"));
        assert_eq!(std::fs::read(&file).unwrap(), whole);
        // And the program's own backup, whose key is told of once.
        let own = empty.folder.path().join("own.backup").display().to_string();
        let first = String::from_utf8(empty.run(&["backup", &own]).stdout).unwrap();
        assert!(first.contains("A key for backups was made") && !first.contains("AGE-SECRET"), "{first}");
        std::fs::remove_file(empty.folder.path().join("backup-key")).unwrap();
        let second = empty.run(&["backup", &empty.folder.path().join("second").display().to_string()]);
        assert_eq!(second.status.code(), Some(0), "the public half is enough: {}", String::from_utf8_lossy(&second.stderr));
        assert!(!String::from_utf8(second.stdout).unwrap().contains("was made:"));
    }
}
