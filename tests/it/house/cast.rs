//! The standing cast: one organisation, two sites, somebody for every role, and somebody who left.

use peopleworthy::app::App;
use peopleworthy::directory::import;
use peopleworthy::ids::{PersonId, PlaceId, RowId, SiteId};
use peopleworthy::people::code::{Code, Subject};
use peopleworthy::people::organisation::Organisation;
use peopleworthy::people::{account_store, code_store, organisation_store, passwords, person_store, site_store};
use peopleworthy::secrets::random_code;

use super::House;

/// Everybody's password.
pub const PASSWORD: &str = "nine ducks on a quiet lake";
/// What Bruno, who has no address, signs in with.
pub const OWN_CODE: &str = "lighthouse-74";

const SITES: &str = "name,slug,time_zone,languages,country,parent
Seaside,seaside,Europe/Lisbon,en,PT,
Harbour,harbour,Europe/London,en,GB,
";

/// The numbers are names, so that tests read like sentences. Amina stands where guests are; Tomás is in her team, Lena
/// elsewhere in her house, Yuki in the other house. Bruno has no address. Leo left. Olga answers what housekeeping raises:
/// Rosa raises it, Sven says "me too", Xenia must not see it; Clara is the confidant of the house, Carl of all houses.
const PEOPLE: &str =
    "employee_number,given_name,family_name,preferred_name,email,job_title,site,department,team,left_on,role
amina,Aminata,Diallo,Amina,amina@staff.example,Receptionist,seaside,Front office,Early,,
tomas,Tomás,Novák,,tomas@staff.example,Porter,seaside,Front office,Early,,
lena,Lena,Fischer,,lena@staff.example,Waiter,seaside,Restaurant,,,
bruno,Bruno,Costa,,,Cleaner,seaside,Housekeeping,,,
yuki,Yuki,Tanaka,,yuki@staff.example,Receptionist,harbour,Front office,,,
rita,Rita,Salgado,,rita@staff.example,Guest relations,seaside,Front office,,,responder@seaside
hugo,Hugo,Bergström,,hugo@staff.example,Guest relations,harbour,Front office,,,responder@harbour
mia,Mia,Petrova,,mia@staff.example,House manager,seaside,,,,site_manager@seaside
harriet,Harriet,Okafor,,harriet@staff.example,People,seaside,,,,hr
eva,Eva,Marchetti,,eva@staff.example,Director,harbour,,,,executive
carl,Carl,Jensen,,carl@staff.example,Confidant,harbour,,,,confidential_handler
otto,Otto,Keller,,otto@staff.example,Auditor,harbour,,,,auditor
ada,Ada,Byrne,,ada@staff.example,Systems,seaside,,,,admin
olga,Olga,Brandt,,olga@staff.example,Head housekeeper,seaside,Housekeeping,,,
rosa,Rosa,Lindgren,,rosa@staff.example,Cleaner,seaside,Housekeeping,,,
sven,Sven,Kowalski,,sven@staff.example,Gardener,seaside,Grounds,,,
xenia,Xenia,Doukas,,xenia@staff.example,Shift lead,seaside,Housekeeping,,,
clara,Clara,Weiss,,clara@staff.example,Confidant,seaside,,,,confidential_handler@seaside
leo,Leo,Martin,,leo@staff.example,Receptionist,seaside,Front office,Early,2026-11-01,
";

/// Lets them in.
pub async fn enter(app: &App) {
    let now = app.now();
    let organisation = Organisation {
        id: RowId::new(now),
        name: "Seaside Hotels".into(),
        language: "en".into(),
        languages: "en,de".into(),
        created_at: now,
        version: 1,
    };
    app.write(move |deed| {
        organisation_store::insert_organisation(deed.conn, &organisation)?;
        organisation_store::set_values(deed.conn, &["Warm welcome".into(), "Own it".into()], deed.now)
    })
    .await
    .unwrap();
    let sites = import::sites(app, SITES.as_bytes()).await.unwrap();
    assert!(!sites.is_refused(), "{sites}");
    let people = import::people(app, PEOPLE.as_bytes(), false).await.unwrap();
    assert!(!people.is_refused(), "{people}");
    let password = passwords::hash(PASSWORD).await.unwrap();
    let own_code = passwords::hash(OWN_CODE).await.unwrap();
    app.write(move |deed| {
        for person in person_store::list_everybody(deed.conn)? {
            let email = person.email.as_deref();
            let account = match account_store::find_of_person(deed.conn, person.id)? {
                Some(account) => account.id,
                None => account_store::insert(deed.conn, person.id, email, deed.now)?,
            };
            match email {
                Some(_) => account_store::set_password(deed.conn, account, &password)?,
                None => account_store::set_own_code(deed.conn, account, &own_code, false)?,
            }
        }
        Ok(())
    })
    .await
    .unwrap();
    app.write(codes).await.unwrap();
}

/// Places, and a code of every level.
fn codes(deed: &mut peopleworthy::app::Deed) -> diesel::QueryResult<()> {
    let mut subjects = vec![Subject::Organisation];
    for (slug, place) in [("seaside", "Front desk"), ("harbour", "Pool bar")] {
        let site = site_store::find_site_by_slug(deed.conn, slug)?.unwrap();
        let (place, _) = site_store::add_place(deed.conn, site.id, place, deed.now)?;
        subjects.extend([Subject::Site(site.id), Subject::Place(place)]);
    }
    for number in ["amina", "leo", "yuki"] {
        let person = person_store::find_person_by_number(deed.conn, number)?.unwrap();
        subjects.push(Subject::Person(person.id));
    }
    for subject in subjects {
        code_store::insert_code(deed.conn, &Code::new(random_code(10), subject, deed.now))?;
    }
    Ok(())
}

impl House {
    /// Somebody of the cast.
    pub fn person(&self, number: &str) -> PersonId {
        let number = number.to_owned();
        self.read(move |conn| person_store::find_person_by_number(conn, &number)).unwrap().id
    }

    /// A site by its slug.
    pub fn site(&self, slug: &str) -> SiteId {
        let slug = slug.to_owned();
        self.read(move |conn| site_store::find_site_by_slug(conn, &slug)).unwrap().id
    }

    /// The one place of a site.
    pub fn place(&self, slug: &str) -> PlaceId {
        let site = self.site(slug);
        self.read(move |conn| site_store::list_places(conn, site)).first().unwrap().id
    }

    /// What is printed for a subject.
    pub fn code(&self, subject: Subject) -> Code {
        self.read(move |conn| code_store::find_code_of(conn, subject)).unwrap()
    }
}
