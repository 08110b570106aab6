//! The hall: how we speak HTTP and HTML. Rooms know what they say; how it is said, refused, limited and kept apart is
//! decided here, once.

pub mod address;
pub mod assets;
pub mod body;
pub mod csrf;
pub mod csv;
pub mod door;
pub mod dress;
pub mod failure;
pub mod form;
pub mod headers;
pub mod language;
pub mod limits;
pub mod line_ends;
pub mod log;
pub mod page;
pub mod pager;
pub mod panics;
pub mod qr;
pub mod quiet;
pub mod sse;
pub mod tries;
pub mod zone;

pub use failure::{Answer, Failure};
pub use form::{Form, FormView, Problems};
pub use page::{Me, Page, see_other};
