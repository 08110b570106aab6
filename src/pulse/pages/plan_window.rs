//! Step three of a survey: what period it speaks of, and when it is answered.

use actix_web::web::Path;
use serde::Serialize;

use super::plan::{Step, find_draft, store_step};
use crate::clock::Day;
use crate::ids::PulseId;
use crate::pulse::period::{MONTHS, Period, Window};
use crate::pulse::survey::Pulse;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    step: Step,
    months: [i8; 5],
    period_from: Day,
    period_last: Day,
    proposed: ProposedView,
    /// None if it is well placed.
    off: Option<OffView>,
    reminder_days: Vec<Day>,
    form: FormView,
}

/// How far the window's middle is off the period's.
#[derive(Serialize)]
pub(super) struct OffView {
    days: i64,
    side: &'static str,
}

impl OffView {
    /// None if the window is well placed.
    pub(super) fn of(pulse: &Pulse) -> Option<OffView> {
        let days = pulse.window().days_off(pulse.period());
        let is_off = !pulse.window().is_centred(pulse.period());
        is_off.then(|| OffView { days: days.abs(), side: if days < 0 { "before" } else { "after" } })
    }
}

#[derive(Serialize)]
struct ProposedView {
    opens_on: Day,
    closes_on: Day,
}

/// `GET /pulse/plans/{id}/window`
pub async fn edit(me: Me, id: Path<PulseId>) -> Answer {
    let pulse = find_draft(&me, &id).await?;
    show(&me, &pulse, &filled(&pulse), &Problems::none())
}

/// `POST /pulse/plans/{id}/window`; `step` `propose` fills in the usual window of the period.
pub async fn update(me: Me, id: Path<PulseId>, mut form: Form) -> Answer {
    let mut pulse = find_draft(&me, &id).await?;
    pulse.version = form.read("version").ok_or(Failure::BadRequest)?;
    if form.text("step") == "propose" {
        let mut problems = Problems::none();
        if let Some(period) = period(&form, &mut problems) {
            let window = Window::centred(period);
            form.set("opens_on", &window.opens_on.to_string());
            form.set("closes_on", &window.closes_on.to_string());
            (pulse.period_from, pulse.period_until) = (period.from, period.until);
            (pulse.opens_on, pulse.closes_on) = (window.opens_on, window.closes_on);
        }
        return show(&me, &pulse, &form, &problems);
    }
    if let Err(problems) = read(&mut pulse, &form) {
        return show(&me, &pulse, &form, &problems);
    }
    store_step(&me, pulse, ("window", "preview"), |_| Ok(())).await
}

fn period(form: &Form, problems: &mut Problems) -> Option<Period> {
    let within = Day::typed(form.text("period_within"));
    if within.is_none() {
        problems.add("period_within", "pulse-problem-day");
    }
    let months = form.read("months").filter(|months| MONTHS.contains(months));
    if months.is_none() {
        problems.add("months", "pulse-problem-months");
    }
    Some(Period::of(within?, months?))
}

fn read(pulse: &mut Pulse, form: &Form) -> Result<(), Problems> {
    let mut problems = Problems::none();
    let period = period(form, &mut problems);
    let mut day = |field: &str| {
        let day = Day::typed(form.text(field));
        if day.is_none() {
            problems.add(field, "pulse-problem-day");
        }
        day
    };
    let (opens_on, closes_on) = (day("opens_on"), day("closes_on"));
    if let (Some(opens_on), Some(closes_on)) = (opens_on, closes_on) {
        if closes_on < opens_on {
            problems.add("closes_on", "pulse-problem-backwards");
        }
        (pulse.opens_on, pulse.closes_on) = (opens_on, closes_on);
    }
    if let Some(period) = period {
        (pulse.period_from, pulse.period_until) = (period.from, period.until);
    }
    pulse.reminders = form.read("reminders").filter(|number| (0..=2).contains(number)).unwrap_or(2);
    problems.or(())
}

/// The length of a period in months; the usual one if it is none of ours.
fn months_of(period: Period) -> i8 {
    MONTHS.into_iter().find(|months| Period::of(period.from, *months) == period).unwrap_or(2)
}

fn filled(pulse: &Pulse) -> Form {
    let months = months_of(pulse.period()).to_string();
    let (from, opens_on) = (pulse.period_from.to_string(), pulse.opens_on.to_string());
    let (closes_on, reminders) = (pulse.closes_on.to_string(), pulse.reminders.to_string());
    Form::of(&[
        ("period_within", &from),
        ("months", &months),
        ("opens_on", &opens_on),
        ("closes_on", &closes_on),
        ("reminders", &reminders),
    ])
}

fn show(me: &Me, pulse: &Pulse, form: &Form, problems: &Problems) -> Answer {
    let (period, window) = (pulse.period(), pulse.window());
    let proposed = Window::centred(period);
    let view = View {
        step: Step::of(pulse, 3),
        months: MONTHS,
        period_from: period.from,
        period_last: crate::pulse::period::plus(period.until, -1),
        proposed: ProposedView { opens_on: proposed.opens_on, closes_on: proposed.closes_on },
        off: OffView::of(pulse),
        reminder_days: window.reminder_days(pulse.reminders),
        form: form.view(me.page(), problems),
    };
    match problems.is_empty() {
        true => me.page().show("pulse/plan_window", &view),
        false => me.page().show_again("pulse/plan_window", &view),
    }
}
