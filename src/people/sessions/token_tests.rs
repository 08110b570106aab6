//! Bar AU14: none of these may pass. Each case is made from a good token, and the good one is shown to pass first.

use aws_lc_rs::hmac;
use serde_json::{Value, json};

use super::*;

const NOW: i64 = 1_790_000_000;
const ORIGIN: &str = "https://praise.example";

fn secrets() -> Secrets {
    Secrets::from_bytes(b"the root of the tests, not of any installation")
}

fn now() -> Moment {
    Moment::from_micros(NOW * 1_000_000)
}

fn header() -> Value {
    json!({"alg": "HS256", "typ": TYPE, "kid": key_name(NOW)})
}

fn claims() -> Value {
    let (sub, sid) = (AccountId::random().to_string(), SessionId::random().to_string());
    json!({"iss": ORIGIN, "aud": AUDIENCE, "sub": sub, "sid": sid, "sv": 1, "auth_time": NOW, "iat": NOW, "exp": NOW + 60})
}

/// Base64 as JWTs have it.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            text.push(char::from(LETTERS[((bits >> (18 - 6 * place)) & 63) as usize]));
        }
    }
    text
}

fn signed_with(algorithm: hmac::Algorithm, key: &[u8], header: &str, claims: &str) -> String {
    let words = format!("{}.{}", base64(header.as_bytes()), base64(claims.as_bytes()));
    let signature = hmac::sign(&hmac::Key::new(algorithm, key), words.as_bytes());
    format!("{words}.{}", base64(signature.as_ref()))
}

fn key() -> [u8; 32] {
    secrets().key(&format!("pw/jwt/{}", key_name(NOW)))
}

/// Signed with the right key, whatever it says: the worst forger there is.
fn signed(header: &Value, claims: &Value) -> String {
    signed_with(hmac::HMAC_SHA256, &key(), &header.to_string(), &claims.to_string())
}

fn with(object: Value, field: &str, value: Value) -> Value {
    let mut object = object;
    object[field] = value;
    object
}

fn without(object: Value, field: &str) -> Value {
    let mut object = object;
    object.as_object_mut().unwrap().remove(field);
    object
}

fn read(token: &str) -> Option<Claims> {
    let secrets = secrets();
    Signer::new(&secrets, ORIGIN.into()).read(token, now())
}

