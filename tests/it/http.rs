//! What every answer carries, whose requests are taken, and whose word is believed about addresses (HB1, HB2, HB3, HB4,
//! HB5, HB11, HB12, HB14).

use crate::access::routes;
use crate::house::journeys::follow_link;
use crate::house::page::Page;
use crate::house::{BASE_URL, Browser, Engine, House};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types pw-morph";

/// What every answer must carry, whatever it is an answer to.
#[track_caller]
fn dressed(page: &Page) {
    let is = |name: &str, value: &str| {
        assert_eq!(page.header(name), value, "{name} of {} ({})", page.path, page.status);
        assert_eq!(page.headers.get_all(name).iter().count(), 1, "{name} of {}", page.path);
    };
    is("content-security-policy", POLICY);
    is("x-content-type-options", "nosniff");
    let is_silent = ["/follow/", "/voice/anonymous", "/voice/receipt", "/voice/answers"];
    let is_silent = is_silent.iter().any(|path| page.path.starts_with(path));
    // Of the surveys' pages those for whoever is signed in are like any other; below all others lies somebody's code.
    let is_plain = |path: &str| ["plans", "results", "rules", "begin"].iter().any(|plain| path.starts_with(plain));
    let is_silent = is_silent || page.path.strip_prefix("/pulse/").is_some_and(|path| !is_plain(path));
    is("referrer-policy", if is_silent { "no-referrer" } else { "same-origin" });
    is("cross-origin-opener-policy", "same-origin");
    is("cross-origin-resource-policy", "same-origin");
    is("strict-transport-security", "max-age=63072000; includeSubDomains");
    assert!(page.header("permissions-policy").contains("camera=()"));
    for never in ["server", "x-powered-by", "access-control-allow-origin", "via"] {
        assert!(page.headers.get(never).is_none(), "{} carries {never}", page.path);
    }
    let kind = page.header("content-type");
    if kind.starts_with("text/") && !page.bytes.is_empty() {
        assert!(kind.contains("charset=utf-8"), "{}: {kind}", page.path);
    }
    match page.path.split('/').nth(1) {
        Some("a") if page.status < 400 => {}
        // A guest who goes back to a half-written form finds it; a browser asks again before it shows it.
        Some("at") => assert!(matches!(page.header("cache-control"), "no-cache" | "no-store"), "{}", page.path),
        _ => is("cache-control", "no-store"),
    }
}

