//! Passwords and own codes: hashed slowly, a few at a time, and never with parameters somebody else chose.
//!
//! Argon2id with 19 MiB, two passes, one lane (OWASP's second row). Each hash fills the memory it names and a core for
//! some 50 ms, so at most [`AT_ONCE`] run in this process and at most [`QUEUE`] wait; whoever comes then is asked to
//! try again, and nobody's page waits behind a flood of sign-ins. The memory is kept for the next hash: given back, it
//! stays with the thread that had it, and after a flood every thread has had some.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;

/// Memory of one hash in KiB.
const MEMORY: u32 = 19 * 1024;
/// Passes over that memory.
const PASSES: u32 = 2;
/// Lanes.
const LANES: u32 = 1;
/// Bytes of salt, and of the hash itself.
const SALT: usize = 16;
const OUTPUT: usize = 32;

/// The most that a stored hash may ask for. A verifier does what the hash says: 4 GiB in a row of the database would
/// take 4 GiB here.
const MEMORY_MAX: u32 = 64 * 1024;
const PASSES_MAX: u32 = 10;
const LANES_MAX: u32 = 4;
const STORED_MAX: usize = 256;

/// The longest password in bytes; more is no password but an attempt to keep us busy.
pub const BYTES_MAX: usize = 1_024;
/// How many hashes run at once in this process.
const AT_ONCE: usize = 2;
/// How many may wait for their turn.
const QUEUE: usize = 64;
/// What to tell one who comes when the queue is full, in seconds.
pub const WAIT_SECONDS: u64 = 5;

// Unit tests run many houses in one process, which would keep each other out.
static TURNS: LazyLock<Turns> = LazyLock::new(|| Turns::with_queue(if cfg!(test) { 100 * QUEUE } else { QUEUE }));

/// The memory of hashes that are done; never more than ran at once.
static MEMORIES: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// A hash of nobody's password, for whoever tries a name that is not there: looking it up must take as long as looking
/// up one that is. Made once a process, with the parameters of today.
static NOBODY: LazyLock<String> = LazyLock::new(|| {
    let mut unknown = [0; 32];
    crate::secrets::fill_random(&mut unknown);
    hash_now(&unknown).unwrap_or_default()
});

/// Why a password was neither right nor wrong.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// Too many are waiting; the same may succeed in [`WAIT_SECONDS`].
    #[error("too many sign-ins at once")]
    TooMany,
    /// The stored hash asks for more than any of ours, or is no hash at all.
    #[error("the stored hash is not one of ours")]
    Stored,
    /// The hash could not be computed.
    #[error("hashing failed: {0}")]
    Failed(String),
}

/// What came of comparing a password with what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// It is not the one, or there is none.
    Wrong,
    /// It is the one.
    Right,
    /// It is the one, and its hash was made with weaker parameters than today's: store this one instead.
    RightAndNew(String),
}

impl Match {
    /// Whether it is the one.
    pub fn is_right(&self) -> bool {
        *self != Match::Wrong
    }
}

