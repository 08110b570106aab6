//! How views behave, shown on small templates of their own.

use jiff::Timestamp;
use serde_json::json;

use super::templates::{Kind, Source, locales, name_and_kind};
use super::words::Words;
use super::{Lang, Views, ViewsError};
use crate::clock::Clock;

/// Views over a few templates (path, content), at half past eight on a November evening.
fn views(templates: &[(&str, &str)]) -> Result<Views, ViewsError> {
    let sources = templates.iter().map(|(path, content)| {
        let (name, kind) = name_and_kind(path).unwrap();
        Source { name: name.to_owned(), kind, content: (*content).to_owned().into() }
    });
    let now: Timestamp = "2026-11-21T20:30:00Z".parse().unwrap();
    let sources: Vec<Source> = sources.collect();
    Views::of(&sources, Words::load(locales().unwrap()).unwrap())
        .map(|views| views.with_clock(Clock::standing_at(now.into())))
}

/// What one HTML template makes of some data.
fn shown(template: &str, lang: Lang, data: serde_json::Value) -> String {
    views(&[("page.hbs", template)]).unwrap().html("page", lang, &data).unwrap()
}

#[test]
fn the_house_itself_loads() {
    let views = Views::load().unwrap();
    assert_eq!(views.text(Lang::De, "times-ago-days", &[("n", 3.into())]), "vor 3 Tagen");
}

#[test]
fn names_say_where_a_template_lives_and_who_escapes() {
    assert_eq!(name_and_kind("praise/show.hbs"), Some(("praise/show", Kind::Html)));
    assert_eq!(name_and_kind("mails/welcome/body.html.hbs"), Some(("mails/welcome/body", Kind::Html)));
    assert_eq!(name_and_kind("mails/welcome/body.txt.hbs"), Some(("mails/welcome/body", Kind::Plain)));
    assert_eq!(name_and_kind("README.md"), None);
}

#[test]
fn what_people_type_is_text_in_html_and_untouched_in_plain_mails() {
    let typed = "<b onclick=\"x\">&'{{7*7}}{{> page}}";
    let views = views(&[("page.hbs", "{{did}} {{value form \"a\"}}"), ("mails/x/body.txt.hbs", "{{did}}")]).unwrap();
    let data = json!({"did": typed, "form": {"values": {"a": typed}, "problems": []}});
    let html = views.html("page", Lang::En, &data).unwrap();
    let once = "&lt;b onclick&#x3D;&quot;x&quot;&gt;&amp;&#x27;{{7*7}}{{&gt; page}}";
    assert_eq!(html, format!("{once} {once}"));
    assert_eq!(views.plain("mails/x/body", Lang::En, &data).unwrap(), typed);
}

#[test]
fn values_in_sentences_are_escaped_too() {
    let page = "{{t \"times-duration-two\" large=a small=2}}";
    assert_eq!(shown(page, Lang::En, json!({"a": "<i>"})), "&lt;i&gt; 2");
}

#[test]
fn a_partial_that_is_given_a_language_speaks_it_and_nothing_after_it_does() {
    let page =
        "{{t \"times-ago-days\" n=1}}|{{#each days}}{{> ago in_lang=../other}}|{{/each}}{{t \"times-ago-days\" n=1}}";
    let ago = "{{#if true}}{{t \"times-ago-days\" n=n}}{{/if}}";
    let views = views(&[("page.hbs", page), ("ago.hbs", ago)]).unwrap();
    let html = views.html("page", Lang::En, &json!({"other": "de", "days": [{"n": 3}]}));
    assert_eq!(html.unwrap(), "1 day ago|vor 3 Tagen|1 day ago");
}

#[test]
fn a_field_that_is_missing_is_an_error_but_may_be_asked_for() {
    let views = views(&[("typo.hbs", "{{naem}}"), ("asked.hbs", "{{#if me.can.inbox}}yes{{else}}no{{/if}}")]).unwrap();
    assert!(matches!(views.html("typo", Lang::En, &json!({"name": 1})), Err(ViewsError::Render(_))));
    assert!(matches!(views.html("nowhere", Lang::En, &json!({})), Err(ViewsError::Render(_))));
    assert!(matches!(views.html("asked", Lang::En, &json!([])), Err(ViewsError::NotAnObject(_))));
    assert_eq!(views.html("asked", Lang::En, &json!({"me": null})).unwrap(), "no");
}

