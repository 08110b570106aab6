//! The anonymous zone: the whole way of a text, and the bars that nobody may fall below (AN…).

mod at_once;
pub mod attack;
mod attempts;
mod batch;
mod canary;
mod ending;
mod handling;
mod joining;
mod retracting;
mod reviewing;
mod same;
mod stir;
mod together;
mod unopened;
mod wording;
mod writing;

use std::time::{Duration, Instant};

use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use peopleworthy::db::{job_run, lease};
use peopleworthy::voice::anonymous::schedule::{COLLECT, REMIND, TELL};
use peopleworthy::voice::anonymous::{self, collect, staff_room};

use crate::house::page::Page;
use crate::house::{Browser, Engine, House};

/// The tables of the zone.
const TABLES: [&str; 4] = ["anon_intake", "anon_thread", "anon_message", "anon_remark"];

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    one: String,
}

/// A column of texts.
fn lines(house: &House, sql: &str) -> Vec<String> {
    let sql = sql.to_owned();
    let rows: Vec<Line> = house.read(move |conn| diesel::sql_query(&sql).load(conn));
    rows.into_iter().map(|line| line.one).collect()
}

fn count(house: &House, table: &str) -> usize {
    let zero = lines(house, &format!("SELECT CAST(COUNT(*) AS TEXT) AS one FROM {table}"));
    zero[0].parse().unwrap()
}

fn engine(house: &House) -> Engine {
    match house.app.db.url() {
        peopleworthy::db::Url::Sqlite(_) => Engine::Sqlite,
        peopleworthy::db::Url::Postgres(_) => Engine::Postgres,
    }
}

fn change(house: &House, sql: &str) {
    let sql = sql.to_owned();
    house.write(move |deed| deed.conn.batch_execute(&sql));
}

/// Somebody works here no more.
fn leaves(house: &House, number: &str) {
    let person = house.person(number);
    house.write(move |deed| {
        let today = deed.now.utc_day();
        peopleworthy::people::person_store::set_left_on(deed.conn, person, Some(today))
    });
}

/// Seaside becomes a house of eight, with Carl alone to read.
fn shrinks(house: &House) {
    for number in ["olga", "rosa", "sven", "xenia", "clara"] {
        leaves(house, number);
    }
}

impl House {
    /// What the poster of a site says this month.
    fn staff_room_code(&self, slug: &str) -> String {
        self.has_done_its_rounds();
        let site = self.site(slug);
        let zone = jiff::tz::TimeZone::UTC;
        staff_room::code(&self.app.secrets, site, self.app.now().day_in(&zone).date())
    }

    /// Waits until the house has done the rounds that were due when it started: they would take what a test just wrote.
    pub fn has_done_its_rounds(&self) {
        let end = Instant::now() + Duration::from_secs(20);
        let is_done = |name: &'static str| self.read(move |conn| job_run::last_due(conn, name)).is_some();
        while !([COLLECT, TELL, REMIND].iter().all(|round| is_done(round.name))) {
            assert!(Instant::now() < end, "the house does no rounds");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Six in the morning, whatever the clock says. With the lease, as the house itself: it may be stirring just now.
    pub fn collects(&self) -> usize {
        let is_ours =
            || self.write(|deed| lease::take(deed.conn, COLLECT.name, "a test", deed.now, deed.now.plus_seconds(60)));
        assert!(
            (0..2000).any(|_| is_ours() || {
                std::thread::sleep(Duration::from_millis(10));
                false
            }),
            "it ends"
        );
        let collected = self.run(collect::collect(&self.app, true, None)).unwrap();
        self.write(|deed| lease::release(deed.conn, COLLECT.name, "a test"));
        collected
    }

    /// What waits is put down anew if it is time; how much that was.
    pub fn stirs(&self) -> usize {
        self.run(anonymous::stir::when_due(&self.app, "a test")).unwrap()
    }

    /// Whether what was removed is gone from the disk. Both engines leave it for the next quarter of an hour if somebody is in
    /// the way: whoever is writing the log back, and on PostgreSQL whoever is just coming in, to any database of the server.
    pub fn is_tidied(&self, is_gone: impl Fn() -> bool) -> bool {
        (0..8).any(|quarter| {
            if quarter > 0 {
                // The house's own jobs write too when time passes, and are at it for a moment.
                std::thread::sleep(Duration::from_millis(100 * quarter));
                self.later(900);
                self.stirs();
            }
            is_gone()
        })
    }
}

impl<'h> Browser<'h> {
    /// Writes without JavaScript about equipment, and gives the receipt.
    #[track_caller]
    pub fn writes(&self, site: &str, what: &str) -> String {
        self.sends(site, what, &[]).receipt()
    }

    /// The same with other fields filled in, and gives the page that follows.
    #[track_caller]
    pub fn sends<'b>(&'b self, site: &str, what: &str, more: &[(&str, &str)]) -> Page<'b, 'h> {
        let form = self.open(&format!("/voice/anonymous?site={site}")).is(200).form("/voice/anonymous");
        let mut form = form
            .fill("code", &self.house.staff_room_code(site))
            .forge("category", "766f6963-6500-4000-8000-000000000001")
            .fill("what", what)
            .forge("site_said", "yes");
        for (name, value) in more {
            form = form.forge(name, value);
        }
        form.post()
    }

    /// Opens the thread behind a receipt.
    #[track_caller]
    pub fn comes_back<'b>(&'b self, receipt: &str) -> Page<'b, 'h> {
        self.open("/voice/receipt").is(200).form("/voice/receipt").fill("receipt", receipt).post()
    }

    /// Opens the first thread in the handler's list.
    #[track_caller]
    pub fn first_thread<'b>(&'b self) -> Page<'b, 'h> {
        let list = self.open("/voice/threads").is(200);
        self.open(&list.link("/voice/threads/")).is(200)
    }
}

impl Page<'_, '_> {
    /// The receipt that was made without JavaScript.
    #[track_caller]
    pub fn receipt(&self) -> String {
        let found = self.texts(".receipt-code").into_iter().next();
        found.unwrap_or_else(|| panic!("no receipt: {}", self.text())).trim().to_owned()
    }

    /// The code-word of a thread.
    #[track_caller]
    fn handle(&self) -> String {
        self.texts("h1")[0].trim().to_owned()
    }
}
