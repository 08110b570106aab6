//! Settings: from the environment (`PEOPLEWORTHY_…`) and from one TOML file (the same names in lower case without the
//! prefix) that `PEOPLEWORTHY_CONFIG` names; the environment wins. A name nobody knows stops the start, because a
//! setting that is misspelt is a setting that is not in force.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;

use crate::clock::{Clock, Moment};
use crate::db;

const PREFIX: &str = "PEOPLEWORTHY_";

/// One setting as the command `settings` prints it.
#[derive(Debug)]
pub struct Setting {
    /// The key in the file; in the environment in capitals behind `PEOPLEWORTHY_`.
    pub key: &'static str,
    /// What holds when it is not set.
    pub default: &'static str,
    /// What it means, in one sentence.
    pub meaning: &'static str,
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "data_dir",
        default: "./data",
        meaning: "Folder for the database file, the secret file and mails that lie on disk.",
    },
    Setting {
        key: "database_url",
        default: "sqlite:DATA_DIR/peopleworthy.db",
        meaning: "Where the database is: sqlite:PATH or postgres://USER@HOST/NAME.",
    },
    Setting { key: "listen", default: "127.0.0.1:8080", meaning: "Address and port to answer on." },
    Setting {
        key: "base_url",
        default: "http://LISTEN",
        meaning: "How people reach the app; every link begins with it. Must be https unless it is this machine.",
    },
    Setting {
        key: "allow_http",
        default: "off",
        meaning: "on: accept a base_url without https that is not this machine, for a trial in a local network.",
    },
    Setting {
        key: "secret_file",
        default: "DATA_DIR/secret",
        meaning: "The key file, made on first start with mode 600. Keep a copy apart from the backups.",
    },
    Setting {
        key: "mail_url",
        default: "",
        meaning: "smtp://USER:PASSWORD@HOST:PORT, smtps://… or smtp://…?tls=required (offered, none; &ca=FILE for an authority of your own); not set: mails lie as .eml files in DATA_DIR/mail.",
    },
    Setting {
        key: "mail_from",
        default: "Peopleworthy <peopleworthy@localhost>",
        meaning: "The sender of every mail.",
    },
    Setting {
        key: "trusted_proxies",
        default: "",
        meaning: "Addresses or networks (10.0.0.0/8), separated by commas, whose X-Forwarded-For is believed.",
    },
    Setting { key: "limits", default: "on", meaning: "off: no limits on tries and submissions, for load tests only." },
    Setting {
        key: "log",
        default: "info",
        meaning: "What is logged: error, warn, info, debug, trace, or a filter such as peopleworthy=debug,warn.",
    },
];

/// Settings that only a build with debug assertions knows, so that no product can be set to them.
const TEST_SETTINGS: &[&str] = &[
    "test_notify_hint",
    "test_mail_pause",
    "test_mail_haste",
    "test_panic_at",
    "test_collect_pause",
    "test_broken",
    "test_now",
];

/// The settings in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// Folder for everything this node keeps on disk.
    pub data_dir: PathBuf,
    /// Where the database is.
    pub database: db::Url,
    /// Where to answer.
    pub listen: SocketAddr,
    /// How links begin, without a slash at the end; none until the port is known.
    pub base_url: Option<String>,
    /// The key file.
    pub secret_file: PathBuf,
    /// The mail server, if one is set.
    pub mail_url: Option<MailUrl>,
    /// The sender of every mail.
    pub mail_from: String,
    /// Whose forwarded addresses are believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether limits on tries and submissions hold.
    pub has_limits: bool,
    /// What is logged.
    pub log: Targets,
    /// Whether a change is also told to other nodes at once (off only in tests, where polling must find it).
    pub notify_hint: bool,
    /// The seconds between two looks into the outbox when nothing wakes the sender.
    pub mail_pause: u64,
    /// How many times faster than usual the sender's deadlines and pauses run (1 but in tests, which cannot wait days).
    pub mail_haste: u32,
    /// A path at which every request panics (only in tests of what happens then).
    pub panic_at: Option<String>,
    /// Only in tests, which cannot wait for the morning: the seconds between two collections of what was written in the
    /// anonymous zone. No product can be set to it: no window there can be made shorter.
    pub collect_pause: Option<u64>,
    /// Protections of the anonymous zone that are left out (only in a test that shows what each of them is for).
    pub broken: Vec<String>,
    /// What the command `check` takes for now: the machine's clock, or in a test the clock of the house it looks at.
    pub clock: Clock,
}

