//! The organisation and its values in the database.

use diesel::prelude::*;

use super::organisation::{Organisation, OrganisationValue};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{organisation, organisation_value};
use crate::fold::fold;
use crate::ids::ValueId;

/// The organisation; none before it is set up.
pub fn find_organisation(conn: &mut Conn) -> QueryResult<Option<Organisation>> {
    organisation::table.select(Organisation::as_select()).order(organisation::created_at).first(conn).optional()
}

/// Stores the organisation when it is set up.
pub fn insert_organisation(conn: &mut Conn, new: &Organisation) -> QueryResult<()> {
    diesel::insert_into(organisation::table).values(new).execute(conn).map(drop)
}

/// Stores a changed organisation whose `version` is the one that was read; false if somebody was faster.
pub fn update_organisation(conn: &mut Conn, changed: &Organisation) -> QueryResult<bool> {
    diesel::update(organisation::table.find(changed.id).filter(organisation::version.eq(changed.version)))
        .set((
            organisation::name.eq(&changed.name),
            organisation::language.eq(&changed.language),
            organisation::languages.eq(&changed.languages),
            organisation::version.eq(changed.version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// The values on offer, in their order.
pub fn list_values(conn: &mut Conn) -> QueryResult<Vec<OrganisationValue>> {
    organisation_value::table
        .filter(organisation_value::retired_at.is_null())
        .select(OrganisationValue::as_select())
        .order((organisation_value::position, organisation_value::id))
        .load(conn)
}

/// Every value there ever was, for notes that carry one.
pub fn list_all_values(conn: &mut Conn) -> QueryResult<Vec<OrganisationValue>> {
    organisation_value::table
        .select(OrganisationValue::as_select())
        .order((organisation_value::position, organisation_value::id))
        .load(conn)
}

/// Makes these names the values on offer, in this order. A value keeps its key as long as its name stays, also if it
/// comes back after it was retired; what is no longer named is retired.
pub fn set_values(conn: &mut Conn, names: &[String], now: Moment) -> QueryResult<()> {
    let known = list_all_values(conn)?;
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    for value in known.iter().filter(|value| value.retired_at.is_none() && !folded.contains(&fold(&value.name))) {
        diesel::update(organisation_value::table.find(value.id))
            .set(organisation_value::retired_at.eq(now))
            .execute(conn)?;
    }
    for (position, (name, folded)) in (0..).zip(names.iter().zip(&folded)) {
        let of_name = || known.iter().filter(|value| fold(&value.name) == *folded);
        let same = of_name().find(|value| value.retired_at.is_none()).or_else(|| of_name().next());
        match same {
            Some(value) => {
                diesel::update(organisation_value::table.find(value.id))
                    .set((
                        organisation_value::name.eq(name),
                        organisation_value::position.eq(position),
                        organisation_value::retired_at.eq(None::<Moment>),
                    ))
                    .execute(conn)?;
            }
            None => {
                let new = OrganisationValue { id: ValueId::new(now), name: name.clone(), position, retired_at: None };
                diesel::insert_into(organisation_value::table).values(&new).execute(conn)?;
            }
        }
    }
    Ok(())
}
