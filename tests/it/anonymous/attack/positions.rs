//! Where in a file values first stand.

use std::collections::HashMap;

/// The first place of each value that the content holds. Values have at least two bytes.
pub fn first_places<'v>(content: &[u8], values: &'v [Vec<u8>]) -> HashMap<&'v Vec<u8>, usize> {
    let beginning = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    let mut begins: Vec<Vec<&Vec<u8>>> = vec![Vec::new(); 1 << 16];
    for value in values {
        begins[beginning(value)].push(value);
    }
    let mut found = HashMap::new();
    for (place, pair) in content.windows(2).enumerate() {
        for value in &begins[beginning(pair)] {
            if content[place..].starts_with(value) {
                found.entry(*value).or_insert(place);
            }
        }
    }
    found
}

/// The values as a backup spells them; it is the lower half of the alphabet on one engine and the upper one on the other.
pub fn in_hexadecimal(values: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let hex = |value: &Vec<u8>| value.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    values.iter().flat_map(|value| [hex(value).into_bytes(), hex(value).to_uppercase().into_bytes()]).collect()
}

#[test]
fn values_are_found_where_they_first_stand() {
    let values = vec![b"bc".to_vec(), b"cd".to_vec(), b"xy".to_vec()];
    let found = first_places(b"abcdbcd", &values);
    assert_eq!((found.get(&values[0]), found.get(&values[1]), found.get(&values[2])), (Some(&1), Some(&2), None));
    assert_eq!(in_hexadecimal(&[vec![0xab, 1]]), [b"ab01".to_vec(), b"AB01".to_vec()]);
}
