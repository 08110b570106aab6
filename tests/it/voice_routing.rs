//! What issues are about and who receives them: set by administrators, checked for gaps.

use peopleworthy::people::role_store;

use crate::house::House;
use crate::house::journeys::category;

on_both! {
    fn the_check_names_what_nobody_receives_site_by_site(house) {
        let ada = house.staff("ada");
        let page = ada.open("/admin/voice").is(200);
        page.says("Seaside : nobody is named for these. Meanwhile Mia Petrova receives them").says("Harbour : nobody receives these");
        let olga = house.person("olga").to_string();
        let set = |fields: &[(&str, &str)]| {
            let mut form = ada.open("/admin/voice").form("/admin/voice/routes");
            for (name, value) in fields {
                form = form.forge(name, value);
            }
            form.submit()
        };
        set(&[("who", "Olga Brandt"), ("step", "find")]).is(200).says("Head housekeeper");
        set(&[]).is(422).problem("who");
        set(&[("person", &olga), ("category", category(1)), ("deed", "deputy")]).is(422).problem("deed");
        set(&[("person", &olga), ("category", "all"), ("site", &house.site("harbour").to_string())]).is(200).says("Saved");
        let page = ada.open("/admin/voice");
        page.lacks("Harbour : nobody receives").says("Olga Brandt");
        set(&[("person", &olga), ("category", "all")]).is(200);
        ada.open("/admin/voice").says("Everything has somebody who receives it");
        assert!(house.staff("rosa").open("/voice/new").is(200).text().contains("Goes to Olga Brandt"));
        let mia = house.person("mia").to_string();
        set(&[("person", &mia), ("category", category(1)), ("deed", "deputy")]).is(200).says("Mia Petrova");
        house.staff("rosa").open("/voice/new").says("Goes to Olga Brandt, or Mia Petrova in their place");
        ada.post("/admin/voice/routes/remove", &[("category", category(1)), ("site", "")]).is(303);
        ada.open("/admin/voice").says("Seaside : nobody is named for these");
        for who in ["mia", "harriet", "carl", "olga"] {
            assert_eq!(house.staff(who).get("/admin/voice").status, 403, "{who}");
        }
    }

    fn an_organisation_adds_subjects_of_its_own_and_offers_others_no_more(house) {
        let ada = house.staff("ada");
        ada.open("/admin/voice").form("/admin/voice/categories").submit().is(422).problem("name");
        let form = ada.open("/admin/voice").form("/admin/voice/categories").fill("name", "Theft <b>");
        form.forge("delicate", "yes").submit().is(200).says("Theft <b>");
        let rosa = house.staff("rosa");
        rosa.open("/voice/new").says("Theft <b>").says("This is treated as delicate");
        let path = rosa.raised("The trolley is old", &[("category", category(2))]);
        ada.post(&format!("/admin/voice/categories/{}/retire", category(2)), &[]).is(303);
        rosa.open("/voice/new").lacks(category(2));
        rosa.raises_issue("Too late", &[("category", category(2))]).is(422).problem("category");
        rosa.open(&path).says("How we work");
        ada.post(&format!("/admin/voice/categories/{}/retire", category(2)), &[("step", "return")]).is(303);
        rosa.raised("In time", &[("category", category(2))]);
        let changed = house.read(|conn| {
            use diesel::prelude::*;
            use peopleworthy::db::schema::audit_entry;
            audit_entry::table.filter(audit_entry::about.eq("issue_category")).count().get_result::<i64>(conn)
        });
        assert_eq!(changed, 3);
    }

    fn a_subject_gives_the_days_that_an_administrator_sets(house) {
        use diesel::prelude::*;
        use peopleworthy::clock::Day;
        use peopleworthy::db::schema::{audit_entry, issue};
        let (ada, rosa) = (house.staff("ada"), house.staff("rosa"));
        let due = |path: String| {
            let id: peopleworthy::ids::IssueId = path.rsplit('/').next().unwrap().parse().unwrap();
            let due: (Day, Day, Day) = house.read(move |conn| {
                let days = (issue::acknowledge_due_on, issue::answer_due_on, issue::decide_due_on);
                issue::table.find(id).select(days).first(conn)
            });
            [due.0, due.1, due.2].map(|day| day.to_string())
        };
        let usual = due(rosa.raised("With the usual days", &[("category", category(2))]));
        let path = ada.open("/admin/voice").link(&format!("/admin/voice/categories/{}", category(2)));
        let page = ada.open(&path).is(200);
        assert_eq!(page.value("keep_days"), "730");
        for (field, typed) in [
            ("acknowledge_days", "0"), ("answer_days", "251"), ("decide_days", "-1"), ("answer_days", "soon"),
            ("decide_days", "2"), ("answer_days", "1"), ("keep_days", "29"), ("keep_days", "3661"), ("keep_days", ""),
        ] {
            let form = page.form(&path).fill("acknowledge_days", "3").fill("answer_days", "4").fill("decide_days", "5");
            let refused = form.fill(field, typed).submit().is(422);
            refused.problem(field);
            assert_eq!(refused.value(field), typed);
            assert_eq!(refused.value(if field == "keep_days" { "answer_days" } else { "keep_days" }), if field == "keep_days" { "4" } else { "730" });
        }
        let form = page.form(&path).fill("acknowledge_days", "1").fill("answer_days", "1").fill("decide_days", "250");
        form.fill("keep_days", "3660").submit().is(200).says("Saved").says("1 · 1 · 250").says("3660");
        let long = due(rosa.raised("With days of its own", &[("category", category(2))]));
        assert!(long[0] < usual[0] && long[1] == long[0] && long[2] > usual[2], "{usual:?} {long:?}");
        let said: Vec<String> = house.read(|conn| {
            audit_entry::table.filter(audit_entry::about.eq("issue_category")).select(audit_entry::detail).load(conn)
        });
        assert_eq!(said, ["days: acknowledge 1, answer 1, decide 250, keep 3660"]);
        ada.get("/admin/voice/categories/766f6963-6500-4000-8000-0000000000ff").is(404);
        house.staff("mia").get(&path).is(404);
    }

    fn who_has_left_is_nobodys_deputy_and_what_is_passed_on_does_not_come_back_to_them(house) {
        use diesel::prelude::*;
        use peopleworthy::db::schema::issue;
        use peopleworthy::people::open_items_store;
        let path = house.staff("rosa").raised("The trolley is old", &[]);
        let [olga, mia] = ["olga", "mia"].map(|who| house.person(who));
        house.write(move |deed| {
            diesel::update(issue::table).set((issue::owner_id.eq(mia), issue::deputy_id.eq(olga))).execute(deed.conn)
        });
        house.write(move |deed| open_items_store::pass_on(deed, olga));
        house.write(move |deed| open_items_store::pass_on(deed, mia));
        let receivers = house.read(|conn| {
            issue::table.select((issue::owner_id, issue::deputy_id)).first::<(Option<_>, Option<_>)>(conn)
        });
        assert_eq!(receivers, (None::<peopleworthy::ids::PersonId>, None::<peopleworthy::ids::PersonId>));
        house.staff("rosa").open(&path).is(200);
    }

    fn where_nobody_holds_confidences_none_can_be_lost(house) {
        let handlers = ["clara", "carl"].map(|who| house.person(who));
        house.write(move |deed| {
            for id in handlers {
                for grant in role_store::list_grants(deed.conn, id)? {
                    role_store::remove_grant(deed.conn, id, grant)?;
                }
            }
            Ok(())
        });
        let rosa = house.staff("rosa");
        rosa.open("/voice/new").says("There is no confidential handler for your site yet");
        let refused = rosa.raises_issue("To nobody", &[("level", "confidential")]).is(422);
        assert!(refused.problem("level").contains("nobody could read it"));
        assert_eq!(refused.value("what"), "To nobody");
    }

    fn check_names_what_nobody_receives_and_where_nobody_holds_confidences(house) {
        let (wrong, said) = issues_as_checked(house);
        assert!(wrong && said.contains("Rooms, things and tools") && said.contains("at Harbour"), "nobody was named yet: {said}");
        assert!(!said.contains("at Seaside") && !said.contains("confidential handler"), "Mia receives it: {said}");
        let olga = house.person("olga").to_string();
        let ada = house.staff("ada");
        let form = ada.open("/admin/voice").form("/admin/voice/routes");
        form.forge("category", "all").forge("person", &olga).submit().is(200);
        assert!(!issues_as_checked(house).0);
        let carl = house.person("carl");
        house.write(move |deed| {
            let grants = role_store::list_grants(deed.conn, carl)?;
            grants.into_iter().try_for_each(|grant| role_store::remove_grant(deed.conn, carl, grant).map(drop))
        });
        let (wrong, said) = issues_as_checked(house);
        assert!(wrong && said.contains("there is no confidential handler at Harbour;"), "Clara is Seaside's: {said}");
    }
}

/// What `check` says about issues, and whether that is wrong.
fn issues_as_checked(house: &House) -> (bool, String) {
    let line = crate::house::program::checked(house, "issues");
    (line.starts_with("WRONG"), line)
}
