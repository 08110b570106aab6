//! A house that serves: filled, counted, and asked for its pages.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::time::{Duration, Instant};

use peopleworthy::app::App;
use peopleworthy::clock::{Clock, Moment};
use peopleworthy::config::Config;
use peopleworthy::ids::{PersonId, RowId, SiteId};
use peopleworthy::insights::reports::figure::Figures;
use peopleworthy::insights::reports::{figure_store, recount};
use peopleworthy::people::organisation::Organisation;
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::{account_store, organisation_store, role_store, sessions};
use peopleworthy::views::Views;
use peopleworthy::{commands, server};
use tokio::runtime::Runtime;

use super::filling::{self, PEOPLE_AT_SITE, SITES, key};
use super::{Engine, NOW};

/// The site whose page is asked for.
pub const SITE: i64 = 200;
const WARM: usize = 5;
const TIMES: usize = 30;

/// A page, and who asks for it.
#[derive(Clone, Copy, PartialEq)]
pub enum Page {
    Hr,
    Executive,
    Site,
}

impl Page {
    pub const ALL: [Page; 3] = [Page::Hr, Page::Executive, Page::Site];

    pub fn name(self) -> &'static str {
        match self {
            Page::Hr => "HR's page",
            Page::Executive => "executive's page",
            Page::Site => "site page",
        }
    }

    fn path(self) -> String {
        match self {
            Page::Hr | Page::Executive => "/insights".into(),
            Page::Site => format!("/insights/sites/site-{SITE}"),
        }
    }

    /// Who asks, and as what.
    fn reader(self) -> (i64, Role, Option<SiteId>) {
        match self {
            Page::Hr => (0, Role::Hr, None),
            Page::Executive => (1, Role::Executive, None),
            Page::Site => (SITE * PEOPLE_AT_SITE, Role::SiteManager, Some(SiteId(key("site", SITE)))),
        }
    }
}

pub struct House {
    app: App,
    pub notes: i64,
    address: SocketAddr,
    /// The cookie of each reader, in the order of the pages.
    cookies: Vec<String>,
}

impl House {
    /// Makes its rows, counts, and serves until the bench ends.
    pub fn open(runtime: &Runtime, engine: Engine, url: &str, folder: &Path, notes: i64) -> House {
        let clock = Clock::standing_at(Moment::from_micros(NOW));
        let views = Views::load().unwrap().with_clock(clock.clone());
        let app =
            commands::open_with(config(url, folder), clock, views).unwrap_or_else(|stop| panic!("{}", stop.sentence()));
        let began = Instant::now();
        filling::fill(engine, url, notes, app.now());
        let filled = began.elapsed();
        let began = Instant::now();
        runtime.block_on(recount::run(&app, "bench")).unwrap();
        let counted = began.elapsed();
        filling::settle(engine, url);
        println!(
            "{:<10} {notes:>10} notes made in {:.0} s, counted in {:.1} s (the price that the clock pays)",
            engine.name(),
            filled.as_secs_f64(),
            counted.as_secs_f64()
        );
        let cookies = runtime.block_on(sign_in(&app));
        House { address: serve(app.clone()), app, notes, cookies }
    }

    /// What is kept of the house and of all sites, or of the one site.
    pub fn figures(&self, runtime: &Runtime, of: Page) -> Figures {
        let is_house = of != Page::Site;
        let sites: Vec<_> =
            if is_house { (0..SITES).map(|n| key("site", n)).collect() } else { vec![key("site", SITE)] };
        let found = self.app.read(move |conn| {
            let mut figures = if is_house { figure_store::find(conn, None)?.figures } else { Figures::new() };
            figures.extend(figure_store::list_figures(conn, &sites)?);
            Ok(figures)
        });
        runtime.block_on(found).unwrap()
    }

    /// How long that takes, without the page around it: the median.
    pub fn time_figures(&self, runtime: &Runtime, of: Page) -> Duration {
        let time = || {
            let began = Instant::now();
            let figures = self.figures(runtime, of);
            assert!(!figures.is_empty());
            began.elapsed()
        };
        median((0..TIMES).map(|_| time()).collect())
    }

    fn ask(&self, agent: &ureq::Agent, page: Page) -> Duration {
        let cookie = &self.cookies[page as usize];
        let began = Instant::now();
        let url = format!("http://{}{}", self.address, page.path());
        let mut said = agent.get(&url).header("Cookie", cookie).call().unwrap();
        let body = said.body_mut().read_to_string().unwrap();
        let took = began.elapsed();
        // A page of a house that was not counted, and one of somebody who is not signed in, would be quick too.
        assert!(said.status() == 200 && body.contains("Counted"), "{} {body}", said.status());
        took
    }
}

/// The median of each page in each house, in the order of the pages. Houses and pages take turns, so that whatever else
/// the machine does meets all of them.
pub fn ask_all(houses: &[House]) -> Vec<Vec<Duration>> {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
    let mut times = vec![vec![Vec::new(); houses.len()]; Page::ALL.len()];
    for round in 0..WARM + TIMES {
        for page in Page::ALL {
            for (at, house) in houses.iter().enumerate() {
                let took = house.ask(&agent, page);
                if round >= WARM {
                    times[page as usize][at].push(took);
                }
            }
        }
    }
    times.into_iter().map(|of_page| of_page.into_iter().map(median).collect()).collect()
}

/// The middle one; of an even number the mean of both.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    (times[(times.len() - 1) / 2] + times[times.len() / 2]) / 2
}

fn config(url: &str, folder: &Path) -> Config {
    let settings = [
        ("DATA_DIR", folder.display().to_string()),
        ("DATABASE_URL", url.to_owned()),
        ("LIMITS", "off".to_owned()),
        ("LOG", "error".to_owned()),
    ];
    let settings: BTreeMap<String, String> =
        settings.into_iter().map(|(name, value)| (format!("PEOPLEWORTHY_{name}"), value)).collect();
    Config::read(&settings, "").unwrap()
}

/// Founds the organisation, and signs in whoever reads.
async fn sign_in(app: &App) -> Vec<String> {
    let now = app.now();
    let organisation = Organisation {
        id: RowId::new(now),
        name: "Bench Trams".into(),
        language: "en".into(),
        languages: "en,de".into(),
        created_at: now,
        version: 1,
    };
    app.write(move |deed| organisation_store::insert_organisation(deed.conn, &organisation)).await.unwrap();
    let mut cookies = Vec::new();
    for page in Page::ALL {
        let (number, role, site_id) = page.reader();
        let person = PersonId(key("person", number));
        let grant = Grant { role, site_id, department_id: None };
        let account = app.write(move |deed| {
            role_store::add_grant(deed.conn, person, grant, deed.now)?;
            account_store::insert(deed.conn, person, None, deed.now)?;
            account_store::find_of_person(deed.conn, person)
        });
        let account = account.await.unwrap().unwrap();
        let cookie = sessions::start(app, &account, "Bench".into(), None).await.unwrap();
        cookies.push(format!("{}={}", cookie.name(), cookie.value()));
    }
    cookies
}

/// Where it listens. It runs until the bench ends.
fn serve(app: App) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move { server::start(app, listener, 2).unwrap().await.unwrap() });
    });
    address
}
