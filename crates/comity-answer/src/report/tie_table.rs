//! Rows of ties as one table, for files.

use super::{Cell, Head, Table, Tie};
use comity_messages::say;

/// The columns of ties; the claims of a row are those that say so and those that say otherwise.
pub(crate) fn tie_table(id: &'static str, title: &str) -> Table {
    let columns: &[Head<'_>] = &[
        ("of", &say!("head-of"), ""),
        ("with", &say!("head-with"), ""),
        ("via", &say!("head-agreement"), ""),
        ("layer", &say!("head-layer"), ""),
        ("what", &say!("head-kind"), ""),
        ("since", &say!("head-since"), ""),
        ("period", &say!("head-stated-time"), "EDTF"),
        ("state", &say!("head-standing"), ""),
        ("last_seen", &say!("head-last-reported"), "EDTF"),
    ];
    Table::new(id, title, columns)
}

pub(crate) fn push_ties<'t>(table: &mut Table, ties: impl IntoIterator<Item = &'t Tie>) {
    for tie in ties {
        let cells: Vec<Cell> = vec![
            tie.near.clone().into(),
            tie.other.clone().into(),
            tie.via.clone().into(),
            tie.layer.word().into(),
            tie.kind.clone().into(),
            tie.since.clone().into(),
            tie.period.clone().into(),
            Cell::State { state: tie.record.standing.state, words: tie.state_words.clone() },
            tie.last_seen.as_ref().map(|seen| seen.date.clone()).into(),
        ];
        table.push(cells, tie.evidence.iter().chain(&tie.rivals).cloned().collect());
    }
}
