//! Who may go where: every route of the house asked as everybody, against one table (AZ1).
//!
//! The table is `access.txt` beside this file. A route that is not in it, or answers somebody differently, fails; with
//! `WRITE_ACCESS_TABLE=1` in the environment the table is written anew, to be read like any other change.

use std::fmt::Write;

use peopleworthy::people::code::Subject;
use peopleworthy::people::contact::stop_token;
use peopleworthy::people::contact_store;
use peopleworthy::pulse::survey::State;
use regex::Regex;

use crate::house::journeys::{category, follow_link, note_links};
use crate::house::wire::{Heard, Wire};
use crate::house::{Browser, House};

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/access.txt");
const ROUTES: &str = include_str!("../../src/routes.rs");

/// Everybody, and what the table calls them. The first two have no account.
const WHO: [(&str, &str); 18] = [
    ("", "outsider"),
    ("", "sender"),
    ("amina", "praised"),
    ("tomas", "teammate"),
    ("yuki", "elsewhere"),
    ("rita", "responder-here"),
    ("hugo", "responder-there"),
    ("mia", "manager"),
    ("harriet", "hr"),
    ("carl", "handler"),
    ("eva", "executive"),
    ("otto", "auditor"),
    ("ada", "admin"),
    ("rosa", "raiser"),
    ("sven", "supporter"),
    ("xenia", "excluded"),
    ("olga", "owner"),
    ("clara", "handler-here"),
];