#[test]
fn au14_a_token_of_ours_is_read_and_a_forged_one_is_not() {
    let good = signed(&header(), &claims());
    assert!(read(&good).is_some(), "the forgeries below differ from this one in one thing each");

    let (words, signature) = good.rsplit_once('.').unwrap();
    let unsigned = |alg: &str| {
        let header = with(header(), "alg", json!(alg)).to_string();
        format!("{}.{}.", base64(header.as_bytes()), base64(claims().to_string().as_bytes()))
    };
    let other_alg = |alg: &str, algorithm| {
        signed_with(algorithm, &key(), &with(header(), "alg", json!(alg)).to_string(), &claims().to_string())
    };
    let kid = |kid: &str| {
        let key = secrets().key(&format!("pw/jwt/{kid}"));
        let header = with(header(), "kid", json!(kid)).to_string();
        signed_with(hmac::HMAC_SHA256, &key, &header, &claims().to_string())
    };
    let doubled = claims().to_string().replacen('{', &format!("{{\"sv\":1,\"sid\":\"{}\",", SessionId::random()), 1);

    let forged = [
        ("alg none", unsigned("none")),
        ("alg None", unsigned("None")),
        ("alg NONE", unsigned("NONE")),
        ("HS384", other_alg("HS384", hmac::HMAC_SHA384)),
        ("HS512", other_alg("HS512", hmac::HMAC_SHA512)),
        ("RS256 over a shared secret", other_alg("RS256", hmac::HMAC_SHA256)),
        ("ES256", other_alg("ES256", hmac::HMAC_SHA256)),
        ("a key of another year", kid("1999-4")),
        ("a path for a key", kid("../../etc/passwd")),
        ("SQL for a key", kid("x' OR 1=1 --")),
        ("no key named", signed(&without(header(), "kid"), &claims())),
        ("no exp", signed(&header(), &without(claims(), "exp"))),
        ("no iss", signed(&header(), &without(claims(), "iss"))),
        ("no aud", signed(&header(), &without(claims(), "aud"))),
        ("no sub", signed(&header(), &without(claims(), "sub"))),
        ("no sid", signed(&header(), &without(claims(), "sid"))),
        ("another audience", signed(&header(), &with(claims(), "aud", json!("pw:link")))),
        ("one of two audiences", signed(&header(), &with(claims(), "aud", json!([AUDIENCE, "other"])))),
        ("another issuer", signed(&header(), &with(claims(), "iss", json!("https://praise.example.evil.example")))),
        ("another type", signed(&with(header(), "typ", json!("JWT")), &claims())),
        ("no type", signed(&without(header(), "typ"), &claims())),
        ("over by a second", signed(&header(), &with(claims(), "exp", json!(NOW - 1)))),
        ("over this second", signed(&header(), &with(claims(), "exp", json!(NOW)))),
        ("not yet good", signed(&header(), &with(claims(), "nbf", json!(NOW + 60)))),
        ("made tomorrow", signed(&header(), &with(claims(), "iat", json!(NOW + 86_400)))),
        ("an unknown crit", signed(&with(header(), "crit", json!(["exp"])), &claims())),
        ("a jku", signed(&with(header(), "jku", json!("https://evil.example/keys")), &claims())),
        ("a jwk", signed(&with(header(), "jwk", json!({"kty": "oct", "k": base64(&[0; 32])})), &claims())),
        ("an x5u", signed(&with(header(), "x5u", json!("https://evil.example/cert")), &claims())),
        ("a field we do not write", signed(&header(), &with(claims(), "role", json!("admin")))),
        ("claims said twice", signed_with(hmac::HMAC_SHA256, &key(), &header().to_string(), &doubled)),
        (
            "signed with an empty secret",
            signed_with(hmac::HMAC_SHA256, b"", &header().to_string(), &claims().to_string()),
        ),
        ("signed with a link's key", {
            let key = secrets().key("pw/unsub/1");
            signed_with(hmac::HMAC_SHA256, &key, &header().to_string(), &claims().to_string())
        }),
        ("no signature", format!("{words}.")),
        ("half a signature", format!("{words}.{}", &signature[..20])),
        ("two parts", words.to_owned()),
        ("five parts", format!("{good}.{words}")),
        ("truncated", good[..good.len() - 1].to_owned()),
        ("a link's secret", crate::secrets::random_token()),
        ("an API token", "pwk_4f8a2c1d_0123456789012345678901234567890123456789012".to_owned()),
        ("too long", format!("{good}{}", "A".repeat(LENGTH_MAX))),
        ("nothing", String::new()),
    ];
    assert!(forged.len() >= 24);
    for (what, token) in forged {
        assert_eq!(read(&token), None, "{what}");
    }
}

#[test]
fn the_next_key_comes_by_itself_and_the_last_one_is_known_for_as_long_as_a_session_lasts() {
    assert_eq!((key_name(NOW), key_name(NOW + 92 * DAY)), ("2026-3".to_owned(), "2026-4".to_owned()));
    let secrets = secrets();
    let signer = Signer::new(&secrets, ORIGIN.into());
    let subject = Subject { account: AccountId::random(), session: SessionId::random(), version: 1, auth_at: now() };
    let token = signer.sign(&subject, now(), now().plus_seconds(400 * DAY)).unwrap();
    assert!(token.len() < LENGTH_MAX);
    assert_eq!(signer.read(&token, now()).unwrap().sid, subject.session);
    assert!(signer.read(&token, now().plus_seconds(30 * DAY)).is_some());
    assert!(signer.read(&token, now().plus_seconds(200 * DAY)).is_none());
}

#[test]
fn a_token_tells_nothing_about_the_person() {
    let secrets = secrets();
    let subject = Subject { account: AccountId::random(), session: SessionId::random(), version: 1, auth_at: now() };
    let token = Signer::new(&secrets, ORIGIN.into()).sign(&subject, now(), now().plus_seconds(60)).unwrap();
    let claims = serde_json::to_value(Signer::new(&secrets, ORIGIN.into()).read(&token, now()).unwrap()).unwrap();
    let mut fields: Vec<&String> = claims.as_object().unwrap().keys().collect();
    fields.sort();
    assert_eq!(fields, ["aud", "auth_time", "exp", "iat", "iss", "sid", "sub", "sv"]);
}
