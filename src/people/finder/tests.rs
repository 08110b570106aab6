use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// A small hotel. The keys count up in the order of the list.
fn hotel() -> (Index, Vec<(&'static str, PersonId)>) {
    let staff = [
        ("Robert", "Miller", "Receptionist, Front office"),
        ("Maria", "Schmidt", "Room attendant, Housekeeping"),
        ("Marina", "Kowalska", "Waiter, Restaurant"),
        ("José", "García Márquez", "Chef de rang, Restaurant"),
        ("Дмитрий", "Соколов", "Night porter, Front office"),
        ("Γιώργος", "Παπαδόπουλος", "Barkeeper, Bar"),
        ("محمد", "الأحمد", "Engineer, Technical services"),
        ("Jürgen", "Müller", "Nachtportier, Empfang"),
        ("Magdalena", "Żółć", "Spa therapist, Spa"),
        ("太郎", "田中", "Concierge, Front office"),
        ("Anna-Maria", "O'Brien", "Duty manager, Front office"),
        ("Екатерина", "Иванова", "Housekeeping"),
        ("Alexander", "Porter", "Gardener, Grounds"),
        ("Łukasz", "Nowak", "Bellboy, Front office"),
        ("राजेश", "शर्मा", "Chef, Kitchen"),
        ("İbrahim", "Yıldırım", "Valet"),
        ("김", "민준", "Sommelier, Restaurant"),
        ("Þór", "Ægisson", "Pool attendant"),
    ];
    let mut keys = Vec::new();
    let mut candidates = Vec::new();
    for (first, family, role) in staff {
        let id = PersonId::random();
        keys.push((first, id));
        let names = vec![first.to_owned(), family.to_owned(), format!("{first} {family}")];
        let aliases = if first == "Magdalena" { vec!["the spa angel".to_owned()] } else { Vec::new() };
        candidates.push(Candidate { id, names, aliases, role: role.to_owned() });
    }
    (Index::build(candidates), keys)
}

/// First names found, best first, and why.
fn found(query: &str) -> Vec<(&'static str, Reason)> {
    let (index, keys) = hotel();
    let name = |id: PersonId| keys.iter().find(|(_, key)| *key == id).unwrap().0;
    index.find(query, 10).iter().map(|found| (name(found.id), found.reason)).collect()
}

#[track_caller]
fn first(query: &str, name: &str, reason: Reason) {
    assert_eq!(found(query).first(), Some(&(name, reason)), "{query}: {:?}", found(query));
}

#[test]
fn part_of_any_name_in_any_order_finds_its_person() {
    first("Robert", "Robert", Reason::Exact);
    first("miller", "Robert", Reason::Exact);
    first("Miller Robert", "Robert", Reason::Exact);
    first("Robert Miller", "Robert", Reason::Exact);
    first("MARQUEZ", "José", Reason::Exact);
    first("schm", "Maria", Reason::Prefix);
    first("Mr. R. Miller", "Robert", Reason::Exact);
    first("dalena", "Magdalena", Reason::Part);
    first("annamaria", "Anna-Maria", Reason::Exact);
    first("anna maria", "Anna-Maria", Reason::Exact);
    first("obrien", "Anna-Maria", Reason::Exact);
    first("O’Brien", "Anna-Maria", Reason::Exact);
    first("robertmiller", "Robert", Reason::Exact);
}

#[test]
fn of_two_words_one_that_is_right_is_enough_but_both_are_better() {
    let both = found("Maria Miller");
    assert_eq!(
        both.iter().take(3).map(|(name, _)| *name).collect::<BTreeSet<_>>(),
        BTreeSet::from(["Maria", "Robert", "Anna-Maria"])
    );
    first("Schmidt, Maria", "Maria", Reason::Exact);
    assert_eq!(found("Maria Schmidt").first(), Some(&("Maria", Reason::Exact)));
}

#[test]
fn case_and_accents_do_not_matter() {
    first("JOSE", "José", Reason::Exact);
    first("lukasz", "Łukasz", Reason::Exact);
    first("zolc", "Magdalena", Reason::Exact);
    first("ibrahim", "İbrahim", Reason::Exact);
    first("YILDIRIM", "İbrahim", Reason::Exact);
    first("thor", "Þór", Reason::Exact);
    first("Mueller", "Jürgen", Reason::Exact);
    first("Muller", "Jürgen", Reason::Exact);
    first("ΓΙΩΡΓΟΣ", "Γιώργος", Reason::Exact);
    first("مُحَمَّد", "محمد", Reason::Exact);
    first("الاحمد", "محمد", Reason::Exact);
}

#[test]
fn one_or_two_typos_are_forgiven_also_while_typing() {
    for query in ["Magdelena", "Madgalena", "Magdarlena", "Magdalna", "Msgdalena", "Magdlaenna", "madg", "magdel"] {
        first(query, "Magdalena", Reason::Typo);
    }
    first("Robret Mlier", "Robert", Reason::Typo);
    first("alxe", "Alexander", Reason::Typo);
    first("Дмирий", "Дмитрий", Reason::Typo);
    first("राजश", "राजेश", Reason::Typo);
}

#[test]
fn another_script_finds_the_same_name() {
    first("Dmitri", "Дмитрий", Reason::Sound);
    first("Dmitry Sokolov", "Дмитрий", Reason::Sound);
    first("Giorgos", "Γιώργος", Reason::Sound);
    first("Papadopoulos", "Γιώργος", Reason::Sound);
    first("Rajesh", "राजेश", Reason::Sound);
    first("Ekatarina", "Екатерина", Reason::Typo);
    first("Роберт", "Robert", Reason::Sound);
}

#[test]
fn nicknames_find_their_names() {
    first("Bob", "Robert", Reason::Nickname);
    first("Bobby Miller", "Robert", Reason::Exact);
    first("Pepe", "José", Reason::Nickname);
    first("Sascha", "Alexander", Reason::Nickname);
    first("Leni", "Magdalena", Reason::Nickname);
    first("Katya", "Екатерина", Reason::Nickname);
    first("Катя", "Екатерина", Reason::Nickname);
}

#[test]
fn roles_and_learnt_spellings_find_people() {
    first("receptionist", "Robert", Reason::Role);
    first("the night porter", "Дмитрий", Reason::Role);
    first("recepcionist", "Robert", Reason::Role);
    first("Portier", "Jürgen", Reason::Role);
    first("spa angel", "Magdalena", Reason::Alias);
    assert_eq!(found("front office").len(), 5);
}

#[test]
fn a_name_stands_before_a_role_and_exact_before_prefix_before_typo() {
    let porter = found("porter");
    assert_eq!(porter[0], ("Alexander", Reason::Exact));
    assert_eq!(porter[1], ("Дмитрий", Reason::Role));
    let maria = found("Mari");
    assert_eq!(maria.iter().map(|(name, _)| *name).take(3).collect::<Vec<_>>(), ["Maria", "Marina", "Anna-Maria"]);
}

#[test]
fn signs_of_east_asia_are_found_inside_a_name() {
    first("太郎", "太郎", Reason::Exact);
    first("田", "太郎", Reason::Prefix);
    first("민준", "김", Reason::Exact);
    first("민", "김", Reason::Prefix);
    first("김민준", "김", Reason::Exact);
}

#[test]
fn those_who_cannot_be_told_apart_come_in_a_fixed_order() {
    let ids: Vec<PersonId> = (0..20).map(|_| PersonId::random()).collect();
    let people = |ids: Vec<PersonId>| {
        ids.into_iter().map(|id| Candidate {
            id,
            names: vec!["Maria".into()],
            aliases: Vec::new(),
            role: String::new(),
        })
    };
    let one = Index::build(people(ids.clone())).find("mraia", 5);
    let other = Index::build(people(ids.into_iter().rev().collect())).find("mraia", 5);
    assert_eq!(one.len(), 5);
    assert_eq!(one, other);
}

#[test]
fn what_names_nobody_gives_nobody() {
    let long = "Robert ".repeat(150_000);
    let zalgo = "\u{301}".repeat(1_000);
    for query in
        ["", "   ", "\0\u{1}\u{7f}", "🙂🎉👩‍🚀", "\u{202e}\u{200f}", "'", "-", "…", "\u{fffd}", &long, &zalgo, "xqzwvk"]
    {
        assert_eq!(found(query), [], "{:?}", query.chars().take(10).collect::<String>());
    }
    first("R\u{0}\u{202e}obert Miller", "Robert", Reason::Exact);
    first("R\u{301}\u{302}\u{303}ob\u{327}ert", "Robert", Reason::Exact);
    let (index, _) = hotel();
    assert!(index.find("Robert", 0).is_empty());
    assert!(Index::build([]).find("Robert", 3).is_empty());
    assert!(Index::build([]).is_empty());
    assert_eq!(index.len(), 18);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_text_makes_it_panic_or_score_beyond_one(query in "(\\PC|[\u{0}-\u{40}]|[а-яα-ωا-يक-ह가-힣ぁ-ん]){0,60}", name in "\\PC{0,80}") {
        let candidate = Candidate { id: PersonId::random(), names: vec![name.clone()], aliases: vec![query.clone()], role: name.clone() };
        let index = Index::build([candidate]);
        for text in [&query, &name] {
            for found in index.find(text, 5) {
                prop_assert!(found.score > 0.0 && found.score <= 1.0);
            }
        }
    }
}
