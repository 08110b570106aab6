//! What the staff raised, who joined, and what became of it.

use super::chance::Chance;
use super::key;
use super::phrases::Teller;
use super::said::{Issue, IssueStep};
use super::words::{Matter, tongue, voice_of};
use super::world::{Role, Size, World};
use crate::clock::Moment;
use crate::ids::IssueId;

const DAY: i64 = 86_400;
/// How many are raised by name at a site in the last months.
const NAMED: usize = 8;
/// Nobody remembers what was raised longer ago than this, in days.
const OLDEST: i64 = 120;

/// Raises them, oldest first.
pub(super) fn raise(world: &mut World, size: &Size) {
    let mut chance = Chance::new(size.seed, "issues");
    let mut raised = Vec::new();
    for site in 0..world.sites.len() {
        let here: Vec<usize> = (0..world.people.len())
            .filter(|person| world.people[*person].left_on.is_none() && world.people[*person].post().site == site)
            .filter(|person| world.people[*person].roles.len() == 1)
            .collect();
        if here.len() < 3 {
            continue;
        }
        let speaks_german = world.sites[site].languages.contains(&"de");
        let language = |chance: &mut Chance| if speaks_german && chance.percent(75) { "de" } else { "en" };
        let mut told: Vec<&'static str> = Vec::new();
        for _ in 0..NAMED {
            let tag = language(&mut chance);
            let matters = voice_of(tag).0;
            let matter = &matters[chance.index(matters.len())];
            if !told.contains(&matter.what) {
                told.push(matter.what);
                raised.push(named(world, site, &here, matter, tag, &mut chance));
            }
        }
        let tag = language(&mut chance);
        raised.extend(confided(world, site, &here, tag, &mut chance));
    }
    raised.sort_by_key(|issue: &Issue| (issue.raised_at, issue.id));
    world.issues = raised;
}

fn some_time(world: &World, youngest: i64, chance: &mut Chance) -> Moment {
    world.ends_at.plus_seconds(-chance.between(youngest, OLDEST * DAY))
}

fn one(text: &str, tag: &str, chance: &mut Chance) -> String {
    Teller::new(chance, tongue(tag).tables).tell(&[text])
}

fn named(world: &World, site: usize, here: &[usize], matter: &Matter, tag: &'static str, chance: &mut Chance) -> Issue {
    let raised_at = some_time(world, DAY / 2, chance).max(world.begins_at);
    let raiser = here[chance.index(here.len())];
    let owner = manager_of(world, site);
    let mut issue = Issue {
        id: IssueId(key(chance, raised_at)),
        is_idea: matter.what.ends_with('?') || matter.category == "guests",
        is_confidential: false,
        category: matter.category,
        site,
        raiser,
        owner,
        language: tag,
        what: one(matter.what, tag, chance),
        place: matter.place.to_owned(),
        fix: matter.fix.to_owned(),
        raised_at,
        supporters: Vec::new(),
        steps: Vec::new(),
        answer: None,
    };
    for _ in 0..chance.between(0, 11) {
        let person = here[chance.index(here.len())];
        if person != raiser && Some(person) != owner && !issue.supporters.contains(&person) {
            issue.supporters.push(person);
        }
    }
    let Some(by) = owner else { return issue };
    let mut at = raised_at;
    let mut step = |issue: &mut Issue, after: i64, state: &'static str, text: &str, days: Option<i64>| {
        at = at.plus_seconds(after);
        if at < world.ends_at {
            issue.steps.push(IssueStep { at, by, state, text: text.to_owned(), planned_in_days: days });
        }
    };
    let (soon, later) = (chance.between(3_600, 2 * DAY), chance.between(2 * DAY, 9 * DAY));
    // What has rested for two months was decided long ago.
    let is_old = world.ends_at.seconds_since(raised_at) > 60.0 * DAY as f64;
    let outcome = match chance.below(10) {
        0..=2 if is_old => 9,
        other => other,
    };
    if outcome > 0 {
        step(&mut issue, soon, "acknowledged", "", None);
    }
    match outcome {
        0..=2 => {}
        3 => step(&mut issue, later, "looking", "", None),
        4..=5 => step(&mut issue, later, "planned", matter.planned, Some(chance.between(5, 40))),
        6..=7 if !matter.declined.is_empty() => step(&mut issue, later, "declined", matter.declined, None),
        _ => {
            step(&mut issue, later, "planned", matter.planned, Some(chance.between(5, 25)));
            step(&mut issue, chance.between(5 * DAY, 25 * DAY), "changed", matter.changed, None);
        }
    }
    issue
}

fn confided(world: &World, site: usize, here: &[usize], tag: &'static str, chance: &mut Chance) -> Option<Issue> {
    let handler = world.people.iter().position(|person| person.has_role("confidential_handler"))?;
    let (_, confided, asked) = voice_of(tag);
    let raised_at = some_time(world, DAY, chance).max(world.begins_at);
    let answered_at = raised_at.plus_seconds(chance.between(DAY / 4, 2 * DAY));
    let asked = asked[chance.index(asked.len())];
    Some(Issue {
        id: IssueId(key(chance, raised_at)),
        is_idea: false,
        is_confidential: true,
        category: "harassment",
        site,
        raiser: here[chance.index(here.len())],
        owner: None,
        language: tag,
        what: confided[chance.index(confided.len())].to_owned(),
        place: String::new(),
        fix: String::new(),
        raised_at,
        supporters: Vec::new(),
        steps: Vec::new(),
        answer: (chance.percent(60) && answered_at < world.ends_at).then(|| (handler, answered_at, asked.to_owned())),
    })
}

/// Who runs a site, and answers what is raised there.
pub(super) fn manager_of(world: &World, site: usize) -> Option<usize> {
    let role = Role { name: "site_manager", site: Some(site) };
    world.people.iter().position(|person| person.roles.contains(&role))
}
