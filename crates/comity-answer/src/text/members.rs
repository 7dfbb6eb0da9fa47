//! The members of a network.

use super::page::Page;
use crate::answer::{CountryRow, Members};

pub(super) fn write(page: &mut Page, members: &Members) {
    page.claimed(&members.claimed);
    page.heading(&format!("{}: {}", members.total.label, members.total));
    for row in &members.countries {
        page.line(1, &country(row));
    }
    page.group(&members.members);
    if !members.others.rows.is_empty() {
        page.heading(&members.others.title);
        page.ties(&members.others.rows, members.others.left_out);
    }
}

fn country(row: &CountryRow) -> String {
    let name = row.country.as_ref().map_or("country not on file", |country| country.name.as_str());
    let more = row.possible - row.certain;
    let possible = if more > 0 { format!(", {more} more possible") } else { String::new() };
    format!("{name}: {} confirmed{possible}", row.certain)
}
