//! What would change, and what has changed, when some of it goes.

pub(crate) mod backing;
pub(crate) mod before_after;
mod change_tables;
mod intervention;
pub(crate) mod robustness;
pub(crate) mod what_if;
pub(crate) mod withdrawal;
