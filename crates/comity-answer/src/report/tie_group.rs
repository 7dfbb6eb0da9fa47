//! Ties of one layer with their number.

use comity_snapshot::Layer;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Figure, Tie};

/// Ties of one layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieGroup {
    pub layer: Layer,
    pub title: String,
    pub figure: Figure,
    /// All of them, whatever their state.
    pub total: u64,
    pub rows: Vec<Tie>,
    /// Rows beyond the limit asked for.
    pub left_out: u64,
}

impl TieGroup {
    pub(crate) fn new(layer: Layer, title: &str, rows: Vec<Tie>) -> Self {
        let figure = Figure::of_ties(title, "ties", &rows);
        Self { layer, title: title.to_owned(), figure, total: rows.len() as u64, rows, left_out: 0 }
    }

    #[must_use]
    pub(crate) fn cut(mut self, limit: usize) -> Self {
        self.left_out = self.rows.len().saturating_sub(limit) as u64;
        self.rows.truncate(limit);
        self
    }
}