/// Makes the first use as fast as all others: whoever measures must not see that the process is young.
pub fn warm_up() {
    LazyLock::force(&NOBODY);
    // As much memory as all the rest of a quiet house takes: it is kept from the first sign-in on.
    MEMORIES.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

/// Hashes a password for storing.
pub async fn hash(password: &str) -> Result<String, HashError> {
    let password = password.to_owned();
    TURNS.run(move || hash_now(password.as_bytes())).await
}

/// Compares a password with a stored hash; with none stored it takes as long and is wrong.
pub async fn verify(password: &str, stored: Option<String>) -> Result<Match, HashError> {
    if password.len() > BYTES_MAX {
        return Ok(Match::Wrong);
    }
    let password = password.to_owned();
    TURNS
        .run(move || {
            let is_known = stored.is_some();
            let outcome = verify_now(password.as_bytes(), stored.as_deref().unwrap_or(&NOBODY))?;
            Ok(if is_known { outcome } else { Match::Wrong })
        })
        .await
}

/// Who computes and who waits.
#[derive(Clone)]
struct Turns {
    queue: usize,
    running: Arc<Semaphore>,
    inside: Arc<AtomicUsize>,
}

impl Turns {
    fn with_queue(queue: usize) -> Turns {
        Turns { queue, running: Arc::new(Semaphore::new(AT_ONCE)), inside: Arc::default() }
    }
}

/// Leaves the queue when dropped, also when the client went away.
struct Place(Arc<AtomicUsize>);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Turns {
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, HashError> + Send + 'static,
    ) -> Result<T, HashError> {
        let before = self.inside.fetch_add(1, Ordering::SeqCst);
        let place = Place(Arc::clone(&self.inside));
        if before >= self.queue + AT_ONCE {
            return Err(HashError::TooMany);
        }
        let permit = Arc::clone(&self.running).acquire_owned().await.map_err(|error| failed(&error))?;
        // Both go with the work: a client that goes away must not make room for a third hash beside the two that run on.
        let held = (place, permit);
        let done = tokio::task::spawn_blocking(move || {
            let outcome = work();
            drop(held);
            outcome
        });
        done.await.map_err(|error| failed(&error))?
    }
}

fn hash_now(password: &[u8]) -> Result<String, HashError> {
    let mut salt = [0; SALT];
    crate::secrets::fill_random(&mut salt);
    let params = Params::new(MEMORY, PASSES, LANES, Some(OUTPUT)).map_err(|error| failed(&error))?;
    let hash = compute(password, &salt, &params)?;
    let whole = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).map_err(|error| failed(&error))?,
        salt: Some(Salt::new(&salt).map_err(|error| failed(&error))?),
        hash: Some(hash),
    };
    Ok(whole.to_string())
}

fn verify_now(password: &[u8], stored: &str) -> Result<Match, HashError> {
    let parsed = bounded(stored)?;
    let (Some(salt), Some(hash)) = (parsed.salt, parsed.hash) else { return Err(HashError::Stored) };
    let params = Params::try_from(&parsed).map_err(|_| HashError::Stored)?;
    // Outputs compare without telling by the time it takes where they differ.
    if compute(password, salt.as_ref(), &params)? != hash {
        return Ok(Match::Wrong);
    }
    let is_weaker = params.m_cost() < MEMORY || params.t_cost() < PASSES;
    if is_weaker { hash_now(password).map(Match::RightAndNew) } else { Ok(Match::Right) }
}

fn compute(password: &[u8], salt: &[u8], params: &Params) -> Result<Output, HashError> {
    let mut memory = MEMORIES.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
    // What is left in it from before is written over before it is read.
    memory.resize(memory.len().max(params.block_count()), Block::default());
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..params.output_len().unwrap_or(OUTPUT)).ok_or(HashError::Stored)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let filled = argon2.hash_password_into_with_memory(password, salt, out, &mut memory);
    MEMORIES.lock().unwrap_or_else(PoisonError::into_inner).push(memory);
    filled.map_err(|error| failed(&error))?;
    Output::new(out).map_err(|error| failed(&error))
}

fn failed(error: &dyn std::fmt::Display) -> HashError {
    HashError::Failed(error.to_string())
}

