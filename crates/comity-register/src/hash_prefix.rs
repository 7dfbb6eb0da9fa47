//! The beginning of a hash, as somebody noted it from a page, a picture or the command line.

use std::str::FromStr;

use crate::error::RegisterError;

/// At least [`DIGITS`] hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HashPrefix(String);

/// What the foot of a page shows: 48 bits, so that in a ledger of a million entries a wrong hash passes for one of
/// them once in 280 million times.
const DIGITS: usize = 12;
/// A whole one: 256 bits.
const WHOLE: usize = 64;

impl FromStr for HashPrefix {
    type Err = RegisterError;

    /// Also reads a release number, which ends in one: `0.1.0+1234.9f3a5b7c9d1e2f30`.
    fn from_str(text: &str) -> Result<Self, RegisterError> {
        let hash = text.trim().rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let good =
            (DIGITS..=WHOLE).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if good { Ok(Self(hash)) } else { Err(RegisterError::Head { text: text.to_owned() }) }
    }
}

impl HashPrefix {
    pub(crate) fn is_of(&self, hash: &str) -> bool {
        hash.starts_with(&self.0)
    }
}

impl std::fmt::Display for HashPrefix {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let read = text.parse::<HashPrefix>().map(|prefix| prefix.to_string()).ok();
        assert_eq!(read.as_deref(), expect, "{text}");
    }

    #[test]
    fn twelve_digits_are_enough_and_eleven_are_not() {
        check("9F3A5B7C9D1E", Some("9f3a5b7c9d1e"));
        check(" 9f3a5b7c9d1e\n", Some("9f3a5b7c9d1e"));
        check("0.1.0+1234.9f3a5b7c9d1e2f30", Some("9f3a5b7c9d1e2f30"));
        check("9f3a5b7c9d1", None);
        check("9f3a5b7c9d1g", None);
        check("", None);
        check(&"9".repeat(64), Some(&"9".repeat(64)));
        check(&"9".repeat(65), None);
    }
}
