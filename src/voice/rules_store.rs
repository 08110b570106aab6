//! The one row of rules.

use diesel::prelude::*;

use super::rules::Rules;
use crate::db::Conn;
use crate::db::schema::voice_rules;

/// The rules in force.
pub fn find(conn: &mut Conn) -> QueryResult<Rules> {
    let (eu_mode, channels, thread_keep_days, version) = voice_rules::table
        .select((voice_rules::eu_mode, voice_rules::channels, voice_rules::thread_keep_days, voice_rules::version))
        .first(conn)?;
    Ok(Rules { eu_mode, channels, thread_keep_days, version })
}

/// Puts other rules in force; false if somebody was faster.
pub fn update(conn: &mut Conn, rules: &Rules) -> QueryResult<bool> {
    diesel::update(voice_rules::table.filter(voice_rules::version.eq(rules.version)))
        .set((
            voice_rules::eu_mode.eq(rules.eu_mode),
            voice_rules::channels.eq(&rules.channels),
            voice_rules::thread_keep_days.eq(rules.thread_keep_days),
            voice_rules::version.eq(rules.version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}
