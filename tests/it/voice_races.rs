//! What happens to an issue while something else happens to it.

use std::sync::{Arc, Barrier};
use std::time::Duration;

use diesel::prelude::*;
use peopleworthy::app::{App, Deed};
use peopleworthy::db::schema::{issue, issue_event, issue_message, issue_remark, issue_support};
use peopleworthy::db::{self, QueryResult};
use peopleworthy::ids::{IssueId, PersonId};
use peopleworthy::voice::issue_store::Stands;
use peopleworthy::voice::state::State;
use peopleworthy::voice::{issue_store, issue_support_store};

use crate::house::House;

pub fn id_of(path: &str) -> IssueId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

fn wait_for<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

/// Lets each of them do the same at the same time.
fn at_once(
    app: &App,
    people: &[PersonId],
    deed: impl Fn(&App, PersonId) -> Result<(), db::Error> + Copy + Send + Sync,
) {
    let start = Arc::new(Barrier::new(people.len()));
    std::thread::scope(|scope| {
        for person in people {
            let start = Arc::clone(&start);
            scope.spawn(move || {
                start.wait();
                deed(app, *person).unwrap();
            });
        }
    });
}

/// Does something while something else is under way: whoever does it sees the issue as it was before.
pub fn while_under_way(
    house: &House,
    under_way: impl Fn(&mut Deed) -> QueryResult<()> + Send + 'static,
    deed: impl FnOnce(),
) {
    let app = house.app.clone();
    let (tell, hear) = std::sync::mpsc::channel();
    let other = std::thread::spawn(move || {
        wait_for(app.write(move |deed| {
            under_way(deed)?;
            let _ = tell.send(());
            std::thread::sleep(Duration::from_secs(1));
            Ok(())
        }))
        .unwrap();
    });
    hear.recv().unwrap();
    deed();
    other.join().unwrap();
}

/// The same while somebody settles it.
pub fn while_it_is_settled(house: &House, id: IssueId, deed: impl FnOnce()) {
    let is_settled = move |deed: &mut Deed| {
        let before = issue_store::hold(deed.conn, id)?.unwrap();
        let stands = Stands { state: State::Changed, planned_on: None, joined_to: None, is_answer: true };
        issue_store::set_state(deed.conn, &before, before.version, stands, deed.now).map(drop)
    };
    while_under_way(house, is_settled, deed);
}

/// The same while its raiser takes it back.
fn while_it_is_taken_back(house: &House, path: &str, deed: impl FnOnce()) {
    let id = id_of(path);
    while_under_way(house, move |deed| issue_store::withdraw(deed.conn, id, None, deed.now), deed);
}

/// The state of an issue, and how much is said about it that has words.
fn stands(house: &House, path: &str) -> (String, i64) {
    let id = id_of(path);
    house.read(move |conn| {
        let messages: i64 = issue_message::table.filter(issue_message::issue_id.eq(id)).count().get_result(conn)?;
        let remarks: i64 = issue_remark::table.filter(issue_remark::issue_id.eq(id)).count().get_result(conn)?;
        let entries = issue_event::table.filter(issue_event::issue_id.eq(id)).filter(issue_event::text.ne(""));
        let entries: i64 = entries.count().get_result(conn)?;
        Ok((issue::table.find(id).select(issue::state).first(conn)?, messages + remarks + entries))
    })
}

fn joined(house: &House, id: IssueId) -> (i64, i32) {
    house.read(move |conn| {
        let of = issue_support::table.filter(issue_support::issue_id.eq(id));
        Ok((of.count().get_result(conn)?, issue::table.find(id).select(issue::support_count).first(conn)?))
    })
}

