//! What the site is shown is an issue like every other: it is found, answered for and due as if somebody had raised it.

use diesel::prelude::*;
use peopleworthy::clock::Moment;
use peopleworthy::db::schema::{issue, issue_barred, issue_event};
use peopleworthy::ids::{IssueId, PersonId};
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::role_store;
use peopleworthy::voice::category::Route;
use peopleworthy::voice::category_store;

use super::{change, leaves};
use crate::house::House;
use crate::house::journeys::{category, issue_links};

const SHOWN: &str = "The lift in house B is stuck every morning";

/// Shows the first thread to the site; the key of the issue.
fn publish(house: &House) -> IssueId {
    let carl = house.staff("carl");
    let form = carl.first_thread().form("/publish");
    form.fill("title", "The lift is stuck").fill("what", SHOWN).submit().is(200).says("The site sees it");
    house.read(|conn| issue::table.select(issue::id).first(conn))
}

/// Says who answers what is about equipment at Seaside.
fn route(house: &House, owner: &str, deputy: Option<&str>) {
    let route = Route {
        category_id: category(1).parse().unwrap(),
        site_id: Some(house.site("seaside")),
        owner_id: house.person(owner),
        deputy_id: deputy.map(|deputy| house.person(deputy)),
    };
    house.write(move |deed| category_store::set_route(deed.conn, route, deed.now));
}

/// Gives somebody of the cast the right to read what is said in confidence at Seaside.
fn appoint(house: &House, number: &str) {
    let (person, site_id) = (house.person(number), Some(house.site("seaside")));
    let grant = Grant { role: Role::ConfidentialHandler, site_id, department_id: None };
    house.write(move |deed| role_store::add_grant(deed.conn, person, grant, deed.now));
}

fn responsible(house: &House, id: IssueId) -> [Option<PersonId>; 2] {
    let pair: (Option<PersonId>, Option<PersonId>) =
        house.read(move |conn| issue::table.find(id).select((issue::owner_id, issue::deputy_id)).first(conn));
    [pair.0, pair.1]
}

