//! `/invited/{secret}`, and `/admin/people/{id}/invite` for those who look after people.

use actix_web::{HttpRequest, web};
use serde::Serialize;

use super::reset::{find_account, over, own_words, set_password};
use super::sign_in::{address, browser, held, with_cookies};
use super::{mails, new_password};
use crate::app::App;
use crate::ids::PersonId;
use crate::mail::{Mailbox, outbox};
use crate::people::account::Account;
use crate::people::audit::{NewEntry, What};
use crate::people::link::{NewLink, Purpose};
use crate::people::viewer::Viewer;
use crate::people::{account_store, audit_store, link_store, organisation_store, person_store, role_store, sessions};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Page, Problems, see_other};

#[derive(Serialize)]
struct Invited<'a> {
    name: &'a str,
    email: &'a str,
    least: usize,
    form: FormView,
}

/// GET /invited/{secret}: changes nothing.
pub async fn edit(page: Page, secret: web::Path<String>) -> Answer {
    let Some(account) = find_account(page.app(), &secret, Purpose::Invitation).await? else { return over(&page) };
    welcome(&page, &account, &Problems::none())
}

/// POST /invited/{secret}: sets the first password and signs in.
pub async fn update(page: Page, request: HttpRequest, secret: web::Path<String>, form: Form) -> Answer {
    let app = page.app();
    let Some(account) = find_account(app, &secret, Purpose::Invitation).await? else { return over(&page) };
    let mut problems = Problems::none();
    let words = own_words(app, &account).await?;
    let password = new_password::read(&form, "password", account.least_length(), &words, &mut problems);
    if !problems.is_empty() {
        return welcome(&page, &account, &problems);
    }
    if !set_password(app, &account, &secret, Purpose::Invitation, &password).await? {
        return over(&page);
    }
    enter(app, &request, &account, "/home").await
}

/// Signs in who has just chosen a password, and goes to a page.
pub(super) async fn enter(app: &App, request: &HttpRequest, account: &Account, path: &str) -> Answer {
    let id = account.id;
    let account = app.read(move |conn| account_store::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let cookie =
        sessions::start_from(app, &account, browser(request), held(app, request), Some(address(app, request))).await?;
    with_cookies(see_other(path), &[cookie])
}

fn welcome(page: &Page, account: &Account, problems: &Problems) -> Answer {
    let own = Invited {
        name: &account.first_name,
        email: account.email.as_deref().unwrap_or_default(),
        least: account.least_length(),
        form: Form::default().view(page, problems),
    };
    if problems.is_empty() { page.show("account/invited", &own) } else { page.show_again("account/invited", &own) }
}

/// POST /admin/people/{id}/invite
pub async fn create(me: Me, id: web::Path<PersonId>) -> Answer {
    let entry = me.entry(What::Administered, "person", Some(id.0), "invited");
    let said = match invite(me.page().app(), &me, *id, None, entry).await? {
        Asked::Sent | Asked::Meanwhile => "account-said-invited",
        Asked::HasPassword => "account-said-has-password",
        Asked::NoAddress => "account-said-no-address",
        Asked::AddressTaken => "account-said-address-taken",
    };
    Ok(see_other_saying(&format!("/admin/people/{id}"), said))
}

/// What came of inviting somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Sent,
    HasPassword,
    NoAddress,
    AddressTaken,
    /// Their account is not any more what the one who asks saw.
    Meanwhile,
}

/// Makes an account for somebody with an address, and puts the invitation into the outbox. With the version of the
/// account that was `seen` (0: there was none) it does so only if nothing happened to it since.
pub(super) async fn invite(
    app: &App,
    by: &Viewer,
    person: PersonId,
    seen: Option<i32>,
    entry: NewEntry,
) -> Result<Asked, Failure> {
    let scope = by.looks_after();
    let (who, grants, account, organisation) = app
        .read(move |conn| {
            let who = person_store::find_person_in(conn, person, &scope)?;
            let grants = role_store::list_grants(conn, person)?;
            let account = account_store::find_of_person(conn, person)?;
            Ok((who, grants, account, organisation_store::find_organisation(conn)?))
        })
        .await?;
    let today = app.now().utc_day();
    let who = who.filter(|who| !who.has_left(today)).ok_or(Failure::NotFound)?;
    if !by.may_edit(person, &grants) {
        return Err(Failure::Forbidden);
    }
    if account.as_ref().is_some_and(|account| account.password_hash.is_some()) {
        return Ok(Asked::HasPassword);
    }
    // The directory's address, which is what the one who asks sees, and not one that an earlier invitation went to.
    let email = who.email.clone().or(account.and_then(|account| account.email));
    let Some(email) = email else { return Ok(Asked::NoAddress) };
    let organisation = organisation.ok_or(Failure::NotFound)?;
    let lang = who.language.as_deref().and_then(crate::views::Lang::from_tag).unwrap_or(organisation.lang());
    let link = NewLink::new(Purpose::Invitation, None, app.now());
    let mail = mails::invitation(app, lang, Mailbox::new(&email, &who.name()), &organisation.name, &link)?;
    let sent = app
        .write(move |deed| {
            // One after the other: who comes second sees what the first one did.
            audit_store::hold(deed.conn)?;
            let version = account_store::hold_version_of(deed.conn, person)?;
            if seen.is_some_and(|seen| seen != version) {
                return Ok(Asked::Meanwhile);
            }
            let id = match account_store::find_of_person(deed.conn, person)? {
                Some(account) if account.password_hash.is_some() => return Ok(Asked::HasPassword),
                Some(account) => account.id,
                None => account_store::insert(deed.conn, person, None, deed.now)?,
            };
            account_store::set_email(deed.conn, id, &email)?;
            if account_store::drop_printed_code(deed.conn, id)? {
                sessions::end_all(deed, person)?;
            }
            link_store::use_up_all_for(deed.conn, id, Purpose::Invitation, deed.now)?;
            link_store::insert(deed.conn, &NewLink { account_id: Some(id), ..link.clone() })?;
            audit_store::record(deed.conn, &entry, deed.now)?;
            outbox::put(deed, &mail).map(|()| Asked::Sent)
        })
        .await;
    match sent {
        Err(error) if error.violates("account.email_fold") => Ok(Asked::AddressTaken),
        other => Ok(other?),
    }
}