/// Every address of the house once, without those that stream.
fn addresses() -> Vec<(&'static str, String)> {
    let fill = |path: String| {
        path.replace("{site}", "seaside")
            .replace("{slug}", "seaside")
            .replace("{path:.*}", "css/base.css")
            .replace("{hash}", "x")
            .split('/')
            .map(|part| if part.starts_with('{') { "01a1fdfa-9420-7b65-ae26-66d76f7e8b57" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    let all = routes(include_str!("../../src/routes.rs"));
    let all = all.into_iter().filter(|(_, path)| path.starts_with("/health") || !path.ends_with("/live"));
    all.map(|(method, path)| (method, fill(path))).collect()
}

#[test]
fn hb1_every_answer_carries_the_headers_that_keep_browsers_safe() {
    let house = House::start(Engine::Sqlite);
    assert!(addresses().len() > 40);
    for (method, path) in addresses() {
        for browser in [house.guest(), house.staff("ada")] {
            let page = match method {
                "GET" => browser.get(&path),
                _ => browser.post(&path, &[]),
            };
            dressed(&page);
            assert!(page.status < 500, "{method} {path}: {}", page.status);
        }
    }
    // What is not there may bear the name of who asked.
    dressed(&house.staff("ada").get("/a/x/none.css").is(404));
}

/// The pages that open for somebody who signed in, each once: one's own, and those of whoever looks after the house.
fn pages_of<'b, 'h>(browser: &'b Browser<'h>) -> Vec<Page<'b, 'h>> {
    let gets = addresses().into_iter().filter(|(method, path)| *method == "GET" && !path.starts_with("/a/"));
    let pages = gets.map(|(_, path)| browser.get(&path)).filter(|page| page.status == 200);
    pages.filter(|page| page.header("content-type").starts_with("text/html")).collect()
}

#[test]
fn a_path_longer_than_any_of_ours_is_compared_with_none_and_answered_like_any_that_is_not_there() {
    let house = House::start(Engine::Sqlite);
    let guest = house.guest();
    let at = |length: usize| guest.get(&format!("/admin/sites/{}", "a".repeat(length)));
    assert_eq!(at(60).status, 303, "a site's address, which one has to sign in for");
    for length in [600, 60_000] {
        let page = at(length);
        assert_eq!(page.status, 404);
        dressed(&page);
        assert!(page.body().contains("</html>"), "{}", page.body());
    }
}

#[test]
fn hb2_no_browser_keeps_a_page_of_somebody_who_signed_in() {
    let house = House::start(Engine::Sqlite);
    let ada = house.staff("ada");
    let own: Vec<_> = pages_of(&ada).into_iter().filter(|page| !page.path.starts_with("/at/")).collect();
    assert!(own.len() > 20, "{}", own.len());
    let refused = ada.post("/admin/voice/categories", &[]).is(422);
    for page in own.iter().chain([&refused]) {
        assert_eq!(page.header("cache-control"), "no-store", "{}", page.path);
    }
}

#[test]
fn hb3_no_page_has_a_script_a_style_or_a_handler_in_it() {
    let house = House::start(Engine::Sqlite);
    house.guest().praises("seaside", "Amina Diallo", "Was kind");
    let (ada, amina, guest) = (house.staff("ada"), house.staff("amina"), house.guest());
    let mut pages = [pages_of(&ada), pages_of(&amina), pages_of(&guest)].into_iter().flatten().collect::<Vec<_>>();
    pages.push(amina.newest_note());
    assert!(pages.len() > 50, "{}", pages.len());
    for page in pages {
        assert_eq!(page.count("script:not([src]), style, [style], iframe, base"), 0, "{}", page.path);
        for element in page.html().tree.nodes().filter_map(|node| node.value().as_element()) {
            let handler =
                element.attrs().find(|(name, value)| name.starts_with("on") || value.starts_with("javascript:"));
            assert_eq!(handler, None, "{}", page.path);
        }
    }
}

#[test]
fn hb1_refusals_carry_them_too() {
    let house = House::start(Engine::Sqlite);
    let (guest, ada) = (house.guest(), house.staff("ada"));
    let form = ("Content-Type", "application/x-www-form-urlencoded");
    let answers = [
        (404, guest.get("/nowhere")),
        (404, ada.get("/nowhere")),
        (404, guest.get("/follow/0000")),
        (404, guest.ask("GET", "/nowhere", &[("Accept", "application/json")], None)),
        (404, guest.get("/a/x/nowhere.css")),
        (405, guest.ask("DELETE", "/at/seaside/praise", &[], None)),
        (404, guest.get("/language")),
        (403, guest.ask("POST", "/language", &[form, ("Sec-Fetch-Site", "cross-site")], Some(Vec::new()))),
        (413, guest.ask("POST", "/at/seaside/praise", &[form], Some(vec![b'a'; 300_000]))),
        (415, guest.ask("POST", "/at/seaside/praise", &[("Content-Type", "text/plain")], Some(b"a".to_vec()))),
        (422, guest.post("/at/seaside/praise", &[])),
        (303, guest.get("/home")),
    ];
    for (status, page) in answers {
        assert_eq!(page.status, status, "{}", page.path);
        dressed(&page);
    }
}

#[test]
fn hb1_a_failure_of_ours_carries_them_and_tells_no_inside() {
    let house = House::start(Engine::Sqlite);
    house.write(|deed| diesel::connection::SimpleConnection::batch_execute(deed.conn, "DROP TABLE note_addition"));
    let guest = house.guest();
    let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo").fill("did", "Was kind");
    let sent = form.post();
    let failed = match sent.location() {
        Some(next) => guest.get(&next),
        None => sent,
    };
    assert_eq!(failed.status, 500);
    dressed(&failed);
    failed.says("That was our fault").says("please mention this code");
    for inside in ["note_addition", "sqlite", "SELECT", "diesel", "src/", "peopleworthy::"] {
        failed.lacks(inside);
    }
}

#[test]
fn where_a_form_was_sent_leads_back_to_its_page_and_a_monitor_meets_no_circle() {
    let house = House::start(Engine::Sqlite);
    let guest = house.guest();
    let asked = |method, path| guest.ask(method, path, &[], None);
    assert_eq!(asked("GET", "/follow/none/add").location().as_deref(), Some("/follow/none"));
    assert_eq!(asked("HEAD", "/").location().as_deref(), Some("/sign-in"));
    for (method, path) in [("GET", "/sign-out"), ("HEAD", "/admin/people.csv"), ("GET", "/voice/receipt/reply")] {
        assert_eq!(asked(method, path).status, 404, "{method} {path}");
    }
}

#[test]
fn hb14_only_methods_of_ours_do_anything() {
    let house = House::start(Engine::Sqlite);
    let guest = house.guest();
    for method in ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND", "BREW"] {
        let page = guest.ask(method, "/at/seaside", &[], None);
        assert!(matches!(page.status, 404 | 405), "{method}: {}", page.status);
    }
    let head = guest.ask("HEAD", "/at/seaside", &[], None).is(200);
    assert!(head.bytes.is_empty());
}

/// What the middleware promises, in the words of the bar.
fn is_ours(site: Option<&str>, origin: Option<&str>, has_cookie: bool) -> bool {
    match (site, origin) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin == BASE_URL,
        (None, None) => !has_cookie,
    }
}

#[test]
fn hb4_only_pages_of_ours_change_anything() {
    let house = House::start(Engine::Sqlite);
    let (tomas, guest) = (house.staff("tomas"), house.guest());
    let mut cases = 0;
    for (browser, has_cookie) in [(&tomas, true), (&guest, false)] {
        for site in [Some("same-origin"), Some("same-site"), Some("cross-site"), Some("none"), None] {
            for origin in [Some(BASE_URL), Some("https://evil.example"), Some("null"), None] {
                for kind in [
                    "application/json",
                    "application/x-www-form-urlencoded",
                    "text/plain",
                    "multipart/form-data; boundary=x",
                ] {
                    let headers = [
                        ("Sec-Fetch-Site", site.unwrap_or("")),
                        ("Origin", origin.unwrap_or("")),
                        ("Content-Type", kind),
                    ];
                    let status = browser.ask("POST", "/praise", &headers, Some(b"did=x".to_vec())).status;
                    let is_ours = is_ours(site, origin, has_cookie);
                    assert_eq!(status != 403, is_ours, "{site:?} {origin:?} {kind} cookie: {has_cookie}: {status}");
                    if is_ours && has_cookie {
                        let expected = if kind.contains("urlencoded") { 422 } else { 415 };
                        assert_eq!(status, expected, "{site:?} {origin:?} {kind}");
                    }
                    cases += 1;
                }
            }
        }
    }
    assert_eq!(cases, 160);
}

on_both! {
    fn hb4_a_follow_page_works_in_a_browser_that_calls_its_origin_null_and_for_no_other_site(house) {
        let guest = house.guest();
        let add = format!("{}/add", follow_link(&guest.praises("seaside", "Amina Diallo", "Carried our bags.")));
        let say = |site: &str, origin: &str| {
            let headers = [
                ("Sec-Fetch-Site", site),
                ("Origin", origin),
                ("Content-Type", "application/x-www-form-urlencoded"),
            ];
            guest.ask("POST", &add, &headers, Some(b"addition=And+our+child".to_vec())).status
        };
        assert_eq!(say("", "https://evil.example"), 403);
        assert_eq!(say("cross-site", "null"), 403);
        assert_ne!(say("", "null"), 403);
    }
}

#[test]
fn hb5_nobody_else_may_read_us() {
    let house = House::start(Engine::Sqlite);
    let headers = [("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST")];
    let page = house.guest().ask("OPTIONS", "/praise", &headers, None).status;
    assert!(matches!(page, 404 | 405), "{page}");
    for path in ["/at/seaside/people?q=Amina", "/health/live", "/at/seaside"] {
        let guest = house.guest();
        dressed(&guest.ask("GET", path, &[("Origin", "https://evil.example")], None)); // no Access-Control-Allow-Origin
    }
}

on_both! {
    fn hb11_links_are_made_of_the_settings_and_of_nothing_a_client_says(house) {
        let evil = [
            ("Host", "evil.example"),
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "gopher"),
            ("X-Forwarded-Server", "evil.example"),
            ("Forwarded", "for=1.2.3.4;host=evil.example;proto=gopher"),
        ];
        let guest = house.guest();
        let page = guest.ask("GET", "/at/seaside/praise", &evil, None).is(200);
        assert!(!page.body().contains("evil"));
        let key = page.value("form_key");
        let fields = [
            ("who", "Amina Diallo"), ("did", "Was kind"), ("form_key", &key), ("shown_at", "1"),
            ("sender_email", "zoe@guest.example"),
        ];
        let body = crate::house::browser::encode(&fields).into_bytes();
        let mut headers = evil.to_vec();
        headers.push(("Content-Type", "application/x-www-form-urlencoded"));
        let sent = guest.ask("POST", "/at/seaside/praise", &headers, Some(body)).is(303);
        let next = sent.location().unwrap();
        assert!(next.starts_with("/follow/"), "{next}");
        let followed = guest.ask("GET", &next, &evil, None).is(200);
        assert!(!followed.body().contains("evil") && !followed.body().contains("gopher"));
        let mails = house.all_mails();
        assert_eq!(mails.len(), 2);
        for mail in mails {
            assert!(!mail.source.contains("evil.example") && !mail.source.contains("gopher"), "{}", mail.source);
            mail.link("/");
        }
        let code = house.code(peopleworthy::people::code::Subject::Site(house.site("seaside"))).code;
        let next = guest.ask("GET", &format!("/q/{code}"), &evil, None).location().unwrap();
        assert!(next.starts_with("/at/seaside"), "{next}");
    }
}

