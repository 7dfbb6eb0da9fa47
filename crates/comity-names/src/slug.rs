//! Names for addresses and ids: words with hyphens between them.

use crate::fold::fold;
use crate::romanise::romanise;

/// For the eye, in its own script.
///
/// ```
/// assert_eq!(comity_names::slug("São Paulo"), "sao-paulo");
/// assert_eq!(comity_names::slug("東京"), "东京");
/// ```
pub fn slug(name: &str) -> String {
    fold(name).replace(' ', "-")
}

/// Small letters a to z, digits and single hyphens; empty where the name has neither.
///
/// ```
/// assert_eq!(comity_names::latin_slug("Bad Wildungen"), "bad-wildungen");
/// assert_eq!(comity_names::latin_slug("東京"), "dongjing");
/// ```
pub fn latin_slug(name: &str) -> String {
    let latin = romanise(&fold(name));
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
