//! The indicators against worked values, brute force and other people's libraries.
#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a test that meets the unexpected fails, and its counts are small"
)]

mod brute_force;
mod cancelled;
mod davis;
mod episodic;
mod golden;
mod karate;
mod kleinberg;
mod linkprediction;
mod multiplex;
mod oracle;
mod ranks;
mod reading;
mod representation;
mod robustness;
mod survival;
mod taylor;
mod twin;
mod withdrawal;
