//! A change of the stage as tables and pictures, the same for a scenario and for what has happened.

use comity_messages::{listed, message, say};
use comity_snapshot::relations::Relation;
use comity_snapshot::{EntityIx, Evidence};

use crate::questions::scenario::intervention::{FigureChange, Intervention};
use crate::report::{Chart, Dot, Figure, Head, Indicator, Picture, Table, share};

pub(crate) fn figures(moved: &[FigureChange], evidence: &[Evidence]) -> Table {
    let columns: &[Head<'_>] = &[
        ("figure", &say!("head-figure"), ""),
        ("before", &say!("head-before"), ""),
        ("after", &say!("head-after"), ""),
        ("change", &say!("head-change"), ""),
    ];
    let mut table = Table::new("figures", &say!("change-tables-table-figures"), columns);
    for one in moved {
        let change = one.before.zip(one.after).map(|(before, after)| difference(before, after));
        table.push(
            vec![one.label.text().into(), one.before.into(), one.after.into(), change.into()],
            evidence.to_vec(),
        );
    }
    table
}

fn difference(before: u64, after: u64) -> String {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => say!("change-tables-fewer", n = before - after),
        std::cmp::Ordering::Equal => say!("change-tables-same"),
        std::cmp::Ordering::Greater => say!("change-tables-more", n = after - before),
    }
}

/// What is left of a figure; `None` where there was nothing, or it is not known.
fn left(one: &FigureChange) -> Option<Dot> {
    let (before, after) = one.before.zip(one.after)?;
    Some(Dot::plain(one.label.text(), share(after, before)?))
}

/// How many ties end, and how many places meet nobody any more.
pub(crate) fn indicators(change: &Intervention<'_>) -> [Indicator; 2] {
    let claims = some_evidence(change);
    let counts = [
        (message!("change-tables-ended"), change.lost().count()),
        (message!("change-tables-alone"), change.isolated().len()),
    ];
    counts.map(|(label, n)| Indicator::count(&label.text(), n, "").by(claims.iter().cloned()))
}

/// What share of each figure is left.
pub(crate) fn chart(moved: &[FigureChange]) -> Chart {
    Chart {
        id: "figures",
        title: say!("change-tables-chart-figures"),
        caption: say!("change-tables-caption-figures"),
        table: "figures",
        picture: Picture::Dots {
            rows: moved.iter().filter_map(left).collect(),
            reference: Some(1.0),
            unit: say!("axis-share-of-before"),
            logarithmic: false,
        },
    }
}

pub(crate) fn lost(change: &Intervention<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("who", &say!("head-who"), ""),
        ("how", &say!("head-relation"), ""),
        ("what", &say!("head-sign"), ""),
    ];
    let mut table = Table::new("lost", &say!("change-tables-table-lost"), columns);
    let snapshot = change.before.snapshot;
    for relation in change.lost() {
        let (who, what) = (snapshot.refer(relation.subject), snapshot.refer(relation.object));
        table.push(
            vec![who.into(), relation.how.words().into(), what.into()],
            change.before.evidence_of(relation),
        );
    }
    table
}

pub(crate) fn isolated(change: &Intervention<'_>) -> Table {
    let columns: &[Head<'_>] =
        &[("place", &say!("head-place"), ""), ("lost", &say!("head-met-others-in"), "things")];
    let mut table = Table::new("isolated", &say!("change-tables-table-isolated"), columns);
    for place in change.isolated() {
        let gone: Vec<&Relation> = change.lost().filter(|relation| relation.subject == place).collect();
        let evidence =
            gone.iter().flat_map(|relation| change.before.evidence_of(relation)).take(Figure::SHOWN);
        let cells = vec![change.before.snapshot.refer(place).into(), (gone.len() as u64).into()];
        table.push(cells, evidence.collect());
    }
    table
}

/// Some of the claims behind what is lost: what a figure of the change rests on.
pub(crate) fn some_evidence(change: &Intervention<'_>) -> Vec<Evidence> {
    change.lost().flat_map(|relation| change.before.evidence_of(relation)).take(Figure::SHOWN).collect()
}

/// What follows the count of them: all their names, or the first of them.
pub(crate) fn names(change: &Intervention<'_>, nodes: &[EntityIx]) -> String {
    const NAMED: usize = 5;
    let snapshot = change.before.snapshot;
    let names = listed(nodes.iter().take(NAMED).map(|node| snapshot.name(*node)));
    if nodes.len() > NAMED { say!("named-some", names = names) } else { say!("named-all", names = names) }
}
