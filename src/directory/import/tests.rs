use super::report::{Outcome, Report};
use super::*;
use crate::db::throw_away::Engine;
use crate::db::{Part, generation};
use crate::ids::{PersonId, SiteId};
use crate::people::cast_store;
use crate::people::code::{CODE_LENGTH, Code, Level, Subject};
use crate::people::finders::finder_of;
use crate::people::person::Person;
use crate::people::person_store::Wanted;
use crate::people::role::{Role, Scope};
use crate::people::{code_store, person_store, role_store, site_store};
use crate::secrets::random_code;

const SITES: &str = "name;slug;time_zone;languages;country;parent\n\
    Seaside Hotel;seaside;Europe/Lisbon;en de;pt;\n\
    Pool House;;Europe/Lisbon;;pt;seaside\n";
const PEOPLE: &str = "employee_number,given_name,family_name,preferred_name,email,job_title,site,department,team,manager_number,started_on,left_on,role\n\
    7,Amina,Okafor,,amina@hotel.example,Receptionist,seaside,Front office,Early,9,2020-02-01,,\n\
    8,Beatriz,Silva,Bea,,Night porter,seaside,Front office,,7,,,responder@seaside\n\
    9,Chidi,Eze,,,Manager,pool-house,,,,,,site_manager@seaside/front-office+admin\n";

/// The house of the cast with the two sites of this file.
struct House(cast_store::House);

impl std::ops::Deref for House {
    type Target = cast_store::House;

    fn deref(&self) -> &cast_store::House {
        &self.0
    }
}

async fn house() -> House {
    house_on(Engine::Sqlite).await
}

/// One on either engine.
async fn houses() -> Vec<House> {
    vec![house().await, house_on(Engine::Postgres).await]
}

async fn house_on(engine: Engine) -> House {
    let house = House(cast_store::House::standing_at(1_800_000_000, engine, &[]));
    assert!(!sites(&house.app, SITES.as_bytes()).await.unwrap().is_refused());
    house
}

impl House {
    async fn people(&self, file: &str) -> Report {
        people(&self.app, file.as_bytes(), false).await.unwrap()
    }

    async fn faults(&self, rows: &str) -> Vec<(u64, &'static str)> {
        let report = self.people(&format!("{}\n{rows}", PEOPLE.lines().next().unwrap())).await;
        assert!(!report.done);
        report.rows.iter().filter_map(|row| Some((row.line, row.fault.as_ref()?.key))).collect()
    }

    async fn person(&self, number: &'static str) -> Person {
        self.app.read(move |conn| person_store::find_person_by_number(conn, number)).await.unwrap().unwrap()
    }

    async fn site(&self, slug: &'static str) -> SiteId {
        self.app.read(move |conn| site_store::find_site_by_slug(conn, slug)).await.unwrap().unwrap().id
    }
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    let house = house().await;
    let first = house.people(PEOPLE).await;
    assert_eq!((first.counts.added, first.done), (3, true), "{first}");
    let roles = house.app.read(role_store::list_all_grants).await.unwrap();
    assert_eq!(roles.len(), 3);
    assert!(roles.iter().any(|(_, grant)| grant.role == Role::SiteManager && grant.department_id.is_some()));
    let before = house.app.read(|conn| generation::find(conn, "directory")).await.unwrap();
    let second = house.people(PEOPLE).await;
    assert_eq!((second.counts.same, second.changes_anything()), (3, false), "{second}");
    assert!(!sites(&house.app, SITES.as_bytes()).await.unwrap().changes_anything());
    assert_eq!(house.app.read(|conn| generation::find(conn, "directory")).await.unwrap(), before);
}

#[tokio::test]
async fn a_dry_run_says_all_and_changes_nothing() {
    let house = house().await;
    let report = people(&house.app, PEOPLE.as_bytes(), true).await.unwrap();
    assert_eq!(report.counts.added, 3);
    assert!(report.to_string().contains("Row 2: Amina Okafor: New"), "{report}");
    assert!(house.app.read(person_store::list_everybody).await.unwrap().is_empty());
}

#[tokio::test]
async fn everything_that_is_wrong_with_a_file_is_told_at_once() {
    let house = house().await;
    let file = "employee_number,given_name,site,email,started_on\n1,,seaside,nobody,tomorrow\n2,Lea,nowhere,,\n3,Bo,seaside,,\n";
    let report = house.people(file).await;
    let told: Vec<_> = report.rows.iter().map(|row| (row.line, row.fault.as_ref().unwrap().key)).collect();
    let (empty, address) = ("directory-fault-empty", "directory-fault-address");
    assert_eq!(told, [(2, empty), (2, address), (2, "directory-fault-day"), (3, "directory-fault-site")]);
    assert_eq!(report.counts.wrong, 2, "rows are counted, not faults");
    assert!(report.to_string().contains("2 rows are not right"), "{report}");
}

