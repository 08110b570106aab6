//! Notes in lists: home, my praise, what I gave, the wall, a colleague's page.

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{LineView, line_views};
use crate::db::Part;
use crate::ids::{PersonId, RecipientId};
use crate::people::door::SiteView;
use crate::people::person::PersonCard;
use crate::people::{organisation_store, person_store, site_store};
use crate::praise::pages::staff::{FormPart, form_part};
use crate::praise::shelf_store::{self, Heard, PAGE, Shelf, TimeToHear};
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, Me, Problems};

/// How many notes home shows of each kind.
const AT_HOME: i64 = 5;

/// Where in a list, and of which wall.
#[derive(Deserialize)]
pub struct Query {
    after: Option<RecipientId>,
    before: Option<RecipientId>,
    #[serde(default)]
    of: String,
}

/// What waits for the viewer, mostly in other rooms, which say so themselves.
#[derive(Serialize)]
pub struct Waiting {
    /// Issues they handle.
    pub issues: i64,
    /// Those of them that are late.
    pub late: i64,
    /// Conversations with guests of their sites.
    pub conversations: i64,
    /// Notes at their sites of which nobody knows yet whom they are for.
    pub notes: i64,
    /// Threads of people whom nobody knows.
    pub threads: usize,
    /// Surveys that ask them and that they have not answered.
    pub surveys: i64,
}

impl Waiting {
    /// With so few threads their number would say too much of who writes: there are "some".
    const FEW: usize = 2;

    fn is_nothing(&self) -> bool {
        self.issues == 0 && self.conversations == 0 && self.notes == 0 && self.threads == 0 && self.surveys == 0
    }

    fn view(self) -> WaitingView {
        let some_threads = (1..=Waiting::FEW).contains(&self.threads);
        let threads = if some_threads { 0 } else { self.threads };
        WaitingView { some_threads, waiting: Waiting { threads, ..self } }
    }
}

#[derive(Serialize)]
struct WaitingView {
    #[serde(flatten)]
    waiting: Waiting,
    some_threads: bool,
}

#[derive(Serialize)]
struct Home {
    waiting: Option<WaitingView>,
    new_notes: Vec<LineView>,
    wall: Vec<LineView>,
    #[serde(flatten)]
    form: FormPart,
}

#[derive(Serialize)]
struct Mine {
    notes: Vec<LineView>,
    counts: Counts,
    time_to_hear: Option<f64>,
    owner_id: PersonId,
    pager: Pager,
}

#[derive(Serialize)]
struct Given {
    notes: Vec<LineView>,
    pager: Pager,
}

#[derive(Serialize)]
struct Counts {
    all: i64,
    guests: i64,
    colleagues: i64,
}

#[derive(Serialize)]
struct Wall {
    notes: Vec<LineView>,
    of_company: bool,
    heard: Option<Heard>,
    pager: Pager,
}

#[derive(Serialize)]
struct Person {
    person: PersonCard,
    site: SiteView,
    is_me: bool,
    has_left: bool,
    notes: Vec<LineView>,
}

/// GET /home
pub async fn home(me: Me, waiting: Waiting) -> Answer {
    let (person, site) = (me.person_id, me.site_id);
    let (new, wall, values) = me
        .page()
        .app()
        .read(move |conn| {
            let new = shelf_store::list_lines(conn, &Shelf::New(person), Part::Beginning, AT_HOME)?;
            let wall = shelf_store::list_lines(conn, &Shelf::SiteWall(site), Part::Beginning, AT_HOME)?;
            Ok((new, wall, organisation_store::list_values(conn)?))
        })
        .await?;
    let page = me.page();
    let form = form_part(page, &Form::default(), &Problems::none(), None, Vec::new(), &values);
    page.show(
        "praise/home",
        &Home {
            waiting: Some(waiting).filter(|waiting| !waiting.is_nothing()).map(Waiting::view),
            new_notes: line_views(page, new, true),
            wall: line_views(page, wall, false),
            form,
        },
    )
}

/// GET /praise and GET /praise/mine
pub async fn mine(me: Me, query: web::Query<Query>) -> Answer {
    let (person, part) = (me.person_id, Part::of(query.after, query.before));
    let listing = listed_at("/praise/mine");
    let (lines, (guests, colleagues), time_to_hear) = me
        .page()
        .app()
        .read(move |conn| {
            let lines = shelf_store::list_lines(conn, &Shelf::Mine(person), part, listing.limit())?;
            let median = shelf_store::median_to_hear(conn, TimeToHear::Person(person))?;
            Ok((lines, shelf_store::count_mine(conn, person)?, median))
        })
        .await?;
    let (lines, pager) = listing.page(lines, part, |line| line.recipient_id);
    let counts = Counts { all: guests + colleagues, guests, colleagues };
    let view = Mine { notes: line_views(me.page(), lines, true), counts, time_to_hear, owner_id: person, pager };
    me.page().show("praise/mine", &view)
}

/// GET /praise/given: what the viewer said of colleagues.
pub async fn given(me: Me, query: web::Query<Query>) -> Answer {
    let (person, part) = (me.person_id, Part::of(query.after, query.before));
    let listing = listed_at("/praise/given");
    let lines = me
        .page()
        .app()
        .read(move |conn| shelf_store::list_lines(conn, &Shelf::Given(person), part, listing.limit()))
        .await?;
    let (lines, pager) = listing.page(lines, part, |line| line.recipient_id);
    me.page().show("praise/given", &Given { notes: line_views(me.page(), lines, false), pager })
}

/// GET /wall: the viewer's site; with `?of=company` every site.
pub async fn wall(me: Me, query: web::Query<Query>) -> Answer {
    let of_company = query.of == "company";
    let shelf = if of_company { Shelf::CompanyWall } else { Shelf::SiteWall(me.site_id) };
    let listing = listed_at(if of_company { "/wall?of=company" } else { "/wall" });
    let (site, part) = (me.site_id, Part::of(query.after, query.before));
    let (lines, heard) = me
        .page()
        .app()
        .read(move |conn| {
            let heard = if of_company { None } else { shelf_store::find_heard(conn, site)? };
            Ok((shelf_store::list_lines(conn, &shelf, part, listing.limit())?, heard))
        })
        .await?;
    let (lines, pager) = listing.page(lines, part, |line| line.recipient_id);
    me.page().show("praise/wall", &Wall { notes: line_views(me.page(), lines, false), of_company, heard, pager })
}

/// GET /people/{id}
pub async fn person(me: Me, id: web::Path<PersonId>) -> Answer {
    let (id, viewer, now) = (*id, (*me).clone(), me.page().app().now());
    let found = me
        .page()
        .app()
        .read(move |conn| {
            let Some(card) = person_store::find_card(conn, id)? else { return Ok(None) };
            let Some(person) = person_store::find_person(conn, id)? else { return Ok(None) };
            let Some(site) = site_store::find_site(conn, person.site_id)? else { return Ok(None) };
            let lines = shelf_store::list_lines(conn, &Shelf::Of(id, Box::new(viewer.clone())), Part::Beginning, PAGE)?;
            Ok(Some((card, person.has_left(site.today(now)), site, lines)))
        })
        .await?;
    let Some((card, has_left, site, lines)) = found else { return Err(Failure::NotFound) };
    let is_me = id == me.person_id;
    let site = SiteView::new(&site.name, &site.slug);
    let notes = line_views(me.page(), lines, is_me);
    me.page().show("praise/person", &Person { person: card, site, is_me, has_left, notes })
}

/// A shelf at its address.
fn listed_at(address: &str) -> Listing<'_> {
    Listing { address, order: Order::NewestFirst, size: PAGE }
}
