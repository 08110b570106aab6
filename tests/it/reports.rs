//! Reports: what became of what people wrote, of each site and of the house, and a letter about each month.

use diesel::prelude::*;
use peopleworthy::db::schema::{audit_entry, mail, report_figure};
use peopleworthy::directory::import;
use peopleworthy::insights::reports::{monthly, recount};

use crate::house::House;
use crate::house::journeys::{category, note_links};
use crate::house::page::Page;
use crate::house::program::checked;

const RECEIVERS: [(&str, &str); 5] = [
    ("amina", "Amina Diallo"),
    ("tomas", "Tomás Novák"),
    ("lena", "Lena Fischer"),
    ("rita", "Rita Salgado"),
    ("bruno", "Bruno Costa"),
];
const DAY: i64 = 24 * 3600;

fn count(house: &House) {
    house.run(recount::run(&house.app, "a test")).unwrap();
}

/// A figure on a page: what stands below its name.
fn figure(page: &Page, name: &str) -> String {
    let all = page.texts(".told > div");
    let found = all.iter().find(|text| text.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {all:?}"));
    found[name.len()..].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Guests praise five people twice each. All read the first note after seven minutes, three the second one.
fn praise_is_heard(house: &House) {
    for (_, name) in RECEIVERS {
        house.guest().praises("seaside", name, "Found my glasses").is(200);
    }
    house.later(7 * 60);
    for (who, _) in RECEIVERS {
        house.staff(who).newest_note();
    }
    for (_, name) in RECEIVERS {
        house.guest().praises("seaside", name, "Carried my bags").is(200);
    }
    house.later(30 * 60);
    for (who, _) in &RECEIVERS[..3] {
        house.staff(who).newest_note();
    }
}

on_both! {
    fn e1_whoever_looks_after_a_site_sees_how_soon_praise_is_heard_and_who_waits(house) {
        praise_is_heard(house);
        house.staff("lena").praises_colleague("tomas", "Lent me a hand");
        house.guest().raises("seaside", "The lift was stuck").is(200);
        let link = house.mail_to("rita@staff.example", "Seaside").link("/inbox/");
        house.guest().raises("seaside", "Is there a pool?").is(200);
        let rita = house.staff("rita");
        rita.open(&link).form("/inbox/").fill("text", "It is mended, thank you").submit().is(200);
        house.later(9 * DAY);
        count(house);
        let mia = house.staff("mia");
        let page = mia.open("/insights/sites/seaside").is(200);
        assert_eq!(figure(&page, "Praise by customers"), "10");
        assert_eq!(figure(&page, "Praise among colleagues"), "1");
        let heard = figure(&page, "Time to hear");
        assert!(heard.starts_with("30 minutes likely at least 7 minutes") && heard.ends_with("of 11 notes"), "{heard}");
        assert_eq!(figure(&page, "Praise without a name").split(' ').next(), Some("0"));
        assert_eq!(figure(&page, "Concerns and questions"), "2");
        assert_eq!(figure(&page, "Answered in time"), "too few to tell of 2");
        assert_eq!(figure(&page, "Waiting for an answer"), "1, 1 late");
        // The way in stands in everybody's menu who reads them, and every number says what it is.
        assert!(mia.open("/home").find_link("/insights").is_some());
        let what = page.link("/insights/definitions#heard");
        mia.open(&what).is(200).says("half were read sooner").says("What it cannot show");
        assert!(page.texts("#by-week ~ figure tbody tr").iter().any(|row| row.contains("10")), "{}", page.text());
    }

    fn e4_of_few_notes_or_few_people_no_time_is_told(house) {
        for _ in 0..12 {
            house.guest().praises("seaside", "Amina Diallo", "So kind").is(200);
        }
        house.staff("amina").newest_note();
        count(house);
        let who_page = house.staff("mia");
        let page = who_page.open("/insights/sites/seaside").is(200);
        assert_eq!(figure(&page, "Praise by customers"), "12");
        assert_eq!(figure(&page, "Time to hear"), "too few to tell of 12 notes", "it would be Amina's");
    }

    fn praise_for_nobody_counts_as_said_and_no_longer_as_waiting_and_junk_as_neither(house) {
        praise_is_heard(house);
        for did in ["Helped me", "Buy pills"] {
            let guest = house.guest();
            let form = guest.open("/at/seaside/praise").form("/praise").choose("unknown", "yes");
            form.fill("where", "at the pool").fill("did", did).submit().is(200);
        }
        let mia = house.staff("mia");
        let figures = |customers: &str, nameless: &str| {
            count(house);
            let page = mia.open("/insights/sites/seaside").is(200);
            assert_eq!(figure(&page, "Praise by customers"), customers);
            let told = figure(&page, "Praise without a name");
            assert!(told.starts_with(nameless), "{told}");
        };
        figures("12", "17 %");
        for why in ["nobody", "junk"] {
            mia.open("/inbox/unmatched").form("/aside").choose("why", why).submit().is(200);
        }
        figures("11", "0 %");
    }

    fn e2_hr_sees_all_sites_by_name_and_who_is_not_seen(house) {
        let pia = "employee_number,given_name,family_name,site,department\npia,Pia,Roth,seaside,Housekeeping\n";
        assert!(house.run(import::people(&house.app, pia.as_bytes(), false)).unwrap().done);
        praise_is_heard(house);
        house.guest().praises("harbour", "Yuki Tanaka", "Kind").is(200);
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").choose("unknown", "yes");
        form.fill("where", "at the pool").fill("did", "Helped me").submit().is(200);
        count(house);
        let who_page = house.staff("harriet");
        let page = who_page.open("/insights").is(200);
        assert_eq!(figure(&page, "Praise by customers"), "12", "the whole house");
        let sites = page.texts("[aria-labelledby=by-site] tbody th");
        assert_eq!(sites.iter().map(|name| name.trim()).collect::<Vec<_>>(), ["Harbour", "Seaside"]);
        let praise = page.texts("[aria-labelledby=by-site] tbody tr td:nth-of-type(1)");
        assert_eq!(praise.iter().map(|n| n.trim()).collect::<Vec<_>>(), ["1", "11"]);
        // Nobody here has a first day, so all have been here for long enough. Of housekeeping's five only Bruno had praise; of the
        // front office nobody is told, three people are too few.
        let groups = page.texts("[aria-labelledby=unpraised] tbody tr");
        assert_eq!(groups.len(), 1, "{groups:?}");
        assert!(groups[0].contains("Housekeeping") && groups[0].contains("at least half of 5"), "{groups:?}");
        let site = page.link("/insights/sites/seaside");
        let here = who_page.open(&site).is(200);
        let rows = here.texts("[aria-labelledby=departments] tbody tr");
        assert!(rows.len() == 1 && rows[0].contains("Housekeeping") && rows[0].contains("at least half"), "{rows:?}");
        let file = who_page.open("/insights/sites/seaside.csv").is(200);
        assert!(file.body().contains("Housekeeping,praise,,2,"), "{}", file.body());
        assert!(!file.body().contains("Front office"), "{}", file.body());
        let who_eva = house.staff("eva");
        let eva = who_eva.open("/insights").is(200);
        eva.lacks("Who is not seen?");
        assert_eq!(figure(&eva, "Praise by customers"), "12");
    }

    fn e3_an_executive_sees_what_most_people_stand_behind_and_words_that_were_shown_to_all(house) {
        let linen = house.staff("rosa").raised("The linen is always short", &[("scope", "company")]);
        let lift = house.staff("lena").raised("The lift is slow", &[("scope", "site"), ("category", category(2))]);
        for who in ["sven", "tomas"] {
            house.staff(who).open(&linen).form("/support").submit().is(200);
            house.staff(who).open(&lift).form("/support").submit().is(200);
        }
        house.guest().praises("seaside", "Amina Diallo", "She walked me to the tram in the rain").is(200);
        let amina = house.staff("amina");
        amina.newest_note();
        let note = note_links(&amina.open("/praise/mine").is(200)).remove(0);
        amina.open(&note).form("/visibility").forge("visibility", "company").submit().is(200);
        count(house);
        let eva = house.staff("eva");
        let page = eva.open("/insights").is(200);
        page.says("3 people").says("The linen is always short").says("She walked me to the tram in the rain");
        // Lena was told that her house reads it, and not that a director in another one does.
        page.lacks("The lift is slow");
        eva.open("/insights/sites/seaside").is(200).lacks("The lift is slow");
        eva.open(&page.link(&linen)).is(200);
        // Whoever looks after one site reads of that one.
        let who_mia = house.staff("mia");
        let mia = who_mia.open("/insights").is(200);
        mia.says("The linen is always short").says("The lift is slow").lacks("In their own words").lacks("The whole house");
        assert_eq!(mia.count("[aria-labelledby=by-site] tbody tr"), 1);
    }

    fn what_is_confided_or_kept_from_somebody_is_counted_nowhere(house) {
        let rosa = house.staff("rosa");
        rosa.raised("The linen is short", &[("scope", "site")]);
        rosa.raised("Only for my team", &[("scope", "team")]);
        rosa.confides("Walrus told me to smile");
        let xenia = house.person("xenia").to_string();
        rosa.raised("The rota is not fair", &[("scope", "site"), ("excluded", &xenia), ("person", &xenia)]);
        count(house);
        for who in ["mia", "harriet", "eva"] {
            let who_page = house.staff(who);
            let page = who_page.open("/insights/sites/seaside").is(200);
            assert_eq!(figure(&page, "Issues raised by staff"), "1", "{who}");
            assert_eq!(figure(&page, "Issues waiting for an answer"), "1", "{who}");
            page.lacks("Walrus").lacks("rota");
        }
    }

    fn who_reads_which_report(house) {
        house.guest().praises("seaside", "Amina Diallo", "So kind").is(200);
        count(house);
        for who in ["amina", "rita", "ada", "otto", "clara"] {
            for path in ["/insights", "/insights/sites/seaside", "/insights/sites.csv", "/insights/definitions"] {
                house.staff(who).get(path).is(403);
            }
        }
        let mia = house.staff("mia");
        mia.open("/insights/sites/seaside").is(200);
        mia.get("/insights/sites/harbour").is(404);
        mia.get("/insights/sites/harbour.csv").is(404);
        mia.get("/insights/sites/nowhere").is(404);
        let file = mia.open("/insights/sites.csv").is(200);
        assert!(file.body().contains("Seaside") && !file.body().contains("Harbour") && !file.body().contains("house"));
        assert!(!file.body().contains("unpraised"), "that is for HR");
        assert!(house.staff("harriet").open("/insights/sites.csv").is(200).body().contains("unpraised"));
        house.staff("eva").open("/insights/sites/harbour").is(200);
        let entries: Vec<String> = house.read(|conn| {
            let exports = audit_entry::table.filter(audit_entry::about.eq("sites").and(audit_entry::what.eq("exported")));
            exports.select(audit_entry::what).load(conn)
        });
        assert_eq!(entries, ["exported", "exported"]);
    }

    fn a_file_has_every_figure_that_a_page_has(house) {
        praise_is_heard(house);
        count(house);
        let file = house.staff("harriet").open("/insights/sites/seaside.csv").is(200).body();
        let line = |start: &str| {
            let found = file.lines().find(|line| line.starts_with(start));
            found.unwrap_or_else(|| panic!("no {start} in {file}")).to_owned()
        };
        assert_eq!(line("Seaside,praise,,"), "Seaside,praise,,10,,,");
        assert_eq!(line("Seaside,heard,,"), "Seaside,heard,,10,500,420,");
        assert_eq!(line("Seaside,praise,2026-11-16,"), "Seaside,praise,2026-11-16,10,,,");
    }

    fn counting_again_changes_nothing_and_check_says_what_has_moved(house) {
        praise_is_heard(house);
        count(house);
        let figures = |house: &House| -> Vec<(Vec<u8>, String, i32, Option<f64>)> {
            house.read(|conn| {
                let columns = (report_figure::unit_id, report_figure::name, report_figure::n, report_figure::value);
                report_figure::table.order((report_figure::unit_id, report_figure::name)).select(columns).load(conn)
            })
        };
        let before = figures(house);
        assert!(before.len() > 10);
        count(house);
        assert_eq!(figures(house), before);
        let said = checked(house, "reports");
        assert!(said.starts_with("ok     reports: all ") && said.contains("are what is kept"), "{said}");
        house.guest().praises("seaside", "Amina Diallo", "Once more").is(200);
        let said = checked(house, "reports");
        assert!(said.starts_with("ok     reports: all "), "what came since is not of that moment: {said}");
        // Taken back since, it was there then.
        house.staff("bruno").newest_note();
        let who_page = house.guest();
        let page = who_page.praises("seaside", "Tomás Novák", "And again");
        count(house);
        let question = page.link("/withdraw");
        who_page.open(&question).form("/withdraw").submit().is(200);
        let said = checked(house, "reports");
        assert!(said.contains("have moved since the last counting"), "{said}");
        count(house);
        assert!(checked(house, "reports").contains("are what is kept"));
    }

    fn e6_on_the_first_of_a_month_hr_and_executives_get_its_figures_once(house) {
        let letters = |house: &House| house.run(monthly::when_due(&house.app, "a test")).unwrap();
        praise_is_heard(house);
        assert_eq!(letters(house), 0, "nothing of a month before the house was opened");
        house.later(10 * DAY);
        assert_eq!(letters(house), 2);
        assert_eq!(letters(house), 0, "once");
        let mail = house.mail_to("harriet@staff.example", "The whole house, 1 Nov 2026 to 30 Nov 2026");
        for words in ["Praise by customers: 10", "Half of it was read within 8 minutes", "/insights"] {
            assert!(mail.text.contains(words), "{words} in {}", mail.text);
        }
        house.mail_to("eva@staff.example", "The whole house");
        // A month in which nobody wrote says so.
        house.later(31 * DAY);
        assert_eq!(letters(house), 2);
        let mail = house.mail_to("eva@staff.example", "1 Dec 2026 to 31 Dec 2026");
        assert!(mail.text.contains("nobody wrote anything"), "{}", mail.text);
        let kinds: i64 = house.read(|conn| mail::table.filter(mail::kind.eq("report_month")).count().get_result(conn));
        assert_eq!(kinds, 4);
    }

    fn of_a_site_of_a_few_people_and_of_who_would_be_left_over_only_what_waits_is_told(house) {
        let annex = "name,slug,time_zone,languages,country,parent\nAnnex,annex,Europe/Lisbon,en,PT,\n";
        assert!(house.run(import::sites(&house.app, annex.as_bytes())).unwrap().done);
        let people = "employee_number,given_name,family_name,email,site,role\n\
            ana,Ana,Reis,ana@staff.example,annex,hr@annex\nbeto,Beto,Sousa,,annex,\ncaio,Caio,Alves,,annex,\n";
        assert!(house.run(import::people(&house.app, people.as_bytes(), false)).unwrap().done);
        house.guest().praises("annex", "Beto Sousa", "Kind").is(200);
        house.guest().praises("harbour", "Yuki Tanaka", "Kind").is(200);
        house.guest().praises("seaside", "Amina Diallo", "Kind").is(200);
        house.guest().raises("annex", "No towels").is(200);
        count(house);
        let who = house.staff("harriet");
        let page = who.open("/insights").is(200);
        assert_eq!(figure(&page, "Praise by customers"), "3", "the house is told whole");
        let rows = page.texts("[aria-labelledby=by-site] tbody tr");
        // With the annex, three people would be left over beside Seaside and Harbour: Harbour's five stay with them.
        assert!(rows[0].contains("Hardly anybody works here") && rows[1].contains("Hardly anybody"), "{rows:?}");
        assert!(rows[2].contains("Seaside") && !rows[2].contains("Hardly"), "{rows:?}");
        let annex = who.open("/insights/sites/annex").is(200);
        annex.says("Hardly anybody works here").lacks("Praise by customers").lacks("Praise by week");
        assert_eq!(figure(&annex, "Waiting for an answer"), "1");
        for file in ["/insights/sites.csv", "/insights/sites/annex.csv", "/insights/sites/harbour.csv"] {
            let file = who.open(file).is(200).body();
            assert!(!file.contains("Annex,praise") && !file.contains("Harbour,praise"), "{file}");
        }
        assert!(who.open("/insights/sites.csv").is(200).body().contains("Annex,waiting,,1,"));
        assert!(checked(house, "reports").contains("are what is kept"));
        house.run(monthly::when_due(&house.app, "a test")).unwrap();
        house.later(10 * DAY);
        house.run(monthly::when_due(&house.app, "a test")).unwrap();
        let letter = house.mail_to("ana@staff.example", "Your sites");
        assert!(letter.text.contains("only what waits is told") && letter.text.contains("Waiting for an answer now: 1"));
        assert!(!letter.text.contains("Praise") && !letter.text.contains("nobody wrote"), "{}", letter.text);
        assert!(house.mail_to("harriet@staff.example", "The whole house").text.contains("Praise by customers: 3"));
    }
}
