//! Stories of readers and writers, told through the router; all of them under a cap on memory.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod atlas;
mod chinese;
mod conformance;
mod contract;
mod explorer;
mod figures;
mod files;
mod letting_in;
mod manners;
mod openrefine;
mod pages;
mod places;
mod plain;
mod ranges;
mod reconcile;
mod schemas;
mod sentences;
mod side_by_side;
mod takedown;
mod taking;
mod visitor;
mod writing;

use std::alloc::System;

use cap::Cap;

/// The whole suite needs a tenth of it.
const MEMORY: usize = 2 << 30;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MEMORY);
