//! "4 people, join?": while somebody types, similar open issues are offered, to who may see them and to nobody else.

use diesel::prelude::*;
use peopleworthy::app::Deed;
use peopleworthy::db::Conn;
use peopleworthy::db::schema::{issue, issue_barred, person, search_word};
use peopleworthy::ids::{CategoryId, IssueId, PersonId, SiteId, TeamId};
use peopleworthy::people::viewer::Viewer;
use peopleworthy::views::Lang;
use peopleworthy::voice::issue_store::Issue;
use peopleworthy::voice::{category_store, issue_store, similar_store};

use crate::house::journeys::category;
use crate::house::{Engine, House};
use crate::voice_races::while_under_way;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/similar/", $name))
    };
}

/// Issues, and sentences that say the same, in one language.
struct Fixture {
    name: &'static str,
    lang: Lang,
    issues: Vec<Vec<&'static str>>,
    sentences: Vec<(&'static str, &'static str)>,
}

fn rows(text: &'static str) -> Vec<Vec<&'static str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

fn fixtures() -> Vec<Fixture> {
    let held_out = |name, lang, issues, sentences: &'static str| Fixture {
        name,
        lang,
        issues: rows(issues),
        sentences: rows(sentences).into_iter().map(|row| (row[0], row[1])).collect(),
    };
    let own = |name, lang, all| Fixture {
        name,
        lang,
        issues: rows(all),
        sentences: rows(all).into_iter().map(|row| (row[0], row[3])).collect(),
    };
    vec![
        held_out("English", Lang::En, fixture!("issues.en.tsv"), fixture!("rephrase.en.tsv")),
        held_out("German", Lang::De, fixture!("issues.de.tsv"), fixture!("rephrase.de.tsv")),
        own("English, far from the text", Lang::En, fixture!("own.en.tsv")),
        own("German, far from the text", Lang::De, fixture!("own.de.tsv")),
    ]
}

/// An issue as these tests vary it: some of it could only be raised in another part of the house.
#[derive(Clone)]
struct Raised {
    id: IssueId,
    level: &'static str,
    scope: &'static str,
    site: SiteId,
    team: Option<TeamId>,
    lang: Lang,
    title: String,
    what: String,
}

impl Raised {
    fn insert(&self, deed: &mut Deed) -> QueryResult<()> {
        let category: CategoryId = category_store::list(deed.conn)?[0].id;
        let is_sealed = self.level == "confidential";
        let bytes = is_sealed.then(|| vec![1u8]);
        let amina = person::table.filter(person::employee_number.eq("amina")).select(person::id);
        let raiser = match self.level {
            "anonymous" => None,
            _ => Some(amina.first::<PersonId>(deed.conn)?),
        };
        let (title, what) = if is_sealed { ("", "") } else { (self.title.as_str(), self.what.as_str()) };
        diesel::insert_into(issue::table)
            .values((
                (issue::id.eq(self.id), issue::kind.eq("issue"), issue::level.eq(self.level)),
                (issue::scope.eq(self.scope), issue::category_id.eq(category), issue::site_id.eq(self.site)),
                (issue::team_id.eq(self.team), issue::language.eq(self.lang.tag())),
                issue::raiser_id.eq(raiser),
                (issue::title.eq(title), issue::what.eq(what), issue::place.eq(""), issue::fix.eq("")),
                (issue::wrapped_key.eq(bytes.clone()), issue::sealed.eq(bytes), issue::state.eq("received")),
                (issue::acknowledge_due_on.eq("2026-11-25"), issue::answer_due_on.eq("2026-11-25")),
                (issue::decide_due_on.eq("2026-11-25"), issue::support_count.eq(0)),
                (issue::raised_at.eq(deed.now), issue::version.eq(1)),
            ))
            .execute(deed.conn)?;
        similar_store::refresh(deed.conn, self.id)
    }
}

