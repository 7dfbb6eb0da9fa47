//! How an entity, a source and a claim are shown: enough to name each, and to lead to it.

use comity_graph::cancel::check;
use comity_messages::Language;
use comity_model::{Entity, Level, Link, SourceId, Statement};

use super::{EntityIx, EntityRef, Evidence, Snapshot, SourceRef};
use crate::wording;

impl Snapshot {
    pub fn refer(&self, node: EntityIx) -> EntityRef {
        let entity = self.entity(node);
        let (name, place) = (self.name(node), self.place(node));
        let in_english = || Language::English.within(|| (self.name(node), self.place(node)));
        let english = (Language::current() != Language::English).then(in_english);
        let (filed, placed) = english.as_ref().map_or((&name, &place), |(name, place)| (name, place));
        EntityRef {
            id: entity.id.clone(),
            what: wording::what(entity),
            kind: entity.kind,
            slug: wording::slug(filed, placed),
            original: if *filed == name { String::new() } else { filed.clone() },
            country: entity.country.as_deref().unwrap_or_default().to_owned(),
            place,
            name,
            point: entity.point,
        }
    }

    /// Its own name; an agreement without one is named by its parties.
    pub fn name(&self, node: EntityIx) -> String {
        let entity = self.entity(node);
        if !entity.name.is_empty() {
            return called(entity).to_owned();
        }
        let parties: Vec<&str> =
            self.parties(node).into_iter().map(|party| called(self.entity(party))).collect();
        if parties.is_empty() { entity.id.to_string() } else { parties.join(" – ") }
    }

    fn place(&self, node: EntityIx) -> String {
        let entity = self.entity(node);
        let above = self.ancestors(node);
        let names: Vec<&str> = above
            .iter()
            .map(|node| self.entity(*node))
            .filter(|above| tells(above, entity))
            .map(called)
            .collect();
        match (names.is_empty(), entity.is(Level::Nation), &entity.country) {
            (true, false, Some(code)) => code.to_string(),
            _ => names.join(", "),
        }
    }

    pub fn refer_source(&self, id: &SourceId) -> SourceRef {
        SourceRef::of(id, self.source(id))
    }

    pub fn evidence_of(&self, link: &Link) -> Evidence {
        check();
        Evidence {
            claim: link.claim,
            source: self.refer_source(&link.source),
            locator: link.locator.to_string(),
            says: wording::saying(link),
            observed: link.observed.as_ref().map(ToString::to_string).unwrap_or_default(),
            primary_source: (link.root != link.source).then(|| self.refer_source(&link.root)),
            standing: link.standing,
            caveat: self.caveat(&link.source, ""),
        }
    }

    pub fn evidence_of_statement(&self, statement: &Statement) -> Evidence {
        let claim = &statement.claim;
        Evidence {
            claim: statement.id,
            source: self.refer_source(&claim.source),
            locator: claim.locator.to_string(),
            says: wording::statement(claim),
            observed: claim.observed.as_ref().map(ToString::to_string).unwrap_or_default(),
            primary_source: claim.cites.as_ref().map(|root| self.refer_source(root)),
            standing: statement.standing,
            caveat: self.caveat(&claim.source, &claim.caveat),
        }
    }

    /// The claim's own caveat, then that of its source.
    fn caveat(&self, source: &SourceId, own: &str) -> String {
        let source = self.source(source).map_or("", |source| source.caveat.as_str());
        [own, source].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// By what the reader calls it.
fn called(entity: &Entity) -> &str {
    wording::own_language_name(entity).unwrap_or(&entity.name)
}

/// Whether naming what is above an entity tells people where it is: its nation, and its state unless it is one.
fn tells(above: &Entity, entity: &Entity) -> bool {
    above.is(Level::Nation) || (above.is(Level::State) && !entity.is(Level::State))
}
