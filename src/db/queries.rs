//! Queries whose types are hidden from what runs them.
//!
//! Threads, retries, savepoints and answers are compiled once and not once for each of some four hundred closures: that
//! had been a seventh of the program.

use std::any::Any;

use super::{Conn, Error, QueryResult};

/// What queries came to.
pub(super) type Value = Box<dyn Any + Send>;

/// A closure that makes queries.
type Run = dyn Fn(&mut Conn) -> QueryResult<Value> + Send;

/// A closure that makes queries, and may be run again.
pub(super) struct Queries {
    /// The closure's path in the source, for the log.
    pub name: &'static str,
    run: Box<Run>,
}

impl Queries {
    /// Hides the types of a closure.
    pub fn new<T, F>(queries: F) -> Queries
    where
        F: Fn(&mut Conn) -> QueryResult<T> + Send + 'static,
        T: Send + 'static,
    {
        let name = std::any::type_name::<F>();
        Queries { name, run: Box::new(move |conn| queries(conn).map(|value| Box::new(value) as Value)) }
    }

    /// Runs them.
    pub fn run(&self, conn: &mut Conn) -> QueryResult<Value> {
        (self.run)(conn)
    }
}

/// The value with its type again, which is that of the closure it came from.
pub(super) fn as_type<T: 'static>(value: Value) -> Result<T, Error> {
    value.downcast().map(|value| *value).map_err(|_| Error::Panicked)
}