impl House {
    /// Something of Amina's that everybody at her site sees.
    fn raised(&self, title: &str, what: &str) -> Raised {
        Raised {
            id: IssueId::new(self.app.now()),
            level: "named",
            scope: "site",
            site: self.site("seaside"),
            team: None,
            lang: Lang::En,
            title: title.into(),
            what: what.into(),
        }
    }

    fn raise(&self, raised: &Raised) -> IssueId {
        let raised = raised.clone();
        self.write(move |deed| raised.insert(deed).map(|()| raised.id))
    }

    fn viewer(&self, number: &str) -> Viewer {
        let id = self.person(number);
        let (site_id, department_id, team_id) = self.read(move |conn| {
            person::table.find(id).select((person::site_id, person::department_id, person::team_id)).first(conn)
        });
        Viewer {
            person_id: id,
            account_id: peopleworthy::ids::AccountId::random(),
            session_id: peopleworthy::ids::SessionId::random(),
            name: String::new(),
            first_name: String::new(),
            site_id,
            department_id,
            team_id,
            lang: None,
            grants: Vec::new(),
            must_change_code: false,
        }
    }

    fn similar(&self, number: &str, typed: &str, lang: Lang) -> Vec<Issue> {
        let (viewer, typed) = (self.viewer(number), typed.to_owned());
        self.read(move |conn| similar_store::list_similar(conn, &viewer, &typed, lang))
    }

    fn finds(&self, number: &str, typed: &str) -> Vec<IssueId> {
        self.similar(number, typed, Lang::En).into_iter().map(|similar| similar.id).collect()
    }
}

/// Which issues are offered for each sentence, by their numbers, and how often the right one was among them.
fn offered(house: &House, fixture: &Fixture) -> (Vec<Vec<String>>, usize, usize) {
    let mut ids = std::collections::HashMap::new();
    let raised: Vec<Raised> = (fixture.issues.iter())
        .map(|row| {
            // The same keys in both houses: of two that fit equally well, the later key comes first.
            let id = IssueId(uuid::Uuid::from_u128(row[0].parse().unwrap()));
            let raised = Raised { id, lang: fixture.lang, ..house.raised(row[1], row[2]) };
            ids.insert(raised.id, row[0].to_owned());
            raised
        })
        .collect();
    house.write(move |deed| raised.iter().try_for_each(|raised| raised.insert(deed)));
    let (mut all, mut first, mut among) = (Vec::new(), 0, 0);
    for (number, sentence) in &fixture.sentences {
        let found = house.similar("lena", sentence, fixture.lang);
        let numbers: Vec<String> = found.iter().map(|similar| ids[&similar.id].clone()).collect();
        first += usize::from(numbers.first().is_some_and(|one| one == number));
        among += usize::from(numbers.iter().any(|one| one == number));
        assert!(numbers.len() <= 3, "{sentence}: {numbers:?}");
        all.push(numbers);
    }
    (all, first, among)
}

#[test]
fn the_right_issue_is_among_the_first_three_and_both_engines_agree() {
    for fixture in fixtures() {
        let mut by_engine = Vec::new();
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let (all, first, among) = offered(&House::start(engine), &fixture);
            let of = fixture.sentences.len();
            println!("{}, {engine:?}: among the first three {among} of {of}, first {first}", fixture.name);
            assert!(among * 100 >= of * 80, "{}: {among} of {of} on {engine:?}", fixture.name);
            by_engine.push(all);
        }
        assert_eq!(by_engine[0], by_engine[1], "{}: the engines give different issues or another order", fixture.name);
    }
}

const TITLE: &str = "The sauna door squeaks";
const WHAT: &str = "It squeaks so loudly that guests complain about the sauna.";
const TYPED: &str = "sauna door is squeaking";

