//! Figures, then tables with their pictures.

use std::borrow::Cow;

use crate::answer::section::{Body, Section};
use crate::report::Sheet;

impl Sheet {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let sheet = self;
        let cannot = if sheet.cannot.is_empty() {
            String::new()
        } else {
            format!("No figure is given: {}", sheet.cannot)
        };
        let mut sections = vec![
            Section::summary(sheet.lead.as_str()),
            Section::warning("cannot", cannot),
            Section::new("measures", "", Body::Indicators(&sheet.measures)).counted("", "/measures"),
        ];
        for (place, table) in sheet.tables.iter().enumerate() {
            let charts = sheet.charts.iter().filter(|chart| chart.table == table.id).map(Cow::Borrowed);
            let section = Section::of_table(Cow::Borrowed(table), format!("/tables/{place}/rows"));
            sections.push(section.drawn(charts));
        }
        sections
    }
}
