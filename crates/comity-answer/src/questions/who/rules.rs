//! The rules over a place on a day: acts of its own, and of what it lies in.

use comity_messages::say;
use comity_model::{EntityKind, LinkKind};
use comity_snapshot::{EntityIx, Rule, Snapshot, Territory, facts};

use crate::report::{At, Cell, Head, Table};

/// One row an act that is or may be in force over the place. Cost: one pass over the acts.
pub(super) fn rules_over(snapshot: &Snapshot, place: EntityIx, at: &At) -> Table {
    table(snapshot, snapshot.rules_over(place, at.window))
}

/// Those that may bear on what it has with another: not what concerns places apart from both alone.
pub(super) fn rules_between(snapshot: &Snapshot, sides: [&Territory; 2], at: &At) -> Table {
    let above = sides.map(|side| snapshot.ancestors(side.root())).concat();
    let is_near = |place| sides.iter().any(|side| side.holds(place)) || above.contains(&place);
    let is_place = |about| snapshot.entity(about).kind == EntityKind::Polity;
    let bears = |about: &EntityIx| !is_place(*about) || is_near(*about);
    let rules = snapshot.rules_over(sides[0].root(), at.window).into_iter();
    table(snapshot, rules.filter(|rule| rule.about.is_empty() || rule.about.iter().any(bears)))
}

fn table(snapshot: &Snapshot, rules: impl IntoIterator<Item = Rule>) -> Table {
    let columns: &[Head<'_>] = &[
        ("act", &say!("head-act"), ""),
        ("what", &say!("head-what"), ""),
        ("by", &say!("head-adopted-by"), ""),
        ("about", &say!("head-about"), ""),
    ];
    let mut table = Table::new("rules", &say!("rules-table-rules"), columns);
    for rule in rules {
        let (cells, evidence) = row(snapshot, &rule);
        table.push(cells, evidence);
    }
    table
}

fn row(snapshot: &Snapshot, rule: &Rule) -> (Vec<Cell>, Vec<comity_snapshot::Evidence>) {
    let adopted = snapshot.incoming_of(LinkKind::Adopts, rule.act);
    let adopted = facts(adopted.map(|(link, by)| (by, link)));
    let by: Vec<_> = adopted.iter().map(|(by, _)| snapshot.refer(*by)).collect();
    let about: Vec<_> = rule.about.iter().map(|one| snapshot.refer(*one)).collect();
    let evidence = adopted.iter().flat_map(|(_, fact)| fact.evidence(snapshot)).collect();
    let class = if rule.class.is_empty() { say!("rules-act") } else { rule.class.clone() };
    let cells =
        vec![snapshot.refer(rule.act).into(), class.into(), Cell::entities(&by), Cell::entities(&about)];
    (cells, evidence)
}
