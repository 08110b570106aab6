//! AN9 and AN13: nothing that comes back tells who asks, nor whether there is something to find.

use std::time::Instant;

use super::engine;
use crate::house::House;
use crate::house::browser::encode;
use crate::house::page::Page;

/// What a browser or a proxy may add to a request, and must never come back.
const HOSTILE: [(&str, &str); 5] = [
    ("Forwarded", "for=198.51.100.66;host=evil66.example"),
    ("X-Forwarded-For", "198.51.100.67"),
    ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
    ("X-Request-Id", "canary-request-68"),
    ("Accept-Encoding", "gzip, br"),
];

/// Status, headers and body, with the one thing taken out that is random in every answer.
fn whole(page: &Page) -> (u16, Vec<String>, String) {
    let mut headers: Vec<String> =
        page.headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    headers.retain(|header| !header.starts_with("date:"));
    headers.sort();
    let mut body = page.body();
    if let Some((before, after)) = body.clone().split_once("name=\"form_key\" value=\"") {
        let key = &after[..24];
        body = format!("{before}{}", after.replace(key, "KEY"));
    }
    (page.status, headers, body)
}

on_both! {
    fn an9_answers_are_the_same_with_a_session_and_without(house) {
        let (stranger, amina) = (house.guest(), house.staff("amina"));
        let receipt = stranger.writes("seaside", "Something");
        house.collects();
        let form = ("Content-Type", "application/x-www-form-urlencoded");
        let read = encode(&[("receipt", &receipt)]);
        let code = house.staff_room_code("seaside");
        let write = encode(&[
            ("site", "seaside"),
            ("code", &code),
            ("category", "766f6963-6500-4000-8000-000000000001"),
            ("what", "Words"),
            ("site_said", "yes"),
            ("form_key", "7K3M9QX2V5T8R4N6W1Z0YHBG"),
        ]);
        let cases: Vec<(&str, &str, Option<String>)> = vec![
            ("GET", "/voice/anonymous", None),
            ("GET", "/voice/anonymous?site=seaside", None),
            ("GET", "/voice/anonymous?site=nowhere", None),
            ("GET", "/voice/anonymous/below", None),
            ("GET", "/voice/anonymous/support", None),
            ("GET", "/voice/receipt?lang=de", None),
            ("GET", "/voice/answers", None),
            ("GET", "/voice/answers?site=seaside", None),
            ("GET", "/voice/answers?site=seaside&screen=1", None),
            ("GET", "/voice/answers/print?site=seaside", None),
            ("POST", "/voice/anonymous", Some(String::new())),
            ("POST", "/voice/anonymous", Some("site=seaside&code=AAAAAAAA&what=x".into())),
            ("POST", "/voice/anonymous", Some(write)),
            ("POST", "/voice/receipt", Some(read)),
            ("POST", "/voice/receipt", Some("receipt=0000-0000-0000-0000-0000-0000".into())),
            ("POST", "/voice/receipt", Some("receipt=no".into())),
            ("POST", "/voice/anonymous", Some("a".repeat(300_000))),
            ("DELETE", "/voice/receipt", None),
        ];
        amina.set_cookie("lang", "de");
        amina.set_cookie("said", "admin-said-saved");
        let mut statuses = std::collections::BTreeSet::new();
        for (method, path, body) in cases {
            // A page of ours, an old browser that says neither whence nor where to, and one that names no origin.
            for origin in [vec![], vec![("sec-fetch-site", ""), ("origin", "")], vec![("sec-fetch-site", ""), ("origin", "null")]] {
                let mut headers = HOSTILE.to_vec();
                headers.push(form);
                headers.extend(origin);
                let bytes = || body.clone().map(String::into_bytes);
                let without = stranger.ask(method, path, &headers, bytes());
                let with = amina.ask(method, path, &headers, bytes());
                assert_eq!(whole(&without), whole(&with), "{method} {path}");
                assert_eq!(with.bytes.len() % 16_384, 0, "{method} {path}");
                for page in [&without, &with] {
                    assert_eq!(page.header("set-cookie"), "", "{path}");
                    assert_eq!(page.header("content-encoding"), "identity", "{path}");
                    assert_eq!(page.header("cache-control"), "no-store");
                    assert_eq!(page.header("referrer-policy"), "no-referrer");
                    assert!(page.status < 500 && page.status != 403, "{method} {path}: {}", page.status);
                    for echoed in ["evil66", "198.51.100", "0af7651916", "canary-request", "Amina", "/sign-out"] {
                        let (_, headers, body) = whole(page);
                        assert!(!body.contains(echoed) && !headers.concat().contains(echoed), "{path} echoes {echoed}");
                    }
                }
                statuses.insert(with.status);
            }
        }
        assert_eq!(statuses.into_iter().collect::<Vec<_>>(), [200, 404, 405, 413, 422]);
        // However an address is spelt.
        let form_page = amina.ask("GET", "/voice/%61nonymous?site=seaside", &HOSTILE, None).is(200);
        assert_eq!(form_page.header("referrer-policy"), "no-referrer");
        assert_eq!(form_page.header("content-encoding"), "identity");
        assert_eq!(form_page.header("set-cookie"), "");
        // The gate stays: a page of somebody else's writes nothing here.
        let other = [form, ("sec-fetch-site", "cross-site")];
        for (browser, path) in [(&stranger, "/voice/receipt"), (&amina, "/voice/receipt"), (&amina, "/voice/anonymous"), (&amina, "/voice/%61nonymous")] {
            let refused = browser.ask("POST", path, &other, Some(b"receipt=no".to_vec())).is(403);
            assert_eq!(refused.header("set-cookie"), "", "{path}");
        }
        let refusals = crate::anonymous::lines(house, "SELECT detail AS one FROM audit_entry WHERE what = 'refused'");
        assert!(refusals.is_empty(), "nobody is written down in the zone: {refusals:?}");
        amina.ask("POST", "/voice/new", &other, Some(b"what=no".to_vec())).is(403);
        assert_eq!(crate::anonymous::lines(house, "SELECT detail AS one FROM audit_entry WHERE what = 'refused'").len(), 1);
        // Everywhere else the same browser is known.
        amina.open("/home").is(200).says("Amina");
    }
}

