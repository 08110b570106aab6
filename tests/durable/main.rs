//! What a crash, a full disk, a lost server or a second process must not take away: the real program as a child, killed,
//! starved and raced on purpose, on SQLite and on PostgreSQL.
//!
//! The capitals in a test's name are those of the requirement it stands for. Needs `PEOPLEWORTHY_TEST_POSTGRES`, a
//! superuser's address under which databases can be made (`scripts/test` starts such a server), and `strace`.

// A helper of a test may stop the test, and a test may look at the machine's clock.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod desk;
mod disk;
mod floods;
mod full;
mod house;
mod kill;
mod live;
mod panics;
mod post;
mod power;
mod races;
mod saving;
mod smtp;
mod starts;
mod trace;
mod versions;
