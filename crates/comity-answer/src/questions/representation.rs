//! Who weighs how much in what.

pub(crate) mod actors;
pub(crate) mod generations;
pub(crate) mod presence;
mod presence_base;
pub(crate) mod presence_of;
mod presence_sentence;
pub(crate) mod series;
pub(crate) mod weight;
