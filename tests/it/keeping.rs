//! What the law asks of voice (A.6), and the end of what was raised (X6).

use std::time::{Duration, Instant};

use diesel::prelude::*;
use peopleworthy::clock::{Day, Moment};
use peopleworthy::db::job_run;
use peopleworthy::db::schema::{
    anon_message, anon_remark, anon_thread, issue, issue_barred, issue_event, keeping, stub,
};
use peopleworthy::ids::{CategoryId, IssueId, PersonId, RowId, ThreadId};
use peopleworthy::people::audit::What;
use peopleworthy::people::audit_store::{self, Wanted};
use peopleworthy::voice::{retention, retention_store};

use crate::house::{House, NOON};

const DAY: i64 = 86_400;

/// Waits until the house has done the day's work that was due when it started: it would announce what a test just closed.
fn has_kept_house(house: &House) {
    let end = Instant::now() + Duration::from_secs(20);
    while house.read(|conn| job_run::last_due(conn, "housekeeping")).is_none() {
        assert!(Instant::now() < end, "the house does not do its day's work");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A named or confidential issue, closed so many days ago.
fn closed_issue(house: &House, level: &'static str, owner: Option<PersonId>, days_ago: i64) -> IssueId {
    has_kept_house(house);
    let (raiser, site) = (house.person("lena"), house.site("seaside"));
    let closed = Moment::from_micros((NOON - days_ago * DAY) * 1_000_000);
    let category: CategoryId = "766f6963-6500-4000-8000-000000000001".parse().unwrap();
    house.write(move |deed| {
        let id = IssueId::random();
        let is_sealed = level == "confidential";
        diesel::insert_into(issue::table)
            .values((
                (issue::id.eq(id), issue::kind.eq("issue"), issue::level.eq(level), issue::scope.eq("site")),
                (issue::category_id.eq(category), issue::site_id.eq(site), issue::raiser_id.eq(Some(raiser))),
                (issue::language.eq("en"), issue::place.eq(""), issue::fix.eq(""), issue::owner_id.eq(owner)),
                issue::title.eq(if is_sealed { "" } else { "Wobbly marmalade" }),
                issue::what.eq(if is_sealed { "" } else { "It wobbles" }),
                issue::wrapped_key.eq(is_sealed.then(|| vec![1u8; 60])),
                issue::sealed.eq(is_sealed.then(|| vec![2u8; 60])),
                (issue::state.eq("changed"), issue::support_count.eq(0), issue::version.eq(1)),
                (
                    issue::acknowledge_due_on.eq("2024-01-01"),
                    issue::answer_due_on.eq("2024-01-01"),
                    issue::decide_due_on.eq("2024-01-01"),
                ),
                (issue::raised_at.eq(closed.plus_seconds(-DAY)), issue::closed_at.eq(Some(closed))),
            ))
            .execute(deed.conn)?;
        diesel::insert_into(issue_event::table)
            .values((
                issue_event::id.eq(RowId::random()),
                issue_event::issue_id.eq(id),
                issue_event::state.eq("changed"),
                issue_event::text.eq("Because"),
                issue_event::happened_at.eq(closed),
            ))
            .execute(deed.conn)?;
        Ok(id)
    })
}

/// A thread, closed so many days ago.
fn closed_thread(house: &House, days_ago: i64) -> ThreadId {
    has_kept_house(house);
    let site = house.site("seaside");
    let closed = Moment::from_micros((NOON - days_ago * DAY) * 1_000_000).utc_day();
    house.write(move |deed| {
        let id = ThreadId::random();
        diesel::insert_into(anon_thread::table)
            .values((
                (
                    anon_thread::id.eq(id),
                    anon_thread::lookup_hash.eq(id.0.as_bytes().to_vec()),
                    anon_thread::site_id.eq(site),
                ),
                (anon_thread::handle.eq(id.to_string()), anon_thread::state.eq("changed"), anon_thread::review.eq("")),
                (anon_thread::is_news.eq(true), anon_thread::enc_v.eq(1), anon_thread::wrapped_key.eq(vec![1u8])),
                (
                    anon_thread::header.eq(vec![1u8]),
                    anon_thread::received_on.eq(closed),
                    anon_thread::closed_on.eq(Some(closed)),
                ),
                (
                    anon_thread::acknowledge_due_on.eq(closed),
                    anon_thread::feedback_due_on.eq(closed),
                    anon_thread::version.eq(1),
                    anon_thread::criticality.eq(0),
                ),
            ))
            .execute(deed.conn)?;
        diesel::insert_into(anon_message::table)
            .values((
                anon_message::thread_id.eq(id),
                anon_message::seq.eq(1),
                anon_message::side.eq("writer"),
                anon_message::sealed.eq(vec![3u8]),
                anon_message::sent_on.eq(closed),
            ))
            .execute(deed.conn)?;
        diesel::insert_into(anon_remark::table)
            .values((
                anon_remark::thread_id.eq(id),
                anon_remark::seq.eq(1),
                anon_remark::sealed.eq(vec![3u8]),
                anon_remark::sent_on.eq(closed),
            ))
            .execute(deed.conn)?;
        Ok(id)
    })
}

fn run(house: &House) {
    house.run(retention::run(&house.app)).unwrap();
}

fn there(house: &House, id: IssueId) -> bool {
    house.read(move |conn| diesel::select(diesel::dsl::exists(issue::table.find(id))).get_result(conn))
}

fn thread_is_there(house: &House, id: ThreadId) -> bool {
    house.read(move |conn| diesel::select(diesel::dsl::exists(anon_thread::table.find(id))).get_result(conn))
}

fn report(house: &House) -> Vec<String> {
    let wanted = Wanted { what: Some(What::Administered), limit: 100, ..Wanted::default() };
    let entries = house.read(move |conn| audit_store::list(conn, &wanted));
    entries.into_iter().filter(|entry| entry.about == "retention").map(|entry| entry.detail).collect()
}

on_both! {
    fn x6_what_is_over_is_announced_once_deleted_a_month_later_and_leaves_a_stub_without_words(house) {
        let mia = house.person("mia");
        let old = closed_issue(house, "named", Some(mia), 701);
        let secret = closed_issue(house, "confidential", None, 800);
        let held = closed_issue(house, "named", Some(mia), 701);
        let young = closed_issue(house, "named", Some(mia), 690);
        let (thread, young_thread) = (closed_thread(house, 701), closed_thread(house, 10));
        house.write(move |deed| retention_store::set_hold(deed.conn, RowId(held.0), Some("2026-01-01".parse::<Day>().unwrap())));
        run(house);
        run(house);
        assert_eq!(report(house), ["announced: issues 2, threads 1"]);
        for (address, mails) in [("mia@staff.example", 1), ("carl@staff.example", 1), ("lena@staff.example", 0), ("ada@staff.example", 0)] {
            let found = house.mails_to(address);
            assert_eq!(found.len(), mails, "{address}");
            for mail in found {
                assert!(mail.text.contains("/voice/keeping") && !mail.source.contains("marmalade") && !mail.source.contains("Seaside,"));
            }
        }
        for days in [1, 28] {
            house.later(days * DAY);
            run(house);
            assert!(there(house, old) && there(house, secret) && thread_is_there(house, thread), "announced thirty days ahead");
        }
        house.later(DAY);
        run(house);
        run(house);
        assert!(!there(house, old) && !there(house, secret) && !thread_is_there(house, thread));
        assert!(there(house, held) && there(house, young) && thread_is_there(house, young_thread));
        assert_eq!(report(house)[0], "deleted: issues 2, threads 1");
        type Stub = (String, String, Option<CategoryId>, String, Day, Day, Day);
        let stub: Stub = house.read(move |conn| {
            stub::table
                .find(old)
                .select((stub::about, stub::kind, stub::category_id, stub::state, stub::began_on, stub::closed_on, stub::deleted_on))
                .first(conn)
        });
        assert_eq!((stub.0.as_str(), stub.1.as_str(), stub.3.as_str()), ("issue", "issue", "changed"));
        assert!(stub.2.is_some());
        assert_eq!((stub.5.to_string(), stub.6.to_string()), ("2024-12-20".into(), "2026-12-21".into()));
        let (stubs, words, messages): (i64, i64, i64) = house.read(move |conn| {
            Ok((
                stub::table.count().get_result(conn)?,
                issue_event::table.filter(issue_event::issue_id.eq_any([old, secret])).count().get_result(conn)?,
                anon_message::table.filter(anon_message::thread_id.eq(thread)).count().get_result(conn)?,
            ))
        });
        assert_eq!((stubs, words, messages), (3, 0, 0));
        // Let go of, it is announced like everything else, and only then deleted.
        house.write(move |deed| retention_store::set_hold(deed.conn, RowId(held.0), None));
        run(house);
        assert!(there(house, held), "not without a word ahead");
        assert_eq!(report(house)[0], "announced: issues 1, threads 0", "the younger one was, two days ago");
        house.later(30 * DAY);
        run(house);
        assert!(!there(house, held) && !there(house, young));
        let left: i64 = house.read(|conn| keeping::table.count().get_result(conn));
        assert_eq!(left, 0);
        assert_eq!(house.read(audit_store::check), None);
    }

    fn x6_who_answers_for_it_sees_what_ends_and_holds_it_and_nobody_else_does(house) {
        let mia = house.person("mia");
        let named = closed_issue(house, "named", Some(mia), 720);
        let secret = closed_issue(house, "confidential", Some(mia), 720);
        let barred = closed_issue(house, "confidential", None, 720);
        let carl = house.person("carl");
        house.write(move |deed| {
            diesel::insert_into(issue_barred::table)
                .values((
                    issue_barred::issue_id.eq(barred),
                    issue_barred::person_id.eq(carl),
                    issue_barred::why.eq("raiser"),
                    issue_barred::since_at.eq(deed.now),
                ))
                .execute(deed.conn)
        });
        run(house);
        let path = |id: IssueId| format!("/voice/keeping/{id}");
        for (who, sees) in [("mia", vec![named]), ("carl", vec![secret]), ("ada", vec![]), ("lena", vec![])] {
            let browser = house.staff(who);
            let page = browser.open("/voice/keeping").is(200);
            // Who has a queue finds it there, without waiting for the mail.
            if !sees.is_empty() {
                browser.open(&browser.open("/voice/queue").link("/voice/keeping")).is(200);
            }
            page.lacks("marmalade");
            for id in [named, secret, barred] {
                assert_eq!(page.has_form(&path(id)), sees.contains(&id), "{who}");
                if !sees.contains(&id) {
                    assert_eq!(browser.post(&path(id), &[("step", "hold")]).status, 404, "{who}");
                }
            }
        }
        let browser = house.staff("carl");
        browser.open("/voice/keeping").form(&path(secret)).choose("step", "hold").submit().is(200).says("Held since");
        house.later(31 * DAY);
        run(house);
        assert!(there(house, secret) && !there(house, named) && !there(house, barred));
        let handled = house.read(|conn| audit_store::list(conn, &Wanted { what: Some(What::Handled), limit: 9, ..Wanted::default() }));
        assert_eq!(handled.len(), 1);
        assert_eq!((handled[0].about_id.as_deref(), handled[0].detail.as_str()), (Some(secret.0.as_bytes().as_slice()), "held"));
    }

    fn x6_what_is_left_of_what_was_deleted_is_seen_by_those_who_handled_it_and_not_by_whom_it_was_kept_from(house) {
        let named = closed_issue(house, "named", Some(house.person("mia")), 720);
        let secret = closed_issue(house, "confidential", None, 720);
        let about_mia = closed_issue(house, "named", Some(house.person("mia")), 720);
        let held = closed_issue(house, "named", Some(house.person("mia")), 720);
        let thread = closed_thread(house, 720);
        let mia = house.person("mia");
        house.write(move |deed| {
            let barred = (issue_barred::issue_id.eq(about_mia), issue_barred::person_id.eq(mia));
            let barred = (barred, issue_barred::why.eq("subject"), issue_barred::since_at.eq(deed.now));
            diesel::insert_into(issue_barred::table).values(barred).execute(deed.conn)
        });
        run(house);
        house.staff("mia").open("/voice/keeping").lacks("What was deleted");
        house.later(31 * DAY);
        // Found to be over, and held at the same moment.
        let now = house.app.now();
        let over = house.read(move |conn| retention_store::list_over(conn, now, 100));
        assert_eq!(over.len(), 5);
        house.write(move |deed| retention_store::set_hold(deed.conn, RowId(held.0), Some("2026-12-22".parse::<Day>().unwrap())));
        let (secrets, today) = (house.app.secrets.clone(), "2026-12-22".parse::<Day>().unwrap());
        house.write(move |deed| {
            for ending in &over {
                retention_store::delete(deed.conn, &secrets, ending, today)?;
            }
            Ok(())
        });
        assert!(there(house, held) && [named, secret, about_mia].iter().all(|id| !there(house, *id)) && !thread_is_there(house, thread));
        let deleted = |who: &str| house.staff(who).open("/voice/keeping").is(200).texts("#deleted ~ table tbody tr");
        for (who, lines) in [("mia", 1), ("harriet", 1), ("carl", 1), ("clara", 1), ("lena", 0), ("ada", 0), ("hugo", 0)] {
            let lines_seen = deleted(who);
            assert_eq!(lines_seen.len(), lines, "{who}: {lines_seen:?}");
            assert!(lines_seen.iter().all(|line| line.contains("Seaside") && line.contains("22 December 2026") && !line.contains("marmalade")), "{lines_seen:?}");
        }
        // The thread of this test has a seal that does not open: it may have been kept from anybody.
        assert!(deleted("mia")[0].contains("Rooms, things and tools") && deleted("carl")[0].contains("Changed"));
    }

    fn a6_external_channels_are_read_by_everybody_and_cannot_be_empty_in_eu_mode(house) {
        let path = "/admin/voice/channels";
        let ada = house.staff("ada");
        let page = ada.open(path).is(200).form(path).choose("eu_mode", "on").submit().is(422);
        assert!(page.problem("channels").contains("cannot be empty"));
        assert_eq!(page.count("#eu_mode[checked]"), 1, "what was chosen stays");
        page.form(path).fill("channels", "Ombudsman\n0800 123 <b>").submit().is(200).says("Saved");
        let lena = house.staff("lena");
        lena.open(&lena.open("/voice/new").link("/voice/channels")).is(200);
        let read = lena.open(&lena.open("/voice").link("/voice/channels")).is(200);
        read.says("Ombudsman").says("0800 123 <b>").says("within 7 days");
        lena.open(&read.link("/voice/anonymity")).is(200).says("On the server, Clara Weiss was appointed to read");
        assert_eq!(lena.get(path).status, 403);
        let stale = ada.open(path).form(path);
        ada.open(path).form(path).fill("thread_keep_days", "365").submit().is(200);
        assert_eq!(stale.post().status, 409);
        let page = ada.open(path).form(path).fill("channels", " ").submit().is(422);
        page.problem("channels");
        let page = ada.open(path).form(path).fill("thread_keep_days", "3").submit().is(422);
        page.problem("thread_keep_days");
        let wanted = Wanted { what: Some(What::Administered), limit: 2, ..Wanted::default() };
        let said: Vec<_> = house.read(move |conn| audit_store::list(conn, &wanted)).into_iter().map(|entry| entry.detail).collect();
        assert_eq!(said, ["threads kept for 365 days", "EU mode on, external channels"]);
    }

    fn what_is_kept_for_as_long_as_its_subject_says_is_still_announced_thirty_days_before(house) {
        let issue = closed_issue(house, "named", Some(house.person("mia")), 100);
        run(house);
        assert_eq!(report(house), [""; 0], "two years, unless somebody sets other days");
        let path = "/admin/voice/categories/766f6963-6500-4000-8000-000000000001";
        house.staff("ada").open(path).form(path).fill("keep_days", "90").submit().is(200);
        run(house);
        house.later(29 * DAY);
        run(house);
        assert!(there(house, issue), "announced thirty days ahead");
        house.later(DAY);
        run(house);
        assert!(!there(house, issue));
    }

    fn x6_what_opened_again_after_its_end_was_announced_is_announced_anew(house) {
        let issue = closed_issue(house, "named", Some(house.person("mia")), 701);
        let thread = closed_thread(house, 701);
        let announced = || report(house).into_iter().filter(|line| line == "announced: issues 1, threads 1").count();
        run(house);
        assert_eq!(announced(), 1);
        let set = move |issue_state: &'static str, issue_closed: Option<Moment>, thread_closed: Option<Day>| {
            house.write(move |deed| {
                let opened = (issue::state.eq(issue_state), issue::closed_at.eq(issue_closed));
                diesel::update(issue::table.find(issue)).set(opened).execute(deed.conn)?;
                let opened = (anon_thread::state.eq(issue_state), anon_thread::closed_on.eq(thread_closed));
                diesel::update(anon_thread::table.find(thread)).set(opened).execute(deed.conn)
            });
        };
        set("received", None, None);
        house.later(DAY);
        run(house);
        let now = house.app.now();
        set("changed", Some(now), Some(now.utc_day()));
        house.later(710 * DAY);
        run(house);
        assert_eq!(announced(), 2, "a second end has an announcement of its own");
        house.later(29 * DAY);
        run(house);
        assert!(there(house, issue) && thread_is_there(house, thread), "announced thirty days ahead");
        house.later(DAY);
        run(house);
        assert!(!there(house, issue) && !thread_is_there(house, thread));
    }

    fn a6_in_eu_mode_what_is_confidential_is_due_when_the_law_wants_it(house) {
        use diesel::connection::SimpleConnection;
        let slow = "UPDATE issue_category SET acknowledge_days = 30, answer_days = 100, decide_days = 200";
        house.write(move |deed| deed.conn.batch_execute(slow));
        let due = |path: String| {
            let id: IssueId = path.rsplit('/').next().unwrap().parse().unwrap();
            let due: (Day, Day, Day) = house.read(move |conn| {
                let days = (issue::acknowledge_due_on, issue::answer_due_on, issue::decide_due_on);
                issue::table.find(id).select(days).first(conn)
            });
            [due.0, due.1, due.2].map(|day| day.to_string())
        };
        let rosa = house.staff("rosa");
        let own = ["2027-01-01", "2027-04-09", "2027-08-27"];
        assert_eq!(due(rosa.confides("Before the law was switched on")), own);
        let page = house.staff("ada");
        let form = page.open("/admin/voice/channels").form("/admin/voice/channels");
        form.choose("eu_mode", "on").fill("channels", "Ombudsman").submit().is(200);
        assert_eq!(due(rosa.confides("Seven days, three months")), ["2026-11-28", "2027-02-21", "2027-02-21"]);
        assert_eq!(due(rosa.raised("By name", &[])), own, "what stands under a name is the house's own affair");
    }
}
