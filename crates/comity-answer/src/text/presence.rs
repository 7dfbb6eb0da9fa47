//! Who weighs how much.

use super::page::Page;
use crate::presence::{Basis, Presence, Quotient};

pub(super) fn write(page: &mut Page, presence: &Presence) {
    for basis in &presence.rows {
        page.heading(&heading(basis));
        page.proof(1, &basis.evidence);
        for quotient in &basis.quotients {
            page.line(1, &line(quotient));
            page.proof(3, std::slice::from_ref(&quotient.against.evidence));
        }
    }
}

fn heading(basis: &Basis) -> String {
    let range = if basis.share_low < basis.share_high {
        format!(", {:.3} to {:.3} as dates leave it open", basis.share_low, basis.share_high)
    } else {
        String::new()
    };
    format!("{}: {} of {} = {:.3}{range} ({})", basis.of.name, basis.x, basis.n, basis.share, basis.words)
}

fn line(quotient: &Quotient) -> String {
    let interval = format!(
        "95 %: {:.2} to {:.2}; Wilson {:.2} to {:.2}",
        quotient.exact_low, quotient.exact_high, quotient.wilson_low, quotient.wilson_high
    );
    let p = if quotient.p < 0.0001 { "p < 0.0001".to_owned() } else { format!("p = {:.4}", quotient.p) };
    format!("{} of {}  ·  {interval}  ·  {p}", quotient.words, quotient.against.value)
}
