//! The receipt: the one thing that leads back to a thread, and that its writer alone has.
//!
//! Fifteen random bytes, written as 24 characters in six groups. With JavaScript they are made in the browser and never
//! leave it: what is sent is the lookup, derived from them (HKDF-SHA256), and the database keeps the lookup's SHA-256. Seed
//! and lookup have 120 bits, so a fast hash is enough; nobody tries them all. `static/js/seed.js` does the same sums.

use aws_lc_rs::{digest, hkdf};

#[cfg(test)]
use crate::secrets::base32;
use crate::secrets::{Secrets, from_base32, normal_token};

const LOOKUP_INFO: &[u8] = b"pw/anon/lookup/v1";
const MADE_HERE: &str = "anon/receipt";
const CHARACTERS: usize = 24;
const GROUP: usize = 4;

/// A receipt as its writer has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

/// What a browser sends in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lookup([u8; 32]);

impl Receipt {
    /// A receipt as somebody typed it from paper; none if it cannot be one.
    pub fn read(typed: &str) -> Option<Receipt> {
        let normal = normal_token(typed);
        let is_one = normal.len() == CHARACTERS && from_base32(&normal).is_some();
        is_one.then_some(Receipt(normal))
    }

    /// For a browser that cannot make one. It follows from the form's own random key, of which the database keeps only a
    /// hash, so a second press of the button shows the same receipt and nobody else can work it out.
    pub fn made_for(secrets: &Secrets, form_key: &str) -> Receipt {
        Receipt(secrets.derived_token(MADE_HERE, form_key.as_bytes()))
    }

    /// In groups of four, to be read and typed.
    pub fn groups(&self) -> String {
        let groups: Vec<&str> = (0..CHARACTERS).step_by(GROUP).filter_map(|at| self.0.get(at..at + GROUP)).collect();
        groups.join("-")
    }

    /// The lookup of this receipt.
    pub fn lookup(&self) -> Lookup {
        let seed = from_base32(&self.0).unwrap_or_default();
        let mut lookup = [0; 32];
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"").extract(&seed);
        let filled = prk.expand(&[LOOKUP_INFO], hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut lookup));
        debug_assert!(filled.is_ok(), "32 bytes are always to be had from HKDF-SHA256");
        Lookup(lookup)
    }
}

impl Lookup {
    /// Reads 64 hexadecimal digits.
    pub fn read(typed: &str) -> Option<Lookup> {
        let typed = typed.trim();
        if typed.len() != 64 || !typed.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut lookup = [0; 32];
        for (byte, at) in lookup.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(typed.get(at..at + 2)?, 16).ok()?;
        }
        Some(Lookup(lookup))
    }

    /// As the page carries it from one form to the next.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What the database keeps.
    pub fn hash(self) -> Vec<u8> {
        digest::digest(&digest::SHA256, &self.0).as_ref().to_vec()
    }
}

/// The shape of a receipt made of bytes at hand, for the vectors that both sides share.
#[cfg(test)]
fn of_bytes(bytes: [u8; 15]) -> Receipt {
    Receipt(base32(&bytes, CHARACTERS))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same file is read by the test of `seed.js`.
    const VECTORS: &str = include_str!("../../../tests/data/receipts.json");

    #[test]
    fn receipts_and_lookups_are_those_that_the_browser_makes() {
        let vectors: Vec<serde_json::Value> = serde_json::from_str(VECTORS).unwrap();
        assert!(vectors.len() >= 4);
        for vector in vectors {
            let text = |name: &str| vector[name].as_str().unwrap();
            let bytes: Vec<u8> =
                (0..30).step_by(2).map(|at| u8::from_str_radix(&text("seed")[at..at + 2], 16).unwrap()).collect();
            let receipt = of_bytes(bytes.try_into().unwrap());
            assert_eq!(receipt.groups(), text("receipt"));
            assert_eq!(receipt.lookup().hex(), text("lookup"));
        }
    }

    #[test]
    fn a_receipt_survives_being_typed_and_nothing_else_is_one() {
        let receipt = Receipt::made_for(&Secrets::from_bytes(b"one"), "key");
        assert_eq!(receipt.groups().len(), 29);
        let typed = receipt.groups().to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
        assert!(Receipt::read(&typed) == Some(receipt.clone()));
        for wrong in
            ["", "1234", &receipt.groups()[..28], &receipt.groups().replace('-', "U"), "ééééééééééééééééééééééé"]
        {
            assert!(Receipt::read(wrong).is_none(), "{wrong}");
        }
        assert!(Lookup::read(&receipt.lookup().hex()) == Some(receipt.lookup()));
        assert!(
            Lookup::read(&"ä".repeat(32)).is_none()
                && Lookup::read("00").is_none()
                && Lookup::read(&"+1".repeat(32)).is_none()
        );
    }

    #[test]
    fn a_receipt_made_here_follows_from_the_form_and_from_our_secret_together() {
        let (one, other) = (Secrets::from_bytes(b"one"), Secrets::from_bytes(b"other"));
        assert!(Receipt::made_for(&one, "key") == Receipt::made_for(&one, "key"));
        assert!(Receipt::made_for(&one, "key") != Receipt::made_for(&one, "kez"));
        assert!(Receipt::made_for(&one, "key") != Receipt::made_for(&other, "key"));
    }
}
