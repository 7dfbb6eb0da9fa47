//! Names as they are compared: folded, in Latin letters, without their affixes, and how alike two are.
#![doc = include_str!("../README.md")]

mod affix;
mod filler;
mod fold;
mod romanise;
mod similarity;
mod slug;
mod surprisal;
mod words;

pub use affix::{AffixKind, Core, cores};
pub use filler::{Filler, filler};
pub use fold::fold;
pub use romanise::{latin_forms, romanise};
pub use similarity::{Triple, damerau, dice, osa, shared_triples, triples};
pub use slug::{latin_slug, slug};
pub use surprisal::{LetterCounts, TABLE, bits};
pub use words::{LatinWord, latin_words};
