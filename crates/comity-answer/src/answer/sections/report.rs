//! Figures, then tables with their pictures.

use std::borrow::Cow;

use crate::answer::section::{Body, Section};
use crate::report::Report;

impl Report {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let sheet = self;
        let first = if sheet.unanswerable.is_empty() {
            Section::summary(sheet.summary.as_str())
        } else {
            Section::warning("cannot", sheet.summary.as_str())
        };
        let measures = Section::new("measures", "", Body::Indicators(&sheet.indicators));
        let mut sections = vec![first, measures.counted("", "/measures")];
        for (place, table) in sheet.tables.iter().enumerate() {
            let charts = sheet.charts.iter().filter(|chart| chart.table == table.id).map(Cow::Borrowed);
            let section = Section::of_table(Cow::Borrowed(table), format!("/tables/{place}/rows"));
            sections.push(section.drawn(charts));
        }
        sections
    }
}