/// Every method and path in the text of routes.rs, in its order.
pub fn routes(text: &str) -> Vec<(&'static str, String)> {
    let address = Regex::new(r#"\.routes?\(\s*"([^"]+)""#).unwrap();
    let handler = Regex::new(r"\b(page|get|post)\(\)\.to\(").unwrap();
    let starts: Vec<usize> = address.find_iter(text).map(|one| one.start()).chain([text.len()]).collect();
    let entries = starts.windows(2).map(|ends| &text[ends[0]..ends[1]]);
    entries
        .flat_map(|entry| {
            let path = &address.captures(entry).unwrap()[1];
            let methods = handler.captures_iter(entry).map(|one| if &one[1] == "post" { "POST" } else { "GET" });
            methods.map(|method| (method, path.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn the_reader_of_routes_finds_them_in_all_their_forms() {
    let text = r#"house.route("/a", get().to(x)).routes("/b/{id}", [page().to(y), post().to(z)])
        .routes(
            "/c",
            [get().to(y), post().to(z)],
        ).route("/d", post().to(crate::get::it));"#;
    let expected =
        [("GET", "/a"), ("GET", "/b/{id}"), ("POST", "/b/{id}"), ("GET", "/c"), ("POST", "/c"), ("POST", "/d")];
    assert_eq!(routes(text), expected.map(|(method, path)| (method, path.to_owned())));
    assert_eq!(ROUTES.matches("().to(").count(), routes(ROUTES).len());
}

/// Things for the placeholders to stand for: a private note for Amina, a concern at Seaside.
struct Things {
    follow: String,
    spare_follow: String,
    note: String,
    thread: String,
    unmatched: String,
    confirm: String,
    stop: String,
    seen: String,
    badge: String,
    code_id: String,
    lena: String,
    bruno: String,
    place: String,
    issue: String,
    aside: String,
    confided: String,
    taken_back: String,
    unknown: String,
    draft: String,
    launched: String,
    closed: String,
}

impl Things {
    fn made_in(house: &House) -> Things {
        let guest = house.guest();
        let sent = guest.praises_and_leaves("Amina Diallo", "A private kindness", "zoe@guest.example");
        let amina = house.staff("amina");
        let note = note_links(&amina.open("/praise/mine"))[0].clone();
        amina.post(&format!("{note}/visibility"), &[("visibility", "me")]).is(303);
        guest.raises("seaside", "A private worry");
        let worry = house.staff("rita").open("/inbox").link("/inbox/0");
        guest.praises("seaside", "Qqqq Zzzzxx", "For nobody we know");
        let queue = house.staff("rita").open("/inbox/unmatched").body();
        let waiting = queue.split("id=\"note-").nth(1).unwrap()[..36].to_owned();
        let person = house.person("amina");
        let share = house.read(move |conn| {
            use diesel::prelude::*;
            use peopleworthy::db::schema::note_recipient as share;
            let of_amina = share::table.filter(share::person_id.eq(person));
            of_amina.select(share::id).first::<peopleworthy::ids::RecipientId>(conn)
        });
        let contact = house.write(|deed| contact_store::put_contact(deed.conn, "zoe@guest.example", deed.now));
        let code = house.code(Subject::Place(house.place("seaside")));
        let question = house.mail_to("zoe@guest.example", "Is this your address?").link("/mail/confirm/");
        let olga = house.person("olga").to_string();
        let equipment = [("category", category(1)), ("person", &olga), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &equipment).is(303);
        let (rosa, sven) = (house.staff("rosa"), house.staff("sven"));
        let xenia = house.person("xenia").to_string();
        let issue = rosa.raised("The trolleys squeak on every floor", &[("person", &xenia)]);
        sven.post(&format!("{issue}/support"), &[]).is(303);
        let (aside, taken_back) = (rosa.raised("The bins", &[]), rosa.raised("The mops", &[]));
        let confided = rosa.confides("What happened on the third floor");
        guest.writes("seaside", "Nobody can know");
        house.collects();
        let unknown = house.staff("carl").first_thread().path.clone();
        let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        Things {
            follow: last(&follow_link(&sent)),
            spare_follow: last(&follow_link(&guest.praises("seaside", "Lena Fischer", "To be taken back"))),
            note: last(&note),
            thread: last(&worry),
            unmatched: waiting,
            confirm: last(&question),
            stop: stop_token(&house.app.secrets, contact),
            seen: house.app.secrets.derived_token(peopleworthy::praise::pages::give::SEEN, share.0.as_bytes()),
            badge: house.code(Subject::Person(person)).code,
            code_id: code.id.to_string(),
            lena: house.person("lena").to_string(),
            bruno: house.person("bruno").to_string(),
            place: house.place("seaside").to_string(),
            issue: last(&issue),
            aside: last(&aside),
            confided: last(&confided),
            taken_back: last(&taken_back),
            unknown: last(&unknown),
            draft: crate::pulse::standing(house, State::Draft).to_string(),
            launched: crate::pulse::standing(house, State::Launched).to_string(),
            closed: crate::pulse::standing(house, State::Closed).to_string(),
        }
    }

    /// The address of a route. What a route uses up is there for that route alone.
    fn fill(&self, method: &str, path: &str) -> String {
        let id: &str = match path {
            "/admin/people/{id}/leave" => &self.bruno,
            "/pulse/plans/{id}" | "/pulse/plans/{id}/slips" | "/pulse/plans/{id}/call-off" => &self.launched,
            _ if path.starts_with("/pulse/plans/") => &self.draft,
            _ if path.starts_with("/pulse/results/") => &self.closed,
            _ if path.starts_with("/praise/") => &self.note,
            _ if path.starts_with("/inbox/unmatched/") => &self.unmatched,
            _ if path.starts_with("/inbox/") => &self.thread,
            _ if path.starts_with("/admin/codes/") => &self.code_id,
            "/voice/{id}/aside" => &self.aside,
            "/voice/{id}/withdraw" => &self.taken_back,
            "/voice/{id}/reveal" | "/voice/{id}/remark" => &self.confided,
            _ if path.starts_with("/voice/threads/") => &self.unknown,
            _ if path.starts_with("/voice/") => &self.issue,
            _ if path.starts_with("/admin/voice/categories/") => category(2),
            _ if path.contains("/places/") => &self.place,
            _ => &self.lena,
        };
        let secret = match path {
            "/follow/{secret}/withdraw" if method == "POST" => self.spare_follow.as_str(),
            _ if path.starts_with("/follow/") => self.follow.as_str(),
            _ if path.starts_with("/mail/confirm/") => self.confirm.as_str(),
            _ => "0000000000000000000000XY",
        };
        let code = if path.starts_with("/seen/") { &self.seen } else { &self.badge };
        path.replace("{site}", "seaside")
            .replace("{slug}", "seaside")
            .replace("{hash}", "today")
            .replace("{path:.*}", "css/base.css")
            .replace("{secret}", secret)
            .replace("{token}", &self.stop)
            .replace("{code}", code)
            .replace("{alias}", "01a1fdfa-9420-7b65-ae26-66d76f7e8b57")
            .replace("{person}", &self.lena)
            .replace("{id}", id)
    }
}

fn status(browser: &Browser, method: &str, path: &str) -> u16 {
    if !path.starts_with("/health") && path.ends_with("/live") {
        let cookie = browser.cookie("__Host-pw").map(|value| format!("Cookie: __Host-pw={value}\r\n"));
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n{}\r\n", cookie.unwrap_or_default());
        let mut wire = Wire::open(browser.house);
        wire.send(request.as_bytes());
        return Heard::status_of(&wire.wait_for("\r\n", std::time::Duration::from_secs(5)));
    }
    match method {
        "GET" => browser.get(path).status,
        _ => browser.post(path, &[]).status,
    }
}

fn table(house: &House) -> String {
    let mut table = String::from(
        "What each route answers to whom. Written by tests/it/access.rs; a change here is a change of rights.\n",
    );
    for (number, (_, name)) in WHO.iter().enumerate() {
        writeln!(table, "  {:>2} {name}", number + 1).unwrap();
    }
    write!(table, "\n{:50}", "").unwrap();
    (1..=WHO.len()).for_each(|number| write!(table, "{number:>5}").unwrap());
    table.push('\n');
    let things = Things::made_in(house);
    for (method, route) in routes(ROUTES) {
        let path = things.fill(method, &route);
        write!(table, "{:50}", format!("{method} {route}")).unwrap();
        for (number, role) in WHO {
            // Only the sender holds the private link; everybody else tries one that is a letter off.
            let is_follow = route.starts_with("/follow/");
            let off = [&things.follow, &things.spare_follow].iter().fold(path.clone(), |path, secret| {
                path.replace(*secret, &format!("{}{}", &secret[..23], changed(secret)))
            });
            let path = if is_follow && role != "sender" { &off } else { &path };
            let browser = if number.is_empty() { house.guest() } else { house.staff(number) };
            write!(table, "{:>5}", status(&browser, method, path)).unwrap();
        }
        table.push('\n');
    }
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n") + "\n"
}

fn changed(secret: &str) -> char {
    if secret.ends_with('A') { 'B' } else { 'A' }
}

/// An answer with the one thing taken out of it that must differ: the address that was asked for.
fn without_address(house: &House, who: &str, method: &str, path: &str, key: &str) -> (u16, String) {
    let browser = if who.is_empty() { house.guest() } else { house.staff(who) };
    let page = browser.ask(
        method,
        path,
        &[("Content-Type", "application/x-www-form-urlencoded")],
        (method == "POST").then(Vec::new),
    );
    (page.status, page.body().replace(key, "KEY"))
}

on_both! {
    fn az1_every_route_answers_everybody_as_the_table_says(house) {
        let found = table(house);
        if std::env::var_os("WRITE_ACCESS_TABLE").is_some() {
            std::fs::write(TABLE, &found).unwrap();
        }
        let known = std::fs::read_to_string(TABLE).unwrap_or_default();
        let changed: Vec<_> = found.lines().filter(|line| !known.lines().any(|old| old == *line)).collect();
        let gone: Vec<_> = known.lines().filter(|line| !found.lines().any(|new| new == *line)).collect();
        assert!(found == known, "not in access.txt:\n{}\nonly in access.txt:\n{}", changed.join("\n"), gone.join("\n"));
        let answers = |line: &str, status: &str| line.split_whitespace().skip(2).any(|one| one.starts_with(status));
        assert!(!found.lines().skip(21).any(|line| answers(line, "5")));
        // 403 says "this is here, and not for you": never of a key, which might be anybody's.
        let told: Vec<_> = found.lines().filter(|line| line.contains("{id}") && answers(line, "403")).collect();
        assert!(told.iter().all(|line| line.contains("{slug}")), "told by key:\n{}", told.join("\n"));
    }

    fn az2_an_entry_out_of_reach_looks_like_one_that_is_not_there(house) {
        let keys = |number: &str| house.person(number).to_string();
        let random = uuid::Uuid::new_v4().to_string();
        let alias = "01a1fdfa-9420-7b65-ae26-66d76f7e8b57";
        let mut asked = 0;
        for (method, route) in routes(ROUTES).into_iter().filter(|(_, path)| path.starts_with("/admin/people/{id}")) {
            let path = |id: &str| route.replace("{id}", id).replace("{alias}", alias);
            for (who, whom) in [("mia", "yuki"), ("mia", "eva"), ("tomas", "amina"), ("rita", "lena"), ("eva", "yuki")] {
                let id = keys(whom);
                let theirs = without_address(house, who, method, &path(&id), &id);
                let none = without_address(house, who, method, &path(&random), &random);
                assert_eq!(theirs.0, 404, "{who} {method} {route} of {whom}");
                assert_eq!(theirs, none, "{who} {method} {route} of {whom}");
                asked += 1;
            }
            // In her scope: there, or refused for what it is, but not "not there".
            if !route.contains("{alias}") {
                let id = keys(if route.ends_with("/leave") { "bruno" } else { "lena" });
                assert_ne!(without_address(house, "mia", method, &path(&id), &id).0, 404, "{method} {route}");
            }
        }
        assert_eq!(asked, 35);
        let ada = keys("ada");
        let seen = without_address(house, "mia", "GET", &format!("/admin/people/{ada}"), &ada);
        assert_eq!(seen.0, 403, "an administrator of her site stands in her list, and is not hers to change");
    }

    fn az2_codes_places_and_sessions_of_others_look_like_none(house) {
        let random = uuid::Uuid::new_v4().to_string();
        let code = house.code(Subject::Place(house.place("harbour"))).id.to_string();
        for (method, end) in [("GET", "/print"), ("POST", "/revoke"), ("POST", "/replace")] {
            for who in ["mia", "harriet", "tomas"] {
                let theirs = without_address(house, who, method, &format!("/admin/codes/{code}{end}"), &code);
                let none = without_address(house, who, method, &format!("/admin/codes/{random}{end}"), &random);
                assert_eq!((theirs.0, &theirs), (404, &none), "{who} {method} {end}");
            }
        }
        house.staff("ada").open(&format!("/admin/codes/{code}/print")).is(200);
        let place = house.place("harbour").to_string();
        let remove = |slug: &str, id: &str, key: &str| {
            without_address(house, "mia", "POST", &format!("/admin/sites/{slug}/places/{id}/remove"), key)
        };
        let none = remove("seaside", &random, &random);
        assert_eq!(none.0, 404);
        assert_eq!(remove("seaside", &place, &place), none, "another site's place under her own site");
        assert_eq!(remove("harbour", &place, "harbour"), remove("nowhere", &place, "nowhere"));
        let yuki = house.staff("yuki");
        yuki.open("/home").is(200);
        let person = house.person("yuki");
        let session = house.read(move |conn| {
            use diesel::prelude::*;
            use peopleworthy::db::schema::{account, session};
            let of_yuki = session::table.inner_join(account::table).filter(account::person_id.eq(person));
            of_yuki.select(session::id).first::<peopleworthy::ids::SessionId>(conn)
        });
        let session = session.to_string();
        let theirs = without_address(house, "amina", "POST", &format!("/account/sessions/{session}/end"), &session);
        let none = without_address(house, "amina", "POST", &format!("/account/sessions/{random}/end"), &random);
        assert_eq!((theirs.0, &theirs), (404, &none));
        yuki.open("/home").is(200);
    }

    fn az2_what_is_not_yours_looks_like_what_is_not_there(house) {
        let things = Things::made_in(house);
        let random = uuid::Uuid::new_v4().to_string();
        let secret = "7K3M9QX2V5T8R4N6W1Z0YHBG";
        assert_eq!(secret.len(), 24);
        let mut asked = 0;
        for who in ["tomas", "yuki", "rita", "mia", "harriet", "carl", "eva", "otto", "ada"] {
            for (method, end) in [("GET", ""), ("POST", "/read"), ("POST", "/thanks")] {
                let path = format!("/praise/{}{end}", things.note);
                let theirs = without_address(house, who, method, &path, &things.note);
                let none = without_address(house, who, method, &format!("/praise/{random}{end}"), &random);
                assert_eq!(theirs.0, 404, "{who} {method} {end}");
                assert_eq!(theirs, none, "{who} {method} {end}");
                assert!(!theirs.1.contains("private kindness"));
                asked += 1;
            }
        }
        for who in ["hugo", "yuki", "harriet"] {
            for (method, end) in [("GET", ""), ("POST", "/reply"), ("POST", "/close")] {
                let path = format!("/inbox/{}{end}", things.thread);
                let theirs = without_address(house, who, method, &path, &things.thread);
                let none = without_address(house, who, method, &format!("/inbox/{random}{end}"), &random);
                assert_eq!((theirs.0, &theirs), (404, &none), "another site's inbox, {who} {method} {end}");
            }
            let path = format!("/inbox/unmatched/{}", things.unmatched);
            let theirs = without_address(house, who, "POST", &path, &things.unmatched);
            let none = without_address(house, who, "POST", &format!("/inbox/unmatched/{random}"), &random);
            assert_eq!((theirs.0, &theirs), (404, &none), "another site's queue, {who}");
        }
        // A private link: right, one letter off, and taken back.
        assert_eq!(without_address(house, "", "GET", &format!("/follow/{}", things.follow), "-").0, 200);
        let off = format!("{}{}", &things.follow[..23], changed(&things.follow));
        let nowhere = without_address(house, "", "GET", &format!("/follow/{secret}"), secret);
        assert_eq!(nowhere.0, 404);
        assert_eq!(without_address(house, "", "GET", &format!("/follow/{off}"), &off), nowhere);
        house.guest().post(&format!("/follow/{}/withdraw", things.follow), &[]).is(303);
        let back = without_address(house, "", "GET", &format!("/follow/{}", things.follow), &things.follow);
        assert_eq!(back, nowhere);
        assert_eq!(asked, 27);
        // An issue, for whom it is kept from and for the other house; a confidential one for all but its handlers.
        let mut asked = 0;
        let named = ["xenia"].map(|who| (who, &things.issue));
        let sealed = ["sven", "olga", "mia", "harriet", "eva", "otto", "ada", "yuki"].map(|who| (who, &things.confided));
        for (who, key) in named.into_iter().chain(sealed) {
            for (method, end) in [("GET", ""), ("POST", "/support"), ("POST", "/reply"), ("POST", "/state"), ("GET", "/reveal")] {
                let theirs = without_address(house, who, method, &format!("/voice/{key}{end}"), key);
                let none = without_address(house, who, method, &format!("/voice/{random}{end}"), &random);
                assert_eq!(theirs.0, 404, "{who} {method} {end}");
                assert_eq!(theirs, none, "{who} {method} {end}");
                asked += 1;
            }
        }
        assert_eq!(asked, 45);
    }

    fn az3_a_list_of_people_tells_what_a_badge_tells_and_no_more(house) {
        let lists = [
            house.guest().open("/at/seaside/people?q=Amina").is(200).body(),
            house.staff("tomas").open("/people?q=Amina").is(200).body(),
            house.staff("ada").open("/people?q=Amina").is(200).body(),
        ];
        for list in lists {
            let people: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&list).unwrap();
            assert!(!people.is_empty());
            for person in people {
                let keys: Vec<_> = person.keys().map(String::as_str).collect();
                let mut expected = ["department", "id", "initials", "name", "role"];
                expected.sort_unstable();
                let mut found = keys.clone();
                found.sort_unstable();
                assert_eq!(found, expected);
            }
            assert!(!list.contains('@') && !list.contains("amina\""), "{list}");
        }
        let page = house.staff("yuki").open(&format!("/people/{}", house.person("amina"))).is(200).body();
        assert!(!page.contains("amina@staff.example") && !page.contains("Aminata"), "{page}");
    }

    fn a_session_that_was_ended_is_nobodys(house) {
        let tomas = house.staff("tomas");
        tomas.open("/home").is(200);
        let person = house.person("tomas");
        house.write(move |deed| peopleworthy::people::sessions::end_all(deed, person));
        assert_eq!(tomas.get("/home").is(303).location().unwrap(), "/sign-in?next=/home");
    }
}