/// Milliseconds that a look behind a receipt takes.
fn look(agent: &ureq::Agent, url: &str, receipt: &str) -> (f64, usize) {
    let started = Instant::now();
    let request = ureq::http::Request::builder().method("POST").uri(url);
    let request =
        request.header("content-type", "application/x-www-form-urlencoded").header("sec-fetch-site", "same-origin");
    let mut answer = agent.run(request.body(encode(&[("receipt", receipt)])).unwrap()).unwrap();
    assert_eq!(answer.status().as_u16(), 200);
    let length = answer.body_mut().read_to_vec().unwrap().len();
    (started.elapsed().as_secs_f64() * 1000.0, length)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// How many pairs of looks are compared: twice as many as the bar asks for, so that what else the machine does evens out.
const PAIRS: usize = 600;
/// So many look at the same time, half of them in one order and half in the other.
const AT_ONCE: usize = 12;
/// The bar.
const APART_MS: f64 = 3.0;

/// How far apart the two are, in milliseconds: the medians of both, and the median of what lies between the two of a pair.
fn measure(house: &House, url: &str, receipt: &str) -> (f64, f64) {
    let run = |turn: usize| {
        let agent: ureq::Agent = ureq::Agent::config_builder().max_idle_connections(0).build().new_agent();
        let mut pairs = Vec::new();
        for round in 0..PAIRS / AT_ONCE {
            let known_first = (turn + round).is_multiple_of(2);
            let unknown = "7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG";
            let [one, other] = if known_first { [receipt, unknown] } else { [unknown, receipt] };
            let (one, other) = (look(&agent, url, one), look(&agent, url, other));
            pairs.push(if known_first { (one, other) } else { (other, one) });
        }
        pairs
    };
    let pairs: Vec<((f64, usize), (f64, usize))> = std::thread::scope(|scope| {
        let run = &run;
        let runs: Vec<_> = (0..AT_ONCE).map(|turn| scope.spawn(move || run(turn))).collect();
        runs.into_iter().flat_map(|run| run.join().unwrap()).collect()
    });
    assert_eq!(pairs.len(), PAIRS);
    assert!(pairs.iter().all(|(known, unknown)| (known.1, unknown.1) == (pairs[0].0.1, pairs[0].0.1)), "same length");
    let known = median(pairs.iter().map(|(known, _)| known.0).collect());
    let unknown = median(pairs.iter().map(|(_, unknown)| unknown.0).collect());
    let apart = median(pairs.iter().map(|(known, unknown)| known.0 - unknown.0).collect());
    println!(
        "AN13 {:?}: median {known:.2} ms with something behind it, {unknown:.2} ms with nothing; {apart:.3} ms between the two \
         of {PAIRS} pairs",
        engine(house)
    );
    assert!(known >= 140.0, "answers leave at a beat, and never sooner than the work may take");
    (known - unknown, apart)
}

fn takes_the_same_time(house: &House) {
    let phone = house.guest();
    let receipt = phone.writes("seaside", &"A long story. ".repeat(300));
    house.collects();
    let thread = house.staff("carl").first_thread().path.clone();
    for number in 0..6 {
        house.staff("carl").post(&format!("{thread}/answer"), &[("text", &format!("Answer {number}"))]).is(303);
    }
    let url = format!("http://{}/voice/receipt", house.address);
    // What else this machine does may come between once, and more rarely twice; what tells one from the other is there each time,
    // and says the same each time.
    let far = |(medians, pairs): (f64, f64)| medians.abs() > APART_MS || pairs.abs() > APART_MS;
    let measured: Vec<(f64, f64)> =
        (0..3).map(|_| measure(house, &url, &receipt)).take_while(|one| far(*one)).collect();
    let is_slower: std::collections::BTreeSet<bool> = measured.iter().map(|(_, pairs)| *pairs > 0.0).collect();
    assert!(measured.len() < 3 || is_slower.len() > 1, "{measured:?} ms apart");
}

on_both! {
    fn an13_a_known_and_an_unknown_receipt_take_the_same_time_and_length(house) {
        takes_the_same_time(house);
    }
}
