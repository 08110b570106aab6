//! The world in a database of either engine.

use std::sync::Arc;

use diesel::prelude::*;

use super::*;
use crate::clock::Clock;
use crate::db::{Db, Url, schema, upgrade};
use crate::people::organisation_store;
use crate::views::Lang;

fn world() -> Arc<World> {
    let ends_at = "2026-11-16T09:30:00Z".parse::<jiff::Timestamp>().unwrap().into();
    Arc::new(World::generate(&Size {
        sites: 3,
        people: 120,
        notes: 400,
        years: 1,
        seed: 3,
        language: Lang::De,
        link: Link::None,
        ends_at,
    }))
}

async fn all_is_there(url: Url) {
    upgrade::run(&url, &Clock::System).unwrap();
    let (db, world) = (Db::open(&url, 4).unwrap(), world());
    put(&db, &world).await.unwrap();
    let of = Arc::clone(&world);
    let whose: Vec<usize> = sign_ins::choose(&world).iter().map(|sign_in| sign_in.person).collect();
    assert_eq!(whose.len(), 9);
    db.write(move |conn| store::insert_accounts(conn, &of, &whose, "no hash")).await.unwrap();
    let counts = |conn: &mut crate::db::Conn| {
        Ok([
            schema::site::table.count().get_result::<i64>(conn)?,
            schema::place::table.count().get_result(conn)?,
            schema::person::table.count().get_result(conn)?,
            schema::person_placement::table.count().get_result(conn)?,
            schema::qr_code::table.count().get_result(conn)?,
            schema::note::table.count().get_result(conn)?,
            schema::note_recipient::table.count().get_result(conn)?,
            schema::conversation_message::table.count().get_result(conn)?,
            schema::account::table.count().get_result(conn)?,
        ])
    };
    let recipients: usize = world.notes.iter().map(|note| note.recipients.len()).sum();
    let messages: usize = world.conversations.iter().map(|conversation| conversation.messages.len()).sum();
    let posts: usize = world.people.iter().map(|person| person.posts.len()).sum();
    let lists = [world.sites.len(), world.places.len(), world.people.len(), posts, world.codes.len()];
    let expected: Vec<i64> =
        lists.into_iter().chain([world.notes.len(), recipients, messages, 9]).map(|count| count as i64).collect();
    assert_eq!(db.read(counts).await.unwrap().to_vec(), expected);
    assert!(db.read(store::holds_anything).await.unwrap());
    let speaks = db.read(organisation_store::find_organisation).await.unwrap().unwrap().lang();
    assert_eq!(speaks, Lang::De);
    let of = Arc::clone(&world);
    db.read(move |conn| {
        for person in &of.people {
            let id = schema::person::table.find(person.id).select(schema::person::department_id).first(conn);
            assert_eq!(id, Ok(Some(of.departments[person.post().department].id)), "{person:?}");
        }
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_world_goes_into_a_file_whole() {
    let folder = tempfile::tempdir().unwrap();
    all_is_there(Url::Sqlite(folder.path().join("demo.db").display().to_string())).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn a_world_goes_into_postgres_whole() {
    all_is_there(crate::db::throw_away::postgres()).await;
}
