//! One place named twice in one cell, in two scripts: `奈良市 Nara`, `堪萨斯市 (密苏里州) Kansas City`.

use comity_gazetteer::Gazetteer;
use comity_names::cores;

use crate::kind_word::FIRST_OF_CJK;
use crate::name_variant::NameVariant;
use crate::named_place::{NamedPlace, exact};

/// A name in Latin letters beside one in those of East Asia.
pub(crate) struct TwoScripts {
    latin: NameVariant,
    /// As written, then without the signs that say its kind.
    other: Vec<NameVariant>,
}

/// Two names of one place leave little doubt of the reading.
const TRUST: f32 = 0.97;

impl TwoScripts {
    /// `None` of a text in one script.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let (text, within) = without_brackets(text);
        let is_other = |word: &&str| word.contains(|c| u32::from(c) >= FIRST_OF_CJK);
        let (other, latin): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(is_other);
        let (other, latin) = (other.join(" "), latin.join(" "));
        let is_name = latin.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if !is_name || other.is_empty() {
            return None;
        }
        let hints: Vec<&str> = within.iter().map(String::as_str).collect();
        let other = variant(&other, &hints);
        let bare =
            cores(&other.name).into_iter().map(|core| NameVariant { name: core.text, ..other.clone() });
        let other = std::iter::once(other.clone()).chain(bare).collect();
        Some(Self { latin: variant(&latin, &hints), other })
    }

    /// What both names fit; what the Latin one fits where the other is not held.
    pub(crate) fn find<'g: 'r, 'r>(&'r self, gazetteer: &'g Gazetteer) -> Vec<NamedPlace<'g, 'r>> {
        let mut latin: Vec<_> = exact(gazetteer, &self.latin).collect();
        let other = self.other.iter().flat_map(|reading| exact(gazetteer, reading));
        let other: Vec<_> = other.map(|found| found.place.canonical()).collect();
        let fits_both = |found: &NamedPlace<'_, '_>| other.contains(&found.place.canonical());
        if latin.iter().any(fits_both) {
            latin.retain(fits_both);
        }
        latin
    }
}

/// One of the two names, in what the brackets say.
fn variant(name: &str, within: &[&str]) -> NameVariant {
    if within.is_empty() {
        NameVariant::instead(name, TRUST)
    } else {
        NameVariant::within(name, within, TRUST)
    }
}

/// The text, and what stands in its brackets.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    for piece in text.split_inclusive([')', '）']) {
        match piece.split_once(['(', '（']) {
            Some((before, within)) => {
                outside.push_str(before);
                outside.push(' ');
                inside.push(within.trim_end_matches([')', '）']).trim().to_owned());
            }
            None => outside.push_str(piece),
        }
    }
    (outside, inside)
}
