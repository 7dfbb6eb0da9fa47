//! Stories of readers and writers, told through the router.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod conformance;
mod files;
mod letting_in;
mod manners;
mod openrefine;
mod pages;
mod places;
mod reconcile;
mod takedown;
mod visitor;
mod writing;
