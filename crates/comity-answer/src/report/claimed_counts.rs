//! Numbers that sources claim beside what is on file, as a table: those of one year stand together.

use comity_messages::say;
use comity_model::{Scope, Shape, Standing};
use comity_snapshot::Snapshot;

use super::{Cell, ClaimedAndHeld, Head, Table, held, share};

/// Claimed numbers of the scopes that are `wanted`, the newest first. `None`: nobody claims one.
pub(crate) fn counts(snapshot: &Snapshot, wanted: impl Fn(&Scope) -> bool) -> Option<Table> {
    let counted = snapshot.statements().iter().filter(|statement| match &statement.claim.shape {
        Shape::Count { scope, .. } => wanted(scope) && statement.standing != Standing::Rejected,
        _ => false,
    });
    let mut rows: Vec<ClaimedAndHeld> = counted.filter_map(|statement| held(snapshot, statement)).collect();
    rows.sort_by(|a, b| {
        let words = |row: &ClaimedAndHeld| (row.claimed.wording.clone(), row.claimed.evidence.claim);
        b.claimed.period.cmp(&a.claimed.period).then_with(|| words(a).cmp(&words(b)))
    });
    let columns: &[Head<'_>] = &[
        ("what", &say!("head-what-is-counted"), ""),
        ("claimed", &say!("head-claimed"), ""),
        ("when", &say!("head-when"), ""),
        ("source", &say!("head-according-to"), ""),
        ("held", &say!("head-on-file-for-that-time"), ""),
        ("least", &say!("head-covered-at-least"), "0 to 1"),
        ("most", &say!("head-covered-at-most"), "0 to 1"),
    ];
    let mut table = Table::new("claimed", &say!("claimed-counts-table-claimed"), columns);
    table.note = say!("claimed-counts-note");
    for row in &rows {
        let (low, high) = (row.claimed.low, row.claimed.high);
        let source =
            &row.claimed.evidence.primary_source.as_ref().unwrap_or(&row.claimed.evidence.source).title;
        let cells = vec![
            row.claimed.wording.clone().into(),
            row.claimed.quantity.clone().into(),
            row.claimed.when.clone().into(),
            source.clone().into(),
            Cell::Range(row.held),
            covered(row.held.presumed, high).into(),
            covered(row.held.presumed, low).into(),
        ];
        table.push(cells, vec![row.claimed.evidence.clone()]);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// What is on file over what is claimed; may be more than 1.
fn covered(held: u64, claimed: Option<i64>) -> Option<f64> {
    share(held, u64::try_from(claimed?).ok()?)
}
