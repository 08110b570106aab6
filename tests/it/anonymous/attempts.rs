//! AN15: attempts to find out who wrote. Whatever somebody with power over the directory does to a person, nothing that is
//! listed of the anonymous threads changes by a byte; and what would help them does not exist.

use peopleworthy::config::SETTINGS;
use peopleworthy::ids::PersonId;
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::site::Unit;
use peopleworthy::people::{account_store, person_store, role_store};

use super::{TABLES, count, lines};
use crate::house::House;

/// Everything that anybody can list of the threads.
fn listings(house: &House, receipt: &str) -> Vec<String> {
    let carl = house.staff("carl");
    let list = carl.open("/voice/threads").is(200).body();
    let ids: Vec<String> = list.split("href=\"/voice/threads/").skip(1).map(|part| part[..36].to_owned()).collect();
    assert_eq!(ids.len(), 3);
    let mut all = vec![list];
    // The thread's page without what is new in every form.
    all.extend(ids.iter().map(|id| carl.open(&format!("/voice/threads/{id}")).is(200).text()));
    let guest = house.guest();
    all.push(guest.comes_back(receipt).is(200).text());
    all.push(guest.open("/voice/answers?site=seaside").is(200).text());
    all.push(guest.open("/voice/answers?site=harbour").is(200).text());
    let columns = "handle || ' ' || state || ' ' || received_on || ' ' || acknowledge_due_on || ' ' || feedback_due_on";
    all.extend(lines(house, &format!("SELECT {columns} AS one FROM anon_thread ORDER BY handle")));
    all
}

fn without_figures(mut listings: Vec<String>) -> Vec<String> {
    // The handler's own bar counts praise they have not read, and pages name their generation.
    listings[0] = listings[0].split("<main").nth(1).unwrap().to_owned();
    listings
}

on_both! {
    fn an15_nothing_that_is_done_to_a_person_changes_what_is_listed(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "First of three");
        phone.writes("seaside", "Second of three");
        phone.writes("seaside", "Third of three");
        house.collects();
        let carl = house.staff("carl");
        carl.first_thread().form("/answer").fill("text", "Thank you").submit().is(200);
        let before = without_figures(listings(house, &receipt));
        let unchanged = |attempt: &str, number: &str| {
            assert_eq!(without_figures(listings(house, &receipt)), before, "{attempt} {number} can be seen");
        };
        let mut attempts = 0;
        let ada = house.staff("ada");
        for number in ["amina", "tomas", "lena", "bruno", "rita", "mia", "harriet"] {
            let person: PersonId = house.person(number);
            house.write(move |deed| {
                let mut changed = person_store::find_person(deed.conn, person)?.unwrap();
                changed.given_name = "Renamed".into();
                changed.preferred_name = None;
                person_store::update_person(deed.conn, &changed)
            });
            unchanged("renaming", number);
            let harbour = house.site("harbour");
            house.write(move |deed| {
                let who = person_store::find_person(deed.conn, person)?.unwrap();
                let on = deed.now.utc_day();
                let to = Unit { site_id: harbour, department_id: None, team_id: None };
                person_store::move_person(deed.conn, &who, to, on, deed.now).map(drop)
            });
            unchanged("moving", number);
            house.write(move |deed| {
                let account = account_store::find_of_person(deed.conn, person)?.unwrap();
                account_store::set_disabled(deed.conn, account.id, Some(deed.now))
            });
            unchanged("disabling", number);
            house.write(move |deed| {
                let today = deed.now.utc_day();
                person_store::set_left_on(deed.conn, person, Some(today))
            });
            unchanged("letting go", number);
            assert!(!ada.open("/admin/people.csv").is(200).body().contains("of three"));
            unchanged("exporting with", number);
            attempts += 5;
        }
        assert!(attempts >= 20);
    }

    fn an15_what_would_help_to_find_out_does_not_exist(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "Canary of the cellar");
        house.collects();
        let path = house.staff("carl").open("/voice/threads").link("/voice/threads/");
        let mut attempts = 0;
        // Nobody but a handler opens, counts or finds a thread, whatever else they are.
        for number in ["amina", "rita", "mia", "harriet", "eva", "otto", "ada"] {
            let who = house.staff(number);
            assert_eq!((who.get("/voice/threads").status, who.get(&path).status), (403, 404), "{number}");
            for search in ["/people?q=Canary", "/admin/people?q=cellar", "/home", "/wall", "/inbox"] {
                assert!(!who.open(search).body().contains("cellar of") && !who.open(search).body().contains("Canary of"));
            }
            attempts += 2;
        }
        // No view as somebody else, no counts of who wrote, no list of who looked, no way to shorten a window.
        let ada = house.staff("ada");
        for nowhere in [
            "/admin/voice/anonymous", "/admin/voice/threads", "/admin/people/view-as", "/admin/voice/vouchers", "/voice/threads.csv",
            "/admin/voice/windows", "/voice/anonymous/log", "/voice/receipt/readers", "/voice/answers/readers",
        ] {
            assert_eq!(ada.get(nowhere).status, 404, "{nowhere}");
            attempts += 1;
        }
        for setting in SETTINGS {
            for word in ["collect", "batch", "window", "anon", "jitter", "digest"] {
                assert!(!setting.key.contains(word), "{} may shorten a window", setting.key);
            }
        }
        // A right that is given for a while shows what every handler sees, and nothing of who wrote it.
        let amina = house.person("amina");
        let grant = Grant { role: Role::ConfidentialHandler, site_id: None, department_id: None };
        house.write(move |deed| role_store::add_grant(deed.conn, amina, grant, deed.now));
        let amina = house.staff("amina");
        let seen = amina.open(&path).is(200);
        seen.says("Canary of the cellar").says("Nobody can know");
        for trace in ["203.0.113", "Mozilla", "12:0", "seq", &receipt] {
            seen.lacks(trace);
        }
        // Reading an answer leaves nothing behind.
        let before: Vec<String> = TABLES.iter().flat_map(|table| dump(house, table)).collect();
        let entries = count(house, "audit_entry");
        for _ in 0..3 {
            phone.comes_back(&receipt).is(200);
            phone.open("/voice/answers?site=seaside").is(200);
        }
        assert_eq!(TABLES.iter().flat_map(|table| dump(house, table)).collect::<Vec<_>>(), before);
        assert_eq!(count(house, "audit_entry"), entries);
        assert!(attempts >= 20);
    }
}

/// Every row of a table, as far as it is words and numbers.
fn dump(house: &House, table: &str) -> Vec<String> {
    let columns = match table {
        "anon_intake" => "arrived_on",
        "anon_thread" => {
            "handle || state || review || CAST(version AS TEXT) || received_on || CAST(is_news AS TEXT) \
             || COALESCE(answered_on, '') || COALESCE(acknowledged_on, '')"
        }
        _ => "CAST(seq AS TEXT) || sent_on",
    };
    lines(house, &format!("SELECT {columns} AS one FROM {table} ORDER BY 1"))
}
