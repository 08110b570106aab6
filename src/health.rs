//! (waits for the outbox)