fn flagged(house: &House, addresses: impl Fn(usize) -> String) -> usize {
    let guest = house.guest();
    for number in 0..8 {
        let key = guest.open("/at/seaside/praise").value("form_key");
        let fields = [("who", "Amina Diallo"), ("did", "Was kind"), ("form_key", &key), ("shown_at", "1")];
        let body = crate::house::browser::encode(&fields).into_bytes();
        let address = addresses(number);
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("X-Forwarded-For", address.as_str())];
        guest.ask("POST", "/at/seaside/praise", &headers, Some(body)).is(303);
    }
    let rita = house.staff("rita");
    rita.open("/inbox/unmatched").is(200).count("article[id^=note-]")
}

#[test]
fn hb12_a_client_cannot_make_up_addresses_to_get_round_a_limit() {
    let house = House::with(Engine::Sqlite, &[("LIMITS", "on")]);
    assert_eq!(flagged(&house, |number| format!("198.51.100.{number}")), 3);
}

#[test]
fn hb12_a_trusted_proxy_is_believed_about_its_last_hop_only() {
    let house = House::with(Engine::Sqlite, &[("LIMITS", "on"), ("TRUSTED_PROXIES", "127.0.0.1")]);
    assert_eq!(flagged(&house, |number| format!("6.6.6.6, 198.51.100.{number}")), 0);
    let house = House::with(Engine::Sqlite, &[("LIMITS", "on"), ("TRUSTED_PROXIES", "127.0.0.1")]);
    assert_eq!(flagged(&house, |number| format!("203.0.113.{number}, 198.51.100.7")), 3);
}

