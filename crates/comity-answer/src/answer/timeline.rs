//! Dated statements in order.

use comity_snapshot::{EntityRef, Evidence, Layer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{About, Chart, IntervalRow, Picture, Span, Table};

/// Statements in order of their start; those without any date last.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Timeline {
    #[serde(flatten)]
    pub about: About,
    pub entity: EntityRef,
    /// How many statements there are, with those left out.
    pub total: u64,
    pub rows: Vec<TimelineRow>,
    pub left_out: u64,
}

impl Timeline {
    /// As files have it.
    pub(crate) fn table(&self) -> Table {
        let mut table = Table::new(
            "rows",
            "What happened when",
            &[
                ("when", "When", ""),
                ("from", "From at the earliest", ""),
                ("to", "To at the latest", ""),
                ("layer", "Layer", ""),
                ("what", "What", ""),
                ("with", "With", ""),
                ("says", "Says who?", ""),
            ],
        );
        table.left_out = self.left_out;
        for row in &self.rows {
            let cells = vec![
                row.when.clone().into(),
                row.from.clone().into(),
                row.to.clone().into(),
                row.layer.map_or("claims", Layer::word).into(),
                row.what.clone().into(),
                row.with().into(),
                format!("{}, {}", row.evidence.source.title, row.evidence.locator).into(),
            ];
            table.push(cells, vec![row.evidence.clone()]);
        }
        table
    }

    /// What has a date, as spans over the years.
    pub(crate) fn chart(&self) -> Option<Chart> {
        let dated = self.rows.iter().filter(|row| row.span.is_dated());
        let row = |row: &TimelineRow| IntervalRow { label: row.label(), spans: vec![row.span] };
        let rows: Vec<IntervalRow> = dated.map(row).collect();
        (rows.len() > 1).then(|| Chart {
            id: "spans",
            title: format!("{} over the years", self.entity.name),
            caption: "Each line is what one source says; an end that no source gives is broken off."
                .to_owned(),
            table: "rows",
            picture: Picture::Intervals { rows },
        })
    }
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TimelineRow {
    /// "since 1981", "as of March 2022", "year: not found".
    pub when: String,
    /// The first day it may have started, ISO; `..` where nothing is known.
    pub from: String,
    /// The last day it may have ended, ISO; `..` where it may still hold.
    pub to: String,
    /// Whether start or end is less precise than a day, or not stated.
    pub uncertain: bool,
    /// "claims" for what is no tie.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    pub what: String,
    pub other: Vec<EntityRef>,
    pub evidence: Evidence,
    /// Its dates, to be drawn.
    #[serde(skip)]
    pub span: Span,
}

impl TimelineRow {
    /// The others first: they tell rows of one kind apart.
    fn label(&self) -> String {
        let names: Vec<&str> = self.other.iter().map(|one| one.name.as_str()).collect();
        if names.is_empty() { self.what.clone() } else { format!("{}: {}", names.join(", "), self.what) }
    }

    /// The names of the others in it.
    fn with(&self) -> String {
        self.other.iter().map(EntityRef::full).collect::<Vec<_>>().join("; ")
    }
}