/// A stored hash, if it asks for no more than we are ready to give.
fn bounded(stored: &str) -> Result<PasswordHash, HashError> {
    if stored.len() > STORED_MAX {
        return Err(HashError::Stored);
    }
    let parsed = PasswordHash::new(stored).map_err(|_| HashError::Stored)?;
    let params = Params::try_from(&parsed).map_err(|_| HashError::Stored)?;
    let is_ours = parsed.algorithm.as_str() == "argon2id"
        && parsed.version == Some(Version::V0x13.into())
        && params.m_cost() <= MEMORY_MAX
        && params.t_cost() <= PASSES_MAX
        && params.p_cost() <= LANES_MAX;
    if is_ours { Ok(parsed) } else { Err(HashError::Stored) }
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::PasswordHasher;

    use super::*;

    /// Made with argon2 0.6.0; a newer version of the crate must still know it.
    fn weak_hash(password: &str) -> String {
        let params = Params::new(8 * 1024, 1, 1, None).unwrap();
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash: PasswordHash = weak.hash_password(password.as_bytes()).unwrap();
        hash.to_string()
    }

    #[tokio::test]
    async fn au3_a_password_is_hashed_with_todays_parameters_and_an_old_hash_is_replaced() {
        let stored = hash("correct horse battery").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_eq!(verify("correct horse battery", Some(stored.clone())).await.unwrap(), Match::Right);
        assert_eq!(verify("correct horse batterx", Some(stored)).await.unwrap(), Match::Wrong);
        let Match::RightAndNew(new) = verify("sesame", Some(weak_hash("sesame"))).await.unwrap() else {
            panic!("a weaker hash must be replaced")
        };
        assert_eq!(verify("sesame", Some(new)).await.unwrap(), Match::Right);
        assert_eq!(verify("sesamo", Some(weak_hash("sesame"))).await.unwrap(), Match::Wrong);
    }

    #[tokio::test]
    async fn au4_a_stored_hash_that_asks_for_too_much_is_refused_before_it_is_computed() {
        let tail = "$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        let started = std::time::Instant::now();
        for head in [
            "$argon2id$v=19$m=4194304,t=1,p=1",
            "$argon2id$v=19$m=65537,t=1,p=1",
            "$argon2id$v=19$m=19456,t=11,p=1",
            "$argon2id$v=19$m=19456,t=2,p=5",
            "$argon2i$v=19$m=19456,t=2,p=1",
        ] {
            // Without a turn, which other tests may hold for long.
            let outcome = verify_now(b"x", &format!("{head}{tail}"));
            assert!(matches!(outcome, Err(HashError::Stored)), "{head}: {outcome:?}");
        }
        assert!(started.elapsed().as_millis() < 500);
        let long = format!("$argon2id$v=19$m=19456,t=2,p=1${}", "A".repeat(300));
        assert!(matches!(verify("x", Some(long)).await, Err(HashError::Stored)));
        assert!(matches!(verify("x", Some("sesame".into())).await, Err(HashError::Stored)));
    }

    #[tokio::test]
    async fn au5_two_hash_at_once_64_wait_and_the_others_are_told_to_come_again() {
        let turns = Turns::with_queue(QUEUE);
        let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        // Nobody is done before all have come: who is quick would make room for others.
        let (all_are_there, are_all_there) = std::sync::mpsc::channel::<()>();
        let door = Arc::new(std::sync::Mutex::new(are_all_there));
        let come = Arc::new(AtomicUsize::new(0));
        let tries = (0..200).map(|_| {
            let (now, most, door, come) = (Arc::clone(&now), Arc::clone(&most), Arc::clone(&door), Arc::clone(&come));
            let one = turns.run(move || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(std::time::Duration::from_millis(3));
                let _ = door.lock().unwrap().recv();
                now.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            });
            async move {
                come.fetch_add(1, Ordering::SeqCst);
                one.await
            }
        });
        let opens = async {
            while come.load(Ordering::SeqCst) < 200 {
                tokio::task::yield_now().await;
            }
            drop(all_are_there);
        };
        let (done, ()) = futures_util::future::join(futures_util::future::join_all(tries), opens).await;
        let refused = done.iter().filter(|outcome| matches!(outcome, Err(HashError::TooMany))).count();
        assert_eq!((most.load(Ordering::SeqCst), refused), (AT_ONCE, 200 - QUEUE - AT_ONCE));
        assert_eq!(turns.inside.load(Ordering::SeqCst), 0, "whoever was refused has left as well");
        assert!(turns.run(|| Ok(())).await.is_ok());
    }

    #[tokio::test]
    async fn nobody_has_no_password_and_a_megabyte_is_none() {
        assert_eq!(verify("", None).await.unwrap(), Match::Wrong);
        assert_eq!(verify(&"a".repeat(1_000_000), None).await.unwrap(), Match::Wrong);
    }
}
