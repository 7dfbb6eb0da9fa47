//! What stands over what can be chosen of a table.

use comity_messages::say;

/// Values of one matter that are always in sight; more are shown when asked for.
pub(crate) const CHOICES: usize = 9;

pub(crate) fn choose() -> String {
    say!("choice-title")
}

/// "All 13".
pub(crate) fn choose_all(n: u64) -> String {
    say!("choice-all", n = n)
}

/// "34 more".
pub(crate) fn choose_more(n: usize) -> String {
    say!("choice-more", n = n)
}
