//! Counts by three bounds, as a reader sees them.

use comity_messages::{number, say};
use comity_model::Quantity;

use crate::record::BoundedCount;

/// What is on record, and the range from certain to possible where that says something: "13", "13 (10 to 20)".
pub fn bounded(count: BoundedCount) -> String {
    let presumed = number(&count.presumed);
    match count.range() {
        Some((low, high)) => say!("bounded-range", n = presumed, low = low, high = high),
        None => presumed,
    }
}

/// How many a source says there are: "more than 500000 people", "about 4 to 6 cities".
pub fn quantity(said: &Quantity) -> String {
    let n = match (said.low, said.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => {
            say!("quantity-between", low = low.to_string(), high = high.to_string())
        }
        (Some(low), None) => match said.more_than() {
            Some(round) => say!("quantity-more-than", n = round.to_string()),
            None => say!("quantity-or-more", n = low.to_string()),
        },
        (None, Some(high)) => say!("quantity-at-most", n = high.to_string()),
        (None, None) => say!("quantity-unstated"),
    };
    let n = if said.approximate { say!("quantity-about", n = n) } else { n };
    say!("quantity-of", n = n, unit = said.unit.as_str())
}

#[cfg(test)]
mod tests {
    use comity_messages::Language;

    use super::*;

    #[test]
    fn a_quantity_is_said_as_by_itself_and_in_the_language_of_the_reader() {
        let of = |low, high, approximate| Quantity { low, high, approximate, unit: "cities".into() };
        let bounds = [(Some(4), Some(4)), (Some(4), Some(6)), (Some(4), None), (Some(31), None)];
        let bounds = bounds.into_iter().chain([(None, Some(4)), (None, None)]);
        let all: Vec<Quantity> =
            bounds.flat_map(|(low, high)| [of(low, high, false), of(low, high, true)]).collect();
        assert!(all.iter().all(|one| quantity(one) == one.to_string()));
        let said = || [quantity(&all[1]), quantity(&all[6])];
        assert_eq!(Language::Chinese.within(said), ["约4 cities", "超过30 cities"]);
    }

    #[test]
    fn a_range_is_said_where_it_says_something() {
        let of = |certain, presumed, possible| bounded(BoundedCount { certain, presumed, possible });
        let said = [of(0, 13, 13), of(10, 13, 20), of(1, 13, 20), of(13, 13, 13), of(13, 13, 14)];
        assert_eq!(said, ["13", "13 (10 to 20)", "13", "13", "13 (13 to 14)"]);
    }
}
