//! Names as they are looked up: in Latin letters, without case, accents or punctuation.

use std::collections::BTreeSet;

use comity_model::Entity;

/// `São Paulo` and `sao-paulo` are one; 纽约 becomes its reading, `niuyue`.
pub(crate) fn folded(text: &str) -> String {
    let latin = any_ascii::any_ascii(text).to_lowercase();
    let words = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Every form under which an entity is found, its id among them.
pub(crate) fn forms(entity: &Entity) -> BTreeSet<String> {
    let names = entity.names.iter().map(|name| &name.text).chain([&entity.name]);
    let mut forms: BTreeSet<String> = names.map(|name| folded(name)).collect();
    forms.insert(folded(entity.id.as_str()));
    forms.remove("");
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_script_do_not_matter() {
        assert_eq!(folded("São  Paulo"), folded("sao-paulo"));
        assert_eq!(folded("Köln (Cologne)"), "koln cologne");
        assert_eq!(folded("纽约"), "niuyue");
    }
}
