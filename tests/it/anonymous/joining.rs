//! The same as an open issue of the site: whoever wrote counts there once, and nobody can see who they are, or when they
//! did something.

use diesel::prelude::*;
use peopleworthy::db::schema::{issue, issue_support};
use peopleworthy::voice::retention;

use super::{change, count, lines};
use crate::house::House;
use crate::house::journeys::{category, issue_links};
use crate::house::page::Page;
use crate::voice_joining::ends;
use crate::voice_races::{id_of, while_it_is_settled};

const DAY: i64 = 86_400;

/// Lena's issue, which Sven joined, and the receipt of somebody who says the same.
fn lift(house: &House) -> (String, String) {
    let path = house.staff("lena").raised("The lift sticks", &[("scope", "site")]);
    house.staff("sven").post(&format!("{path}/support"), &[]).is(303);
    let receipt = house.guest().writes("seaside", "We are late because of the lift");
    house.collects();
    (path, receipt)
}

/// How many people an issue is about, and how many of them have a row.
fn people(house: &House, path: &str) -> (i32, i64) {
    let id = id_of(path);
    house.read(move |conn| {
        let rows = issue_support::table.filter(issue_support::issue_id.eq(id)).count().get_result(conn)?;
        let all: i32 = issue::table.find(id).select(issue::support_count).first(conn)?;
        Ok((all + 1, rows))
    })
}

/// Carl joins the first thread to an issue.
#[track_caller]
fn joins(house: &House, path: &str) {
    let carl = house.staff("carl");
    let form = carl.first_thread().form("/join").fill("issue", &id_of(path).to_string());
    form.submit().is(200).says("The writer can read it now");
}

fn offers(page: &Page, path: &str) -> bool {
    page.count(&format!("option[value='{}']", id_of(path))) > 0
}

/// The first thread among those that are settled.
#[track_caller]
fn settled(house: &House) -> String {
    house.staff("carl").open("/voice/threads?shown=closed").is(200).link("/voice/threads/")
}

