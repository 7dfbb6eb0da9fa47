//! Agreements of the places within a nation, state or county: how many, with which countries, and of whom most.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{Message, message, say};
use comity_model::{Entity, EntityKind, Level, LinkKind};
use comity_snapshot::{EntityIx, EntityRef, FEW_PARTIES, Snapshot, Territory};

use crate::answer::RolledUp;
use crate::report::{At, Table};

/// `None` for what is no larger place, and where nothing within it has an agreement.
///
/// Cost: one pass over the agreements of what lies within it.
pub(super) fn rolled_up(snapshot: &Snapshot, node: EntityIx, at: &At, limit: usize) -> Option<RolledUp> {
    if !is_larger(snapshot.entity(node)) {
        return None;
    }
    let territory = snapshot.territory(node);
    let mut tally = AgreementTally::default();
    for agreement in signed_within(snapshot, &territory) {
        tally.add(snapshot, &territory, &parties_of(snapshot, agreement, at));
    }
    (tally.agreements + tally.declarations > 0).then(|| tally.in_words(snapshot, node, limit))
}

fn is_larger(entity: &Entity) -> bool {
    let larger = [Level::County, Level::State, Level::Nation, Level::Supranational];
    entity.kind == EntityKind::Polity && larger.into_iter().any(|level| entity.is(level))
}

/// What the places within a territory signed, the territory's own left out.
fn signed_within(snapshot: &Snapshot, territory: &Territory) -> BTreeSet<EntityIx> {
    let within = territory.members().iter().filter(|place| **place != territory.root());
    let signed = within.flat_map(|place| snapshot.outgoing(*place));
    signed.filter(|(link, _)| link.kind == LinkKind::Party).map(|(_, agreement)| agreement).collect()
}

/// The parties of an agreement that is on record on the day; none of one that is not.
fn parties_of(snapshot: &Snapshot, agreement: EntityIx, at: &At) -> Vec<EntityIx> {
    if !snapshot.agreement_record(agreement).on(at.window).presumed {
        return Vec::new();
    }
    snapshot.parties(agreement).into_iter().collect()
}

/// Agreements while they are counted, each once.
#[derive(Default)]
struct AgreementTally {
    agreements: u64,
    domestic: u64,
    declarations: u64,
    by_place: BTreeMap<EntityIx, u64>,
    /// `None`: a party that lies in no country on file.
    by_country: BTreeMap<Option<EntityIx>, u64>,
    /// The country of every party met so far.
    nations: BTreeMap<EntityIx, Option<EntityIx>>,
}

impl AgreementTally {
    fn add(&mut self, snapshot: &Snapshot, territory: &Territory, parties: &[EntityIx]) {
        let is_inside = |party: &&EntityIx| territory.holds(**party) && **party != territory.root();
        let inside: Vec<EntityIx> = parties.iter().filter(is_inside).copied().collect();
        if inside.is_empty() || parties.len() < 2 {
            return;
        }
        if parties.len() > FEW_PARTIES {
            self.declarations += 1;
            return;
        }
        self.agreements += 1;
        let mut outside: Vec<EntityIx> =
            parties.iter().filter(|party| !territory.holds(**party)).copied().collect();
        if outside.is_empty() {
            self.domestic += 1;
            outside.clone_from(&inside);
        }
        for place in inside {
            *self.by_place.entry(place).or_default() += 1;
        }
        let countries: BTreeSet<Option<EntityIx>> =
            outside.into_iter().map(|party| self.nation(snapshot, party)).collect();
        for country in countries {
            *self.by_country.entry(country).or_default() += 1;
        }
    }

    fn nation(&mut self, snapshot: &Snapshot, party: EntityIx) -> Option<EntityIx> {
        *self.nations.entry(party).or_insert_with(|| snapshot.nation(party))
    }

    fn in_words(self, snapshot: &Snapshot, node: EntityIx, limit: usize) -> RolledUp {
        let name = snapshot.refer(node).name;
        let places = self.by_place.len() as u64;
        let by_country = self.by_country.into_iter();
        let by_country = by_country.map(|(country, n)| (country.map(|node| snapshot.refer(node)), n));
        let by_place = self.by_place.into_iter().map(|(place, n)| (Some(snapshot.refer(place)), n));
        let counted_over = say!("rolled-up-computed", place = name);
        let of_countries =
            Ranks { id: "by-country", title: message!("rolled-up-by-country"), of: message!("head-country") };
        let of_places =
            Ranks { id: "most-tied", title: message!("rolled-up-most-tied"), of: message!("head-place") };
        RolledUp {
            sentence: sentence(&snapshot.refer(node).name, self.agreements, places, self.declarations),
            agreements: self.agreements,
            places,
            domestic: self.domestic,
            declarations: self.declarations,
            by_country: of_countries.table(by_country.collect(), &counted_over),
            most_tied: of_places.table(by_place.collect(), &counted_over).cut(limit),
        }
    }
}

/// A table of whom or what there is how much of.
struct Ranks {
    id: &'static str,
    title: Message,
    of: Message,
}

impl Ranks {
    /// The most first, then by name.
    fn table(&self, mut rows: Vec<(Option<EntityRef>, u64)>, counted_over: &str) -> Table {
        rows.sort_by_key(|(who, n)| (std::cmp::Reverse(*n), who.as_ref().map(EntityRef::full)));
        let columns = [("name", self.of, ""), ("agreements", message!("head-agreements"), "")];
        let mut table = Table::headed(self.id, self.title, columns).computed_from(counted_over);
        for (who, n) in rows {
            let who = who.map_or_else(|| say!("country-not-on-file").into(), Into::into);
            table.push(vec![who, n.into()], Vec::new());
        }
        table
    }
}

/// "1,398 agreements of 787 places in Japan are on record. Places in Japan have signed 2 declarations."
fn sentence(name: &str, agreements: u64, places: u64, declarations: u64) -> String {
    let agreed =
        (agreements > 0).then(|| say!("rolled-up", agreements = agreements, places = places, place = name));
    let declared = (declarations > 0).then(|| say!("rolled-up-declarations", n = declarations, place = name));
    crate::report::sentences(agreed.into_iter().chain(declared))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_says_what_there_is() {
        assert_eq!(sentence("Japan", 1398, 787, 0), "1,398 agreements of 787 places in Japan are on record.");
        assert_eq!(
            sentence("Japan", 1, 1, 2),
            "1 agreement of 1 place in Japan is on record. Places in Japan have signed 2 declarations."
        );
    }
}
