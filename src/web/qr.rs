//! A QR code as a picture that a page carries within itself.

use qrcodegen::{QrCode, QrCodeEcc};

use super::Failure;

/// A `data:` address of an SVG picture, black on white with the quiet zone that scanners want.
pub fn as_picture(text: &str) -> Result<String, Failure> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|error| Failure::ours(&error))?;
    let path = path(&code);
    let size = code.size() + 8;
    // The few characters of this SVG that a `data:` address cannot hold are percent-encoded.
    Ok(format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='-4 -4 {size} {size}' \
         shape-rendering='crispEdges'%3E%3Crect x='-4' y='-4' width='{size}' height='{size}' fill='white'/%3E\
         %3Cpath d='{path}'/%3E%3C/svg%3E"
    ))
}

/// One path for all dark squares, a whole run of them at a time.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{x},{y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_square_lies_on_the_path_and_no_other() {
        let code = QrCode::encode_text("https://praise.example/q/0123456789", QrCodeEcc::Medium).unwrap();
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dark.filter(|(x, y)| code.get_module(*x, *y)).count();
        let runs = path(&code);
        let drawn: usize = runs
            .split('h')
            .skip(1)
            .step_by(2)
            .map(|run| run.split('v').next().unwrap().parse::<usize>().unwrap())
            .sum();
        assert_eq!(drawn, dark);
        assert!(as_picture("x").unwrap().starts_with("data:image/svg+xml,"));
    }
}