on_both! {
    fn m3_names_and_numbers_are_pointed_at_and_shown_only_when_somebody_has_looked(house) {
        let phone = house.guest();
        phone.writes("seaside", "Amina lets us wait. Call me at 0171 2345678");
        house.collects();
        let carl = house.staff("carl");
        let page = carl.first_thread();
        page.says("could give somebody away: 0171 2345678 , Amina");
        let reachable = page.form("/publish").fill("title", "Waiting").choose("looked", "on").submit().is(422);
        assert!(reachable.problem("what").contains("take out 0171 2345678"), "looking does not help: nobody is reached by a name");
        let refused = page.form("/publish").fill("title", "Waiting").fill("what", "Amina lets us wait").submit().is(422);
        assert!(refused.problem("looked").contains("say that you have looked"));
        assert_eq!(refused.value("what"), "Amina lets us wait");
        refused.says("give somebody away: Amina").lacks("0171 2345678 , Amina");
        // Taken out, nobody has to say anything.
        let shown = refused.form("/publish").fill("what", "They let us wait").submit().is(200).says("Everybody at the site can read it now").path.clone();
        let clara = house.staff("clara");
        let link = clara.open(&shown).says("The site sees it").hrefs("p.aside a").pop().unwrap();
        clara.open(&link).is(200).says("Raised without a name · 21 November 2026").lacks("00:00");
        phone.writes("seaside", "The May sun, and Amina's desk");
        house.collects();
        let page = carl.open("/voice/threads?shown=open");
        let link = page.hrefs(".note-first a").into_iter().find(|link| carl.open(link).text().contains("May sun")).unwrap();
        carl.open(&link).form("/publish").fill("title", "Sun").choose("looked", "on").submit().is(200).says("The site sees it");
    }

    fn what_is_shown_takes_its_place_by_its_day_and_is_offered_to_who_says_the_same(house) {
        let phone = house.guest();
        phone.writes("seaside", "The lift again");
        house.collects();
        let id = publish(house);
        let raised_at: Moment = house.read(move |conn| issue::table.find(id).select(issue::raised_at).first(conn));
        let in_key = id.0.as_bytes()[..6].iter().fold(0, |millis, byte| millis << 8 | i64::from(*byte));
        assert_eq!(in_key, raised_at.micros() / 1_000, "the key carries its day, and like the day no time");
        let events: Vec<(String, Option<PersonId>, Moment)> = house.read(move |conn| {
            let of = issue_event::table.filter(issue_event::issue_id.eq(id));
            of.select((issue_event::state, issue_event::person_id, issue_event::happened_at)).load(conn)
        });
        assert_eq!(events, [("received".to_owned(), None, raised_at)]);
        let sven = house.staff("sven");
        let part = sven.post("/voice/similar", &[("what", "Lift in house B stuck"), ("place", ""), ("fix", "")]).is(200).body();
        assert!(part.contains(&format!("/voice/{id}/support")), "{part}");
        house.later(86_400);
        let newer = house.staff("rosa").raised("The linen is short", &[]);
        assert_eq!(issue_links(&sven.open("/voice").is(200)), [newer, format!("/voice/{id}")]);
    }

    fn what_is_shown_on_a_saturday_is_due_in_working_days(house) {
        house.guest().writes("seaside", "The lift again");
        house.collects();
        let id = publish(house);
        let due: (String, String, String) = house.read(move |conn| {
            issue::table.find(id).select((issue::acknowledge_due_on, issue::answer_due_on, issue::decide_due_on)).first(conn)
        });
        assert_eq!(due, ("2026-11-24".into(), "2026-11-27".into(), "2026-12-18".into()));
    }

    fn whoever_answers_for_the_subject_is_told_that_it_is_theirs(house) {
        route(house, "olga", Some("rita"));
        house.guest().writes("seaside", "The lift again");
        house.collects();
        let id = publish(house);
        assert_eq!(responsible(house, id), [Some(house.person("olga")), Some(house.person("rita"))]);
        let mail = house.mail_to("olga@staff.example", "A colleague raised an issue");
        assert!(!mail.source.contains("lift") && !mail.source.contains("Lift"));
        house.staff("olga").open(&mail.link("/voice/")).is(200).says(SHOWN);
    }

    fn a_deputy_moves_up_and_without_anybody_it_falls_to_who_looks_after_the_site(house) {
        route(house, "olga", Some("rita"));
        leaves(house, "olga");
        let phone = house.guest();
        phone.writes("seaside", "The lift again");
        house.collects();
        let id = publish(house);
        assert_eq!(responsible(house, id), [Some(house.person("rita")), None]);
        leaves(house, "rita");
        change(house, "DELETE FROM issue_event; DELETE FROM issue; DELETE FROM anon_message; DELETE FROM anon_thread");
        phone.writes("seaside", "The lift still");
        house.collects();
        let id = publish(house);
        assert_eq!(responsible(house, id), [Some(house.person("mia")), None]);
        house.mail_to("mia@staff.example", "A colleague raised an issue");
    }

    fn what_somebody_is_excluded_from_is_never_shown_to_the_site_where_they_would_read_it(house) {
        appoint(house, "olga");
        let (phone, olga) = (house.guest(), house.person("olga").to_string());
        let page = phone.open("/voice/anonymous?site=seaside").is(200);
        page.says("may then show your words to everybody at the site").says("nothing of it is shown to the site");
        phone.open("/voice/anonymous?site=seaside&lang=de").is(200).says("darf Ihre Worte danach allen im Haus zeigen");
        phone.sends("seaside", "Olga blocks the lift", &[("exclude", &olga)]).is(200);
        house.collects();
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        thread.says("The writer excluded somebody").lacks("/publish\"");
        let typed = [("title", "A blocked lift"), ("what", "Long and careful words"), ("version", "1")];
        let refused = carl.post(&format!("{}/publish", thread.path), &typed).is(422);
        assert!(refused.problem("title").starts_with("The writer excluded somebody"));
        assert_eq!((refused.value("title"), refused.value("what")), ("A blocked lift".into(), "Long and careful words".into()));
        let issues: i64 = house.read(|conn| issue::table.count().get_result(conn));
        assert_eq!(issues, 0);
        house.staff("olga").open("/voice").is(200).lacks("blocked lift");
        // The writer still hears why.
        thread.form("/keep").fill("why", "You excluded somebody").submit().is(200).says("It is not shown to the site");
    }

    fn whoever_was_faster_takes_no_words_from_the_other(house) {
        let phone = house.guest();
        phone.writes("seaside", "The lift again");
        house.collects();
        let carl = house.staff("carl");
        let [state, keep, publish, late, never] = std::array::from_fn(|_| carl.first_thread());
        let clara = house.staff("clara");
        let form = clara.first_thread().form("/state");
        form.fill("state", "planned").fill("reason", "We look at it").submit().is(200);
        const FASTER: &str = "Somebody else was faster";
        let page = state.form("/state").fill("state", "declined").fill("reason", "A new one comes").submit().is(409);
        assert!(page.problem("state").starts_with(FASTER));
        assert_eq!(page.value("reason"), "A new one comes");
        page.says("We look at it");
        let page = keep.form("/keep").fill("why", "It names a colleague").submit().is(409);
        assert!(page.problem("why").starts_with(FASTER));
        assert_eq!(page.value("why"), "It names a colleague");
        let page = publish.form("/publish").fill("title", "Stuck").fill("what", SHOWN).submit().is(409);
        assert!(page.problem("title").starts_with(FASTER));
        assert_eq!((page.value("title"), page.value("what")), ("Stuck".into(), SHOWN.into()));
        // Looked at once more, the same press does it; whoever still looks at the old page keeps what they typed.
        page.form("/publish").submit().is(200).says("The site sees it");
        let page = late.form("/publish").fill("title", "Late").fill("what", "Long and careful words").submit().is(409);
        assert_eq!(page.says("The site sees it").count("form[action$='/publish']"), 0);
        assert_eq!((page.value("title"), page.value("what")), ("Late".into(), "Long and careful words".into()));
        let page = never.form("/keep").fill("why", "Rather not").submit().is(409);
        assert_eq!(page.value("why"), "Rather not");
        let issues: i64 = house.read(|conn| issue::table.count().get_result(conn));
        assert_eq!(issues, 1);
    }

    fn who_stepped_aside_does_not_answer_what_the_site_is_shown(house) {
        appoint(house, "olga");
        route(house, "olga", None);
        house.guest().writes("seaside", "Olga blocks the lift");
        house.collects();
        house.staff("olga").first_thread().form("/aside").submit().is(200);
        let id = publish(house);
        assert_eq!(responsible(house, id), [Some(house.person("mia")), None]);
        assert!(house.mails_to("olga@staff.example").is_empty());
        let barred: i64 = house.read(|conn| issue_barred::table.count().get_result(conn));
        assert_eq!(barred, 0, "whoever stepped aside stands inside the seal and nowhere else");
    }
}
