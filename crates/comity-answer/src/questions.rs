//! The questions, a file each, by what a reader wants to know.
//!
//! The catalogue names them all; nobody else does but those of the same group.

pub(crate) mod activity;
pub(crate) mod connectivity;
pub(crate) mod partners;
pub(crate) mod quality;
pub(crate) mod representation;
pub(crate) mod scenario;
pub(crate) mod who;
