//! What waits for a person: open names and claims, and what may be on file twice.

pub(crate) mod duplicates;
pub(crate) mod queue;
