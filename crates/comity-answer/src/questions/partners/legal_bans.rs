//! Whom a law puts out of question: a ban on ties that is in force over the one and about the other.

use comity_messages::say;
use comity_model::{Link, LinkKind};
use comity_snapshot::record::TieStanding;
use comity_snapshot::{EntityIx, Fact, Rule, Snapshot, wording};

use crate::report::{At, Head, Table};

/// A place that an act bars, with the act.
pub(super) struct Barred {
    pub(super) node: EntityIx,
    act: EntityIx,
    /// How its force stands on the day.
    standing: TieStanding,
}

/// The candidates that a ban bars, and the others. A ban that only may be in force bars as well, and says so.
pub(super) fn part(
    snapshot: &Snapshot,
    city: EntityIx,
    candidates: &[EntityIx],
    at: &At,
) -> (Vec<Barred>, Vec<EntityIx>) {
    let rules = snapshot.rules_over(city, at.window);
    let banned = wording::plain("ban-on-ties");
    let bans: Vec<&Rule> = rules.iter().filter(|rule| rule.class == banned).collect();
    let (mut barred, mut free) = (Vec::new(), Vec::new());
    for node in candidates.iter().copied() {
        let around = snapshot.ancestors(node);
        let mut about =
            bans.iter().filter(|ban| ban.about.iter().any(|one| *one == node || around.contains(one)));
        match about.next() {
            Some(ban) => barred.push(Barred { node, act: ban.act, standing: ban.standing }),
            None => free.push(node),
        }
    }
    (barred, free)
}

pub(super) fn table(snapshot: &Snapshot, barred: &[Barred]) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("law", &say!("head-law"), ""),
        ("force", &say!("head-in-force"), ""),
    ];
    let mut table = Table::new("ruled-out", &say!("partners-table-ruled-out"), columns);
    table.note = say!("partners-ruled-out-note");
    for one in barred {
        let force = wording::state(one.standing.state);
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
