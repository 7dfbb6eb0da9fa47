//! Disagreements, both sides under each other.

use comity_model::Certainty;
use comity_snapshot::conflict::{Conflict, ConflictKind};

use super::page::{Page, one_line};
use crate::answer::Conflicts;
use crate::report::grouped;

pub(super) fn write(page: &mut Page, conflicts: &Conflicts) {
    let [contradictions, tensions, readings] = conflicts.left_out();
    page.heading(&format!("Contradictions: {}", grouped(&conflicts.contradictions_total)));
    rows(page, &conflicts.contradictions, contradictions);
    page.heading(&format!("Tensions: {}", grouped(&conflicts.tensions_total)));
    rows(page, &conflicts.tensions, tensions);
    page.heading(&format!("Possible copying errors: {}", grouped(&conflicts.disputed_readings_total)));
    rows(page, &conflicts.disputed_readings, readings);
}

fn rows(page: &mut Page, rows: &[Conflict], left_out: u64) {
    for row in rows {
        one(page, row);
    }
    page.left_out(left_out);
}

pub(super) fn one(page: &mut Page, conflict: &Conflict) {
    let open = if conflict.certainty == Certainty::Possible && conflict.kind != ConflictKind::DisputedReading
    {
        " (dates leave it open)"
    } else {
        ""
    };
    let parameter =
        if conflict.parameter.is_empty() { String::new() } else { format!(" [{}]", conflict.parameter) };
    page.line(1, &format!("{}{parameter}{open}", conflict.what));
    for side in &conflict.sides {
        let alike = if side.evidence.len() as u64 > side.independent {
            format!(" ({} of {} independent)", side.independent, side.evidence.len())
        } else {
            String::new()
        };
        page.line(2, &format!("{}{alike}", side.says));
        side.evidence.iter().for_each(|each| page.line(4, &one_line(each)));
    }
}
