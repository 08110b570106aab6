//! The organisation of this installation, and what it wants to be praised for. No SQL here.

use diesel::prelude::*;

use super::site::languages_of;
use crate::clock::Moment;
use crate::db::schema::{organisation, organisation_value};
use crate::ids::{RowId, ValueId};
use crate::views::Lang;

/// How many values an organisation may set; fewer than [`VALUES_MIN`] means none at all.
pub const VALUES_MAX: usize = 8;
/// See [`VALUES_MAX`].
pub const VALUES_MIN: usize = 5;

/// The organisation.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisation)]
pub struct Organisation {
    /// Its key.
    pub id: RowId,
    /// What it is called.
    pub name: String,
    /// The tag of the language in which it writes to whoever chose none.
    pub language: String,
    /// The tags of the languages it offers, with commas between.
    pub languages: String,
    /// When it was set up.
    pub created_at: Moment,
    /// Grows with each change, so that two editors notice each other.
    pub version: i32,
}

impl Organisation {
    /// The language in which it writes to whoever chose none.
    pub fn lang(&self) -> Lang {
        Lang::from_tag(&self.language).unwrap_or_default()
    }

    /// The languages it offers; never empty.
    pub fn languages(&self) -> Vec<Lang> {
        languages_of(&self.languages)
    }
}

/// Something the organisation wants to be praised for.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisation_value, treat_none_as_default_value = false)]
pub struct OrganisationValue {
    /// Its key; notes keep it.
    pub id: ValueId,
    /// What it is called.
    pub name: String,
    /// Where it stands in the list, from 0.
    pub position: i32,
    /// Since when it is no longer offered; notes that carry it keep it.
    pub retired_at: Option<Moment>,
}
