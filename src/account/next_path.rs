//! Where to go after signing in: only to a page of ours.

/// No page of ours has a longer address.
const LENGTH_MAX: usize = 512;
/// Where one goes who did not want to go anywhere in particular.
pub(super) const HOME: &str = "/home";

/// The path if it is one of ours by its very letters, else [`HOME`]. What a browser could take for another host
/// (`//`, `/\`), for a step upwards or for a scheme is not of that shape.
pub(super) fn ours(asked: &str) -> &str {
    let leads_out_again = ["/sign-", "/set-up", "/invited", "/reset"].iter().any(|path| asked.starts_with(path));
    if is_of_shape(asked) && !leads_out_again { asked } else { HOME }
}

fn is_of_shape(asked: &str) -> bool {
    asked.len() <= LENGTH_MAX
        && asked.starts_with('/')
        && !asked.contains("//")
        && !asked.contains("/.")
        && asked.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.~?=&%+,".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hb10_only_a_path_of_ours_is_followed() {
        for good in ["/home", "/praise/new?to=0192f0c1-0000-7000-8000-000000000000", "/wall?page=2&site=sea%20side"] {
            assert_eq!(ours(good), good);
        }
        for bad in [
            "",
            "home",
            "//evil.example",
            "/\\evil.example",
            "/%5c/evil.example//",
            "https://evil.example",
            "/a//b",
            "/\t/evil.example",
            "/@evil.example",
            "/..//evil.example",
            "/.well-known/x",
            "javascript:alert(1)",
            "/sign-out",
            "/sign-in?next=/home",
            "/home\r\nSet-Cookie: a=b",
            "/home#x",
            "/ü",
        ] {
            assert_eq!(ours(bad), HOME, "{bad:?}");
        }
        assert_eq!(ours(&format!("/{}", "a".repeat(600))), HOME);
    }
}
