//! Concerns and questions, and what was answered.

use super::chance::Chance;
use super::ground::hotel;
use super::guests::{room, sender, tongue_in};
use super::key;
use super::phrases::Teller;
use super::rhythm::Rhythm;
use super::said::{Conversation, Message, Sender};
use super::trades::Trade;
use super::words::Tongue;
use super::world::{Code, Size, StandsFor, World};
use crate::clock::Moment;
use crate::ids::{ConversationId, MessageId};

/// Pieces of praise (three of four are by guests) to one concern and to one question.
const NOTES_TO_A_CONCERN: usize = 6;
const NOTES_TO_A_QUESTION: usize = 64;

/// Holds all conversations of a world, oldest first.
pub(super) fn hold(world: &mut World, size: &Size, rhythm: &Rhythm) {
    let mut chance = Chance::new(size.seed, "conversations");
    let [concerns, questions] = [NOTES_TO_A_CONCERN, NOTES_TO_A_QUESTION].map(|notes| size.notes.div_ceil(notes));
    let mut held: Vec<Conversation> =
        (0..concerns + questions).map(|at| one(world, rhythm, at < concerns, &mut chance)).collect();
    held.sort_by_key(|conversation| (conversation.messages[0].at, conversation.id));
    world.conversations = held;
}

fn one(world: &World, rhythm: &Rhythm, is_concern: bool, chance: &mut Chance) -> Conversation {
    let (site, at) = if is_concern { trouble(world, rhythm, chance) } else { anytime(rhythm, chance) };
    let tongue = tongue_in(world.sites[site].country, chance);
    let topics = if is_concern { tongue.concerns } else { tongue.questions };
    let topic = &topics[chance.index(topics.len())];
    let in_room = room(chance);
    let mut teller = Teller::new(chance, tongue.tables);
    for (word, means) in [("I", "we"), ("me", "us"), ("my", "our"), ("was", "were")] {
        teller.with(word, means);
    }
    teller.with("room", in_room);
    teller.with("town", hotel(site).town(tongue.tag));
    let (asked, answered) = (teller.tell(&[topic.asked]), teller.tell(&[topic.answer]));
    let mut sender = sender(tongue, chance);
    if sender.name.is_none() && chance.percent(50) {
        sender = super::guests::sender(tongue, chance);
    }
    let owner = world.responder_of(site).unwrap_or_else(|| rhythm.boss(site));
    let (place, code) = way_in(world, site, chance);
    let mut conversation = Conversation {
        id: ConversationId(key(chance, at)),
        is_concern,
        site,
        place,
        code,
        language: tongue.tag,
        sender,
        owner,
        messages: Vec::new(),
    };
    add(&mut conversation, None, at, asked, chance);
    let answered_at =
        at.plus_seconds(chance.by_steps(&[(30, 28_800), (68, 108_000), (90, 260_000), (100, 500_000)]) + 900);
    // The last days' post is still on the desk.
    let waits = world.ends_at.seconds_since(at) < 6.0 * 86_400.0 && chance.percent(60);
    if waits || answered_at > world.ends_at {
        return conversation;
    }
    let greeting = greeting(tongue, &conversation.sender, chance);
    let signed = world.people[owner].called();
    add(&mut conversation, Some(owner), answered_at, format!("{greeting}\n\n{answered}\n\n{signed}"), chance);
    let replied_at = answered_at.plus_seconds(chance.by_steps(&[(50, 20_000), (100, 200_000)]) + 300);
    if chance.percent(33) && replied_at <= world.ends_at {
        let pattern = chance.pick(tongue.replies);
        let text = Teller::new(chance, tongue.tables).tell(&[pattern]);
        add(&mut conversation, None, replied_at, text, chance);
    }
    conversation
}

fn anytime(rhythm: &Rhythm, chance: &mut Chance) -> (usize, Moment) {
    let site = rhythm.site(chance);
    (site, rhythm.moment(site, Trade::FrontDesk, chance))
}

/// Where and when a guest has a concern: as often as the times of the site have it.
fn trouble(world: &World, rhythm: &Rhythm, chance: &mut Chance) -> (usize, Moment) {
    for _ in 0..50 {
        let (site, at) = anytime(rhythm, chance);
        let (concerns, most) = world.bond.concerns(site, rhythm.day(site, at));
        if chance.below(most) < concerns {
            return (site, at);
        }
    }
    anytime(rhythm, chance)
}

fn add(conversation: &mut Conversation, by: Option<usize>, at: Moment, text: String, chance: &mut Chance) {
    conversation.messages.push(Message { id: MessageId(key(chance, at)), by, at, text });
}

fn greeting(tongue: &Tongue, sender: &Sender, chance: &mut Chance) -> String {
    let pattern = chance.pick(if sender.name.is_some() { tongue.greetings } else { tongue.nameless });
    let mut teller = Teller::new(chance, &[]);
    // A room number in the signature is no part of how one addresses people.
    let name = sender.name.as_deref().and_then(|name| name.split(',').next()).unwrap_or_default();
    teller.with("guest", name);
    teller.tell(&[pattern])
}

/// Through the code of a place, of the site, or through none.
fn way_in(world: &World, site: usize, chance: &mut Chance) -> (Option<usize>, Option<usize>) {
    let lies_there = |code: &Code| {
        let is_badge = matches!(code.stands_for, StandsFor::Person(_));
        !is_badge && world.site_of(code) == Some(site)
    };
    let codes: Vec<usize> =
        world.codes.iter().enumerate().filter(|(_, code)| lies_there(code)).map(|(index, _)| index).collect();
    if codes.is_empty() || chance.percent(40) {
        return (None, None);
    }
    let code = codes[chance.index(codes.len())];
    let place = match world.codes[code].stands_for {
        StandsFor::Place(place) => Some(place),
        _ => None,
    };
    (place, Some(code))
}
