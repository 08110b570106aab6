//! What each number is, how it is worked out, and what it cannot show.

use serde::Serialize;

use super::reads;
use crate::insights::reports::figure::{ANSWER_DAYS, DAYS, LEAST, LEAST_PEOPLE, Name};
use crate::web::{Answer, Me};

#[derive(Serialize)]
struct View {
    days: i64,
    answer_days: i64,
    least: u32,
    least_people: usize,
    names: Vec<String>,
    may_compare: bool,
}

/// `GET /insights/definitions`
pub async fn show(me: Me) -> Answer {
    me.must(!reads(&me).is_nowhere())?;
    let names = Name::ALL.iter().map(|name| name.name().replace('_', "-")).collect();
    let view = View {
        days: DAYS,
        answer_days: ANSWER_DAYS,
        least: LEAST,
        least_people: LEAST_PEOPLE,
        names,
        may_compare: crate::insights::pages::reads(&me),
    };
    me.page().show("insights/reports/definitions", &view)
}