#[test]
fn layouts_wrap_pages_and_know_their_language() {
    let views = views(&[
        ("layouts/page.hbs", "<html lang=\"{{@root/lang}}\" dir=\"{{@root/dir}}\">{{title}}|{{> @partial-block}}</html>"),
        ("show.hbs", "{{#> layouts/page title=(t \"times-just-now\")}}{{t \"times-just-now\"}} {{#each all}}{{> _one}}{{/each}}{{/layouts/page}}"),
        ("_one.hbs", "{{ago at}};"),
    ])
    .unwrap();
    let page = views.html("show", Lang::De, &json!({"all": [{"at": "2026-11-21T18:00:00Z"}], "lang": "en"})).unwrap();
    assert_eq!(page, "<html lang=\"de\" dir=\"ltr\">gerade eben|gerade eben vor 2 Stunden;</html>");
}

#[test]
fn an_indented_include_leaves_typed_lines_as_they_are() {
    let views =
        views(&[("page.hbs", "<div>\n    {{> _area}}\n</div>"), ("_area.hbs", "<textarea>{{text}}</textarea>")]);
    let page = views.unwrap().html("page", Lang::En, &json!({"text": "one\ntwo"})).unwrap();
    assert!(page.contains("<textarea>one\ntwo</textarea>"), "{page}");
}

#[test]
fn templates_that_include_each_other_are_refused_before_anyone_renders_them() {
    let circle = views(&[
        ("a.hbs", "{{> b}}"),
        ("b.hbs", "{{#if x}}{{#> c}}{{/c}}{{/if}}"),
        ("c.hbs", "{{> a}}"),
        ("d.hbs", "x"),
    ]);
    assert!(matches!(circle, Err(ViewsError::Circle(names)) if names == ["a", "b", "c"]));
    assert!(matches!(views(&[("a.hbs", "{{> a}}")]), Err(ViewsError::Circle(_))));
    assert!(matches!(views(&[("a.hbs", "{{#if x}}1{{else}}{{> a}}{{/if}}")]), Err(ViewsError::Circle(_))));
    assert!(matches!(views(&[("a.hbs", "{{> nowhere}}")]), Err(ViewsError::Include(_, lost)) if lost == "nowhere"));
    assert!(matches!(views(&[("a.hbs", "{{> (lookup this \"x\")}}")]), Err(ViewsError::Include(..))));
    assert!(matches!(views(&[("a.hbs", "{{#if x}}")]), Err(ViewsError::Template(_))));
    assert!(
        matches!(views(&[("a.hbs", "{{#if (eq x (nohow 1))}}{{/if}}")]), Err(ViewsError::Helper(_, name)) if name == "nohow")
    );
    assert!(views(&[("a.hbs", "{{> b}}{{> c}}"), ("b.hbs", "{{> c}}"), ("c.hbs", "x")]).is_ok());
}

#[test]
fn numbers_days_and_moments_are_written_for_the_reader() {
    let page =
        "{{number n}} {{number x digits=1}} {{percent share}} {{day d}} {{day d length=\"medium\"}} {{moment m zone}}";
    let data = json!({"n": 12345, "x": 2, "share": 0.256, "d": "2026-03-01", "m": "2026-11-21T20:15:00.5Z", "zone": "Europe/Lisbon"});
    assert_eq!(shown(page, Lang::En, data.clone()), "12,345 2.0 26% 1 March 2026 1 Mar 2026 21 November 2026 at 20:15");
    assert_eq!(shown(page, Lang::De, data), "12.345 2,0 26\u{a0}% 1. März 2026 01.03.2026 21. November 2026 um 20:15");
    assert_eq!(
        shown("{{time_tag m \"Asia/Tokyo\"}} {{ago_tag m \"UTC\"}}", Lang::En, json!({"m": "2026-11-21T20:15:00Z"})),
        "<time datetime=\"2026-11-21T20:15:00Z\">22 November 2026 at 05:15</time> \
         <time datetime=\"2026-11-21T20:15:00Z\" title=\"21 November 2026 at 20:15\">15 minutes ago</time>"
    );
    assert_eq!(
        shown("{{moment m \"Mars/Base\"}}", Lang::En, json!({"m": "2026-11-21T20:15:00Z"})),
        "21 November 2026 at 20:15"
    );
}

