//! What the site was shown is taken back: by mistake it was shown, or something in it gives somebody away. Its words are gone
//! for everybody but those who read the thread, whose writer is told why.

use diesel::prelude::*;
use peopleworthy::db::schema::{anon_thread, issue, issue_event, issue_message, issue_remark, issue_support};
use peopleworthy::ids::IssueId;
use peopleworthy::voice::{issue_support_store, retention};

use super::{change, lines};
use crate::house::House;
use crate::house::journeys::issue_links;
use crate::house::page::Page;
use crate::voice::counts;
use crate::voice_races::{id_of, while_it_is_settled, while_under_way};

const WORDS: &str = "Only the two of us carry the walrus upstairs";

/// Shows the newest thread to the site; the receipt, the path of the issue, and that of the thread.
fn shown(house: &House) -> (String, String, String) {
    let receipt = house.guest().writes("seaside", "We carry the walrus, and who we are is plain");
    house.collects();
    let carl = house.staff("carl");
    let page = carl.first_thread();
    let thread = page.path.clone();
    page.form("/publish").fill("title", "The walrus").fill("what", WORDS).submit().is(200).says("The site sees it");
    let id: IssueId =
        house.read(|conn| issue::table.filter(issue::level.eq("anonymous")).select(issue::id).first(conn));
    (receipt, format!("/voice/{id}"), thread)
}

/// Carl takes back what the site was shown of a thread.
#[track_caller]
pub fn retracts<'b, 'h>(carl: &'b crate::house::Browser<'h>, thread: &str) -> Page<'b, 'h> {
    let form = carl.open(thread).is(200).form("/retraction").fill("cause", "unmasks");
    form.fill("cause_text", "Only two people carry it. I am sorry.").submit()
}

fn state(house: &House, path: &str) -> String {
    let id = id_of(path);
    house.read(move |conn| issue::table.find(id).select(issue::state).first(conn))
}

