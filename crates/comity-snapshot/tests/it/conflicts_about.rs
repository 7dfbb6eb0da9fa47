//! Disagreements about one thing are those of all that are about it.

use comity_snapshot::Snapshot;
use comity_snapshot::conflict::{about, find};

use crate::record::snapshot;

/// How many there are, over all things that some is about; of the others every eleventh is looked at.
fn check(snapshot: &Snapshot) -> usize {
    let all = find(snapshot, None);
    let has_any = |node| all.iter().any(|one| one.is_about(&snapshot.entity(node).id));
    let looked_at = snapshot.nodes().filter(|node| node.index() % 11 == 0 || has_any(*node));
    let of_each = looked_at.map(|node| {
        let id = &snapshot.entity(node).id;
        let expected: Vec<_> = all.iter().filter(|one| one.is_about(id)).cloned().collect();
        assert_eq!(about(snapshot, node), expected, "{id}");
        expected.len()
    });
    of_each.sum()
}

#[test]
fn of_the_atlas() {
    assert!(check(&Snapshot::new(comity_fixtures::atlas())) > 20);
}

#[test]
fn a_party_is_told_what_is_said_of_its_agreement() {
    let found = check(&snapshot(
        "city lyon
         city leipzig
         network c40
         source a official-list 2024
         source b official-list 2024
         source c official-list 2024
         lyon — leipzig 1981/.. per a
         not lyon — leipzig 1970/2025 per b
         lyon member c40 2005/.. per a
         lyon member c40 2010/.. per c",
    ));
    assert!(found >= 4, "{found}");
}
