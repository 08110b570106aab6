//! Who works where: posts, managers, roles, comings and goings.

use std::collections::HashSet;

use jiff::civil::Date;

use super::chance::Chance;
use super::ground::hotel;
use super::names::{self, Named};
use super::places::staff_of;
use super::trades::{TRADES, Trade};
use super::words::house::said_in;
use super::world::{Person, Post, Role, Size, Team, World};
use super::{days_after, key, plain_letters};
use crate::ids::{PersonId, TeamId};

/// Those who lead the group: title and role, in the order in which a small head office does without them.
pub(super) const HEAD_OFFICE: [(&str, &str); 5] = [
    ("Managing Director", "executive"),
    ("Group HR Director", "hr"),
    ("Head of IT", "admin"),
    ("Internal Auditor", "auditor"),
    ("Confidential Counsellor", "confidential_handler"),
];

struct Hiring<'a> {
    world: &'a mut World,
    chance: Chance,
    begins_on: Date,
    ends_on: Date,
    full_names: HashSet<String>,
    addresses: HashSet<String>,
}

/// Where somebody is put.
struct Opening {
    site: usize,
    trade: Trade,
    team: Option<usize>,
    title: &'static str,
    manager: Option<usize>,
    /// Leads others: was there before the story begins and stays to its end, so that nobody is left without a manager.
    leads: bool,
}

/// Fills all sites with people.
pub(super) fn hire(world: &mut World, size: &Size) {
    let utc = jiff::tz::TimeZone::UTC;
    let begins_on = world.begins_at.day_in(&utc).date();
    let ends_on = days_after(world.ends_at.day_in(&utc).date(), -1);
    let chance = Chance::new(size.seed, "staff");
    let (full_names, addresses) = (HashSet::new(), HashSet::new());
    let mut hiring = Hiring { world, chance, begins_on, ends_on, full_names, addresses };
    let sites = size.sites;
    let weights: Vec<u64> = (0..sites).map(|site| hotel(site).weight).collect();
    let heads = share_out(size.people.max(sites), &weights, 1);
    for (site, heads) in heads.iter().enumerate() {
        hiring.fill_site(site, *heads);
    }
    let stayed = hiring.world.people.len();
    for (site, leavers) in share_out(size.people / 9, &weights, 0).iter().enumerate() {
        hiring.add_leavers(site, *leavers, stayed);
    }
    hiring.number_everybody();
    hiring.print_badges();
}

