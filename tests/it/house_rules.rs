//! The rules of the house that no compiler keeps: which room may know which, and where SQL lives.

use std::path::{Path, PathBuf};

/// The floors as the crate itself lists them: `// 1 the cellar …` and the modules below it.
const LIB: &str = include_str!("../../src/lib.rs");
/// On these nobody knows a neighbour: mail and web in the hall, the rooms among each other.
const CLOSED: [usize; 2] = [3, 4];

/// The floor of a module, counted from 1.
fn floor_of(module: &str) -> Option<usize> {
    let mut floor = 0;
    for line in LIB.lines() {
        if let Some(number) = line.strip_prefix("// ").and_then(|rest| rest.split(' ').next()?.parse().ok()) {
            floor = number;
        }
        if line.strip_prefix("pub mod ").is_some_and(|rest| rest.trim_end_matches(';') == module) {
            return Some(floor);
        }
    }
    None
}

/// The modules of this crate that a text names, by `use` or in the middle of a line. Comments name what they like.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            None => found.push(word(part)),
            Some(list) => {
                let mut depth = 0;
                let end = list.find(|c| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    depth < 0
                });
                let mut depth = 0;
                let names = list[..end.unwrap_or(list.len())].split(|c: char| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    c == ',' && depth == 0
                });
                found.extend(names.map(|name| word(name.trim())));
            }
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// What a module must not name, as sentences.
fn upward(module: &str, text: &str) -> Vec<String> {
    let floor = floor_of(module).unwrap_or_else(|| panic!("{module} stands on no floor of lib.rs"));
    let names = named(text).into_iter().filter(|name| name != module);
    let wrong = |name: &String| match floor_of(name) {
        Some(other) => other > floor || (other == floor && CLOSED.contains(&floor)),
        None => false, // a macro or an item of lib.rs
    };
    names.filter(wrong).map(|name| format!("{module} names {name}")).collect()
}

/// Every source file with the module it belongs to.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("lib.rs") {
                let inside = path.strip_prefix(&root).unwrap().to_owned();
                let first = inside.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((first.trim_end_matches(".rs").to_owned(), inside, text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 100, "{}", found.len());
    found
}

#[test]
fn arrows_point_down_and_rooms_do_not_know_each_other() {
    let wrong: Vec<_> = sources()
        .iter()
        .filter(|(module, ..)| module != "main" && !module.ends_with("_tests"))
        .flat_map(|(module, path, text)| {
            upward(module, text).into_iter().map(|wrong| format!("{}: {wrong}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_crate_lists_five_floors_and_every_module_stands_on_one() {
    let modules: Vec<_> = LIB.lines().filter_map(|line| line.strip_prefix("pub mod ")).collect();
    let floors: Vec<_> = modules.iter().map(|module| floor_of(module.trim_end_matches(';')).unwrap()).collect();
    assert!(floors.is_sorted() && floors.first() == Some(&1) && floors.last() == Some(&5), "{floors:?}");
    assert_eq!(["db", "people", "web", "praise", "routes"].map(floor_of), [1, 2, 3, 4, 5].map(Some));
}

#[test]
fn an_arrow_that_points_up_or_aside_is_found_in_every_dress() {
    for (module, text, wrong) in [
        ("db", "use crate::people::Person;", "db names people"),
        ("db", "use crate::{ids, clock::{Day, Moment}, web::{self, Page}};", "db names web"),
        ("people", "fn x() { crate::praise::store::find() }", "people names praise"),
        ("people", "pub(crate) use crate::routes;", "people names routes"),
        ("mail", "use crate::web::Page;", "mail names web"),
        ("web", "use crate::{\n    app::App,\n    mail::outbox,\n};", "web names mail"),
        ("praise", "use crate::conversations::store;", "praise names conversations"),
        ("account", "let x = <crate::server::Y as Z>::w();", "account names server"),
    ] {
        assert_eq!(upward(module, text), [wrong], "{text}");
    }
    for (module, text) in [
        ("praise", "use crate::{app::App, people::{person, role}, web::Page, mail::outbox};"),
        ("routes", "use crate::praise::pages; use crate::server;"),
        ("db", "use crate::ids::PersonId; // crate::web comes later"),
        ("praise", "use crate::praise::note::Note;"),
    ] {
        assert!(upward(module, text).is_empty(), "{text}: {:?}", upward(module, text));
    }
}

/// Lines that hold SQL or a query outside a store; deriving a row from a table is none.
fn queries(text: &str) -> Vec<&str> {
    let text = text.split("#[cfg(test)]").next().unwrap_or("");
    let is_query = |line: &&str| {
        let code = line.split("//").next().unwrap_or("").trim();
        let derives = code.starts_with("#[") || code.contains("diesel::Queryable") || code.contains("AsExpression");
        code.contains("diesel::prelude") && !code.contains("Queryable") && queries_follow(text)
            || !derives
                && ["sql_query", ".load(conn", ".execute(conn", ".get_result(conn", ".first(conn", "insert_into("]
                    .iter()
                    .any(|mark| code.contains(mark))
    };
    text.lines().filter(is_query).collect()
}

/// The prelude is needed for derives alone too; with a table in hand it is a query.
fn queries_follow(text: &str) -> bool {
    text.contains("::table.") || text.contains("::table)")
}

#[test]
fn sql_lives_in_stores_and_nowhere_else() {
    let wrong: Vec<_> = sources()
        .iter()
        .filter(|(module, path, _)| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let is_test = name.contains("tests") || path.components().any(|part| part.as_os_str() == "tests");
            module != "db" && !name.ends_with("store.rs") && !is_test
        })
        .flat_map(|(_, path, text)| {
            queries(text).into_iter().map(|line| format!("{}: {}", path.display(), line.trim())).collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(queries("fn x() { note::table.find(id).first(conn) }").len(), 1);
    assert!(queries("#[derive(Queryable)]\nstruct Row;").is_empty());
}

#[test]
fn nobody_asks_what_a_client_says_about_our_own_address() {
    for (_, path, text) in sources() {
        assert!(!text.contains("connection_info("), "{} asks connection_info: see HB11", path.display());
    }
}

#[test]
fn the_clock_and_the_keys_are_made_here_and_not_by_the_database() {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut read = 0;
    for engine in ["sqlite", "postgres"] {
        for entry in std::fs::read_dir(migrations.join(engine)).unwrap() {
            let path = entry.unwrap().path().join("up.sql");
            let Ok(sql) = std::fs::read_to_string(&path) else { continue };
            let sql = sql.to_uppercase();
            for made in ["CURRENT_TIMESTAMP", "NOW()", "SERIAL", "AUTOINCREMENT", "GEN_RANDOM_UUID", "GENERATED"] {
                assert!(!sql.contains(made), "{} lets the database make {made}", path.display());
            }
            read += 1;
        }
    }
    assert!(read >= 2);
}
