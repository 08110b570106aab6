//! `/reset`: a new password by mail. What one sees is the same whether or not the address is known.

use actix_web::{HttpRequest, web};
use serde::Serialize;

use super::{attempt, mails, new_password, tries_store};
use crate::app::App;
use crate::db;
use crate::ids::AccountId;
use crate::live::Topic;
use crate::mail::{Mailbox, outbox};
use crate::people::account::{Account, Who};
use crate::people::link::{NewLink, Purpose};
use crate::people::{account_store, link_store, organisation_store, passwords, person_store, sessions};
use crate::secrets::token_hash;
use crate::text;
use crate::views::Lang;
use crate::web::limits::{Limits, client_ip};
use crate::web::page::{Nothing, see_other_saying};
use crate::web::{Answer, Failure, Form, FormView, Page, Problems};
use tries_store::Verdict;

#[derive(Serialize)]
struct Ask {
    form: FormView,
}

#[derive(Serialize)]
struct Choose {
    form: FormView,
    least: usize,
}

/// GET /reset
pub async fn new(page: Page) -> Answer {
    page.show("account/reset_ask", &Ask { form: Form::default().view(&page, &Problems::none()) })
}

/// POST /reset
pub async fn create(page: Page, request: HttpRequest, limits: web::Data<Limits>, form: Form) -> Answer {
    limits.try_reset(client_ip(&request, &page.app().config.trusted_proxies))?;
    let mut problems = Problems::none();
    let email = problems.take("email", text::email(form.text("email")));
    if !problems.is_empty() {
        return page.show_again("account/reset_ask", &Ask { form: form.view(&page, &problems) });
    }
    send_link(page.app(), &email, page.lang()).await?;
    page.show("account/reset_sent", &Nothing {})
}

/// Sends a link to the owner of an address, or does as much work for nobody. Each address is written to a few times in
/// a quarter of an hour at most; whoever asks more often sees no difference.
async fn send_link(app: &App, typed: &str, lang: Lang) -> Result<(), Failure> {
    let (who, now) = (Who::read(typed), app.now());
    let key = app.secrets.keyed_hash("pw/reset", who.text().as_bytes());
    let account = app.read(move |conn| account_store::find_by_who(conn, &who)).await?;
    let account = account.filter(|account| account.is_open(now));
    // The mail goes to the address in the account, never to the one typed: the two may only look the same.
    let to = account.as_ref().and_then(|account| Some(Mailbox::new(account.email.as_deref()?, &account.name())));
    let id = to.as_ref().and(account.as_ref()).map(|account| account.id);
    let (link, nobody) = (NewLink::new(Purpose::Reset, id, app.now()), AccountId::random());
    let lang = account.as_ref().map_or(lang, |account| account.lang(lang));
    let mail = mails::reset(app, lang, to.unwrap_or_else(|| Mailbox::nameless("nobody@invalid.example")), &link)?;
    app.write(move |deed| {
        if tries_store::begin(deed.conn, &key, deed.now)? != Verdict::Go {
            return Ok(());
        }
        // For nobody as much is written but for the mail: on a database behind a network each statement less is
        // time less, and would tell who is known. A link without an account opens nothing, and is sent to nobody.
        link_store::use_up_all_for(deed.conn, id.unwrap_or(nobody), Purpose::Reset, deed.now)?;
        link_store::insert(deed.conn, &link)?;
        if id.is_some() {
            return outbox::put(deed, &mail);
        }
        deed.touch(Topic::Outbox);
        Ok(())
    })
    .await?;
    Ok(())
}

/// GET /reset/{secret}: shows the form and changes nothing, because mail scanners open links too.
pub async fn edit(page: Page, secret: web::Path<String>) -> Answer {
    let Some(account) = find_account(page.app(), &secret, Purpose::Reset).await? else { return over(&page) };
    choose(&page, &account, &Problems::none())
}

