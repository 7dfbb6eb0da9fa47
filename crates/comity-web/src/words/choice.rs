//! What stands over what can be chosen of a table.

use comity_messages::say;

pub(crate) fn choose() -> String {
    say!("choice-title")
}

/// "All 13".
pub(crate) fn choose_all(n: u64) -> String {
    say!("choice-all", n = n)
}
