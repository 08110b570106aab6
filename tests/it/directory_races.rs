//! What happens to people and their roles while somebody else changes the same.

use diesel::prelude::*;
use peopleworthy::app::Deed;
use peopleworthy::clock::Day;
use peopleworthy::db::QueryResult;
use peopleworthy::db::schema::person;
use peopleworthy::directory::import;
use peopleworthy::ids::{PersonId, RowId};
use peopleworthy::live::Topic;
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::{audit_store, person_store, role_store};

use crate::house::House;
use crate::voice_races::while_under_way;

const ADMIN: Grant = Grant { role: Role::Admin, site_id: None, department_id: None };

/// A change that the audit log will tell of, as every change of the directory.
fn told(change: impl Fn(&mut Deed) -> QueryResult<()> + Send + 'static) -> impl Fn(&mut Deed) -> QueryResult<()> {
    move |deed| {
        audit_store::hold(deed.conn)?;
        change(deed)
    }
}

/// The keys of what somebody holds.
fn held(house: &House, who: PersonId) -> Vec<RowId> {
    house.read(move |conn| {
        Ok(role_store::list_held(conn)?.into_iter().filter(|held| held.person_id == who).map(|held| held.id).collect())
    })
}

fn admins(house: &House) -> usize {
    house.read(|conn| Ok(role_store::list_held(conn)?.into_iter().filter(|held| held.grant == ADMIN).count()))
}

on_both! {
    fn of_two_administrators_who_take_each_others_role_at_once_one_stays(house) {
        let (ada, otto) = (house.staff("ada"), house.person("otto"));
        house.write(move |deed| role_store::add_grant(deed.conn, otto, ADMIN, deed.now));
        let id = held(house, house.person("ada"))[0];
        let takes = told(move |deed| role_store::remove_grant(deed.conn, otto, ADMIN).map(drop));
        while_under_way(house, takes, || {
            ada.post(&format!("/admin/roles/{id}/remove"), &[]).is(422).problem("who");
        });
        assert_eq!(admins(house), 1);
    }

    fn of_two_administrators_who_leave_at_once_one_stays(house) {
        let (ada, otto) = (house.staff("ada"), house.person("otto"));
        house.write(move |deed| role_store::add_grant(deed.conn, otto, ADMIN, deed.now));
        let last = "2026-11-20".parse().unwrap();
        let leaves = told(move |deed| person_store::set_left_on(deed.conn, otto, Some(last)).map(drop));
        let me = house.person("ada");
        while_under_way(house, leaves, || {
            ada.post(&format!("/admin/people/{me}/leave"), &[("left_on", "2026-11-20")]).is(422);
        });
        ada.open("/admin/roles").is(200);
    }

    fn a_file_does_not_take_the_last_administrator_away_while_the_other_one_goes(house) {
        let (ada, otto) = (house.person("ada"), house.person("otto"));
        house.write(move |deed| role_store::add_grant(deed.conn, otto, ADMIN, deed.now));
        let file = "employee_number,left_on\nada,2026-11-20\n";
        let takes = told(move |deed| {
            deed.touch(Topic::Directory);
            role_store::remove_grant(deed.conn, otto, ADMIN).map(drop)
        });
        while_under_way(house, takes, || {
            let read = house.run(import::people(&house.app, file.as_bytes(), false)).unwrap();
            assert!(read.is_refused(), "{read}");
        });
        let left = house.read(move |conn| person::table.find(ada).select(person::left_on).first::<Option<Day>>(conn));
        assert_eq!(left, None);
    }

    fn a_role_that_is_given_twice_at_once_is_held_once(house) {
        let (ada, sven) = (house.staff("ada"), house.person("sven"));
        let hr = Grant { role: Role::Hr, ..ADMIN };
        let gives = told(move |deed| role_store::add_grant(deed.conn, sven, hr, deed.now).map(drop));
        while_under_way(house, gives, || {
            ada.post("/admin/roles", &[("person", &sven.to_string()), ("role", "hr")]).is(303);
        });
        assert_eq!(held(house, sven).len(), 1);
    }

    fn who_changes_somebody_whom_another_one_is_changing_reads_so(house) {
        let (harriet, rosa) = (house.staff("harriet"), house.person("rosa"));
        let path = format!("/admin/people/{rosa}");
        let page = harriet.open(&path).is(200);
        let changes = told(move |deed| {
            let new = (person::job_title.eq("Head of the kitchen"), person::version.eq(person::version + 1));
            diesel::update(person::table.find(rosa)).set(new).execute(deed.conn).map(drop)
        });
        while_under_way(house, changes, || {
            page.form(&path).fill("job_title", "Cook").submit().is(409);
        });
        assert_eq!(harriet.open(&path).is(200).value("job_title"), "Head of the kitchen");
    }
}
