//! Every address of the house, as a staircase: first what anybody may enter, then who is signed in, then responders,
//! then who looks after people, then administrators.
//!
//! The staircase orders; the guards are in the handlers: `Me` sends who is not signed in to the door, `must` refuses.
//! A test asks every route as every role and compares with one table.

use std::collections::BTreeMap;

use actix_web::http::Method;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig, get, post};
use actix_web::{HttpRequest, Resource, Route, Scope};
use serde::Deserialize;

use crate::admin::Lacking;
use crate::desk::pages as desk;
use crate::ids::SenderId;
use crate::people::role::Role;
use crate::people::sender::About;
use crate::people::{finder_store, sender_store};
use crate::praise::pages as praise;
use crate::praise::pages::shelves::Waiting;
use crate::secrets::token_hash;
use crate::voice::receivers_store;
use crate::web::{Answer, Failure, Form, Me, Page, address, assets, panics, see_other, sse, zone};
use crate::{account, admin, conversations, directory, health, pulse, voice};

/// Lists them.
pub fn list(config: &mut ServiceConfig) {
    let mut house = House::default();
    anybody(&mut house);
    guests(&mut house);
    nobody_known(&mut house);
    surveys(&mut house);
    newcomers(&mut house);
    signed_in(&mut house);
    handlers(&mut house);
    voices(&mut house);
    insights(&mut house);
    responders(&mut house);
    who_looks_after_people(&mut house);
    administrators(&mut house);
    for folder in house.folders.into_values() {
        config.service(folder);
    }
    // Not in a folder: one called "/" would hold all the others.
    config.route("/", page().to(desk::front).wrap(from_fn(panics::catch)));
    config.default_service(web::to(nowhere));
}

/// Where addresses are added: whatever happens behind one, whoever asked gets an answer.
///
/// They lie in folders by the first part of their path ("/admin"), so that a request is compared with the few patterns of
/// its folder and not with all of the house.
#[derive(Default)]
struct House {
    folders: BTreeMap<String, Scope>,
}

impl House {
    fn route(&mut self, path: &str, route: Route) -> &mut Self {
        self.add(path, |folder, rest| folder.route(rest, route.wrap(from_fn(panics::catch))))
    }

    /// Two methods of one address; any other is told which there are.
    fn routes(&mut self, path: &str, routes: [Route; 2]) -> &mut Self {
        self.add(path, |folder, rest| {
            let resource = routes.into_iter().fold(web::resource(rest), Resource::route);
            folder.service(resource.wrap(from_fn(panics::catch)))
        })
    }

    fn add(&mut self, path: &str, to: impl FnOnce(Scope, &str) -> Scope) -> &mut Self {
        let end = path[1..].find('/').map_or(path.len(), |slash| slash + 1);
        let (name, rest) = path.split_at(end);
        let folder = self.folders.remove(name).unwrap_or_else(|| web::scope(name));
        self.folders.insert(name.into(), to(folder, rest));
        self
    }
}

/// GET that also answers HEAD, as browsers and monitors expect.
fn page() -> Route {
    web::route().guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head()))
}

/// Nothing is here. A form that was not right is shown again at the address it was sent to, which has nothing to get:
/// whoever comes back to it (a reload, another language) is led to what it lies under.
async fn nowhere(request: HttpRequest) -> Answer {
    let is_zone = zone::is_in(request.match_info().as_str());
    let is_form = request.method() == Method::GET && address::pattern(&request).is_some() && !is_zone;
    match request.path().rsplit_once('/') {
        Some((page, _)) if is_form && !page.is_empty() => Ok(see_other(page)),
        _ => Err(Failure::NotFound),
    }
}

fn anybody(house: &mut House) {
    house
        .route("/health/live", page().to(health::live))
        .route("/health/ready", page().to(health::ready))
        .route("/a/{hash}/{path:.*}", page().to(assets::serve))
        .route("/language", post().to(crate::web::language::choose));
}

