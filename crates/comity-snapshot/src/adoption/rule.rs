//! A rule on a day in a jurisdiction: an act that binds whoever lies in the place that adopted it.

use std::collections::BTreeSet;

use comity_model::{EntityKind, Link, LinkAttribute, LinkKind, Window};
use comity_names::fold;

use crate::record::TieStanding;
use crate::snapshot::{EntityIx, Snapshot};

/// An act that is or may be in force somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub act: EntityIx,
    /// Its class, folded: "ban on ties".
    pub class: String,
    /// How its force stands in the window.
    pub standing: TieStanding,
    /// Whom or what it concerns, unless it speaks for them; in order, each once.
    pub about: Vec<EntityIx>,
}

impl Snapshot {
    /// The rules that are or may be in force over a place in a window: those of the place and of all it lies in. Cost: one
    /// pass over the kinds and ends of links.
    pub fn rules_over(&self, place: EntityIx, window: Window) -> Vec<Rule> {
        let mut over = self.ancestors(place);
        over.push(place);
        let adopted = self.links_of(LinkKind::Adopts, |by, _| over.contains(&by));
        let adopted: BTreeSet<EntityIx> = adopted.map(|(_, _, act)| act).collect();
        let acts = adopted.into_iter().filter(|act| self.entity(*act).kind == EntityKind::Act);
        acts.filter_map(|act| rule(self, act, window)).collect()
    }
}

/// `None` where it surely is not in force.
fn rule(snapshot: &Snapshot, act: EntityIx, window: Window) -> Option<Rule> {
    let standing = snapshot.act_record(act).on(window);
    if !standing.possible {
        return None;
    }
    let concerned = snapshot.outgoing_of(LinkKind::Concerns, act).filter(|(link, _)| !is_with(link));
    let about: BTreeSet<EntityIx> = concerned.map(|(_, about)| about).collect();
    Some(Rule { act, class: fold(&snapshot.entity(act).class), standing, about: about.into_iter().collect() })
}

fn is_with(link: &Link) -> bool {
    link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "with")
}
