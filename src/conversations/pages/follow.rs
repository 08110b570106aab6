//! Behind a guest's private link: what was said, writing again, taking it back.

use serde::Serialize;

use super::{MessageView, messages, status};
use crate::conversations::mails;
use crate::conversations::store::{self, Added, Wanted, Whole};
use crate::db::{Conn, Part, QueryResult};
use crate::ids::{PersonId, SenderId, SiteId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::contact::Reach;
use crate::people::door::SiteView;
use crate::people::person::Person;
use crate::people::person_store;
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Page, Problems};

#[derive(Serialize)]
struct View {
    kind: String,
    site: SiteView,
    status: &'static str,
    messages: Vec<MessageView>,
    form: FormView,
    withdrawn: bool,
    just_sent: bool,
    form_key: String,
    secret_path: String,
    /// We write to them, or shall once they say that the address is theirs. Which of the two, the page does not say: anybody can
    /// leave anybody's address, and would learn from it who has written to us before.
    has_contact: bool,
    zone: String,
}

async fn find(page: &Page, sender: SenderId) -> Result<Whole, Failure> {
    let found = page.app().read(move |conn| store::list(conn, &Wanted::OfSender(sender), Part::Beginning, 1)).await?;
    found.into_iter().next().ok_or(Failure::NotFound)
}

async fn show_with(page: &Page, secret: &str, whole: Whole, sent: &str, form: &Form, problems: Problems) -> Answer {
    let id = whole.id;
    let said = page.app().read(move |conn| store::list_messages(conn, &[id])).await?;
    let you = page.text("conversations-you", &[]);
    let messages = messages(&whole, said, whole.sender_name.as_deref().unwrap_or(&you));
    let view = View {
        status: status(&whole, &messages),
        messages,
        site: SiteView::new(&whole.site.0, &whole.site.1),
        form: form.view(page, &problems),
        withdrawn: false,
        just_sent: !sent.is_empty(),
        form_key: sent.to_owned(),
        secret_path: format!("/follow/{secret}"),
        has_contact: whole.reach().is_some_and(|reach| reach != Reach::Closed),
        kind: whole.kind,
        zone: whole.site.2,
    };
    let template = "conversations/followed";
    if problems.is_empty() { page.show(template, &view) } else { page.show_again(template, &view) }
}

/// GET /follow/{secret} for a concern or question.
pub async fn show(page: &Page, sender: SenderId, secret: &str, sent: &str) -> Answer {
    let whole = find(page, sender).await?;
    show_with(page, secret, whole, sent, &Form::default(), Problems::none()).await
}

/// POST /follow/{secret}/add for a concern or question: opens it once more.
pub async fn add(page: &Page, sender: SenderId, secret: &str, form: Form) -> Answer {
    let whole = find(page, sender).await?;
    let words = match text::words(form.text("text")) {
        Ok(words) => words,
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>("text", Err(problem));
            return show_with(page, secret, whole, "", &form, problems).await;
        }
    };
    let (id, site_id, owner_id) = (whole.id, whole.site_id, whole.owner_id);
    let owner = page.app().read(move |conn| find_answerer(conn, site_id, owner_id)).await?;
    let mail = owner.map(|owner| mails::inbox_again(page.app(), &owner, &whole)).transpose()?.flatten();
    let added = page
        .app()
        .write(move |deed| {
            let added = store::insert_addition(deed.conn, id, &words, deed.now)?;
            if added == Added::Again {
                mail.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            }
            deed.touch(Topic::Inbox(site_id));
            deed.touch(Topic::Inboxes);
            Ok(added)
        })
        .await?;
    match added {
        Added::Waiting | Added::Again => Ok(see_other_saying(&format!("/follow/{secret}"), "conversations-said-added")),
        Added::Gone => Err(Failure::NotFound),
        Added::TooMany => {
            let problems = Problems::one("text", "conversations-problem-in-a-row");
            show_with(page, secret, whole, "", &form, problems).await
        }
    }
}

/// Who has it; where they have left, who would get a new one.
fn find_answerer(conn: &mut Conn, site: SiteId, owner: Option<PersonId>) -> QueryResult<Option<Person>> {
    let find = |conn: &mut Conn, id: Option<PersonId>| match id {
        Some(id) => person_store::find_person(conn, id),
        None => Ok(None),
    };
    let owner = find(conn, owner)?.filter(|owner| owner.left_on.is_none());
    if owner.is_some() {
        return Ok(owner);
    }
    let next = store::find_owner(conn, site)?;
    find(conn, next)
}

/// POST /follow/{secret}/withdraw for a concern or question.
pub async fn withdraw(page: &Page, sender: SenderId) -> Answer {
    let whole = find(page, sender).await?;
    let (id, site_id) = (whole.id, whole.site_id);
    page.app()
        .write(move |deed| {
            store::withdraw(deed.conn, id, deed.now)?;
            outbox::take_back_all(deed, &mails::answered_keys(id))?;
            deed.touch(Topic::Inbox(site_id));
            deed.touch(Topic::Inboxes);
            Ok(())
        })
        .await?;
    Ok(see_other_saying(&format!("/at/{}", whole.site.1), "conversations-said-withdrawn"))
}