/// From here on, guests: no account, no cookie needed.
fn guests(house: &mut House) {
    use conversations::pages::ask;
    house
        .route("/q/{code}", page().to(desk::scan))
        .route("/at/{site}", page().to(desk::doors))
        .route("/at/{site}/people", get().to(praise::give::people))
        .routes("/at/{site}/praise", [page().to(praise::give::new), post().to(praise::give::create)])
        .routes("/at/{site}/concern", [page().to(ask::new_concern), post().to(ask::create_concern)])
        .routes("/at/{site}/question", [page().to(ask::new_question), post().to(ask::create_question)])
        .route("/follow/{secret}", page().to(follow))
        .route("/follow/{secret}/live", get().to(follow_live))
        .route("/follow/{secret}/add", post().to(follow_add))
        .route("/follow/{secret}/answers", post().to(follow_answers))
        .routes("/follow/{secret}/withdraw", [page().to(follow_ask_to_withdraw), post().to(follow_withdraw)])
        .routes("/seen/{code}", [page().to(praise::seen::new), post().to(praise::seen::create)])
        .routes("/mail/confirm/{secret}", [page().to(desk::confirm), post().to(desk::confirmed)])
        .routes("/mail/stop/{token}", [page().to(desk::stop), post().to(desk::stopped)]);
}

/// The zone in which nobody is known: no cookie is read or set, and no line logged.
fn nobody_known(house: &mut House) {
    use crate::voice::anonymous::pages::{answers, receipt, write};
    house
        .routes("/voice/anonymous", [page().to(write::new), post().to(write::create)])
        .routes("/voice/receipt", [page().to(receipt::ask), post().to(receipt::open)])
        .route("/voice/answers", page().to(answers::index))
        .route("/voice/answers/print", page().to(answers::print));
}

/// Surveys. First what is for people who are signed in, whose names stand where a code does; then the zone again, in which
/// nobody is known: there a survey is answered with the code of a mail or a slip.
fn surveys(house: &mut House) {
    use pulse::pages::{
        answer, comments, home, plan, plan_audience, plan_launch, plan_questions, plan_window, promise, results, rules,
        slips,
    };
    house
        .route("/pulse", page().to(home::index))
        .route("/pulse/begin", post().to(home::begin))
        .routes("/pulse/rules", [page().to(rules::edit), post().to(rules::update)])
        .routes("/pulse/plans", [page().to(plan::index), post().to(plan::create)])
        .route("/pulse/plans/{id}", page().to(plan_launch::running))
        .routes("/pulse/plans/{id}/questions", [page().to(plan_questions::edit), post().to(plan_questions::update)])
        .routes("/pulse/plans/{id}/audience", [page().to(plan_audience::edit), post().to(plan_audience::update)])
        .routes("/pulse/plans/{id}/window", [page().to(plan_window::edit), post().to(plan_window::update)])
        .route("/pulse/plans/{id}/preview", page().to(plan_launch::preview))
        .route("/pulse/plans/{id}/launch", post().to(plan_launch::create))
        .route("/pulse/plans/{id}/slips", post().to(slips::print))
        .route("/pulse/plans/{id}/call-off", post().to(plan_launch::call_off))
        .route("/pulse/plans/{id}/remove", post().to(plan::remove))
        .route("/pulse/results/{id}.csv", get().to(results::export))
        .route("/pulse/results/{id}", page().to(results::show))
        .route("/pulse/results/{id}/promise", post().to(promise::create))
        .routes("/pulse/results/{id}/comments", [page().to(comments::index), post().to(comments::reply)])
        .routes("/pulse/slip", [page().to(answer::ask), post().to(answer::enter)])
        .route("/pulse/answer", post().to(answer::create))
        .route("/pulse/{code}", page().to(answer::show));
}

/// From here on, who wants to be signed in.
fn newcomers(house: &mut House) {
    use account::{invitation, reset, set_up, sign_in};
    house
        .routes("/sign-in", [page().to(sign_in::new), post().to(sign_in::create)])
        .route("/sign-out", post().to(sign_in::end))
        .routes("/set-up/{secret}", [page().to(set_up::edit), post().to(set_up::update)])
        .routes("/invited/{secret}", [page().to(invitation::edit), post().to(invitation::update)])
        .routes("/reset", [page().to(reset::new), post().to(reset::create)])
        .routes("/reset/{secret}", [page().to(reset::edit), post().to(reset::update)]);
}

