//! DR5: many who read and then write at the same time.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::db::{Conn, Db};

use super::desk::{Filled, furnish, staff};
use super::house::{Engine, Place, alone, at_length, client, report};

const CLIENTS: usize = 32;
const ADDRESSES: usize = 8;

#[test]
fn dr5_reading_then_writing_by_32_at_once_on_sqlite_never_meets_a_locked_database() {
    read_then_write(Engine::Sqlite);
}

#[test]
fn dr5_reading_then_writing_by_32_at_once_on_postgresql_never_fails() {
    read_then_write(Engine::Postgres);
}

/// Each note reads the site, the finder, the person and the contact, and writes all that follows; that a handful of
/// addresses are left again and again makes them meet at the same rows.
fn read_then_write(engine: Engine) {
    let _alone = alone();
    let place = Place::new(engine);
    furnish(&place);
    let staff = staff(&place, true);
    let program = place.serve();
    let long = Duration::from_secs(at_length(5, 60));
    let (done, end, url) = (AtomicUsize::new(0), Instant::now() + long, program.url());
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                let agent = client();
                while Instant::now() < end {
                    let n = done.fetch_add(1, Ordering::Relaxed);
                    let form = Filled::new(staff[n % 2], &format!("{n} smiles"));
                    let form = form.leaving(&format!("guest{}@home.example", n % ADDRESSES));
                    let answer = form.press(&agent, url).unwrap();
                    assert_eq!(answer.status, 303, "{}", program_said(&place));
                }
            });
        }
    });
    let done = done.into_inner();
    assert!(!program.said().contains("locked"), "{}", program.said());
    assert_eq!(place.count("SELECT count(*) AS n FROM note"), i64::try_from(done).unwrap());
    // Who reads "not asked yet" while somebody else is asking would ask twice.
    let asked = place.texts("SELECT to_address AS t FROM mail WHERE kind = 'confirm_address'");
    assert_eq!((asked.len(), asked.iter().collect::<BTreeSet<_>>().len()), (ADDRESSES, ADDRESSES), "{asked:?}");
    report(&format!("{CLIENTS} at once on {engine:?}: {done} notes in {long:?}, none failed"));
}

fn program_said(place: &Place) -> String {
    std::fs::read_to_string(place.log(0)).unwrap_or_default()
}

#[test]
fn dr5_a_serializable_write_that_loses_its_race_on_postgresql_is_tried_again() {
    let _alone = alone();
    const WRITERS: usize = 32;
    let place = Place::new(Engine::Postgres);
    place.execute("CREATE TABLE tally (n BIGINT NOT NULL); INSERT INTO tally VALUES (0); CREATE SEQUENCE tries");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let counted = runtime.block_on(async {
        let db = Db::open(&place.url(), 4).unwrap();
        let tasks: Vec<_> = (0..WRITERS)
            .map(|_| {
                let db = db.clone();
                tokio::spawn(async move { db.write(count_one).await })
            })
            .collect();
        let mut counted = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => counted += 1,
                Err(error) => assert!(error.is_passing(), "{error}"),
            }
        }
        counted
    });
    let tries = place.count("SELECT last_value AS n FROM tries");
    report(&format!("{WRITERS} serializable writes of one row: {counted} done in {tries} tries"));
    assert_eq!(place.count("SELECT n FROM tally"), counted, "what was answered is counted, and nothing else");
    assert!(tries > counted && counted >= 24, "{counted} of {WRITERS} in {tries} tries");
}

/// Reads a number, takes its time, writes the next one.
fn count_one(conn: &mut Conn) -> diesel::QueryResult<()> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    // A sequence counts what is undone, too.
    conn.batch_execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; SELECT nextval('tries')")?;
    let row: Row = diesel::sql_query("SELECT n FROM tally").get_result(conn)?;
    std::thread::sleep(Duration::from_millis(2));
    diesel::sql_query("UPDATE tally SET n = $1").bind::<BigInt, _>(row.n + 1).execute(conn).map(drop)
}
