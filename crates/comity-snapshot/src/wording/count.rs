//! Counts by three bounds, as a reader sees them.

use comity_messages::{number, say};

use crate::record::BoundedCount;

/// What is on record, and the range from certain to possible where that says something: "13", "13 (10 to 20)".
pub fn bounded(count: BoundedCount) -> String {
    let presumed = number(&count.presumed);
    match count.range() {
        Some((low, high)) => say!("bounded-range", n = presumed, low = low, high = high),
        None => presumed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_said_where_it_says_something() {
        let of = |certain, presumed, possible| bounded(BoundedCount { certain, presumed, possible });
        let said = [of(0, 13, 13), of(10, 13, 20), of(1, 13, 20), of(13, 13, 13), of(13, 13, 14)];
        assert_eq!(said, ["13", "13 (10 to 20)", "13", "13", "13 (13 to 14)"]);
    }
}
