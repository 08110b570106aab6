//! Secrets: the key file, what is derived from it, and random tokens.
//!
//! One file of 32 random bytes, made at first start and readable by its owner only, is the root of every key. Tokens
//! that people carry (links, codes) are random; the database keeps only their SHA-256.

use std::io::{ErrorKind, Write};
use std::path::Path;

use aws_lc_rs::{constant_time, digest, hkdf, hmac, rand};

/// Without `0 O 1 I L U`: read aloud and typed without mistakes (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ROOT_BYTES: usize = 32;

/// Why the key file cannot be used; each is a sentence for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum SecretsError {
    /// The file cannot be read or made.
    #[error("the secret file {path} cannot be used: {error}")]
    File {
        /// The path as configured.
        path: String,
        /// The system's own words.
        error: std::io::Error,
    },
    /// Others than its owner may read it.
    #[error("the secret file {0} can be read by others; run: chmod 600 {0}")]
    TooOpen(String),
    /// It does not hold at least 32 bytes.
    #[error(
        "the secret file {0} is shorter than 32 bytes; restore it from a backup, or delete it to have a new one made"
    )]
    TooShort(String),
}

/// The root of every key of this installation.
#[derive(Clone)]
pub struct Secrets {
    root: [u8; ROOT_BYTES],
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secrets(…)")
    }
}

impl Secrets {
    /// Reads the key file, or makes it if it is not there.
    pub fn load_or_make(path: &Path) -> Result<Secrets, SecretsError> {
        let name = path.display().to_string();
        let failed = |error| SecretsError::File { path: name.clone(), error };
        if !path.exists() {
            make_file(path).map_err(failed)?;
        }
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(path).map_err(failed)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(SecretsError::TooOpen(name));
        }
        let bytes = std::fs::read(path).map_err(failed)?;
        if bytes.len() < ROOT_BYTES {
            return Err(SecretsError::TooShort(name));
        }
        Ok(Secrets::from_bytes(&bytes))
    }

    /// Secrets from bytes at hand; longer input is folded into 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Secrets {
        let folded = digest::digest(&digest::SHA256, bytes);
        let mut root = [0; ROOT_BYTES];
        root.copy_from_slice(folded.as_ref());
        Secrets { root }
    }

    /// A 32-byte key for one purpose (HKDF-SHA256, RFC 5869; the label is the info).
    pub fn key(&self, label: &str) -> [u8; 32] {
        let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, b"peopleworthy");
        let mut key = [0; 32];
        let info = [label.as_bytes()];
        let filled = salt.extract(&self.root).expand(&info, hkdf::HKDF_SHA256).and_then(|okm| okm.fill(&mut key));
        debug_assert!(filled.is_ok(), "32 bytes are always to be had from HKDF-SHA256");
        key
    }

    /// A secret of 120 bits, 24 characters, that follows from `seed` and this installation's key alone.
    pub fn derived_token(&self, label: &str, seed: &[u8]) -> String {
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &self.key(label)), seed);
        base32(tag.as_ref(), 24)
    }

    /// A keyed hash, for what must be found again but not guessed from the database alone.
    pub fn keyed_hash(&self, label: &str, text: &[u8]) -> Vec<u8> {
        hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &self.key(label)), text).as_ref().to_vec()
    }
}

/// Chooses the one crypto library for tokens and for TLS; called once, when the process starts. A second call changes
/// nothing. Left to itself each library would choose at its first use, and stop the process if it found two.
pub fn install_crypto() {
    let _ = jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER.install_default();
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
}

/// Written aside and then linked to its name: a link never replaces what is there, so of two processes that start at once
/// one file stays, whole, and both read it.
fn make_file(path: &Path) -> std::io::Result<()> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(format!(".{}", random_code(10)));
    let aside = Path::new(&aside);
    write_new(aside)?;
    let linked = std::fs::hard_link(aside, path);
    std::fs::remove_file(aside)?;
    match linked {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        // A file system without links: two processes that start at once on one of those must be started one by one.
        Err(_) => write_new(path),
        Ok(()) => Ok(()),
    }?;
    // The name must survive a power cut as the bytes do: without this file every link ever sent is worth nothing.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

