//! Several threads reviewed together (M2): each is decided for itself, and what could give somebody away is not among them.

use super::retracting::retracts;
use super::{count, lines};
use crate::house::House;
use crate::house::journeys::category;
use crate::house::page::Page;

const REVIEW: &str = "/voice/threads?shown=review";

/// The box of the thread in which these words stand.
#[track_caller]
fn choice(page: &Page, words: &str) -> String {
    let lines = page.texts("li.note-line");
    let at = lines.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {lines:?}"));
    let boxes = scraper::Selector::parse("input[name=thread]").unwrap();
    page.html().select(&boxes).map(|one| one.value().attr("value").unwrap().to_owned()).nth(at).unwrap()
}

/// The fields of a press with these threads ticked.
fn ticked<'a>(page: &Page, choices: &'a [String], step: &'a str, why: &'a str) -> Vec<(&'a str, String)> {
    let mut fields: Vec<(&str, String)> = choices.iter().map(|choice| ("thread", choice.clone())).collect();
    fields.extend([("step", step.to_owned()), ("why", why.to_owned()), ("form_key", page.value("form_key"))]);
    fields
}

fn plain<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn is_ticked(page: &Page, choice: &str) -> bool {
    let id = choice.split(' ').next().unwrap();
    page.count(&format!("input[name=thread][value^='{id}'][checked]")) == 1
}

fn reviewed(house: &House) -> Vec<String> {
    lines(house, "SELECT detail AS one FROM audit_entry WHERE what = 'reviewed' ORDER BY seq")
}

