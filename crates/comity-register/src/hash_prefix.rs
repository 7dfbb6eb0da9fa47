//! The beginning of a hash, as somebody noted it from a page, a picture or the command line.

use std::str::FromStr;

use crate::error::RegisterError;

/// At least twelve hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashPrefix(String);

/// What the foot of a page shows: 48 bits, so that in a ledger of a million entries a wrong hash passes for one of
/// them once in 280 million times.
const DIGITS: usize = 12;
/// A whole one: 256 bits.
const WHOLE: usize = 64;
/// What the digests are called that stand beside a head in what we print.
const OTHERS: [&str; 3] = ["content", "blake3", "claim"];

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
    /// The heads that somebody noted in a file: of each line the first, unless what stands before it says that it is
    /// something else; after `#` stands a comment.
    pub fn noted(text: &str) -> Vec<Self> {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
        lines.filter_map(Self::of_line).collect()
    }

    fn of_line(line: &str) -> Option<Self> {
        let parts = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '+'));
        let words: Vec<&str> = line.split(parts).filter(|word| !word.is_empty()).collect();
        let before = std::iter::once(&"").chain(&words);
        let is_other = |word: &str| OTHERS.iter().any(|other| other.eq_ignore_ascii_case(word));
        let mut of_head = before.zip(&words).filter(|(before, _)| !is_other(before));
        of_head.find_map(|(_, word)| word.parse().ok())
    }

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
    fn heads_are_found_in_what_was_printed() {
        let noted = |text: &str| HashPrefix::noted(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        let printed = "# of the city's register\n\
            2026-05-03 head 9f3a5b7c9d1e # noted by Ana, 111111111111\n\
            content 51c051c051c051c0\nBLAKE3  222222222222\n\
            {\"record\":\"format\",\"version\":1,\"known\":7,\"head\":\"0123456789ab\",\"content\":\"51c051c051c0\"}\n\
            Comity, release 0.1.0+1234.abcdefabcdef, as of 2019\n";
        assert_eq!(noted(printed), ["9f3a5b7c9d1e", "0123456789ab", "abcdefabcdef"]);
        assert!(noted("nothing, or 12345 at most").is_empty());
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