#[tokio::test]
async fn moves_leavers_and_absent_people_are_told_apart() {
    let house = house().await;
    house.people(PEOPLE).await;
    let file = "employee_number,given_name,site,department,left_on\n\
        7,Amina,pool-house,Kitchen,\n8,Beatriz,seaside,Front office,2026-01-31\n";
    let report = house.people(file).await;
    let outcomes: Vec<Outcome> = report.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::Changed, Outcome::Left], "{report}");
    assert_eq!(report.absent, 1);
    assert_eq!(report.rows[0].columns, ["site", "department", "team"]);
    let amina = house.person("7").await;
    assert_eq!(amina.job_title, "Receptionist", "a column that is not in the file changes nothing");
    let places = house.app.read(move |conn| person_store::list_placements(conn, amina.id)).await.unwrap();
    assert_eq!(places.len(), 2);
    assert_eq!(places[0].until_on, places[1].from_on);
    let that_day = "2021-05-05".parse().unwrap();
    let then = house.app.read(move |conn| person_store::unit_on(conn, amina.id, that_day)).await.unwrap();
    assert_eq!(then.unwrap().site_id, house.site("seaside").await);
}

#[tokio::test]
async fn whoever_left_is_no_longer_found() {
    let house = house().await;
    house.people(PEOPLE).await;
    let names = async |typed: &str| -> Vec<String> {
        let finder = finder_of(&house.app, None).await.unwrap();
        finder.find(typed, 5).into_iter().map(|found| found.card.name).collect()
    };
    assert_eq!(names("bea silva").await.first().map(String::as_str), Some("Bea Silva"));
    house.people("employee_number,given_name,site,left_on\n8,Beatriz,seaside,2026-01-31\n").await;
    assert!(!names("bea silva").await.contains(&"Bea Silva".to_owned()));
    let seaside = house.site("seaside").await;
    assert!(finder_of(&house.app, Some(seaside)).await.unwrap().find("chidi", 5).is_empty(), "another site");
}

