#![doc = include_str!("ARCHITECTURE.md")]

// 1 the cellar: what everything stands on
pub mod app;
pub mod assets;
pub mod clock;
pub mod config;
pub mod db;
pub mod fold;
pub mod ids;
pub mod kept;
pub mod live;
pub mod lots;
pub mod seal;
pub mod secrets;
pub mod text;
pub mod views;

// 2 who is who
pub mod people;

// 3 the hall: how we speak HTTP and HTML, and how we write to people
pub mod mail;
pub mod web;

// 4 the rooms
pub mod account;
pub mod admin;
pub mod conversations;
pub mod desk;
pub mod directory;
pub mod insights;
pub mod praise;
pub mod pulse;
pub mod voice;

// 5 the door
pub mod backup;
pub mod check;
pub mod commands;
pub mod demo;
pub mod health;
pub mod jobs;
pub mod link_file;
pub mod measures_import;
pub mod notes_import;
pub mod routes;
pub mod server;
pub mod stop;
pub mod survey_import;

#[cfg(test)]
mod keepers_tests;
#[cfg(test)]
mod oracles_tests;
