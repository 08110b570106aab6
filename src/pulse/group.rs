//! The tree on which results are released: organisation, sites, departments, teams, as they are on the day of the launch.
//! No SQL here.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel::prelude::*;

use crate::db::schema::pulse_group;
use crate::ids::{DepartmentId, GroupId, PersonId, PulseId, SiteId, TeamId};
use crate::people::person::Person;
use crate::people::site::{Department, Site, Team, Unit};

/// What a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// All of it: the root.
    Organisation,
    /// A site, perhaps within another.
    Site,
    /// A department of a site.
    Department,
    /// A team of a department.
    Team,
}

impl GroupKind {
    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            GroupKind::Organisation => "organisation",
            GroupKind::Site => "site",
            GroupKind::Department => "department",
            GroupKind::Team => "team",
        }
    }
}

/// A group as its row has it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_group, treat_none_as_default_value = false)]
pub struct Group {
    /// Its key. Random.
    pub id: GroupId,
    /// Of which survey.
    pub pulse_id: PulseId,
    /// The group it is part of; none for the organisation.
    pub parent_id: Option<GroupId>,
    /// See [`GroupKind`].
    pub kind: String,
    /// What it was called.
    pub name: String,
    /// The site that it is, or is part of.
    pub site_id: Option<SiteId>,
    /// The department that it is, or is part of.
    pub department_id: Option<DepartmentId>,
    /// The team that it is.
    pub team_id: Option<TeamId>,
    /// How many of those who are asked are attached here, and not further down.
    pub headcount: i32,
    /// How many of them answer on paper.
    pub slips: i32,
}

impl Group {
    /// Whether it is of a kind.
    pub fn is(&self, kind: GroupKind) -> bool {
        self.kind == kind.name()
    }
}

/// The units of the house, for growing a tree.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// All sites.
    pub sites: Vec<Site>,
    /// All departments.
    pub departments: Vec<Department>,
    /// All teams.
    pub teams: Vec<Team>,
}

/// A tree, and where in it everybody is attached.
#[derive(Clone, Debug)]
pub struct Grown {
    /// Parents stand before their parts.
    pub groups: Vec<Group>,
    /// The group of each person.
    pub places: HashMap<PersonId, GroupId>,
}

/// Grows the tree for those who are asked: units of which nobody is asked are not in it. `on_paper` says who answers with
/// a slip.
pub fn grow(
    pulse_id: PulseId,
    organisation: &str,
    units: &Units,
    people: &[Person],
    on_paper: impl Fn(&Person) -> bool,
) -> Grown {
    let mut tree = Growing { pulse_id, units, groups: Vec::new(), known: HashMap::new() };
    tree.add(None, GroupKind::Organisation, organisation, Branch::default());
    let mut places = HashMap::new();
    for person in people {
        let at = tree.place(person.unit());
        let group = &mut tree.groups[at];
        group.headcount += 1;
        group.slips += i32::from(on_paper(person));
        places.insert(person.id, group.id);
    }
    Grown { groups: tree.groups, places }
}

/// What a group stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Branch {
    site: Option<SiteId>,
    department: Option<DepartmentId>,
    team: Option<TeamId>,
}

struct Growing<'u> {
    pulse_id: PulseId,
    units: &'u Units,
    groups: Vec<Group>,
    known: HashMap<Branch, usize>,
}

impl Growing<'_> {
    /// The most specific group of a unit; made with all above it if nobody was there yet.
    fn place(&mut self, unit: Unit) -> usize {
        let site = self.site(unit.site_id, &mut BTreeSet::new());
        let units = self.units;
        let Some(department) = unit.department_id.and_then(|id| units.departments.iter().find(|one| one.id == id))
        else {
            return site;
        };
        let branch = Branch { site: Some(unit.site_id), department: Some(department.id), team: None };
        let department = self.add(Some(site), GroupKind::Department, &department.name, branch);
        let Some(team) = unit.team_id.and_then(|id| units.teams.iter().find(|one| one.id == id)) else {
            return department;
        };
        self.add(Some(department), GroupKind::Team, &team.name, Branch { team: Some(team.id), ..branch })
    }

    fn site(&mut self, id: SiteId, seen: &mut BTreeSet<SiteId>) -> usize {
        let units = self.units;
        // A circle of sites cannot be entered; should there be one, it ends at the organisation.
        let Some(site) = units.sites.iter().find(|site| site.id == id).filter(|_| seen.insert(id)) else { return 0 };
        let branch = Branch { site: Some(id), ..Branch::default() };
        if let Some(at) = self.known.get(&branch) {
            return *at;
        }
        let parent = site.parent_id.map_or(0, |parent| self.site(parent, seen));
        self.add(Some(parent), GroupKind::Site, &site.name, branch)
    }

    fn add(&mut self, parent: Option<usize>, kind: GroupKind, name: &str, branch: Branch) -> usize {
        if let Some(at) = self.known.get(&branch) {
            return *at;
        }
        self.groups.push(Group {
            id: GroupId::random(),
            pulse_id: self.pulse_id,
            parent_id: parent.map(|at| self.groups[at].id),
            kind: kind.name().to_owned(),
            name: name.to_owned(),
            site_id: branch.site,
            department_id: branch.department,
            team_id: branch.team,
            headcount: 0,
            slips: 0,
        });
        self.known.insert(branch, self.groups.len() - 1);
        self.groups.len() - 1
    }
}

/// A group with everything below it, of groups whose parents stand before their parts.
pub fn within(groups: &[Group], top: GroupId) -> HashSet<GroupId> {
    let mut inside = HashSet::from([top]);
    for group in groups {
        if group.parent_id.is_some_and(|parent| inside.contains(&parent)) {
            inside.insert(group.id);
        }
    }
    inside
}

/// Whom a survey asks; an empty list of places: everybody, whatever they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Whole sites.
    pub sites: Vec<SiteId>,
    /// Departments of other sites.
    pub departments: Vec<DepartmentId>,
    /// Only those who do one of these jobs; empty: all.
    pub job_titles: Vec<String>,
}

impl Audience {
    /// Whether somebody is asked.
    pub fn holds(&self, person: &Person) -> bool {
        let is_everywhere = self.sites.is_empty() && self.departments.is_empty();
        let is_there = self.sites.contains(&person.site_id)
            || person.department_id.is_some_and(|id| self.departments.contains(&id));
        (is_everywhere || is_there) && (self.job_titles.is_empty() || self.job_titles.contains(&person.job_title))
    }
}
