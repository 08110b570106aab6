//! Surveys: launched by HR, answered without being signed in, and shown only where nobody can be made out (S1-S13).

mod answering;
mod attack;
mod importing;
mod planning;
mod races;
mod results;
mod storage;

use peopleworthy::ids::{GroupId, PulseId};
use peopleworthy::pulse::group::{Group, GroupKind};
use peopleworthy::pulse::period::Period;
use peopleworthy::pulse::survey::{Pulse, State};
use peopleworthy::pulse::{invitation_store, rounds, store};

use crate::house::House;
use crate::house::browser::Browser;
use crate::house::page::Page;

/// From noon on Saturday to nine in the morning of the following Tuesday: the first day of the usual window.
const TO_FIRST_MORNING: i64 = 2 * 86_400 + 21 * 3_600;
pub const DAY: i64 = 86_400;
/// Everybody of the cast who is here and has an address.
pub const MAILED: [&str; 17] = [
    "amina", "tomas", "lena", "yuki", "rita", "hugo", "mia", "harriet", "eva", "carl", "otto", "ada", "olga", "rosa",
    "sven", "xenia", "clara",
];

/// HR walks through the four steps with the usual questions, and ends on the page of the running survey.
fn launches<'b, 'h>(hr: &'b Browser<'h>, title: &str) -> Page<'b, 'h> {
    let questions = hr.open("/pulse/plans").form("/pulse/plans").fill("title", title).submit().is(200);
    let audience = questions.form("/questions").submit().is(200);
    let window = audience.form("/audience").submit().is(200);
    let preview = window.form("/window").submit().is(200);
    preview.form("/launch").submit().is(200)
}

/// What happens by the clock.
fn rounds(house: &House) {
    house.run(rounds::run(&house.app, "a test")).unwrap();
}

/// The first morning of the window has come, and the invitations are out.
pub fn opens(house: &House) {
    house.later(TO_FIRST_MORNING);
    rounds(house);
}

/// The path in the newest mail to somebody about a survey.
pub fn mailed_path(house: &House, number: &str) -> String {
    let mail = house.mail_to(&format!("{number}@staff.example"), "minute of your time");
    mail.link("/pulse/").replace("https://praise.example", "")
}

/// Answers with one choice for every statement, and words if there are any.
fn answers(house: &House, path: &str, choice: &str, words: &str) {
    let phone = house.guest();
    let page = phone.open(path).is(200);
    let mut form = page.form("/pulse/answer");
    for number in 0..10 {
        form = form.pick(&format!("q{number}"), choice);
    }
    form.fill("q10", words).submit().is(200).says("Your answers are in");
}

/// The last day is over, and the results are worked out.
pub fn ends(house: &House) {
    house.later(14 * DAY);
    rounds(house);
}

/// A survey in a state, with nobody asked: for tests of who may enter where.
pub fn standing(house: &House, state: State) -> PulseId {
    let today = "2026-11-21".parse().unwrap();
    house.write(move |deed| {
        let id = PulseId::random();
        let draft = Pulse::draft(id, format!("A survey that is {}", state.name()), Period::of(today, 2), 5);
        store::insert(deed.conn, &Pulse { state: state.name().to_owned(), ..draft })?;
        let whole = Group {
            id: GroupId::random(),
            pulse_id: id,
            parent_id: None,
            kind: GroupKind::Organisation.name().to_owned(),
            name: "Seaside Hotels".into(),
            site_id: None,
            department_id: None,
            team_id: None,
            headcount: 0,
            slips: 0,
        };
        if state != State::Draft {
            invitation_store::insert_groups(deed.conn, &[whole])?;
        }
        Ok(id)
    })
}