on_both! {
    fn what_is_taken_back_is_gone_for_the_site_and_its_writer_reads_why(house) {
        let (receipt, path, thread) = shown(house);
        let (sven, mia, carl) = (house.staff("sven"), house.staff("mia"), house.staff("carl"));
        sven.post(&format!("{path}/support"), &[]).is(303);
        mia.open(&path).form("/reply").fill("text", "Who carries the walrus?").submit().is(200);
        mia.post(&format!("{path}/remark"), &[("remark", "I know who that is")]).is(303);
        let page = carl.open(&thread);
        let refused = page.form("/retraction").fill("cause_text", "Why").submit().is(422);
        assert_eq!(refused.problem("cause"), "Please say why it is taken back.");
        assert_eq!(refused.value("cause_text"), "Why");
        let refused = page.form("/retraction").fill("cause", "unmasks").submit().is(422);
        assert_eq!(refused.problem("cause_text"), "Please write a few words to whoever wrote it.");
        for _ in 0..2 {
            let form = page.form("/retraction").fill("cause", "unmasks").fill("cause_text", "Only two carry it.");
            form.submit().is(200).says("The site does not see it any more").says("Shall the site see it?");
        }
        let phone = house.guest();
        let mine = phone.comes_back(&receipt).is(200);
        mine.says("Not shown to the site any more, because: It could give somebody away.");
        mine.says("Only two carry it.").says("Carl Jensen");
        // Whoever works there and has the address.
        let rosa = house.staff("rosa");
        for who in ["rosa", "sven", "mia", "harriet"] {
            let reader = house.staff(who);
            let page = reader.open(&path).is(200);
            page.says("Taken back").says("It was shown to the site without a name, and taken back").lacks("walrus").lacks("Whoever raised this");
            page.lacks("Who carries").lacks("I know who").lacks("2 people").lacks("Rooms, things and tools");
            assert_eq!(page.count("form[action^='/voice/']"), 0, "{who} can do something with it");
        }
        rosa.open("/voice").is(200).lacks("walrus");
        assert_eq!((issue_links(&rosa.open("/voice")).len(), counts(house, "rosa")), (0, ["0", "0", "0", "0"].map(String::from).to_vec()));
        let part = rosa.post("/voice/similar", &[("what", "Two carry the walrus upstairs"), ("place", ""), ("fix", "")]).is(200).body();
        assert!(!part.contains("walrus"), "{part}");
        rosa.post(&format!("{path}/support"), &[]).is(409);
        mia.post(&format!("{path}/reply"), &[("text", "Hello?")]).is(409);
        assert_eq!(mia.open("/voice/queue?shown=closed").is(200).texts(".note-first"), ["Taken back"], "a link has a name");
        let mine = sven.open("/voice/mine").is(200);
        mine.says("Taken back").lacks("walrus");
        assert_eq!(issue_links(&mine), [path.as_str()]);
        house.staff("yuki").get(&path).is(404);
        let left: (i64, i64, Vec<(String, String)>) = house.read(|conn| {
            let events = issue_event::table.select((issue_event::state, issue_event::text)).load(conn)?;
            Ok((issue_message::table.count().get_result(conn)?, issue_remark::table.count().get_result(conn)?, events))
        });
        assert_eq!(left, (0, 0, vec![("withdrawn".to_owned(), String::new())]));
        let words = "SELECT title || what || place || fix AS one FROM issue";
        assert_eq!(lines(house, words), [""]);
        let times = "SELECT CAST(closed_at AS TEXT) AS one FROM issue UNION SELECT CAST(happened_at AS TEXT) FROM issue_event";
        let times = lines(house, times);
        assert!(times.iter().all(|at| at.parse::<i64>().unwrap() % 3_600_000_000 == 0), "of a day, not of a time: {times:?}");
        // Not about both: that this thread became that issue is erased.
        let acts = "SELECT about || ' ' || detail AS one FROM audit_entry WHERE what = 'reviewed' ORDER BY seq";
        assert_eq!(lines(house, acts), ["thread published", "issue retracted"], "once, however often the button is pressed");
    }

    fn it_can_be_reviewed_and_shown_again_as_a_new_issue_that_nobody_joined_yet(house) {
        let (receipt, path, thread) = shown(house);
        let (sven, carl) = (house.staff("sven"), house.staff("carl"));
        sven.post(&format!("{path}/support"), &[]).is(303);
        retracts(&carl, &thread).is(200);
        let page = carl.open(&thread);
        page.form("/publish").fill("title", "Heavy things").fill("what", "There is no lift").submit().is(200).says("The site sees it");
        let links = issue_links(&sven.open("/voice"));
        assert_eq!(links.len(), 1);
        assert_ne!(links[0], path);
        sven.open(&links[0]).is(200).says("1 person").says("Me too").lacks("You joined");
        sven.open("/voice/mine").is(200).says("Taken back").lacks("Heavy things");
        house.guest().comes_back(&receipt).is(200).says("Heavy things").says("It could give somebody away");
        retracts(&carl, &thread).is(200);
        carl.open(&thread).form("/keep").fill("why", "Better not").submit().is(200).says("It is not shown to the site");
    }

    fn a_page_that_is_old_does_not_say_that_what_is_shown_again_is_taken_back(house) {
        let (_, _, thread) = shown(house);
        let carl = house.staff("carl");
        let old = carl.open(&thread).is(200);
        let press = || {
            let form = old.form("/retraction").fill("cause", "unmasks");
            form.fill("cause_text", "Only two people carry it. I am sorry.").submit()
        };
        press().is(200).says("The site does not see it any more");
        press().is(200).says("The site does not see it any more");
        let page = carl.open(&thread);
        page.form("/publish").fill("title", "Heavy things").fill("what", "There is no lift").submit().is(200);
        press().is(409);
        house.staff("rosa").open("/voice").is(200).says("Heavy things");
    }

    fn whom_it_is_kept_from_cannot_take_it_away(house) {
        let (_, path, thread) = shown(house);
        let (mia, clara) = (house.staff("mia"), house.staff("clara"));
        assert!(clara.open(&thread).is(200).has_form("/retraction"));
        let who = house.person("clara").to_string();
        mia.open(&path).form("/people").forge("person", &who).forge("deed", "subject").submit().is(200);
        clara.get(&path).is(404);
        assert!(!clara.open(&thread).is(200).has_form("/retraction"));
        let words = [("cause", "mistake"), ("cause_text", "Away with it"), ("version", "3")];
        clara.post(&format!("{thread}/retraction"), &words).is(404);
        house.staff("rosa").open(&path).is(200).says("walrus");
    }

    fn what_it_was_called_is_gone_from_the_threads_that_went_on_under_it(house) {
        let carl = house.staff("carl");
        house.guest().writes("seaside", "Two of us are stuck in it every day");
        house.collects();
        let first = carl.first_thread();
        let thread = first.path.clone();
        first.form("/publish").fill("title", "Lift twins").fill("what", WORDS).submit().is(200);
        let other = house.guest().writes("seaside", "It is slow");
        house.collects();
        let second = carl.open("/voice/threads").hrefs(".note-first a").into_iter().find(|link| *link != thread).unwrap();
        let second = carl.open(&second).is(200);
        let id: IssueId = house.read(|conn| issue::table.filter(issue::level.eq("anonymous")).select(issue::id).first(conn));
        second.form("/join").forge("issue", &id.to_string()).submit().is(200).says("Lift twins");
        house.guest().comes_back(&other).is(200).says("Lift twins");
        retracts(&carl, &thread).is(200);
        house.guest().comes_back(&other).is(200).lacks("Lift twins");
        carl.open(&second.path).is(200).lacks("Lift twins");
    }

    fn what_went_on_under_it_stands_by_itself_again(house) {
        let (_, path, thread) = shown(house);
        let carl = house.staff("carl");
        let other = house.guest().writes("seaside", "The walrus is heavy");
        house.collects();
        let id = id_of(&path).to_string();
        let second = carl.open("/voice/threads").hrefs(".note-first a").into_iter().find(|link| *link != thread).unwrap();
        carl.open(&second).form("/join").fill("issue", &id).submit().is(200);
        let lena = house.staff("lena").raised("My back hurts", &[("scope", "site")]);
        house.staff("bruno").post(&format!("{lena}/support"), &[]).is(303);
        let mia = house.staff("mia");
        mia.open(&lena).form(&format!("{lena}/state")).forge("state", "joined").forge("other", &id).submit().is(200);
        mia.open(&path).is(200).says("4 people");
        retracts(&carl, &thread).is(200);
        // A colleague's issue is open again, with those who joined it, and found by who says the same.
        assert_eq!(state(house, &lena), "received");
        house.staff("lena").open(&lena).is(200).says("Opened once more").says("2 people").lacks("It goes on here").lacks("walrus");
        let rosa = house.staff("rosa");
        assert_eq!(issue_links(&rosa.open("/voice")), [lena.as_str()]);
        let part = rosa.post("/voice/similar", &[("what", "My back hurts too"), ("place", ""), ("fix", "")]).is(200).body();
        assert!(part.contains("My back hurts"), "{part}");
        assert_eq!(issue_links(&house.staff("bruno").open("/voice/mine")), [lena.as_str()], "whom it brought was brought by nothing else");
        // So is the other thread, and its writer is told.
        let phone = house.guest();
        phone.comes_back(&other).is(200).says("was taken back. It stands by itself again").says("Read").lacks("You count there");
        carl.open("/voice/threads").is(200).link(&second);
        carl.open(&second).is(200).says("Shall the site see it?").has_form("/join");
        let rows: Vec<(String, Option<IssueId>, bool)> = house.read(|conn| {
            anon_thread::table.select((anon_thread::state, anon_thread::published_id, anon_thread::is_news)).load(conn)
        });
        assert_eq!(rows, vec![("acknowledged".to_owned(), None, true); 2]);
        let counted: Vec<(String, i32)> = house.read(|conn| {
            issue::table.order(issue::level).select((issue::level, issue::support_count)).load(conn)
        });
        assert_eq!(counted, [("anonymous".into(), 0), ("named".into(), 1)]);
    }

    fn what_it_brought_elsewhere_goes_with_it(house) {
        let (_, path, thread) = shown(house);
        let (carl, mia) = (house.staff("carl"), house.staff("mia"));
        house.staff("sven").post(&format!("{path}/support"), &[]).is(303);
        let lena = house.staff("lena").raised("Everything is heavy", &[("scope", "site")]);
        mia.open(&path).form(&format!("{path}/state")).forge("state", "joined").forge("other", &id_of(&lena).to_string()).submit().is(200);
        mia.open(&lena).is(200).says("3 people");
        retracts(&carl, &thread).is(200);
        mia.open(&lena).is(200).says("1 person").lacks("These go on here");
    }

    fn only_who_reads_the_thread_takes_it_back_and_only_what_the_site_sees(house) {
        let (_, path, thread) = shown(house);
        let fields = [("cause", "mistake"), ("cause_text", "Too early"), ("version", "3")];
        for who in ["amina", "mia", "harriet", "eva", "otto", "ada"] {
            house.staff(who).post(&format!("{thread}/retraction"), &fields).is(404);
        }
        assert_eq!(state(house, &path), "received");
        let (carl, clara) = (house.staff("carl"), house.staff("clara"));
        let late = carl.open(&thread);
        retracts(&clara, &thread).is(200);
        let page = late.form("/retraction").fill("cause", "mistake").fill("cause_text", "Long and careful words").submit().is(409);
        assert!(page.problem("cause_text").starts_with("Somebody else was faster"));
        assert_eq!(page.value("cause_text"), "Long and careful words");
        // Of another one that it was never shown.
        change(house, "DELETE FROM anon_message; DELETE FROM anon_thread");
        house.guest().writes("seaside", "Not shown yet");
        house.collects();
        let page = carl.first_thread();
        assert!(!page.has_form("/retraction"));
        carl.post(&format!("{}/retraction", page.path), &[("cause", "mistake"), ("cause_text", "x"), ("version", "2")]).is(409);
    }

    fn whoever_joins_or_settles_it_at_that_moment_loses_nothing(house) {
        let (_, path, thread) = shown(house);
        let (carl, sven) = (house.staff("carl"), house.staff("sven"));
        let (id, person) = (id_of(&path), house.person("rosa"));
        while_under_way(house, move |deed| issue_support_store::add(deed.conn, id, person, deed.now), || {
            retracts(&carl, &thread).is(200);
        });
        assert_eq!(issue_links(&house.staff("rosa").open("/voice/mine")), [path.as_str()]);
        sven.post(&format!("{path}/support"), &[]).is(409);
        let rows: i64 = house.read(move |conn| issue_support::table.filter(issue_support::issue_id.eq(id)).count().get_result(conn));
        assert_eq!((rows, state(house, &path)), (1, "withdrawn".into()));
        carl.open(&thread).form("/publish").fill("title", "Again").fill("what", "There is no lift").submit().is(200);
        let again = issue_links(&sven.open("/voice")).remove(0);
        while_it_is_settled(house, id_of(&again), || {
            retracts(&carl, &thread).is(200);
        });
        assert_eq!(state(house, &again), "withdrawn");
    }

    fn shown_once_more_it_is_kept_from_those_it_was_kept_from(house) {
        let (_, path, thread) = shown(house);
        let (mia, carl, clara, sven) = (house.staff("mia"), house.staff("carl"), house.staff("clara"), house.staff("sven"));
        for who in ["clara", "sven"] {
            let person = house.person(who).to_string();
            mia.open(&path).form("/people").forge("person", &person).forge("deed", "subject").submit().is(200);
        }
        retracts(&carl, &thread).is(200);
        // What is about her is no longer hers to review.
        clara.get(&thread).is(404);
        assert!(clara.open("/voice/threads").hrefs(".note-first a").is_empty());
        let page = carl.open(&thread);
        page.form("/publish").fill("title", "Heavy things").fill("what", "There is no lift").submit().is(200);
        let again = issue_links(&house.staff("rosa").open("/voice")).remove(0);
        for one in [&clara, &sven] {
            one.get(&again).is(404);
            assert!(issue_links(&one.open("/voice")).is_empty());
        }
        // It is not about them after all; that can still be said, and is not forgotten either.
        mia.open(&again).is(200).says("Sven");
        for who in ["sven", "clara"] {
            mia.post(&format!("{again}/people/{}/remove", house.person(who)), &[]).is(303);
        }
        sven.get(&again).is(200);
        retracts(&carl, &thread).is(200);
        clara.get(&thread).is(200);
        let page = carl.open(&thread);
        page.form("/publish").fill("title", "Heavy things").fill("what", "There is no lift").submit().is(200);
        sven.get(&issue_links(&house.staff("rosa").open("/voice")).remove(0)).is(200);
    }

    fn it_does_not_go_on_where_those_it_was_kept_from_would_count_it(house) {
        let (_, path, thread) = shown(house);
        let (mia, carl) = (house.staff("mia"), house.staff("carl"));
        let lena = house.staff("lena").raised("Everything is heavy", &[("scope", "site")]);
        let sven = house.person("sven").to_string();
        mia.open(&path).form("/people").forge("person", &sven).forge("deed", "subject").submit().is(200);
        retracts(&carl, &thread).is(200);
        assert!(!carl.open(&thread).has_form("/join"));
        carl.post(&format!("{thread}/join"), &[("issue", &id_of(&lena).to_string()), ("version", "4")]).is(403);
    }

    fn there_is_always_somebody_left_who_can_take_it_back(house) {
        let (_, path, thread) = shown(house);
        let (mia, carl) = (house.staff("mia"), house.staff("carl"));
        let names = |who: &str| {
            let person = house.person(who).to_string();
            mia.open(&path).form("/people").forge("person", &person).forge("deed", "subject").submit()
        };
        names("clara").is(200);
        assert!(names("carl").is(422).problem("who").contains("nobody would be left"));
        carl.open(&thread).form("/aside").submit().is(422).problem("aside");
        retracts(&carl, &thread).is(200);
    }

    fn what_the_site_reads_can_be_taken_back_for_as_long_as_it_reads_it(house) {
        let (_, path, thread) = shown(house);
        let carl = house.staff("carl");
        let keeps = || house.run(retention::run(&house.app)).unwrap();
        change(house, "UPDATE anon_thread SET state = 'changed', closed_on = '2020-01-01'");
        keeps();
        assert!(house.mails_to("carl@staff.example").iter().all(|mail| !mail.text.contains("/voice/keeping")), "nothing ends");
        house.later(31 * 86_400);
        keeps();
        let carl_again = house.staff("carl");
        retracts(&carl_again, &thread).is(200);
        house.staff("rosa").open(&path).is(200).lacks("walrus");
        change(house, "UPDATE anon_thread SET closed_on = '2020-01-01'");
        keeps();
        house.later(31 * 86_400);
        keeps();
        assert_eq!(lines(house, "SELECT handle AS one FROM anon_thread"), [""; 0], "and then its days are over");
        drop(carl);
    }

    fn what_is_held_by_law_is_not_taken_back(house) {
        let (_, path, thread) = shown(house);
        let (mia, carl) = (house.staff("mia"), house.staff("carl"));
        let hold = format!("/voice/keeping/{}", id_of(&path));
        mia.post(&hold, &[("step", "hold")]).is(404); // nothing of it ends
        mia.open(&path).form(&format!("{path}/state")).forge("state", "declined").fill("step_text", "The law asks for it, and nothing else can be done").submit().is(200);
        mia.post(&hold, &[("step", "hold")]).is(303);
        let page = retracts(&carl, &thread).is(422);
        assert!(page.problem("cause").contains("held"), "{}", page.problem("cause"));
        assert_eq!(page.value("cause_text"), "Only two people carry it. I am sorry.");
        house.staff("rosa").open(&path).is(200).says("walrus");
        mia.post(&hold, &[("step", "release")]).is(303);
        page.form("/retraction").submit().is(200).says("The site does not see it any more");
        mia.post(&hold, &[("step", "hold")]).is(404); // nothing is left of it
    }

    fn the_answer_board_does_not_tell_whose_words_went(house) {
        let (receipt, path, thread) = shown(house);
        let carl = house.staff("carl");
        let other = house.guest().writes("seaside", "The walrus is heavy");
        house.collects();
        let second = carl.open("/voice/threads").hrefs(".note-first a").into_iter().find(|link| *link != thread).unwrap();
        carl.open(&second).form("/join").fill("issue", &id_of(&path).to_string()).submit().is(200);
        change(house, "UPDATE anon_thread SET answered_on = '2026-11-01'");
        retracts(&carl, &thread).is(200);
        assert_eq!(lines(house, "SELECT DISTINCT answered_on AS one FROM anon_thread"), ["2026-11-01"]);
        for receipt in [receipt, other] {
            house.guest().comes_back(&receipt).is(200).says("taken back");
        }
    }

    fn an_old_page_does_not_say_that_the_site_sees_what_was_taken_back(house) {
        house.guest().writes("seaside", "We carry the walrus");
        house.collects();
        let carl = house.staff("carl");
        let one = carl.first_thread();
        let press = || one.form("/publish").fill("title", "The walrus").fill("what", WORDS).submit();
        press().is(200).says("The site sees it");
        press().is(200).says("The site sees it");
        retracts(&carl, &one.path).is(200);
        press().is(409);
        assert!(issue_links(&house.staff("rosa").open("/voice")).is_empty());
    }
}
