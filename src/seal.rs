//! Sealing: text that the database alone cannot give away.
//!
//! Each issue or thread has a random data key; what was written is sealed with it (AES-256-GCM-SIV, RFC 8452, a fresh
//! random nonce each time), and the data key is wrapped by a key that is derived from the secret file. A stolen database
//! or backup without that file holds no word. What a seal belongs to goes in as associated data, so that a sealed text
//! moved to another row does not open.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::secrets::{Secrets, fill_random};

/// The version of this scheme, stored beside what it sealed.
pub const VERSION: i32 = 1;
const KEY_LABEL: &str = "seal/1";
const KEY_BYTES: usize = 32;
/// Sealed texts are padded to a multiple of this many bytes, so that their length tells little.
const STEP: usize = 4096;

/// Why something does not open: another secret file, another row, or a changed byte. Which of them cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text does not open with this secret file")]
pub struct Unopened;

/// The key of one issue or thread, in memory for as long as it is needed.
pub struct DataKey([u8; KEY_BYTES]);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("DataKey(…)")
    }
}

impl DataKey {
    /// A new random key.
    pub fn random() -> DataKey {
        let mut key = [0; KEY_BYTES];
        fill_random(&mut key);
        DataKey(key)
    }

    /// The key, wrapped for the database. `about` is the row it belongs to.
    pub fn wrap(&self, secrets: &Secrets, about: &[u8]) -> Vec<u8> {
        seal(&secrets.key(KEY_LABEL), about, self.0.to_vec())
    }

    /// The key that [`DataKey::wrap`] wrapped.
    pub fn unwrap(secrets: &Secrets, about: &[u8], wrapped: &[u8]) -> Result<DataKey, Unopened> {
        let key = open(&secrets.key(KEY_LABEL), about, wrapped)?;
        key.try_into().map(DataKey).map_err(|_| Unopened)
    }

    /// Seals a text, padded to a multiple of 4 KiB.
    pub fn seal(&self, about: &[u8], text: &str) -> Vec<u8> {
        self.seal_in_steps(about, text, STEP)
    }

    /// Seals a text, padded to a multiple of so many bytes: for what is always short, and many.
    pub fn seal_in_steps(&self, about: &[u8], text: &str, step: usize) -> Vec<u8> {
        let mut padded = u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes().to_vec();
        padded.extend_from_slice(text.as_bytes());
        padded.resize(padded.len().div_ceil(step) * step, 0);
        seal(&self.0, about, padded)
    }

    /// Opens what [`DataKey::seal`] or [`DataKey::seal_in_steps`] sealed for the same row.
    pub fn open(&self, about: &[u8], sealed: &[u8]) -> Result<String, Unopened> {
        let padded = open(&self.0, about, sealed)?;
        let (length, rest) = padded.split_first_chunk::<4>().ok_or(Unopened)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Unopened)?;
        let text = rest.get(..length).ok_or(Unopened)?;
        String::from_utf8(text.to_vec()).map_err(|_| Unopened)
    }
}

/// nonce ‖ ciphertext ‖ tag.
fn seal(key: &[u8; KEY_BYTES], about: &[u8], mut text: Vec<u8>) -> Vec<u8> {
    let mut nonce = [0; NONCE_LEN];
    fill_random(&mut nonce);
    let sealed = UnboundKey::new(&AES_256_GCM_SIV, key)
        .map(LessSafeKey::new)
        .and_then(|key| key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(about), &mut text));
    if sealed.is_err() {
        // Cannot happen for texts of a form's size; going on would store them open.
        tracing::error!("a text could not be sealed");
        std::process::abort();
    }
    [nonce.as_slice(), &text].concat()
}

fn open(key: &[u8; KEY_BYTES], about: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(Unopened)?;
    let key = UnboundKey::new(&AES_256_GCM_SIV, key).map(LessSafeKey::new).map_err(|_| Unopened)?;
    let mut text = text.to_vec();
    let opened = key.open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(about), &mut text);
    opened.map(|text| text.to_vec()).map_err(|_| Unopened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_text_opens_with_the_same_secret_and_for_the_same_row_only() {
        let secrets = Secrets::from_bytes(b"one");
        let key = DataKey::random();
        let (wrapped, sealed) = (key.wrap(&secrets, b"row"), key.seal(b"row", "Lift B is stuck. Ein Wort: Größe"));
        let again = DataKey::unwrap(&secrets, b"row", &wrapped).unwrap();
        assert_eq!(again.open(b"row", &sealed).unwrap(), "Lift B is stuck. Ein Wort: Größe");
        assert_eq!(again.open(b"other", &sealed), Err(Unopened));
        assert!(DataKey::unwrap(&secrets, b"other", &wrapped).is_err());
        assert!(DataKey::unwrap(&Secrets::from_bytes(b"other"), b"row", &wrapped).is_err());
        let mut changed = sealed.clone();
        changed[40] ^= 1;
        assert_eq!(again.open(b"row", &changed), Err(Unopened));
        assert_eq!(again.open(b"row", &sealed[..8]), Err(Unopened));
    }

    #[test]
    fn the_length_of_a_sealed_text_tells_only_steps_of_four_kibibytes() {
        let key = DataKey::random();
        let length = |text: &str| key.seal(b"row", text).len();
        assert_eq!(length(""), length(&"a".repeat(STEP - 4)));
        assert_eq!(length(&"a".repeat(STEP - 3)) - length(""), STEP);
        assert_ne!(key.seal(b"row", "twice"), key.seal(b"row", "twice"));
    }
}
