//! Words that are also programs, typed into every field: shown as the words they are (HB6, HB8).

use peopleworthy::directory::import;
use scraper::{Html, Selector};

use crate::house::House;
use crate::house::journeys::{category, follow_link};
use crate::house::page::{Page, plain};

/// Each breaks out of something: text, an attribute, a script, a style, a template, JSON, a header.
const PAYLOADS: [&str; 28] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "\" autofocus onfocus=alert(1) x=\"",
    "' onmouseover='alert(1)",
    "` onmouseover=`alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</template><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "<iframe srcdoc=\"<script>alert(1)</script>\">",
    "<math><mtext><style><img src=x onerror=alert(1)>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<form action=//evil.example><button>x",
    "<style>@import '//evil.example'</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)",
    "{{7*7}}{{{7*7}}}{{> layouts/page}}",
    "{{#each me}}{{this}}{{/each}}{{{{raw}}}}",
    "${7*7}<%= 7*7 %>#{7*7}",
    "{ $name } { mails-hello } \u{2068}x",
];

/// The page shows the words, and nothing of them became a part of the page.
#[track_caller]
fn shows(page: &Page, words: &str) {
    page.says(words);
    is_harmless(page, words);
}

/// The same for a list, which shows how it begins.
#[track_caller]
fn lists(page: &Page, words: &str) {
    page.says(&words.chars().take(15).collect::<String>());
    is_harmless(page, words);
}

/// As many of them at once as a line takes: where forms are many and long.
fn lines() -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for words in PAYLOADS {
        match lines.last_mut() {
            Some(line) if line.chars().count() + words.chars().count() < 120 => *line = format!("{line} {words}"),
            _ => lines.push(words.into()),
        }
    }
    lines
}

#[track_caller]
fn is_harmless(page: &Page, words: &str) {
    assert!(page.status < 500, "{words}: {}", page.status);
    harmless(page.html(), words);
}

#[track_caller]
fn harmless(html: &Html, words: &str) {
    let selector = |css: &str| Selector::parse(css).unwrap();
    for element in html.select(&selector("*")) {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{words} made an attribute {name}={value}");
            let is_link = matches!(name, "href" | "src" | "action" | "formaction");
            assert!(!(is_link && value.contains("alert(")), "{words} made a link {value}");
            assert!(!(is_link && value.contains("//evil")), "{words} made a link {value}");
        }
    }
    for made in ["iframe", "base", "math", "meta[http-equiv=refresh]", "img[src=x]", "script:not([src])"] {
        assert_eq!(html.select(&selector(made)).count(), 0, "{words} made a {made}");
    }
    for style in html.select(&selector("style")) {
        assert!(!style.text().collect::<String>().contains("evil"), "{words} made a style");
    }
}

/// Nor does any mail hold a part of a page that somebody typed.
fn no_mail_is_a_program(house: &House) {
    let mails = house.all_mails();
    assert!(!mails.is_empty(), "there are mails to look at");
    for mail in mails {
        harmless(&Html::parse_document(&mail.html), &mail.subject);
    }
}

