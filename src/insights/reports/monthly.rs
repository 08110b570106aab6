//! On the first morning of a month HR and executives get the figures of the month before, each of the sites they read of.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::figure::{Figures, HOUSE, Name};
use super::mails::{self, Month};
use super::pages::Told;
use super::recount;
use super::store::Window;
use crate::app::App;
use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult, job_run};
use crate::ids::PersonId;
use crate::mail::{Message, outbox};
use crate::people::person::Person;
use crate::people::role::{Grant, Role, Scope};
use crate::people::site::{Site, organisation_zone};
use crate::people::{person_store, role_store, site_store};
use crate::web::Failure;

const JOB: &str = "letters about a month";
/// On the house's clock.
const HOUR: i8 = 7;

/// Writes them if it is time; how many. A house that was opened within a month is told nothing of the one before.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, Failure> {
    let (now, who) = (app.now(), holder.to_owned());
    let sites = app.read(site_store::list_sites).await?;
    let Some((due, window)) = newest_due(&organisation_zone(&sites), now) else { return Ok(0) };
    let taken = app.db.write(move |conn| {
        let is_first = job_run::last_due(conn, JOB)?.is_none();
        Ok((is_first, job_run::take(conn, JOB, due, &who, now)?))
    });
    let (is_first, is_ours) = taken.await?;
    if !is_ours {
        return Ok(0);
    }
    let letters = if is_first { Vec::new() } else { letters(app, sites, window).await? };
    let count = letters.len();
    app.write(move |deed| {
        letters.iter().try_for_each(|letter| outbox::put(deed, letter))?;
        job_run::mark_done(deed.conn, JOB, due, deed.now)
    })
    .await?;
    Ok(count)
}

/// The newest first morning of a month, and the month before it.
fn newest_due(zone: &TimeZone, now: Moment) -> Option<(Moment, Window)> {
    let this = now.day_in(zone).date().first_of_month();
    [this, this.saturating_sub(1.month())].into_iter().find_map(|first| {
        let due: Moment = first.at(HOUR, 0, 0, 0).to_zoned(zone.clone()).ok()?.timestamp().into();
        let window = Window { from: first.saturating_sub(1.month()).into(), until: Some(first.into()), at: now };
        (due <= now).then_some((due, window))
    })
}

async fn letters(app: &App, sites: Vec<Site>, window: Window) -> Result<Vec<Message>, Failure> {
    let read = move |conn: &mut Conn| {
        let readers = list_readers(conn, &sites, window.at)?;
        let mut letters = Vec::with_capacity(readers.len());
        // Whoever reads of the same sites gets the same letter: it is counted once.
        let mut months: Vec<(Scope, Month)> = Vec::new();
        for (person, scope) in readers {
            let known = months.iter().find(|(known, _)| *known == scope).map(|(_, month)| month.clone());
            let month = match known {
                Some(month) => month,
                None => {
                    let month = month(conn, &sites, &scope, &window)?;
                    months.push((scope, month.clone()));
                    month
                }
            };
            letters.push((person, month));
        }
        Ok(letters)
    };
    let found = app.read(read).await?;
    let letters = found.iter().map(|(person, month)| mails::report_month(app, person, month));
    Ok(letters.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// HR and executives who are here, with the sites they read of.
fn list_readers(conn: &mut Conn, sites: &[Site], now: Moment) -> QueryResult<Vec<(Person, Scope)>> {
    let mut grants: BTreeMap<PersonId, Vec<Grant>> = BTreeMap::new();
    for (person, grant) in role_store::list_all_grants(conn)? {
        grants.entry(person).or_default().push(grant);
    }
    let scopes: BTreeMap<PersonId, Scope> =
        grants.into_iter().map(|(id, grants)| (id, Scope::of(&grants, &[Role::Hr, Role::Executive]))).collect();
    let ids: Vec<PersonId> = scopes.iter().filter(|(_, scope)| !scope.is_nowhere()).map(|(id, _)| *id).collect();
    let people = person_store::list_by_keys(conn, &ids)?.into_iter().filter(|person| person.is_here(sites, now));
    Ok(people.filter_map(|person| scopes.get(&person.id).cloned().map(|scope| (person, scope))).collect())
}

fn month(conn: &mut Conn, sites: &[Site], scope: &Scope, window: &Window) -> QueryResult<Month> {
    let mine: Vec<Site> = sites.iter().filter(|site| scope.holds(site.id)).cloned().collect();
    let pool = recount::pool(conn, &mine, window)?;
    let figures: Figures = pool.figures().into_iter().map(|(name, figure)| ((HOUSE, name), figure)).collect();
    let written = [Name::Praise, Name::Colleagues, Name::Asked, Name::Raised];
    Ok(Month {
        first: window.from,
        last: window.until.and_then(|until| until.date().yesterday().ok()).map_or(window.from, Day::from),
        is_house: *scope == Scope::Everywhere,
        sites: mine.into_iter().map(|site| site.name).collect::<Vec<_>>().join(", "),
        told: Told::of(HOUSE, &figures),
        is_empty: !written.into_iter().any(|name| figures.contains_key(&(HOUSE, name))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_is_due_at_seven_on_the_first_by_the_clock_of_the_house() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
        let due = |now: &str| {
            let (due, window) = newest_due(&zone, at(now)).unwrap();
            (due.timestamp().to_string(), window.from.to_string(), window.until.unwrap().to_string())
        };
        let told = |due: &str, from: &str, until: &str| (due.to_owned(), from.to_owned(), until.to_owned());
        assert_eq!(due("2026-12-01T05:59:59Z"), told("2026-11-01T06:00:00Z", "2026-10-01", "2026-11-01"));
        assert_eq!(due("2026-12-01T06:00:00Z"), told("2026-12-01T06:00:00Z", "2026-11-01", "2026-12-01"));
        assert_eq!(due("2027-01-01T12:00:00Z"), told("2027-01-01T06:00:00Z", "2026-12-01", "2027-01-01"));
        assert_eq!(due("2026-07-15T00:00:00Z"), told("2026-07-01T05:00:00Z", "2026-06-01", "2026-07-01"));
    }
}