on_both! {
    fn whoever_types_is_offered_what_others_said_and_joins_instead(house) {
        let rosa = house.staff("rosa");
        let path = rosa.raised(WHAT, &[]);
        let sven = house.staff("sven");
        let typed = [("what", TYPED), ("place", ""), ("fix", "")];
        let part = sven.post("/voice/similar", &typed).is(200).body();
        assert!(part.contains("1 person says so") && part.contains("Join"), "{part}");
        assert!(part.contains(&format!("formaction=\"{path}/support\"")), "{part}");
        assert!(!part.contains("<html"), "a part of a page and no page: {part}");
        sven.post(&format!("{path}/support"), &[]).is(303);
        let part = sven.post("/voice/similar", &typed).is(200).body();
        assert!(part.contains("2 people say so") && part.contains("You joined") && !part.contains("formaction"), "{part}");
        let part = rosa.post("/voice/similar", &typed).is(200).body();
        assert!(part.contains("Yours") && !part.contains("formaction"), "{part}");
        let nothing = sven.post("/voice/similar", &[("what", "sauna"), ("place", ""), ("fix", "")]).is(200).body();
        assert_eq!(nothing.trim(), "", "too little to be like anything");
    }

    fn without_a_script_similar_ones_are_shown_once_before_it_is_stored_and_nothing_typed_is_lost(house) {
        let first = house.staff("rosa").raised(WHAT, &[]);
        let sven = house.staff("sven");
        let form = sven.open("/voice/new").is(200).form("/voice").fill("what", TYPED).fill("place", "Spa").fill("fix", "Oil it");
        let form = form.forge("category", category(1)).forge("level", "named");
        let asked = form.submit().is(200);
        asked.says("Is it one of these?").says("1 person says so").says("None of these: send mine");
        assert!(asked.body().contains(&first), "{}", asked.body());
        assert!(asked.text().contains(TYPED), "what was typed stays");
        let sent = asked.form("/voice").submit().is(200);
        sent.says("It has arrived").says(TYPED).says("Spa").says("Oil it");
        assert_ne!(sent.path, first);
    }

    fn a_second_press_finds_what_the_first_one_stored_and_not_something_similar(house) {
        let rosa = house.staff("rosa");
        let page = rosa.open("/voice/new").is(200);
        let send = || {
            let form = page.form("/voice").fill("what", WHAT).forge("category", category(1)).forge("level", "named");
            form.submit().is(200)
        };
        let (first, second) = (send(), send());
        first.says("It has arrived");
        assert_eq!(first.path, second.path);
    }

    fn nobody_is_asked_who_writes_in_confidence(house) {
        house.staff("rosa").raised(WHAT, &[]);
        let sven = house.staff("sven");
        let sent = sven.raises_issue(TYPED, &[("category", category(7)), ("level", "confidential")]).is(200);
        sent.says("It has arrived");
        assert_eq!(house.finds("lena", TYPED).len(), 1, "only what was raised by name");
    }

    fn an_issue_leaves_when_it_is_taken_back_and_comes_when_its_raiser_gives_their_name(house) {
        let rosa = house.staff("rosa");
        let path = rosa.raised(WHAT, &[]);
        assert_eq!(house.finds("lena", TYPED).len(), 1);
        rosa.post(&format!("{path}/withdraw"), &[]).is(303);
        assert!(house.finds("lena", TYPED).is_empty());
        assert_eq!(house.read(known_words), Vec::<String>::new());
        let path = rosa.raised(WHAT, &[("level", "confidential")]);
        assert!(house.finds("lena", TYPED).is_empty());
        let reveal = rosa.open(&format!("{path}/reveal")).is(200).form("/reveal");
        reveal.forge("scope", "site").forge("sure", "yes").submit().is(200);
        assert_eq!(house.finds("lena", TYPED).len(), 1);
    }

    fn only_what_one_may_see_is_offered(house) {
        let early = house.viewer("amina").team_id;
        let site = house.raised(TITLE, WHAT);
        let team = Raised { scope: "team", team: early, ..house.raised(TITLE, WHAT) };
        let reviewed = Raised { level: "anonymous", ..house.raised(TITLE, WHAT) };
        let elsewhere = Raised { site: house.site("harbour"), ..house.raised(TITLE, WHAT) };
        let private = Raised { scope: "private", ..house.raised(TITLE, WHAT) };
        for raised in [&site, &team, &reviewed, &elsewhere, &private] {
            house.raise(raised);
        }
        let sorted = |mut ids: Vec<IssueId>| { ids.sort(); ids };
        assert_eq!(sorted(house.finds("tomas", TYPED)), sorted(vec![site.id, team.id, reviewed.id]), "in her team");
        assert_eq!(sorted(house.finds("lena", TYPED)), sorted(vec![site.id, reviewed.id]), "in her house");
        assert_eq!(house.finds("yuki", TYPED), [elsewhere.id], "in the other house");
        let (barred, tomas) = (site.id, house.person("tomas"));
        house.write(move |deed| {
            let who = (issue_barred::issue_id.eq(barred), issue_barred::person_id.eq(tomas));
            let row = (who, issue_barred::why.eq("excluded"), issue_barred::since_at.eq(deed.now));
            diesel::insert_into(issue_barred::table).values(row).execute(deed.conn).map(drop)
        });
        assert_eq!(sorted(house.finds("tomas", TYPED)), sorted(vec![team.id, reviewed.id]), "kept out");
    }

    fn what_is_closed_is_no_longer_offered_even_if_the_index_still_has_it(house) {
        let id = house.raise(&house.raised(TITLE, WHAT));
        assert_eq!(house.finds("lena", TYPED), [id]);
        house.write(move |deed| {
            let closed = (issue::state.eq("changed"), issue::closed_at.eq(deed.now));
            diesel::update(issue::table.find(id)).set(closed).execute(deed.conn).map(drop)
        });
        assert!(house.finds("lena", TYPED).is_empty());
        house.write(move |deed| similar_store::refresh(deed.conn, id));
        assert_eq!(house.read(known_words), Vec::<String>::new());
    }

    fn no_word_of_a_confidential_issue_is_in_the_index(house) {
        house.raise(&Raised { level: "confidential", scope: "private", ..house.raised(TITLE, WHAT) });
        assert_eq!(house.read(known_words), Vec::<String>::new());
        // Nor of a named one that was made findable by a reach it no longer has.
        let id = house.raise(&house.raised(TITLE, WHAT));
        assert!(house.read(known_words).contains(&"sauna".to_owned()));
        house.write(move |deed| {
            diesel::update(issue::table.find(id)).set(issue::scope.eq("private")).execute(deed.conn)?;
            similar_store::refresh(deed.conn, id)
        });
        assert_eq!(house.read(known_words), Vec::<String>::new());
    }

    fn new_words_replace_old_ones(house) {
        let id = house.raise(&house.raised(TITLE, WHAT));
        house.write(move |deed| {
            let words = (issue::title.eq("Printer jams"), issue::what.eq("Every second page."));
            diesel::update(issue::table.find(id)).set(words).execute(deed.conn)?;
            similar_store::refresh(deed.conn, id)
        });
        assert!(house.finds("lena", TYPED).is_empty());
        assert_eq!(house.finds("lena", "the printer has a paper jam"), [id]);
    }

    fn what_is_taken_back_while_the_index_is_made_anew_leaves_no_word_in_it(house) {
        let id = house.raise(&house.raised(TITLE, WHAT));
        while_under_way(house, move |deed| issue_store::withdraw(deed.conn, id, None, deed.now), || {
            house.write(move |deed| similar_store::refresh(deed.conn, id));
        });
        assert_eq!(house.read(known_words), Vec::<String>::new());
    }

    fn typing_errors_parts_of_words_and_words_of_the_same_family_are_found(house) {
        let squeaks = house.raise(&house.raised(TITLE, WHAT));
        let machine = house.raise(&Raised { lang: Lang::De, ..house.raised("Zitruspresse defekt", "Die Zitruspresse an der Saftbar läuft nicht mehr.") });
        let cold = house.raise(&house.raised("Freezing in the staff room", "The radiator has been off since October."));
        for (typed, lang, id) in [
            ("suana dor squeaks", Lang::En, squeaks),
            ("Presse für Zitronen und Zitrusfrüchte ist kaputt", Lang::De, machine),
            ("Saft bar", Lang::De, machine),
            ("Im Pausenraum geht die Heizung nicht", Lang::De, cold),
            ("our break room is unheated", Lang::En, cold),
        ] {
            let found = house.similar("lena", typed, lang);
            assert_eq!(found.first().map(|found| found.id), Some(id), "{typed}");
        }
    }

    fn whatever_is_typed_is_looked_for_and_never_obeyed(house) {
        let greek = house.raise(&house.raised("Η καφετιέρα χάλασε", "Δεν λειτουργεί από χθες"));
        let arabic = house.raise(&house.raised("آلة القهوة معطلة", "منذ أمس"));
        let squeaks = house.raise(&house.raised(TITLE, WHAT));
        for typed in [
            "", " ", "'", "\"", "\\", "*", "NEAR(a b)", "'); DROP TABLE issue; --", "a:b & !c | (d", "AND OR NOT",
            "-", "ß", "\u{301}", "00 0room 0door", "😀", "sauna^2", "{sauna door}: squeaks", "tokens : sauna",
        ] {
            house.finds("lena", typed);
        }
        assert_eq!(house.finds("lena", "ΚΑΦΕΤΙΕΡΑ"), [greek]);
        assert_eq!(house.finds("lena", "القهوة"), [arabic]);
        assert_eq!(house.finds("lena", "\"sauna\" ' AND (door* squeaks"), [squeaks]);
        let long = format!("{} {TYPED}", "sauna squeaks blah ".repeat(250));
        assert_eq!(house.finds("lena", &long), [squeaks]);
    }
}

