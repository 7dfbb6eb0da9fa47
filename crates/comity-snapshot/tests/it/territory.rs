//! What lies within what.

use std::collections::BTreeSet;

use comity_model::Level;
use comity_snapshot::Snapshot;

#[test]
fn the_parts_of_what_is_no_nation_are_its_territory() {
    let snapshot = Snapshot::new(comity_fixtures::atlas());
    let mut largest = 0;
    for node in snapshot.nodes().filter(|node| !snapshot.entity(*node).is(Level::Nation)) {
        let parts = snapshot.parts(node);
        let territory: BTreeSet<_> = snapshot.territory(node).members().iter().copied().collect();
        assert_eq!(parts, territory, "{}", snapshot.entity(node).id);
        largest = largest.max(parts.len());
    }
    assert!(largest > 3, "{largest}");
}