/// From here on, somebody is signed in.
fn signed_in(house: &mut House) {
    use account::own;
    use praise::{one, shelves, staff};
    house
        .route("/live", get().to(sse::live))
        .route("/home", page().to(home))
        .routes("/praise", [page().to(shelves::mine), post().to(staff::create)])
        .route("/praise/new", page().to(staff::new))
        .route("/praise/mine", page().to(shelves::mine))
        .route("/praise/given", page().to(shelves::given))
        .route("/praise/{id}", page().to(one::show))
        .route("/praise/{id}/read", post().to(one::read))
        .route("/praise/{id}/thanks", post().to(one::thank))
        .route("/praise/{id}/visibility", post().to(one::set_visibility))
        .route("/voice/anonymity", page().to(crate::voice::anonymous::pages::guard::show))
        .route("/wall", page().to(shelves::wall))
        .route("/people", get().to(staff::people))
        .route("/people/{id}", page().to(shelves::person))
        .routes("/account/code", [page().to(own::edit_code), post().to(own::update_code)])
        .route("/voice/channels", page().to(voice::channels_pages::show))
        .route("/voice/keeping", page().to(voice::keeping_pages::index))
        .route("/voice/keeping/{id}", post().to(voice::keeping_pages::update))
        .route("/account/sessions", page().to(own::sessions))
        .route("/account/sessions/end-others", post().to(own::end_other_sessions))
        .route("/account/sessions/{id}/end", post().to(own::end_session));
}

/// From here on, somebody reads what is said in confidence. Before the issues, whose keys stand where `threads` does.
fn handlers(house: &mut House) {
    use crate::voice::anonymous::pages::threads;
    house
        .route("/voice/threads", page().to(threads::index))
        .route("/voice/threads/reviews", post().to(threads::review_together))
        .route("/voice/threads/{id}", page().to(threads::show))
        .route("/voice/threads/{id}/answer", post().to(threads::answer))
        .route("/voice/threads/{id}/remark", post().to(threads::remark))
        .route("/voice/threads/{id}/state", post().to(threads::set_state))
        .route("/voice/threads/{id}/criticality", post().to(threads::set_criticality))
        .route("/voice/threads/{id}/publish", post().to(threads::publish))
        .route("/voice/threads/{id}/keep", post().to(threads::keep))
        .route("/voice/threads/{id}/retraction", post().to(threads::retract))
        .route("/voice/threads/{id}/join", post().to(threads::join))
        .route("/voice/threads/{id}/aside", post().to(threads::step_aside));
}

/// What staff raise: who sees which issue, and who may do what with it, is asked of the viewer each time.
fn voices(house: &mut House) {
    use voice::pages::{criticality, handle, lists, one, own, people, queue, raise, similar};
    house
        .routes("/voice", [page().to(lists::index), post().to(raise::create)])
        .route("/voice/new", page().to(raise::new))
        .route("/voice/similar", post().to(similar::find))
        .route("/voice/mine", page().to(lists::mine))
        .route("/voice/queue", page().to(queue::index))
        .route("/voice/{id}", page().to(one::show))
        .route("/voice/{id}/support", post().to(own::support))
        .route("/voice/{id}/write", post().to(own::write))
        .routes("/voice/{id}/withdraw", [page().to(own::ask_to_withdraw), post().to(own::withdraw)])
        .routes("/voice/{id}/reveal", [page().to(own::ask_to_reveal), post().to(own::reveal)])
        .route("/voice/{id}/reply", post().to(handle::reply))
        .route("/voice/{id}/remark", post().to(handle::remark))
        .route("/voice/{id}/state", post().to(handle::set_state))
        .route("/voice/{id}/criticality", post().to(criticality::set))
        .route("/voice/{id}/people", post().to(people::choose))
        .route("/voice/{id}/people/{person}/remove", post().to(people::remove))
        .route("/voice/{id}/aside", post().to(people::step_aside));
}

