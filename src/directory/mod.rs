//! Who works where: the pages for people, sites and places, and bringing them in from a file.
//!
//! Who comes here: site managers for their own site, HR and administrators for all. Addresses: `/admin/people…`,
//! `/admin/sites…`. Tables: those of `people`, which the floor below keeps because every room needs them. Mails: none.

mod entry_store;
mod holidays;
pub mod import;
pub mod import_pages;
pub mod people_pages;
mod person_form;
pub mod person_pages;
pub mod place_pages;
mod site_form;
pub mod site_pages;
mod store;
mod who_may;
