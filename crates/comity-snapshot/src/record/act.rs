//! The force of an act: its adoptions begin it, what became of it ends it.

use comity_model::{
    Bounds, Day, EntityAttribute, EntityKind, Link, LinkAttribute, LinkKind, Standing, Statement,
};

use super::TieRecord;
use super::carrying::Carrying;
use super::history::Derived;
use super::testimony::{Says, Testimony};
use crate::snapshot::{EntityIx, Snapshot};
use crate::statement_time::time_of;
use crate::wording;

impl Snapshot {
    /// What is known of the force of an act: its adoptions begin it, what became of it ends it.
    pub fn act_record(&self, act: EntityIx) -> TieRecord {
        let adoptions: Vec<(&Link, EntityIx)> = self.incoming_of(LinkKind::Adopts, act).collect();
        let mut sides: Vec<EntityIx> = adoptions.iter().map(|(_, by)| *by).collect();
        sides.sort_unstable();
        sides.dedup();
        let adopted = adoptions.iter().map(|(link, _)| Testimony::of_link(self, link, &sides));
        let fates = fates(self, act).filter_map(|(fate, says)| Testimony::of_state(self, fate, says, &sides));
        let said = adopted.chain(fates).collect();
        let record = self.record_of(said, Carrying::of_act(binds(self, act)), &sides, Derived::default());
        match answered(self, act).filter_map(|policy| policy_end(self, policy)).min_by_key(|end| end.latest) {
            Some(over) => record.pointless(over),
            None => record,
        }
    }

    /// Whether a policy that an act was made against was over by a day.
    pub fn is_over_with_policy(&self, act: EntityIx, day: Day) -> bool {
        answered(self, act).filter_map(|policy| policy_end(self, policy)).any(|end| end.latest <= day)
    }
}

/// What sources say became of an act.
fn fates(snapshot: &Snapshot, act: EntityIx) -> impl Iterator<Item = (&Statement, Says)> {
    let stated = snapshot.stated(act, EntityAttribute::Fate);
    stated.filter_map(|(statement, value)| Some((statement, says_of_fate(&wording::plain(value))?)))
}

fn says_of_fate(fate: &str) -> Option<Says> {
    Some(match fate {
        "in force" => Says::Holds,
        "repealed" | "struck down" | "preempted" | "ended" => Says::Ended,
        "lapsed" => Says::Lapsed,
        _ => return None,
    })
}

/// Acts that only say something, where nobody states their force.
const EXPRESSIVE: [&str; 4] = ["resolution of opinion", "recognition", "climate commitment", "aid"];

/// Whether an act binds somebody: as stated, else by its type.
fn binds(snapshot: &Snapshot, act: EntityIx) -> bool {
    let mut forces = snapshot.stated(act, EntityAttribute::Force).map(|(_, value)| value).peekable();
    match forces.peek() {
        Some(_) => forces.any(|force| wording::plain(force) != "expressive"),
        None => !EXPRESSIVE.contains(&wording::plain(&snapshot.entity(act).class).as_str()),
    }
}

/// The laws and policies that an act was made against.
fn answered(snapshot: &Snapshot, act: EntityIx) -> impl Iterator<Item = EntityIx> {
    let against = |link: &Link| link.attributes.get(&LinkAttribute::Stance).is_some_and(|so| so == "against");
    let concerned = snapshot.outgoing(act).filter(move |(link, _)| {
        link.kind == LinkKind::Concerns && link.standing == Standing::Accepted && against(link)
    });
    concerned.map(|(_, about)| about).filter(|about| snapshot.entity(*about).kind == EntityKind::Act)
}

/// When a policy was over, by all who say so; an act that outlives it binds nobody to anything.
fn policy_end(snapshot: &Snapshot, policy: EntityIx) -> Option<Bounds> {
    let over = fates(snapshot, policy).filter(|(_, says)| *says != Says::Holds);
    over.map(|(fate, _)| time_of(snapshot, fate).start()).reduce(Bounds::widened)
}
