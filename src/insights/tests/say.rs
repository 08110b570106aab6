//! What is said of a record, word by word, and which words never are.

use regex::Regex;
use serde_json::Value;

use super::known_truth::{Dice, House, Kind, generate};
use super::{reported, table_of};
use crate::insights::record::*;
use crate::insights::say::sentences;
use crate::insights::table::UnitLevel;
use crate::insights::usable::Reason;
use crate::oracles_tests::{Case, Oracle};
use crate::views::{Lang, Views};

/// The record of which a case tells the numbers.
fn record_of(case: &Case) -> Record {
    let numbers = &case.input["numbers"];
    let number = |name: &str| numbers[name].as_f64();
    let count = |name: &str| numbers[name].as_u64().map(|count| count as usize);
    let range = |name: &str| Some([numbers[name][0].as_f64()?, numbers[name][1].as_f64()?]);
    let claims: Claims = serde_json::from_value(case.input["claims"].clone()).unwrap();
    let between = number("r").map(|r| Between {
        n: count("n").unwrap(),
        r,
        ci95: range("ci"),
        spearman: Some(r),
        p: number("p").unwrap(),
        p_holm: number("p").unwrap(),
        r_weighted: None,
        r80: number("r80"),
        loo_range: None,
    });
    let sign = if claims.within == WithinClaim::Opposite { -1.0 } else { 1.0 };
    let clear = numbers["lag0_clear"].as_bool().map(|_| 0).or(numbers["best_lag"].as_i64().map(|lag| lag as i32));
    let lags: Vec<i32> = (-2..=2).collect();
    let p = |lag: &i32| if Some(*lag) == clear { 0.001 } else { 0.4 };
    let within = (claims.within != WithinClaim::TooFew).then(|| Within {
        units: count("G").unwrap(),
        periods: count("T").unwrap(),
        cells: 200,
        r: lags.iter().map(|lag| if p(lag) < 0.05 { 0.4 * sign } else { -0.02 * sign }).collect(),
        p_adjusted: lags.iter().map(p).collect(),
        p_holm: if clear.is_some() { 0.002 } else { 0.6 },
        chance_band: vec![[-0.2, 0.2]; 5],
        lags,
        slope: number("beta").map(|beta| Slope { beta, se: 0.1, df: 19, ci95: range("beta_ci") }),
    });
    let hidden = count("hidden").map(|count| LeftOut { reason: Reason::TooFewAnswers, count });
    Record {
        periods: vec![String::from("2026-01"); count("T").unwrap()],
        units: Units { shown: count("n").unwrap(), left_out: hidden.into_iter().collect() },
        between,
        within,
        order: None,
        claims,
        flags: numbers["simpson"].as_bool().map(|_| Flag::Simpson).into_iter().collect(),
        ..empty()
    }
}

fn empty() -> Record {
    reported(&table_of(&[]), 9)
}

#[test]
fn what_is_said_in_english_is_what_was_written_before() {
    let views = Views::load().unwrap();
    for case in &Oracle::read("23_sentences.json").cases {
        let expected: Vec<&str> =
            case.expected["sentences"].as_array().unwrap().iter().map(|sentence| sentence.as_str().unwrap()).collect();
        assert_eq!(sentences(&record_of(case), &views, Lang::En), expected, "{}", case.name);
    }
}

#[test]
fn german_says_the_same() {
    let views = Views::load().unwrap();
    let said = Oracle::read("23_sentences.json").cases.iter().fold(String::new(), |mut said, case| {
        said += &format!("# {}\n{}\n\n", case.name, sentences(&record_of(case), &views, Lang::De).join("\n"));
        said
    });
    insta::assert_snapshot!("sentences_de", said);
}

