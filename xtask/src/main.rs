//! House tasks: run, test, ci, bench, tidy, data.
fn main() {}
