//! What falls with what goes: networks that lose their backing, places without any contact left.

use comity_messages::say;
use std::collections::{BTreeMap, BTreeSet};

use comity_snapshot::relations::{Relation, RelationKind, Relations};
use comity_snapshot::{EntityIx, Layer};

use crate::questions::scenario::backing::shares::{Shares, SharesBy, all_shares};
use crate::questions::scenario::intervention::Intervention;
use crate::report::{Cell, Chart, Curve, Head, Picture, Table};

pub(super) struct Cascade {
    /// Things that lose the share of their backing that is taken to end them, in order.
    pub(super) failed: Vec<EntityIx>,
    /// The share of its backing that each backed thing loses; those that lose none are left out.
    loses: BTreeMap<EntityIx, f64>,
    shares: BTreeMap<EntityIx, Shares>,
}

impl Cascade {
    pub(super) fn new(before: &Relations<'_>, left: &Relations<'_>, threshold: f64) -> Self {
        let shares = all_shares(before);
        let kept: BTreeSet<(EntityIx, EntityIx)> = left
            .all
            .iter()
            .filter(|relation| relation.how == RelationKind::Backs)
            .map(|relation| (relation.subject, relation.object))
            .collect();
        let loses: BTreeMap<EntityIx, f64> = shares
            .iter()
            .map(|(thing, shares)| (*thing, shares.without(|backer| kept.contains(&(backer, *thing)))))
            .filter(|(_, lost)| *lost > 0.0)
            .collect();
        // Shares of equal backers add up to a hair less than the whole.
        let failed =
            loses.iter().filter(|(_, lost)| **lost + 1e-9 >= threshold).map(|(thing, _)| *thing).collect();
        Self { failed, loses, shares }
    }

    pub(super) fn takes(&self, relation: &Relation) -> bool {
        self.failed.contains(&relation.object) || self.failed.contains(&relation.subject)
    }

    /// Networks that lose members or backing.
    pub(super) fn table(&self, before: &Relations<'_>, after: &Relations<'_>) -> Table {
        let columns: &[Head<'_>] = &[
            ("network", &say!("head-network"), ""),
            ("members_before", &say!("head-members-before"), ""),
            ("members_after", &say!("head-members-after"), ""),
            ("lost", &say!("head-share-of-its-backing-lost"), "0 to 1"),
            ("basis", &say!("head-from"), ""),
            ("fails", &say!("head-taken-to-fail"), ""),
        ];
        let mut table = Table::new("networks", &say!("what-if-table-networks"), columns);
        let [was, is] = [before, after]
            .map(|relations| relations.by_object(|how| how == RelationKind::TakesPart(Layer::Networks)));
        let touched =
            was.keys().filter(|network| was.get(network).map(Vec::len) != is.get(network).map(Vec::len));
        let things: BTreeSet<EntityIx> = touched.chain(self.loses.keys()).copied().collect();
        for thing in things {
            let shares = self.shares.get(&thing);
            let cells = vec![
                before.snapshot.refer(thing).into(),
                count(&was, thing),
                count(&is, thing),
                self.loses.get(&thing).copied().into(),
                shares.map(|shares| shares.basis.words().text()).into(),
                Cell::yes_or_no(self.failed.contains(&thing)),
            ];
            let lost = was.get(&thing).into_iter().flatten();
            let lost = lost.filter(|relation| after.all.binary_search(relation).is_err()).take(4);
            let mut evidence = shares.map(|shares| shares.evidence.clone()).unwrap_or_default();
            evidence.extend(lost.flat_map(|relation| before.evidence_of(relation)));
            table.push(cells, evidence);
        }
        table
    }

    /// How many would fail at each share of backing lost.
    fn steps(&self) -> Vec<(f64, u64)> {
        let mut shares: Vec<f64> = self.loses.values().copied().collect();
        shares.sort_by(f64::total_cmp);
        shares.dedup();
        let at = |share: f64| self.loses.values().filter(|lost| **lost + 1e-9 >= share).count() as u64;
        shares.into_iter().map(|share| (share, at(share))).collect()
    }

    pub(super) fn by_threshold(&self) -> Table {
        let columns: &[Head<'_>] = &[
            ("threshold", &say!("head-fails-on-losing"), "0 to 1"),
            ("networks", &say!("head-so-many-fail"), "networks"),
        ];
        let mut table = Table::new("thresholds", &say!("what-if-table-thresholds"), columns);
        for (share, n) in self.steps() {
            let things = self.loses.iter().filter(|(_, lost)| **lost + 1e-9 >= share);
            let evidence =
                things.flat_map(|(thing, _)| self.shares[thing].evidence.clone()).take(12).collect();
            table.push(vec![share.into(), n.into()], evidence);
        }
        let guessed = self.loses.keys().filter(|thing| self.shares[*thing].basis == SharesBy::Equal).count();
        if guessed > 0 {
            table.note = say!("what-if-equal-shares", n = guessed);
        }
        table
    }

    #[expect(clippy::cast_precision_loss, reason = "few networks have backers")]
    pub(super) fn curve(&self) -> Chart {
        let points = self.steps().into_iter().map(|(share, n)| (share, n as f64)).collect();
        Chart {
            id: "thresholds",
            title: say!("what-if-chart-thresholds"),
            caption: say!("what-if-caption-thresholds"),
            table: "thresholds",
            picture: Picture::Curves {
                lines: vec![Curve { label: say!("axis-networks"), points, ..Curve::default() }],
                x: say!("axis-share-of-backing-lost"),
                y: say!("axis-networks"),
                steps: true,
            },
        }
    }
}

/// How many relations lead to a thing.
fn count(by_thing: &BTreeMap<EntityIx, Vec<Relation>>, thing: EntityIx) -> Cell {
    let all = by_thing.get(&thing).map(Vec::as_slice).unwrap_or_default();
    Cell::Count(all.len() as u64)
}

/// Who is coordinated by nobody any more, and what nobody runs: they have no other contact on file.
pub(super) fn contacts(change: &Intervention<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("who", &say!("head-who"), ""),
        ("by", &say!("head-was-coordinated-by"), ""),
        ("others", &say!("head-others-left"), ""),
    ];
    let mut table = Table::new("contacts", &say!("what-if-table-contacts"), columns);
    let coordinated = |relations: &Relations<'_>| relations.by_object(|how| how == RelationKind::Coordinates);
    let after = coordinated(&change.after);
    let snapshot = change.before.snapshot;
    for (who, before) in coordinated(&change.before) {
        let left = after.get(&who).map(Vec::as_slice).unwrap_or_default();
        for relation in before.iter().filter(|relation| !left.contains(relation)) {
            let cells = vec![
                snapshot.refer(who).into(),
                snapshot.refer(relation.subject).into(),
                (left.len() as u64).into(),
            ];
            table.push(cells, change.before.evidence_of(relation));
        }
    }
    table
}