#[tokio::test]
async fn hb17_every_mistake_is_told_at_once_with_its_row() {
    let house = house().await;
    house.people(PEOPLE).await;
    let rows = "10,A,,,,,seaside,,,10,,,\n\
        11,B,,,,,seeside,,,,,,\n\
        12,C,,,,,seaside,,,404,,,\n\
        12,D,,,,,seaside,,,,,,\n\
        13,E,,,,,seaside,,,14,,,\n\
        14,F,,,,,seaside,,,13,,,\n";
    let mut faults = house.faults(rows).await;
    faults.sort();
    let wanted = [(3, "directory-fault-site"), (4, "directory-fault-manager"), (5, "directory-fault-twice")];
    assert_eq!(faults, wanted);
    let circle = house.faults("10,A,,,,,seaside,,,11,,,\n11,B,,,,,seaside,,,10,,,\n12,C,,,,,seaside,,,11,,,\n").await;
    assert_eq!(circle, [(2, "directory-fault-circle"), (3, "directory-fault-circle")]);
    let rows = "10,A,,,,,seaside,,,,2020-13-01,,\n\
        11,B,,,,,seaside,,,,2020-02-01,2019-01-01,\n\
        12,C,,,,,seaside,,,,,,boss\n\
        13,D,,,not an address,,seaside,,,,,,\n\
        14,E,,,,,seaside,,Early,,,,\n\
        15,F,,,,,seaside,,,,,,responder@\n\
        ,G,,,,,seaside,,,,,,\n\
        17,=cmd,,,,,seaside,,,,,,\n";
    let keys: Vec<&str> = house.faults(rows).await.into_iter().map(|fault| fault.1).collect();
    let wanted = ["day", "left-before", "role", "address", "team-alone", "scope", "empty", "formula"]
        .map(|end| format!("directory-fault-{end}"));
    assert_eq!(keys, wanted);
    // What cannot be read and what nobody knows, in one go.
    let rows = "20,A,,,,,seeside,,,404,2020-13-01,,responder@nowhere\n21,B,,,,,seaside,,,20,,,\n";
    let end = |(line, key): (u64, &'static str)| (line, key.trim_start_matches("directory-fault-"));
    let faults: Vec<_> = house.faults(rows).await.into_iter().map(end).collect();
    assert_eq!(faults, [(2, "day"), (2, "site"), (2, "manager"), (2, "site")]);
    // Nobody is unknown, and no department, as long as it may stand where nobody could read it.
    let rows = "20,A,,,,,seaside,Kitchen,,,2020-13-01,,\n=21,B,,,,,seaside,,,,,,\n\
        20,C,,,,,seeside,,,21,,,responder@seeside\n22,D,,,,,seaside,,,404,,,responder@seaside/bar\n";
    let faults: Vec<_> = house.faults(rows).await.into_iter().map(end).collect();
    assert_eq!(faults, [(2, "day"), (3, "formula"), (4, "twice"), (4, "site")]);
    let cells = house.faults("20,A,,,,,seaside\n21,B,,,,,seeside,,,20,,,\n").await;
    assert_eq!(cells, [(2, "directory-fault-cells"), (3, "directory-fault-site")]);
    let scopes = house
        .faults("10,A,,,,,seaside,,,,,,responder@nowhere\n11,B,,,,,seaside,,,,,,responder@seaside/nowhere\n")
        .await;
    assert_eq!(scopes, [(2, "directory-fault-site"), (3, "directory-fault-department")]);
    let many: String = (0..300).map(|n| format!("x{n},,,,,,seaside,,,,,,\n")).collect();
    let report = house.people(&format!("{}\n{many}", PEOPLE.lines().next().unwrap())).await;
    assert_eq!((report.counts.wrong, report.rows.len()), (300, 200));
}

#[tokio::test]
async fn nobody_is_locked_out_and_hr_gives_no_roles() {
    let house = house().await;
    house.people(PEOPLE).await;
    let without = PEOPLE.replace("+admin", "");
    assert_eq!(house.people(&without).await.rows[0].fault.as_ref().unwrap().key, "directory-fault-last-admin");
    let hr = async |file: &str| {
        people_by(&house.app, file.as_bytes(), true, Authority::Hr, NewEntry::by_nobody(What::Administered, "people"))
            .await
            .unwrap()
            .is_refused()
    };
    assert!(!hr(PEOPLE).await);
    assert!(!hr(&PEOPLE.replace("Receptionist", "Front desk")).await);
    assert!(hr(&PEOPLE.replace("7,,,responder", "7,,,hr+responder")).await);
    assert!(hr(&PEOPLE.replace("Chidi", "Mallory")).await);
    // Whoever writes the address of a confidant can become them.
    let confidant = PEOPLE.replace("7,,,responder", "7,,,confidential_handler");
    assert!(!house.people(&confidant).await.is_refused());
    assert!(!hr(&confidant).await);
    assert!(hr(&confidant.replace("Night porter", "Porter")).await);
}

#[tokio::test]
async fn sites_are_read_whole_or_not_at_all() {
    let house = house().await;
    let file = "name,slug,time_zone,parent\nHill,hill,Europe/Lisbon,valley\nValley,valley,Europe/Lisbon,hill\n\
        Nowhere,nowhere,Mars/Base,\nLost,lost,Europe/Lisbon,atlantis\nBad,Bad Slug,Europe/Lisbon,\nZoneless,zoneless,,\n";
    let report = sites(&house.app, file.as_bytes()).await.unwrap();
    let mut keys: Vec<&str> = report.rows.iter().map(|row| row.fault.as_ref().unwrap().key).collect();
    keys.sort_unstable();
    let ends = ["parent", "site-circle", "site-circle", "slug", "zone", "zone-missing"];
    assert_eq!(keys, ends.map(|end| format!("directory-fault-{end}")));
    assert_eq!(house.app.read(site_store::list_sites).await.unwrap().len(), 2);
    sites(&house.app, b"name,slug\nOcean Hotel,seaside\n").await.unwrap();
    let site = house.app.read(|conn| site_store::find_site_by_slug(conn, "seaside")).await.unwrap().unwrap();
    assert_eq!((site.name.as_str(), site.languages.as_str(), site.country.as_str()), ("Ocean Hotel", "en,de", "PT"));
}

#[tokio::test]
async fn lists_and_codes_are_the_same_on_both_engines() {
    for house in houses().await {
        let more = "5,Źofia,Ärger_%,,,,seaside,,,,,,\n6,Émile,argus,,,,pool-house,,,,,,\n";
        house.people(&format!("{PEOPLE}{more}")).await;
        assert!(!house.people(PEOPLE).await.changes_anything());
        let (seaside, bea) = (house.site("seaside").await, house.person("8").await.id);
        let names = async |words: &str, scope: Scope, part: Part<(String, PersonId)>| -> Vec<String> {
            let wanted = Wanted { scope, words: words.to_owned(), entry: None, part, limit: 10 };
            let people = house.app.read(move |conn| person_store::list_people(conn, &wanted)).await.unwrap();
            people.into_iter().map(|person| person.family_name).collect()
        };
        assert_eq!(names("", Scope::Everywhere, Part::Beginning).await, ["Ärger_%", "argus", "Eze", "Okafor", "Silva"]);
        assert_eq!(names("", Scope::Sites(vec![seaside]), Part::Beginning).await, ["Ärger_%", "Okafor", "Silva"]);
        assert_eq!(names("r_%", Scope::Everywhere, Part::Beginning).await, ["Ärger_%"], "no sign is a wildcard");
        assert_eq!(names("BEA night", Scope::Everywhere, Part::Beginning).await, ["Silva"]);
        let eze = house.person("9").await;
        assert_eq!(names("", Scope::Everywhere, Part::After((eze.name_fold, eze.id))).await, ["Okafor", "Silva"]);

        let now = house.app.now();
        let (place, is_new) = house
            .app
            .write(move |deed| site_store::add_place(deed.conn, seaside, "Front desk", deed.now))
            .await
            .unwrap();
        assert!(is_new);
        let find = async |typed: &str| {
            let typed = typed.to_owned();
            house.app.read(move |conn| code_store::find_code(conn, &typed, now)).await.unwrap()
        };
        for (subject, level) in [
            (Subject::Organisation, Level::Organisation),
            (Subject::Site(seaside), Level::Site),
            (Subject::Place(place), Level::Place),
            (Subject::Person(bea), Level::Person),
        ] {
            let code = Code::new(random_code(CODE_LENGTH), subject, now);
            let (text, id) = (code.code.clone(), code.id);
            house.app.write(move |deed| code_store::insert_code(deed.conn, &code)).await.unwrap();
            let target = find(&text.to_lowercase()).await.unwrap();
            assert!(target.is_live());
            assert_eq!(target.site_id, Some(seaside).filter(|_| level != Level::Organisation));
            let site = Some(seaside);
            let listed = house.app.read(move |conn| code_store::list_codes(conn, level, site, (0, 5))).await.unwrap();
            assert_eq!(listed.len(), 1);
            assert!(house.app.read(move |conn| code_store::find_listed(conn, id)).await.unwrap().is_some());
            let found = house.app.read(move |conn| code_store::find_code_of(conn, subject)).await.unwrap();
            assert_eq!(found.unwrap().id, id);
            if level == Level::Person {
                house.people("employee_number,given_name,site,left_on\n8,Beatriz,seaside,2026-01-31\n").await;
                assert!(!find(&text).await.unwrap().is_live(), "whoever leaves takes the badge along");
                house.people("employee_number,given_name,site,left_on\n8,Beatriz,seaside,\n").await;
                assert!(find(&text).await.unwrap().is_live());
            }
            let fresh = random_code(CODE_LENGTH);
            let replaced = house
                .app
                .write(move |deed| code_store::replace_code(deed.conn, id, &fresh, deed.now))
                .await
                .unwrap()
                .unwrap();
            assert!(!find(&text).await.unwrap().is_live() && find(&replaced.code).await.unwrap().is_live());
        }
        let today = now.utc_day();
        let without =
            house.app.read(move |conn| code_store::list_people_without_code(conn, seaside, today)).await.unwrap();
        assert_eq!(without.len(), 2);
        assert!(
            house.app.read(move |conn| code_store::list_places_without_code(conn, seaside)).await.unwrap().is_empty()
        );
        assert_eq!(house.app.read(role_store::list_held).await.unwrap().len(), 3);
        assert_eq!(house.app.read(role_store::list_admins).await.unwrap(), [house.person("9").await.id]);
        assert_eq!(
            house.app.read(move |conn| person_store::find_card(conn, bea)).await.unwrap().unwrap().initials,
            "BS"
        );
        let is_learnt = house.app.write(move |deed| {
            deed.touch(crate::live::Topic::Directory);
            person_store::add_alias(deed.conn, bea, "Bibi", deed.now)
        });
        assert!(is_learnt.await.unwrap());
        let found = finder_of(&house.app, Some(seaside)).await.unwrap().find("bibi", 3);
        assert_eq!(found[0].card.name, "Bea Silva");
        let number = house.app.write(|deed| person_store::next_employee_number(deed.conn)).await.unwrap();
        assert_eq!(number, "P0001");
    }
}
