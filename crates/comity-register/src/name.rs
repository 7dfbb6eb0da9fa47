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

    use super::*;

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
