//! Behind a guest's private link: the card to turn round, what became of the note, adding to it, taking it back.

use serde::Serialize;

use crate::app::Deed;
use crate::clock::Moment;
use crate::ids::SenderId;
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::contact::Reach;
use crate::people::door::{PlaceView, SiteView};
use crate::people::person::initials;
use crate::praise::follow_store::{self, Followed};
use crate::praise::note::state;
use crate::praise::pages::give::SEEN;
use crate::praise::store::{self, Added};
use crate::praise::{mails, queue_store};
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::qr;
use crate::web::{Answer, Failure, Form, FormView, Page, Problems};

#[derive(Serialize)]
struct View {
    site: SiteView,
    place: Option<PlaceView>,
    zone: String,
    sent_at: Moment,
    text_lang: String,
    recipients: Vec<RecipientView>,
    /// Where it is, while nobody has it: [`state::UNMATCHED`], [`state::NOBODY`] or [`state::JUNK`]; else empty.
    waiting: String,
    /// Who gets it once somebody has looked at it; none if that is not known.
    held_for: Option<String>,
    did: String,
    difference: String,
    additions: Vec<Addition>,
    withdrawn: bool,
    just_sent: bool,
    form_key: String,
    answers: Answers,
    form: FormView,
    secret_path: String,
    /// We write to them, or shall once they say that the address is theirs; never which of the two (conversations/pages/follow.rs).
    has_contact: bool,
}

#[derive(Serialize)]
struct RecipientView {
    name: String,
    first_name: String,
    initials: String,
    read_at: Option<Moment>,
    seen_here: bool,
    thanks: Option<String>,
    seen_svg: String,
}

#[derive(Serialize)]
struct Addition {
    text: String,
    added_at: Moment,
}

#[derive(Serialize)]
struct Answers {
    satisfied: Option<String>,
    individual: Option<String>,
    r#return: Option<String>,
}

#[derive(Serialize)]
struct WithdrawView {
    site: SiteView,
    recipients: Vec<RecipientView>,
    secret_path: String,
}

async fn find(page: &Page, sender: SenderId) -> Result<Followed, Failure> {
    page.app().read(move |conn| follow_store::find_followed(conn, sender)).await?.ok_or(Failure::NotFound)
}

fn recipients(page: &Page, followed: &Followed) -> Result<Vec<RecipientView>, Failure> {
    let app = page.app();
    let view = |share: &follow_store::FollowedShare| {
        // A guest learns the name people call them by, never the family name.
        let first_name = share.preferred_name.clone().unwrap_or_else(|| share.given_name.clone());
        let token = app.secrets.derived_token(SEEN, share.id.0.as_bytes());
        Ok(RecipientView {
            name: first_name.clone(),
            initials: initials(&first_name),
            first_name,
            read_at: share.read_at,
            seen_here: share.heard_at.is_some(),
            thanks: share.thanks.clone(),
            seen_svg: qr::as_picture(&app.url(&format!("/seen/{token}")))?,
        })
    };
    followed.shares.iter().map(view).collect()
}

fn site_views(followed: &Followed) -> (SiteView, Option<PlaceView>) {
    let (name, slug, _) = &followed.site;
    (SiteView::new(name, slug), followed.place.as_deref().map(PlaceView::new))
}

fn show_with(page: &Page, secret: &str, followed: Followed, sent: &str, form: &Form, problems: Problems) -> Answer {
    let (site, place) = site_views(&followed);
    let is_delivered = followed.state == state::DELIVERED;
    let view = View {
        recipients: if is_delivered { recipients(page, &followed)? } else { Vec::new() },
        site,
        place,
        zone: followed.site.2,
        sent_at: followed.sent_at,
        text_lang: followed.language,
        waiting: if is_delivered { String::new() } else { followed.state },
        held_for: followed.held_for,
        did: followed.words.0,
        difference: followed.words.1,
        additions: followed.additions.into_iter().map(|(text, added_at)| Addition { text, added_at }).collect(),
        withdrawn: false,
        just_sent: !sent.is_empty(),
        form_key: sent.to_owned(),
        answers: Answers {
            satisfied: followed.answers.0,
            individual: followed.answers.1,
            r#return: followed.answers.2,
        },
        form: form.view(page, &problems),
        secret_path: format!("/follow/{secret}"),
        has_contact: followed.reach.is_some_and(|reach| reach != Reach::Closed),
    };
    if problems.is_empty() { page.show("praise/followed", &view) } else { page.show_again("praise/followed", &view) }
}

