//! A QR code as a picture that a page carries within itself: the hall draws it.

pub use crate::web::qr::as_picture;
