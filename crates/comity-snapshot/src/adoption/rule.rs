//! A rule on a day in a jurisdiction: an act that binds whoever lies in the place that adopted it.

use std::collections::BTreeSet;

use comity_model::{EntityKind, Link, LinkAttribute, LinkKind, Window};
use comity_names::fold;

use crate::attribute::said_states;
use crate::fact::facts;
use crate::snapshot::{EntityIx, Snapshot, State};

/// What ends an act for good.
const VOID: [&str; 5] = ["repealed", "struck down", "preempted", "lapsed", "ended"];

/// An act that is or may be in force somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub act: EntityIx,
    /// Its class, folded: "ban on ties".
    pub class: String,
    /// How surely it is in force in the window.
    pub state: State,
    /// Whom or what it concerns, unless it speaks for them; in order, each once.
    pub about: Vec<EntityIx>,
}

impl Snapshot {
    /// The rules that are or may be in force over a place in a window: those of the place and of all it lies in. Cost: one
    /// pass over the acts.
    pub fn rules_over(&self, place: EntityIx, window: Window) -> Vec<Rule> {
        let mut over = self.ancestors(place);
        over.push(place);
        let acts = self.of_kind(EntityKind::Act).filter(|act| !is_void(self, *act, window));
        acts.filter_map(|act| rule(self, act, &over, window)).collect()
    }
}

/// `None` where nobody of `over` has adopted it, or it surely is not in force.
fn rule(snapshot: &Snapshot, act: EntityIx, over: &[EntityIx], window: Window) -> Option<Rule> {
    let adopted =
        snapshot.incoming(act).filter(|(link, by)| link.kind == LinkKind::Adopts && over.contains(by));
    let states = facts(adopted.map(|(link, by)| (by, link)));
    let state =
        states.iter().map(|(_, fact)| fact.state(window)).filter(|state| state.is_possible()).min()?;
    let concerned =
        snapshot.outgoing(act).filter(|(link, _)| link.kind == LinkKind::Concerns && !is_with(link));
    let about: BTreeSet<EntityIx> = concerned.map(|(_, about)| about).collect();
    Some(Rule { act, class: fold(&snapshot.entity(act).class), state, about: about.into_iter().collect() })
}

fn is_void(snapshot: &Snapshot, act: EntityIx, window: Window) -> bool {
    said_states(snapshot, act, window).iter().any(|(said, _)| VOID.contains(&said.as_str()))
}

fn is_with(link: &Link) -> bool {
    link.attributes.get(&LinkAttribute::Stance).is_some_and(|stance| stance == "with")
}
