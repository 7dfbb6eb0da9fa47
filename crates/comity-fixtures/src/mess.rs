//! Names of places made messy, as lists make them: slips of the pen, words around them, other scripts.

use crate::dice::Dice;

/// A place as a list could know it.
#[derive(Debug, Clone, Copy)]
pub struct KnownPlace<'n> {
    pub name: &'n str,
    pub country: &'n str,
    /// The state or province it lies in; empty when none is known.
    pub admin: &'n str,
    /// Its other names.
    pub others: &'n [&'n str],
}

/// A way of making a name messy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mess {
    Upper,
    PlainLower,
    Slip,
    TwoSlips,
    Words,
    WordsAndSlip,
    InAdmin,
    InCountry,
    OtherName,
    OtherScript,
    Shortened,
    Turned,
    Misread,
}

impl Mess {
    /// The ten kinds of the shared `messy` files, then three that real lists have besides.
    pub const ALL: [Self; 13] = [
        Self::Upper,
        Self::PlainLower,
        Self::Slip,
        Self::TwoSlips,
        Self::Words,
        Self::WordsAndSlip,
        Self::InAdmin,
        Self::InCountry,
        Self::OtherName,
        Self::OtherScript,
        Self::Shortened,
        Self::Turned,
        Self::Misread,
    ];

    /// The name made messy in this way; `None` where it cannot be, or would come out as it was.
    ///
    /// ```
    /// use comity_fixtures::{Dice, Mess, KnownPlace};
    /// let lodz = KnownPlace { name: "Łódź", country: "Poland", admin: "", others: &["Лодзь", "Lodsch"] };
    /// assert_eq!(Mess::OtherScript.of(&lodz, &mut Dice::new(7)).as_deref(), Some("Лодзь"));
    /// assert!(Mess::InCountry.of(&lodz, &mut Dice::new(7)).is_some_and(|messy| messy.contains("Poland")));
    /// assert_eq!(Mess::InAdmin.of(&lodz, &mut Dice::new(7)), None);
    /// ```
    pub fn of(self, place: &KnownPlace<'_>, dice: &mut Dice) -> Option<String> {
        let name = place.name;
        let messy = match self {
            Self::Upper => format!("  {} ", name.to_uppercase()),
            Self::PlainLower => plain(name).to_lowercase().replace('-', " "),
            Self::Slip => slip(name, dice)?,
            Self::TwoSlips => slip(&slip(name, dice)?, dice)?,
            Self::Words => framed(name, dice),
            Self::WordsAndSlip => framed(&slip(name, dice)?, dice),
            Self::InAdmin if place.admin.is_empty() => return None,
            Self::InAdmin => format!("{name}, {}", place.admin),
            Self::InCountry if dice.below(3) == 0 => format!("{name} ({})", place.country),
            Self::InCountry => format!("{name}, {}", place.country),
            Self::OtherName => other(place, dice, |c| c.is_ascii() || ('\u{c0}'..'\u{250}').contains(&c))?,
            Self::OtherScript => other(place, dice, |c| !c.is_alphabetic() || c >= '\u{370}')?,
            Self::Shortened => shortened(name)?,
            Self::Turned => turned(place, dice),
            Self::Misread => misread(name)?,
        };
        (messy != name).then_some(messy)
    }
}

/// Without accents, as careless tables have it.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect()
}

/// A letter after the first dropped, changed, swapped with the next or doubled by another. Names of four letters and more.
fn slip(name: &str, dice: &mut Dice) -> Option<String> {
    const COMMON_LETTERS: [char; 9] = ['a', 'e', 'i', 'o', 's', 't', 'r', 'n', 'u'];
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 4 {
        return None;
    }
    let at = 1 + dice.below(letters.len() - 2);
    let other = *dice.one_of(&COMMON_LETTERS).expect("there are nine");
    match dice.below(20) {
        0..9 => drop(letters.remove(at)),
        9..15 => letters[at] = other,
        15..19 => letters.swap(at, at + 1),
        _ => letters.insert(at, other),
    }
    Some(letters.into_iter().collect())
}

/// Words of kind around it, in a language that need not be the country's: lists are translated.
fn framed(name: &str, dice: &mut Dice) -> String {
    const FRAMES: [&str; 32] = [
        "City of X",
        "Municipality of X",
        "Municipio de X",
        "Ville de X",
        "Prefeitura de X",
        "Comune di X",
        "Gemeente X",
        "Stadt X",
        "Ayuntamiento de X",
        "Greater X",
        "X Municipality",
        "X City Council",
        "X Metropolitan Municipality",
        "X (city)",
        "Commune de X",
        "Ciudad de X",
        "Alcaldía de X",
        "Municipalidad de X",
        "Câmara Municipal de X",
        "Città di X",
        "Gmina X",
        "Obec X",
        "Grad X",
        "X Kommune",
        "X Belediyesi",
        "X Town Council",
        "X Municipal Government",
        "Government of X",
        "Mairie de X",
        "Town of X",
        "Kota X",
        "X Municipal People's Government",
    ];
    dice.one_of(&FRAMES).expect("there are thirty-two").replace('X', name)
}

/// Another name whose letters are all of the wanted kind.
fn other(place: &KnownPlace<'_>, dice: &mut Dice, wanted: impl Fn(char) -> bool) -> Option<String> {
    let plain_name = plain(place.name).to_lowercase();
    let all: Vec<&&str> = place
        .others
        .iter()
        .filter(|name: &&&str| {
            name.chars().all(&wanted) && name.chars().count() > 2 && plain(name).to_lowercase() != plain_name
        })
        .collect();
    dice.one_of(&all).map(|name| (**name).to_owned())
}

/// `Fort Worth` → `Ft. Worth`.
fn shortened(name: &str) -> Option<String> {
    const SHORT: [(&str, &str); 9] = [
        ("Saint ", "St. "),
        ("Saint-", "St-"),
        ("Sainte-", "Ste-"),
        ("Fort ", "Ft. "),
        ("Mount ", "Mt. "),
        ("Santa ", "Sta. "),
        ("Santo ", "Sto. "),
        ("Sankt ", "St. "),
        ("North ", "N. "),
    ];
    SHORT.iter().find_map(|(long, short)| Some(format!("{short}{}", name.strip_prefix(long)?)))
}

/// `Worth, Fort`; `Poland, Łódź`.
fn turned(place: &KnownPlace<'_>, dice: &mut Dice) -> String {
    match place.name.split_once(' ') {
        Some((first, rest)) if dice.below(2) == 0 => format!("{rest}, {first}"),
        _ => format!("{}, {}", place.country, place.name),
    }
}

/// UTF-8 read as Latin-1: `ÅÃ³dÅº`.
fn misread(name: &str) -> Option<String> {
    (!name.is_ascii()).then(|| name.bytes().map(char::from).collect())
}
