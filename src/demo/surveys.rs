//! Six surveys a year that are over, with what sites said they would do, and one that is open now. Each site has its good and
//! bad times (bond.rs); people differ more than sites do.

use std::collections::HashMap;

use super::chance::Chance;
use super::world::{Size, World};
use crate::app::{App, Deed};
use crate::clock::Day;
use crate::db::QueryResult;
use crate::ids::{GroupId, PersonId, PulseId, SiteId};
use crate::people::person::Person;
use crate::people::role::Role;
use crate::people::{organisation_store, person_store, role_store, site_store};
use crate::pulse::answer::{Answer, Comment};
use crate::pulse::group::{Group, GroupKind, Units, grow};
use crate::pulse::library::{Block, Kind};
use crate::pulse::period::{MONTHS_USUAL, Period, Window, plus};
use crate::pulse::result_store::Promise;
use crate::pulse::survey::{Pulse, Question, State, library_questions};
use crate::pulse::{answer_store, ending, invitation_store, launch, result_store, store};
use crate::seal::DataKey;
use crate::secrets::Secrets;
use crate::views::Lang;
use crate::web::Failure;

/// Spread between people, and of one from question to question, in parts of a step of the scale.
const PEOPLE: f64 = 0.85;
const QUESTIONS: f64 = 0.6;
/// The mean answer to a statement, between "neither" and "agree".
const USUAL: f64 = 3.55;
/// In percent: who answers, who of them writes something, and how many sites name one thing in time.
const ANSWER: u64 = 72;
const WRITE: u64 = 12;
const NAME: u64 = 75;

/// What some write, by language.
const WRITTEN: [[&str; 8]; 2] = [
    [
        "Rosters two weeks ahead, please.",
        "The staff kitchen needs a second microwave.",
        "Tell us what became of last time.",
        "More hands on check-out mornings.",
        "Our team is good. Thank us now and then.",
        "The lockers do not lock.",
        "Training for the new till was too short.",
        "Please answer mails from the night shift too.",
    ],
    [
        "Dienstpläne bitte zwei Wochen im Voraus.",
        "Die Personalküche braucht eine zweite Mikrowelle.",
        "Sagt uns, was aus dem letzten Mal geworden ist.",
        "Mehr Hände an Abreisetagen.",
        "Unser Team ist gut. Ein Danke ab und zu.",
        "Die Spinde schließen nicht.",
        "Die Einführung in die neue Kasse war zu kurz.",
        "Bitte auch Mails der Nachtschicht beantworten.",
    ],
];

/// What some sites do about it.
const PROMISED: [[&str; 4]; 2] = [
    [
        "Rosters hang out on the 15th for the next month, from January on. Mia sees to it.",
        "A second microwave in the staff kitchen by Friday.",
        "Two more people on Sunday mornings until Easter.",
        "Every idea from this survey gets an answer on the board within two weeks.",
    ],
    [
        "Dienstpläne hängen ab Januar am 15. für den Folgemonat. Die Hausleitung kümmert sich.",
        "Eine zweite Mikrowelle in der Personalküche bis Freitag.",
        "Sonntags morgens zwei Leute mehr bis Ostern.",
        "Jede Idee aus dieser Umfrage bekommt binnen zwei Wochen eine Antwort am Brett.",
    ],
];

/// Everything the surveys are made from.
struct House {
    organisation: String,
    units: Units,
    people: Vec<Person>,
    managers: HashMap<SiteId, PersonId>,
    today: Day,
    tongue: usize,
}

