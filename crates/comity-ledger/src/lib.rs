//! What entries of the ledger add up to, without a database: the chain, the fold, the links.
#![doc = include_str!("../README.md")]

pub mod about;
pub mod agreement;
pub mod canon;
pub mod chain;
pub mod derive;
pub mod fold;
pub mod pending;
