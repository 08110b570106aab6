//! One issue goes on under another (V7): its people count there, once each, and leave with it again (V5).

use diesel::prelude::*;
use peopleworthy::db::schema::{issue, issue_support};
use peopleworthy::ids::IssueId;
use peopleworthy::voice::retention_store::{self, Ending};

use crate::house::House;
use crate::house::journeys::{category, issue_links};
use crate::house::page::Page;
use crate::voice::counts;
use crate::voice_races::id_of;

/// Raised by one, joined by others.
fn raised(house: &House, raiser: &str, what: &str, supporters: &[&str]) -> String {
    let path = house.staff(raiser).raised(what, &[("scope", "site")]);
    for who in supporters {
        house.staff(who).post(&format!("{path}/support"), &[]).is(303);
    }
    path
}

/// What Mia says of an issue: where it is from now on, and under which one it goes on.
#[track_caller]
fn steps(house: &House, path: &str, state: &str, other: &str) {
    let mia = house.staff("mia");
    let form = mia.open(path).is(200).form(&format!("{path}/state")).forge("state", state);
    form.forge("other", other.rsplit('/').next().unwrap()).submit().is(200);
}

#[track_caller]
fn joins(house: &House, path: &str, other: &str) {
    steps(house, path, "joined", other);
}

/// How many people an issue says it is about.
#[track_caller]
fn people(house: &House, path: &str) -> i32 {
    let mia = house.staff("mia");
    let page = mia.open(path).is(200);
    let tags = page.texts(".note-about span");
    let said = tags.iter().find_map(|text| text.trim().strip_suffix(" people").or(text.trim().strip_suffix(" person")));
    let said = said.unwrap_or_else(|| panic!("no number: {tags:?}")).parse().unwrap();
    let id = id_of(path);
    let counted: i32 = house.read(move |conn| issue::table.find(id).select(issue::support_count).first(conn));
    assert_eq!(said, counted + 1);
    said
}

/// How many of those have a row of their own.
fn rows(house: &House, path: &str) -> i64 {
    let id = id_of(path);
    house.read(move |conn| issue_support::table.filter(issue_support::issue_id.eq(id)).count().get_result(conn))
}

/// A closed issue has been kept for as long as it is.
#[track_caller]
pub fn ends(house: &House, path: &str) {
    let (id, secrets) = (id_of(path), house.app.secrets.clone());
    let is_done = house.write(move |deed| {
        let site_id = issue::table.find(id).select(issue::site_id).first(deed.conn)?;
        let ending = Ending::Issue { id, level: "named".into(), site_id, owner_id: None, deputy_id: None };
        let today = deed.now.utc_day();
        retention_store::mark_warned(deed.conn, std::slice::from_ref(&ending), today)?;
        retention_store::delete(deed.conn, &secrets, &ending, today)
    });
    assert!(is_done);
    house.staff("mia").get(path).is(404);
}

/// What was published out of the zone, of somebody whom nobody knows.
fn published(house: &House, title: &str) -> String {
    house.guest().writes("seaside", title);
    house.collects();
    let carl = house.staff("carl");
    carl.first_thread().form("/publish").fill("title", title).submit().is(200);
    carl.first_thread().form("/state").fill("state", "changed").submit().is(200);
    let title = title.to_owned();
    let id: IssueId =
        house.read(move |conn| issue::table.filter(issue::title.eq(&title)).select(issue::id).first(conn));
    format!("/voice/{id}")
}

