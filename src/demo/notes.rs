//! Praise: who sends it about whom, in which words, and when it is heard.

use std::collections::{HashMap, HashSet};

use super::chance::Chance;
use super::ground::hotel;
use super::guests::{misspell, room, sender, tongue_in};
use super::hearing;
use super::key;
use super::phrases::Teller;
use super::rhythm::{Meeting, Rhythm};
use super::said::{Answer, From, Note, Recipient, Unmatched, Visibility};
use super::trades::Trade;
use super::words::house::said_in;
use super::words::{Deed, Tongue, tongue};
use super::world::{Person, Size, StandsFor, World};
use crate::clock::Moment;
use crate::ids::{NoteId, RecipientId};

/// At most so many notes from one colleague to the same other in [`PAIR_DAYS`].
const PAIR_CAP: usize = 2;
const PAIR_DAYS: i64 = 30;

struct Writing<'a> {
    world: &'a World,
    rhythm: &'a Rhythm,
    chance: Chance,
    codes: Codes,
    told: HashSet<String>,
    pairs: HashMap<(usize, usize), Vec<Moment>>,
}

#[derive(Default)]
struct Codes {
    of_site: HashMap<usize, usize>,
    of_place: HashMap<usize, usize>,
    of_person: HashMap<usize, usize>,
}

/// Who did it, where, and by whom it is told.
struct Story<'a> {
    tongue: &'static Tongue,
    site: usize,
    names: Vec<String>,
    is_woman: bool,
    trade: Trade,
    deeds: &'a [Deed],
    by_guest: bool,
    /// Begins with these words instead of an opening.
    begins: Option<String>,
}

/// Writes all notes of a world, oldest first.
pub(super) fn write(world: &mut World, size: &Size, rhythm: &Rhythm) {
    let chance = Chance::new(size.seed, "notes");
    let (told, pairs) = (HashSet::new(), HashMap::new());
    let mut writing = Writing { world, rhythm, chance, codes: Codes::of(world), told, pairs };
    let mut notes: Vec<Note> = (0..size.notes).map(|_| writing.note()).collect();
    notes.sort_by_key(|note| (note.sent_at, note.id));
    world.notes = notes;
}

