//! Disagreements, both sides under each other.

use comity_model::Certainty;
use comity_snapshot::conflict::{Conflict, Nature};

use super::page::{Page, one_line};
use crate::answer::Conflicts;

pub(super) fn write(page: &mut Page, conflicts: &Conflicts) {
    section(page, "Contradictions", &conflicts.contradictions);
    section(page, "Tensions", &conflicts.tensions);
    section(page, "Possible copying errors", &conflicts.disputed_readings);
}

fn section(page: &mut Page, title: &str, rows: &[Conflict]) {
    page.heading(&format!("{title}: {}", rows.len()));
    for row in rows {
        one(page, row);
    }
}

pub(super) fn one(page: &mut Page, conflict: &Conflict) {
    let open = if conflict.certainty == Certainty::Possible && conflict.nature != Nature::DisputedReading {
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
