//! What a register promises, told as stories on every database there is.
#![expect(clippy::unwrap_used, reason = "a failing step fails the test")]

mod chain;
mod content;
mod erasure;
mod known;
mod merges;
mod open;
mod queue;
mod stories;
mod tamper;
mod upgrade;
mod world;