/// What no case of the fixture tells of.
fn rare_records() -> Vec<Record> {
    let cases = Oracle::read("23_sentences.json").cases;
    let records: Vec<Record> = cases.iter().map(record_of).collect();
    let together = records[5].clone();
    let left_out = Reason::ALL.into_iter().zip(1..).map(|(reason, count)| LeftOut { reason, count }).collect();
    let flags = vec![
        Flag::Simpson,
        Flag::OneUnitDecides,
        Flag::LowCoverage,
        Flag::TeamsHardlyDiffer,
        Flag::MoreFeedbackWhereEngaged,
    ];
    let mut apart = together.clone();
    apart.between.as_mut().unwrap().spearman = Some(0.5);
    let mut uncertain = records[8].clone();
    uncertain.within.as_mut().unwrap().slope.as_mut().unwrap().ci95 = Some([-0.8, 0.1]);
    let mut backwards = records[7].clone();
    backwards.claims.within = WithinClaim::Opposite;
    backwards.within.as_mut().unwrap().r[1] = -0.5;
    let mut forwards = records[6].clone();
    forwards.claims.within = WithinClaim::Opposite;
    forwards.within.as_mut().unwrap().p_adjusted = vec![0.5, 0.5, 0.5, 0.5, 0.01];
    let mut gaps = records[0].clone();
    (gaps.units.shown, gaps.periods) = (14, vec![String::new(); 9]);
    let mut one = records[0].clone();
    (one.units.shown, one.periods) = (1, vec![String::new(); 1]);
    let same = Record { between: None, ..records[2].clone() };
    let everything = Record { flags, units: Units { shown: 20, left_out }, ..together };
    vec![apart, uncertain, backwards, forwards, gaps, one, same, everything]
}

/// The sentences of these records, each once, were they about teams, sites or departments.
fn all_sentences(records: &[Record], lang: Lang) -> Vec<String> {
    let views = Views::load().unwrap();
    let of = |level: UnitLevel| {
        let at_level = records.iter().map(move |record| Record { unit_level: level, ..record.clone() });
        at_level.flat_map(|record| sentences(&record, &views, lang)).collect::<Vec<String>>()
    };
    let mut said: Vec<String> =
        [UnitLevel::Team, UnitLevel::Site, UnitLevel::Department].into_iter().flat_map(of).collect();
    said.sort();
    said.dedup();
    said
}

#[test]
fn rare_sentences_read_well_of_every_level() {
    for lang in Lang::ALL.iter().copied() {
        insta::assert_snapshot!(format!("rare_sentences_{lang}"), all_sentences(&rare_records(), lang).join("\n"));
    }
}

/// The words that name a reason, in a language, and the sentences that say that there is none.
fn banned(lang: Lang) -> (Regex, Vec<String>, Vec<String>) {
    let fixture = Oracle::read("23_sentences.json").rest;
    let texts = |list: &Value| {
        list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect::<Vec<String>>()
    };
    let own = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    match lang {
        Lang::En => (
            Regex::new(fixture["banned_regex"].as_str().unwrap()).unwrap(),
            texts(&fixture["whitelist"]),
            texts(&fixture["negative_examples"]),
        ),
        Lang::De => (
            Regex::new(
                r"(?i)\b(\w*ursach\w*|weil|deshalb|deswegen|daher|darum|wegen|dank|aufgrund|auf grund|infolge|dadurch|wodurch|hebel|roi|\w*treib(t|en|er|ern)|getrieben|\w*einfl(u|ü)ss\w*|\w*wirk(t|en|te|ung|ungen|sam)|effekt\w*|führ(t|en|te|ten) (\w+ )*zu|ergibt sich|resultier\w*|verbesser\w*|verschlechter\w*|\w*steiger(t|n|ung|ungen|te)|\w*beweis\w*|bewiesen|vorher(sag|zusag)\w*|sag(t|en) .* vorher\b|signifikan\w*)\b",
            )
            .unwrap(),
            own(&["Zuerst zu kommen heißt nicht, die Ursache zu sein: Etwas anderes kann beides bewegen."]),
            own(&[
                "Engagement verursacht Lob.",
                "Engagement treibt die Zufriedenheit.",
                "Ein wichtiger Treiber ist Engagement.",
                "Höheres Engagement führt zu besseren Bewertungen.",
                "Die Auswirkung von Engagement beträgt 4 Punkte.",
                "Engagement beeinflusst die Kundschaft.",
                "Der Einfluss ist groß.",
                "Engagement sagt Zufriedenheit vorher.",
                "Eine signifikante Korrelation.",
                "Mehr Engagement steigert den Umsatz.",
                "Die Bewertung ist besser, weil das Team engagiert ist.",
                "Dank hohem Engagement gibt es mehr Lob.",
            ]),
        ),
    }
}

