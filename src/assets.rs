//! Style sheets, scripts and pictures, embedded in the binary (a debug build reads them from disk at start).
//!
//! One hash over all of them stands in every address, `/a/{hash}/css/app.css`: a browser may keep a file for a year, a
//! new release has new addresses, and relative imports between modules stay within one release. Files are compressed when
//! somebody first asks, not at start.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::OnceLock;

use aws_lc_rs::digest::{Context, SHA256};
use rust_embed::RustEmbed;

// allow_missing: a checkout in which nobody has drawn anything yet still builds.
#[derive(RustEmbed)]
#[folder = "static/"]
#[allow_missing = true]
struct Embedded;

/// A static file as it goes over the wire.
#[derive(Clone, Copy, Debug)]
pub struct Asset {
    /// The body, compressed if `encoding` says so.
    pub bytes: &'static [u8],
    /// The value of Content-Type.
    pub content_type: &'static str,
    /// The value of Content-Encoding, if the body is compressed.
    pub encoding: Option<&'static str>,
    /// The value of ETag, in quotes; another one for each encoding.
    pub etag: &'static str,
}

/// A file with the forms it has been asked for.
struct Kept {
    bytes: Cow<'static, [u8]>,
    content_type: &'static str,
    /// ETags: as it is, brotli, gzip.
    etags: [String; 3],
    brotli: OnceLock<Option<Vec<u8>>>,
    gzip: OnceLock<Option<Vec<u8>>>,
}

/// All files, and the hash over them.
struct House {
    hash: String,
    files: BTreeMap<String, Kept>,
}

fn house() -> &'static House {
    static HOUSE: OnceLock<House> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let mut files = BTreeMap::new();
        let mut hashes = BTreeMap::new();
        for path in Embedded::iter() {
            let Some(file) = Embedded::get(&path) else { continue };
            let hash = file.metadata.sha256_hash();
            hashes.insert(path.to_string(), hash);
            files.insert(path.to_string(), Kept::new(&path, file.data, &hash));
        }
        let mut all = Context::new(&SHA256);
        for (path, hash) in &hashes {
            all.update(path.as_bytes());
            all.update(hash);
        }
        House { hash: hex(all.finish().as_ref(), 4), files }
    })
}

/// The address of a file below `static/`: `url("css/app.css")` is `/a/1f2e3d4c/css/app.css`.
pub fn url(path: &str) -> String {
    format!("/a/{}/{path}", house().hash)
}

/// Whether `hash`, out of an address, is that of the files as they are now.
pub fn is_current(hash: &str) -> bool {
    hash == house().hash
}

/// A file in the best encoding that an Accept-Encoding header allows; None if there is no such file.
pub fn find(path: &str, accept_encoding: &str) -> Option<Asset> {
    let kept = house().files.get(path)?;
    let [plain_tag, brotli_tag, gzip_tag] = &kept.etags;
    let plain = (Some(&*kept.bytes), None, plain_tag);
    let brotli = || (kept.brotli.get_or_init(|| kept.smaller(brotli)).as_deref(), Some("br"), brotli_tag);
    let gzip = || (kept.gzip.get_or_init(|| kept.smaller(gzip)).as_deref(), Some("gzip"), gzip_tag);
    let mut chosen = plain;
    if accepts(accept_encoding, "br") {
        chosen = brotli();
    } else if accepts(accept_encoding, "gzip") {
        chosen = gzip();
    }
    let (bytes, encoding, etag) = if chosen.0.is_some() { chosen } else { plain };
    Some(Asset { bytes: bytes?, content_type: kept.content_type, encoding, etag })
}

/// Whether an Accept-Encoding header names an encoding with a weight above nought. `*` is left out on purpose: whoever
/// asks by star gets the file as it is.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let refused = pieces
            .filter_map(|piece| piece.strip_prefix("q="))
            .any(|weight| !weight.trim().parse::<f32>().is_ok_and(|weight| weight > 0.0));
        named && !refused
    })
}

impl Kept {
    fn new(path: &str, bytes: Cow<'static, [u8]>, hash: &[u8]) -> Kept {
        let hash = hex(hash, 8);
        Kept {
            bytes,
            content_type: content_type(path),
            etags: [format!("\"{hash}\""), format!("\"{hash}-br\""), format!("\"{hash}-gz\"")],
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// The compressed form, if the file is text and the form is smaller.
    fn smaller(&self, compress: fn(&[u8]) -> std::io::Result<Vec<u8>>) -> Option<Vec<u8>> {
        let text = self.content_type.starts_with("text/")
            || ["image/svg+xml", "application/json", "application/manifest+json"].contains(&self.content_type);
        let compressed = if text { compress(&self.bytes).ok()? } else { return None };
        (compressed.len() < self.bytes.len()).then_some(compressed)
    }
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    // 9 of 11: the last two steps take ten times as long for a few percent, and the first visitor waits for it.
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::with_capacity(bytes.len() / 3);
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(8));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn hex(bytes: &[u8], how_many: usize) -> String {
    bytes.iter().take(how_many).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_chosen_by_name_and_weight() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("GZIP;q=0.5", "gzip"));
        assert!(!accepts("br;q=0, gzip", "br"));
        assert!(!accepts("br;q=nonsense", "br"));
        assert!(!accepts("*", "br"));
        assert!(!accepts("", "gzip"));
        assert!(!accepts("brotli", "br"));
    }

    #[test]
    fn text_is_kept_smaller_and_pictures_as_they_are() {
        let text = "p { color: red }\n".repeat(100);
        let kept = Kept::new("a.css", text.clone().into_bytes().into(), &[1; 32]);
        let small = kept.smaller(brotli).unwrap();
        assert!(small.len() < text.len() / 4);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert!(kept.smaller(gzip).unwrap().len() < text.len() / 4);
        assert!(Kept::new("a.png", vec![0; 1000].into(), &[1; 32]).smaller(brotli).is_none());
        assert!(Kept::new("a.css", b"x".to_vec().into(), &[1; 32]).smaller(gzip).is_none());
    }

    #[test]
    fn every_file_is_found_at_its_address_in_each_encoding() {
        assert!(find("no/such/file", "br").is_none());
        assert!(find("../Cargo.toml", "").is_none());
        assert!(url("css/app.css").starts_with("/a/") && url("css/app.css").ends_with("/css/app.css"));
        for path in house().files.keys() {
            let plain = find(path, "").unwrap();
            assert_eq!(plain.encoding, None);
            assert_ne!(plain.content_type, "application/octet-stream", "{path}: name its type in content_type()");
            for accept in ["br", "gzip"] {
                let small = find(path, accept).unwrap();
                assert!(small.bytes.len() <= plain.bytes.len());
                assert_eq!(small.etag == plain.etag, small.encoding.is_none());
            }
        }
    }
}