/// From here on, somebody sees how all units compare.
fn insights(house: &mut House) {
    use crate::insights::pages::{choice, link, methods, numbers, others};
    use crate::insights::reports::pages::{definitions, files, house as whole, site};
    house
        .route("/insights", page().to(whole::show))
        .route("/insights/definitions", page().to(definitions::show))
        .route("/insights/sites.csv", get().to(files::sites))
        .route("/insights/sites/{site}.csv", get().to(files::one))
        .route("/insights/sites/{site}", page().to(site::show))
        .route("/insights/numbers", page().to(numbers::show))
        .route("/insights/numbers.csv", get().to(numbers::export))
        .route("/insights/link", page().to(link::show))
        .route("/insights/link/table.csv", get().to(link::export))
        .route("/insights/link/others", page().to(others::show))
        .route("/insights/link/others.csv", get().to(others::export))
        .route("/insights/link/methods", page().to(methods::show))
        .routes("/insights/link/choice", [page().to(choice::edit), post().to(choice::update)]);
}

/// From here on, somebody answers customers of a site.
fn responders(house: &mut House) {
    use conversations::pages::inbox;
    use praise::queue;
    house
        .route("/inbox", page().to(inbox::index))
        .route("/inbox/unmatched", page().to(queue::index))
        .route("/inbox/unmatched/{id}", post().to(queue::assign))
        .route("/inbox/unmatched/{id}/aside", post().to(queue::set_aside))
        .route("/inbox/unmatched/{id}/back", post().to(queue::put_back))
        .route("/inbox/{id}", page().to(inbox::show))
        .route("/inbox/{id}/reply", post().to(inbox::reply))
        .route("/inbox/{id}/close", post().to(inbox::close));
}

/// From here on, somebody looks after the people, places and codes of a site.
fn who_looks_after_people(house: &mut House) {
    use directory::{import_pages, people_pages, person_pages, place_pages, site_pages};
    house
        .routes("/admin/people", [page().to(people_pages::index), post().to(person_pages::create)])
        .route("/admin/people.csv", get().to(people_pages::export))
        .route("/admin/people/new", page().to(person_pages::new))
        .routes("/admin/people/import", [page().to(import_pages::new), post().to(import_pages::create)])
        .routes("/admin/people/entry", [page().to(account::entry::index), post().to(account::entry::create)])
        .routes("/admin/people/{id}", [page().to(person_pages::edit), post().to(person_pages::update)])
        .route("/admin/voice/poster/{site}", page().to(crate::voice::anonymous::pages::poster::show))
        .route("/admin/people/{id}/leave", post().to(person_pages::leave))
        .route("/admin/people/{id}/own-code", post().to(person_pages::issue_code))
        .route("/admin/people/{id}/invite", post().to(account::invitation::create))
        .route("/admin/people/{id}/aliases", post().to(person_pages::add_alias))
        .route("/admin/people/{id}/aliases/{alias}/remove", post().to(person_pages::remove_alias))
        .routes("/admin/sites", [page().to(site_pages::index), post().to(site_pages::create)])
        .route("/admin/sites/new", page().to(site_pages::new))
        .routes("/admin/sites/{slug}", [page().to(site_pages::edit), post().to(site_pages::update)])
        .routes("/admin/sites/{slug}/places", [page().to(place_pages::index), post().to(place_pages::create)])
        .route("/admin/sites/{slug}/places/{id}/remove", post().to(place_pages::remove));
}

/// From here on, administrators.
fn administrators(house: &mut House) {
    use admin::{audit, codes, mail, organisation, roles};
    use voice::channels_pages;
    use voice::pages::{category_days, routing};
    house
        .route("/admin", page().to(admin_index))
        .routes("/admin/organisation", [page().to(organisation::edit), post().to(organisation::update)])
        .routes("/admin/roles", [page().to(roles::index), post().to(roles::create)])
        .route("/admin/roles/{id}/remove", post().to(roles::remove))
        .routes("/admin/codes", [page().to(codes::index), post().to(codes::create)])
        .route("/admin/codes/print", page().to(codes::print_all))
        .route("/admin/codes/{id}/print", page().to(codes::print))
        .route("/admin/codes/{id}/revoke", post().to(codes::revoke))
        .route("/admin/codes/{id}/replace", post().to(codes::replace))
        .route("/admin/voice", page().to(routing::index))
        .route("/admin/voice/categories", post().to(routing::add_category))
        .routes("/admin/voice/categories/{id}", [page().to(category_days::edit), post().to(category_days::update)])
        .route("/admin/voice/categories/{id}/retire", post().to(routing::retire_category))
        .route("/admin/voice/routes", post().to(routing::set_route))
        .route("/admin/voice/routes/remove", post().to(routing::remove_route))
        .routes("/admin/voice/channels", [page().to(channels_pages::edit), post().to(channels_pages::update)])
        .route("/admin/audit", page().to(audit::index))
        .route("/admin/audit.csv", get().to(audit::export))
        .route("/admin/mail", page().to(mail::index))
        .route("/admin/mail/test", post().to(mail::test))
        .route("/admin/mail/again", post().to(mail::send_all_again))
        .route("/admin/mail/{id}/again", post().to(mail::send_again));
}

