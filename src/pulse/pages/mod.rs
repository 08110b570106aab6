//! What people see of surveys.

pub mod answer;
pub mod comments;
pub mod home;
pub mod plan;
pub mod plan_audience;
pub mod plan_launch;
pub mod plan_questions;
pub mod plan_window;
pub mod promise;
pub mod results;
pub mod rules;
pub mod slips;
