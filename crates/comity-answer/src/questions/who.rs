//! Who is tied to whom, through what, and since when.

pub(crate) mod between;
mod declarations;
pub(crate) mod first;
pub(crate) mod indirect;
pub(crate) mod joined;
pub(crate) mod lineage;
pub(crate) mod members;
mod membership_words;
pub(crate) mod memberships;
pub(crate) mod profile;
mod rolled_up;
mod rules;
pub(crate) mod seats;
pub(crate) mod timeline;
pub(crate) mod with;
