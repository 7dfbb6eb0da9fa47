//! Names as they are looked up: in Latin letters, without case, accents or punctuation.

use std::collections::BTreeSet;

use comity_model::Entity;
use comity_names::{fold, latin_forms, romanise};

/// The one form in which a name is asked for; it is among the [`forms`] of whoever bears it.
pub(crate) fn folded(text: &str) -> String {
    romanise(&fold(text))
}

/// Every form under which an entity is found, its id among them.
pub(crate) fn forms(entity: &Entity) -> BTreeSet<String> {
    let names = entity.names.iter().map(|name| name.text.as_str());
    names.chain([entity.name.as_str(), entity.id.as_str()]).flat_map(latin_forms).collect()
}

#[cfg(test)]
mod tests {
    use comity_model::{EntityId, EntityKind, Name};

    use crate::migrate;

    use super::*;

    /// Registers hold names as they were folded: a folding that changed needs a step of the tables like the sixth,
    /// which marks the stored names, and then the digest below is that of today.
    #[test]
    fn the_stored_names_are_folded_as_today() {
        let id = EntityId::new("a").unwrap();
        let mut hasher = blake3::Hasher::new();
        let letters = ('!'..='\u{33ff}').chain(('\u{3400}'..='\u{ffff}').step_by(13));
        for letter in letters {
            let entity = Entity::new(id.clone(), EntityKind::Polity, &format!("a{letter}b {letter}"));
            for form in forms(&entity) {
                hasher.update(form.as_bytes());
            }
        }
        let digest = hasher.finalize().to_hex();
        assert_eq!((migrate::LATEST, digest.split_at(16).0), (7, "8ebde2a114b592a9"));
    }

    #[test]
    fn accents_case_and_script_do_not_matter() {
        let id = EntityId::new("gn5128581").unwrap();
        let mut entity = Entity::new(id, EntityKind::Polity, "New York");
        entity.names.push(Name { text: "纽约".into(), lang: "zh".into() });
        for text in ["new-york", "NEW YORK", "niuyue", "紐約", "纽约", "gn5128581"] {
            assert!(forms(&entity).contains(&folded(text)), "{text}");
        }
    }
}
