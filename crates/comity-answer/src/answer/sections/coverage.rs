//! How complete it is, part by part.

use std::borrow::Cow;

use crate::answer::CoverageAnswer;
use crate::answer::section::{Body, Section};
use crate::report::{Claimed, Head, Table};
use comity_messages::say;

impl CoverageAnswer {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let tables = self.tables.iter().enumerate();
        let tables = tables
            .map(|(place, table)| Section::of_table(Cow::Borrowed(table), format!("/tables/{place}/rows")));
        let figures = Section::new("on-file", say!("coverage-on-file"), Body::Counted(&self.figures));
        let claimed =
            Section::of_table(Cow::Owned(self.claimed_table()), "/claimed").cut(self.claimed_left_out);
        let waiting = Body::Waiting(&self.about.looked.waiting);
        [Section::summary(self.summary.as_str()), figures]
            .into_iter()
            .chain(tables)
            .chain([claimed, Section::new("waiting", say!("coverage-waiting"), waiting)])
            .collect()
    }

    fn claimed_table(&self) -> Table {
        let columns: &[Head<'_>] = &[
            ("counted", &say!("head-what-is-counted"), ""),
            ("claimed", &say!("head-claimed"), ""),
            ("when", &say!("head-when"), ""),
            ("on_file", &say!("head-on-file"), ""),
            ("source", &say!("head-according-to"), ""),
        ];
        let mut table = Table::new("claimed", &say!("section-coverage-table-claimed"), columns);
        for row in &self.claimed {
            let Claimed { wording, quantity, when, evidence, .. } = &row.claimed;
            let cells = vec![
                wording.clone().into(),
                quantity.clone().into(),
                when.clone().into(),
                row.words.clone().into(),
                format!("{}, {}", evidence.source.title, evidence.locator).into(),
            ];
            table.push(cells, vec![evidence.clone()]);
        }
        table
    }
}
