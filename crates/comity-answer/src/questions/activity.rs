//! What is done, how often, and what comes to an end.

pub(crate) mod act_counts;
pub(crate) mod acts;
pub(crate) mod acts_and_twins;
pub(crate) mod bursts;
pub(crate) mod capacity;
pub(crate) mod lapsed;
pub(crate) mod missions;
pub(crate) mod offices;
pub(crate) mod spending;
