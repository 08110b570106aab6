//! The one tree on which a survey is reported: organisation, sites, departments, teams. No HTTP, no SQL.
//!
//! One tree and never two: of groups that lie inside each other, only the remainders can be found out by subtraction, and
//! those are looked after (mask.rs). Of groups that cross, far more can.

use uuid::Uuid;

/// A group of people, and the group it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stands for the group in every survey: of two groups of one size, its order decides which one is hidden.
    pub id: Uuid,
    /// The place of the group around it in the list. None: the whole organisation.
    pub parent: Option<usize>,
}

/// The groups do not make one tree: two wholes or none, a circle, a parent that is not there, or a key that is there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the groups of the survey do not make one tree")]
pub struct NotATree;

/// Groups inside groups, known by their place in the list they came in.
#[derive(Clone, Debug)]
pub struct Tree {
    groups: Vec<Group>,
    /// Every group after the one around it.
    downwards: Vec<usize>,
    depths: Vec<usize>,
}

impl Tree {
    /// The groups in any order.
    pub fn new(groups: Vec<Group>) -> Result<Tree, NotATree> {
        let mut inside: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
        let mut downwards = Vec::with_capacity(groups.len());
        for (at, group) in groups.iter().enumerate() {
            match group.parent {
                None => downwards.push(at),
                Some(parent) => inside.get_mut(parent).ok_or(NotATree)?.push(at),
            }
        }
        if downwards.len() != 1 {
            return Err(NotATree);
        }
        let mut depths = vec![0; groups.len()];
        let mut next = 0;
        while let Some(&around) = downwards.get(next) {
            for &at in &inside[around] {
                depths[at] = depths[around] + 1;
            }
            downwards.append(&mut inside[around]);
            next += 1;
        }
        let mut ids: Vec<Uuid> = groups.iter().map(|group| group.id).collect();
        ids.sort();
        ids.dedup();
        // Whoever is in a circle is never reached from the whole.
        let is_tree = downwards.len() == groups.len() && ids.len() == groups.len();
        if is_tree { Ok(Tree { groups, downwards, depths }) } else { Err(NotATree) }
    }

    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Never: there is the whole organisation at least.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The whole organisation.
    pub fn whole(&self) -> usize {
        self.downwards[0]
    }

    pub fn id(&self, at: usize) -> Uuid {
        self.groups[at].id
    }

    pub fn parent(&self, at: usize) -> Option<usize> {
        self.groups[at].parent
    }

    /// How many groups lie around this one.
    pub fn depth(&self, at: usize) -> usize {
        self.depths[at]
    }

    /// Every group after the one around it.
    pub(super) fn downwards(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.downwards.iter().copied()
    }

    /// For each group the nearest that is among `chosen`, itself or one around it.
    pub(super) fn nearest(&self, chosen: &[bool]) -> Vec<Option<usize>> {
        let mut nearest = vec![None; self.len()];
        for at in self.downwards() {
            nearest[at] = if chosen[at] { Some(at) } else { self.parent(at).and_then(|around| nearest[around]) };
        }
        nearest
    }

    /// Each group with all that lie inside it, from what belongs to each group alone.
    pub(super) fn totals<T: Clone>(&self, own: &[T], add: impl Fn(&mut T, &T)) -> Vec<T> {
        let mut totals = own.to_vec();
        for at in self.downwards().rev() {
            if let Some(around) = self.parent(at) {
                let part = totals[at].clone();
                add(&mut totals[around], &part);
            }
        }
        totals
    }
}
