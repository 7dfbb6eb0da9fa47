//! The reader on small texts and on the note.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests fail loudly and say what they skip")]
mod note;
