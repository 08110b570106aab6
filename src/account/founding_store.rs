//! The first rows of an installation: organisation, site and the one who looks after them.

use diesel::prelude::*;

use crate::app::Deed;
use crate::db::Conn;
use crate::db::schema::{account, person};
use crate::ids::{AccountId, PersonId, RowId, SiteId};
use crate::live::Topic;
use crate::people::organisation::Organisation;
use crate::people::person::Person;
use crate::people::role::{Grant, Role};
use crate::people::site::{Site, free_slug, languages_stored};
use crate::people::{account_store, organisation_store, person_store, role_store, site_store};
use crate::views::Lang;

/// Monday to Friday; one bit a weekday, Monday the lowest.
const WORKING_DAYS: i32 = 0b001_1111;

/// What the first administrator says, or what stands in for it.
#[derive(Clone, Debug)]
pub(super) struct Founding {
    pub organisation: String,
    pub site: String,
    pub time_zone: String,
    pub lang: Lang,
    pub name: String,
    pub email: String,
}

/// The site that somebody new belongs to: the first there is; made, with the organisation, if there is none.
pub(super) fn ground(deed: &mut Deed, founding: &Founding) -> QueryResult<SiteId> {
    if organisation_store::find_organisation(deed.conn)?.is_none() {
        organisation_store::insert_organisation(deed.conn, &new_organisation(deed, founding))?;
    }
    if let Some(first) = site_store::list_sites(deed.conn)?.first() {
        return Ok(first.id);
    }
    let taken = site_store::list_slugs(deed.conn)?;
    let slug = free_slug(&founding.site, |slug| taken.iter().any(|(other, _)| other == slug));
    let site = new_site(deed, founding, slug);
    site_store::insert_site(deed.conn, &site)?;
    Ok(site.id)
}

/// Enters the administrator, who has no password yet. The one person in the directory with this address is meant, if
/// there is one without an account.
pub(super) fn administrator(deed: &mut Deed, founding: &Founding, site: SiteId) -> QueryResult<AccountId> {
    let person = match find_without_account(deed.conn, &founding.email)? {
        Some(known) => known,
        None => {
            let number = person_store::next_employee_number(deed.conn)?;
            let person = new_person(deed, founding, site, number);
            person_store::insert_person(deed.conn, &person)?;
            deed.touch(Topic::Directory);
            person.id
        }
    };
    make_admin(deed, person)?;
    account_store::insert(deed.conn, person, Some(&founding.email), deed.now)
}

fn find_without_account(conn: &mut Conn, email: &str) -> QueryResult<Option<PersonId>> {
    let ids: Vec<PersonId> = person::table
        .left_join(account::table)
        .filter(person::email.eq(email))
        .filter(account::id.is_null())
        .select(person::id)
        .limit(2)
        .load(conn)?;
    Ok(if ids.len() == 1 { ids.first().copied() } else { None })
}

/// Gives the role that looks after the installation; true if they did not hold it.
pub(super) fn make_admin(deed: &mut Deed, person: PersonId) -> QueryResult<bool> {
    role_store::add_grant(deed.conn, person, Grant { role: Role::Admin, site_id: None, department_id: None }, deed.now)
}

fn new_organisation(deed: &Deed, founding: &Founding) -> Organisation {
    Organisation {
        id: RowId::new(deed.now),
        name: founding.organisation.clone(),
        language: founding.lang.tag().into(),
        languages: languages_stored(Lang::ALL),
        created_at: deed.now,
        version: 1,
    }
}

fn new_site(deed: &Deed, founding: &Founding, slug: String) -> Site {
    Site {
        id: SiteId::new(deed.now),
        parent_id: None,
        name: founding.site.clone(),
        name_fold: crate::fold::fold(&founding.site),
        slug,
        time_zone: founding.time_zone.clone(),
        languages: founding.lang.tag().into(),
        country: String::new(),
        working_days: WORKING_DAYS,
        wall_is_public: false,
        created_at: deed.now,
        version: 1,
    }
}

/// The last word is the family name, which can be put right later.
fn new_person(deed: &Deed, founding: &Founding, site_id: SiteId, employee_number: String) -> Person {
    let (given, family) = founding.name.rsplit_once(' ').unwrap_or((&founding.name, ""));
    Person {
        id: PersonId::new(deed.now),
        employee_number,
        number_fold: String::new(),
        given_name: given.into(),
        family_name: family.into(),
        preferred_name: None,
        name_fold: String::new(),
        search_fold: String::new(),
        email: Some(founding.email.clone()),
        job_title: String::new(),
        language: Some(founding.lang.tag().into()),
        site_id,
        department_id: None,
        team_id: None,
        manager_id: None,
        started_on: None,
        left_on: None,
        in_finder: true,
        created_at: deed.now,
        version: 1,
    }
}
