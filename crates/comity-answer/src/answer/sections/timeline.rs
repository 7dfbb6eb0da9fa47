//! Dated statements in order, as a table and as spans.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_snapshot::Layer;
use comity_snapshot::wording::number;

use crate::answer::section::Section;
use crate::answer::{Timeline, TimelineRow};
use crate::report::{Cell, Chart, Head, IntervalRow, Picture, Table};

impl Timeline {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let section = happened("rows", &self.rows)
            .titled(say!("timeline-statements"))
            .counted(number(&self.total), "/rows")
            .cut(self.left_out)
            .drawn(self.chart().map(Cow::Owned));
        vec![Section::summary(self.summary.as_str()), section.filed("rows", message!("happened-title"))]
    }

    /// What has a date, as spans over the years.
    fn chart(&self) -> Option<Chart> {
        let dated = self.rows.iter().filter(|row| row.span.is_dated());
        let row = |row: &TimelineRow| IntervalRow { label: row.label(), spans: vec![row.span] };
        let rows: Vec<IntervalRow> = dated.map(row).collect();
        (rows.len() > 1).then(|| Chart {
            id: "spans",
            title: say!("timeline-chart", name = self.entity.name.as_str()),
            caption: say!("timeline-chart-caption"),
            table: "rows",
            picture: Picture::Intervals { rows },
        })
    }
}

/// Statements in order as a table, at `pointer` of the JSON.
pub(super) fn happened<'a>(list: &'static str, rows: &[TimelineRow]) -> Section<'a> {
    let columns: &[Head<'_>] = &[
        ("when", &say!("head-when"), ""),
        ("from", &say!("head-from-at-the-earliest"), ""),
        ("to", &say!("head-to-at-the-latest"), ""),
        ("layer", &say!("head-layer"), ""),
        ("what", &say!("head-what"), ""),
        ("with", &say!("head-with"), ""),
        ("says", &say!("head-source"), ""),
    ];
    let mut table = Table::new(list, &say!("happened-title"), columns);
    for row in rows {
        let cells = vec![
            Cell::Time { words: row.when.clone(), from: row.from.clone() },
            row.from.clone().into(),
            row.to.clone().into(),
            row.layer.map_or("claims", Layer::word).into(),
            row.what.clone().into(),
            Cell::entities(&row.other),
            format!("{}, {}", row.evidence.source.title, row.evidence.locator).into(),
        ];
        table.push(cells, vec![row.evidence.clone()]);
    }
    Section::of_table(Cow::Owned(table), format!("/{list}"))
        .leave_out()
        .only_in_files(&["from", "to", "layer"])
}

impl TimelineRow {
    /// The others first: they tell rows of one kind apart.
    fn label(&self) -> String {
        let names: Vec<&str> = self.other.iter().map(|one| one.name.as_str()).collect();
        if names.is_empty() { self.what.clone() } else { format!("{}: {}", names.join(", "), self.what) }
    }
}