#[test]
fn spans_are_said_as_people_say_them() {
    let ago = |moment: &str| shown("{{ago m}}", Lang::En, json!({"m": moment}));
    assert_eq!(ago("2026-11-21T20:29:30Z"), "just now");
    assert_eq!(ago("2026-11-21T20:29:00Z"), "1 minute ago");
    assert_eq!(ago("2026-11-19T20:29:00Z"), "2 days ago");
    assert_eq!(ago("2026-11-01T20:29:00Z"), "2 weeks ago");
    assert_eq!(ago("2026-08-01T20:29:00Z"), "3 months ago");
    assert_eq!(ago("2024-08-01T20:29:00Z"), "2 years ago");
    assert_eq!(ago("2026-11-24T20:30:00Z"), "in 3 days");
    let lasted = |seconds: f64| shown("{{duration s}}", Lang::De, json!({"s": seconds}));
    assert_eq!(lasted(1.2), "1 Sekunde");
    assert_eq!(lasted(150.0), "2 Minuten");
    assert_eq!(lasted(7500.0), "2 Stunden 5 Minuten");
    assert_eq!(lasted(7200.0), "2 Stunden");
    assert_eq!(lasted(90_000.0), "1 Tag 1 Stunde");
    assert_eq!(lasted(40_000.0), "11 Stunden");
}

#[test]
fn forms_show_what_was_typed_and_what_is_wrong_with_it() {
    let form = json!({"form": {
        "values": {"who": "Ana", "kind": "2", "values": ["a", "b"]},
        "problems": [{"field": "who", "sentence": "Please say more."}]
    }});
    let page = "{{value form \"who\"}}|{{value form \"none\"}}|{{#if (has_problem form \"who\")}}{{problem form \"who\"}}{{/if}}|\
                {{problem form \"none\"}}|{{#if (chosen form \"values\" \"b\")}}b{{/if}}{{#if (chosen form \"values\" \"c\")}}c{{/if}}|\
                {{#if (chosen form \"kind\" 2)}}two{{/if}}|{{#if (has_problem form \"none\")}}wrong{{/if}}";
    assert_eq!(shown(page, Lang::En, form), "Ana||Please say more.||b|two|");
    let page = "{{#if (and a (or b c) (not b))}}yes{{/if}}{{#if (eq n \"3\")}}three{{/if}}{{eq n 4}}";
    assert_eq!(shown(page, Lang::En, json!({"a": 1, "b": false, "c": "x", "n": 3})), "yesthreefalse");
    assert_eq!(shown("{{#if (and me me.can.inbox)}}yes{{/if}}", Lang::En, json!({"me": null})), "");
}

#[test]
fn a_field_named_like_a_helper_is_still_a_field() {
    let page = "{{#each people}}{{initials}}{{value}} {{/each}}{{initials name}} {{initials \"zoë\"}}";
    let data = json!({"people": [{"initials": "AB", "value": 7}], "name": "Ana María dos Santos"});
    assert_eq!(shown(page, Lang::En, data), "AB7 AS Z");
    assert!(views(&[("page.hbs", "{{initials}}")]).unwrap().html("page", Lang::En, &json!({})).is_err());
}

#[test]
fn text_in_another_language_says_so_and_cannot_break_out() {
    let page = "<p{{lang_attr of}}>";
    assert_eq!(shown(page, Lang::En, json!({"of": "ar"})), "<p lang=\"ar\" dir=\"rtl\">");
    for of in [json!("en"), json!(null), json!(""), json!("\"><script>")] {
        assert_eq!(shown(page, Lang::En, json!({"of": of})), "<p>");
    }
}

#[test]
fn links_of_others_lead_to_pages_only() {
    let href = |to: &str| shown("{{href to}}", Lang::En, json!({"to": to}));
    for fine in ["/praise/1", "https://example.org/x", "mailto:a@b.c", "#top", "more", "/a:b", ""] {
        assert_eq!(href(fine), fine);
    }
    for bad in [
        "javascript:alert(1)",
        "JaVaScript:x",
        "//evil",
        "/\\evil",
        "data:text/html,x",
        " javascript:x",
        "java\tscript:x",
        "\\/evil",
    ] {
        assert_eq!(href(bad), "#", "{bad}");
    }
}

#[test]
fn plain_mails_carry_no_hidden_signs() {
    let views = views(&[("mails/x/subject.txt.hbs", "{{t \"times-duration-two\" large=name small=\"&\"}}")]).unwrap();
    assert_eq!(views.plain("mails/x/subject", Lang::En, &json!({"name": "שרה"})).unwrap(), "שרה &");
}