on_both! {
    fn an_open_page_that_looks_again_takes_nothing_that_is_said_from_the_page_that_comes(house) {
        let ada = house.staff("ada");
        let made = ada.post("/admin/codes", &[("site", "harbour"), ("level", "person")]).is(303).location().unwrap();
        let looks_again = [("X-Peopleworthy", "refresh")];
        ada.ask("GET", "/admin/codes", &looks_again, None).is(200).lacks("The codes are made");
        ada.open(&made).is(200).says("The codes are made");
        ada.open(&made).is(200).lacks("The codes are made");
    }

    fn a_cookie_that_somebody_made_up_says_nothing_and_stops_nothing(house) {
        let guest = house.guest();
        for forged in ["nothing-said-here", "voice-said-", "-said-"] {
            guest.set_cookie("said", forged);
            guest.get("/sign-in").is(200).lacks(forged);
        }
        let ada = house.staff("ada");
        ada.set_cookie("said", "admin-said-saved");
        ada.get("/home").is(200).says("Saved");
    }
}

/// Whoever asks faster than anybody types waits, and nobody else does.
fn asks_without_end(engine: Engine) {
    let house = House::with(engine, &[("LIMITS", "on")]);
    let (rosa, sven) = (house.staff("rosa"), house.staff("sven"));
    let ask = |browser: &crate::house::Browser<'_>| {
        let page = browser.post("/voice/similar", &[("what", "The lift is stuck")]);
        (page.status, page.header("retry-after").to_owned())
    };
    let refused = (0..2_000).map(|_| ask(&rosa)).find(|(status, _)| *status != 200);
    let (status, wait) = refused.expect("nobody told her to wait");
    assert_eq!(status, 429);
    assert!(wait.parse::<u64>().unwrap() >= 1, "{wait}");
    assert_eq!(ask(&sven).0, 200, "her colleague sits behind the same address");
    rosa.raised("The lift is stuck", &[]);
}

#[test]
fn who_asks_for_similar_ones_without_end_waits_on_sqlite() {
    asks_without_end(Engine::Sqlite);
}

#[test]
fn who_asks_for_similar_ones_without_end_waits_on_postgres() {
    asks_without_end(Engine::Postgres);
}
