//! Statements in order.

use super::page::{Page, one_line};
use crate::answer::{Timeline, TimelineRow};
use crate::report::grouped;

pub(super) fn write(page: &mut Page, timeline: &Timeline) {
    page.heading(&format!("Statements: {}", grouped(&timeline.total)));
    timeline.rows.iter().for_each(|row| one(page, row));
    page.left_out(timeline.left_out);
}

pub(super) fn one(page: &mut Page, row: &TimelineRow) {
    let names: Vec<&str> = row.other.iter().map(|other| other.name.as_str()).collect();
    page.line(1, &format!("{}  ·  {}  {}", row.when, row.what, names.join(", ")));
    page.line(3, &one_line(&row.evidence));
}
