//! For tests: an app on a fresh database with a clock that stands still, and somebody in it.

use std::sync::{Arc, OnceLock};

use diesel::QueryResult;

use super::account::Account;
use super::organisation::Organisation;
use super::person::Person;
use super::role::{Grant, Role};
use super::site::Site;
use super::{account_store, organisation_store, passwords, person_store, role_store, site_store};
use crate::app::{App, Deed};
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::throw_away::{self, Engine};
use crate::db::{Conn, Db, upgrade};
use crate::ids::{AccountId, PersonId, RowId, SiteId};
use crate::live::Hub;
use crate::secrets::Secrets;
use crate::views::Views;

/// 2026-11-21 12:00 UTC.
pub const NOON: i64 = 1_795_262_400;

/// Makes two tests of one, `name::sqlite` and `name::postgres`, each in an empty house of its own.
macro_rules! on_both {
    ($($(#[$attribute:meta])* async fn $name:ident($house:ident) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn both($house: &$crate::people::cast_store::House) $body

            $(#[$attribute])*
            #[actix_web::test]
            async fn sqlite() {
                both(&$crate::people::cast_store::House::on($crate::db::throw_away::Engine::Sqlite)).await;
            }

            $(#[$attribute])*
            #[actix_web::test]
            async fn postgres() {
                both(&$crate::people::cast_store::House::on($crate::db::throw_away::Engine::Postgres)).await;
            }
        }
    )*};
}
pub(crate) use on_both;

/// An app, and the folder that goes when the test is over.
pub struct House {
    pub app: App,
    pub folder: tempfile::TempDir,
}

impl std::ops::Deref for House {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl House {
    /// An empty house on an engine, under these settings (names without the prefix), with a clock that stands.
    pub fn standing_at(seconds: i64, engine: Engine, settings: &[(&str, &str)]) -> House {
        crate::secrets::install_crypto();
        let folder = tempfile::tempdir().unwrap();
        let mut values: std::collections::BTreeMap<String, String> =
            settings.iter().map(|(k, v)| (format!("PEOPLEWORTHY_{k}"), (*v).to_owned())).collect();
        values.insert("PEOPLEWORTHY_DATA_DIR".into(), folder.path().display().to_string());
        let mut config = Config::read(&values, "").unwrap();
        config.database = throw_away::database(engine, folder.path());
        static VIEWS: OnceLock<Views> = OnceLock::new(); // what all houses of a run have in common is read once
        let clock = Clock::standing_at(Moment::from_micros(seconds * 1_000_000));
        let views = VIEWS.get_or_init(|| Views::load().unwrap()).clone();
        upgrade::run(&config.database, &clock).unwrap();
        let app = App {
            db: Db::open(&config.database, 4).unwrap(),
            config: Arc::new(config),
            views: Arc::new(views.with_clock(clock.clone())),
            clock,
            live: Hub::default(),
            secrets: Secrets::from_bytes(b"a house for tests"),
            kept: crate::kept::Kept::default(),
        };
        House { app, folder }
    }

    /// An empty house on a file under these settings.
    pub fn with(settings: &[(&str, &str)]) -> House {
        House::standing_at(NOON, Engine::Sqlite, settings)
    }

    /// An empty house at an https address.
    pub fn on(engine: Engine) -> House {
        House::standing_at(NOON, engine, &[("BASE_URL", "https://praise.example")])
    }

    /// The same on a file.
    pub fn empty() -> House {
        House::on(Engine::Sqlite)
    }

    /// Lets time pass.
    pub fn later(&self, seconds: i64) {
        self.app.clock.advance(jiff::SignedDuration::from_secs(seconds));
    }

    /// Somebody with these roles, an account `first@seaside.example` and a password or none; the number is the name's.
    pub async fn somebody(&self, first: &str, roles: &[Role], password: Option<&str>) -> Account {
        let hash = match password {
            Some(password) => Some(passwords::hash(password).await.unwrap()),
            None => None,
        };
        let (first, roles) = (first.to_owned(), roles.to_vec());
        let id = self
            .app
            .write(move |deed| {
                let person = insert_somebody(deed, &first, &roles)?;
                let email = format!("{}@seaside.example", first.to_lowercase());
                let id = account_store::insert(deed.conn, person, Some(&email), deed.now)?;
                if let Some(hash) = &hash {
                    account_store::set_password(deed.conn, id, hash)?;
                }
                Ok(id)
            })
            .await
            .unwrap();
        self.account(id).await
    }

    /// Somebody with these roles who has no account yet; the number is the name's.
    pub async fn newcomer(&self, first: &str, roles: &[Role]) -> PersonId {
        let (first, roles) = (first.to_owned(), roles.to_vec());
        self.app.write(move |deed| insert_somebody(deed, &first, &roles)).await.unwrap()
    }

    /// An account as it is now.
    pub async fn account(&self, id: AccountId) -> Account {
        self.app.read(move |conn| account_store::find(conn, id)).await.unwrap().unwrap()
    }
}

fn insert_somebody(deed: &mut Deed, first: &str, roles: &[Role]) -> QueryResult<PersonId> {
    let site = site_of(deed.conn, deed.now)?;
    let person = somebody_named(first, site, deed.now);
    person_store::insert_person(deed.conn, &person)?;
    for role in roles {
        let grant = Grant { role: *role, site_id: None, department_id: None };
        role_store::add_grant(deed.conn, person.id, grant, deed.now)?;
    }
    Ok(person.id)
}

fn site_of(conn: &mut Conn, now: Moment) -> QueryResult<SiteId> {
    if let Some(site) = site_store::list_sites(conn)?.first() {
        return Ok(site.id);
    }
    let organisation = Organisation {
        id: RowId::new(now),
        name: "Seaside Hotels".into(),
        language: "en".into(),
        languages: "en,de".into(),
        created_at: now,
        version: 1,
    };
    organisation_store::insert_organisation(conn, &organisation)?;
    let site = Site {
        id: SiteId::new(now),
        parent_id: None,
        name: "Seaside".into(),
        name_fold: "seaside".into(),
        slug: "seaside".into(),
        time_zone: "Europe/London".into(),
        languages: "en".into(),
        country: "GB".into(),
        working_days: 31,
        wall_is_public: false,
        created_at: now,
        version: 1,
    };
    site_store::insert_site(conn, &site)?;
    Ok(site.id)
}

fn somebody_named(first: &str, site_id: SiteId, now: Moment) -> Person {
    Person {
        id: PersonId::new(now),
        employee_number: first.into(),
        number_fold: String::new(),
        given_name: first.into(),
        family_name: "Osei".into(),
        preferred_name: None,
        name_fold: String::new(),
        search_fold: String::new(),
        email: Some(format!("{}@seaside.example", first.to_lowercase())),
        job_title: "Porter".into(),
        language: None,
        site_id,
        department_id: None,
        team_id: None,
        manager_id: None,
        started_on: None,
        left_on: None,
        in_finder: true,
        created_at: now,
        version: 1,
    }
}

/// The mails in the outbox as (kind, address, text), oldest first.
pub fn list_mails(conn: &mut Conn) -> QueryResult<Vec<(String, String, String)>> {
    use crate::db::schema::mail;
    use diesel::prelude::*;
    mail::table.order(mail::id).select((mail::kind, mail::to_address, mail::text_body)).load(conn)
}
