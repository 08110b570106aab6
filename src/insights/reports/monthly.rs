//! On the first morning of a month HR and executives get the figures of the month before, each of the sites they read of.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::figure::{HOUSE, Name};
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

/// Writes them if it is time; how many. A house is told nothing of a month before it was opened, nor on the day on which this
/// program first does it.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, Failure> {
    let (now, who) = (app.now(), holder.to_owned());
    let sites = app.read(site_store::list_sites).await?;
    let Some((due, window)) = newest_due(&sites, now) else { return Ok(0) };
    let taken = app.db.write(move |conn| {
        let is_first = job_run::last_due(conn, JOB)?.is_none();
        Ok((is_first, job_run::take(conn, JOB, due, &who, now)?))
    });
    let (is_first, is_ours) = taken.await?;
    if !is_ours {
        return Ok(0);
    }
    let ended =
        window.until.and_then(|until| until.date().to_zoned(TimeZone::UTC).ok()).map(|at| at.timestamp().into());
    let was_there = sites.iter().any(|site| ended.is_some_and(|ended: Moment| site.created_at < ended));
    let letters = if is_first || !was_there { Vec::new() } else { letters(app, sites, window).await? };
    let count = letters.len();
    app.write(move |deed| {
        letters.iter().try_for_each(|letter| outbox::put(deed, letter))?;
        job_run::mark_done(deed.conn, JOB, due, deed.now)
    })
    .await?;
    Ok(count)
}

/// The newest month that is over at every site, and that seven o'clock has struck after in the house; with the key of its job, which is
/// the same wherever the house thinks it is. None before there is a site.
fn newest_due(sites: &[Site], now: Moment) -> Option<(Moment, Window)> {
    let zone = organisation_zone(sites);
    let this = now.day_in(&zone).date().first_of_month();
    let moment = |first: Date, hour: i8, zone: &TimeZone| -> Option<Moment> {
        Some(first.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok()?.timestamp().into())
    };
    let is_over = |first: Date| {
        let midnights = || sites.iter().map(|site| moment(first, 0, &site.zone()));
        !sites.is_empty() && midnights().chain([moment(first, HOUR, &zone)]).all(|at| at.is_some_and(|at| at <= now))
    };
    let first = [this, this.saturating_sub(1.month())].into_iter().find(|first| is_over(*first))?;
    let window = Window { from: first.saturating_sub(1.month()).into(), until: Some(first.into()), at: now };
    Some((moment(first, 0, &TimeZone::UTC)?, window))
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
    let (figures, is_partial) = recount::of_window(conn, sites, &mine, window)?;
    let written = [Name::Praise, Name::Colleagues, Name::Asked, Name::Raised];
    Ok(Month {
        first: window.from,
        last: window.until.and_then(|until| until.date().yesterday().ok()).map_or(window.from, Day::from),
        is_house: *scope == Scope::Everywhere,
        sites: mine.into_iter().map(|site| site.name).collect::<Vec<_>>().join(", "),
        told: Told::of(HOUSE, &figures),
        is_partial,
        is_empty: !is_partial && !written.into_iter().any(|name| figures.contains_key(&(HOUSE, name))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SiteId;

    fn site(zone: &str) -> Site {
        Site {
            id: SiteId::random(),
            parent_id: None,
            name: "Seaside".into(),
            name_fold: "seaside".into(),
            slug: "seaside".into(),
            time_zone: zone.into(),
            languages: "en".into(),
            country: String::new(),
            working_days: 0,
            wall_is_public: false,
            created_at: Moment::from_micros(0),
            version: 1,
        }
    }

    fn due(sites: &[Site], now: &str) -> Option<(String, String)> {
        let now = Moment::from(now.parse::<jiff::Timestamp>().unwrap());
        newest_due(sites, now).map(|(key, window)| (key.timestamp().to_string(), window.from.to_string()))
    }

    fn told(key: &str, from: &str) -> Option<(String, String)> {
        Some((key.to_owned(), from.to_owned()))
    }

    #[test]
    fn the_letter_is_due_at_seven_on_the_first_by_the_clock_of_the_house() {
        let sites = [site("Europe/Berlin"), site("Europe/Berlin")];
        assert_eq!(due(&sites, "2026-12-01T05:59:59Z"), told("2026-11-01T00:00:00Z", "2026-10-01"));
        assert_eq!(due(&sites, "2026-12-01T06:00:00Z"), told("2026-12-01T00:00:00Z", "2026-11-01"));
        assert_eq!(due(&sites, "2027-01-01T12:00:00Z"), told("2027-01-01T00:00:00Z", "2026-12-01"));
        assert_eq!(due(&[], "2027-01-01T12:00:00Z"), None, "nobody is here yet");
    }

    #[test]
    fn a_month_is_over_when_it_is_over_everywhere_and_is_one_month_wherever_the_house_is() {
        let sites = [site("Europe/Berlin"), site("Europe/Berlin"), site("America/Los_Angeles")];
        assert_eq!(due(&sites, "2026-12-01T06:00:00Z"), told("2026-11-01T00:00:00Z", "2026-10-01"));
        assert_eq!(due(&sites, "2026-12-01T08:00:00Z"), told("2026-12-01T00:00:00Z", "2026-11-01"));
        let moved = [site("America/Los_Angeles")];
        assert_eq!(due(&moved, "2026-12-01T15:00:00Z"), told("2026-12-01T00:00:00Z", "2026-11-01"));
    }
}
