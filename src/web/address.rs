//! Words inside an address.

/// Writes words so that they can stand in an address, whatever they are: RFC 3986, section 2.3, names what stays.
pub fn escaped(words: &str) -> String {
    let mut address = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(byte)),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}
