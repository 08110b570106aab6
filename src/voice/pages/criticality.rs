//! How much hangs on an issue: a handler says it, and whoever has to know hears of it, without a word of what it is.

use std::collections::BTreeSet;

use actix_web::web;

use super::one::{Typed, find_handled, show_with};
use super::{handled, kept_from, touch};
use crate::db::{Conn, QueryResult};
use crate::ids::{IssueId, PersonId};
use crate::mail::outbox;
use crate::people::site::Site;
use crate::people::{audit_store, person_store, site_store};
use crate::voice::issue_list_store::NAMED_ROLES;
use crate::voice::issue_store::{self, Issue};
use crate::voice::level::Level;
use crate::voice::state::State;
use crate::voice::{clocks, criticality, criticality_store, mails, receivers_store};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me, Problems};

/// POST /voice/{id}/criticality: `version`, `criticality` from 0 to 5.
pub async fn set(me: Me, id: web::Path<IssueId>, mut form: Form) -> Answer {
    let issue = find_handled(&me, *id).await?;
    let Some(to) = criticality::read(&form) else {
        let problems = Problems::one("criticality", "voice-problem-criticality");
        return show_with(&me, issue, true, Typed::wrong(form, problems)).await;
    };
    let version: i32 = form.read("version").unwrap_or(issue.version);
    let (app, of, before) = (me.page().app(), issue.clone(), issue.criticality);
    let said = see_other_saying(&format!("/voice/{}", issue.id), "voice-said-saved");
    if before == to {
        return Ok(said);
    }
    let now = app.now();
    let (next_working_day, told) = app
        .read(move |conn| {
            let site = site_store::find_site(conn, of.site_id)?.ok_or(diesel::result::Error::NotFound)?;
            let holidays = site_store::list_holidays(conn, site.id)?;
            let told =
                if criticality::is_rise(before, to) { list_told(conn, &of, &site, now)? } else { BTreeSet::new() };
            let told: Vec<PersonId> = told.into_iter().collect();
            let next = clocks::next_working_day(Some(&site), &holidays, site.today(now));
            Ok((next, person_store::list_by_keys(conn, &told)?))
        })
        .await?;
    let (me_id, link) = (me.person_id, format!("{}/{version}", issue.id));
    let letters = told.iter().filter(|person| person.id != me_id).map(|to| {
        let mail = mails::issue_alerted(app, to, &link)?;
        Ok::<_, Failure>((to.id, mail))
    });
    let letters = letters.collect::<Result<Vec<_>, _>>()?;
    let (id, act) = (issue.id, handled(&me, issue.id, &criticality::said(before, to)));
    let is_done = app
        .write(move |deed| {
            let now = issue_store::hold(deed.conn, id)?.filter(|now| now.state() != State::Withdrawn);
            let Some(now) = now else { return Ok(false) };
            if !criticality_store::set_of_issue(deed.conn, &now, version, to, next_working_day)? {
                return Ok(false);
            }
            // From whom it is kept at this very moment, and who raised it: they hear nothing, whatever else they are.
            let out = kept_from(deed.conn, &now)?;
            for (to, letter) in letters.iter().filter(|(to, _)| !out.contains(to)) {
                letter.iter().try_for_each(|letter| outbox::put(deed, letter))?;
                touch(deed, &[*to]);
            }
            audit_store::record(deed.conn, &act, deed.now)?;
            touch(deed, &[now.owner_id, now.deputy_id].into_iter().flatten().collect::<Vec<_>>());
            Ok(true)
        })
        .await?;
    if is_done {
        return Ok(said);
    }
    let issue = find_handled(&me, issue.id).await?;
    form.set("version", &issue.version.to_string());
    show_with(&me, issue, true, Typed::late(form, "criticality")).await
}

/// Who has to know: owner and deputy; of what is named also whoever looks after the site, of what is confidential and
/// nobody's all who handle it.
fn list_told(
    conn: &mut Conn,
    issue: &Issue,
    site: &Site,
    now: crate::clock::Moment,
) -> QueryResult<BTreeSet<PersonId>> {
    let (today, out) = (site.today(now), kept_from(conn, issue)?);
    let mut told: BTreeSet<PersonId> = BTreeSet::new();
    for id in [issue.owner_id, issue.deputy_id].into_iter().flatten() {
        if receivers_store::is_present(conn, id, today)? {
            told.insert(id);
        }
    }
    if !issue.is_confidential() {
        let holders = receivers_store::list_holders(conn, site.id, NAMED_ROLES, today)?;
        told.extend(holders.into_iter().map(|holder| holder.person_id));
    } else if told.is_empty() {
        told.extend(receivers_store::list_told(conn, None, site.id, Level::Confidential, &out, today)?);
    }
    told.retain(|id| !out.contains(id));
    Ok(told)
}
