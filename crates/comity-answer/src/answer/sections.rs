//! How each answer is laid out: its parts in the order in which a reader wants them.

mod between;
mod compare;
mod conflicts;
mod coverage;
mod growth;
mod members;
mod profile;
mod report;
mod timeline;
mod with;
