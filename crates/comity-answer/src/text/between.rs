//! What ties two entities.

use super::page::Page;
use crate::answer::{Between, SharedSide, Step};
use crate::report::grouped;

pub(super) fn write(page: &mut Page, between: &Between) {
    page.group(&between.direct);
    page.heading(&format!("In common: {}", grouped(&between.shared_total)));
    for row in &between.shared {
        page.line(1, &format!("{} ({})", row.thing.full(), row.thing.what));
        for side in [&row.a, &row.b] {
            page.line(2, &side_line(side));
            page.proof(4, &side.evidence);
        }
    }
    page.left_out(between.shared_left_out);
    page.heading(&format!("Third parties with ties to both: {}", grouped(&between.third_parties_total)));
    for row in &between.third_parties {
        let (a, b) = (&row.with_a, &row.with_b);
        page.line(
            1,
            &format!(
                "{}  ·  {}: {}, {}  ·  {}: {}, {}",
                row.who.full(),
                a.near.name,
                a.kind,
                a.state_words,
                b.near.name,
                b.kind,
                b.state_words
            ),
        );
    }
    page.left_out(between.third_parties_left_out);
    page.heading("How strong it is");
    for measure in &between.strength {
        page.line(1, &format!("{}: {measure} {}", measure.label, measure.unit));
    }
    way(page, "Shortest way", &between.path);
    way(page, "Shortest way over confirmed ties", &between.confirmed_path);
}

fn side_line(side: &SharedSide) -> String {
    format!("{}: {}, {}, {}", side.who.name, side.kind, side.since, side.state_words)
}

fn way(page: &mut Page, title: &str, path: &[Step]) {
    if path.is_empty() {
        page.heading(&format!("{title}: none on file"));
        return;
    }
    page.heading(&format!("{title}: {} steps", path.len()));
    for step in path {
        page.line(1, &step.how);
        page.proof(3, &step.evidence);
    }
}
