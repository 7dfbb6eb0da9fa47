//! An act as it is on file: who adopted it, between which days, and how it stood on a day.

mod rule;

use comity_messages::say;
use comity_model::{Bounds, Day, EntityAttribute, LinkKind, Polarity, Window};

use crate::fact::Fact;
use crate::record::{TieRecord, TieStanding};
use crate::snapshot::{EntityIx, Evidence, Snapshot};

pub use rule::Rule;

/// One government or body and one act.
pub struct Adoption<'w> {
    pub by: EntityIx,
    pub act: EntityIx,
    pub fact: Fact<'w>,
}

impl Snapshot {
    /// Every adoption that a source states, by who adopted and what; those only denied are left out.
    pub fn adoptions(&self) -> Vec<Adoption<'_>> {
        let all = self.facts(LinkKind::Adopts).into_iter();
        let all = all.map(|((by, act), fact)| Adoption { by, act, fact });
        all.filter(|adoption| adoption.fact.asserted().next().is_some()).collect()
    }
}

impl Adoption<'_> {
    /// The days between which it was adopted.
    pub fn adopted(&self) -> Bounds {
        self.fact.began()
    }

    /// How its force stands.
    pub fn standing(&self, snapshot: &Snapshot, window: Window) -> TieStanding {
        self.record(snapshot).on(window)
    }

    pub fn record(&self, snapshot: &Snapshot) -> TieRecord {
        snapshot.act_record(self.act)
    }

    /// Claims of its adoption and of what became of it.
    pub fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        let fate = snapshot.stated(self.act, EntityAttribute::Fate);
        let fate = fate.map(|(statement, _)| snapshot.evidence_of_statement(statement));
        self.fact.evidence(snapshot).into_iter().chain(fate).collect()
    }

    /// Whether it may have been adopted by the last day of `window`, and surely was.
    pub fn by(&self, day: Day) -> (bool, bool) {
        let Bounds { earliest: from, latest: to } = self.adopted();
        let denied = self.fact.links.iter().any(|link| link.polarity == Polarity::Denied);
        let firm = self.fact.asserted().any(crate::fact::is_firm);
        (from <= day, to <= day && firm && !denied)
    }

    /// "1982", "by August 1987", "1984 to 1986".
    pub fn adopted_words(&self) -> String {
        let days = self.adopted();
        match (days.earliest, days.latest) {
            (Day::PAST, Day::FUTURE) => say!("date-unknown"),
            (Day::PAST, to) => say!("bounds-by", to = year(to)),
            (from, to) if year(from) == year(to) => say!("date-year", year = year(from)),
            (from, to) => say!("bounds-between", from = year(from), to = year(to)),
        }
    }
}

fn year(day: Day) -> String {
    day.year().map_or_else(|| say!("date-unknown"), |year| year.to_string())
}
