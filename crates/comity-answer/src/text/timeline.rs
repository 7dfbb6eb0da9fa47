//! Statements in order.

use super::page::{Page, one_line};
use crate::answer::{Timeline, TimelineRow};

pub(super) fn write(page: &mut Page, timeline: &Timeline) {
    page.heading(&format!("Statements: {}", timeline.rows.len() as u64 + timeline.left_out));
    timeline.rows.iter().for_each(|row| one(page, row));
    if timeline.left_out > 0 {
        page.line(1, &format!("… and {} more (ask for a larger limit)", timeline.left_out));
    }
}

pub(super) fn one(page: &mut Page, row: &TimelineRow) {
    let names: Vec<&str> = row.other.iter().map(|other| other.name.as_str()).collect();
    page.line(1, &format!("{}  ·  {}  {}", row.when, row.what, names.join(", ")));
    page.line(3, &one_line(&row.evidence));
}
