//! A site with some staff, and the guests who praise them at its door.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::sql_types::{Binary, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::clock::Clock;
use peopleworthy::ids::PersonId;
use peopleworthy::secrets::random_token;

use super::house::{Place, Program, client};

const SITES: &str = "name,slug,time_zone\nSeaside,seaside,Europe/Lisbon\n";
const PEOPLE: &str = "employee_number,given_name,family_name,email,site\n\
    1,Amina,Okafor,amina@seaside.example,seaside\n\
    2,Jürgen,Weiß,juergen@seaside.example,seaside\n\
    3,Sofía,Núñez,sofia@seaside.example,seaside\n\
    4,Dmitri,Volkov,dmitri@seaside.example,seaside\n\
    5,Hana,Satō,hana@seaside.example,seaside\n\
    6,Piet,Mondrian,,seaside\n";

/// Brings the site and its staff in by the program's own commands.
pub fn furnish(place: &Place) {
    for (what, text) in [("sites", SITES), ("people", PEOPLE)] {
        let file = place.folder.path().join(format!("{what}.csv"));
        std::fs::write(&file, text).unwrap();
        let output = place.run(&["import", what, file.to_str().unwrap()]);
        assert!(output.status.success(), "import {what}: {output:?}");
    }
}

/// Those with an address, who get a mail for each note, or those without.
pub fn staff(place: &Place, with_mail: bool) -> Vec<PersonId> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Binary)]
        id: PersonId,
        #[diesel(sql_type = Nullable<Text>)]
        email: Option<String>,
    }
    let rows: Vec<Row> =
        diesel::sql_query("SELECT id, email FROM person ORDER BY employee_number").load(&mut place.conn()).unwrap();
    rows.into_iter().filter(|row| row.email.is_some() == with_mail).map(|row| row.id).collect()
}

/// One guest's form, filled in; pressing its button again sends the same form.
#[derive(Clone, Debug)]
pub struct Filled {
    pub form_key: String,
    person: PersonId,
    pub did: String,
    email: String,
    shown_at: i64,
}

impl Filled {
    pub fn new(person: PersonId, did: &str) -> Filled {
        // Typing took the guest a minute.
        let shown_at = Clock::System.now().plus_seconds(-60).micros();
        Filled { form_key: random_token(), person, did: did.into(), email: String::new(), shown_at }
    }

    pub fn leaving(self, email: &str) -> Filled {
        Filled { email: email.into(), ..self }
    }

    /// Presses the button: the status, and where the answer leads.
    pub fn press(&self, agent: &ureq::Agent, url: &str) -> Result<Answer, ureq::Error> {
        let (person, shown_at) = (self.person.to_string(), self.shown_at.to_string());
        let fields = [
            ("form_key", self.form_key.as_str()),
            ("person", &person),
            ("did", &self.did),
            ("sender_email", &self.email),
            ("shown_at", &shown_at),
        ];
        let mut answer = agent.post(format!("{url}/at/seaside/praise")).header("Origin", url).send_form(fields)?;
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let (location, retry_after) = (header("location"), header("retry-after"));
        let status = answer.status().as_u16();
        // Read to the end, so that the connection can be used again.
        answer.body_mut().read_to_string()?;
        Ok(Answer { status, location, retry_after })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub retry_after: Option<String>,
}

/// What the guests know: for each form where its answer led, once it was answered with success.
#[derive(Default)]
pub struct Ledger {
    pub answered: BTreeMap<String, String>,
    pub other: Vec<Answer>,
    /// How many forms were pressed: the first of them.
    pub pressed: usize,
}

/// Many guests at once press the buttons of all these forms, each until the program answers no more. `after` is told
/// how many have been answered so far.
pub fn press_all(program: &Program, forms: &[Filled], clients: usize, after: impl Fn(usize) + Sync) -> Ledger {
    let (next, answered, url) = (AtomicUsize::new(0), AtomicUsize::new(0), program.url());
    let ledger = Mutex::new(Ledger::default());
    std::thread::scope(|scope| {
        for _ in 0..clients {
            scope.spawn(|| {
                let agent = client();
                while let Some(form) = forms.get(next.fetch_add(1, Ordering::Relaxed)) {
                    match form.press(&agent, url) {
                        Ok(Answer { status: 303, location: Some(location), .. }) => {
                            ledger.lock().unwrap().answered.insert(form.form_key.clone(), location);
                            after(answered.fetch_add(1, Ordering::Relaxed) + 1);
                        }
                        Ok(other) => ledger.lock().unwrap().other.push(other),
                        Err(_) => break,
                    }
                }
            });
        }
    });
    Ledger { pressed: forms.len().min(next.into_inner()), ..ledger.into_inner().unwrap() }
}
