//! A QR code as a picture that a page carries within itself.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::web::Failure;

/// A `data:` address of an SVG picture, black on white with the quiet zone that scanners want.
pub fn as_picture(text: &str) -> Result<String, Failure> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| Failure::ours(&error))?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{x},{y}h1v1h-1z"));
        }
    }
    let box_size = size + 8;
    // The few characters of this SVG that a `data:` address cannot hold are percent-encoded.
    Ok(format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-4 -4 {box_size} {box_size}' \
         shape-rendering='crispEdges'%3E%3Crect x='-4' y='-4' width='{box_size}' height='{box_size}' fill='white'/%3E\
         %3Cpath d='{path}'/%3E%3C/svg%3E"
    ))
}
