//! How strongly two are tied through what they meet in.

use comity_graph::interlocking::link;
use comity_graph::{Entry, TwoMode};
use comity_messages::say;
use comity_model::Window;
use comity_snapshot::timeslice::{Affiliation, RoleWeights, Roles, affiliations_of};
use comity_snapshot::{EntityIx, Snapshot};

use crate::report::Indicator;

/// Things both are on record in, and Taylor's link with the usual weights of roles.
pub(super) fn strength(snapshot: &Snapshot, a: EntityIx, b: EntityIx, window: Window) -> Vec<Indicator> {
    let affiliations = [a, b].map(|actor| {
        let mut all = affiliations_of(snapshot, actor, window);
        all.retain(|affiliation| affiliation.standing.presumed);
        all
    });
    let table = table(&affiliations, |affiliation| affiliation.possible_roles);
    vec![
        Indicator::count(&say!("between-things"), things_of_both(&table), "things"),
        Indicator::new(&say!("between-link"), Some(link(&table, 0, 1) + 0.0), "products of weights"),
    ]
}

/// How many things both actors of the table are in.
fn things_of_both(table: &TwoMode) -> usize {
    (0..).take(table.things()).filter(|thing| table.of_thing(*thing).len() == 2).count()
}

/// The two as rows, all their things as columns.
fn table(affiliations: &[Vec<Affiliation>; 2], roles: fn(&Affiliation) -> Roles) -> TwoMode {
    let mut things: Vec<EntityIx> =
        affiliations.iter().flatten().map(|affiliation| affiliation.thing).collect();
    things.sort_unstable();
    things.dedup();
    let weights = RoleWeights::default();
    let mut entries = Vec::new();
    for (actor, affiliations) in (0..).zip(affiliations) {
        for affiliation in affiliations {
            let place = things.binary_search(&affiliation.thing);
            let place = place.expect("every thing is in the list made from the cells");
            let thing = u32::try_from(place).expect("fewer than 2^32 entities");
            entries.push(Entry { actor, thing, weight: weights.of(roles(affiliation)) });
        }
    }
    TwoMode::new(2, things.len(), entries)
}