/// POST /reset/{secret}: sets the password, ends every session, tells the owner by mail; nobody is signed in by it.
pub async fn update(page: Page, secret: web::Path<String>, form: Form) -> Answer {
    let app = page.app();
    let Some(account) = find_account(app, &secret, Purpose::Reset).await? else { return over(&page) };
    let mut problems = Problems::none();
    let words = own_words(app, &account).await?;
    let password = new_password::read(&form, "password", account.least_length(), &words, &mut problems);
    if !problems.is_empty() {
        return choose(&page, &account, &problems);
    }
    if !set_password(app, &account, &secret, Purpose::Reset, &password).await? {
        return over(&page);
    }
    Ok(see_other_saying("/sign-in", "account-said-password-set"))
}

fn choose(page: &Page, account: &Account, problems: &Problems) -> Answer {
    let own = Choose { form: Form::default().view(page, problems), least: account.least_length() };
    if problems.is_empty() { page.show("account/reset_new", &own) } else { page.show_again("account/reset_new", &own) }
}

/// The page for a link that was used, is too old or never was.
pub(super) fn over(page: &Page) -> Answer {
    page.show_as(actix_web::http::StatusCode::NOT_FOUND, "account/link_over", &Nothing {})
}

/// Whose link this is, as long as it can be used and the account is open.
pub(super) async fn find_account(app: &App, secret: &str, purpose: Purpose) -> Result<Option<Account>, db::Error> {
    let (hash, now) = (token_hash(secret), app.now());
    let account = app
        .read(move |conn| match link_store::find_open(conn, &hash, purpose, now)? {
            Some(Some(id)) => account_store::find(conn, id),
            _ => Ok(None),
        })
        .await?;
    Ok(account.filter(|account| account.is_open(now)))
}

/// What anybody would try first as this person's password.
pub(super) async fn own_words(app: &App, account: &Account) -> Result<Vec<String>, db::Error> {
    let organisation = app.read(organisation_store::find_organisation).await?;
    Ok(account.own_words().into_iter().chain(organisation.map(|organisation| organisation.name)).collect())
}

/// Uses a link up and sets the password of its account; false if somebody else was faster with the same link.
pub(super) async fn set_password(
    app: &App,
    account: &Account,
    secret: &str,
    purpose: Purpose,
    password: &str,
) -> Result<bool, Failure> {
    let hash = passwords::hash(password).await?;
    // A first password is no news to whoever chose it just now.
    let notice = if account.proof().is_some() { notice(app, account).await? } else { None };
    let (link, id, person) = (token_hash(secret), account.id, account.person_id);
    let keys = vec![account.email.as_deref().map(Who::read), Some(Who::read(&account.employee_number))];
    let keys: Vec<Vec<u8>> = keys.into_iter().flatten().map(|who| attempt::count_key(app, &who, None)).collect();
    let was_first = app
        .write(move |deed| {
            if !link_store::use_up(deed.conn, &link, purpose, deed.now)? {
                return Ok(false);
            }
            link_store::use_up_all_of(deed.conn, id, deed.now)?;
            account_store::set_password(deed.conn, id, &hash)?;
            sessions::end_all(deed, person)?;
            // Whoever opened the mail is the owner: what others tried before must not keep them waiting.
            keys.iter().try_for_each(|key| tries_store::forget(deed.conn, key))?;
            notice.as_ref().map_or(Ok(()), |mail| outbox::put(deed, mail))?;
            Ok(true)
        })
        .await?;
    Ok(was_first)
}

/// The mail that tells an owner that the password was changed.
pub(super) async fn notice(app: &App, account: &Account) -> Result<Option<crate::mail::Message>, Failure> {
    let person = account.person_id;
    let (zone, organisation) = app
        .read(move |conn| {
            let zone = person_store::find_person_and_zone(conn, person)?.map(|(_, zone)| zone);
            Ok((zone, organisation_store::find_organisation(conn)?))
        })
        .await?;
    let lang = organisation.map(|organisation| organisation.lang()).unwrap_or_default();
    Ok(mails::password_changed(app, account, lang, zone.as_deref().unwrap_or("UTC"))?)
}
