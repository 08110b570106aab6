use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::*;
use crate::views::Lang;

fn ends_at() -> Moment {
    "2026-11-16T09:30:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

/// The demonstration's world, made once for all tests: a debug build takes seconds over it.
static GROUP: LazyLock<World> = LazyLock::new(|| World::generate(&Size::hotel_group(10, 1, 42, ends_at())));

fn small(sites: usize, people: usize, notes: usize) -> World {
    World::generate(&Size {
        sites,
        people,
        notes,
        years: 1,
        seed: 5,
        language: Lang::En,
        link: Link::None,
        ends_at: ends_at(),
    })
}

/// FNV-1a over everything the world shows of itself.
fn fingerprint(world: &World) -> u64 {
    format!("{world:?}")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn the_same_seed_gives_the_same_world_to_the_byte() {
    let size = Size {
        sites: 3,
        people: 120,
        notes: 600,
        years: 1,
        seed: 9,
        language: Lang::En,
        link: Link::None,
        ends_at: ends_at(),
    };
    let world = World::generate(&size);
    assert_eq!(fingerprint(&world), fingerprint(&World::generate(&size)));
    assert_ne!(fingerprint(&world), fingerprint(&World::generate(&Size { seed: 10, ..size })));
}

#[test]
fn counts_are_as_asked_for_at_every_size() {
    for (sites, people, notes) in [(10, 500, 2_000), (1, 200, 50), (1, 1, 5), (3, 2, 10), (23, 400, 100), (1, 12, 0)] {
        let world = small(sites, people, notes);
        assert_eq!(world.sites.len(), sites);
        assert_eq!(world.people.iter().filter(|person| person.left_on.is_none()).count(), people.max(sites));
        assert_eq!(world.notes.len(), notes);
        let slugs: HashSet<&str> = world.sites.iter().map(|site| site.slug.as_str()).collect();
        assert_eq!(slugs.len(), sites);
    }
    assert_eq!(small(1, 10_000, 10).people.iter().filter(|person| person.left_on.is_none()).count(), 10_000);
}

#[test]
fn everybody_is_in_one_place_of_their_site_at_a_time() {
    let world = &*GROUP;
    for person in &world.people {
        assert_eq!(person.posts[0].from, person.started_on);
        assert!(person.posts.windows(2).all(|pair| pair[0].from < pair[1].from), "{person:?}");
        assert!(person.left_on.is_none_or(|left| left > person.post().from), "{person:?}");
        for post in &person.posts {
            assert_eq!(world.departments[post.department].site, post.site);
            assert!(post.team.is_none_or(|team| world.teams[team].department == post.department));
        }
    }
    let numbers: HashSet<&str> = world.people.iter().map(|person| person.employee_number.as_str()).collect();
    assert_eq!(numbers.len(), world.people.len());
    let addresses: Vec<&str> = world.people.iter().filter_map(|person| person.email.as_deref()).collect();
    assert_eq!(addresses.iter().collect::<HashSet<_>>().len(), addresses.len());
    let share = addresses.len() * 100 / world.people.len();
    assert!((30..60).contains(&share), "{share} % have mail");
    assert!(world.people.iter().any(|person| person.posts.len() > 1));
}

#[test]
fn managers_exist_stay_and_lead_up_to_one_person() {
    for world in [&*GROUP, &small(1, 10_000, 0), &small(4, 9, 0)] {
        for (index, person) in world.people.iter().enumerate() {
            let (mut at, mut steps) = (index, 0);
            while let Some(manager) = world.people[at].manager {
                assert!(world.people[manager].left_on.is_none());
                assert!(manager < at, "the store inserts managers before those they manage");
                (at, steps) = (manager, steps + 1);
                assert!(steps < 10, "a circle above {person:?}");
            }
            assert_eq!(world.people[at].manager, None);
        }
        assert_eq!(world.people.iter().filter(|person| person.manager.is_none()).count(), 1);
    }
}

#[test]
fn every_role_is_held_and_every_site_has_a_manager_and_a_responder() {
    for world in [&*GROUP, &small(1, 1, 3), &small(2, 30, 3)] {
        for role in ["employee", "hr", "confidential_handler", "executive", "auditor", "admin"] {
            assert!(world.people.iter().any(|person| person.has_role(role)), "{role}");
        }
        for site in 0..world.sites.len() {
            for name in ["site_manager", "responder"] {
                let role = Role { name, site: Some(site) };
                assert!(world.people.iter().any(|person| person.roles.contains(&role)), "{name} of site {site}");
            }
        }
    }
}

#[test]
fn praise_reaches_those_who_were_there_never_the_sender() {
    for world in [&*GROUP, &small(1, 2, 200)] {
        for note in &world.notes {
            assert!(note.sent_at >= world.begins_at && note.sent_at <= world.ends_at);
            let by = match note.from {
                From::Colleague(by) | From::Relayed { by, .. } => Some(by),
                From::Guest(_) => None,
            };
            assert!(by.is_none_or(|by| world.works_in(by, note.site, note.sent_at)));
            let mut reached = HashSet::new();
            for recipient in &note.recipients {
                assert!(world.works_in(recipient.person, note.site, note.sent_at), "{note:?}");
                assert_ne!(Some(recipient.person), by);
                assert!(reached.insert(recipient.person));
            }
            assert_eq!(note.recipients.is_empty(), note.unmatched.as_ref().is_some_and(|u| u.matched.is_none()));
            assert!(note.place.is_none_or(|place| world.places[place].site == note.site));
            assert!(note.code.is_none_or(|code| world.site_of(&world.codes[code]) == Some(note.site)));
        }
        assert!(world.notes.is_sorted_by_key(|note| note.sent_at));
    }
}

#[test]
fn nobody_praises_the_same_colleague_more_than_twice_in_thirty_days() {
    let world = &*GROUP;
    let mut pairs: HashMap<(usize, usize), Vec<Moment>> = HashMap::new();
    for note in &world.notes {
        if let From::Colleague(by) | From::Relayed { by, .. } = note.from {
            pairs.entry((by, note.recipients[0].person)).or_default().push(note.sent_at);
        }
    }
    assert!(!pairs.is_empty());
    for sent in pairs.values() {
        assert!(sent.windows(3).all(|three| three[2].seconds_since(three[0]) >= 30.0 * 86_400.0));
    }
}

#[test]
fn what_was_read_was_read_after_it_was_sent_and_thanks_follow() {
    let world = &*GROUP;
    let mut waits: Vec<f64> = Vec::new();
    for note in &world.notes {
        for recipient in &note.recipients {
            let Some(read) = recipient.read else {
                assert_eq!((recipient.visibility, &recipient.thanks), (Visibility::Team, &None));
                continue;
            };
            assert!(read.at > note.sent_at && read.at <= world.ends_at);
            let matched = note.unmatched.as_ref().and_then(|unmatched| unmatched.matched);
            assert!(matched.is_none_or(|(_, at)| read.at > at));
            assert!(recipient.thanks.as_ref().is_none_or(|thanks| thanks.at > read.at && thanks.at <= world.ends_at));
            waits.push(read.at.seconds_since(note.sent_at));
        }
    }
    waits.sort_by(f64::total_cmp);
    let median = waits[waits.len() / 2] / 60.0;
    assert!(median > 3.0 && median < 45.0, "median time to hear: {median} minutes");
    assert!(waits.len() * 100 > world.notes.len() * 95);
    let open = world.notes.iter().filter(|note| note.recipients.is_empty()).count();
    assert!((2..=40).contains(&open), "{open} unmatched");
}

#[test]
fn texts_are_whole_and_hardly_repeat() {
    let world = &*GROUP;
    let mut texts: Vec<&str> = Vec::new();
    for note in &world.notes {
        texts.extend([note.did.as_str(), &note.difference]);
        texts.extend(note.recipients.iter().filter_map(|r| r.thanks.as_ref()).map(|thanks| thanks.text.as_str()));
        texts.extend(note.unmatched.iter().flat_map(|u| [u.when.as_str(), &u.place, &u.role]));
    }
    texts.extend(world.conversations.iter().flat_map(|c| &c.messages).map(|message| message.text.as_str()));
    for text in texts {
        assert!(!text.contains(['[', ']', '{', '}', '|', '/']), "{text}");
        assert!(!text.contains("  ") && !text.contains(" .") && !text.contains(",,"), "{text}");
        assert!(text.chars().next().is_none_or(|first| !first.is_lowercase()), "{text}");
    }
    let dids: Vec<&str> = world.notes.iter().map(|note| note.did.as_str()).filter(|did| !did.is_empty()).collect();
    let different: HashSet<&&str> = dids.iter().collect();
    assert!(different.len() * 1000 > dids.len() * 985, "{} of {}", different.len(), dids.len());
    for language in ["en", "de", "es", "it"] {
        assert!(world.notes.iter().any(|note| note.language == language));
    }
}

#[test]
fn weekends_and_summers_are_busier_at_the_sea() {
    let world = &*GROUP;
    let sea = world.sites.iter().position(|site| site.slug == "seaside").unwrap();
    let month = |note: &&Note| note.sent_at.timestamp().to_zoned(jiff::tz::TimeZone::UTC).month();
    let of_site: Vec<&Note> = world.notes.iter().filter(|note| note.site == sea).collect();
    let count = |months: &[i8]| of_site.iter().filter(|note| months.contains(&month(note))).count();
    assert!(count(&[7, 8]) > 5 * count(&[1, 2]), "{} and {}", count(&[7, 8]), count(&[1, 2]));
}

#[test]
fn answers_come_from_the_owner_after_the_question() {
    let world = &*GROUP;
    let mut open = 0;
    for conversation in &world.conversations {
        assert!(conversation.messages[0].by.is_none());
        assert!(conversation.messages.windows(2).all(|pair| pair[0].at < pair[1].at));
        assert!(conversation.messages.iter().all(|message| message.at <= world.ends_at));
        assert!(conversation.messages.iter().all(|message| message.by.is_none_or(|by| by == conversation.owner)));
        assert!(world.works_in(conversation.owner, conversation.site, conversation.messages[0].at));
        open += usize::from(conversation.messages.len() == 1);
    }
    assert!(open > 0 && open < 60, "{open} open of {}", world.conversations.len());
}

#[test]
fn issues_are_raised_joined_and_answered_by_whom_it_can_be_and_in_both_languages() {
    let world = &*GROUP;
    for issue in &world.issues {
        assert_eq!(world.people[issue.raiser].post().site, issue.site);
        assert!(!issue.supporters.contains(&issue.raiser));
        assert!(issue.raised_at >= world.begins_at && issue.raised_at <= world.ends_at);
        assert!(issue.steps.is_sorted_by_key(|step| step.at));
        assert!(issue.steps.iter().all(|step| step.at > issue.raised_at && step.at <= world.ends_at));
        assert!(issue.steps.iter().all(|step| (step.state == "planned") == step.planned_in_days.is_some()));
        for text in [&issue.what, &issue.place, &issue.fix] {
            assert!(!text.contains(['[', ']', '{', '|']), "{text}");
        }
    }
    let states: HashSet<&str> = world.issues.iter().flat_map(|issue| &issue.steps).map(|step| step.state).collect();
    for state in ["acknowledged", "looking", "planned", "changed", "declined"] {
        assert!(states.contains(state), "{state}");
    }
    for language in ["en", "de"] {
        assert!(world.issues.iter().any(|issue| issue.language == language), "{language}");
    }
    let confided = world.issues.iter().filter(|issue| issue.is_confidential).count();
    assert_eq!(confided, world.sites.len());
    assert!(world.issues.iter().any(|issue| issue.supporters.len() > 4));
    assert!(world.issues.iter().any(|issue| !issue.is_confidential && issue.steps.is_empty()), "something is new");
}

#[test]
fn a_house_names_its_jobs_departments_and_spots_in_its_own_language() {
    let world = &*GROUP;
    let said_in = |slug: &str| -> HashSet<&str> {
        let site = world.sites.iter().position(|site| site.slug == slug).unwrap();
        let posts = world.people.iter().flat_map(|person| &person.posts).filter(|post| post.site == site);
        let departments = world.departments.iter().filter(|department| department.site == site);
        let teams = world.teams.iter().filter(|team| world.departments[team.department].site == site);
        let places = world.places.iter().filter(|place| place.site == site);
        let titles = posts.map(|post| post.job_title);
        let units = departments.map(|department| department.name).chain(teams.map(|team| team.name.as_str()));
        titles.chain(units).chain(places.map(|place| place.name.as_str())).collect()
    };
    for (slug, words, not) in [
        ("hamburg", ["Kellnerin", "Küche", "Erster Stock", "Abendservice"], "Receptionist"),
        ("seaside", ["Camarera", "Cocina", "Primera planta", "Servicio de cenas"], "Waiter"),
        ("garda", ["Cameriere", "Cucina", "Primo piano", "Servizio serale"], "Waiter"),
        // In Greek nothing is told; English stands in.
        ("rhodes", ["Waiter", "Kitchen", "First floor", "Evening service"], "Kellner"),
    ] {
        let said = said_in(slug);
        assert!(words.iter().all(|word| said.contains(word)), "{slug}: {said:?}");
        assert!(!said.contains(not), "{slug}: {said:?}");
    }
    let head = |person: &&Person| ["Küchenchef", "Küchenchefin"].contains(&person.post().job_title);
    let heads: Vec<&Person> = world.people.iter().filter(head).collect();
    assert!(!heads.is_empty());
    assert!(heads.iter().all(|head| head.is_woman == (head.post().job_title == "Küchenchefin")));
}

#[test]
fn the_values_are_in_the_language_of_the_organisation() {
    let size = Size {
        sites: 2,
        people: 20,
        notes: 5,
        years: 1,
        seed: 5,
        language: Lang::En,
        link: Link::None,
        ends_at: ends_at(),
    };
    let names = |language| -> Vec<&str> {
        let world = World::generate(&Size { language, ..size });
        assert_eq!(world.language, language);
        world.values.iter().map(|value| value.name).collect()
    };
    assert!(names(Lang::En).contains(&"Warm welcome"));
    assert!(names(Lang::De).contains(&"Herzlich willkommen") && !names(Lang::De).contains(&"Warm welcome"));
}
