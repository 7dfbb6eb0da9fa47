//! Which part of a timeslice a question is about.

use comity_model::Level;

use super::{AFFILIATION_LAYERS, RoleWeights};
use crate::record::Bound;
use crate::snapshot::Layer;

/// Layers, issue, actors, certainty and weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// In their order.
    pub layers: Vec<Layer>,
    /// Only things of an issue area that starts so, folded.
    pub issue: Option<String>,
    pub who: ActorScope,
    pub bound: Bound,
    pub weights: RoleWeights,
}

/// Which actors, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorScope {
    /// Polities, organisations, networks and persons.
    Everyone,
    Polities,
    /// Polities of one level, each for itself: a city is not its county, metropolis or state.
    Only(Level),
    /// Every polity counted for the state or nation it is in or is.
    RolledUp(Level),
}

impl Selection {
    /// Every layer, what is on record, by the usual weights.
    pub fn of(who: ActorScope) -> Self {
        let (layers, weights) = (AFFILIATION_LAYERS.to_vec(), RoleWeights::default());
        Self { layers, issue: None, who, bound: Bound::Presumed, weights }
    }

    #[must_use]
    pub fn bound(&self, bound: Bound) -> Self {
        Self { bound, ..self.clone() }
    }

    /// One layer of it.
    #[must_use]
    pub fn layer(&self, layer: Layer) -> Self {
        Self { layers: vec![layer], ..self.clone() }
    }
}