impl Writing<'_> {
    fn note(&mut self) -> Note {
        let site = self.rhythm.site(&mut self.chance);
        match self.chance.below(100) {
            0..74 => self.by_guest(site),
            74..94 => self.by_colleague(site),
            _ => self.relayed(site),
        }
        .unwrap_or_else(|| self.by_guest_to_one(site))
    }

    fn by_guest(&mut self, site: usize) -> Option<Note> {
        if !self.chance.percent(8) {
            return Some(self.by_guest_to_one(site));
        }
        let Meeting { person, at } = self.rhythm.meeting(self.world, site, true, &mut self.chance);
        let mut all = vec![person];
        for _ in 0..self.chance.between(1, 2) {
            all.extend(self.rhythm.companion(self.world, site, &all, at, &mut self.chance));
        }
        if all.len() < 2 {
            return None;
        }
        let tongue = tongue_in(self.world.sites[site].country, &mut self.chance);
        let trade = self.trade(person, site, at);
        let names = all.iter().map(|person| self.world.people[*person].called().to_owned()).collect();
        let deeds = tongue.team_deeds;
        let story = Story { tongue, site, names, is_woman: false, trade, deeds, by_guest: true, begins: None };
        let (did, difference) = self.tell(&story);
        let sender = sender(tongue, &mut self.chance);
        let mut note = self.blank(site, at, tongue, From::Guest(sender));
        (note.did, note.difference) = (did, difference);
        note.answers = self.answers(site, at);
        self.find_way_in(&mut note, None, trade);
        self.deliver(&mut note, &all, at);
        Some(note)
    }

    fn by_guest_to_one(&mut self, site: usize) -> Note {
        let Meeting { person, at } = self.rhythm.meeting(self.world, site, true, &mut self.chance);
        let tongue = tongue_in(self.world.sites[site].country, &mut self.chance);
        let trade = self.trade(person, site, at);
        let sender = sender(tongue, &mut self.chance);
        let mut note = self.blank(site, at, tongue, From::Guest(sender));
        note.answers = self.answers(site, at);
        note.unmatched = self.chance.below(1_000).lt(&22).then(|| self.unmatched(person, trade, tongue, at, site));
        let praised = &self.world.people[person];
        let name = match &note.unmatched {
            Some(unmatched) if unmatched.typed.is_empty() => {
                Teller::new(&mut self.chance, &[]).tell(&[tongue.somebody]).to_lowercase()
            }
            Some(unmatched) => unmatched.typed.clone(),
            None => praised.called().to_owned(),
        };
        let (names, is_woman, deeds) = (vec![name], praised.is_woman, tongue.deeds);
        if note.unmatched.is_some() || !self.chance.percent(9) {
            let story = Story { tongue, site, names, is_woman, trade, deeds, by_guest: true, begins: None };
            (note.did, note.difference) = self.tell(&story);
        }
        // A badge's code would have told whom the guest means.
        let by_badge = note.unmatched.is_none().then_some(person);
        self.find_way_in(&mut note, by_badge, trade);
        let known_at = note.unmatched.as_ref().map_or(Some(at), |unmatched| unmatched.matched.map(|(_, at)| at));
        if let Some(known_at) = known_at {
            self.deliver(&mut note, &[person], known_at);
        }
        note
    }

    fn by_colleague(&mut self, site: usize) -> Option<Note> {
        let (from, to, at) = self.pair(site)?;
        let tongue = self.staff_tongue(site);
        let (praised, trade) = (&self.world.people[to], self.trade(to, site, at));
        let (names, is_woman) = (vec![praised.called().to_owned()], praised.is_woman);
        let deeds = tongue.colleague_deeds;
        let story = Story { tongue, site, names, is_woman, trade, deeds, by_guest: false, begins: None };
        let (did, difference) = self.tell(&story);
        let mut note = self.blank(site, at, tongue, From::Colleague(from));
        (note.did, note.difference) = (did, difference);
        if self.chance.percent(70) {
            note.values.push(self.chance.index(self.world.values.len()));
            let second = self.chance.index(self.world.values.len());
            if self.chance.percent(25) && !note.values.contains(&second) {
                note.values.push(second);
            }
        }
        self.deliver(&mut note, &[to], at);
        Some(note)
    }

    fn relayed(&mut self, site: usize) -> Option<Note> {
        let (by, to, at) = self.pair(site)?;
        let tongue = self.staff_tongue(site);
        let guest = sender(tongue, &mut self.chance).name;
        let (praised, trade) = (&self.world.people[to], self.trade(to, site, at));
        let (names, is_woman) = (vec![praised.called().to_owned()], praised.is_woman);
        let begins = {
            let pattern = self.chance.pick(tongue.relayed);
            let mut teller = Teller::new(&mut self.chance, &[]);
            teller.with("guest", guest.clone().unwrap_or_else(|| tongue.a_guest.to_owned()));
            teller.tell(&[pattern])
        };
        let deeds = tongue.deeds;
        let story = Story { tongue, site, names, is_woman, trade, deeds, by_guest: true, begins: Some(begins) };
        let (did, difference) = self.tell(&story);
        let mut note = self.blank(site, at, tongue, From::Relayed { by, guest });
        (note.did, note.difference) = (did, difference);
        self.deliver(&mut note, &[to], at);
        Some(note)
    }

    /// Two different people at work in a site, as long as the one has not praised the other too often of late.
    fn pair(&mut self, site: usize) -> Option<(usize, usize, Moment)> {
        for _ in 0..8 {
            let Meeting { person, at } = self.rhythm.meeting(self.world, site, false, &mut self.chance);
            let Some(from) = self.rhythm.companion(self.world, site, &[person], at, &mut self.chance) else { continue };
            let sent = self.pairs.entry((from, person)).or_default();
            let near = |other: &&Moment| other.seconds_since(at).abs() < (PAIR_DAYS * 86_400) as f64;
            if sent.iter().filter(near).count() < PAIR_CAP {
                sent.push(at);
                return Some((from, person, at));
            }
        }
        None
    }

    fn blank(&mut self, site: usize, at: Moment, tongue: &Tongue, from: From) -> Note {
        Note {
            id: NoteId(key(&mut self.chance, at)),
            from,
            sent_at: at,
            site,
            place: None,
            code: None,
            language: tongue.tag,
            did: String::new(),
            difference: String::new(),
            values: Vec::new(),
            recipients: Vec::new(),
            unmatched: None,
            answers: None,
        }
    }

    fn staff_tongue(&mut self, site: usize) -> &'static Tongue {
        let own = tongue(self.world.sites[site].languages[0]);
        if self.chance.percent(68) { own } else { tongue("en") }
    }

    fn trade(&self, person: usize, site: usize, at: Moment) -> Trade {
        let post = self.rhythm.post(self.world, person, site, at);
        let post = post.unwrap_or_else(|| self.world.people[person].post());
        self.world.departments[post.department].trade
    }

    /// What they did and what difference it made.
    fn tell(&mut self, story: &Story) -> (String, String) {
        let mut last = (String::new(), String::new());
        for _ in 0..6 {
            last = self.tell_once(story);
            // Guests do not write the same words twice; six tries are enough for all but the shortest.
            if self.told.insert(last.0.clone()) {
                break;
            }
        }
        last
    }

    fn tell_once(&mut self, story: &Story) -> (String, String) {
        let fitting: Vec<&Deed> = story.deeds.iter().filter(|deed| deed.by & story.trade.bit() != 0).collect();
        let Some(deed) = fitting.get(self.chance.index(fitting.len())) else { return Default::default() };
        let tongue = story.tongue;
        // Colleagues' deeds are short and frequent among themselves; guests also frame what they tell.
        let knows_name = !story.names.iter().any(|name| name.contains(' '));
        let frames = story.by_guest && story.begins.is_none() && story.names.len() == 1 && knows_name;
        let (mut alone, mut together) = (false, false);
        for part in [deed.did, deed.then, deed.effect] {
            let (one, several) = tongue.voices(part);
            (alone, together) = (alone | one, together | several);
        }
        // A lost ring is one person's.
        alone |= deed.did.contains("{thing}");
        let fits = |pattern: &&&str| {
            let (one, several) = tongue.voices(pattern);
            !(alone && several || together && one)
        };
        let mut frame = |of: &[&'static str], percent| {
            let picked = [self.chance.pick(of)];
            picked.iter().find(|pattern| self.chance.percent(percent) && fits(pattern)).copied().unwrap_or("")
        };
        let opening = if frames { frame(tongue.openings, 45) } else { "" };
        let then = frame(&[deed.then], 62);
        let closing = if frames { frame(tongue.closings, 38) } else { "" };
        let any_effect = frame(tongue.effects, 100);
        let patterns = [story.begins.as_deref().unwrap_or(""), opening, deed.did, then, closing];
        let effect = match self.chance.below(100) {
            0..62 => deed.effect,
            62..82 if story.by_guest => any_effect,
            _ => "",
        };
        let alone = alone || (!together && self.chance.percent(45));
        let (names, room) = (join(&story.names, tongue.and), room(&mut self.chance));
        let mut teller = Teller::new(&mut self.chance, tongue.tables);
        teller.with("name", names.as_str());
        teller.with("names", names.as_str());
        teller.with("room", room);
        teller.with("town", hotel(story.site).town(tongue.tag));
        let voice = if alone { ["I", "me", "my", "was"] } else { ["we", "us", "our", "were"] };
        for (word, means) in ["I", "me", "my", "was"].into_iter().zip(voice) {
            teller.with(word, means);
        }
        let pronouns = if story.is_woman { tongue.her } else { tongue.him };
        for (word, means) in tongue.pronoun_words.into_iter().zip(pronouns) {
            teller.with(word, means);
        }
        (teller.tell(&patterns), teller.tell(&[effect]))
    }

    /// By which code and from which spot a guest came to the form.
    fn find_way_in(&mut self, note: &mut Note, person: Option<usize>, trade: Trade) {
        if self.chance.percent(62) {
            let is_near = |place: &usize| {
                let place = &self.world.places[*place];
                place.site == note.site && place.trade == trade
            };
            let near: Vec<usize> = (0..self.world.places.len()).filter(is_near).collect();
            note.place = near.get(self.chance.index(near.len())).copied();
        }
        let badge = person.and_then(|person| self.codes.of_person.get(&person)).copied();
        let badge = badge.filter(|code| self.world.site_of(&self.world.codes[*code]) == Some(note.site));
        note.code = match self.chance.below(100) {
            0..30 => badge.filter(|code| self.world.codes[*code].made_at <= note.sent_at),
            30..60 => note.place.and_then(|place| self.codes.of_place.get(&place)).copied(),
            60..78 => self.codes.of_site.get(&note.site).copied(),
            _ => None,
        };
    }

    fn unmatched(&mut self, person: usize, trade: Trade, tongue: &Tongue, at: Moment, site: usize) -> Unmatched {
        let chance = &mut self.chance;
        let Person { given_name, .. } = &self.world.people[person];
        let mut unmatched = Unmatched {
            typed: String::new(),
            when: String::new(),
            place: String::new(),
            role: String::new(),
            meant: person,
            matched: None,
        };
        if chance.percent(55) {
            unmatched.typed = misspell(given_name, chance);
        } else {
            let (pattern, in_room) = (chance.pick(tongue.when), room(chance));
            let mut teller = Teller::new(chance, tongue.tables);
            teller.with("I", "we");
            unmatched.when = teller.tell(&[pattern]);
            let spots = self.world.places.iter().filter(|place| place.site == site && place.trade == trade);
            let spots: Vec<&str> = spots.map(|place| place.name.as_str()).collect();
            unmatched.place = spots.get(chance.index(spots.len())).map_or(in_room, |spot| (*spot).to_owned());
            unmatched.role = said_in(tongue.tag, trade.craft().name, false).to_owned();
        }
        let age = self.world.ends_at.seconds_since(at);
        let waits = age < 14.0 * 86_400.0 && chance.percent(60);
        let matched_at = at.plus_seconds(chance.by_steps(&[(30, 14_400), (80, 100_000), (100, 300_000)]) + 300);
        if !waits && matched_at <= self.world.ends_at {
            unmatched.matched =
                Some((self.world.responder_of(site).unwrap_or_else(|| self.rhythm.boss(site)), matched_at));
        }
        unmatched
    }

    fn answers(&mut self, site: usize, at: Moment) -> Option<[Answer; 3]> {
        let weights = self.world.bond.answers(site, self.rhythm.day(site, at));
        let chance = &mut self.chance;
        chance.percent(31).then(|| {
            std::array::from_fn(|_| match chance.weighted(&weights) {
                0 => Answer::Yes,
                1 => Answer::Partly,
                _ => Answer::No,
            })
        })
    }

    fn deliver(&mut self, note: &mut Note, to: &[usize], known_at: Moment) {
        for person in to {
            let id = RecipientId(key(&mut self.chance, known_at));
            let mut recipient =
                Recipient { id, person: *person, read: None, visibility: Visibility::Team, thanks: None };
            hearing::hear(self.world, self.rhythm, note, &mut recipient, known_at, &mut self.chance);
            note.recipients.push(recipient);
        }
    }
}

impl Codes {
    fn of(world: &World) -> Codes {
        let mut codes = Codes::default();
        for (index, code) in world.codes.iter().enumerate() {
            match code.stands_for {
                StandsFor::Organisation => None,
                StandsFor::Site(site) => codes.of_site.insert(site, index),
                StandsFor::Place(place) => codes.of_place.insert(place, index),
                StandsFor::Person(person) => codes.of_person.insert(person, index),
            };
        }
        codes
    }
}

/// "Anna, Tomek and Yusuf".
fn join(names: &[String], and: &str) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
