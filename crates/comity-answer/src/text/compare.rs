//! Two lists or two dates side by side.

use super::page::Page;
use crate::answer::{Compare, Compared};
use crate::report::grouped;

pub(super) fn write(page: &mut Page, compare: &Compare) {
    let [both, only_a, only_b, changed] = compare.totals.map(|n| grouped(&n));
    section(page, &format!("Only in {}: {only_a}", compare.a), &compare.only_in_a);
    section(page, &format!("Only in {}: {only_b}", compare.b), &compare.only_in_b);
    section(page, &format!("In both, and different: {changed}"), &compare.changed);
    section(page, &format!("In both: {both}"), &compare.in_both);
    for row in compare.waiting.iter().filter(|row| row.n > 0) {
        page.heading(&format!(
            "Please check, may belong here: {} of {}",
            comity_snapshot::words::many(row.n, "row"),
            row.source.title
        ));
    }
}

fn section(page: &mut Page, title: &str, rows: &[Compared]) {
    page.heading(title);
    for row in rows {
        let said: Vec<&str> =
            [row.in_a.as_str(), row.in_b.as_str()].into_iter().filter(|said| !said.is_empty()).collect();
        let same = said.len() == 2 && said[0] == said[1];
        let said = if same { said[0].to_owned() } else { said.join(" / ") };
        page.line(1, &format!("{} – {}  ·  {said}", row.from.full(), row.to.full()));
        page.proof(3, &row.evidence);
    }
}
