//! How complete it is.

use super::page::Page;
use super::sheet::write_table;
use crate::answer::Coverage;
use crate::report::grouped;

pub(super) fn write(page: &mut Page, coverage: &Coverage) {
    page.heading("On file");
    for counted in &coverage.figures {
        page.line(1, &format!("{}: {}", counted.figure.label, counted.figure));
    }
    let (ties, on_one_source) = (grouped(&coverage.ties), grouped(&coverage.on_one_source));
    page.line(1, &format!("Ties: {ties}, of which {on_one_source} rest on one source"));
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
    page.left_out(coverage.claimed_left_out);
    coverage.tables.iter().for_each(|table| write_table(page, table));
}
