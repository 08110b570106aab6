//! The organisation: its name, its language, and what it wants to be praised for.

use serde::Serialize;

use crate::fold::fold;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::organisation::{Organisation, VALUES_MAX, VALUES_MIN};
use crate::people::organisation_store as store;
use crate::people::role::Role;
use crate::people::site::languages_stored;
use crate::text;
use crate::views::Lang;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct OrganisationView {
    form: FormView,
    languages_offered: Vec<LanguageChoice>,
    version: i32,
}

#[derive(Serialize)]
struct LanguageChoice {
    tag: &'static str,
    name: &'static str,
}

/// `GET /admin/organisation`
pub async fn edit(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let app = me.page().app();
    let (organisation, values) =
        app.read(|conn| Ok((store::find_organisation(conn)?, store::list_values(conn)?))).await?;
    let organisation = organisation.ok_or(Failure::NotFound)?;
    let values: Vec<String> = values.into_iter().map(|value| value.name).collect();
    let form = Form::of(&[
        ("name", &organisation.name),
        ("values", &values.join("\n")),
        ("language", organisation.lang().tag()),
    ]);
    show(&me, &form, organisation.version, Problems::none())
}

/// `POST /admin/organisation`
pub async fn update(me: Me, form: Form) -> Answer {
    me.must(me.has(Role::Admin))?;
    let app = me.page().app();
    let organisation = app.read(store::find_organisation).await?.ok_or(Failure::NotFound)?;
    let version = form.read("version").ok_or(Failure::BadRequest)?;
    let words = match parse(&form) {
        Ok(words) => words,
        Err(problems) => return show(&me, &form, version, problems),
    };
    let mut languages = vec![words.lang];
    languages.extend(organisation.languages().into_iter().filter(|lang| *lang != words.lang));
    let changed = Organisation {
        name: words.name,
        language: words.lang.tag().to_owned(),
        languages: languages_stored(&languages),
        version,
        ..organisation
    };
    let values = words.values;
    let entry = me.entry(What::Administered, "organisation", Some(changed.id.0), "changed");
    let is_written = app
        .write(move |deed| {
            if !store::update_organisation(deed.conn, &changed)? {
                return Ok(false);
            }
            store::set_values(deed.conn, &values, deed.now)?;
            audit_store::record(deed.conn, &entry, deed.now)?;
            Ok(true)
        })
        .await?;
    if is_written {
        Ok(see_other_saying("/admin/organisation", "admin-said-saved"))
    } else {
        Err(Failure::Faster("/admin/organisation".into()))
    }
}

#[derive(Debug)]
struct Words {
    name: String,
    values: Vec<String>,
    lang: Lang,
}

fn parse(form: &Form) -> Result<Words, Problems> {
    let mut problems = Problems::none();
    let name = problems.take("name", text::line(form.text("name")));
    let mut values: Vec<String> = Vec::new();
    for typed in form.text("values").lines().filter(|line| !line.trim().is_empty()) {
        let value = problems.take("values", text::line(typed));
        if values.iter().any(|known| fold(known) == fold(&value)) {
            problems.add("values", "admin-problem-value-twice");
        }
        values.push(value);
    }
    if !values.is_empty() && !(VALUES_MIN..=VALUES_MAX).contains(&values.len()) {
        problems.add("values", "admin-problem-values");
    }
    let lang = Lang::from_tag(form.text("language"));
    if lang.is_none() {
        problems.add(&format!("language-{}", Lang::default().tag()), "admin-problem-language");
    }
    problems.or(Words { name, values, lang: lang.unwrap_or_default() })
}

fn show(me: &Me, form: &Form, version: i32, problems: Problems) -> Answer {
    let languages = Lang::ALL.iter().map(|lang| LanguageChoice { tag: lang.tag(), name: lang.own_name() });
    let view =
        OrganisationView { form: form.view(me.page(), &problems), languages_offered: languages.collect(), version };
    if problems.is_empty() {
        me.page().show("admin/organisation", &view)
    } else {
        me.page().show_again("admin/organisation", &view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_five_to_eight_or_none() {
        let values = |list: &str| parse(&Form::of(&[("name", "Hotels"), ("values", list), ("language", "de")]));
        assert!(values("").is_ok());
        assert_eq!(values("a\r\nb\r\n\r\nc\nd\n e ").unwrap().values, ["a", "b", "c", "d", "e"]);
        assert!(values("a\nb\nc\nd").is_err());
        assert!(values("a\nb\nc\nd\nA").is_err());
        assert!(values("a\nb\nc\nd\ne\nf\ng\nh\ni").is_err());
    }
}
