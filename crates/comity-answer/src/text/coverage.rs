//! How complete it is.

use super::page::Page;
use crate::coverage::{Coverage, NetworkCoverage};

pub(super) fn write(page: &mut Page, coverage: &Coverage) {
    page.heading("On file");
    for figure in &coverage.figures {
        page.line(1, &format!("{}: {figure}", figure.label));
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
    page.heading("Networks");
    coverage.networks.iter().for_each(|row| page.line(1, &network(row)));
}

fn network(row: &NetworkCoverage) -> String {
    let claimed = row.claimed.map(|n| format!(" of {n} claimed")).unwrap_or_default();
    let more = row.possible - row.certain;
    let possible = if more > 0 { format!(" and {more} possible") } else { String::new() };
    let look = if row.last_look.is_empty() {
        "not looked yet".to_owned()
    } else {
        format!("last look {}", row.last_look)
    };
    format!("{}: {} members{possible}{claimed}, {look}", row.network.name, row.certain)
}