on_both! {
    fn as_many_as_join_at_once_are_counted(house) {
        let names = ["amina", "tomas", "lena", "bruno", "sven", "xenia", "rita", "clara"];
        let people = names.map(|name| house.person(name));
        let rosa = house.staff("rosa");
        for round in 0..5 {
            let id = id_of(&rosa.raised(&format!("Number {round}"), &[]));
            let add = |app: &App, person| wait_for(app.write(move |deed| issue_support_store::add(deed.conn, id, person, deed.now)));
            at_once(&house.app, &people, add);
            assert_eq!(joined(house, id), (8, 8));
            let leave = |app: &App, person| wait_for(app.write(move |deed| issue_support_store::remove(deed.conn, id, person)));
            at_once(&house.app, &people[..4], leave);
            assert_eq!(joined(house, id), (4, 4));
            let pressed = [people[0]; 8];
            at_once(&house.app, &pressed, add);
            assert_eq!(joined(house, id), (5, 5), "who presses eight times is one");
            at_once(&house.app, &pressed, leave);
            assert_eq!(joined(house, id), (4, 4));
        }
    }

    fn what_is_taken_back_while_its_raiser_writes_stays_taken_back(house) {
        let rosa = house.staff("rosa");
        let path = rosa.raised("The trolleys squeak", &[]);
        while_it_is_taken_back(house, &path, || {
            rosa.post(&format!("{path}/write"), &[("text", "They squeak louder")]).is(409);
        });
        assert_eq!(stands(house, &path), ("withdrawn".into(), 0));
    }

    fn what_is_taken_back_while_it_is_answered_stays_taken_back_and_the_words_are_not_lost(house) {
        let (rosa, mia) = (house.staff("rosa"), house.staff("mia"));
        for (end, field, to) in [("reply", "text", ""), ("reply", "text", "everybody"), ("remark", "remark", "")] {
            let path = rosa.raised(&format!("For {field} {to}"), &[]);
            while_it_is_taken_back(house, &path, || {
                let fields = [(field, "The mechanic comes on Friday"), ("to", to)];
                mia.post(&format!("{path}/{end}"), &fields).is(409).says("The mechanic comes on Friday");
            });
            assert_eq!(stands(house, &path), ("withdrawn".into(), 0), "{end} {to}");
        }
        assert!(house.mails_to("rosa@staff.example").is_empty());
    }

    fn what_is_taken_back_while_it_is_decided_stays_taken_back(house) {
        let (rosa, mia) = (house.staff("rosa"), house.staff("mia"));
        let path = rosa.raised("The trolleys squeak", &[]);
        while_it_is_taken_back(house, &path, || {
            let fields = [("state", "changed"), ("step_text", "All twelve have new wheels"), ("version", "1")];
            mia.post(&format!("{path}/state"), &fields).is(409);
        });
        assert_eq!(stands(house, &path), ("withdrawn".into(), 0));
    }

    fn who_joins_while_it_is_being_joined_to_another_one_is_told_so_and_who_was_quicker_counts_there(house) {
        let (rosa, lena, mia) = (house.staff("rosa"), house.staff("lena"), house.staff("mia"));
        let (sven, xenia) = (house.staff("sven"), house.person("xenia"));
        let [trolleys, wheels] = [rosa.raised("The trolleys squeak", &[]), lena.raised("Wheels need oil", &[])];
        let (from, to) = (id_of(&trolleys), id_of(&wheels));
        let is_joined = move |deed: &mut Deed| {
            let (before, _) = issue_store::hold_both(deed.conn, from, to)?.unwrap();
            let stands = Stands { state: State::Joined, planned_on: None, joined_to: Some(to), is_answer: false };
            issue_store::set_state(deed.conn, &before, before.version, stands, deed.now).map(drop)
        };
        while_under_way(house, is_joined, || {
            sven.post(&format!("{trolleys}/support"), &[]).is(409);
        });
        assert_eq!((joined(house, from), joined(house, to)), ((0, 0), (1, 1)));
        mia.open(&trolleys).form(&format!("{trolleys}/state")).forge("state", "looking").submit().is(200);
        assert_eq!(joined(house, to), (0, 0));
        let joins = move |deed: &mut Deed| {
            issue_store::hold(deed.conn, from)?;
            issue_support_store::add(deed.conn, from, xenia, deed.now)
        };
        let (page, other) = (mia.open(&trolleys), to.to_string());
        while_under_way(house, joins, || {
            let form = page.form(&format!("{trolleys}/state")).forge("state", "joined").forge("other", &other);
            form.submit().is(200);
        });
        assert_eq!((joined(house, from), joined(house, to)), ((1, 1), (2, 2)), "Rosa and Xenia are brought along");
        while_under_way(house, move |deed| issue_support_store::remove(deed.conn, from, xenia), || {
            mia.open(&trolleys).form(&format!("{trolleys}/state")).forge("state", "looking").submit().is(200);
        });
        assert_eq!((joined(house, from), joined(house, to)), ((0, 0), (0, 0)));
        house.write(move |deed| issue_support_store::add(deed.conn, from, xenia, deed.now));
        while_under_way(house, is_joined, || {
            house.write(move |deed| issue_support_store::remove(deed.conn, from, xenia));
        });
        assert_eq!((joined(house, from), joined(house, to)), ((0, 0), (1, 1)), "who takes it back meanwhile counts nowhere");
    }

    fn nothing_is_joined_to_what_is_being_settled(house) {
        let (rosa, lena, mia) = (house.staff("rosa"), house.staff("lena"), house.staff("mia"));
        let [trolleys, wheels] = [rosa.raised("The trolleys squeak", &[]), lena.raised("Wheels need oil", &[])];
        let to = id_of(&wheels);
        let page = mia.open(&trolleys);
        while_it_is_settled(house, to, || {
            let form = page.form(&format!("{trolleys}/state")).forge("state", "joined").forge("other", &to.to_string());
            form.fill("step_text", "It is the wheels").submit().is(409).problem("state");
        });
        assert_eq!((stands(house, &trolleys).0.as_str(), joined(house, to)), ("received", (0, 0)));
    }

    fn two_that_are_joined_to_each_other_at_once_become_one_and_many_to_one_lose_nobody(house) {
        let (rosa, lena) = (house.staff("rosa"), house.staff("lena"));
        let mias = [house.staff("mia"), house.staff("harriet")];
        for round in 0..5 {
            let paths = [rosa.raised(&format!("Trolleys {round}"), &[]), lena.raised(&format!("Wheels {round}"), &[])];
            let ids = [id_of(&paths[0]), id_of(&paths[1])];
            let app = &house.app;
            let start = Barrier::new(2);
            let join = |from: IssueId, to: IssueId| {
                start.wait();
                wait_for(app.write(move |deed| {
                    let Some((before, other)) = issue_store::hold_both(deed.conn, from, to)? else { return Ok(false) };
                    if other.state().is_closed() {
                        return Ok(false);
                    }
                    let stands = Stands { state: State::Joined, planned_on: None, joined_to: Some(to), is_answer: false };
                    issue_store::set_state(deed.conn, &before, before.version, stands, deed.now)
                }))
                .unwrap()
            };
            let done = std::thread::scope(|scope| {
                let other = scope.spawn(|| join(ids[1], ids[0]));
                [join(ids[0], ids[1]), other.join().unwrap()]
            });
            assert_eq!(done.iter().filter(|done| **done).count(), 1, "one of them goes on");
            let mut counts = ids.map(|id| joined(house, id));
            counts.sort();
            assert_eq!(counts, [(0, 0), (1, 1)]);
        }
        let to = id_of(&lena.raised("All of it", &[]));
        let from: Vec<_> = ["amina", "tomas", "bruno", "sven"].map(|who| id_of(&house.staff(who).raised(who, &[]))).into();
        let people = from.clone();
        at_once(&house.app, &["xenia", "rita", "clara", "olga"].map(|name| house.person(name)), |app, person| {
            wait_for(app.write(move |deed| issue_support_store::add(deed.conn, to, person, deed.now)))
        });
        let start = Barrier::new(from.len());
        std::thread::scope(|scope| {
            for id in people {
                let (app, start) = (&house.app, &start);
                scope.spawn(move || {
                    start.wait();
                    wait_for(app.write(move |deed| {
                        let (before, _) = issue_store::hold_both(deed.conn, id, to)?.unwrap();
                        let stands = Stands { state: State::Joined, planned_on: None, joined_to: Some(to), is_answer: false };
                        issue_store::set_state(deed.conn, &before, before.version, stands, deed.now)
                    }))
                    .unwrap()
                });
            }
        });
        assert_eq!(joined(house, to), (8, 8));
        mias[1].open(&format!("/voice/{to}")).is(200).says("9 people");
        mias[0].open("/voice").is(200).says("9 people");
    }

    fn of_two_confidants_who_step_aside_at_once_one_stays(house) {
        let path = house.staff("rosa").confides("Walrus told me to smile");
        let (id, clara) = (id_of(&path), house.person("clara"));
        let carl = house.staff("carl");
        let steps_aside = move |deed: &mut Deed| {
            issue_store::hold(deed.conn, id)?;
            issue_store::bar(deed.conn, id, clara, issue_store::why::ASIDE, deed.now)
        };
        while_under_way(house, steps_aside, || {
            carl.post(&format!("{path}/aside"), &[]).is(422).says("nobody would be left");
        });
        carl.get(&path).is(200);
    }

}
