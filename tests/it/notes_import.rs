//! `import notes`: what was said long ago.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use peopleworthy::db::schema::note_recipient;
use peopleworthy::ids::SiteId;
use peopleworthy::people::person_store;
use peopleworthy::people::site::Unit;

on_both! {
    fn an_old_note_belongs_to_the_place_where_the_person_was_then(house) {
        let (amina, harbour) = (house.person("amina"), house.site("harbour"));
        house.write(move |deed| {
            let who = person_store::find_person(deed.conn, amina)?.unwrap();
            let to = Unit { site_id: harbour, department_id: None, team_id: None };
            person_store::move_person(deed.conn, &who, to, "2026-03-10".parse().unwrap(), deed.now)
        });
        // Lisbon's midnight is the border: the moments are an hour before and after it.
        let file = "site,received_at,kind,person,text\n\
            seaside,2026-03-09T23:00:00Z,praise,amina,Found the rabbit\n\
            seaside,2026-03-10T01:00:00Z,praise,amina,Found the hat\n";
        let report = house.run(peopleworthy::notes_import::run(&house.app, file.as_bytes(), false)).unwrap();
        assert!(report.done, "{report}");
        let places: Vec<SiteId> = house.read(move |conn| {
            let shares = note_recipient::table.filter(note_recipient::person_id.eq(amina));
            shares.order(note_recipient::sent_at).select(note_recipient::site_id).load(conn)
        });
        assert_eq!(places, [house.site("seaside"), harbour]);
    }
}
