//! What stands over a table and below it: what can be chosen of it, what of it is not in sight.

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

/// "Show 120 rows".
pub(crate) fn show_rows(n: usize) -> String {
    say!("answer-show-rows", n = n)
}

/// "12 more are not shown:".
pub(crate) fn more_hidden(n: u64) -> String {
    say!("answer-more-hidden", n = n)
}
