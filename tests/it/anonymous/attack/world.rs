//! The acts, done: by browsers, against the real server, while the house's clock follows the calendar.

use diesel::prelude::*;
use peopleworthy::backup;
use peopleworthy::clock::Moment;
use peopleworthy::db::schema::{anon_thread, issue};
use peopleworthy::ids::{IssueId, SiteId, ThreadId};
use peopleworthy::people::{account_store, sessions};
use peopleworthy::voice::anonymous::receipt::{Lookup, Receipt};
use peopleworthy::voice::anonymous::{collect, digest, staff_room, stir};

use super::days::{Act, Plan, Truth, What, draw};
use super::people::{Dice, Writer, fifty};
use crate::house::browser::encode;
use crate::house::journeys::category;
use crate::house::{Browser, House, NOON};

const COOKIE: &str = "__Host-pw";
const WORDS: [&str; 16] = [
    "lamp", "door", "the", "late", "again", "stairs", "rota", "cold", "nobody", "kitchen", "asks", "broken", "we",
    "loud", "window", "often",
];

/// What a house does whose pages carry the key of a signed-in form into the zone: nothing that its server could help.
pub const CARRIED_KEYS: &str = "carried keys";

/// A house in which the days have gone by.
pub struct World<'h> {
    pub house: &'h House,
    pub people: Vec<Writer>,
    pub truth: Vec<Truth>,
    /// The hash that the table of threads has for each anonymous issue.
    pub hashes: Vec<Vec<u8>>,
    broken: &'static str,
    browsers: Vec<Browser<'h>>,
    codes: Vec<String>,
    lookups: Vec<Option<Lookup>>,
    dice: Dice,
}

