//! How complete it is.

use super::page::Page;
use super::sheet::write_table;
use crate::answer::Coverage;

pub(super) fn write(page: &mut Page, coverage: &Coverage) {
    page.heading("On file");
    for counted in &coverage.figures {
        page.line(1, &format!("{}: {}", counted.figure.label, counted.figure));
    }
    page.line(1, &format!("Ties: {}, of which {} rest on one source", coverage.ties, coverage.on_one_source));
    page.heading("Claimed numbers");
    for row in &coverage.claimed {
        page.line(
            1,
            &format!(
                "{}: {} ({}): {}",
                row.claimed.wording, row.claimed.quantity, row.claimed.when, row.words
            ),
        );
        page.proof(3, std::slice::from_ref(&row.claimed.evidence));
    }
    coverage.tables.iter().for_each(|table| write_table(page, table));
}