// Rooms know nothing of each other; what a page shows of several is put together here, where all are known.

/// What waits for whoever comes home.
async fn home(me: Me) -> Answer {
    let (issues, late) = voice::pages::queue::waiting(&me).await?;
    let conversations = conversations::pages::inbox::waiting(&me).await?;
    let notes = praise::queue::waiting(&me).await?;
    let threads = voice::anonymous::pages::threads::waiting(&me).await?;
    let surveys = pulse::pages::home::waiting(&me).await?;
    praise::shelves::home(me, Waiting { issues, late, conversations, notes, threads, surveys }).await
}

/// The sites that lack somebody.
async fn admin_index(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let app = me.page().app();
    let now = app.now();
    let lacking = app
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            let unreceived = receivers_store::list_unreceived(conn, &days)?.into_iter();
            let mut issues: Vec<String> = unreceived.filter(|one| one.is_nobodys()).map(|one| one.site).collect();
            issues.dedup();
            let handlers = receivers_store::list_without_handler(conn, &days)?;
            Ok(Lacking { answers: conversations::store::list_unanswered(conn)?, handlers, issues })
        })
        .await?;
    admin::index::index(me, lacking).await
}

// A follow link leads to one of two rooms.

#[derive(Deserialize)]
struct Sent {
    #[serde(default)]
    sent: String,
}

async fn sender(page: &Page, secret: &str) -> Result<(SenderId, About), Failure> {
    let hash = token_hash(secret);
    let sender = page.app().read(move |conn| sender_store::find_sender(conn, &hash)).await?.ok_or(Failure::NotFound)?;
    Ok((sender.id, About::from_name(&sender.about).ok_or(Failure::NotFound)?))
}

async fn follow(page: Page, secret: web::Path<String>, sent: web::Query<Sent>) -> Answer {
    match sender(&page, &secret).await? {
        (id, About::Praise) => praise::follow::show(&page, id, &secret, &sent.sent).await,
        (id, _) => conversations::pages::follow::show(&page, id, &secret, &sent.sent).await,
    }
}

async fn follow_live(page: Page, secret: web::Path<String>) -> Answer {
    let (id, _) = sender(&page, &secret).await?;
    sse::follow(page.app(), id)
}

async fn follow_add(page: Page, secret: web::Path<String>, form: Form) -> Answer {
    match sender(&page, &secret).await? {
        (id, About::Praise) => praise::follow::add(&page, id, &secret, form).await,
        (id, _) => conversations::pages::follow::add(&page, id, &secret, form).await,
    }
}

async fn follow_answers(page: Page, secret: web::Path<String>, form: Form) -> Answer {
    match sender(&page, &secret).await? {
        (id, About::Praise) => praise::follow::answer(&page, id, &secret, form).await,
        _ => Err(Failure::NotFound),
    }
}

async fn follow_ask_to_withdraw(page: Page, secret: web::Path<String>) -> Answer {
    match sender(&page, &secret).await? {
        (id, About::Praise) => praise::follow::ask_to_withdraw(&page, id, &secret).await,
        _ => Err(Failure::NotFound),
    }
}

async fn follow_withdraw(page: Page, secret: web::Path<String>, _: HttpRequest) -> Answer {
    match sender(&page, &secret).await? {
        (id, About::Praise) => praise::follow::withdraw(&page, id).await,
        (id, _) => conversations::pages::follow::withdraw(&page, id).await,
    }
}
