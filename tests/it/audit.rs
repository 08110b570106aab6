//! LS3: what somebody may have to answer for is written down once, with who, what, when and from where, and nobody changes
//! it unnoticed.

use diesel::connection::SimpleConnection;
use peopleworthy::directory::import;
use peopleworthy::ids::CategoryId;
use peopleworthy::people::audit::{NewEntry, What};
use peopleworthy::people::audit_store::{self, Entry, Wanted};
use peopleworthy::people::code::Subject;
use peopleworthy::people::role_store;
use peopleworthy::pulse::survey::State;
use peopleworthy::voice::category::Route;
use peopleworthy::voice::category_store;

use crate::access::routes;
use crate::house::cast::PASSWORD;
use crate::house::{Browser, House};

const ROUTES: &str = include_str!("../../src/routes.rs");

fn newest(house: &House, limit: i64) -> Vec<Entry> {
    house.read(move |conn| audit_store::list(conn, &Wanted { limit, ..Wanted::default() }))
}

fn count(house: &House) -> i64 {
    house.read(audit_store::count)
}

/// The entries that something makes, oldest first.
fn made_by(house: &House, deed: impl FnOnce()) -> Vec<Entry> {
    let before = count(house);
    deed();
    let mut entries = newest(house, count(house) - before);
    entries.reverse();
    entries
}

fn sql(house: &House, sql: &str) {
    let sql = sql.to_owned();
    house.write(move |deed| deed.conn.batch_execute(&sql));
}

/// What is there for routes to work on.
fn prepare(house: &House) {
    let people = "employee_number,given_name,family_name,email,site\nnora,Nora,Lind,nora@staff.example,seaside\n\
                  omar,Omar,Aziz,omar@staff.example,seaside\n";
    assert!(!house.run(import::people(&house.app, people.as_bytes(), false)).unwrap().is_refused());
    let ada = house.staff("ada");
    ada.post(&format!("/admin/people/{}/invite", house.person("omar")), &[]).is(303);
    ada.post(&format!("/admin/people/{}/aliases", house.person("tomas")), &[("alias", "Tommy")]).is(303);
    // She is with HR too, and what is compared is chosen: else there is no table to take along.
    ada.post("/admin/roles", &[("person", &house.person("ada").to_string()), ("role", "hr")]).is(303);
    // With another role one signs in anew.
    house.staff("ada").open("/insights/link/choice").form("/insights/link/choice").submit().is(200);
    house.all_mails();
}

fn work() -> CategoryId {
    "766f6963-6500-4000-8000-000000000002".parse().unwrap()
}

fn equipment() -> CategoryId {
    "766f6963-6500-4000-8000-000000000001".parse().unwrap()
}