/// Adds them; how many are over.
pub async fn add(app: &App, world: &World, size: &Size) -> Result<usize, Failure> {
    let (now, tongue) = (app.now(), usize::from(size.language == Lang::De));
    let house = app.read(move |conn| {
        let organisation = organisation_store::find_organisation(conn)?;
        let sites = site_store::list_sites(conn)?;
        let mut people = person_store::list_everybody(conn)?;
        people.retain(|person| person.is_here(&sites, now));
        let held = role_store::list_grants_of(conn, Role::SiteManager)?;
        let managers = held.into_iter().filter_map(|(person, grant)| Some((grant.site_id?, person))).collect();
        let (departments, teams) = (site_store::list_departments(conn)?, site_store::list_teams(conn)?);
        Ok(House {
            organisation: organisation.map(|organisation| organisation.name).unwrap_or_default(),
            units: Units { sites, departments, teams },
            people,
            managers,
            today: launch::today(conn, now)?,
            tongue,
        })
    });
    let house = std::sync::Arc::new(house.await?);
    let mut over = 0;
    for period in periods(house.today, size.years) {
        let level = |(at, site): (usize, &super::world::Site)| (site.id, world.bond.staff(at, period.from));
        let levels = world.sites.iter().enumerate().map(level).collect();
        let mut chance = Chance::new(size.seed, &format!("survey {}", period.from));
        let (of, secrets) = (std::sync::Arc::clone(&house), app.secrets.clone());
        let id = PulseId(super::key(&mut chance, now));
        let dice = chance.clone();
        app.write(move |deed| hold(deed, &secrets, &of, (id, period), &levels, &mut dice.clone())).await?;
        let closed_on = plus(Window::centred(period).closes_on, 1);
        ending::end(app, id, closed_on, false).await?;
        let of = std::sync::Arc::clone(&house);
        app.write(move |deed| promise(deed, &of, id, closed_on, &mut chance.clone())).await?;
        over += 1;
    }
    let (of, secrets) = (std::sync::Arc::clone(&house), app.secrets.clone());
    app.write(move |deed| open(deed, &secrets, &of)).await?;
    Ok(over)
}

/// Those whose usual window is over, the oldest first.
pub(super) fn periods(today: Day, years: u32) -> Vec<Period> {
    let mut periods: Vec<Period> = std::iter::successors(Some(Period::of(today, MONTHS_USUAL)), |later| {
        Some(Period::of(plus(later.from, -1), MONTHS_USUAL))
    })
    .filter(|period| plus(Window::centred(*period).closes_on, 1) < today)
    .take(years as usize * 6)
    .collect();
    periods.reverse();
    periods
}

/// The questions of every survey.
pub(super) fn usual(id: PulseId) -> Vec<Question> {
    library_questions(id, |block: &Block| block.is_usual)
}

fn title(house: &House, period: Period) -> String {
    let names = [
        [
            "January and February",
            "March and April",
            "May and June",
            "July and August",
            "September and October",
            "November and December",
        ],
        [
            "Januar und Februar",
            "März und April",
            "Mai und Juni",
            "Juli und August",
            "September und Oktober",
            "November und Dezember",
        ],
    ];
    let at = usize::try_from(period.from.date().month() / 2).unwrap_or(0).min(5);
    format!("{} {}", names[house.tongue][at], period.from.date().year())
}

/// A survey that is about to end: asked and answered.
fn hold(
    deed: &mut Deed,
    secrets: &Secrets,
    house: &House,
    (id, period): (PulseId, Period),
    levels: &HashMap<SiteId, f64>,
    chance: &mut Chance,
) -> QueryResult<()> {
    let (key, groups, places) = lay(deed, secrets, house, (id, period), State::Ending, |pulse| pulse)?;
    let by_id: HashMap<GroupId, &Group> = groups.iter().map(|group| (group.id, group)).collect();
    let questions = usual(id);
    for person in &house.people {
        let Some(group) = places.get(&person.id) else { continue };
        let level = by_id.get(group).and_then(|group| levels.get(&group.site_id?)).copied().unwrap_or(0.0);
        let Some(choices) = choices(&questions, level, chance) else { continue };
        answer_store::put(deed.conn, &key, id, &Answer { group: *group, choices })?;
        if chance.percent(WRITE) {
            write(deed, &key, id, (*group, &questions), house, chance)?;
        }
    }
    Ok(())
}

/// What somebody chooses where answers are so far above the usual; none: they do not take part.
pub(super) fn choices(questions: &[Question], level: f64, chance: &mut Chance) -> Option<Vec<Option<u8>>> {
    chance.percent(ANSWER).then(|| {
        let mood = USUAL + level + PEOPLE * chance.normal();
        questions.iter().map(|question| choice(question, mood, chance)).collect()
    })
}

