//! Two sides of a comparison, part by part.

use std::borrow::Cow;

use comity_messages::{message, say};
use comity_snapshot::wording::number;

use crate::answer::section::{Body, Section};
use crate::answer::{Compare, ComparedTie};
use crate::report::{Head, Table};

impl Compare {
    pub(crate) fn sections(&self) -> Vec<Section<'_>> {
        let [both, only_a, only_b, changed, placed_on_neither] = self.totals;
        let [a, b] = [&self.a, &self.b].map(|side| say!("compare-only-in", side = side.as_str()));
        let (differing, alike) = (say!("compare-changed"), say!("compare-in-both"));
        let lists = [
            List { id: "only-in-a", title: a, of: "/only_in_a", rows: &self.only_in_a, total: only_a },
            List { id: "only-in-b", title: b, of: "/only_in_b", rows: &self.only_in_b, total: only_b },
            List { id: "changed", title: differing, of: "/changed", rows: &self.changed, total: changed },
            List { id: "in-both", title: alike, of: "/in_both", rows: &self.in_both, total: both },
        ];
        let summary = Section::summary(self.summary.as_str());
        let waiting = Section::new("waiting", say!("compare-waiting"), Body::Waiting(&self.waiting));
        let placed = lists.map(|list| self.part(&list).counted(number(&list.total), list.of));
        let not_placed = List {
            id: "not-placed",
            title: say!("compare-not-placed", n = placed_on_neither),
            of: "/not_placed",
            rows: &self.not_placed,
            total: placed_on_neither,
        };
        let not_placed = self.part(&not_placed).folded().leave_out();
        [summary, waiting].into_iter().chain(placed).chain([not_placed]).collect()
    }

    fn part(&self, list: &List<'_>) -> Section<'_> {
        let columns: &[Head<'_>] = &[
            ("where", &say!("head-where"), ""),
            ("from", &say!("head-between"), ""),
            ("to", &say!("head-and"), ""),
            ("layer", &say!("head-layer"), ""),
            ("in_a", self.a.as_str(), ""),
            ("in_b", self.b.as_str(), ""),
        ];
        let mut table = Table::new("ties", &say!("section-compare-table-ties"), columns);
        for row in list.rows {
            let ComparedTie { layer, from, to, in_a, in_b, evidence } = row;
            let cells = vec![
                list.id.replace('-', " ").into(),
                from.clone().into(),
                to.clone().into(),
                layer.word().into(),
                in_a.clone().into(),
                in_b.clone().into(),
            ];
            table.push(cells, evidence.clone());
        }
        Section::of_table(Cow::Owned(table), list.of)
            .named(list.id)
            .titled(list.title.clone())
            .cut(list.total.saturating_sub(list.rows.len() as u64))
            .only_in_files(&["where", "layer"])
            .filed("ties", message!("section-compare-table-ties"))
    }
}

/// One of the five lists of a comparison, at `of` in the JSON.
struct List<'a> {
    id: &'static str,
    title: String,
    of: &'static str,
    rows: &'a [ComparedTie],
    total: u64,
}
