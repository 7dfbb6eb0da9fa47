//! How those who meet hang together.

pub(crate) mod backbone;
pub(crate) mod bridges;
pub(crate) mod change;
pub(crate) mod communities;
pub(crate) mod connected;
pub(crate) mod layers;
pub(crate) mod ranking;
mod tie_matrix;