/// The mail server's address; kept apart so that no log line prints the password in it.
#[derive(Clone)]
pub struct MailUrl(pub String);

impl std::fmt::Debug for MailUrl {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let place = self.0.rsplit_once('@').map_or(self.0.as_str(), |(_, place)| place);
        write!(out, "…{place}")
    }
}

/// Addresses that share their first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: std::net::IpAddr,
    bits: u8,
}

impl Network {
    /// Whether an address lies in this network; an IPv4 address in IPv6 clothes is taken for what it is.
    pub fn contains(&self, other: std::net::IpAddr) -> bool {
        use std::net::IpAddr::{V4, V6};
        match (self.address, other.to_canonical()) {
            (V4(network), V4(other)) => same_bits(&network.octets(), &other.octets(), self.bits),
            (V6(network), V6(other)) => same_bits(&network.octets(), &other.octets(), self.bits),
            _ => false,
        }
    }
}

fn same_bits(one: &[u8], other: &[u8], bits: u8) -> bool {
    (0..usize::from(bits)).all(|bit| (one[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8)) == 0)
}

impl std::str::FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Network, String> {
        let wrong = || format!("trusted_proxies: {text} is no address or network");
        let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: std::net::IpAddr = address.trim().parse().map_err(|_| wrong())?;
        let widest = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(widest), |bits| bits.trim().parse().map_err(|_| wrong()))?;
        if bits > widest { Err(wrong()) } else { Ok(Network { address, bits }) }
    }
}

impl Config {
    /// Reads the environment and the file it names. The error is what the administrator should read.
    pub fn from_environment() -> Result<Config, String> {
        let environment: BTreeMap<String, String> =
            std::env::vars().filter(|(name, _)| name.starts_with(PREFIX)).collect();
        let file = match environment.get("PEOPLEWORTHY_CONFIG") {
            None => String::new(),
            Some(path) => {
                std::fs::read_to_string(path).map_err(|error| format!("PEOPLEWORTHY_CONFIG={path}: {error}"))?
            }
        };
        Config::read(&environment, &file)
    }

    /// Reads settings from names and values and from the text of a TOML file.
    pub fn read(environment: &BTreeMap<String, String>, file: &str) -> Result<Config, String> {
        let mut values = BTreeMap::new();
        let table: toml::Table = file.parse().map_err(|error| format!("the settings file: {error}"))?;
        for (key, value) in table {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            values.insert(known(&key).map_err(|error| format!("the settings file: {error}"))?, text);
        }
        for (name, value) in environment.iter().filter(|(name, _)| *name != "PEOPLEWORTHY_CONFIG") {
            let key = name.strip_prefix(PREFIX).unwrap_or(name).to_ascii_lowercase();
            // Variables of the project's own tests may stand in the environment of the programs they start.
            if key.starts_with("test_postgres") {
                continue;
            }
            values.insert(known(&key).map_err(|error| format!("{name}: {error}"))?, value.clone());
        }
        values.retain(|_, value| !value.trim().is_empty());
        Config::from_values(&values)
    }

