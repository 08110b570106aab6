//! How the link is worked out, in plain words.

use serde::Serialize;

use super::reads;
use crate::insights::report;
use crate::insights::statistics::chance::DRAWS;
use crate::web::{Answer, Me};

#[derive(Serialize)]
struct View {
    draws: usize,
    version: u32,
}

/// `GET /insights/link/methods`
pub async fn show(me: Me) -> Answer {
    me.must(reads(&me))?;
    me.page().show("insights/methods", &View { draws: DRAWS, version: report::VERSION })
}