#[test]
fn no_sentence_says_why() {
    let mut records = rare_records();
    records.extend(Oracle::read("23_sentences.json").cases.iter().map(record_of));
    for lang in Lang::ALL.iter().copied() {
        let (banned, allowed, examples) = banned(lang);
        examples.iter().for_each(|example| assert!(banned.is_match(example), "{example} is not found"));
        let path = format!("{}/locales/{lang}/insights.ftl", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(path).unwrap();
        let written = file.lines().filter(|line| !line.starts_with('#')).map(str::to_owned);
        let mut met = 0;
        for sentence in written.chain(all_sentences(&records, lang)) {
            let kept = allowed.iter().fold(sentence.clone(), |kept, allowed| kept.replace(allowed, ""));
            met += usize::from(kept != sentence);
            let found: Vec<&str> = banned.find_iter(&kept).map(|found| found.as_str()).collect();
            assert!(found.is_empty(), "{found:?} in {sentence}");
        }
        assert!(met >= 4, "{lang} says nowhere that coming first is no reason");
    }
}

#[test]
fn made_up_houses_have_something_said_of_them_in_every_language() {
    let views = Views::load().unwrap();
    for (kind, periods) in [(Kind::Null, 3), (Kind::Same, 7), (Kind::Lead, 12), (Kind::Reverse, 12), (Kind::Common, 8)]
    {
        for units in [5, 9, 20] {
            let house = House { missing: 0.1, ..House::of(kind, units, periods, 0.9) };
            let record = reported(&table_of(&generate(house, &mut Dice(7))), 199);
            let counts = Lang::ALL.iter().map(|lang| sentences(&record, &views, *lang).len()).collect::<Vec<_>>();
            assert!(counts[0] >= 3 && counts.iter().all(|count| *count == counts[0]), "{record:?}");
        }
    }
}

#[test]
fn how_much_is_said_only_where_the_same_period_is_clear() {
    let views = Views::load().unwrap();
    let slope = Some(Slope { beta: 0.3, se: 0.1, df: 19, ci95: Some([0.1, 0.5]) });
    let mut record = record_of(&Oracle::read("23_sentences.json").cases[6]);
    let before = sentences(&record, &views, Lang::En);
    let within = record.within.as_mut().unwrap();
    (within.slope, within.r[2]) = (slope, 0.1);
    assert_eq!(sentences(&record, &views, Lang::En), before);
    // Clear, but the other way round than the strongest.
    let within = record.within.as_mut().unwrap();
    (within.r[2], within.p_adjusted[2]) = (-0.3, 0.01);
    assert_eq!(sentences(&record, &views, Lang::En), before);
    let within = record.within.as_mut().unwrap();
    within.r[2] = 0.3;
    assert!(sentences(&record, &views, Lang::En)[2].contains("10 points of engagement went with 3.0 points"));
}

#[test]
fn what_is_rounded_to_nought_has_no_minus_and_chance_is_rounded_up() {
    let views = Views::load().unwrap();
    let mut record = record_of(&Oracle::read("23_sentences.json").cases[3]);
    let said = |between: Between, record: &mut Record| {
        record.between = Some(between);
        sentences(record, &views, Lang::En)[0].clone()
    };
    let between = record.between.clone().unwrap();
    let flat = said(Between { ci95: Some([-0.004, -0.006]), ..between.clone() }, &mut record);
    assert!(flat.contains("between 0.00 and −0.01"), "{flat}");
    for (p, words) in [
        (0.0009, "fewer than 1 in 1,000"),
        (0.001, "fewer than 1 in 100"),
        (0.01, "about 1 in 100"),
        (0.03, "about 3 in 100"),
        (0.0301, "about 4 in 100"),
        (0.07, "about 7 in 100"),
    ] {
        let said = said(Between { p_holm: p, ..between.clone() }, &mut record);
        assert!(said.contains(words), "{p}: {said}");
    }
}
