//! What a server that ends connections does to those who use them.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::sql_types::Integer;
use diesel::{QueryDsl, QueryResult, RunQueryDsl, dsl};

use super::connect::Manager;
use super::{Conn, Db, Error, Url, schema, throw_away};

const CONNECTIONS: u32 = 4;

/// Ends the one who says it, as an administrator's `pg_terminate_backend` or a restart does.
const END_ME: &str = "SELECT pg_terminate_backend(pg_backend_pid())";

fn ask(conn: &mut Conn, question: &str) -> QueryResult<i32> {
    match conn {
        Conn::Postgres(conn) => dsl::sql::<Integer>(question).get_result(conn),
        Conn::Sqlite(_) => Err(diesel::NotFound),
    }
}

/// A database whose pool is full of connections, all of them ended by the server.
async fn restarted() -> Db {
    let db = Db::open(&throw_away::postgres(), CONNECTIONS).unwrap();
    let slow = |db: &Db| {
        let db = db.clone();
        tokio::spawn(async move { db.read(|conn| ask(conn, "SELECT 1 FROM pg_sleep(1.5)")).await.unwrap() })
    };
    let all: Vec<_> = (0..CONNECTIONS).map(|_| slow(&db)).collect();
    for one in all {
        one.await.unwrap();
    }
    let ended = "SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let other = Db::open(db.url(), 1).unwrap();
    let others = other.read(move |conn| ask(conn, ended)).await.unwrap();
    assert_eq!(others, i32::try_from(CONNECTIONS).unwrap(), "the pool was full");
    db
}

#[tokio::test]
async fn connections_that_ended_are_found_out_by_nobody_who_reads() {
    let db = restarted().await;
    for _ in 0..20 {
        assert_eq!(db.read(|conn| ask(conn, "SELECT 7")).await.unwrap(), 7);
    }
}

/// As pages ask: with a statement that this connection has to be told first. While nobody is let in, too.
#[tokio::test]
async fn a_server_that_lets_people_in_again_answers_whoever_asked_meanwhile() {
    let db = Db::open(&throw_away::postgres(), CONNECTIONS).unwrap();
    db.write(|conn| conn.batch_execute("CREATE TABLE site_slug (slug text, site_id bytea)")).await.unwrap();
    let slugs = |conn: &mut Conn| schema::site_slug::table.count().get_result::<i64>(conn);
    let Url::Postgres(address) = db.url().clone() else { panic!("no server") };
    let (server, name) = address.rsplit_once('/').unwrap();
    let mut other = Manager::writing(Url::Postgres(format!("{server}/postgres"))).open().unwrap();
    let lock = |open: bool| format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {open}");
    other.batch_execute(&lock(false)).unwrap();
    let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    other.batch_execute(&end).unwrap();
    assert!(db.read(slugs).await.unwrap_err().is_passing());
    let asked = std::time::Instant::now();
    assert!(db.read(slugs).await.unwrap_err().is_passing());
    assert!(asked.elapsed().as_secs_f64() < 3.0, "who is told that it is so does not wait as long again");
    other.batch_execute(&lock(true)).unwrap();
    let opened = std::time::Instant::now();
    let mut answer = db.read(slugs).await;
    while answer.is_err() && opened.elapsed().as_secs() < 10 {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        answer = db.read(slugs).await;
    }
    assert_eq!(answer.unwrap(), 0, "and not only once somebody wrote");
}

#[tokio::test]
async fn connections_that_ended_are_found_out_by_nobody_who_writes() {
    let db = restarted().await;
    let all: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { db.write(|conn| ask(conn, "SELECT 7 FROM pg_sleep(0.1)")).await })
        })
        .collect();
    for one in all {
        assert_eq!(one.await.unwrap().unwrap(), 7);
    }
}

#[tokio::test]
async fn a_deed_whose_connection_ended_in_the_middle_is_done_once() {
    let db = Db::open(&throw_away::postgres(), CONNECTIONS).unwrap();
    db.write(|conn| conn.batch_execute("CREATE TABLE deed (word text)")).await.unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let counted = runs.clone();
    let deed = move |conn: &mut Conn| {
        conn.batch_execute("INSERT INTO deed VALUES ('done')")?;
        if counted.fetch_add(1, Ordering::SeqCst) == 0 { conn.batch_execute(END_ME) } else { Ok(()) }
    };
    db.write(deed).await.unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(db.read(|conn| ask(conn, "SELECT count(*)::int FROM deed")).await.unwrap(), 1);
}

#[tokio::test]
async fn a_deed_whose_connection_ended_while_it_was_stored_is_not_done_again() {
    let db = Db::open(&throw_away::postgres(), CONNECTIONS).unwrap();
    let trap = "CREATE TABLE deed (word text); CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS \
                $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$; \
                CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON deed DEFERRABLE INITIALLY DEFERRED \
                FOR EACH ROW EXECUTE FUNCTION cut()";
    db.write(move |conn| conn.batch_execute(trap)).await.unwrap();
    let runs = Arc::new(AtomicU32::new(0));
    let counted = runs.clone();
    let deed = move |conn: &mut Conn| {
        counted.fetch_add(1, Ordering::SeqCst);
        conn.batch_execute("INSERT INTO deed VALUES ('perhaps')")
    };
    let answer = db.write(deed).await.unwrap_err();
    assert!(matches!(answer, Error::Commit(_)) && answer.is_passing(), "{answer:?}");
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

/// The server of the tests keeps its own password in an older way, which costs less at each of thousands of connections.
#[tokio::test]
async fn a_password_that_the_server_keeps_as_scram_opens_the_database_and_no_other_does() {
    let Url::Postgres(address) = throw_away::postgres() else { panic!("no server") };
    let role = format!("scram_{}", uuid::Uuid::new_v4().simple());
    let mut server = Manager::writing(Url::Postgres(address.clone())).open().unwrap();
    let made = format!("SET password_encryption = 'scram-sha-256'; CREATE ROLE {role} LOGIN PASSWORD 'a quiet walrus'");
    server.batch_execute(&made).unwrap();
    let (_, place) = address.rsplit_once('@').unwrap();
    let with = |password: &str| Url::Postgres(format!("postgres://{role}:{password}@{place}"));
    let db = Db::open(&with("a%20quiet%20walrus"), 1).unwrap();
    assert_eq!(db.read(|conn| ask(conn, "SELECT 7")).await.unwrap(), 7);
    assert!(Manager::writing(with("a%20loud%20walrus")).open().is_err());
    drop(db);
    let _ = server.batch_execute(&format!("DROP ROLE {role}"));
}
