//! /admin/mail: what went out, what waits and why, sending again, and a test that shows the server's own reply.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use actix_web::web;
use serde::{Deserialize, Serialize};

use crate::admin::first_steps_store::TEST_TAKEN;
use crate::app::{App, Deed};
use crate::clock::Moment;
use crate::db::Part;
use crate::ids::MailId;
use crate::mail::outbox::{self, Listed};
use crate::mail::{Mailbox, Message, refusal_store, sender};
use crate::people::audit::What;
use crate::people::role::Role;
use crate::people::{account_store, audit_store, site_store};
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

const LISTING: Listing<'_> = Listing { address: HOME, order: Order::NewestFirst, size: 50 };
const HOME: &str = "/admin/mail";

/// Where the list goes on.
#[derive(Deserialize)]
pub struct Query {
    after: Option<MailId>,
    before: Option<MailId>,
}

#[derive(Serialize)]
struct View {
    mails: Vec<Row>,
    waiting: i64,
    failed: i64,
    held: i64,
    last_sent_at: Option<Moment>,
    server: Option<String>,
    mail_folder: Option<String>,
    test: Option<Test>,
    form: FormView,
    pager: Pager,
    zone: String,
}

#[derive(Serialize)]
struct Row {
    id: MailId,
    to: String,
    refused: bool,
    subject: String,
    state: &'static str,
    at: Moment,
    tries: i32,
    next: Option<Moment>,
    error: Option<String>,
    may_again: bool,
}

#[derive(Serialize)]
struct Test {
    ok: bool,
    /// Without a server there is nobody to reply.
    file: Option<String>,
    reply: String,
}

impl Row {
    fn new(mail: Listed, refusing: &HashSet<String>) -> Row {
        let waits_longer = mail.state == "waiting" && mail.attempts > 0;
        Row {
            id: mail.id,
            refused: mail.state != "sent" && refusing.contains(&refusal_store::key(&mail.to_address)),
            to: mail.to_address,
            subject: mail.subject,
            state: match mail.state.as_str() {
                "sent" => "sent",
                "failed" => "failed",
                "held" | "restored" => "held",
                _ => "waiting",
            },
            at: mail.sent_at.unwrap_or(mail.created_at),
            tries: mail.attempts,
            next: waits_longer.then_some(mail.due_at),
            may_again: matches!(mail.state.as_str(), "failed" | "held" | "restored") || waits_longer,
            error: mail.last_error,
        }
    }
}

/// GET /admin/mail
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    me.must(me.has(Role::Admin))?;
    let own = own_address(&me).await?;
    let view =
        view(&me, Part::of(query.after, query.before), Form::of(&[("to", &own)]), &Problems::none(), None).await?;
    me.page().show("admin/mail", &view)
}

/// POST /admin/mail/test: sends a mail past the outbox and says at once what the server made of it.
pub async fn test(me: Me, form: Form) -> Answer {
    me.must(me.has(Role::Admin))?;
    let mut problems = Problems::none();
    let to = problems.take("to", text::email(form.text("to")));
    if !problems.is_empty() {
        return me.page().show_again("admin/mail", &view(&me, Part::Beginning, form, &problems, None).await?);
    }
    let app = me.page().app();
    let entry = me.entry(What::Administered, "mail", None, "test");
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let data = TestMail { link: app.url(HOME) };
    let message = Message::draft("test_mail", me.page().lang(), Mailbox::new(&to, &me.name)).render(app, &data)?;
    let test = match sender::send_now(app, &message).await {
        Ok(reply) => {
            let taken = app.config.mail_url.is_some().then(|| me.entry(What::Administered, "mail", None, TEST_TAKEN));
            app.write(move |deed| {
                if let Some(taken) = &taken {
                    audit_store::record(deed.conn, taken, deed.now)?;
                }
                outbox::reopen(deed, &to)
            })
            .await?;
            match app.config.mail_url {
                Some(_) => Test { ok: true, file: None, reply },
                None => Test { ok: true, file: Some(reply), reply: String::new() },
            }
        }
        Err(trouble) => Test { ok: false, file: None, reply: trouble.said() },
    };
    me.page().show("admin/mail", &view(&me, Part::Beginning, form, &problems, Some(test)).await?)
}

#[derive(Serialize)]
struct TestMail {
    link: String,
}

/// POST /admin/mail/{id}/again
pub async fn send_again(me: Me, id: web::Path<MailId>) -> Answer {
    me.must_see(me.has(Role::Admin))?;
    let id = id.into_inner();
    let entry = me.entry(What::Administered, "mail", Some(id.0), "sent again");
    let again = move |deed: &mut Deed| {
        if outbox::send_again(deed, id)? {
            audit_store::record(deed.conn, &entry, deed.now)?;
        }
        Ok(())
    };
    me.page().app().write(again).await?;
    Ok(see_other_saying(HOME, "admin-mail-said-again"))
}

/// POST /admin/mail/again: every mail that failed, after the cause is gone.
pub async fn send_all_again(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let entry = me.entry(What::Administered, "mail", None, "all sent again");
    let again = move |deed: &mut Deed| {
        if outbox::send_all_again(deed)? > 0 {
            audit_store::record(deed.conn, &entry, deed.now)?;
        }
        Ok(())
    };
    me.page().app().write(again).await?;
    Ok(see_other_saying(HOME, "admin-mail-said-again"))
}

async fn own_address(me: &Me) -> Result<String, Failure> {
    let id = me.account_id;
    let account = me.page().app().read(move |conn| account_store::find(conn, id)).await?;
    Ok(account.and_then(|account| account.email).unwrap_or_default())
}

async fn view(
    me: &Me,
    part: Part<MailId>,
    form: Form,
    problems: &Problems,
    test: Option<Test>,
) -> Result<View, Failure> {
    let (app, site_id) = (me.page().app(), me.site_id);
    let (mails, refusing, queue, site) = app
        .read(move |conn| {
            let mails = outbox::list(conn, part, LISTING.limit())?;
            let refusing = refusal_store::list_among(conn, mails.iter().map(|mail| mail.to_address.as_str()))?;
            Ok((mails, refusing, outbox::count_queue(conn)?, site_store::find_site(conn, site_id)?))
        })
        .await?;
    let (mails, pager) = LISTING.page(mails, part, |mail| mail.id);
    let (server, mail_folder) = way(app);
    Ok(View {
        mails: mails.into_iter().map(|mail| Row::new(mail, &refusing)).collect(),
        waiting: queue.waiting,
        failed: queue.failed,
        held: queue.held,
        last_sent_at: queue.last_sent_at,
        server,
        mail_folder,
        test,
        form: form.view(me.page(), problems),
        pager,
        zone: site.map_or_else(|| "UTC".to_owned(), |site| site.time_zone),
    })
}

/// The server as set, without the password, or the folder.
fn way(app: &App) -> (Option<String>, Option<String>) {
    match sender::server(&app.config) {
        Some(server) => (Some(server), None),
        None => (None, Some(sender::mail_folder(&app.config).display().to_string())),
    }
}
