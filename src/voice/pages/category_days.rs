//! How long a subject gives, and how long it is kept: set by administrators, subject by subject.

use actix_web::web;
use serde::Serialize;

use crate::ids::CategoryId;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::role::Role;
use crate::voice::category::{Category, Days};
use crate::voice::category_store;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    id: CategoryId,
    name: String,
    form: FormView,
}

async fn find(me: &Me, id: CategoryId) -> Result<Category, Failure> {
    me.must_see(me.has(Role::Admin))?;
    me.page().app().read(move |conn| category_store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// GET /admin/voice/categories/{id}
pub async fn edit(me: Me, id: web::Path<CategoryId>) -> Answer {
    let category = find(&me, *id).await?;
    show(&me, &category, &category.days().form(), &Problems::none())
}

/// POST /admin/voice/categories/{id}: `acknowledge_days`, `answer_days`, `decide_days`, `keep_days`.
pub async fn update(me: Me, id: web::Path<CategoryId>, form: Form) -> Answer {
    let category = find(&me, *id).await?;
    let (id, days) = match Days::parse(&form) {
        Ok(days) => (category.id, days),
        Err(problems) => return show(&me, &category, &form, &problems),
    };
    let entry = me.entry(What::Administered, "issue_category", Some(id.0), &days.said());
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            let is_done = category_store::set_days(deed.conn, id, days)?;
            if is_done {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_done)
        })
        .await?;
    if is_done { Ok(see_other_saying("/admin/voice", "voice-said-saved")) } else { Err(Failure::NotFound) }
}

fn show(me: &Me, category: &Category, form: &Form, problems: &Problems) -> Answer {
    let page = me.page();
    let name = category.name(&page.app().views, page.lang());
    let view = View { id: category.id, name, form: form.view(page, problems) };
    match problems.is_empty() {
        true => page.show("voice/category_days", &view),
        false => page.show_again("voice/category_days", &view),
    }
}
