//! Everything on file that began, with the days between which it did.

use comity_model::{Bounds, LinkKind};
use comity_snapshot::{EntityIx, Evidence, Fact, Snapshot, Territory};

/// An act adopted, an agreement signed, a membership begun, an event attended.
pub(super) struct Beginning<'w> {
    /// The sort of act; "agreements", "memberships", "visits".
    pub(super) sort: String,
    /// From [`Day::PAST`](comity_model::Day::PAST) on: only that it had begun by then.
    days: Bounds,
    fact: Fact<'w>,
}

impl Beginning<'_> {
    /// The one year in which it began.
    pub(super) fn year(&self) -> Option<i64> {
        let (from, to) = self.years()?;
        (from == to).then_some(from)
    }

    /// The first and the last year in which it may have begun; `None` where nothing says not before when.
    pub(super) fn years(&self) -> Option<(i64, i64)> {
        Some((self.days.earliest.year()?, self.days.latest.year()?))
    }

    /// Whether it may have begun in a year.
    pub(super) fn may_be_of(&self, year: i64) -> bool {
        self.years().is_some_and(|(from, to)| (from..=to).contains(&year))
    }

    pub(super) fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        self.fact.evidence(snapshot)
    }
}

/// Of the governments of `place`, or of all.
pub(super) fn beginnings<'w>(snapshot: &'w Snapshot, place: Option<&Territory>) -> Vec<Beginning<'w>> {
    let inside = |node: EntityIx| place.is_none_or(|place| place.holds(node));
    let mut found = Vec::new();
    for adoption in snapshot.adoptions().into_iter().filter(|one| inside(one.by)) {
        let class = snapshot.entity(adoption.act).class.as_str();
        let sort = if class.is_empty() { "acts of other sorts" } else { class };
        found.push(Beginning { sort: sort.to_owned(), days: adoption.adopted(), fact: adoption.fact });
    }
    for (kind, sort) in
        [(LinkKind::Party, "agreements"), (LinkKind::Member, "memberships"), (LinkKind::TakesPart, "visits")]
    {
        let facts = snapshot.facts(kind).into_iter();
        let mut own: Vec<((EntityIx, EntityIx), Fact<'w>)> = facts
            .filter(|((subject, _), fact)| inside(*subject) && fact.asserted().next().is_some())
            .collect();
        if kind == LinkKind::Party {
            own.sort_by_key(|((_, agreement), _)| *agreement);
            own.dedup_by_key(|((_, agreement), _)| *agreement);
        }
        for (_, fact) in own {
            let days = if kind == LinkKind::Member { joined(&fact) } else { fact.began() };
            found.push(Beginning { sort: sort.to_owned(), days, fact });
        }
    }
    found
}

/// A bare date says that somebody was a member then; only a period says since when.
fn joined(fact: &Fact<'_>) -> Bounds {
    let periods = fact.links.iter().copied().filter(|link| link.valid.as_str().contains('/'));
    Fact { links: periods.collect() }.began()
}
