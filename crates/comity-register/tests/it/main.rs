//! What a register promises, told as stories on every database there is.
#![expect(clippy::unwrap_used, reason = "a failing step fails the test")]

mod away;
mod backup;
mod chain;
mod content;
mod durable;
mod editions;
mod erasure;
mod intake;
mod known;
mod merges;
mod open;
mod opening;
mod queue;
mod read_only;
mod stories;
mod tamper;
mod upgrade;
mod world;
