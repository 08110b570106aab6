//! Who works where: the pages for people, sites and places, and bringing them in from a file.

pub mod import;