fn write_new(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut bytes = [0; ROOT_BYTES];
    fill_random(&mut bytes);
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(&bytes)?;
    file.sync_all()
}

/// Fills a slice from the operating system's generator; ends the process if there is none, because going on with
/// zeros would be worse.
pub fn fill_random(bytes: &mut [u8]) {
    if rand::fill(bytes).is_err() {
        tracing::error!("the operating system gives no random numbers");
        std::process::abort();
    }
}

/// A random secret of 120 bits as 24 characters that survive being typed.
pub fn random_token() -> String {
    let mut bytes = [0; 15];
    fill_random(&mut bytes);
    base32(&bytes, 24)
}

/// A short code of `length` characters (5 bits each), for paper.
pub fn random_code(length: usize) -> String {
    let mut bytes = vec![0; length];
    fill_random(&mut bytes);
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

/// What a person typed or scanned, as it was made: capitals, no blanks or hyphens, look-alikes mapped back.
pub fn normal_token(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// The SHA-256 under which a token of at least 112 bits is stored.
pub fn token_hash(token: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, normal_token(token).as_bytes()).as_ref().to_vec()
}

/// Compares without telling by the time it takes where two values differ.
pub fn are_equal(one: &[u8], other: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(one, other).is_ok()
}

/// The bytes of a token as [`base32`] wrote it, its look-alikes already mapped back ([`normal_token`]); none if a character
/// is not of our alphabet.
pub fn from_base32(token: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut buffer, mut bits) = (Vec::with_capacity(token.len() * 5 / 8), 0u32, 0u32);
    for character in token.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character)?;
        buffer = (buffer << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 255).ok()?);
        }
    }
    Some(bytes)
}

/// Bytes as so many characters of our alphabet, five bits each.
pub fn base32(bytes: &[u8], characters: usize) -> String {
    let mut text = String::with_capacity(characters);
    let (mut buffer, mut bits) = (0u32, 0u32);
    for byte in bytes {
        buffer = (buffer << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 && text.len() < characters {
            bits -= 5;
            text.push(char::from(ALPHABET[((buffer >> bits) & 31) as usize]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_being_typed_from_paper() {
        let token = random_token();
        assert_eq!(token.len(), 24);
        let typed: String = token
            .to_lowercase()
            .chars()
            .enumerate()
            .flat_map(|(i, c)| if i % 4 == 0 { vec![' ', c] } else { vec![c] })
            .collect();
        assert_eq!(token_hash(&token), token_hash(&typed.replace('0', "o").replace('1', "l")));
    }

    #[test]
    fn keys_differ_by_label_and_by_root() {
        let (one, other) = (Secrets::from_bytes(b"one"), Secrets::from_bytes(b"other"));
        assert_ne!(one.key("a"), one.key("b"));
        assert_ne!(one.key("a"), other.key("a"));
        assert_eq!(one.derived_token("a", b"x"), one.derived_token("a", b"x"));
    }

    #[test]
    fn of_many_who_make_the_key_file_at_once_all_get_the_same_key() {
        for _ in 0..50 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("secret");
            let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
                let make = || Secrets::load_or_make(&path).unwrap().key("a");
                let threads: Vec<_> = (0..8).map(|_| scope.spawn(make)).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            assert!(keys.iter().all(|key| *key == keys[0]));
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        }
    }

    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        Secrets::load_or_make(&path).unwrap();
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(Secrets::load_or_make(&path), Err(SecretsError::TooOpen(_))));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        std::fs::write(&path, b"short").unwrap();
        assert!(matches!(Secrets::load_or_make(&path), Err(SecretsError::TooShort(_))));
    }
}
