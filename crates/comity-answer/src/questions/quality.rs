//! How far what is on file can be trusted.

pub(crate) mod checked;
pub(crate) mod compare;
pub(crate) mod conflicts;
pub(crate) mod coverage;
pub(crate) mod history;
pub(crate) mod reciprocity;
pub(crate) mod sameness;
