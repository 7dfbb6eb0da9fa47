//! Rows of an earlier moment and new ones in their common order.

/// Where a row comes from: one of before by its number, or a new one by its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin(u32);

/// Set in the number of a new row: no column has as many rows.
const NEW: u32 = 1 << 31;

impl Origin {
    pub(super) fn before(place: usize) -> Self {
        Self(number(place))
    }

    pub(super) fn new(place: usize) -> Self {
        Self(number(place) | NEW)
    }

    /// `Ok`: its place among those of before; `Err`: among the new ones.
    pub(super) fn place(self) -> Result<usize, usize> {
        if self.0 & NEW == 0 { Ok(self.0 as usize) } else { Err((self.0 & !NEW) as usize) }
    }
}

/// Rows of before without some of them, and new ones among them.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) order: Vec<Origin>,
    /// Where each row of before is now.
    pub(super) now: Vec<Option<u32>>,
}

impl Merged {
    /// Of `len` rows the `gone` ones are left out, and the n-th new one stands before row `new_at[n]`. Both are in order.
    pub(super) fn new(len: usize, gone: &[usize], new_at: &[usize]) -> Self {
        let (mut order, mut now) = (Vec::with_capacity(len + new_at.len()), Vec::with_capacity(len));
        let mut gone = gone.iter().copied().peekable();
        let mut new = new_at.iter().copied().enumerate().peekable();
        for row in 0..len {
            while let Some((place, _)) = new.next_if(|(_, at)| *at <= row) {
                order.push(Origin::new(place));
            }
            if gone.next_if_eq(&row).is_some() {
                now.push(None);
            } else {
                now.push(Some(number(order.len())));
                order.push(Origin::before(row));
            }
        }
        order.extend(new.map(|(place, _)| Origin::new(place)));
        Self { order, now }
    }

    /// Rows of before that are there no more.
    pub(super) fn gone(&self) -> impl Iterator<Item = usize> {
        self.now.iter().enumerate().filter(|(_, now)| now.is_none()).map(|(row, _)| row)
    }

    /// New rows with where they stand now.
    pub(super) fn added(&self) -> impl Iterator<Item = (usize, usize)> {
        self.order.iter().enumerate().filter_map(|(now, origin)| Some((origin.place().err()?, now)))
    }
}

fn number(place: usize) -> u32 {
    let number = u32::try_from(place).ok().filter(|number| number & NEW == 0);
    number.expect("a column has fewer than 2^31 rows")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(gone: &[usize], new_at: &[usize], expect: &str) {
        let merged = Merged::new(4, gone, new_at);
        let shown = |origin: &Origin| match origin.place() {
            Ok(place) => place.to_string(),
            Err(place) => format!("+{place}"),
        };
        assert_eq!(merged.order.iter().map(shown).collect::<Vec<_>>().join(" "), expect);
        for (row, now) in merged.now.iter().enumerate() {
            let there = now.map(|now| merged.order[now as usize]);
            assert_eq!(there, (!gone.contains(&row)).then(|| Origin::before(row)));
        }
    }

    #[test]
    fn new_rows_stand_before_those_they_precede() {
        check(&[], &[], "0 1 2 3");
        check(&[1], &[], "0 2 3");
        check(&[1], &[1, 1], "0 +0 +1 2 3");
        check(&[0, 3], &[0, 2, 4], "+0 1 +1 2 +2");
    }
}