    fn from_values(values: &BTreeMap<&'static str, String>) -> Result<Config, String> {
        let text = |key| values.get(key).map(|value| value.trim().to_owned());
        let data_dir = PathBuf::from(text("data_dir").unwrap_or_else(|| "./data".into()));
        let default_database = || format!("sqlite:{}", data_dir.join("peopleworthy.db").display());
        let listen = text("listen").unwrap_or_else(|| "127.0.0.1:8080".into());
        let listen = listen
            .parse()
            .map_err(|_| format!("listen: {listen} is no address with a port, such as 127.0.0.1:8080"))?;
        let base_url = text("base_url").map(|url| url.trim_end_matches('/').to_owned());
        let http_is_allowed = switch("allow_http", text("allow_http"), false)?;
        let base_url = match base_url {
            Some(url) => Some(checked_base_url(&url, http_is_allowed)?),
            None if listen_is_here(&listen) || http_is_allowed => None,
            None => {
                return Err(format!(
                    "listen: {listen} is not only this machine; set base_url to the https address that people use, or allow_http=on for a trial"
                ));
            }
        };
        let proxies = text("trusted_proxies").unwrap_or_default();
        let mail_url = text("mail_url");
        if let Some(url) = &mail_url
            && !(url.starts_with("smtp://") || url.starts_with("smtps://"))
        {
            return Err("mail_url must begin with smtp:// or smtps://".into());
        }
        Ok(Config {
            database: text("database_url")
                .unwrap_or_else(default_database)
                .parse()
                .map_err(|error| format!("database_url: {error}"))?,
            listen,
            base_url,
            secret_file: text("secret_file").map_or_else(|| data_dir.join("secret"), PathBuf::from),
            mail_url: mail_url.map(MailUrl),
            mail_from: text("mail_from").unwrap_or_else(|| "Peopleworthy <peopleworthy@localhost>".into()),
            trusted_proxies: proxies
                .split(',')
                .filter(|part| !part.trim().is_empty())
                .map(|part| part.trim().parse())
                .collect::<Result<_, _>>()?,
            has_limits: switch("limits", text("limits"), true)?,
            log: log_filter(text("log").as_deref().unwrap_or("info"))?,
            notify_hint: switch("test_notify_hint", text("test_notify_hint"), true)?,
            mail_pause: text("test_mail_pause").and_then(|seconds| seconds.parse().ok()).unwrap_or(15),
            mail_haste: text("test_mail_haste").and_then(|factor| factor.parse().ok()).unwrap_or(1).max(1),
            panic_at: text("test_panic_at"),
            collect_pause: text("test_collect_pause").and_then(|seconds| seconds.parse().ok()),
            broken: text("test_broken").unwrap_or_default().split(',').map(str::to_owned).collect(),
            clock: text("test_now")
                .and_then(|micros| micros.parse().ok())
                .map_or(Clock::System, |micros| Clock::standing_at(Moment::from_micros(micros))),
            data_dir,
        })
    }

    /// How links begin: as set, or by the address this process answers on.
    pub fn origin(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Whether a protection of the anonymous zone is left out; never in a product.
    pub fn is_broken(&self, protection: &str) -> bool {
        cfg!(debug_assertions) && self.broken.iter().any(|name| name == protection)
    }

    /// Whether browsers reach the app by https; without it the app says that this is a trial.
    pub fn is_https(&self) -> bool {
        self.origin().starts_with("https://")
    }
}

fn switch(key: &str, value: Option<String>, default: bool) -> Result<bool, String> {
    match value.as_deref() {
        None => Ok(default),
        Some("on") => Ok(true),
        Some("off") => Ok(false),
        Some(other) => Err(format!("{key} is on or off, not {other}")),
    }
}

/// Levels, of all lines or of a part of the program. A word that is neither would be the name of a part of which all is
/// logged, and nothing of the rest: it is refused.
fn log_filter(value: &str) -> Result<Targets, String> {
    let is_part = |name: &str| name.chars().all(|sign| sign.is_ascii_alphanumeric() || "_:-".contains(sign));
    value.split(',').map(str::trim).try_fold(Targets::new(), |filter, rule| {
        let (part, level) = rule.split_once('=').map_or((None, rule), |(part, level)| (Some(part), level));
        match (part, level.parse::<LevelFilter>()) {
            (None, Ok(level)) if !rule.is_empty() => Ok(filter.with_default(level)),
            (Some(part), Ok(level)) if !rule.ends_with('=') && is_part(part) => Ok(filter.with_target(part, level)),
            _ => Err(format!(
                "log: {value} is not understood; say error, warn, info, debug or trace, or a filter such as peopleworthy=debug,warn"
            )),
        }
    })
}

fn listen_is_here(listen: &SocketAddr) -> bool {
    listen.ip().is_loopback()
}

/// Refuses a public address without https: passwords and follow links would travel in the open. Gives the address with
/// its beginning in small letters, as browsers say it.
fn checked_base_url(url: &str, http_is_allowed: bool) -> Result<String, String> {
    let parsed: actix_web::http::Uri = url.parse().map_err(|_| format!("base_url: {url} is no address"))?;
    let host = parsed.host().unwrap_or_default();
    let is_here = host == "localhost"
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    match parsed.scheme_str() {
        Some("https") => Ok(format!("https://{rest}")),
        Some("http") if is_here || http_is_allowed => Ok(format!("http://{rest}")),
        Some("http") => Err(format!(
            "base_url: {url} is not https; put a proxy with a certificate in front, or set allow_http=on for a trial"
        )),
        _ => Err(format!("base_url: {url} must begin with https:// (or http:// on this machine)")),
    }
}

fn known(key: &str) -> Result<&'static str, String> {
    let names = SETTINGS.iter().map(|setting| setting.key);
    let names: Vec<_> =
        if cfg!(debug_assertions) { names.chain(TEST_SETTINGS.iter().copied()).collect() } else { names.collect() };
    if let Some(name) = names.iter().find(|name| **name == key) {
        return Ok(name);
    }
    let nearest = names.iter().min_by_key(|name| distance(name, key)).unwrap_or(&"");
    Err(format!("there is no setting {key}; did you mean {nearest}? `peopleworthy settings` lists them all"))
}

