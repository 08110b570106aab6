//! The places of a site: desks, rooms, wards that a code can stand for.

use actix_web::web::Path;
use serde::Serialize;

use super::who_may::places_scope;
use crate::ids::PlaceId;
use crate::live::Topic;
use crate::people::audit::What;
use crate::people::site::{Place, Site};
use crate::people::{audit_store, site_store};
use crate::text;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems, see_other};

#[derive(Serialize)]
struct PlacesView {
    site: SiteView,
    places: Vec<PlaceView>,
    form: FormView,
}

#[derive(Serialize)]
struct SiteView {
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct PlaceView {
    id: PlaceId,
    name: String,
}

/// `GET /admin/sites/{slug}/places`
pub async fn index(me: Me, slug: Path<String>) -> Answer {
    let (site, places) = find(&me, &slug).await?;
    show(&me, site, places, &Form::default(), Problems::none())
}

/// `POST /admin/sites/{slug}/places`
pub async fn create(me: Me, slug: Path<String>, form: Form) -> Answer {
    let (site, places) = find(&me, &slug).await?;
    let mut problems = Problems::none();
    let name = problems.take("name", text::line(form.text("name")));
    if !problems.is_empty() {
        return show(&me, site, places, &form, problems);
    }
    let site_id = site.id;
    let app = me.page().app().clone();
    let entry = me.entry(What::Administered, "site", Some(site_id.0), "place added");
    let (_, is_new) = app
        .write(move |deed| {
            deed.touch(Topic::Directory);
            let added = site_store::add_place(deed.conn, site_id, &name, deed.now)?;
            if added.1 {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(added)
        })
        .await?;
    if !is_new {
        return show(&me, site, places, &form, Problems::one("name", "directory-problem-place-taken"));
    }
    Ok(see_other(&page_of(&site)))
}

/// `POST /admin/sites/{slug}/places/{id}/remove`
pub async fn remove(me: Me, path: Path<(String, PlaceId)>) -> Answer {
    let (slug, id) = path.into_inner();
    let (site, _) = find(&me, &slug).await?;
    let site_id = site.id;
    let app = me.page().app().clone();
    let entry = me.entry(What::Administered, "place", Some(id.0), "removed");
    let is_removed = app
        .write(move |deed| {
            deed.touch(Topic::Directory);
            let is_removed = site_store::retire_place(deed.conn, site_id, id, deed.now)?;
            if is_removed {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_removed)
        })
        .await?;
    if is_removed { Ok(see_other(&page_of(&site))) } else { Err(Failure::NotFound) }
}

fn page_of(site: &Site) -> String {
    format!("/admin/sites/{}/places", site.slug)
}

/// A site of the one who looks, with its places: another's is not there.
async fn find(me: &Me, slug: &str) -> Result<(Site, Vec<Place>), Failure> {
    let (scope, slug) = (places_scope(me)?, slug.to_owned());
    let found = me.page().app().read(move |conn| {
        let site = site_store::find_site_by_slug(conn, &slug)?.filter(|site| scope.holds(site.id));
        match site {
            Some(site) => site_store::list_places(conn, site.id).map(|places| Some((site, places))),
            None => Ok(None),
        }
    });
    found.await?.ok_or(Failure::NotFound)
}

fn show(me: &Me, site: Site, places: Vec<Place>, form: &Form, problems: Problems) -> Answer {
    let view = PlacesView {
        site: SiteView { slug: site.slug, name: site.name },
        places: places.into_iter().map(|place| PlaceView { id: place.id, name: place.name }).collect(),
        form: form.view(me.page(), &problems),
    };
    if problems.is_empty() {
        me.page().show("directory/places", &view)
    } else {
        me.page().show_again("directory/places", &view)
    }
}
