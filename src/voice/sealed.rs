//! What a row keeps of a text: the text itself, or, of a confidential issue, its seal and nothing else.

use uuid::Uuid;

use super::issue::Words;
use crate::ids::IssueId;
use crate::seal::{DataKey, Unopened};
use crate::secrets::Secrets;

/// A text as it stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The text; empty if it is sealed.
    pub text: String,
    /// Its seal.
    pub sealed: Option<Vec<u8>>,
}

impl Kept {
    /// A text for a row. With a key it is sealed; an empty one stays empty, because nothing was said.
    pub fn new(key: Option<&DataKey>, row: Uuid, text: &str) -> Kept {
        match key.filter(|_| !text.is_empty()) {
            Some(key) => Kept { text: String::new(), sealed: Some(key.seal(row.as_bytes(), text)) },
            None => Kept { text: text.to_owned(), sealed: None },
        }
    }

    /// The text again.
    pub fn open(&self, key: Option<&DataKey>, row: Uuid) -> Result<String, Unopened> {
        match &self.sealed {
            None => Ok(self.text.clone()),
            Some(sealed) => key.ok_or(Unopened)?.open(row.as_bytes(), sealed),
        }
    }
}

/// The key of an issue: none for one that never was confidential.
pub fn key_of(secrets: &Secrets, id: IssueId, wrapped: Option<&[u8]>) -> Result<Option<DataKey>, Unopened> {
    wrapped.map(|wrapped| DataKey::unwrap(secrets, id.0.as_bytes(), wrapped)).transpose()
}

/// All words of an issue under one seal.
pub fn seal_words(key: &DataKey, id: IssueId, words: &Words) -> Vec<u8> {
    // Four texts always make JSON.
    let text = serde_json::to_string(words).unwrap_or_default();
    key.seal(id.0.as_bytes(), &text)
}

/// The words again.
pub fn open_words(key: &DataKey, id: IssueId, sealed: &[u8]) -> Result<Words, Unopened> {
    serde_json::from_str(&key.open(id.0.as_bytes(), sealed)?).map_err(|_| Unopened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_a_key_stays_plain_and_one_with_it_is_only_in_its_seal() {
        let (key, row) = (DataKey::random(), Uuid::new_v4());
        let plain = Kept::new(None, row, "Lift B");
        assert_eq!((plain.text.as_str(), plain.open(None, row)), ("Lift B", Ok("Lift B".into())));
        let sealed = Kept::new(Some(&key), row, "Lift B");
        assert_eq!((sealed.text.as_str(), sealed.open(Some(&key), row)), ("", Ok("Lift B".into())));
        assert!(sealed.open(None, row).is_err() && sealed.open(Some(&key), Uuid::new_v4()).is_err());
        assert_eq!(Kept::new(Some(&key), row, "").sealed, None);
    }
}