impl<'h> World<'h> {
    /// Lets the days go by. `thief` is called just before each collection and, with true, just after it.
    pub fn live(
        house: &'h House,
        plan: Plan,
        seed: u64,
        broken: &'static str,
        mut thief: impl FnMut(&House, bool),
    ) -> World<'h> {
        house.has_done_its_rounds();
        let people = fifty(house);
        let (acts, truth) = draw(plan, &people, Moment::from_micros((NOON + 12 * 3600) * 1_000_000), seed);
        let today = house.app.now().utc_day().date();
        let code = |one: &Writer| staff_room::code(&house.app.secrets, house.site(one.slug()), today);
        let mut world = World {
            codes: people.iter().map(code).collect(),
            browsers: people.iter().map(|_| house.guest()).collect(),
            lookups: truth.iter().map(|_| None).collect(),
            hashes: truth.iter().map(|_| Vec::new()).collect(),
            dice: Dice(seed ^ 0x5eed),
            house,
            people,
            truth,
            broken,
        };
        for act in acts {
            let step = act.at - house.app.now().micros();
            house.app.clock.advance(jiff::SignedDuration::from_micros(step.max(0)));
            if act.what == What::Collects {
                thief(house, false);
            }
            world.happens(act);
            // The jobs look every minute; only where windows are broken is there something for them at any time.
            if matches!(act.what, What::Collects | What::Tells) || broken == "windows" {
                house.run(collect::when_due(&house.app, "the days")).unwrap();
                house.run(digest::when_due(&house.app, "the days")).unwrap();
            }
            if act.what == What::Collects {
                thief(house, true);
            }
        }
        world
    }

    fn happens(&mut self, act: Act) {
        match act.what {
            What::Comes => self.comes(act.who),
            What::Names => drop(self.raises(act.who, 1, "named", None)),
            What::Confides => drop(self.raises(act.who, 7, "confidential", None)),
            What::Joins => self.joins(act.who),
            What::Writes(number) => self.writes(act.who, number),
            What::Returns(number) => self.returns(act.who, number),
            What::Handles => self.handles(),
            What::BacksUp => back_up(self.house, "night"),
            What::Stirs => drop(self.house.run(stir::when_due(&self.house.app, "the days")).unwrap()),
            What::Collects | What::Tells => {}
        }
    }

    /// Words that say nothing of who chose them.
    fn words(&mut self) -> String {
        let many = 4 + self.dice.below(30);
        (0..many).map(|_| WORDS[self.dice.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    /// A request as this person's own browser makes it, from their own address. The body of the answer.
    fn ask(&self, who: usize, path: &str, fields: Option<&[(&str, &str)]>, has_cookie: bool) -> (u16, String) {
        let one = &self.people[who];
        let mut headers = vec![
            ("User-Agent", one.agent.as_str()),
            ("Accept-Language", one.language),
            ("X-Forwarded-For", one.address.as_str()),
        ];
        if !has_cookie {
            headers.push(("Cookie", ""));
        }
        let page = match fields {
            None => self.browsers[who].ask("GET", path, &headers, None),
            Some(fields) => {
                headers.push(("Content-Type", "application/x-www-form-urlencoded"));
                self.browsers[who].ask("POST", path, &headers, Some(encode(fields).into_bytes()))
            }
        };
        (page.status, page.body())
    }

    fn comes(&mut self, who: usize) {
        let (one, house) = (&self.people[who], self.house);
        let person = one.person;
        let account = house.read(move |conn| account_store::find_of_person(conn, person)).unwrap();
        let address = Some(one.address.clone());
        let started = sessions::start_from(&house.app, &account, one.agent.clone(), None, address);
        let cookie = house.run(started).unwrap();
        self.browsers[who].set_cookie(COOKIE, cookie.value());
        let page = ["/home", "/voice", "/praise/mine"][self.dice.below(3)];
        assert_eq!(self.ask(who, page, None, true).0, 200, "{page}");
    }

    /// Raises an issue that is theirs, and gives the key of the form.
    fn raises(&mut self, who: usize, subject: u8, level: &str, key: Option<String>) -> String {
        let form = self.ask(who, "/voice/new", None, true).1;
        let (key, words) = (key.unwrap_or_else(|| hidden(&form, "form_key")), self.words());
        let fields = [
            ("form_key", key.as_str()),
            ("what", &words),
            ("category", category(subject)),
            ("level", level),
            ("scope", "site"),
            ("anyway", "yes"),
        ];
        assert_eq!(self.ask(who, "/voice", Some(&fields), true).0, 303, "{level}");
        key
    }

    fn joins(&mut self, who: usize) {
        let shown = issue::table.filter(issue::level.eq("anonymous")).order(issue::id).select(issue::id);
        let shown: Vec<IssueId> = self.house.read(move |conn| shown.load(conn));
        if !shown.is_empty() {
            let one = shown[self.dice.below(shown.len())];
            self.ask(who, &format!("/voice/{one}/support"), Some(&[]), true);
        }
    }

    /// Anonymously, with or without JavaScript, with or without the session's cookie at hand.
    fn writes(&mut self, who: usize, number: usize) {
        let (site, says_site) = (self.people[who].slug(), self.truth[number].says_site);
        let has_cookie = self.dice.one_in(2);
        let form = self.ask(who, &format!("/voice/anonymous?site={site}"), None, has_cookie).1;
        let key = match self.broken == CARRIED_KEYS {
            true => self.raises(who, 1, "named", None),
            false => hidden(&form, "form_key"),
        };
        let (words, code) = (self.words(), self.codes[who].clone());
        let subject = format!("766f6963-6500-4000-8000-00000000000{}", 1 + self.dice.below(7));
        let made_here = uuid::Uuid::new_v4().simple().to_string() + &uuid::Uuid::new_v4().simple().to_string();
        let mut fields = vec![
            ("form_key", key.as_str()),
            ("site", site),
            ("code", &code),
            ("what", &words),
            ("category", &subject),
            ("site_said", if says_site { "yes" } else { "no" }),
        ];
        let has_script = self.dice.one_in(2);
        if has_script {
            fields.push(("lookup", &made_here));
        }
        let (status, sent) = self.ask(who, "/voice/anonymous", Some(&fields), has_cookie);
        assert_eq!(status, 200, "{sent}");
        let lookup = match has_script {
            true => Lookup::read(&made_here).unwrap(),
            false => {
                let code = sent.split("receipt-code\" translate=\"no\">").nth(1).unwrap().split('<').next().unwrap();
                Receipt::read(code).unwrap().lookup()
            }
        };
        self.hashes[number] = lookup.hash();
        self.lookups[number] = Some(lookup);
    }

    fn returns(&mut self, who: usize, number: usize) {
        let Some(lookup) = self.lookups[number].map(Lookup::hex) else { return };
        let has_cookie = self.dice.one_in(2);
        let (status, thread) = self.ask(who, "/voice/receipt", Some(&[("lookup", &lookup)]), has_cookie);
        assert_eq!(status, 200);
        if thread.contains("name=\"text\"") && self.dice.one_in(2) {
            let (key, words) = (hidden(&thread, "form_key"), self.words());
            let fields = [("lookup", lookup.as_str()), ("form_key", &key), ("step", "write"), ("text", &words)];
            assert_eq!(self.ask(who, "/voice/receipt", Some(&fields), has_cookie).0, 200);
        }
    }

    /// Carl opens what is new to him and answers or reviews most of it.
    fn handles(&mut self) {
        let new = anon_thread::table.filter(anon_thread::acknowledged_on.is_null());
        let new = new.order((anon_thread::acknowledge_due_on, anon_thread::handle));
        let new = new.select((anon_thread::id, anon_thread::site_id));
        let new: Vec<(ThreadId, Option<SiteId>)> = self.house.read(move |conn| new.load(conn));
        if new.is_empty() {
            return;
        }
        let carl = self.house.staff("carl");
        for (id, site) in new {
            let path = format!("/voice/threads/{id}");
            let page = carl.get(&path).is(200).body();
            let (key, words) = (hidden(&page, "form_key"), self.words());
            match self.dice.below(4) {
                0 => continue,
                1 if site.is_some() && page.contains("/publish") => {
                    let version = hidden(&page, "version");
                    let fields =
                        [("form_key", key.as_str()), ("version", &version), ("title", "A lamp"), ("what", &words)];
                    carl.post(&format!("{path}/publish"), &fields).is(303);
                }
                _ => drop(carl.post(&format!("{path}/answer"), &[("form_key", &key), ("text", &words)]).is(303)),
            }
            self.house.app.clock.advance(jiff::SignedDuration::from_secs(45));
        }
    }
}

/// One of the two backups.
pub fn back_up(house: &House, name: &str) {
    let file = house.folder.path().join(format!("{name}.backup"));
    let made = house.run(backup::backup(&house.app.config, &house.app.clock, &file));
    made.unwrap_or_else(|stop| panic!("{}", stop.sentence()));
}

/// What a hidden field of a page holds.
fn hidden(body: &str, name: &str) -> String {
    let at = format!("name=\"{name}\" value=\"");
    body.split(&at).nth(1).unwrap_or_else(|| panic!("no {name}: {body}")).split('"').next().unwrap().to_owned()
}
