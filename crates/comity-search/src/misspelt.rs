//! Names a few letters away from what was written.

use comity_gazetteer::{Hit, Near};
use comity_model::EntityKind;
use comity_names::{fold, osa};
use comity_snapshot::EntityIx;

use crate::bearer::Bearer;
use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;

/// Letters of a name in which one slip of the pen is looked for; two in longer ones. FACE §7.2.
const SHORT: usize = 6;
/// With fewer letters every name is near every other; with more it is a sentence.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=40;
/// Meanings that come near: more are not looked at.
const MOST: usize = 400;

impl<'a> Search<'a> {
    /// Whoever bears a name that is near, alone or with where it is.
    pub(crate) fn misspelt(&self, text: &str) -> Vec<Meaning<'a>> {
        let key = fold(text);
        let placed = self.misspelt_within(text);
        if placed.is_empty() { self.slips(&key) } else { placed }
    }

    /// Whoever bears a name that is near this folded one: one letter off where there is any, else two.
    pub(crate) fn slips(&self, key: &str) -> Vec<Meaning<'a>> {
        let letters = key.chars().count();
        if !LENGTHS.contains(&letters) {
            return Vec::new();
        }
        let mut found = self.slips_of(key, 1);
        if found.is_empty() && letters > SHORT {
            found = self.slips_of(key, 2);
        }
        found.truncate(MOST);
        found
    }

    /// One letter off, in the gazetteer alone where there is one: what is tried for every beginning of a text has to be quick.
    pub(crate) fn slips_of_beginning(&self, key: &str) -> Vec<Meaning<'a>> {
        if !LENGTHS.contains(&key.chars().count()) {
            return Vec::new();
        }
        let Some(gazetteer) = self.gazetteer else { return self.slips_on_file(key, 1) };
        let near = gazetteer.one_edit(key).into_iter();
        near.flat_map(|near| self.slips_to(&near)).take(MOST).collect()
    }

    fn slips_to(&self, near: &Near<'a>) -> Vec<Meaning<'a>> {
        near.hits.iter().map(|hit| self.slip_to(hit, near)).collect()
    }

    fn slip_to(&self, hit: &Hit<'a>, near: &Near<'a>) -> Meaning<'a> {
        let place = hit.place.canonical();
        let is_own = [place.name(), place.ascii_name(), &*place.label()]
            .into_iter()
            .any(|name| fold(name) == near.key);
        Meaning { is_remote: !is_own, ..slip(self.bearer(place), near.key, near.edits) }
    }

    fn is_listed(&self, node: EntityIx) -> bool {
        let entity = self.snapshot.entity(node);
        self.gazetteer.is_some() && entity.kind == EntityKind::Polity && entity.id.as_geonames().is_some()
    }

    fn slips_of(&self, key: &str, most: usize) -> Vec<Meaning<'a>> {
        let mut found = self.slips_on_file(key, most);
        let Some(gazetteer) = self.gazetteer else { return found };
        let near = if most == 1 { gazetteer.one_edit(key) } else { gazetteer.two_edits(key, None) };
        found.extend(near.iter().flat_map(|near| self.slips_to(near)));
        found
    }

    /// Names on file; of places only where no gazetteer has them.
    fn slips_on_file(&self, key: &str, most: usize) -> Vec<Meaning<'a>> {
        let wanted = key.len();
        let mut found = Vec::new();
        for (name, node) in self.snapshot.folded_names() {
            // A letter has four bytes at most.
            let is_near = name.len().abs_diff(wanted) <= most * 4;
            if !is_near || self.is_listed(node) || self.is_unnamed(node) {
                continue;
            }
            let edits = osa(name, key, most).filter(|edits| *edits > 0);
            found.extend(edits.map(|edits| slip(Bearer::OnFile(node), name, edits)));
        }
        found
    }
}

fn slip<'a>(bearer: Bearer<'a>, key: &str, edits: usize) -> Meaning<'a> {
    Meaning { edits, ..Meaning::new(bearer, FoundBy::Misspelt, key) }
}
