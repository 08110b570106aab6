//! "4 people, join?": open issues of a site that are like what somebody types.
//!
//! A text becomes terms (words.rs, families.rs); an index in the database answers which issues have them (`db::search`);
//! how well each fits is decided here, by the same lines for both engines (rank.rs). Only what is named, or was written
//! by nobody knows whom and reviewed for the site, is ever in the index: of what is sealed no word leaves the seal.

mod families;
mod rank;
mod renew;
mod words;

pub use renew::renew;
use uuid::Uuid;

use crate::db::search::{self, Hit, Turn};
use crate::db::{Conn, QueryResult};
use crate::views::Lang;

/// Issues that are read and ranked, whatever was typed.
const MOST_READ: i64 = 1_000;
/// How much better than the others the best has to be for the others to be left out.
const FAR_BEHIND: f64 = 0.4;

/// What others may look for in an issue.
pub(super) struct Text<'t> {
    pub title: &'t str,
    pub rest: Vec<&'t str>,
    pub lang: Lang,
}

/// Makes an issue findable for an audience.
pub(super) fn put(conn: &mut Conn, turn: Turn, id: Uuid, audience: &str, text: &Text) -> QueryResult<()> {
    let title = words::words(text.title, text.lang);
    let rest = words::words(&text.rest.join("\n"), text.lang);
    turn.put(conn, id, audience, &rank::terms(&title, &rest))
}

/// The issues for these audiences that fit what is typed, best first, at most `limit`. Whether whoever typed may see them
/// all is not decided here.
pub(super) fn find(
    conn: &mut Conn,
    typed: &str,
    lang: Lang,
    audiences: Vec<String>,
    limit: usize,
) -> QueryResult<Vec<Uuid>> {
    let typed = rank::distinct(words::words(typed, lang));
    let look_up = rank::look_up(&typed);
    if look_up.exact.is_empty() {
        return Ok(Vec::new());
    }
    let known = search::list_words(conn, &look_up.exact, &look_up.beginnings, &look_up.ends)?;
    let wanted = rank::wanted(&typed, &known);
    let hits = search::find(conn, &rank::query(&wanted, &known, audiences), MOST_READ)?;
    let fit = |hit: Hit| Some((rank::score(&wanted, &hit.terms, &known)?, Uuid::from_slice(&hit.id).ok()?));
    let mut fitting: Vec<(f64, Uuid)> = hits.into_iter().filter_map(fit).collect();
    fitting.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
    let best = fitting.first().map_or(0.0, |first| first.0);
    fitting.retain(|(score, _)| *score >= best * FAR_BEHIND);
    Ok(fitting.into_iter().take(limit).map(|(_, id)| id).collect())
}

/// A number that changes whenever the same text would get other terms: the index is then made anew.
pub(super) fn fingerprint() -> i64 {
    let bytes = [
        include_str!("families.txt"),
        include_str!("words.rs"),
        include_str!("families.rs"),
        include_str!("rank.rs"),
        include_str!("../similar_store.rs"),
        include_str!("../../fold.rs"),
    ];
    // FNV-1a, 64 bits: it has to differ, not to withstand anybody.
    let hash = bytes
        .iter()
        .flat_map(|text| text.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    i64::try_from(hash >> 1).unwrap_or_default()
}
