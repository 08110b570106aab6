//! What happens to a survey while somebody answers it: no answer is lost, and none outlives the survey it was given in.

use std::sync::atomic::{AtomicBool, Ordering};

use peopleworthy::app::Deed;
use peopleworthy::db::QueryResult;
use peopleworthy::pulse::answer::{Answer, code_hash, invitation_code};
use peopleworthy::pulse::{answer_store, invitation_store, launch, mailing, stir, store};

use super::{DAY, TO_FIRST_MORNING, answers, launches, mailed_path, opens, rounds};
use crate::house::House;
use crate::voice_races::while_under_way;

/// How many answers of the only survey are kept.
fn count(house: &House) -> i64 {
    house.read(|conn| {
        let id = store::list(conn)?[0].id;
        answer_store::count(conn, id)
    })
}

/// Amina's answer, as long as it is not yet on the disk.
fn amina_answers(house: &House) -> impl Fn(&mut Deed) -> QueryResult<()> + Send + 'static {
    let (amina, secrets) = (house.person("amina"), house.app.secrets.clone());
    move |deed| {
        let pulse = store::list(deed.conn)?.remove(0);
        let (hash, key) =
            (code_hash(&secrets, &invitation_code(&secrets, pulse.id, amina)), pulse.key(&secrets).unwrap());
        let asked = invitation_store::find_asked(deed.conn, &hash)?.unwrap();
        assert!(invitation_store::use_up(deed.conn, &hash)?);
        answer_store::put(deed.conn, &key, pulse.id, &Answer { group: asked.group_id, choices: vec![Some(3); 10] })
    }
}

/// HR calls the only survey off.
fn is_called_off(deed: &mut Deed) -> QueryResult<()> {
    let id = store::list(deed.conn)?[0].id;
    launch::call_off(deed, id).map(drop)
}

on_both! {
    fn an_answer_that_comes_while_all_are_stirred_is_not_lost(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let pulse = house.read(|conn| Ok(store::list(conn)?.remove(0)));
        let group = house.read(move |conn| Ok(invitation_store::list_groups(conn, pulse.id)?[0].id));
        let (writers, each, is_over) = (4, 50, AtomicBool::new(false));
        let wait_for = |one: &mut dyn FnMut(&tokio::runtime::Runtime)| {
            one(&tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
        };
        let app = &house.app;
        std::thread::scope(|scope| {
            let stirring = scope.spawn(|| wait_for(&mut |runtime| while !is_over.load(Ordering::Relaxed) {
                assert!(runtime.block_on(stir::stir(app)).is_ok());
            }));
            let writing: Vec<_> = (0..writers).map(|_| scope.spawn(|| wait_for(&mut |runtime| for _ in 0..each {
                let (secrets, answer) = (app.secrets.clone(), Answer { group, choices: vec![Some(3); 10] });
                let put = app.write(move |deed| {
                    let pulse = store::list(deed.conn)?.remove(0);
                    answer_store::put(deed.conn, &pulse.key(&secrets).unwrap(), pulse.id, &answer)
                });
                runtime.block_on(put).unwrap();
            }))).collect();
            writing.into_iter().for_each(|one| one.join().unwrap());
            is_over.store(true, Ordering::Relaxed);
            stirring.join().unwrap();
        });
        assert_eq!(count(house), i64::from(writers * each));
    }

    fn an_answer_that_is_under_way_when_the_survey_ends_is_counted_with_the_others_or_kept_nowhere(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let answering = amina_answers(house);
        while_under_way(house, answering, || {
            house.later(14 * DAY);
            rounds(house);
        });
        assert_eq!(count(house), 0, "one answer makes no result, so it is not kept");
    }

    fn no_answer_outlives_a_survey_that_is_called_off(house) {
        launches(&house.staff("harriet"), "Mistake");
        opens(house);
        let hr = house.staff("harriet");
        let page = hr.open(&hr.open("/pulse/plans").link("/pulse/plans/"));
        let answering = amina_answers(house);
        while_under_way(house, answering, || {
            page.form("/call-off").choose("sure", "yes").submit().is(200).says("Called off");
        });
        assert_eq!(count(house), 0);
    }

    fn no_answer_is_taken_by_a_survey_that_is_being_called_off(house) {
        launches(&house.staff("harriet"), "Mistake");
        opens(house);
        let (phone, path) = (house.guest(), mailed_path(house, "amina"));
        let page = phone.open(&path);
        while_under_way(house, is_called_off, || {
            page.form("/pulse/answer").pick("q0", "5").post().is(410).says("This survey is over");
        });
        assert_eq!(count(house), 0);
        let used = house.read(|conn| {
            let id = store::list(conn)?[0].id;
            invitation_store::count(conn, id)
        });
        assert_eq!(used.1, 0, "nobody can see who was too late");
    }

    fn what_is_called_off_while_it_is_stirred_does_not_come_back(house) {
        launches(&house.staff("harriet"), "Mistake");
        opens(house);
        answers(house, &mailed_path(house, "amina"), "4", "A word");
        while_under_way(house, is_called_off, || assert_eq!(house.run(stir::stir(&house.app)).unwrap(), 0));
        let written = house.read(|conn| {
            let id = store::list(conn)?[0].id;
            Ok(answer_store::list_comments(conn, id)?.len())
        });
        assert_eq!((count(house), written), (0, 0));
    }

    fn nobody_is_invited_to_what_is_being_called_off(house) {
        launches(&house.staff("harriet"), "Mistake");
        house.later(TO_FIRST_MORNING);
        while_under_way(house, is_called_off, || assert_eq!(house.run(mailing::write_due(&house.app)).unwrap(), 0));
        let mails = house.mails_to("@staff.example");
        assert!(!mails.iter().any(|mail| mail.subject.contains("minute of your time")));
    }
}
