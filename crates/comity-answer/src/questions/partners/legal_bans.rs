//! Whom a law puts out of question: a ban on ties that is in force over the one and about the other.

use comity_model::{EntityKind, Link, LinkAttribute, LinkKind};
use comity_snapshot::{EntityIx, Fact, Snapshot, facts, fold, said_states};

use crate::report::{At, Table};

/// A place that an act bars, with the act.
pub(super) struct Barred {
    pub(super) node: EntityIx,
    act: EntityIx,
    /// Whether it is surely in force on the day.
    certain: bool,
}

/// A ban in force, and the polity it is about.
struct Ban {
    act: EntityIx,
    about: EntityIx,
    certain: bool,
}

/// The candidates that a ban bars, and the others. A ban that only may be in force bars as well, and says so.
pub(super) fn part(
    snapshot: &Snapshot,
    city: EntityIx,
    candidates: &[EntityIx],
    at: &At,
) -> (Vec<Barred>, Vec<EntityIx>) {
    let bans = bans_over(snapshot, city, at);
    let (mut barred, mut free) = (Vec::new(), Vec::new());
    for node in candidates.iter().copied() {
        let around = snapshot.ancestors(node);
        match bans.iter().find(|ban| ban.about == node || around.contains(&ban.about)) {
            Some(ban) => barred.push(Barred { node, act: ban.act, certain: ban.certain }),
            None => free.push(node),
        }
    }
    (barred, free)
}

fn bans_over(snapshot: &Snapshot, city: EntityIx, at: &At) -> Vec<Ban> {
    let mut over = snapshot.ancestors(city);
    over.push(city);
    let acts =
        snapshot.of_kind(EntityKind::Act).filter(|act| fold(&snapshot.entity(*act).class) == "ban on ties");
    let mut bans = Vec::new();
    for act in acts.filter(|act| !is_void(snapshot, *act, at)) {
        let adopted =
            snapshot.incoming(act).filter(|(link, by)| link.kind == LinkKind::Adopts && over.contains(by));
        let states = facts(adopted.map(|(link, by)| (by, link)));
        let held =
            states.iter().map(|(_, fact)| fact.state(at.window)).filter(|state| state.is_possible()).min();
        let Some(state) = held else { continue };
        bans.extend(against(snapshot, act).map(|about| Ban { act, about, certain: state.is_certain() }));
    }
    bans
}

fn is_void(snapshot: &Snapshot, act: EntityIx, at: &At) -> bool {
    let void = ["repealed", "struck down", "preempted", "lapsed", "ended"];
    said_states(snapshot, act, at.window).iter().any(|(said, _)| void.contains(&said.as_str()))
}

/// Whom it is about, unless it speaks for them.
fn against(snapshot: &Snapshot, act: EntityIx) -> impl Iterator<Item = EntityIx> {
    let concerned =
        snapshot.outgoing(act).filter(|(link, _)| link.kind == LinkKind::Concerns && !is_with(link));
    concerned.map(|(_, about)| about)
}

fn is_with(link: &Link) -> bool {
    link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "with")
}

pub(super) fn table(snapshot: &Snapshot, barred: &[Barred]) -> Table {
    let columns = [("place", "Place", ""), ("law", "Law", ""), ("force", "In force", "")];
    let mut table = Table::new("ruled-out", "Ruled out by law", &columns);
    "A ban on ties that the place, or what it lies in, adopted, and that is about the other's country."
        .clone_into(&mut table.note);
    for one in barred {
        let force = if one.certain { "confirmed" } else { "may be: dates leave it open" };
        let links: Vec<&Link> = snapshot
            .incoming(one.act)
            .map(|(link, _)| link)
            .filter(|link| link.kind == LinkKind::Adopts)
            .chain(
                snapshot
                    .outgoing(one.act)
                    .map(|(link, _)| link)
                    .filter(|link| link.kind == LinkKind::Concerns),
            )
            .collect();
        let fact = Fact { links };
        let cells = vec![snapshot.refer(one.node).into(), snapshot.refer(one.act).into(), force.into()];
        table.push(cells, fact.asserted().map(|link| snapshot.evidence_of(link)).collect());
    }
    table
}
