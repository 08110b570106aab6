//! The answer board: the code-words that were answered in the last days, whether or not anybody has read the answer, which
//! nobody knows. To look at, on a screen in the staff room, or printed.

use actix_web::http::header::REFRESH;
use actix_web::web::Query;
use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::SiteChoice;
use super::write::choose;
use crate::clock::Day;
use crate::people::site::organisation_zone;
use crate::people::site_store;
use crate::voice::anonymous::thread_store;
use crate::web::zone::Zone;
use crate::web::{Answer, Failure};

/// How many days an answered code-word stays on the board.
const DAYS: i32 = 14;
/// After how many seconds a screen fetches the board again.
const SCREEN_SECONDS: u32 = 600;

/// Which site, and whether a screen shows it.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    site: String,
    #[serde(default)]
    screen: String,
}

#[derive(Serialize)]
struct BoardView {
    site: SiteChoice,
    days: Vec<DayView>,
    today: Day,
    is_screen: bool,
}

#[derive(Serialize)]
struct DayView {
    on: Day,
    handles: Vec<String>,
}

/// `GET /voice/answers?site=seaside`, with `&screen=1` for a screen that nobody touches
pub async fn index(zone: Zone, asked: Query<Asked>) -> Answer {
    let is_screen = !asked.screen.is_empty();
    let mut answer = board(&zone, &asked, "voice/anonymous/answers", is_screen).await?;
    if is_screen {
        answer.headers_mut().insert(REFRESH, SCREEN_SECONDS.into());
    }
    Ok(answer)
}

/// `GET /voice/answers/print?site=seaside`
pub async fn print(zone: Zone, asked: Query<Asked>) -> Answer {
    board(&zone, &asked, "voice/anonymous/answers_print", false).await
}

async fn board(zone: &Zone, asked: &Asked, template: &str, is_screen: bool) -> Answer {
    let (app, slug) = (zone.app(), asked.site.clone());
    let now = app.now();
    let (sites, today, site, answered) = app
        .read(move |conn| {
            let sites = site_store::list_sites(conn)?;
            let today = now.day_in(&organisation_zone(&sites));
            let since = Day::from(today.date().saturating_sub(DAYS.days()));
            let site = match slug.is_empty() {
                true => sites.first().filter(|_| sites.len() == 1).cloned(),
                false => site_store::find_site_by_slug(conn, &slug)?,
            };
            let answered = match &site {
                Some(site) => thread_store::list_answered(conn, site.id, since)?,
                None => Vec::new(),
            };
            Ok((sites, today, site, answered))
        })
        .await?;
    let Some(site) = site else {
        return match asked.site.is_empty() {
            true => choose(zone, &sites, "answers"),
            false => Err(Failure::NotFound),
        };
    };
    let mut days: Vec<DayView> = Vec::new();
    for (on, handle) in answered.into_iter().filter_map(|(on, handle)| Some((on?, handle))) {
        match days.last_mut().filter(|day| day.on == on) {
            Some(day) => day.handles.push(handle),
            None => days.push(DayView { on, handles: vec![handle] }),
        }
    }
    zone.show(template, &BoardView { site: SiteChoice::of(&site), days, today, is_screen })
}