/// Does what a route is for, as an administrator does it. Whoever adds a route that changes something adds a line here.
fn does(house: &House, ada: &Browser, route: &str) {
    let lena = format!("/admin/people/{}", house.person("lena"));
    let code = |subject| house.code(subject).id;
    match route {
        "/admin/people" => {
            ada.post(route, &[("given_name", "Bea"), ("family_name", "Silva"), ("site", "seaside")]).is(303);
        }
        "/admin/people/import" => {
            let csv = "employee_number,given_name,family_name,site\npia,Pia,Roth,seaside\n";
            ada.post(route, &[("step", "import"), ("csv", csv)]).is(200);
        }
        "/admin/people/{id}" => drop(ada.open(&lena).form(&lena).fill("job_title", "Head waiter").submit().is(200)),
        "/admin/people/{id}/leave" => {
            drop(ada.post(&format!("/admin/people/{}/leave", house.person("yuki")), &[]).is(303))
        }
        "/admin/people/{id}/own-code" => {
            ada.post(&format!("/admin/people/{}/own-code", house.person("bruno")), &[]).is(200);
        }
        "/admin/people/entry" => {
            ada.post(route, &[("person", &format!("{}.0", house.person("nora")))]).is(200).says("One invitation");
        }
        "/admin/people/{id}/invite" => {
            ada.post(&format!("/admin/people/{}/invite", house.person("nora")), &[]).is(303);
        }
        "/admin/people/{id}/aliases" => drop(ada.post(&format!("{lena}/aliases"), &[("alias", "Lenchen")]).is(303)),
        "/admin/people/{id}/aliases/{alias}/remove" => {
            ada.open(&format!("/admin/people/{}", house.person("tomas"))).form("/aliases/").submit().is(200);
        }
        "/admin/sites" => {
            let new =
                ada.open("/admin/sites/new").form(route).fill("name", "Lakeside").fill("time_zone", "Europe/Rome");
            new.choose("languages", "en").submit().is(200);
        }
        "/admin/sites/{slug}" => {
            ada.open("/admin/sites/harbour").form("/admin/sites/harbour").fill("name", "Old Harbour").submit().is(200);
        }
        "/admin/sites/{slug}/places" => drop(ada.post("/admin/sites/seaside/places", &[("name", "Lobby")]).is(303)),
        "/admin/sites/{slug}/places/{id}/remove" => {
            let place = house.place("harbour");
            ada.post(&format!("/admin/sites/harbour/places/{place}/remove"), &[]).is(303);
        }
        "/admin/organisation" => {
            ada.open(route).form(route).fill("values", "One\nTwo\nThree\nFour\nFive").submit().is(200);
        }
        "/admin/roles" => {
            ada.post(
                route,
                &[("person", &house.person("lena").to_string()), ("role", "responder"), ("site", "seaside")],
            )
            .is(303);
        }
        "/admin/roles/{id}/remove" => {
            let eva = house.person("eva");
            let held = house.read(role_store::list_held).into_iter().find(|held| held.person_id == eva).unwrap();
            ada.post(&format!("/admin/roles/{}/remove", held.id), &[]).is(303);
        }
        "/admin/codes" => drop(ada.post(route, &[("site", "seaside"), ("level", "person")]).is(303)),
        "/admin/codes/{id}/revoke" => {
            ada.post(&format!("/admin/codes/{}/revoke", code(Subject::Site(house.site("seaside")))), &[]).is(303);
        }
        "/admin/codes/{id}/replace" => {
            ada.post(&format!("/admin/codes/{}/replace", code(Subject::Organisation)), &[]).is(303);
        }
        "/admin/mail/test" => drop(ada.post(route, &[("to", "ada@staff.example")]).is(200)),
        "/admin/mail/again" => {
            sql(house, "UPDATE mail SET state = 'failed'");
            ada.post(route, &[]).is(303);
        }
        "/admin/mail/{id}/again" => {
            house.all_mails();
            sql(house, "UPDATE mail SET state = 'failed'");
            let again = ada.open("/admin/mail").form("again");
            let one = again.action.clone();
            assert!(
                one.len() > "/admin/mail/again".len() || ada.open("/admin/mail").has_form("/admin/mail/0"),
                "{one}"
            );
            let id = ada.open("/admin/mail").body().split("/admin/mail/0").nth(1).unwrap()[..35].to_owned();
            ada.post(&format!("/admin/mail/0{id}/again"), &[]).is(303);
        }
        "/admin/voice/channels" => {
            ada.open(route)
                .form(route)
                .fill("channels", "The ombudsman, 0800 1")
                .choose("eu_mode", "on")
                .submit()
                .is(200);
        }
        "/admin/voice/categories" => drop(ada.post(route, &[("name", "Parking")]).is(303)),
        "/admin/voice/categories/{id}" => {
            let path = format!("/admin/voice/categories/{}", work());
            ada.open(&path).form(&path).fill("keep_days", "365").submit().is(200);
        }
        "/admin/voice/categories/{id}/retire" => {
            ada.post(&format!("/admin/voice/categories/{}/retire", equipment()), &[]).is(303);
        }
        "/admin/voice/routes" => {
            let (category, person) = (work().to_string(), house.person("lena").to_string());
            ada.post(route, &[("category", &category), ("deed", "owner"), ("person", &person)]).is(303);
        }
        "/admin/voice/routes/remove" => {
            let owner_id = house.person("lena");
            let new = Route { category_id: work(), site_id: None, owner_id, deputy_id: None };
            house.write(move |deed| category_store::set_route(deed.conn, new, deed.now));
            ada.post(route, &[("category", &work().to_string())]).is(303);
        }
        other => panic!("say in tests/it/audit.rs how {other} is used, and make it write one audit entry (Me::entry)"),
    }
}

