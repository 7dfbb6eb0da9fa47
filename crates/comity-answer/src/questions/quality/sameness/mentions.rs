//! Names in sources that nobody could place, with what they might mean.

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::say;
use comity_model::{EntityKind, OpenMention, Standing};
use comity_snapshot::{EntityIx, Evidence, Snapshot, fold};

use crate::report::{Head, Table};

/// As written, with the country written beside it.
type Written<'w> = (&'w str, &'w str);

/// One row a name as written; those that stand in most claims first.
pub(super) fn table(snapshot: &Snapshot) -> Table {
    let mut written: BTreeMap<Written<'_>, Vec<&OpenMention>> = BTreeMap::new();
    for open in snapshot.open() {
        let key = (open.text.as_str(), open.country.as_deref().unwrap_or_default());
        written.entry(key).or_default().push(open);
    }
    let bearers = bearers(snapshot);
    let mut rows: Vec<_> = written.into_iter().collect();
    rows.sort_by_key(|(key, opens)| (std::cmp::Reverse(opens.len()), *key));
    let columns: &[Head<'_>] = &[
        ("written", &say!("head-written-as"), ""),
        ("country", &say!("head-in"), ""),
        ("claims", &say!("head-claims"), ""),
        ("may_be", &say!("head-may-mean"), ""),
        ("why", &say!("head-why-it-was-left-open"), ""),
    ];
    let mut table = Table::new("names", &say!("sameness-table-names"), columns);
    table.note = say!("sameness-note");
    for ((text, country), opens) in rows {
        let may_be: Vec<String> =
            bearers.get(&fold(text)).into_iter().flatten().map(|node| snapshot.refer(*node).full()).collect();
        let whys: BTreeSet<&str> =
            opens.iter().map(|open| open.why.as_str()).filter(|why| !why.is_empty()).collect();
        let cells = vec![
            text.into(),
            country.into(),
            (opens.len() as u64).into(),
            may_be.join("; ").into(),
            whys.into_iter().collect::<Vec<_>>().join("; ").into(),
        ];
        table.push(cells, opens.into_iter().map(|open| evidence(snapshot, open)).collect());
    }
    table
}

fn bearers(snapshot: &Snapshot) -> BTreeMap<String, BTreeSet<EntityIx>> {
    let mut bearers: BTreeMap<String, BTreeSet<EntityIx>> = BTreeMap::new();
    for node in snapshot.nodes().filter(|node| snapshot.entity(*node).kind != EntityKind::Agreement) {
        for name in snapshot.names(node) {
            bearers.entry(fold(name)).or_default().insert(node);
        }
    }
    bearers
}

/// A claim that waits: it counts for nothing until somebody says what the name means.
fn evidence(snapshot: &Snapshot, open: &OpenMention) -> Evidence {
    let others: Vec<String> =
        open.others.iter().filter_map(|id| snapshot.node(id)).map(|node| snapshot.name(node)).collect();
    Evidence {
        claim: open.claim,
        source: snapshot.refer_source(&open.source),
        locator: open.locator.to_string(),
        says: [vec![open.text.to_string()], others].concat().join(" – "),
        observed: String::new(),
        primary_source: None,
        standing: Standing::Proposed,
        caveat: String::new(),
    }
}
