//! Things a process makes from the database once and keeps: the finder's index and the like.
//!
//! One shelf for all of them, by type, so that the application can carry what the floors above it make without knowing
//! them. How long a thing holds is its own business; most compare a number of `db::generation`.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The shelf. Cheap to clone; all clones share what is on it.
#[derive(Clone, Default)]
pub struct Kept {
    things: Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>,
}

impl Kept {
    /// The one thing of its type; put there empty by whoever asks first.
    pub fn one<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut things = self.things.lock().unwrap_or_else(PoisonError::into_inner);
        let thing = things.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        Arc::clone(thing).downcast().unwrap_or_else(|_| Arc::default()) // never: the key is the type
    }
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Kept(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_of_each_type_for_all_clones() {
        let kept = Kept::default();
        kept.one::<Mutex<Vec<u8>>>().lock().unwrap().push(1);
        assert_eq!(*kept.clone().one::<Mutex<Vec<u8>>>().lock().unwrap(), [1]);
        assert!(kept.one::<Mutex<Vec<u16>>>().lock().unwrap().is_empty());
    }
}
