//! For tests: an app on a fresh file with a clock that stands still, and somebody in it.

use std::sync::Arc;

use diesel::prelude::*;

use crate::app::App;
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::schema::{organisation, person, person_role, site};
use crate::db::{Db, upgrade};
use crate::fold::fold;
use crate::ids::{AccountId, PersonId, RowId, SiteId};
use crate::live::Hub;
use crate::people::account::Account;
use crate::people::role::Role;
use crate::people::{account_store, passwords};
use crate::secrets::Secrets;
use crate::views::Views;

/// 2026-11-21 12:00 UTC.
pub const NOON: i64 = 1_795_262_400;

/// An app, and the folder that goes when the test is over.
pub struct House {
    pub app: App,
    _folder: tempfile::TempDir,
}

impl std::ops::Deref for House {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}

impl House {
    /// An empty house under these settings (names without the prefix).
    pub fn with(settings: &[(&str, &str)]) -> House {
        crate::secrets::install_crypto();
        let folder = tempfile::tempdir().unwrap();
        let mut values: std::collections::BTreeMap<String, String> =
            settings.iter().map(|(k, v)| (format!("PEOPLEWORTHY_{k}"), (*v).to_owned())).collect();
        values.insert("PEOPLEWORTHY_DATA_DIR".into(), folder.path().display().to_string());
        let config = Config::read(&values, "").unwrap();
        let clock = Clock::standing_at(Moment::from_micros(NOON * 1_000_000));
        upgrade::run(&config.database, &clock).unwrap();
        let app = App {
            db: Db::open(&config.database, 4).unwrap(),
            config: Arc::new(config),
            views: Arc::new(Views::load_with(clock.clone()).unwrap()),
            clock,
            live: Hub::default(),
            secrets: Secrets::from_bytes(b"a house for tests"),
        };
        House { app, _folder: folder }
    }

    /// An empty house at an https address.
    pub fn empty() -> House {
        House::with(&[("BASE_URL", "https://praise.example")])
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
                let site = site_of(deed.conn, deed.now)?;
                let person = insert_person(deed.conn, &first, site, deed.now)?;
                for role in &roles {
                    diesel::insert_into(person_role::table)
                        .values((
                            person_role::id.eq(RowId::new(deed.now)),
                            person_role::person_id.eq(person),
                            person_role::role.eq(role.name()),
                        ))
                        .execute(deed.conn)?;
                }
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

    /// An account as it is now.
    pub async fn account(&self, id: AccountId) -> Account {
        self.app.read(move |conn| account_store::find(conn, id)).await.unwrap().unwrap()
    }
}

fn site_of(conn: &mut crate::db::Conn, now: Moment) -> QueryResult<SiteId> {
    if let Some(id) = site::table.select(site::id).first(conn).optional()? {
        return Ok(id);
    }
    diesel::insert_into(organisation::table)
        .values((
            organisation::id.eq(RowId::new(now)),
            organisation::name.eq("Seaside Hotels"),
            organisation::language.eq("en"),
            organisation::languages.eq("en,de"),
            organisation::created_at.eq(now),
            organisation::version.eq(1),
        ))
        .execute(conn)?;
    let id = SiteId::new(now);
    diesel::insert_into(site::table)
        .values((
            site::id.eq(id),
            site::name.eq("Seaside"),
            site::name_fold.eq("seaside"),
            site::slug.eq("seaside"),
            site::time_zone.eq("Europe/London"),
            site::languages.eq("en"),
            site::country.eq("GB"),
            site::working_days.eq(31),
            site::wall_is_public.eq(false),
            site::created_at.eq(now),
            site::version.eq(1),
        ))
        .execute(conn)?;
    Ok(id)
}

fn insert_person(conn: &mut crate::db::Conn, first: &str, site: SiteId, now: Moment) -> QueryResult<PersonId> {
    let id = PersonId::new(now);
    diesel::insert_into(person::table)
        .values((
            person::id.eq(id),
            person::employee_number.eq(first),
            person::number_fold.eq(fold(first)),
            person::given_name.eq(first),
            person::family_name.eq("Osei"),
            person::job_title.eq("Porter"),
            person::site_id.eq(site),
            person::in_finder.eq(true),
            person::created_at.eq(now),
            person::version.eq(1),
        ))
        .execute(conn)?;
    Ok(id)
}
