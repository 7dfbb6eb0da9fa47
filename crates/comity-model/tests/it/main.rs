//! The model against the given goldens and against itself.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests fail loudly and say what they skip")]
mod dates;
mod records;
