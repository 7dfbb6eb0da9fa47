//! The name of a person who stands behind a change: written in one way, and never one that Comity itself goes by.

use std::str::FromStr;

use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;
use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// Letters of a name at most; the fields of our forms hold as many.
const MAX_LETTERS: usize = 80;

/// What the history says of changes that no person made, and names that would claim a standing nobody has.
const RESERVED: [&str; 10] = [
    "comity",
    "system",
    "admin",
    "administrator",
    "machine",
    "moderator",
    "nobody",
    "anonymous",
    "unknown",
    "somebody (taken down)",
];

/// Letters that show nothing, though Unicode counts them as letters or signs: Hangul fillers and the empty Braille cell.
const BLANK: [char; 5] = ['\u{115F}', '\u{1160}', '\u{3164}', '\u{FFA0}', '\u{2800}'];

/// A person's name as the history shows it: NFC, single spaces, no invisible characters, at most 80 characters.
///
/// ```
/// use comity_model::PersonName;
///
/// let name: PersonName = "  Ana  Björk ".parse()?;
/// assert_eq!(name.as_str(), "Ana Björk");
/// assert!("Cоmity".parse::<PersonName>().is_err(), "with a Cyrillic o");
/// # Ok::<(), comity_model::BadName>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct PersonName(SmolStr);

/// Why a text is no person's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    #[error("every change names a person: expected a name with a letter in it")]
    Empty,
    #[error("a person's name has at most {MAX_LETTERS} characters, and this has {0}")]
    Long(usize),
    #[error("a person's name has no invisible characters, and this has U+{:04X}", u32::from(*.0))]
    Invisible(char),
    #[error("`{name}` reads as `{kept}`, which is kept for what no person did: give your own name")]
    Reserved { name: String, kept: &'static str },
}

impl PersonName {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PersonName {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let text = text.trim();
        if let Some(bad) = text.chars().find(|c| !is_visible(*c)) {
            return Err(BadName::Invisible(bad));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let name: String = words.join(" ").nfc().collect();
        let length = name.chars().count();
        if length > MAX_LETTERS {
            return Err(BadName::Long(length));
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(BadName::Empty);
        }
        let seen = looks(&name);
        match RESERVED.into_iter().find(|kept| looks(kept).iter().any(|look| seen.contains(look))) {
            Some(kept) => Err(BadName::Reserved { name, kept }),
            None => Ok(Self(SmolStr::new(name))),
        }
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether it shows, or is a space: not what steers, orders or hides other characters.
fn is_visible(c: char) -> bool {
    use GeneralCategory as G;
    let hidden = matches!(
        get_general_category(c),
        G::Control
            | G::Format
            | G::Surrogate
            | G::PrivateUse
            | G::Unassigned
            | G::LineSeparator
            | G::ParagraphSeparator
    );
    let variant = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{34F}');
    !hidden && !variant && !BLANK.contains(&c)
}

/// What a reader may take a name for, by the confusable letters of UTS 39: as it is written, and in capitals, where
/// other letters look alike (Cyrillic т is no t, but Т is a T).
fn looks(name: &str) -> [String; 2] {
    let plain = bare(name);
    let capitals = plain.to_uppercase();
    [plain, capitals].map(|text| {
        let letters: String = bare(&skeleton(&text).collect::<String>()).to_lowercase();
        let letters: String = bare(&skeleton(&letters).collect::<String>()).to_lowercase();
        letters.chars().filter(|c| c.is_alphanumeric()).map(|c| if c == 'l' { 'i' } else { c }).collect()
    })
}

/// Without accents and other marks, full-width letters as plain ones.
fn bare(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, says: &str) {
        let said = match text.parse::<PersonName>() {
            Ok(name) => name.to_string(),
            Err(error) => format!("! {error}"),
        };
        assert!(said.contains(says), "{text:?}: {said}");
    }

    #[test]
    fn names_are_written_in_one_way() {
        check(" Ana \u{a0} B. ", "Ana B.");
        check("Zoe\u{308}", "Zoë");
        check("O’Neill-Šarić, 3rd", "O’Neill-Šarić, 3rd");
        for name in ["李娜", "ஆனந்தி", "نیلوفر", "Νίκος", "Оля", "Comityan", "Minnie", "Adam", "root", "e2e"]
        {
            check(name, name);
        }
    }

    #[test]
    fn what_steers_or_hides_is_refused() {
        for hidden in
            ['\u{202E}', '\u{2066}', '\u{200B}', '\u{200D}', '\u{FEFF}', '\u{7}', '\u{1B}', '\u{AD}']
        {
            check(&format!("An{hidden}a"), &format!("U+{:04X}", u32::from(hidden)));
        }
        check("Ana\nBen", "U+000A");
        check("\u{3164}", "U+3164");
        for empty in ["", " ", ".", "42", "\n\t"] {
            check(empty, "a name with a letter in it");
        }
    }

    #[test]
    fn a_name_has_eighty_characters_however_they_are_coded() {
        check(&"e\u{301}".repeat(80), "é");
        check(&"x".repeat(81), "at most 80 characters, and this has 81");
    }

    #[test]
    fn what_no_person_did_is_not_signed_by_one() {
        for spelling in [
            "Comity",
            "COMITY",
            "Cоmity",
            "СОМІТУ",
            "Соміту",
            "Ｃｏｍｉｔｙ",
            "C0mity",
            "Com1ty",
            "Comlty",
            "Çömity",
            "C o m i t y",
            "co-mity",
            "Comity.",
            "Cornity",
            "𝓒𝓸𝓶𝓲𝓽𝔂",
        ] {
            check(spelling, "reads as `comity`");
        }
        for (spelling, kept) in [
            ("Admin", "admin"),
            ("аdmіn", "admin"),
            ("ADM1N", "admin"),
            ("Ѕуѕtеm", "system"),
            ("machine", "machine"),
        ] {
            check(spelling, &format!("reads as `{kept}`"));
        }
    }
}
