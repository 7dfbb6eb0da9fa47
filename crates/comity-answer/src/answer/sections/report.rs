//! Figures, then tables with their pictures.

use std::borrow::Cow;

use crate::answer::section::{Body, Section};
use crate::report::Report;

impl Report {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let sheet = self;
        let unanswerable = if sheet.unanswerable.is_empty() {
            String::new()
        } else {
            format!("No figure is given: {}", sheet.unanswerable)
        };
        let mut sections = vec![
            Section::summary(sheet.summary.as_str()),
            Section::warning("cannot", unanswerable),
            Section::new("measures", "", Body::Indicators(&sheet.indicators)).counted("", "/measures"),
        ];
        for (place, table) in sheet.tables.iter().enumerate() {
            let charts = sheet.charts.iter().filter(|chart| chart.table == table.id).map(Cow::Borrowed);
            let section = Section::of_table(Cow::Borrowed(table), format!("/tables/{place}/rows"));
            sections.push(section.drawn(charts));
        }
        sections
    }
}
