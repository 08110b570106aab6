//! How long it takes to work out what of a survey is shown: 20,000 answers to 12 items from 2,000 groups. Goal: well under a
//! second, so that closing a survey takes five with all that has to be stored.

use divan::Bencher;
use peopleworthy::pulse::release::{Answer, Threshold, snapshot};
use peopleworthy::pulse::score::{Instrument, Item, Scale};
use peopleworthy::pulse::tree::{Group, Tree};
use uuid::Uuid;

const GROUPS: usize = 2_000;
const ANSWERS: usize = 20_000;
const ITEMS: usize = 12;

fn main() {
    divan::main();
}

/// Forty sites, two hundred departments, teams; or each group inside the one before it, which is the slowest there is.
#[derive(Debug)]
enum Shape {
    House,
    Chain,
}

#[divan::bench(args = [Shape::House, Shape::Chain])]
fn a_snapshot(bencher: Bencher, shape: &Shape) {
    let mut dice: u64 = 0x5EED_CAFE_F00D_0001;
    let mut below = |n: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 11) as usize % n
    };
    let mut parent = |at: usize| match (shape, at) {
        (_, 0) => None,
        (Shape::Chain, _) => Some(at - 1),
        (_, ..=40) => Some(0),
        (_, ..=240) => Some(1 + below(40)),
        _ => Some(41 + below(200)),
    };
    let group = |at: usize| Group { id: Uuid::from_u128(at as u128), parent: parent(at) };
    let Ok(tree) = Tree::new((0..GROUPS).map(group).collect()) else { return };
    let answer = |_| {
        let group = match shape {
            Shape::House => 241 + below(GROUPS - 241),
            Shape::Chain => below(GROUPS),
        };
        let items = (0..ITEMS).map(|_| (below(50) > 0).then(|| 1 + below(5) as u8)).collect();
        Answer { group, items }
    };
    let answers: Vec<Answer> = (0..ANSWERS).map(answer).collect();
    let mut items = vec![Item::Agree; ITEMS - 1];
    items.push(Item::Recommend);
    let scales = vec![Scale { items: (0..5).collect(), at_least: 4 }, Scale { items: (5..8).collect(), at_least: 3 }];
    let instrument = Instrument { items, scales };
    let asked = vec![14; GROUPS];
    bencher.bench(|| snapshot(&instrument, &tree, &answers, &asked, Threshold::new(5)));
}
