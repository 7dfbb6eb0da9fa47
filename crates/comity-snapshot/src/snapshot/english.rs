//! Places by their English names, whatever name they are filed under; that one stays among their names.

use comity_model::{Entity, Name};
use smol_str::SmolStr;

use crate::wording;

/// For readers alone: the register keeps what was filed, and both names lead to the place.
pub(super) fn rename(entity: &mut Entity) {
    let english = wording::place_name(entity);
    if english == entity.name || entity.name.is_empty() {
        return;
    }
    let local = std::mem::replace(&mut entity.name, english);
    entity.names.retain(|name| name.text != entity.name && name.text != local);
    entity.names.insert(0, Name { text: local, lang: SmolStr::default() });
}

#[cfg(test)]
mod tests {
    use comity_model::{EntityId, EntityKind};

    use super::*;

    #[track_caller]
    fn check(id: &str, country: &str, name: &str, expected: &[&str]) {
        let mut entity = Entity::new(EntityId::new(id).unwrap(), EntityKind::Polity, name);
        entity.country = Some(country.into());
        rename(&mut entity);
        let names: Vec<&str> = std::iter::once(&entity.name)
            .chain(entity.names.iter().map(|name| &name.text))
            .map(SmolStr::as_str)
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn the_filed_name_stays_beside_the_english_one() {
        check("gn1808773", "CN", "Hebei Sheng", &["Hebei", "Hebei Sheng"]);
        check("gn293725", "IL", "Reẖovot", &["Rehovot", "Reẖovot"]);
        check("gn2886242", "DE", "Köln", &["Köln"]);
        check("greater-x", "IL", "Reẖovot", &["Reẖovot"]);
        check("gn293725", "IL", "", &[""]);
    }
}
