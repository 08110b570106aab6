//! The one thing that a site will do about what it heard.

use actix_web::web::Path;

use crate::ids::{GroupId, PulseId};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::pulse::launch;
use crate::pulse::result_store::{self, Promise};
use crate::pulse::results::{self, Reach};
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me};

/// `POST /pulse/results/{id}/promise`
pub async fn create(me: Me, id: Path<PulseId>, form: Form) -> Answer {
    let (id, reach, now) = (*id, Reach::of(&me), me.page().app().now());
    let group: GroupId = form.read("group").ok_or(Failure::BadRequest)?;
    let version: i32 = form.read("version").ok_or(Failure::BadRequest)?;
    let path = format!("/pulse/results/{id}");
    let app = me.page().app();
    let own = reach.clone();
    let found = app.read(move |conn| results::find(conn, &own, id)).await?.ok_or(Failure::NotFound)?;
    let row = found.rows.iter().find(|row| row.group.id == group).ok_or(Failure::NotFound)?;
    me.must_see(reach.reads_comments_of(&row.group))?;
    let promise = found.promises.into_iter().find(|one| one.group_id == group).ok_or(Failure::NotFound)?;
    let words = match text::words(form.text("words")) {
        Ok(words) => words,
        Err(_) => return Ok(see_other_saying(&path, "pulse-said-no-words")),
    };
    let entry = me.entry(What::Handled, "pulse", Some(id.0), "one thing named");
    let person = me.person_id;
    let is_written = app
        .write(move |deed| {
            let said_on = Some(launch::today(deed.conn, now)?);
            let (words, person_id) = (Some(words.clone()), Some(person));
            let named = Promise { words, person_id, said_on, version, ..promise.clone() };
            let is_written = result_store::update_promise(deed.conn, &named)?;
            if is_written {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_written)
        })
        .await?;
    match is_written {
        true => Ok(see_other_saying(&path, "pulse-said-promised")),
        false => Err(Failure::Faster(path)),
    }
}
