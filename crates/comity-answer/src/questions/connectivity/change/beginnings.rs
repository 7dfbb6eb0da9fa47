//! Which ties that came began by a dated statement, and which are only first seen on a list first read then.

use std::collections::BTreeMap;

use comity_model::{Day, LinkKind};
use comity_snapshot::{EntityIx, Fact, Snapshot, facts};

use super::TieMatrix;

/// Of the pairs that came between two dates.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Beginnings {
    /// A source dates the day from which the two meet: one of them joined, or they signed, after the earlier date.
    pub(super) stated: Vec<(EntityIx, EntityIx)>,
    /// No source says when: they are named on something that speaks for a day between the two.
    pub(super) first_seen: Vec<(EntityIx, EntityIx)>,
}

impl Beginnings {
    /// `after`: the last day of the earlier date. Cost: one record for each side of each thing that the pairs meet in.
    pub(super) fn of(
        snapshot: &Snapshot,
        at: &TieMatrix,
        came: impl Iterator<Item = (EntityIx, EntityIx)>,
        after: Day,
    ) -> Self {
        let mut known: BTreeMap<(u32, u32), bool> = BTreeMap::new();
        let mut sorted = Self::default();
        for pair in came {
            let rows = at.matrix.row(pair.0).zip(at.matrix.row(pair.1));
            let Some((a, b)) = rows else { continue };
            let mut sides = at.matrix.shared(a, b).into_iter().flat_map(|column| [(a, column), (b, column)]);
            if sides.any(|side| *known.entry(side).or_insert_with(|| is_stated(snapshot, at, side, after))) {
                sorted.stated.push(pair);
            } else {
                sorted.first_seen.push(pair);
            }
        }
        sorted
    }
}

/// Whether a source states that one of those behind a row came into the thing after a day.
fn is_stated(snapshot: &Snapshot, at: &TieMatrix, (row, column): (u32, u32), after: Day) -> bool {
    let thing = at.matrix.things[column as usize];
    at.matrix.behind(row).any(|actor| {
        let out = snapshot.outgoing(actor).filter(|(_, other)| *other == thing);
        let into = snapshot.incoming(actor).filter(|(_, other)| *other == thing);
        let links = out.chain(into).map(|(link, _)| (link.kind, link));
        facts(links).iter().any(|(kind, fact)| began_after(snapshot, *kind, fact, after))
    })
}

/// What happens on its days begins on them; of a lasting tie a date of its own is needed.
fn began_after(snapshot: &Snapshot, kind: LinkKind, fact: &Fact<'_>, after: Day) -> bool {
    if kind == LinkKind::TakesPart || kind == LinkKind::Adopts {
        return fact
            .asserted()
            .any(|link| !link.valid.as_str().is_empty() && link.valid.start().latest > after);
    }
    let began = fact.record(snapshot).began();
    began.is_some_and(|began| began.is_stated && began.bounds.latest > after)
}
