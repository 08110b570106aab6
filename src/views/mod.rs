//! (the views worker writes this)
pub struct Views;
