//! What rows speak of, looked up among what is on file before they are taken: no more of it than that.

use std::collections::{BTreeMap, BTreeSet};

use comity_gazetteer::PlaceRef;
use comity_model::{Claim, ClaimId, EntityId, Mention};
use comity_register::RegisterError;
use comity_source::SourceRow;

use super::{ResolvedRows, claims, described};
use crate::place;

impl ResolvedRows<'_, '_> {
    /// Looks up what the rows name by an id or describe, and which of their claims were left open.
    pub(super) async fn look_up_stated(&mut self, rows: &[SourceRow]) -> Result<(), RegisterError> {
        let described = rows.iter().flat_map(|row| &row.records).filter_map(described);
        let mut ids: BTreeSet<EntityId> = described.collect();
        ids.extend(claims(rows).flat_map(Claim::mentions).filter_map(|(_, mention)| mention.id.clone()));
        if !self.is_of_records() {
            ids.retain(|id| !self.named.contains(id));
        }
        self.on_file = self.lookup.entities(&ids).await?;
        if self.is_of_records() {
            let ids: Vec<ClaimId> = claims(rows).map(Claim::id).collect();
            self.left_open = self.lookup.left_open(&ids).await?;
        }
        Ok(())
    }

    /// Looks up who on file bears the names that are not known yet, beside whom the file describes.
    pub(super) async fn look_up_names(&mut self, unknown: &[Mention]) -> Result<(), RegisterError> {
        let bearers = self.lookup.bearers(unknown.iter().map(|mention| mention.text.as_str())).await?;
        for entity in bearers.values() {
            self.resolver.names_mut().add(entity);
        }
        Ok(())
    }

    /// Looks up the places that the rows are about to name, with all that contains them.
    pub(super) async fn look_up_places(
        &mut self,
        rows: &[SourceRow],
        questions: impl Iterator<Item = &Mention>,
    ) -> Result<(), RegisterError> {
        let gazetteer = self.resolver.gazetteer();
        let read = questions.filter_map(|mention| self.resolver.resolved(mention).place);
        let mentions = claims(rows).flat_map(Claim::mentions);
        let stated = mentions.filter_map(|(_, mention)| gazetteer.place(mention.id.as_ref()?));
        let places: BTreeMap<u32, PlaceRef<'_>> = read
            .chain(stated)
            .map(|place| (place.geonames(), place))
            .filter(|(id, _)| !self.chained.contains(id))
            .collect();
        let chains = places.into_values().flat_map(|place| place::chain(gazetteer, place));
        let ids: BTreeSet<EntityId> =
            chains.map(|place| place.id()).filter(|id| !self.named.contains(id)).collect();
        let held = self.lookup.entities(&ids).await?;
        self.on_file.extend(held);
        Ok(())
    }
}
