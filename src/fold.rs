//! (the finder worker writes this)
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
pub fn latin(_: &str) -> Option<String> {
    None
}