/// GET /follow/{secret} for praise.
pub async fn show(page: &Page, sender: SenderId, secret: &str, sent: &str) -> Answer {
    let followed = find(page, sender).await?;
    show_with(page, secret, followed, sent, &Form::default(), Problems::none())
}

/// POST /follow/{secret}/add for praise.
pub async fn add(page: &Page, sender: SenderId, secret: &str, form: Form) -> Answer {
    let followed = find(page, sender).await?;
    let words = match text::words(form.text("addition")) {
        Ok(words) => words,
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>("addition", Err(problem));
            return show_with(page, secret, followed, "", &form, problems);
        }
    };
    let people: Vec<_> = followed.shares.iter().map(|share| share.person_id).collect();
    let (to, followed) = (followed.clone(), followed);
    let added = page
        .app()
        .write(move |deed| {
            let added = store::insert_addition(deed.conn, to.id, &words, deed.now)?;
            if added != Added::Yes {
                return Ok(added);
            }
            // With what came to their mind somebody may be found after all.
            queue_store::wait_again(deed.conn, to.id)?;
            touch_queue(deed, &to);
            people.iter().for_each(|person| deed.touch(Topic::Person(*person)));
            Ok(added)
        })
        .await?;
    match added {
        Added::Yes => Ok(see_other_saying(&format!("/follow/{secret}"), "praise-said-added")),
        Added::Gone => Err(Failure::NotFound),
        Added::TooMany => {
            let problems = Problems::one("addition", "praise-problem-additions");
            show_with(page, secret, followed, "", &form, problems)
        }
    }
}

/// Those who find out whom a note is for see what became of it; once it is with somebody, it is no longer theirs.
fn touch_queue(deed: &mut Deed, followed: &Followed) {
    if followed.state != state::DELIVERED {
        deed.touch(Topic::Inbox(followed.site_id));
        deed.touch(Topic::Inboxes);
    }
}

/// POST /follow/{secret}/answers for praise.
pub async fn answer(page: &Page, sender: SenderId, secret: &str, form: Form) -> Answer {
    let followed = find(page, sender).await?;
    let answers = ["satisfied", "individual", "return"]
        .map(|name| ["yes", "partly", "no"].into_iter().find(|answer| form.text(name) == *answer));
    page.app().write(move |deed| store::set_answers(deed.conn, followed.id, answers)).await?;
    Ok(see_other_saying(&format!("/follow/{secret}"), "praise-said-answers"))
}

/// GET /follow/{secret}/withdraw for praise.
pub async fn ask_to_withdraw(page: &Page, sender: SenderId, secret: &str) -> Answer {
    let followed = find(page, sender).await?;
    let (site, _) = site_views(&followed);
    let view =
        WithdrawView { site, recipients: recipients(page, &followed)?, secret_path: format!("/follow/{secret}") };
    page.show("praise/withdraw", &view)
}

/// POST /follow/{secret}/withdraw for praise.
pub async fn withdraw(page: &Page, sender: SenderId) -> Answer {
    let followed = find(page, sender).await?;
    let door = format!("/at/{}", followed.site.1);
    page.app()
        .write(move |deed| {
            let people = store::withdraw(deed.conn, followed.id, deed.now)?;
            let received = people.iter().map(|person| mails::received_key(followed.id, *person));
            outbox::take_back(deed, &received.collect::<Vec<String>>())?;
            outbox::take_back_all(deed, &mails::thanked_keys(followed.id))?;
            people.iter().for_each(|person| deed.touch(Topic::Person(*person)));
            deed.touch(Topic::Wall);
            touch_queue(deed, &followed);
            Ok(())
        })
        .await?;
    Ok(see_other_saying(&door, "praise-said-withdrawn"))
}
