//! Files as a reader gets them: text in, text out.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]
#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes its snapshots with them")]

mod feeds;
mod pictures;
mod references;
mod research;
mod tables;
