mod an16;
mod an16_small_houses;
mod mask;
mod quality;
mod release;
mod reliability;
mod score;

use proptest::prelude::*;
use uuid::Uuid;

use super::release::{Answer, Cell, Snapshot, Threshold, snapshot};
use super::score::{Instrument, Item, Scale};
use super::tree::{Group, Tree};

/// How many random surveys a rule is tried on: more in `scripts/test slow`.
fn rounds() -> ProptestConfig {
    ProptestConfig::with_cases(if std::env::var_os("PEOPLEWORTHY_TEST_SLOW").is_some() { 10_000 } else { 256 })
}

/// Five items of engagement, three of the team's climate, and one recommendation.
fn pulse() -> Instrument {
    let mut items = vec![Item::Agree; 8];
    items.push(Item::Recommend);
    let scales = vec![Scale { items: (0..5).collect(), at_least: 4 }, Scale { items: (5..8).collect(), at_least: 3 }];
    Instrument { items, scales }
}

/// A survey that has closed.
#[derive(Clone, Debug)]
struct Survey {
    groups: Vec<Group>,
    answers: Vec<Answer>,
    asked: Vec<u32>,
    k: u32,
}

impl Survey {
    fn tree(&self) -> Tree {
        Tree::new(self.groups.clone()).unwrap()
    }

    fn snapshot(&self) -> Snapshot {
        snapshot(&pulse(), &self.tree(), &self.answers, &self.asked, Threshold::new(self.k))
    }

    /// Groups as `(parent, people who all answer the same, people who do not answer)`.
    fn of(groups: &[(Option<usize>, usize, u32)]) -> Survey {
        let group = |(at, (parent, ..)): (usize, &(Option<usize>, usize, u32))| Group {
            id: Uuid::from_u128(at as u128),
            parent: *parent,
        };
        let answer = |(at, (_, answered, _)): (usize, &(Option<usize>, usize, u32))| {
            (0..*answered).map(move |n| Answer { group: at, items: all(if n % 2 == 0 { 4 } else { 2 }) })
        };
        Survey {
            groups: groups.iter().enumerate().map(group).collect(),
            answers: groups.iter().enumerate().flat_map(answer).collect(),
            asked: groups.iter().map(|(_, answered, silent)| *answered as u32 + silent).collect(),
            k: 5,
        }
    }
}

/// The same answer to every item.
fn all(answer: u8) -> Vec<Option<u8>> {
    vec![Some(answer); 9]
}

fn shown(snapshot: &Snapshot) -> Vec<usize> {
    (0..snapshot.cells.len()).filter(|at| snapshot.cells[*at].is_some()).collect()
}

fn cell(snapshot: &Snapshot, at: usize) -> &Cell {
    snapshot.cells[at].as_ref().unwrap()
}

/// Surveys of every shape: deep and flat trees, groups around the threshold, items left out, and much agreement.
fn surveys(most_groups: usize, most_answers: usize) -> impl Strategy<Value = Survey> {
    let agree = prop_oneof![5 => Just(Some(4)), 4 => (0_u8..=6).prop_map(Some), 1 => Just(None)];
    let recommend = prop_oneof![5 => Just(Some(9)), 3 => (0_u8..=11).prop_map(Some), 4 => Just(None)];
    let items = (prop::collection::vec(agree, 8), recommend).prop_map(|(mut items, last)| {
        items.push(last);
        items
    });
    let answers = prop::collection::vec((any::<prop::sample::Index>(), items), 0..=most_answers);
    let groups = prop::collection::vec((any::<prop::sample::Index>(), any::<u128>(), 0_u32..4), 1..=most_groups);
    (groups, answers, 5_u32..9).prop_map(|(groups, answers, k)| {
        let parent = |at: usize, pick: &prop::sample::Index| (at > 0).then(|| pick.index(at));
        let answers: Vec<Answer> =
            answers.into_iter().map(|(pick, items)| Answer { group: pick.index(groups.len()), items }).collect();
        let answered = |at: usize| answers.iter().filter(|answer| answer.group == at).count() as u32;
        Survey {
            asked: groups.iter().enumerate().map(|(at, (.., silent))| answered(at) + silent).collect(),
            groups: (groups.iter().enumerate())
                .map(|(at, (pick, id, _))| Group { id: Uuid::from_u128(*id), parent: parent(at, pick) })
                .collect(),
            answers,
            k,
        }
    })
}