on_both! {
    fn m2_what_needs_no_second_look_is_shown_together_and_the_rest_stays_ticked(house) {
        let (phone, clara) = (house.guest(), house.person("clara").to_string());
        let lift = phone.writes("seaside", "The lift is stuck every morning. We carry everything.");
        let amina = phone.writes("seaside", "Amina lets us wait at the lift");
        let kept_out = phone.sends("seaside", "The boss of this floor shouts", &[("exclude", &clara)]).receipt();
        phone.sends("seaside", "Hands where they do not belong", &[("category", category(7))]).is(200);
        house.collects();
        let carl = house.staff("carl");
        carl.open("/voice/threads").is(200).says("3 wait for review");
        assert_eq!(count(house, "audit_entry WHERE what = 'opened'"), 0);
        let page = carl.open(REVIEW).is(200);
        page.says("3 wait for review").says("We carry everything.").says("give somebody away: Amina").says("The writer excluded somebody");
        page.lacks("do not belong");
        assert_eq!(count(house, "audit_entry WHERE what = 'opened'"), 3, "whoever reads them has opened them");
        let none = carl.post("/voice/threads/reviews", &[("step", "publish")]).is(422);
        assert_eq!(none.problem("step"), "Please tick at least one.");
        let all = ["We carry", "Amina", "shouts"].map(|words| choice(&page, words));
        let fields = ticked(&page, &all, "keep", "");
        let refused = carl.post("/voice/threads/reviews", &plain(&fields)).is(422);
        assert_eq!(refused.problem("why"), "Please say why, or what is planned and by when.");
        assert!(all.iter().all(|choice| is_ticked(&refused, choice)));
        let fields = ticked(&page, &all, "publish", "");
        let page = carl.post("/voice/threads/reviews", &plain(&fields)).is(422);
        page.says("1 is decided, and its writer can read it").says("2 wait for review").lacks("We carry everything");
        let field = |choice: &str| format!("thread-{}", choice.split(' ').next().unwrap());
        assert_eq!(page.problem(&field(&all[1])), "Something in it could give somebody away, or it was taken back before. Look at it alone.");
        assert!(page.problem(&field(&all[2])).starts_with("The writer excluded somebody"));
        assert!(is_ticked(&page, &all[1]) && is_ticked(&page, &all[2]));
        let shown = lines(house, "SELECT title || ': ' || what AS one FROM issue");
        assert_eq!(shown, ["The lift is stuck every morning: The lift is stuck every morning. We carry everything."]);
        phone.comes_back(&lift).is(200).says("Now everybody at the site can read this: The lift is stuck every morning");
        // What could give somebody away is kept inside by itself too.
        let fields = ticked(&page, &all[1..], "keep", "It is being settled already");
        let page = carl.post("/voice/threads/reviews", &plain(&fields)).is(422);
        page.says("1 is decided").says("1 waits for review").problem(&field(&all[1]));
        phone.comes_back(&kept_out).is(200).says("Not shown to the site, because: It is being settled already");
        phone.comes_back(&amina).is(200).lacks("settled already");
        assert_eq!(reviewed(house), ["published", "kept"]);
    }

    fn m2_each_has_an_entry_and_an_answer_of_its_own_and_who_comes_second_reads_so(house) {
        let phone = house.guest();
        let receipts = ["The bins are full", "The mops are wet", "The stairs are steep"].map(|what| phone.writes("seaside", what));
        house.collects();
        let (carl, clara) = (house.staff("carl"), house.staff("clara"));
        let (page, stale) = (carl.open(REVIEW).is(200), clara.open(REVIEW).is(200));
        let two = ["bins", "mops"].map(|words| choice(&page, words));
        let fields = ticked(&page, &two, "keep", "We are on it");
        for _ in 0..2 {
            carl.post("/voice/threads/reviews", &plain(&fields)).is(303);
        }
        assert_eq!(reviewed(house), ["kept", "kept"], "once, however often the button is pressed");
        for receipt in &receipts[..2] {
            let mine = phone.comes_back(receipt).is(200);
            mine.says("We are on it").says("Carl Jensen");
            assert_eq!(mine.text().matches("We are on it").count(), 1);
        }
        phone.comes_back(&receipts[2]).is(200).lacks("We are on it");
        let all = [two[0].clone(), choice(&stale, "stairs")];
        let fields = ticked(&stale, &all, "publish", "");
        let page = clara.post("/voice/threads/reviews", &plain(&fields)).is(422);
        assert_eq!(page.problem("step"), "Something that you had ticked was decided by somebody else meanwhile.");
        page.says("1 is decided").says("Nothing waits for review");
        assert_eq!((reviewed(house).len(), lines(house, "SELECT title AS one FROM issue")), (3, vec!["The stairs are steep".to_owned()]));
    }

    fn m2_nobody_decides_what_they_may_not_read(house) {
        let (phone, carl_id) = (house.guest(), house.person("carl").to_string());
        phone.sends("seaside", "About the confidant", &[("exclude", &carl_id)]).is(200);
        house.collects();
        let (carl, clara) = (house.staff("carl"), house.staff("clara"));
        let page = clara.open(REVIEW).is(200);
        let one = [choice(&page, "confidant")];
        carl.open(REVIEW).is(200).says("None wait for review").lacks("confidant");
        let fields = ticked(&page, &one, "keep", "No");
        carl.post("/voice/threads/reviews", &plain(&fields)).is(422).problem("step");
        for who in ["amina", "mia", "harriet", "ada"] {
            house.staff(who).post("/voice/threads/reviews", &plain(&fields)).is(403);
        }
        assert_eq!((reviewed(house).len(), count(house, "anon_message")), (0, 1));
    }

    fn m2_a_second_press_does_not_say_that_the_site_sees_what_was_taken_back_since(house) {
        house.guest().writes("seaside", "The lift is stuck every morning");
        house.collects();
        let carl = house.staff("carl");
        let page = carl.open(REVIEW).is(200);
        let lift = [choice(&page, "The lift")];
        let fields = ticked(&page, &lift, "publish", "");
        for _ in 0..2 {
            carl.post("/voice/threads/reviews", &plain(&fields)).is(303);
        }
        let thread = carl.open("/voice/threads").hrefs(".note-first a").remove(0);
        retracts(&carl, &thread).is(200);
        let page = carl.post("/voice/threads/reviews", &plain(&fields)).is(422);
        assert_eq!(page.problem("step"), "Something that you had ticked was decided by somebody else meanwhile.");
        house.staff("rosa").open("/voice").is(200).lacks("The lift is stuck");
        // Nor is it shown once more in a row with others, in the words for which it was taken back.
        let fresh = carl.open(REVIEW).is(200);
        let lift = [choice(&fresh, "The lift")];
        let page = carl.post("/voice/threads/reviews", &plain(&ticked(&fresh, &lift, "publish", ""))).is(422);
        page.says("Look at it alone");
        house.staff("rosa").open("/voice").is(200).lacks("The lift is stuck");
    }
}
