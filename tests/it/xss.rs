//! Words that are also programs, typed into every field: shown as the words they are (HB6, HB8).

use peopleworthy::directory::import;
use scraper::{Html, Selector};

use crate::house::journeys::follow_link;
use crate::house::page::Page;

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
}
