//! Notes without a clear name: they wait, somebody finds out, and the spelling is learnt.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use peopleworthy::app::Deed;
use peopleworthy::db::generation;
use peopleworthy::db::schema::{note, note_addition, note_recipient};
use peopleworthy::ids::{DepartmentId, NoteId};
use peopleworthy::live::Topic;
use peopleworthy::people::person_store;
use peopleworthy::praise::store as notes;

use crate::house::House;
use crate::house::journeys::follow_link;
use crate::voice_races::while_under_way;

fn waiting(house: &House, at: &str) -> usize {
    let responder = house.staff(at);
    let page = responder.open("/inbox/unmatched").is(200);
    page.count("article[id^=note-]")
}

on_both! {
    fn a_name_nobody_knows_is_found_out_once_and_known_from_then_on(house) {
        let guest = house.guest();
        let sent = guest.praises("seaside", "Aminchen Zauberfee", "Mended my suitcase").is(200);
        sent.says("We are finding out who it was");
        let link = follow_link(&sent);
        house.staff("amina").open("/praise/mine").lacks("suitcase");
        assert_eq!(waiting(house, "hugo"), 0);
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        queue.says("Aminchen Zauberfee").says("Mended my suitcase");
        let found = queue.form("/inbox/unmatched").fill("q", "Amina").submit().is(200);
        let amina = house.person("amina").to_string();
        let done = found.form("/inbox/unmatched/").choose("person", &amina).submit().is(200);
        done.says("It is with them now").lacks("suitcase");
        house.staff("amina").newest_note().says("Mended my suitcase");
        house.mail_to("amina@staff.example", "caught you doing something right");
        guest.open(&link).is(200).says("Amina has read it");
        // The same spelling finds her now, without anybody's help.
        let again = house.guest().open("/at/seaside/people?q=Aminchen+Zauberfee").is(200).body();
        assert!(again.contains(&amina), "{again}");
    }

    fn a_guest_who_does_not_know_the_name_tells_what_they_saw(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").choose("unknown", "yes");
        let problem = form.fill("did", "Carried my bags").submit().is(422);
        problem.problem("when");
        let form = problem.form("/praise").fill("what_role", "Porter").fill("when", "this morning");
        let sent = form.submit().is(200);
        sent.says("We are finding out who it was");
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        queue.says("Carried my bags").says("this morning").says("Tomás Novák").says("Their work fits");
    }

    fn what_waited_belongs_to_the_department_where_the_person_was_when_it_was_written(house) {
        let (amina, lena) = (house.person("amina"), house.person("lena"));
        let of = |id| house.read(move |conn| person_store::find_person(conn, id)).unwrap();
        let (then, restaurant) = (of(amina).department_id, of(lena).unit());
        house.guest().praises("seaside", "Aminchen Zauberfee", "Mended my suitcase").is(200);
        house.later(86_400);
        house.write(move |deed| {
            let who = person_store::find_person(deed.conn, amina)?.unwrap();
            person_store::move_person(deed.conn, &who, restaurant, deed.now.utc_day(), deed.now)
        });
        let mia = house.staff("mia");
        let found = mia.open("/inbox/unmatched").form("/inbox/unmatched").fill("q", "Amina").submit().is(200);
        let done = found.form("/inbox/unmatched/").choose("person", &amina.to_string()).submit().is(200);
        done.says("It is with them now");
        let department: Option<DepartmentId> = house.read(move |conn| {
            let shares = note_recipient::table.filter(note_recipient::person_id.eq(amina));
            shares.select(note_recipient::department_id).first(conn)
        });
        assert!(department == then && then != restaurant.department_id);
    }

    fn what_is_for_nobody_is_set_aside_told_so_and_comes_back(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Aminchen Zauberfee", "Mended my suitcase"));
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        let aside = queue.form("/aside").choose("why", "nobody");
        let action = aside.action.clone();
        let junk = [("why", "junk"), ("version", "1")];
        house.staff("hugo").post(&action, &junk).is(404);
        house.staff("amina").post(&action, &junk).is(404);
        rita.post(&action, &[("why", "delivered"), ("version", "1")]).is(404);
        aside.submit().is(200).says("Set aside. You find it").says("No note waits");
        rita.post(&action, &junk).is(409).says("faster");
        // Whoever wrote it is told, and what they remember brings it back.
        guest.open(&link).is(200).says("could not find out who it was");
        for _ in 0..2 {
            guest.post(&format!("{link}/add"), &[("addition", "She wore a red scarf")]).is(303);
        }
        guest.open(&link).is(200).says("We are finding out who it was");
        let queue = rita.open("/inbox/unmatched").is(200).text();
        assert_eq!(queue.matches("She wore a red scarf").count(), 1, "two presses add it once: {queue}");
        // What is added while a page lies open is read before the note is set aside.
        let stale = rita.open("/inbox/unmatched").form("/aside").choose("why", "junk");
        guest.open(&link).form("/add").fill("addition", "And a green hat").submit().is(200);
        stale.submit().is(409);
        rita.open("/inbox/unmatched").says("And a green hat").form("/aside").choose("why", "junk").submit().is(200);
        guest.open(&link).is(200).says("It was not passed on");
        guest.open(&link).form("/add").fill("addition", "Really").submit().is(200).says("It was not passed on");
        house.staff("hugo").open("/inbox/unmatched?shown=aside").is(200).lacks("suitcase");
        let back = rita.open(&rita.open("/inbox/unmatched").link("shown=aside")).is(200);
        back.says("Mended my suitcase").says("not meant seriously");
        let (action, amina) = (back.form("/back").action, house.person("amina").to_string());
        house.staff("hugo").post(&action, &[]).is(404);
        back.form("/back").submit().is(200).says("It waits again").says("Mended my suitcase");
        rita.post(&action, &[("version", "1")]).is(409);
        let found = rita.open("/inbox/unmatched").form("/inbox/unmatched").fill("q", "Amina").submit().is(200);
        found.form("/inbox/unmatched/").choose("person", &amina).submit().is(200);
        guest.open(&link).is(200).says("It is on Amina’s page");
        let log = house.staff("ada").get("/admin/audit.csv").is(200).body();
        let steps: Vec<_> = log.lines().filter(|line| line.contains(",note,")).collect();
        assert_eq!(steps.len(), 3, "{steps:?}");
    }

    fn what_a_guest_takes_back_is_gone_from_the_queue_at_once(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Aminchen Zauberfee", "Mended my suitcase"));
        let site = house.site("seaside");
        let heard = || house.read(move |conn| generation::find(conn, &Topic::Inbox(site).name()));
        let before = heard();
        guest.open(&format!("{link}/withdraw")).form("/withdraw").submit().is(200);
        house.staff("rita").open("/inbox/unmatched").is(200).lacks("suitcase");
        assert!(heard() > before, "the page that lies open hears of it");
    }

    fn what_is_being_taken_back_stays_so_whoever_sets_it_aside_or_adds_to_it(house) {
        let (guest, rita) = (house.guest(), house.staff("rita"));
        for what in ["/aside", "/add"] {
            let link = follow_link(&guest.praises("seaside", "Aminchen Zauberfee", "Mended my suitcase"));
            let (queue, at) = (rita.open("/inbox/unmatched").is(200), guest.open(&link).is(200));
            let id: NoteId = house.read(|conn| note::table.filter(note::did.ne("")).select(note::id).first(conn));
            while_under_way(house, move |deed| notes::withdraw(deed.conn, id, deed.now).map(drop), || match what {
                "/aside" => drop(queue.form(what).choose("why", "nobody").submit().is(409)),
                _ => drop(at.form(what).fill("addition", "She wore a red scarf").submit().is(404)),
            });
            let kept = house.read(move |conn| {
                let added: i64 = note_addition::table.count().get_result(conn)?;
                Ok((note::table.find(id).select(note::state).first::<String>(conn)?, added))
            });
            assert_eq!(kept, ("withdrawn".into(), 0), "{what}");
        }
    }

    fn two_who_press_add_at_once_add_it_once(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Aminchen Zauberfee", "Mended my suitcase"));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| house.guest().post(&format!("{link}/add"), &[("addition", "She wore a red scarf")]).is(303).status);
            }
        });
        let page = guest.open(&link).is(200).text();
        assert_eq!(page.matches("red scarf").count(), 1, "{page}");
    }

    fn of_whom_the_guest_named_nobody_says_that_they_cannot_be_found(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
        form.fill("did", "Quicker than light").submit_at_once().is(200);
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        queue.says("The guest named them").lacks("Nobody can be found");
        queue.form("/aside").choose("why", "junk").submit().is(200).says("Set aside. You find it");
    }

    fn two_who_find_out_at_once_send_it_once(house) {
        house.guest().praises("seaside", "Nobody Ofthisname Xyzzy", "Waved");
        let (rita, mia) = (house.staff("rita"), house.staff("mia"));
        let lena = house.person("lena").to_string();
        let forms: Vec<_> = [&rita, &mia]
            .map(|browser| {
                let page = browser.open("/inbox/unmatched").form("/inbox/unmatched").fill("q", "Lena").submit();
                page.form("/inbox/unmatched/").choose("person", &lena)
            })
            .into_iter()
            .collect();
        let statuses: Vec<_> = forms.into_iter().map(|form| form.post().status).collect();
        assert_eq!(statuses[0], 303);
        assert!(matches!(statuses[1], 404 | 409), "{statuses:?}");
        assert_eq!(house.mails_to("lena@staff.example").len(), 1);
    }

    fn of_two_who_teach_the_same_spelling_at_once_neither_meets_an_error(house) {
        house.guest().praises("seaside", "Nobody Ofthisname Xyzzy", "Waved");
        let (rita, lena) = (house.staff("rita"), house.person("lena"));
        let found = rita.open("/inbox/unmatched").form("/inbox/unmatched").fill("q", "Lena").submit().is(200);
        let form = found.form("/inbox/unmatched/").choose("person", &lena.to_string());
        let taught = move |deed: &mut Deed| person_store::add_alias(deed.conn, lena, "Nobody Ofthisname Xyzzy", deed.now).map(drop);
        while_under_way(house, taught, || drop(form.submit().is(200)));
        assert_eq!(house.mails_to("lena@staff.example").len(), 1);
    }

    fn a_responder_cannot_send_it_to_another_house(house) {
        house.guest().praises("seaside", "Nobody Ofthisname Xyzzy", "Waved");
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").form("/inbox/unmatched").fill("q", "Lena").submit();
        let action = queue.form("/inbox/unmatched/").action;
        let yuki = house.person("yuki").to_string();
        rita.post(&action, &[("person", &yuki)]).is(404);
        let leo = house.person("leo").to_string();
        rita.post(&action, &[("person", &leo)]).is(404);
        assert_eq!(waiting(house, "rita"), 1);
    }

    fn what_a_machine_may_have_sent_waits_for_a_person(house) {
        let guest = house.guest();
        let form = || guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
        form().fill("did", "Bought many pills").fill("website", "http://pills.example").submit().is(200);
        form().fill("did", "Quicker than light").submit_at_once().is(200);
        house.staff("amina").open("/praise/mine").lacks("pills").lacks("Quicker than");
        assert!(house.mails_to("amina@staff.example").is_empty());
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        assert_eq!(queue.count("article[id^=note-]"), 2);
        let flags = queue.text();
        assert!(flags.contains("perhaps a machine") && flags.contains("faster than people type"), "{flags}");
        let amina = house.person("amina").to_string();
        queue.form("/inbox/unmatched/").choose("person", &amina).submit().is(200);
        assert_eq!(waiting(house, "rita"), 1);
        assert_eq!(house.mails_to("amina@staff.example").len(), 1);
    }

    fn whoever_was_named_plainly_is_all_that_is_offered_and_the_guest_is_told_what_is_true(house) {
        let guest = house.guest();
        let form = || guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
        let sent = form().fill("did", "Quicker than light").submit_at_once().is(200);
        sent.says("Somebody takes a brief look at it, then it goes to Amina.").lacks("finding out");
        let rita = house.staff("rita");
        let queue = rita.open("/inbox/unmatched").is(200);
        queue.says("The guest named them");
        assert_eq!(queue.count(".chosen"), 1, "Amina, and nobody who is called alike");
        let looked_for = queue.form("/inbox/unmatched").fill("q", "Amina").submit().is(200);
        looked_for.says("Amina Diallo").lacks("The guest named them");
        let amina = house.person("amina").to_string();
        queue.form("/inbox/unmatched/").choose("person", &amina).submit().is(200);
        guest.open(&follow_link(&sent)).is(200).says("It is on Amina’s page").lacks("brief look");
        let regretted = follow_link(&form().fill("did", "Too quick again").submit_at_once().is(200));
        let question = guest.open(&guest.open(&regretted).link("/withdraw")).is(200);
        question.form("/withdraw").submit().is(200);
        let named: i64 =
            house.read(|conn| note::table.filter(note::chosen_person_id.is_not_null()).count().get_result(conn));
        assert_eq!(named, 0, "who was named is kept while the note waits, and no longer");
    }

    fn praise_from_the_browser_of_the_one_it_praises_waits(house) {
        let amina = house.staff("amina");
        amina.praises("seaside", "Amina Diallo", "Was simply great");
        amina.open("/praise/mine").lacks("simply great");
        house.staff("rita").open("/inbox/unmatched").says("from the browser of the person it praises");
    }
}

#[test]
fn over_the_limit_a_guest_is_taken_and_flagged_never_turned_away() {
    let house = House::with(crate::house::Engine::Sqlite, &[("LIMITS", "on")]);
    let guest = house.guest();
    for number in 1..=7 {
        guest.praises("seaside", "Amina Diallo", &format!("Deed number {number}"));
    }
    let amina = house.staff("amina");
    amina.open("/praise/mine").says("Deed number 5").lacks("Deed number 6");
    house.staff("rita").open("/inbox/unmatched").says("Deed number 6").says("Many notes came at once");
}
