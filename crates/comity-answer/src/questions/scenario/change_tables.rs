//! A change of the stage as tables and pictures, the same for a scenario and for what has happened.

use comity_snapshot::relations::Relation;
use comity_snapshot::{EntityIx, Evidence};

use crate::questions::scenario::intervention::{FigureChange, Intervention};
use crate::report::{Chart, Dot, Figure, Picture, Table, share};

pub(crate) fn figures(moved: &[FigureChange], evidence: &[Evidence]) -> Table {
    let columns = [
        ("figure", "Figure", ""),
        ("before", "Before", ""),
        ("after", "After", ""),
        ("change", "Change", ""),
    ];
    let mut table = Table::new("figures", "Before and after", &columns);
    for one in moved {
        let change = one.before.zip(one.after).map(|(before, after)| difference(before, after));
        table.push(
            vec![one.label.into(), one.before.into(), one.after.into(), change.into()],
            evidence.to_vec(),
        );
    }
    table
}

fn difference(before: u64, after: u64) -> String {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => format!("−{}", before - after),
        std::cmp::Ordering::Equal => "none".to_owned(),
        std::cmp::Ordering::Greater => format!("+{}", after - before),
    }
}

/// What is left of a figure; `None` where there was nothing, or it is not known.
fn left(one: &FigureChange) -> Option<Dot> {
    let (before, after) = one.before.zip(one.after)?;
    Some(Dot::plain(one.label.to_owned(), share(after, before)?))
}

/// What share of each figure is left.
pub(crate) fn chart(moved: &[FigureChange]) -> Chart {
    Chart {
        id: "figures",
        title: "What is left".to_owned(),
        caption: "Each figure after the change as a share of what it was before; 1 is no change.".to_owned(),
        table: "figures",
        picture: Picture::Dots {
            rows: moved.iter().filter_map(left).collect(),
            reference: Some(1.0),
            unit: "share of before".to_owned(),
            logarithmic: false,
        },
    }
}

pub(crate) fn lost(change: &Intervention<'_>) -> Table {
    let columns = [("who", "Who", ""), ("how", "Relation", ""), ("what", "What", "")];
    let mut table = Table::new("lost", "What ends", &columns);
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
    let columns = [("place", "Place", ""), ("lost", "Met others in", "things")];
    let mut table = Table::new("isolated", "Places that meet nobody any more", &columns);
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

/// Of places alone: those that only lose their partner have nothing of their own to show.
pub(crate) fn names(change: &Intervention<'_>, nodes: &[EntityIx]) -> String {
    const NAMED: usize = 5;
    let snapshot = change.before.snapshot;
    let mut names: Vec<String> = nodes.iter().take(NAMED).map(|node| snapshot.name(*node)).collect();
    if nodes.len() > NAMED {
        names.push(format!("{} more", nodes.len() - NAMED));
    }
    comity_snapshot::wording::list(&names)
}