on_both! {
    fn ls3_every_change_by_an_administrator_and_every_file_makes_exactly_one_entry(house) {
        prepare(house);
        let ada = house.staff("ada");
        let who = house.person("ada");
        let mut walked = 0;
        let survey = crate::pulse::standing(house, State::Closed).to_string();
        for (method, route) in routes(ROUTES) {
            let entries = match method {
                "POST" if route.starts_with("/admin") => made_by(house, || does(house, &ada, &route)),
                "GET" if route.ends_with(".csv") => {
                    let route = route.replace("{id}", &survey).replace("{site}", "seaside");
                    made_by(house, || drop(ada.open(&route).is(200)))
                }
                _ => continue,
            };
            let said: Vec<_> = entries.iter().map(|entry| format!("{} {}: {}", entry.what, entry.about, entry.detail)).collect();
            assert_eq!(entries.len(), 1, "{method} {route} {said:?}");
            let expected = if method == "GET" { What::Exported } else { What::Administered };
            assert_eq!(entries[0].what, expected.name(), "{method} {route}");
            assert_eq!(entries[0].person_id, Some(who), "{method} {route}");
            assert_eq!(entries[0].address.as_deref(), Some("127.0.0.1"), "{method} {route}");
            walked += 1;
        }
        assert!(walked >= 23, "{walked}");
        assert_eq!(house.read(audit_store::check), None);
    }

    fn ls3_what_is_refused_or_goes_wrong_is_no_change_but_a_refusal(house) {
        let rita = house.staff("rita");
        let entries = made_by(house, || drop(rita.get("/admin/roles").is(403)));
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].what.as_str(), entries[0].detail.as_str()), ("refused", "GET /admin/roles"));
        assert_eq!((entries[0].person_id, entries[0].address.as_deref()), (Some(house.person("rita")), Some("127.0.0.1")));
        let entries = made_by(house, || drop(rita.post("/admin/people", &[("given_name", "Bea")]).is(403)));
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].detail, "POST /admin/people");
        let mia = house.staff("mia");
        let path = format!("/admin/people/{}", house.person("harriet"));
        let entries = made_by(house, || drop(mia.get(&path).is(403)));
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].detail, "GET /admin/people/{id}", "without the key of anybody");
        let ada = house.staff("ada");
        assert!(made_by(house, || drop(ada.post("/admin/roles", &[]).is(422))).is_empty());
        assert!(made_by(house, || drop(ada.get("/admin/nowhere").is(404))).is_empty());
        assert!(made_by(house, || drop(house.guest().get("/admin/roles").is(303))).is_empty());
    }

    fn ls3_signing_in_and_failing_to_makes_one_entry_each(house) {
        let tries = |who: &str, secret: &str| {
            made_by(house, || drop(house.guest().open("/sign-in").form("/sign-in").fill("who", who).fill("secret", secret).post()))
        };
        let entries = tries("amina@staff.example", PASSWORD);
        assert_eq!(entries.len(), 1);
        assert_eq!((entries[0].what.as_str(), entries[0].detail.as_str()), ("signed_in", "signed in"));
        assert_eq!((entries[0].person_id, entries[0].address.as_deref()), (Some(house.person("amina")), Some("127.0.0.1")));
        let account = entries[0].about_id.clone();
        for (who, about) in [("amina@staff.example", account), ("nobody@staff.example", None)] {
            let entries = tries(who, "not this one, surely");
            assert_eq!(entries.len(), 1, "{who}");
            assert_eq!((entries[0].what.as_str(), entries[0].detail.as_str()), ("signed_in", "failed"));
            assert_eq!((entries[0].person_id, entries[0].address.as_deref()), (None, None), "it is not known who that was");
            assert_eq!(entries[0].about_id, about);
        }
    }

    fn ls3_an_entry_that_is_edited_deleted_moved_or_cut_off_is_found(house) {
        for number in 0..8 {
            house.write(move |deed| {
                let entry = NewEntry::by_nobody(What::Administered, "test").detail(&number.to_string());
                audit_store::record(deed.conn, &entry, deed.now)
            });
        }
        let last = count(house);
        assert_eq!(house.read(audit_store::check), None);
        let swap = "UPDATE audit_entry SET seq = -1 WHERE seq = 4; UPDATE audit_entry SET seq = 4 WHERE seq = 5; \
                    UPDATE audit_entry SET seq = 5 WHERE seq = -1";
        for (how, back, found) in [
            ("UPDATE audit_entry SET detail = 'x' WHERE seq = 3", "UPDATE audit_entry SET detail = 'KEPT' WHERE seq = 3", 3),
            ("UPDATE audit_entry SET address = '10.0.0.1' WHERE seq = 6", "UPDATE audit_entry SET address = NULL WHERE seq = 6", 6),
            ("UPDATE audit_entry SET happened_at = happened_at + 1 WHERE seq = 2", "UPDATE audit_entry SET happened_at = happened_at - 1 WHERE seq = 2", 2),
            (swap, swap, 4),
        ] {
            let kept = newest(house, 100).into_iter().find(|entry| entry.seq == 3).unwrap().detail;
            sql(house, how);
            assert_eq!(house.read(audit_store::check), Some(found), "{how}");
            assert_eq!(house.read(audit_store::check_newest), Some(found), "{how}");
            sql(house, &back.replace("KEPT", &kept));
            assert_eq!(house.read(audit_store::check), None, "{back}");
        }
        sql(house, "DELETE FROM audit_entry WHERE seq = 5");
        assert_eq!(house.read(audit_store::check), Some(5), "taken out");
        let otto = house.staff("otto");
        otto.open("/admin/audit?check=all").is(200).says("Entry 5 is not as it was written");
        sql(house, &format!("DELETE FROM audit_entry WHERE seq >= 5 AND seq <= {}", last + 9));
        assert_eq!(house.read(audit_store::check), Some(5), "the end cut off");
    }

    fn ls3_of_many_who_write_at_once_all_stand_in_one_chain(house) {
        let before = count(house);
        let threads: Vec<_> = (0..8).map(|writer| {
            let app = house.app.clone();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                for number in 0..25 {
                    runtime.block_on(app.write(move |deed| {
                        let entry = NewEntry::by_nobody(What::Administered, "test").detail(&format!("{writer} {number}"));
                        audit_store::record(deed.conn, &entry, deed.now)
                    })).unwrap();
                }
            })
        }).collect();
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        assert_eq!(count(house), before + 200);
        assert_eq!(house.read(audit_store::check), None);
    }

    fn the_log_is_listed_filtered_paged_and_handed_out_as_a_file(house) {
        sql(house, "UPDATE person SET given_name = '=1+1' WHERE employee_number = 'mia'");
        let person = house.person("mia");
        house.write(move |deed| {
            for number in 0..60 {
                let entry = NewEntry::new(person, What::Handled, "test", None).detail(&format!("number {number}"));
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(())
        });
        let otto = house.staff("otto");
        let page = otto.open("/home");
        page.link("/admin/audit");
        let first = otto.open("/admin/audit?what=handled").is(200);
        assert_eq!(first.count("tbody tr"), 50);
        first.says("number 59").lacks("number 9<").lacks("signed in");
        let second = otto.open(&first.link("before=")).is(200);
        assert_eq!(second.count("tbody tr"), 10);
        second.says("number 0");
        otto.open("/admin/audit?who=otto").is(200).says("signed in").lacks("number 1");
        otto.open("/admin/audit?who=zzz").is(200).says("Nobody has this employee number");
        assert_eq!(otto.get("/admin/audit?what=nonsense").status, 404);
        let file = otto.open("/admin/audit.csv?what=handled").is(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        let text = file.body();
        assert_eq!(text.lines().count(), 61);
        assert!(text.contains(",'=1+1 Petrova,") && !text.contains(",=1"), "{}", &text[..400]);
    }


    fn ls3_who_keeps_a_page_open_has_opened_it_once_an_hour(house) {
        let [path, other] = ["Walrus told me to smile", "Another walrus"].map(|what| house.staff("rosa").confides(what));
        let (clara, carl) = (house.staff("clara"), house.staff("carl"));
        let entries = made_by(house, || {
            drop(clara.get(&path).is(200));
            drop(clara.get(&path).is(200));
            drop(clara.post(&format!("{path}/reply"), &[]).is(422));
        });
        assert_eq!(entries.len(), 1, "{entries:?}");
        assert_eq!((entries[0].what.as_str(), entries[0].person_id), ("opened", Some(house.person("clara"))));
        assert_eq!(entries[0].address.as_deref(), Some("127.0.0.1"));
        assert_eq!(made_by(house, || drop(carl.get(&path).is(200))).len(), 1, "another reader is another entry");
        assert_eq!(made_by(house, || drop(clara.get(&other).is(200))).len(), 1, "another matter is another entry");
        house.later(3_599);
        clara.sign_in_as("clara");
        assert!(made_by(house, || drop(clara.get(&path).is(200))).is_empty());
        house.later(1);
        assert_eq!(made_by(house, || drop(clara.get(&path).is(200))).len(), 1, "an hour later it is opened anew");
        let entries = made_by(house, || drop(clara.post(&format!("{path}/remark"), &[("remark", "Ask Carl")]).is(303)));
        assert_eq!((entries[0].what.as_str(), entries[0].address.as_deref()), ("handled", Some("127.0.0.1")));
    }
}
