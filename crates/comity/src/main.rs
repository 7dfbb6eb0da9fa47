//! The one binary: thin verbs over the house.
fn main() {}