on_both! {
    fn whoever_wrote_counts_once_without_a_row_and_reads_where_it_goes_on(house) {
        let (path, receipt) = lift(house);
        let (carl, phone) = (house.staff("carl"), house.guest());
        let page = carl.first_thread();
        assert_eq!(page.texts("#issue option"), ["Please choose", "The lift sticks"]);
        assert_eq!(page.form("/join").submit().is(422).problem("issue"), "Please choose one that is still open.");
        for _ in 0..2 {
            let page = page.form("/join").fill("issue", &id_of(&path).to_string()).submit().is(200);
            page.says("It goes on under this issue: The lift sticks").says("3 people").lacks("/publish").lacks("/keep");
        }
        assert_eq!(people(house, &path), (3, 1), "Lena, Sven and somebody; once, however often the button is pressed");
        house.staff("rosa").open(&path).says("3 people").lacks("Carl Jensen");
        let rosa = house.staff("rosa");
        let list = rosa.open("/voice");
        assert_eq!(issue_links(&list), [path.as_str()]);
        list.says("3 people");
        house.staff("mia").open(&path).is(200).says("3 people").lacks("These go on here").lacks("late because");
        let mine = phone.comes_back(&receipt).is(200);
        mine.says("The same as an open issue. It goes on there.").says("The lift sticks").says("Carl Jensen");
        mine.says("Goes on under an open issue").says("3 people").says("Received").lacks(&id_of(&path).to_string());
        let mia = house.staff("mia");
        let form = mia.open(&path).form(&format!("{path}/state")).forge("state", "planned");
        form.fill("step_text", "A new motor comes").fill("planned_on", "2026-12-15").submit().is(200);
        phone.comes_back(&receipt).says("Planned · 15 December 2026");
        let acts = "SELECT detail AS one FROM audit_entry WHERE what = 'handled' AND about = 'thread' ORDER BY seq";
        assert_eq!(lines(house, acts), ["joined"]);
        let thread = settled(house);
        for (end, field) in [("publish", "title"), ("keep", "why"), ("join", "issue")] {
            let version = carl.open(&thread).value("version");
            let mut fields = vec![("version", version.as_str()), ("title", "The lift"), ("what", "It sticks"), ("why", "Known")];
            let id = id_of(&path).to_string();
            fields.push(("issue", &id));
            carl.post(&format!("{thread}/{end}"), &fields).is(409).problem(field);
        }
        assert_eq!((people(house, &path), count(house, "issue")), ((3, 1), 1));
    }

    fn it_leaves_by_a_handlers_deed_or_with_a_collection_and_never_when_its_writer_writes(house) {
        let (path, receipt) = lift(house);
        let (carl, phone) = (house.staff("carl"), house.guest());
        joins(house, &path);
        let page = carl.open(&settled(house));
        page.form("/answer").fill("text", "I have told them").submit().is(200);
        assert_eq!(people(house, &path), (3, 1), "an answer changes nothing");
        page.form("/state").fill("state", "looking").submit().is(200);
        assert_eq!(people(house, &path), (2, 1));
        phone.comes_back(&receipt).says("It goes on there").lacks("The lift sticks").lacks("2 people").lacks("You count there");
        joins(house, &path);
        assert_eq!(people(house, &path), (3, 1));
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "It is the stairs, not the lift").post().is(200);
        assert_eq!(people(house, &path), (3, 1), "nothing happens at the moment in which somebody writes");
        house.collects();
        assert_eq!(people(house, &path), (2, 1));
        let page = carl.first_thread();
        page.says("It is the stairs").says("Received");
        page.form("/publish").fill("title", "The stairs are steep").submit().is(200).says("The site sees it").lacks("/join");
        assert_eq!(people(house, &path), (2, 1));
        house.guest().writes("seaside", "Another one");
        house.collects();
    }

    fn when_a_thread_ends_its_writer_counts_no_more_and_when_the_issue_ends_the_thread_stays(house) {
        let (path, receipt) = lift(house);
        joins(house, &path);
        house.later(705 * DAY);
        house.run(retention::run(&house.app)).unwrap();
        assert_eq!(people(house, &path), (3, 1));
        house.later(30 * DAY);
        house.run(retention::run(&house.app)).unwrap();
        assert_eq!((count(house, "anon_thread"), people(house, &path)), (0, (2, 1)));
        house.run(retention::run(&house.app)).unwrap();
        assert_eq!(people(house, &path), (2, 1), "once");
        house.guest().comes_back(&receipt).says("Nothing is found");
        // The other way round.
        let receipt = house.guest().writes("seaside", "Late again because of the lift");
        house.collects();
        joins(house, &path);
        let mia = house.staff("mia");
        let form = mia.open(&path).form(&format!("{path}/state")).forge("state", "changed");
        form.fill("step_text", "It was exchanged today").submit().is(200);
        house.guest().comes_back(&receipt).is(200).says("3 people").says("Changed");
        ends(house, &path);
        house.guest().comes_back(&receipt).is(200).says("It goes on under another issue").lacks("people");
        let carl = house.staff("carl");
        carl.open(&settled(house)).is(200).says("It goes on under another issue").form("/state").fill("state", "looking").submit().is(200);
    }

    fn only_what_everybody_there_reads_is_offered_and_only_for_what_nobody_is_excluded_from(house) {
        let (path, _) = lift(house);
        let xenia = house.person("xenia").to_string();
        let of = |who: &str, fields: &[(&str, &str)]| house.staff(who).raised("Something else", fields);
        let company = of("lena", &[("scope", "company")]);
        let not = [
            of("lena", &[("scope", "team")]),
            of("lena", &[("scope", "private")]),
            of("lena", &[("scope", "site"), ("person", &xenia)]),
            of("yuki", &[("scope", "site")]),
            of("carl", &[("scope", "company")]),
            of("clara", &[("scope", "site")]),
            house.staff("lena").confides("Walrus told me to smile"),
        ];
        let closed = of("lena", &[("scope", "site")]);
        let mia = house.staff("mia");
        let form = mia.open(&closed).form(&format!("{closed}/state")).forge("state", "changed");
        form.fill("step_text", "It was exchanged today").submit().is(200);
        let clara = house.staff("clara");
        let page = clara.first_thread();
        assert!(offers(&page, &path) && offers(&page, &company));
        for other in not.iter().chain([&closed]) {
            assert!(!offers(&page, other), "{other}");
            let fields = [("version", "2"), ("issue", &id_of(other).to_string() as &str)];
            clara.post(&format!("{}/join", page.path), &fields).is(422).problem("issue");
        }
        let phone = house.guest();
        let clara_id = house.person("clara").to_string();
        let carl = house.staff("carl");
        let thread = |what: &str, fields: &[(&str, &str)]| {
            change(house, "DELETE FROM anon_message; DELETE FROM anon_thread");
            phone.sends("seaside", what, fields).is(200);
            house.collects();
            carl.first_thread().path.clone()
        };
        let fields = [("version", "2"), ("issue", &id_of(&path).to_string() as &str)];
        let excluding = thread("About Clara and the lift", &[("exclude", &clara_id)]);
        assert!(!carl.open(&excluding).has_form("/join"));
        carl.post(&format!("{excluding}/join"), &fields).is(422).problem("issue");
        let delicate = thread("He waits for me at the lift", &[("category", category(7))]);
        assert!(!carl.open(&delicate).has_form("/join"));
        carl.post(&format!("{delicate}/join"), &fields).is(403);
        assert_eq!(people(house, &path), (2, 1));
    }

    fn all_down_the_line_they_count_and_read_where_it_goes_on_unless_that_is_kept_from_somebody(house) {
        let (path, receipt) = lift(house);
        let motors = house.staff("tomas").raised("All motors are old", &[("scope", "site")]);
        joins(house, &path);
        let mia = house.staff("mia");
        let form = mia.open(&path).form(&format!("{path}/state")).forge("state", "joined");
        form.forge("other", &id_of(&motors).to_string()).submit().is(200);
        assert_eq!(people(house, &motors), (4, 2), "Tomás, Lena, Sven, somebody");
        let phone = house.guest();
        phone.comes_back(&receipt).says("All motors are old").says("4 people");
        // It might be Xenia who wrote.
        let xenia = house.person("xenia").to_string();
        let form = mia.open(&motors).form("/people").forge("person", &xenia).forge("deed", "subject");
        form.submit().is(200);
        phone.comes_back(&receipt).says("It goes on under another issue").lacks("All motors are old");
        house.staff("carl").open(&settled(house)).form("/state").fill("state", "looking").submit().is(200);
        assert_eq!((people(house, &path), people(house, &motors)), ((2, 1), (3, 2)));
    }

    fn who_comes_second_reads_so(house) {
        let (path, _) = lift(house);
        let (carl, clara) = (house.staff("carl"), house.staff("clara"));
        let (page, gone) = (carl.first_thread(), carl.first_thread());
        clara.first_thread().form("/keep").fill("why", "It is known").submit().is(200);
        let id = id_of(&path).to_string();
        let late = page.form("/join").fill("issue", &id).submit().is(409);
        assert!(late.problem("issue").starts_with("Somebody else was faster"));
        assert_eq!(people(house, &path), (2, 1));
        late.form("/join").submit().is(200).says("It goes on under this issue");
        assert_eq!(people(house, &path), (3, 1), "kept from the site, and counted there");
        gone.form("/join").fill("issue", &id).submit().is(409).problem("issue");
        assert_eq!(people(house, &path), (3, 1));
        house.guest().writes("seaside", "Late once more");
        house.collects();
        let page = carl.first_thread();
        while_it_is_settled(house, id_of(&path), || {
            page.form("/join").fill("issue", &id).submit().is(409).problem("issue");
        });
        assert_eq!(people(house, &path), (3, 1));
    }

    fn beside_me_too_stands_the_way_for_who_would_rather_not_be_seen(house) {
        let (path, _) = lift(house);
        let rosa = house.staff("rosa");
        let page = rosa.open(&path).is(200);
        page.says("You would rather not be seen?").says("can join it to this one");
        assert_eq!(page.hrefs("a[href^='/voice/anonymous'][rel=noreferrer]"), ["/voice/anonymous"]);
        rosa.speaks("de");
        rosa.open(&path).says("Sie möchten lieber nicht gesehen werden?");
        for who in ["lena", "sven"] {
            house.staff(who).open(&path).is(200).lacks("rather not be seen");
        }
        let team = house.staff("bruno").raised("The linen is short", &[("scope", "team")]);
        house.staff("xenia").open(&team).is(200).says("Me too").lacks("rather not be seen");
    }
}
