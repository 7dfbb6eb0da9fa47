//! Files as a reader gets them: text in, text out.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod feeds;
mod pictures;
mod references;
mod research;
mod tables;
