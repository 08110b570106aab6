//! Who is told of.

use proptest::prelude::*;
use uuid::Uuid;

use crate::insights::remainder::shown_beside;

fn parts(people: &[usize]) -> Vec<(Uuid, usize)> {
    people.iter().enumerate().map(|(at, people)| (Uuid::from_u128(at as u128), *people)).collect()
}

fn told(whole: usize, people: &[usize]) -> Vec<usize> {
    let shown = shown_beside(whole, parts(people), 5);
    (0..people.len()).filter(|at| shown.contains(&Uuid::from_u128(*at as u128))).map(|at| people[at]).collect()
}

#[test]
fn neither_a_unit_nor_what_is_left_is_a_few_people() {
    assert_eq!(told(12, &[5, 7]), [5, 7]);
    assert_eq!(told(6, &[5]), [0usize; 0], "the sixth would be told by what is left");
    assert_eq!(told(10, &[5]), [5]);
    assert_eq!(told(14, &[5, 6, 3]), [6], "with the three of the last one, the five are a group");
    assert_eq!(told(4, &[4]), [0usize; 0]);
    assert_eq!(told(0, &[]), [0usize; 0]);
}

proptest! {
    #[test]
    fn whatever_a_house_looks_like(people in prop::collection::vec(0usize..12, 0..9), elsewhere in 0usize..9) {
        let whole = people.iter().sum::<usize>() + elsewhere;
        let told = told(whole, &people);
        let left = whole - told.iter().sum::<usize>();
        prop_assert!(told.iter().all(|people| *people >= 5));
        prop_assert!(told.is_empty() || left == 0 || left >= 5, "{left} left of {whole}");
    }
}
