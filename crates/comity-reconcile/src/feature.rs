//! What speaks for or against one candidate: one small function per kind of evidence, each with its sentence.

mod country;
mod division;
mod edit_distance;
mod kind;
mod name;
mod point;
mod population;
mod spelling;

pub(crate) use country::country;
pub(crate) use division::{division, is_within};
pub(crate) use edit_distance::edit_distance;
pub(crate) use kind::{City, kind};
pub(crate) use name::name;
pub(crate) use point::point;
pub(crate) use population::population;
pub(crate) use spelling::spelling;

/// A piece of evidence: from -1 (against) over 0 (nothing known) to 1 (for).
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Feature {
    pub name: &'static str,
    pub score: f32,
    /// A sentence for a reader; empty when there is nothing to say.
    pub why: String,
}

impl Feature {
    pub(crate) fn new(name: &'static str, score: f32, why: impl Into<String>) -> Self {
        Self { name, score, why: why.into() }
    }

    pub(crate) fn silent(name: &'static str) -> Self {
        Self::new(name, 0.0, "")
    }
}