/// Levenshtein's edit distance, for "did you mean".
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let next = (corner + usize::from(a != *b)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
        Config::read(&pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(), "")
    }

    #[test]
    fn a_misspelt_setting_stops_the_start_and_names_the_nearest() {
        let error = read(&[("PEOPLEWORTHY_LISTN", "127.0.0.1:1")]).unwrap_err();
        assert!(error.contains("did you mean listen"), "{error}");
        let error = Config::read(&BTreeMap::new(), "bse_url = 'x'").unwrap_err();
        assert!(error.contains("did you mean base_url"), "{error}");
    }

    #[test]
    fn what_is_logged_is_a_level_or_a_filter_and_nothing_that_would_silence_the_log() {
        let filter = |value| read(&[("PEOPLEWORTHY_LOG", value)]).map(|config| config.log);
        assert_eq!(read(&[]).unwrap().log, Targets::new().with_default(Level::INFO));
        assert_eq!(filter("warn").unwrap(), Targets::new().with_default(Level::WARN));
        let ours = Targets::new().with_default(Level::WARN).with_target("peopleworthy", Level::DEBUG);
        assert_eq!(filter("peopleworthy=debug, warn").unwrap(), ours);
        for silent in ["debgu", "\"info\"", "*", "info,", "peopleworthy=", "=debug,x", "[span]=debug", "a b=info"] {
            assert!(filter(silent).unwrap_err().contains(silent), "{silent}");
        }
    }

    #[test]
    fn au15_a_public_address_without_https_is_refused() {
        assert!(read(&[("PEOPLEWORTHY_BASE_URL", "http://praise.example")]).is_err());
        assert!(read(&[("PEOPLEWORTHY_BASE_URL", "http://praise.example"), ("PEOPLEWORTHY_ALLOW_HTTP", "on")]).is_ok());
        assert!(read(&[("PEOPLEWORTHY_LISTEN", "0.0.0.0:8080")]).is_err());
        assert!(
            read(&[("PEOPLEWORTHY_LISTEN", "0.0.0.0:8080"), ("PEOPLEWORTHY_BASE_URL", "https://praise.example")])
                .is_ok()
        );
        assert!(read(&[("PEOPLEWORTHY_BASE_URL", "http://127.0.0.1:8080/")]).is_ok());
        let loud = read(&[("PEOPLEWORTHY_BASE_URL", "HTTPS://praise.example")]).unwrap();
        assert!(loud.is_https(), "cookies would go without Secure");
        assert_eq!(loud.origin(), "https://praise.example");
        assert_eq!(
            read(&[("PEOPLEWORTHY_BASE_URL", "https://praise.example/")]).unwrap().origin(),
            "https://praise.example"
        );
    }

    #[test]
    fn ls1_a_password_in_a_setting_is_never_printed() {
        for database in [
            "postgres://user:sesame@db.example/pw",
            "postgresql://user:se@same@db.example/pw?application_name=a@b",
            "postgres://user:se?same@db.example/pw",
            "postgres://db.example/pw?user=us&password=sesame",
            "postgres:///pw?password=sesame@home",
        ] {
            let config = read(&[
                ("PEOPLEWORTHY_MAIL_URL", "smtp://user:sesame@mail.example"),
                ("PEOPLEWORTHY_DATABASE_URL", database),
            ])
            .unwrap();
            let said = format!("{config:?} {config:#?} {:?} {}", config.database, config.database);
            assert!(said.contains("mail.example") && said.contains("postgres://"), "it is printed at all: {said}");
            assert!(!said.contains("sesame") && !said.contains("same@"), "{said}");
        }
    }

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let network: Network = "10.1.0.0/16".parse().unwrap();
        assert!(
            network.contains("10.1.200.3".parse().unwrap()) && network.contains("::ffff:10.1.0.9".parse().unwrap())
        );
        assert!(!network.contains("10.2.0.1".parse().unwrap()) && !network.contains("::1".parse().unwrap()));
        assert!("10.0.0.0/33".parse::<Network>().is_err() && "here".parse::<Network>().is_err());
    }
}
