//! How a column writes its dates, as far as its own cells show it.

use crate::written_date::serial;

/// What decides how a date of this column is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct DateStyle {
    pub(crate) order: DayOrder,
    /// Lone numbers of five digits count days.
    pub(crate) serials: bool,
}

/// Which of two numbers before a year is the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
    /// No cell tells, or two cells tell different things.
    #[default]
    Unknown,
}

/// The evidence of the cells seen so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct StyleEvidence {
    day_first: u64,
    month_first: u64,
    serials: u64,
    other: u64,
}

impl StyleEvidence {
    pub(crate) fn hear(&mut self, cell: &str) {
        if serial(cell).is_some() {
            self.serials += 1;
            return;
        }
        if !crate::written_date::is_year(cell) {
            self.other += 1;
        }
        let mut numbers = cell.split(['/', '-', ' ']).map(str::parse::<u32>);
        let (Some(Ok(first)), Some(Ok(second)), Some(Ok(_)), None) =
            (numbers.next(), numbers.next(), numbers.next(), numbers.next())
        else {
            return;
        };
        self.day_first += u64::from((13..=31).contains(&first) && (1..=12).contains(&second));
        self.month_first += u64::from((1..=12).contains(&first) && (13..=31).contains(&second));
    }

    pub(crate) fn style(self) -> DateStyle {
        let order = match (self.day_first, self.month_first) {
            (1.., 0) => DayOrder::DayFirst,
            (0, 1..) => DayOrder::MonthFirst,
            _ => DayOrder::Unknown,
        };
        DateStyle { order, serials: self.serials > 0 && self.other == 0 }
    }
}