on_both! {
    fn whom_it_is_about_counts_once_where_it_goes_on_and_hears_of_it_there(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven", "bruno"]);
        let wheels = raised(house, "lena", "Wheels need oil", &["sven"]);
        joins(house, &trolleys, &wheels);
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (4, 3), "Lena, Sven, Rosa, Bruno");
        assert_eq!(people(house, &trolleys), 3, "the original stays as it is");
        for who in ["rosa", "bruno"] {
            let browser = house.staff(who);
            assert_eq!(issue_links(&browser.open("/voice/mine")), [wheels.clone(), trolleys.clone()], "{who}");
            let page = browser.open(&trolleys).is(200);
            page.says("The trolleys squeak").says("It goes on here: Wheels need oil");
            browser.open(&page.link(&wheels)).is(200).says("You joined").says("4 people").lacks("Kowalski");
        }
        let sven = house.staff("sven");
        sven.open("/voice").says("Wheels need oil").says("4 people").lacks("The trolleys squeak");
        sven.open(&wheels).lacks("The trolleys squeak");
        let mia = house.staff("mia");
        let page = mia.open(&wheels);
        page.says("These go on here").says("The trolleys squeak").lacks("Kowalski").lacks("Lindgren");
        mia.open(&page.link(&trolleys)).is(200).says("The trolleys squeak");
        let before = [house.mails_to("rosa@staff.example").len(), house.mails_to("sven@staff.example").len()];
        let form = mia.open(&wheels).form(&format!("{wheels}/state")).forge("state", "planned");
        form.fill("step_text", "Twelve new wheels are ordered").fill("planned_on", "2026-12-15").submit().is(200);
        let after = [house.mails_to("rosa@staff.example").len(), house.mails_to("sven@staff.example").len()];
        assert_eq!(after, before.map(|mails| mails + 1), "one mail each");
        assert_eq!(counts(house, "rosa"), ["0", "1", "0", "0"]);
    }

    fn it_can_be_undone_by_who_handles_it_and_by_who_raised_it(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven", "bruno"]);
        let wheels = raised(house, "lena", "Wheels need oil", &["sven"]);
        let rosa = house.staff("rosa");
        let undoings: [(&str, &dyn Fn()); 4] = [
            ("looked into again", &|| steps(house, &trolleys, "looking", "")),
            ("settled otherwise", &|| {
                let mia = house.staff("mia");
                let form = mia.open(&trolleys).form(&format!("{trolleys}/state")).forge("state", "declined");
                form.fill("step_text", "The house forbids new trolleys this year").submit().is(200);
            }),
            ("written on", &|| drop(rosa.open(&trolleys).form("/write").fill("text", "It is not the wheels").submit().is(200))),
            ("taken back", &|| drop(rosa.open(&format!("{trolleys}/withdraw")).form("/withdraw").submit().is(200))),
        ];
        for (how, undo) in undoings {
            joins(house, &trolleys, &wheels);
            assert_eq!(people(house, &wheels), 4, "{how}");
            undo();
            assert_eq!((people(house, &wheels), rows(house, &wheels)), (2, 1), "{how}: Lena, and Sven by himself");
            assert_eq!(issue_links(&rosa.open("/voice/mine")), [trolleys.as_str()], "{how}");
            assert!(issue_links(&house.staff("sven").open("/voice/mine")).contains(&wheels), "{how}");
            house.staff("mia").open(&wheels).lacks("These go on here");
        }
    }

    fn what_is_said_of_it_meanwhile_undoes_nothing_and_it_may_go_on_under_yet_another_one(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven"]);
        let (wheels, doors) = (raised(house, "lena", "Wheels need oil", &[]), raised(house, "tomas", "Doors need oil", &[]));
        joins(house, &trolleys, &wheels);
        house.staff("mia").open(&trolleys).form("/reply").fill("text", "We order wheels").submit().is(200);
        assert_eq!((people(house, &wheels), people(house, &doors)), (3, 1));
        joins(house, &trolleys, &doors);
        assert_eq!((people(house, &wheels), people(house, &doors)), (1, 3));
        house.staff("rosa").open(&trolleys).says("It goes on here: Doors need oil");
    }

    fn whom_two_of_them_bring_stays_until_both_are_gone(house) {
        let wheels = raised(house, "lena", "Wheels need oil", &[]);
        let one = raised(house, "rosa", "The trolleys squeak", &["sven", "bruno"]);
        let other = raised(house, "bruno", "The doors squeak", &["sven"]);
        joins(house, &one, &wheels);
        joins(house, &other, &wheels);
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (4, 3), "Lena, Rosa, Sven, Bruno");
        steps(house, &one, "looking", "");
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (3, 2), "Lena, Sven, Bruno");
        joins(house, &one, &wheels);
        steps(house, &other, "looking", "");
        assert_eq!(people(house, &wheels), 4, "Lena, Rosa, Sven, Bruno");
        steps(house, &one, "looking", "");
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (1, 0));
    }

    fn whoever_presses_me_too_there_as_well_stays_and_whoever_takes_it_back_goes(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven", "bruno", "xenia"]);
        let wheels = raised(house, "lena", "Wheels need oil", &[]);
        let (sven, bruno, xenia) = (house.staff("sven"), house.staff("bruno"), house.staff("xenia"));
        joins(house, &trolleys, &wheels);
        assert_eq!(people(house, &wheels), 5);
        // Sven had that page open all the time.
        sven.post(&format!("{wheels}/support"), &[]).is(303);
        assert_eq!(people(house, &wheels), 5, "once a person");
        bruno.open(&wheels).form("/support").choose("step", "end").submit().is(200).says("4 people");
        assert_eq!(people(house, &trolleys), 4, "there he still says so");
        // Taken back where it was said, it counts nowhere.
        xenia.open(&trolleys).form("/support").choose("step", "end").submit().is(200).says("3 people");
        assert_eq!(people(house, &wheels), 3, "Lena, Rosa, Sven");
        steps(house, &trolleys, "looking", "");
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (2, 1), "Lena, and Sven by himself");
    }

    fn who_raised_or_answers_it_and_whom_it_is_kept_from_do_not_count_there(house) {
        let olga = house.person("olga").to_string();
        let route = [("category", category(1)), ("person", olga.as_str()), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &route).is(303);
        let xenia = house.person("xenia").to_string();
        let wheels = house.staff("lena").raised("Wheels need oil", &[("scope", "site"), ("person", &xenia)]);
        let trolleys = house.staff("xenia").raised("The trolleys squeak", &[("scope", "site"), ("category", category(2))]);
        for who in ["olga", "lena", "sven", "bruno"] {
            house.staff(who).post(&format!("{trolleys}/support"), &[]).is(303);
        }
        joins(house, &trolleys, &wheels);
        assert_eq!((people(house, &wheels), rows(house, &wheels)), (3, 2), "Lena, Sven, Bruno");
        house.staff("xenia").get(&wheels).is(404);
        house.staff("xenia").open(&trolleys).is(200).lacks("Wheels need oil");
        // Whom it turns out to be about goes, and stays away when the other one leaves.
        let bruno = house.person("bruno").to_string();
        let mia = house.staff("mia");
        let form = mia.open(&wheels).form("/people").forge("person", &bruno).forge("deed", "subject");
        form.submit().is(200).says("2 people");
        house.staff("bruno").get(&wheels).is(404);
        steps(house, &trolleys, "looking", "");
        assert_eq!((people(house, &wheels), people(house, &trolleys)), (1, 5));
    }

    fn all_down_a_line_everybody_counts_once_and_leaves_again(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven"]);
        let wheels = raised(house, "lena", "Wheels need oil", &["bruno"]);
        let all = raised(house, "tomas", "Everything needs oil", &["sven"]);
        joins(house, &trolleys, &wheels);
        joins(house, &wheels, &all);
        assert_eq!((people(house, &all), rows(house, &all)), (5, 4), "Tomás, Sven, Lena, Bruno, Rosa");
        house.staff("rosa").open("/voice/mine").says("Everything needs oil");
        // The first one leaves, and Sven stays because he said so there himself.
        steps(house, &trolleys, "looking", "");
        assert_eq!((people(house, &wheels), people(house, &all)), (2, 4));
        house.staff("rosa").open("/voice/mine").lacks("Everything needs oil");
        // Who takes it back in the middle goes further down as well.
        house.staff("bruno").open(&wheels).form("/support").choose("step", "end").submit().is(200);
        assert_eq!((people(house, &wheels), people(house, &all)), (1, 3));
        steps(house, &wheels, "looking", "");
        assert_eq!((people(house, &all), rows(house, &all)), (2, 1), "Tomás and Sven");
    }

    fn somebody_whom_nobody_knows_counts_too_and_all_down_the_line(house) {
        let lift = published(house, "The lift sticks");
        let (doors, all) = (raised(house, "lena", "Doors stick", &[]), raised(house, "tomas", "All sticks", &[]));
        house.staff("sven").post(&format!("{lift}/support"), &[]).is(303);
        joins(house, &lift, &doors);
        assert_eq!((people(house, &doors), rows(house, &doors)), (3, 1), "Lena, Sven, somebody");
        joins(house, &doors, &all);
        assert_eq!((people(house, &all), rows(house, &all)), (4, 2), "Tomás, Lena, Sven, somebody");
        steps(house, &lift, "looking", "");
        assert_eq!((people(house, &lift), people(house, &doors), people(house, &all)), (2, 1, 2));
        steps(house, &doors, "looking", "");
        assert_eq!((people(house, &all), rows(house, &all)), (1, 0));
    }

    fn it_goes_on_only_where_everybody_who_saw_it_may_look_and_never_if_it_is_confidential(house) {
        let rosa = house.staff("rosa");
        let reach = |who: &str, reach: &str| house.staff(who).raised(&format!("{who} {reach}"), &[("scope", reach)]);
        let here = [reach("lena", "private"), reach("sven", "team"), reach("bruno", "team"), reach("lena", "site"), reach("lena", "company")];
        let offered = |from: &str| {
            let mia = house.staff("mia");
            let page = mia.open(from).is(200);
            let options: Vec<String> = here.iter().filter(|path| page.count(&format!("option[value='{}']", path.rsplit('/').next().unwrap())) > 0).cloned().collect();
            options
        };
        let own = |reach| rosa.raised(&format!("Rosa {reach}"), &[("scope", reach)]);
        let [private, team, site, company] = ["private", "team", "site", "company"].map(own);
        for from in [&private, &team] {
            assert_eq!(offered(from), here[2..], "Bruno is in her department");
        }
        assert_eq!((offered(&site), offered(&company)), (here[3..].to_vec(), here[4..].to_vec()));
        let mia = house.staff("mia");
        let refused = |from: &str, other: &str| {
            let fields = [("state", "joined"), ("other", other.rsplit('/').next().unwrap())];
            mia.post(&format!("{from}/state"), &fields).is(422).problem("other");
        };
        refused(&site, &here[0]);
        refused(&site, &site);
        // Clara looks after named ones as well from now on, and still joins nothing confidential.
        let secret = rosa.confides("Walrus told me to smile");
        let grant = peopleworthy::people::role::Grant {
            role: peopleworthy::people::role::Role::Hr,
            site_id: None,
            department_id: None,
        };
        let clara = house.person("clara");
        house.write(move |deed| peopleworthy::people::role_store::add_grant(deed.conn, clara, grant, deed.now));
        let clara = house.staff("clara");
        assert_eq!(clara.open(&secret).is(200).count("#other"), 0);
        for (from, other) in [(&secret, &here[4]), (&site, &secret)] {
            let fields = [("state", "joined"), ("other", other.rsplit('/').next().unwrap())];
            clara.post(&format!("{from}/state"), &fields).is(422);
        }
        assert_eq!(people(house, &here[4]), 1);
    }

    fn what_was_closed_meanwhile_takes_nobody_in(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven"]);
        let wheels = raised(house, "lena", "Wheels need oil", &[]);
        let mia = house.staff("mia");
        let (one, other) = (mia.open(&trolleys), mia.open(&wheels));
        let join = |page: &Page<'_, '_>, path: &str, to: &str| {
            let form = page.form(&format!("{path}/state")).forge("state", "joined");
            form.forge("other", to.rsplit('/').next().unwrap()).submit().status
        };
        assert_eq!(join(&one, &trolleys, &wheels), 200);
        assert_eq!(join(&other, &wheels, &trolleys), 422, "it goes on under this one");
        assert_eq!((people(house, &wheels), people(house, &trolleys)), (3, 2));
    }

    fn when_one_of_them_ends_the_other_keeps_its_people(house) {
        let trolleys = raised(house, "rosa", "The trolleys squeak", &["sven"]);
        let (wheels, all) = (raised(house, "lena", "Wheels need oil", &[]), raised(house, "tomas", "Everything needs oil", &[]));
        joins(house, &trolleys, &wheels);
        joins(house, &wheels, &all);
        ends(house, &trolleys);
        assert_eq!((people(house, &wheels), people(house, &all)), (3, 4));
        // They may still leave it themselves, and it leaves with them.
        house.staff("sven").open(&wheels).form("/support").choose("step", "end").submit().is(200);
        assert_eq!((people(house, &wheels), people(house, &all)), (2, 3));
        ends(house, &wheels);
        assert_eq!((people(house, &all), rows(house, &all)), (3, 2), "Tomás, Lena, Rosa");
        house.staff("rosa").open(&all).form("/support").choose("step", "end").submit().is(200).says("2 people");
    }
}