/// Every word that the index knows, without the one that stands for all items.
fn known_words(conn: &mut Conn) -> QueryResult<Vec<String>> {
    search_word::table.filter(search_word::word.ne("")).select(search_word::word).order(search_word::word).load(conn)
}

#[test]
fn a_word_that_left_the_index_is_nowhere_in_the_file() {
    let house = House::start(Engine::Sqlite);
    let others: Vec<Raised> = (0..50).map(|n| house.raised(&format!("Printer {n}"), WHAT)).collect();
    house.write(move |deed| others.iter().try_for_each(|raised| raised.insert(deed)));
    let id = house.raise(&house.raised("Quetzalcoatlus", "A name nobody else would ever use"));
    let path = house.folder.path().join("peopleworthy.db");
    // The server empties the log from time to time too. Whoever comes while it does is told so, and not by an error.
    let flush = || {
        let mut conn = SqliteConnection::establish(&path.display().to_string()).unwrap();
        for _ in 0..1000 {
            let done: Checkpoint = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(&mut conn).unwrap();
            if done.busy == 0 {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("the log was in use for ten seconds");
    };
    let holds = |what: &str| {
        flush();
        let file = std::fs::read(&path).unwrap();
        file.windows(what.len()).any(|bytes| bytes == what.as_bytes())
    };
    assert!(holds("quetzalcoatlus"));
    house.write(move |deed| {
        let gone = (issue::title.eq(""), issue::what.eq(""), issue::closed_at.eq(deed.now));
        diesel::update(issue::table.find(id)).set(gone).execute(deed.conn)?;
        similar_store::refresh(deed.conn, id)
    });
    assert!(!holds("quetzalcoatlus") && !holds("Quetzalcoatlus"));
}

#[derive(diesel::QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}