impl Hiring<'_> {
    fn fill_site(&mut self, site: usize, heads: usize) {
        let shares: Vec<u64> = TRADES.iter().map(|trade| trade.craft().share).collect();
        let mut counts = share_out(heads, &shares, 0);
        let wanted = match (site, heads) {
            (0, 40..) => HEAD_OFFICE.len() + 2,
            _ => 1,
        };
        while counts[0] < wanted && counts[0] < heads {
            let largest = (1..counts.len()).max_by_key(|trade| counts[*trade]).unwrap_or(0);
            counts[largest] -= 1;
            counts[0] += 1;
        }
        let boss = self.fill_management(site, counts[0]);
        for (trade, heads) in TRADES.into_iter().zip(counts).skip(1) {
            self.fill_department(site, trade, heads, boss);
        }
        // Whoever answers guests must exist in every site, however small.
        let head_of_desk =
            self.world.people.iter().position(|person| {
                person.post().site == site && person.post().job_title == Trade::FrontDesk.craft().head
            });
        let responder = &mut self.world.people[head_of_desk.unwrap_or(boss)].roles;
        responder.push(Role { name: "responder", site: Some(site) });
    }

    /// The general manager's index.
    fn fill_management(&mut self, site: usize, heads: usize) -> usize {
        let craft = Trade::Management.craft();
        let office = if site == 0 { HEAD_OFFICE.len().min(heads.saturating_sub(1)) } else { 0 };
        let director = if site == 0 { None } else { Some(0) };
        let first = self.world.people.len();
        for (title, _) in &HEAD_OFFICE[..office] {
            let manager = (self.world.people.len() > first).then_some(first);
            let team = None;
            self.hire(Opening { site, trade: Trade::Management, team, title, manager, leads: true });
        }
        let manager = if office > 0 { Some(first) } else { director };
        let opening = Opening { site, trade: Trade::Management, team: None, title: craft.head, manager, leads: true };
        let boss = self.hire(opening);
        self.world.people[boss].roles.push(Role { name: "site_manager", site: Some(site) });
        if site == 0 {
            for (at, (_, name)) in HEAD_OFFICE.iter().enumerate() {
                // A head office too small for a role leaves it to whoever comes first.
                let holder = if at < office { first + at } else { first };
                self.world.people[holder].roles.push(Role { name, site: None });
            }
        }
        for rest in 0..heads.saturating_sub(office + 1) {
            let title = craft.titles[rest % craft.titles.len()];
            let (trade, team, manager) = (Trade::Management, None, Some(boss));
            self.hire(Opening { site, trade, team, title, manager, leads: false });
        }
        boss
    }

    fn fill_department(&mut self, site: usize, trade: Trade, heads: usize, boss: usize) {
        let craft = trade.craft();
        let teams = self.make_teams(site, trade, heads);
        let mut head = boss;
        let mut leads: Vec<usize> = Vec::new();
        for number in 0..heads {
            if number == 0 {
                let (team, manager) = (None, Some(boss));
                head = self.hire(Opening { site, trade, team, title: craft.head, manager, leads: true });
                continue;
            }
            let team = (!teams.is_empty()).then(|| teams[(number - 1) % teams.len()]);
            let is_lead = heads >= 9 && number <= teams.len().max(1);
            let manager = match teams.len() {
                0 => head,
                count => leads.get((number - 1) % count).copied().unwrap_or(head),
            };
            let title = if is_lead { craft.lead } else { self.chance.pick(craft.titles) };
            let manager = if is_lead { head } else { manager };
            let hired = self.hire(Opening { site, trade, team, title, manager: Some(manager), leads: is_lead });
            if is_lead && !teams.is_empty() {
                leads.push(hired);
            }
        }
    }

    fn make_teams(&mut self, site: usize, trade: Trade, heads: usize) -> Vec<usize> {
        let names = trade.craft().teams;
        let wanted = if names.is_empty() { 0 } else { names.len().max(heads / 25) };
        let department = self.department(site, trade);
        let first = self.world.teams.len();
        for number in 0..wanted {
            let name = said_in(hotel(site).languages[0], names[number % names.len()], false);
            let name = match number / names.len() {
                0 => name.to_owned(),
                more => format!("{name} {}", more + 1),
            };
            let id = TeamId(key(&mut self.chance, self.world.begins_at));
            self.world.teams.push(Team { id, department, name });
        }
        (first..self.world.teams.len()).collect()
    }

    fn department(&self, site: usize, trade: Trade) -> usize {
        site * TRADES.len() + trade as usize
    }

    fn name_somebody(&mut self, site: usize) -> (Named, &'static str) {
        let mix = staff_of(hotel(site).country);
        let weights: Vec<u64> = mix.iter().map(|(_, weight)| *weight).collect();
        let mut tries = 0;
        loop {
            let people = names::people(mix[self.chance.weighted(&weights)].0);
            let named = names::draw(people, &mut self.chance);
            tries += 1;
            // Namesakes exist, but few of them.
            if self.full_names.insert(format!("{} {}", named.given, named.family)) || tries > 5 {
                return (named, people.language);
            }
        }
    }

    fn hire(&mut self, opening: Opening) -> usize {
        let Opening { site, trade, team, title, manager, leads } = opening;
        let (named, language) = self.name_somebody(site);
        let days = (self.ends_on.duration_since(self.begins_on).as_hours() / 24).max(1);
        let started_on = if leads {
            days_after(self.begins_on, -self.chance.between(60, 5_500))
        } else if self.chance.percent(74) {
            days_after(self.begins_on, -self.chance.by_steps(&[(40, 700), (80, 2_500), (100, 7_000)]))
        } else {
            days_after(self.begins_on, self.chance.between(0, days - 1))
        };
        let without = trade.craft().without_mail;
        let is_head = title == trade.craft().head;
        let without = if is_head {
            0
        } else if leads {
            without * 3 / 4
        } else {
            without
        };
        let has_mail = !self.chance.percent(without);
        let email = has_mail.then(|| self.address(&named));
        let department = self.department(site, trade);
        let mut posts = vec![Post { from: started_on.into(), site, department, team, job_title: title }];
        if !leads && self.chance.percent(7) {
            self.send_elsewhere_first(&mut posts, trade);
        }
        self.world.people.push(Person {
            id: PersonId(key(&mut self.chance, self.world.begins_at)),
            employee_number: String::new(),
            given_name: named.given,
            family_name: named.family,
            preferred_name: named.preferred,
            email,
            language,
            manager,
            started_on: started_on.into(),
            left_on: None,
            posts,
            roles: vec![Role { name: "employee", site: None }],
            is_woman: named.is_woman,
        });
        self.world.people.len() - 1
    }

    /// Gives somebody an earlier post, in another site or another department, from which they moved in the story.
    fn send_elsewhere_first(&mut self, posts: &mut Vec<Post>, trade: Trade) {
        let now = posts[0].clone();
        let known = now.from.date().max(self.begins_on);
        let since = self.ends_on.duration_since(known).as_hours() / 24;
        if since < 120 {
            return;
        }
        let sites = self.world.sites.len();
        let site = if sites > 1 && self.chance.percent(60) { self.chance.index(sites) } else { now.site };
        let former = if site == now.site { TRADES[1 + self.chance.index(TRADES.len() - 1)] } else { trade };
        let department = self.department(site, former);
        if department == now.department || former == Trade::Management {
            return;
        }
        let moved_on = days_after(known, self.chance.between(45, since - 45));
        let job_title = self.chance.pick(former.craft().titles);
        posts.insert(0, Post { from: now.from, site, department, team: None, job_title });
        posts[1].from = moved_on.into();
    }

    fn add_leavers(&mut self, site: usize, leavers: usize, stayed: usize) {
        let shares: Vec<u64> = TRADES.iter().map(|trade| trade.craft().share).collect();
        for _ in 0..leavers {
            let trade = TRADES[1 + self.chance.weighted(&shares[1..])];
            let department = self.department(site, trade);
            let is_head = |person: &Person| {
                person.post().department == department && person.post().job_title == trade.craft().head
            };
            let is_boss = |person: &Person| person.roles.contains(&Role { name: "site_manager", site: Some(site) });
            let people = &self.world.people[..stayed];
            let manager = people.iter().position(is_head).or_else(|| people.iter().position(is_boss));
            let title = self.chance.pick(trade.craft().titles);
            let hired = self.hire(Opening { site, trade, team: None, title, manager, leads: false });
            let last_post = self.world.people[hired].post().from.date().max(self.begins_on);
            let worked = (self.ends_on.duration_since(last_post).as_hours() / 24).max(0);
            let left_on = days_after(last_post, self.chance.between(worked.min(20), worked) + 1);
            self.world.people[hired].left_on = Some(left_on.into());
        }
    }

    fn address(&mut self, named: &Named) -> String {
        let stem = format!("{}.{}", plain_letters(&named.given), plain_letters(&named.family));
        let mut address = format!("{stem}@marivela.example");
        let mut number = 2;
        while !self.addresses.insert(address.clone()) {
            address = format!("{stem}{number}@marivela.example");
            number += 1;
        }
        address
    }

    /// Only now that nobody is looked for by their English title any more: each title in the language of its house.
    fn print_badges(&mut self) {
        for person in &mut self.world.people {
            for post in &mut person.posts {
                post.job_title = said_in(hotel(post.site).languages[0], post.job_title, person.is_woman);
            }
        }
    }

    /// Employee numbers grow with the day of entry, with gaps, as in any company.
    fn number_everybody(&mut self) {
        let mut order: Vec<usize> = (0..self.world.people.len()).collect();
        order.sort_by_key(|person| (self.world.people[*person].started_on, *person));
        let mut number = 1_000;
        for person in order {
            number += self.chance.between(1, 5);
            self.world.people[person].employee_number = number.to_string();
        }
    }
}

/// Shares `total` by weights, at least `least` each, by largest remainder; the sum is `total` where that allows it.
fn share_out(total: usize, weights: &[u64], least: usize) -> Vec<usize> {
    let sum = weights.iter().sum::<u64>().max(1) as usize;
    let rest = total.saturating_sub(least * weights.len());
    let mut parts: Vec<usize> = weights.iter().map(|weight| least + rest * *weight as usize / sum).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(rest * weights[*at] as usize % sum), *at));
    let missing = total.saturating_sub(parts.iter().sum());
    for at in order.into_iter().cycle().take(missing) {
        parts[at] += 1;
    }
    parts
}