fn choice(question: &Question, mood: f64, chance: &mut Chance) -> Option<u8> {
    match question.kind() {
        Kind::Words => None,
        _ if chance.percent(3) => None,
        Kind::Agree => Some((mood + QUESTIONS * chance.normal()).round().clamp(1.0, 5.0) as u8),
        Kind::Recommend => Some((2.5 * (mood - 1.0) + chance.normal()).round().clamp(0.0, 10.0) as u8),
    }
}

fn write(
    deed: &mut Deed,
    key: &DataKey,
    pulse_id: PulseId,
    (group, questions): (GroupId, &[Question]),
    house: &House,
    chance: &mut Chance,
) -> QueryResult<()> {
    let Some(question) = questions.iter().find(|question| question.kind() == Kind::Words) else { return Ok(()) };
    let words = chance.pick(&WRITTEN[house.tongue]).to_owned();
    let comment = Comment { group, position: question.row.position, words };
    answer_store::put_comment(deed.conn, key, pulse_id, &comment, None)
}

type Laid = (DataKey, Vec<Group>, HashMap<PersonId, GroupId>);

/// A survey with its questions, its key and its tree, as `with` has it.
fn lay(
    deed: &mut Deed,
    secrets: &Secrets,
    house: &House,
    (id, period): (PulseId, Period),
    state: State,
    with: impl Fn(Pulse) -> Pulse,
) -> QueryResult<Laid> {
    let key = DataKey::random();
    let pulse = with(Pulse {
        state: state.name().to_owned(),
        wrapped_key: Some(key.wrap(secrets, id.0.as_bytes())),
        ..Pulse::draft(id, title(house, period), period, store::find_rules(deed.conn)?.group_minimum)
    });
    store::insert(deed.conn, &pulse)?;
    store::set_questions(deed.conn, id, &usual(id))?;
    let on_paper = |person: &Person| launch::is_on_paper(&pulse, person);
    let grown = grow(id, &house.organisation, &house.units, &house.people, on_paper);
    invitation_store::insert_groups(deed.conn, &grown.groups)?;
    Ok((key, grown.groups, grown.places))
}

/// What sites named in time, and the end of answers that were kept for long enough.
fn promise(deed: &mut Deed, house: &House, id: PulseId, closed_on: Day, chance: &mut Chance) -> QueryResult<()> {
    let groups = invitation_store::list_groups(deed.conn, id)?;
    for promise in result_store::list_promises(deed.conn, id)? {
        let said_on = plus(closed_on, chance.between(2, 13));
        let site = groups.iter().find(|group| group.id == promise.group_id && group.is(GroupKind::Site));
        let manager = site.and_then(|site| house.managers.get(&site.site_id?).copied());
        if manager.is_some() && said_on < house.today && chance.percent(NAME) {
            let words = Some(chance.pick(&PROMISED[house.tongue]).to_owned());
            let named = Promise { words, person_id: manager, said_on: Some(said_on), ..promise };
            result_store::update_promise(deed.conn, &named)?;
        }
    }
    if plus(closed_on, i64::from(store::find_rules(deed.conn)?.keep_days)) < house.today {
        answer_store::remove_answers(deed.conn, id)?;
    }
    Ok(())
}

/// The one that is open now, and asks everybody at home; its mails are taken for sent.
fn open(deed: &mut Deed, secrets: &Secrets, house: &House) -> QueryResult<()> {
    let id = PulseId::new(deed.now);
    let period = Period::of(house.today, MONTHS_USUAL);
    let title = if house.tongue == 1 { "Wie geht es uns?" } else { "How are we doing?" };
    let window = (plus(house.today, -3), plus(house.today, 10));
    let as_open = |pulse: Pulse| Pulse {
        title: title.to_owned(),
        opens_on: window.0,
        closes_on: window.1,
        mails_wanted: 1,
        reminders: 0,
        ..pulse
    };
    let (_, groups, places) = lay(deed, secrets, house, (id, period), State::Launched, as_open)?;
    let Some(pulse) = store::find(deed.conn, id)? else { return Ok(()) };
    launch::invite(deed.conn, secrets, &pulse, &house.people, &places, 1)?;
    launch::make_slips(deed.conn, secrets, id, &groups)
}
