//! The directory as it is, all of it, for holding a file against.

use std::collections::{HashMap, HashSet};

use crate::clock::{Day, Moment};
use crate::fold::fold;
use crate::ids::{DepartmentId, PersonId, SiteId, TeamId};
use crate::people::person::Person;
use crate::people::role::Grant;
use crate::people::site::{Department, Site, Team};

/// The directory at one moment.
pub struct Roster {
    /// The directory's number: a plan made on this roster holds only while it stays.
    pub number: i64,
    /// The moment.
    pub now: Moment,
    /// Every site.
    pub sites: Vec<Site>,
    /// The site of every slug there is and was, and of every name that only one site has (folded).
    pub site_by_word: HashMap<String, SiteId>,
    /// Departments by site and folded name.
    pub departments: HashMap<(SiteId, String), Department>,
    /// Teams by department and folded name.
    pub teams: HashMap<(DepartmentId, String), Team>,
    /// Everybody, leavers too.
    pub people: HashMap<PersonId, Person>,
    /// Keys by folded employee number.
    pub by_number: HashMap<String, PersonId>,
    /// Roles beyond employee.
    pub grants: HashMap<PersonId, Vec<Grant>>,
    /// Who still owes an answer, and so cannot leave yet.
    pub owing: HashSet<PersonId>,
    days: HashMap<SiteId, Day>,
}

/// What a roster is made of.
pub struct Parts {
    pub sites: Vec<Site>,
    pub slugs: Vec<(String, SiteId)>,
    pub departments: Vec<Department>,
    pub teams: Vec<Team>,
    pub people: Vec<Person>,
    pub grants: Vec<(PersonId, Grant)>,
    pub owing: HashSet<PersonId>,
}

impl Roster {
    /// Puts the parts together; `number` must have been read before all of them.
    pub fn new(number: i64, now: Moment, parts: Parts) -> Roster {
        let Parts { sites, slugs, departments, teams, people, grants: held, owing } = parts;
        let mut grants: HashMap<PersonId, Vec<Grant>> = HashMap::new();
        for (id, grant) in held {
            grants.entry(id).or_default().push(grant);
        }
        Roster {
            number,
            now,
            site_by_word: words(&sites, slugs),
            days: sites.iter().map(|site| (site.id, site.today(now))).collect(),
            sites,
            departments: departments.into_iter().map(|one| ((one.site_id, one.name_fold.clone()), one)).collect(),
            teams: teams.into_iter().map(|one| ((one.department_id, one.name_fold.clone()), one)).collect(),
            by_number: people.iter().map(|person| (person.number_fold.clone(), person.id)).collect(),
            people: people.into_iter().map(|person| (person.id, person)).collect(),
            grants,
            owing,
        }
    }

    /// A site by a slug of its own, now or earlier, or by its name.
    pub fn site(&self, word: &str) -> Option<SiteId> {
        self.site_by_word.get(word).or_else(|| self.site_by_word.get(&fold(word))).copied()
    }

    /// The day it is at a site.
    pub fn today(&self, site: SiteId) -> Day {
        self.days.get(&site).copied().unwrap_or_else(|| self.now.utc_day())
    }

    /// The department of a name, or of the slug of one.
    pub fn department(&self, site: SiteId, word: &str) -> Option<DepartmentId> {
        let named = self.departments.get(&(site, fold(word))).map(|department| department.id);
        let of_slug = || {
            let mut of_site = self.departments.values().filter(|department| department.site_id == site);
            of_site.find(|department| crate::text::slug(&department.name) == word).map(|department| department.id)
        };
        named.or_else(of_slug)
    }

    /// The roles of somebody.
    pub fn grants_of(&self, id: PersonId) -> &[Grant] {
        self.grants.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether somebody may do what HR may not.
    pub fn is_beyond_hr(&self, id: PersonId) -> bool {
        self.grants_of(id).iter().any(|grant| grant.role.is_beyond_hr())
    }

    /// The team of a name.
    pub fn team(&self, department: DepartmentId, name: &str) -> Option<TeamId> {
        self.teams.get(&(department, fold(name))).map(|team| team.id)
    }
}

/// Names come after slugs, and a name that two sites share means neither.
pub(super) fn words(sites: &[Site], slugs: Vec<(String, SiteId)>) -> HashMap<String, SiteId> {
    let mut names: HashMap<&str, SiteId> = HashMap::new();
    let mut shared: HashSet<&str> = HashSet::new();
    for site in sites {
        if names.insert(&site.name_fold, site.id).is_some() {
            shared.insert(&site.name_fold);
        }
    }
    let names = names.into_iter().filter(|(name, _)| !shared.contains(name));
    let mut words: HashMap<String, SiteId> = names.map(|(name, id)| (name.to_owned(), id)).collect();
    words.extend(slugs);
    words
}