on_both! {
    fn hb6_a_guests_words_are_words_wherever_they_are_read(house) {
        let (guest, amina, rita) = (house.guest(), house.staff("amina"), house.staff("rita"));
        for words in PAYLOADS {
            let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo").fill("did", words);
            let sent = form.fill("difference", words).fill("sender_name", words).submit().is(200);
            shows(&sent, words);
            let link = follow_link(&sent);
            shows(&guest.open(&link).form("/add").fill("addition", words).submit(), words);
            shows(&amina.open("/praise/mine"), words);
            shows(&amina.open("/home"), words);
            let note = amina.newest_note();
            shows(&note, words);
            shows(&note.form("/thanks").fill("thanks", words).submit(), words);
            shows(&guest.open(&link), words);
            guest.open(&link).form("/add"); // the form is still a form
            let mail = house.all_mails().pop().unwrap();
            assert!(mail.text.contains(words), "{}", mail.text);
            harmless(&Html::parse_document(&mail.html), words);
            shows(&rita.open(&format!("/inbox/unmatched?q={}", crate::house::browser::escaped(words))).is(200), "");
        }
    }

    fn hb6_a_concern_and_its_answer_are_words(house) {
        let (guest, rita) = (house.guest(), house.staff("rita"));
        for words in PAYLOADS {
            let form = guest.open("/at/seaside/concern").form("/concern").fill("body", words);
            let sent = form.fill("sender_name", words).submit().is(200);
            shows(&sent, words);
            let inbox = rita.open("/inbox");
            shows(&inbox, words);
            let thread = rita.open(&inbox.link("/inbox/0"));
            shows(&thread, words);
            let answered = thread.form("/reply").fill("text", words).submit().is(200);
            shows(&answered, words);
            shows(&guest.open(&follow_link(&sent)), words);
            answered.form("/close").submit().is(200);
        }
    }

    fn hb6_what_is_typed_into_a_refused_form_comes_back_as_it_was(house) {
        let (guest, tomas) = (house.guest(), house.staff("tomas"));
        for words in PAYLOADS {
            let form = guest.open("/at/seaside/praise").form("/praise").fill("who", words).fill("when", words);
            let form = form.fill("where", words).fill("what_role", words).fill("difference", words);
            let page = form.fill("sender_email", words).submit().is(422);
            is_harmless(&page, words);
            for field in ["who", "when", "where", "what_role", "difference", "sender_email"] {
                assert_eq!(page.value(field), words, "{field}");
            }
            let page = tomas.open("/praise/new").form("/praise").fill("who", words).fill("did", words).submit().is(422);
            is_harmless(&page, words);
            assert_eq!(page.value("did"), words);
            is_harmless(&guest.open(&format!("/sign-in?next={}", crate::house::browser::escaped(words))), words);
            is_harmless(&guest.open(&format!("/at/{}", crate::house::browser::escaped(words))), words);
            let list = guest.open(&format!("/at/seaside/people?q={}", crate::house::browser::escaped(words))).is(200);
            assert!(list.header("content-type").starts_with("application/json"));
        }
    }

    fn hb6_notes_without_a_name_are_words_in_the_queue(house) {
        let (guest, rita) = (house.guest(), house.staff("rita"));
        for words in PAYLOADS.iter().take(14) {
            let form = guest.open("/at/seaside/praise").form("/praise").choose("unknown", "yes").fill("did", words);
            let form = form.fill("when", words).fill("where", words).fill("what_role", words);
            form.submit().is(200);
            shows(&rita.open("/inbox/unmatched"), words);
        }
    }

    fn hb6_names_in_the_directory_are_words(house) {
        let (guest, tomas) = (house.guest(), house.staff("tomas"));
        // A file refuses what begins like a formula; that is another test's.
        for (number, words) in PAYLOADS.iter().filter(|words| !words.starts_with('-')).enumerate() {
            let cell = format!("\"{}\"", words.replace('"', "\"\""));
            let file = format!("employee_number,given_name,job_title,site\nx{number},{cell},{cell},seaside\n");
            let report = house.run(import::people(&house.app, file.as_bytes(), false)).unwrap();
            assert!(!report.is_refused(), "{report}");
            let person = house.person(&format!("x{number}"));
            shows(&tomas.open(&format!("/people/{person}")).is(200), words);
            shows(&tomas.open(&format!("/praise/new?person={person}")).is(200), words);
            let form = guest.open("/at/seaside/praise").form("/praise").forge("person", &person.to_string());
            is_harmless(&form.fill("did", "Was kind").submit().is(200), words);
            let found = guest.open("/at/seaside/praise").form("/praise").fill("who", words).choose("step", "find");
            is_harmless(&found.submit().is(200), words);
        }
    }

    fn hb6_what_those_in_charge_type_is_words_for_everybody(house) {
        let (ada, guest) = (house.staff("ada"), house.guest());
        for words in PAYLOADS {
            let places = ada.open("/admin/sites/seaside/places").is(200).form("/admin/sites/seaside/places");
            is_harmless(&places.fill("name", words).submit(), words);
            let organisation = ada.open("/admin/organisation").is(200).form("/admin/organisation");
            is_harmless(&organisation.fill("name", words).fill("values", words).submit(), words);
            let site = ada.open("/admin/sites/seaside").is(200).form("/admin/sites/seaside");
            is_harmless(&site.fill("name", words).submit(), words);
            is_harmless(&ada.open("/admin/people/new").form("/admin/people").fill("given_name", words).submit(), words);
            is_harmless(&ada.open("/admin/mail").form("/admin/mail/test").fill("to", words).submit(), words);
            for page in ["/home", "/praise/new", "/admin/codes", "/admin/people?q=a", "/admin/sites/seaside/places"] {
                is_harmless(&ada.open(page), words);
            }
            is_harmless(&guest.open("/at/seaside"), words);
        }
        // The last of them is the site's name now.
        guest.open("/at/seaside").says("{ $name } { mails-hello }");
    }

    fn hb6_what_staff_raise_and_what_they_are_answered_is_words(house) {
        let (rosa, sven, mia) = (house.staff("rosa"), house.staff("sven"), house.staff("mia"));
        for words in &lines() {
            let refused = rosa.open("/voice/new").form("/voice").fill("what", words).fill("place", words).fill("fix", words);
            let refused = refused.fill("who", words).submit().is(422);
            is_harmless(&refused, words);
            for field in ["what", "place", "fix", "who"] {
                assert_eq!(&refused.value(field), words, "{field}");
            }
            let raised = rosa.raises_issue(words, &[("place", words), ("fix", words)]).is(200);
            let path = raised.path.clone();
            shows(&raised, words);
            shows(&raised.form("/write").fill("text", words).submit().is(200), words);
            for list in ["/voice", "/voice/mine"] {
                lists(&rosa.open(list).is(200), words);
            }
            let alike = sven.post("/voice/similar", &[("what", words), ("place", ""), ("fix", "")]).is(200);
            is_harmless(&alike, words);
            sven.post(&format!("{path}/support"), &[]).is(303);
            lists(&mia.open("/voice/queue").is(200), words);
            shows(&mia.open(&path).form("/reply").fill("text", words).choose("to", "everybody").submit().is(200), words);
            shows(&mia.open(&path).form("/remark").fill("remark", words).submit().is(200), words);
            // Too little would be sent back, as too vague.
            let said = format!("{words} and the painter comes on Monday");
            let step = || mia.open(&path).form(&format!("{path}/state")).fill("step_text", &said);
            let refused = step().choose("state", "planned").fill("planned_on", words).submit().is(422);
            is_harmless(&refused, words);
            assert_eq!((refused.value("step_text"), refused.value("planned_on")), (said.clone(), words.into()));
            shows(&step().choose("state", "changed").submit().is(200), words);
            shows(&sven.open(&path).is(200), words);
        }
        no_mail_is_a_program(house);
    }

    fn hb6_what_is_said_in_confidence_is_words(house) {
        let (rosa, carl) = (house.staff("rosa"), house.staff("carl"));
        for words in &lines() {
            let path = rosa.raised(words, &[("category", category(7)), ("level", "confidential"), ("place", words), ("fix", words)]);
            shows(&carl.open(&path).is(200), words);
            shows(&carl.open(&path).form("/reply").fill("text", words).submit().is(200), words);
            shows(&carl.open(&path).form("/remark").fill("remark", words).submit().is(200), words);
            shows(&rosa.open(&path).is(200), words);
            lists(&rosa.open("/voice/mine").is(200), words);
        }
        no_mail_is_a_program(house);
    }

    fn hb6_subjects_and_channels_are_words(house) {
        let (ada, rosa, guest) = (house.staff("ada"), house.staff("rosa"), house.guest());
        for words in &lines() {
            let form = ada.open("/admin/voice").is(200).form("/admin/voice/categories");
            let listed = form.fill("name", words).submit().is(200);
            shows(&listed, words);
            let links = "a[href^='/admin/voice/categories/']";
            let is_its = |text: &String| plain(text).contains(&plain(words));
            let days = &listed.hrefs(links)[listed.texts(links).iter().position(is_its).unwrap()];
            shows(&ada.open(days).is(200), words);
            let refused = ada.open(days).form("/admin/voice/categories/").fill("answer_days", words).submit().is(422);
            is_harmless(&refused, words);
            assert_eq!(&refused.value("answer_days"), words);
            shows(&rosa.open("/voice/new").is(200), words);
            shows(&guest.open("/voice/anonymous?site=seaside").is(200), words);
            let channels = ada.open("/admin/voice/channels").is(200).form("/admin/voice/channels");
            shows(&channels.fill("channels", words).submit().is(200), words);
            shows(&rosa.open("/voice/channels").is(200), words);
        }
    }

    fn hb6_what_is_written_where_nobody_is_known_and_answered_is_words(house) {
        let (phone, carl, rosa) = (house.guest(), house.staff("carl"), house.staff("rosa"));
        let lines = lines();
        let receipts: Vec<String> = lines
            .iter()
            .map(|words| {
                let refused = phone.sends("seaside", words, &[("place", words), ("fix", words), ("code", words)]).is(422);
                is_harmless(&refused, words);
                for field in ["what", "place", "fix", "code"] {
                    assert_eq!(refused.value(field), *words, "{field}");
                }
                let sent = phone.sends("seaside", words, &[("place", words), ("fix", words)]).is(200);
                is_harmless(&sent, words);
                sent.receipt()
            })
            .collect();
        house.collects();
        for (words, receipt) in lines.iter().zip(&receipts) {
            let thread = phone.comes_back(receipt).is(200);
            shows(&thread, words);
            is_harmless(&phone.open("/voice/receipt").form("/voice/receipt").fill("receipt", words).post(), words);
            let more = |form: &str| thread.form("/voice/receipt").forge("step", form);
            shows(&more("write").fill("text", words).post().is(200), words);
            is_harmless(&more("reveal").forge("name", words).forge("sure", "yes").post().is(200), words);
        }
        house.collects();
        let threads = carl.open("/voice/threads").is(200);
        let paths = threads.hrefs("a[href^='/voice/threads/0'], li[id^=thread-] a");
        assert_eq!(paths.len(), lines.len(), "{}", threads.text());
        for path in paths {
            let thread = carl.open(&path).is(200);
            let words = thread.texts(".message-words").into_iter().next().unwrap();
            let words = lines.iter().find(|line| plain(&words).starts_with(&plain(line))).unwrap_or_else(|| panic!("{words}"));
            shows(&thread, words);
            let send = |form: &str, fields: &[&str]| {
                let form = fields.iter().fold(carl.open(&path).form(form), |form, field| form.fill(field, words));
                form.submit().is(200)
            };
            shows(&send("/answer", &["text"]), words);
            shows(&send("/remark", &["remark"]), words);
            let planned = carl.open(&path).form("/state").fill("state", "planned").fill("reason", words);
            shows(&planned.submit().is(200), words);
            match words.len() % 3 {
                0 => shows(&send("/keep", &["why"]), words),
                _ => {
                    shows(&send("/publish", &["title", "what", "place", "fix"]), words);
                    lists(&rosa.open("/voice").is(200), words);
                }
            }
        }
        for (words, receipt) in lines.iter().zip(&receipts) {
            shows(&phone.comes_back(receipt).is(200), words);
        }
        is_harmless(&phone.open("/voice/answers?site=seaside").is(200), "");
        for issue in rosa.open("/voice").hrefs("li[id^=issue-] a") {
            is_harmless(&rosa.open(&issue).is(200), &issue);
        }
        no_mail_is_a_program(house);
    }

    fn hb6_a_sites_name_is_words_on_its_poster_and_its_board(house) {
        let (ada, guest) = (house.staff("ada"), house.guest());
        for words in &lines() {
            let site = ada.open("/admin/sites/seaside").is(200).form("/admin/sites/seaside");
            site.fill("name", words).submit().is(200);
            shows(&ada.open("/admin/voice/poster/seaside").is(200), words);
            for page in ["anonymous", "anonymous?site=seaside", "answers?site=seaside", "answers/print?site=seaside"] {
                shows(&guest.open(&format!("/voice/{page}")).is(200), words);
            }
        }
    }
}
