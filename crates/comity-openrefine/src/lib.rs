//! The Reconciliation Service API 0.2: which real place or body each name in a table means.
#![doc = include_str!("../README.md")]

mod answer;
mod base;
mod bodies;
mod catalogue;
mod error;
mod evidence;
mod extend;
mod facts;
mod fields;
mod flyout;
mod host;
mod limits;
mod manifest;
mod openapi;
mod outline;
mod places;
mod preview;
mod property;
mod query;
mod question;
mod refusal;
mod routes;
mod subject;
mod suggest;
mod types;
mod verdict;
mod wire;

pub use error::ServiceError;
pub use facts::Facts;
pub use host::{Host, ServicePage};
pub use limits::BODY_BYTES;
pub use openapi::addresses;
pub use outline::OutlineDot;
pub use property::{Of, Property};
pub use routes::{batches, lookups};
pub use types::Type;
