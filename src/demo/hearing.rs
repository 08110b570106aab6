//! How praise is heard: when it was read, by what means, what the recipient did with it.

use super::chance::Chance;
use super::phrases::Teller;
use super::rhythm::Rhythm;
use super::said::{From, How, Note, Read, Recipient, Thanks, Visibility};
use super::trades::Trade;
use super::words::tongue;
use super::world::World;
use crate::clock::Moment;

/// Seconds until somebody at a screen has read it, as (percent of all, seconds).
const AT_A_SCREEN: [(u64, i64); 7] =
    [(9, 30), (27, 120), (52, 420), (71, 1_500), (86, 7_200), (96, 43_200), (100, 259_200)];

/// The same for those who look at a phone in their break.
const ON_THEIR_FEET: [(u64, i64); 7] =
    [(6, 120), (18, 900), (36, 3_600), (57, 18_000), (77, 43_200), (92, 93_600), (100, 432_000)];

/// Lets a recipient hear of a note that reached them at `known_at`, or not yet.
pub(super) fn hear(
    world: &World,
    rhythm: &Rhythm,
    note: &Note,
    recipient: &mut Recipient,
    known_at: Moment,
    chance: &mut Chance,
) {
    let read = draw(world, note, recipient.person, known_at, chance);
    let left_on = world.people[recipient.person].left_on;
    let still_there = left_on.is_none_or(|left_on| rhythm.day(note.site, read.at) < left_on);
    // A few are never read: a forgotten password, a long leave.
    if read.at > world.ends_at || !still_there || chance.below(1_000) < 22 {
        return;
    }
    recipient.read = Some(read);
    recipient.visibility = match chance.below(100) {
        0..8 => Visibility::Me,
        8..62 => Visibility::Team,
        62..77 => Visibility::Site,
        77..91 => Visibility::Company,
        _ => Visibility::Public,
    };
    recipient.thanks = thanks(note, read.at, chance).filter(|thanks| {
        let on = rhythm.day(note.site, thanks.at);
        thanks.at <= world.ends_at && left_on.is_none_or(|left_on| on < left_on)
    });
}

fn draw(world: &World, note: &Note, person: usize, known_at: Moment, chance: &mut Chance) -> Read {
    let person = &world.people[person];
    let trade = world.departments[person.post().department].trade;
    let face_to_face = !matches!(trade, Trade::Kitchen | Trade::Housekeeping | Trade::Management);
    let by_guest = matches!(note.from, From::Guest(_)) && note.unmatched.is_none();
    if by_guest && face_to_face && chance.percent(19) {
        return Read { at: known_at.plus_seconds(chance.between(12, 170)), how: How::Seen };
    }
    let has_screen = person.email.is_some();
    let waited = chance.by_steps(if has_screen { &AT_A_SCREEN } else { &ON_THEIR_FEET }).max(4);
    let how = match (has_screen, waited) {
        (true, ..600) if chance.percent(55) => How::Live,
        (false, 3_600..) if chance.percent(48) => How::Slip,
        _ => How::Page,
    };
    // Not on the second: nobody's clock ticks with ours.
    let at = Moment::from_micros(known_at.plus_seconds(waited).micros() + chance.between(0, 999_999));
    Read { at, how }
}

fn thanks(note: &Note, read_at: Moment, chance: &mut Chance) -> Option<Thanks> {
    let (percent, name) = match &note.from {
        From::Guest(sender) => (34, sender.name.as_deref().filter(|name| !name.contains([' ', ',']))),
        From::Colleague(_) => (42, None),
        From::Relayed { .. } => (12, None),
    };
    if !chance.percent(percent) {
        return None;
    }
    let whom = name.filter(|_| chance.percent(60)).map(|name| format!(", {name}")).unwrap_or_default();
    let tongue = tongue(note.language);
    let patterns = if matches!(note.from, From::Guest(_)) { tongue.thanks } else { tongue.colleague_thanks };
    let pattern = chance.pick(patterns);
    let at = read_at.plus_seconds(chance.by_steps(&[(55, 240), (85, 3_600), (100, 90_000)]) + 15);
    let mut teller = Teller::new(chance, &[]);
    teller.with("whom", whom);
    Some(Thanks { at, text: teller.tell(&[pattern]) })
}
