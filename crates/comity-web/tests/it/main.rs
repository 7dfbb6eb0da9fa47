//! Stories of readers and writers, told through the router.

mod manners;
mod pages;
mod visitor;
mod writing;
