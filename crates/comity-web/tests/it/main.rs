//! Stories of readers and writers, told through the router.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod manners;
mod pages;
mod visitor;
mod writing;
