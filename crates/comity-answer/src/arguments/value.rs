//! What a text given for an argument means, once its range has let it in.

use comity_model::FuzzyDate;

use super::range::Range;
use crate::report::At;
use crate::report::years::Years;

/// One argument, read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    /// Names and what else only the question itself can read.
    Text(&'a str),
    Date(At),
    Year(i64),
    Eras(i64, i64),
    Whole(u64),
    Number(f64),
    /// As it is declared.
    Word(&'static str),
    /// In the order given.
    Words(Vec<&'static str>),
}

impl Range {
    /// `None` for what is no such thing or beyond its bounds. No work is done on a text that is too long.
    pub(super) fn read(self, text: &str, years: Years) -> Option<Value<'_>> {
        match self {
            Self::Entity | Self::Source | Self::Text { .. } => {
                fits(text, Self::TEXT).then_some(Value::Text(text))
            }
            Self::Entities { most } | Self::Items { most, .. } => {
                few(text, most).filter(|_| !text.contains('\0')).map(Value::Text)
            }
            Self::Words { of } => {
                let words = few(text, of.len())?.split(',');
                words.map(|word| known(word, of)).collect::<Option<_>>().map(Value::Words)
            }
            _ => Some(text)
                .filter(|text| fits(text, Self::SHORT))
                .and_then(|text| self.read_short(text, years)),
        }
    }

    fn read_short(self, text: &str, years: Years) -> Option<Value<'_>> {
        match self {
            Self::Date => At::within(text, years).map(Value::Date),
            Self::Year => year(text, years).map(Value::Year),
            Self::Eras => {
                let (first, second) = text.split_once(',')?;
                let (first, second) = (year(first, years)?, year(second, years)?);
                (first < second).then_some(Value::Eras(first, second))
            }
            Self::Moment => (!far(text, years)).then_some(Value::Text(text)),
            Self::Whole { least, most } => {
                text.parse().ok().filter(|n| (least..=most).contains(n)).map(Value::Whole)
            }
            Self::Number { least, most } => {
                text.parse().ok().filter(|n| (least..=most).contains(n)).map(Value::Number)
            }
            Self::Word { of } => known(text, of).map(Value::Word),
            _ => None,
        }
    }
}

fn fits(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_none() && !text.contains('\0')
}

/// Itself, where it has at most so many parts and none is too long.
fn few(text: &str, most: usize) -> Option<&str> {
    let long = |part: &str| part.chars().nth(Range::TEXT).is_some();
    (text.split(',').nth(most).is_none() && !text.split(',').any(long)).then_some(text)
}

fn known(text: &str, of: &'static [&'static str]) -> Option<&'static str> {
    of.iter().copied().find(|word| word.eq_ignore_ascii_case(text.trim()))
}

fn year(text: &str, years: Years) -> Option<i64> {
    text.trim().parse().ok().filter(|year| (years.first..=years.last).contains(year))
}

/// Whether it is a date beyond the years; a number alone is an entry of the ledger.
fn far(text: &str, years: Years) -> bool {
    let date = text.parse::<FuzzyDate>().ok().filter(|_| text.parse::<i64>().is_err());
    date.is_some_and(|date| !years.hold((&date).into()))
}

#[cfg(test)]
mod tests {
    use comity_model::Day;

    use super::*;
    use crate::arguments::{AT, Argument, KNOWN, LIMIT, may};

    #[track_caller]
    fn check(argument: Argument, given: &str, expect: &str) {
        let today = Day::from_ymd(2026, 11, 24);
        let read = argument.read(given, today).map(|value| match value {
            Value::Date(at) => format!("{}/{}", at.window.from, at.window.to),
            other => format!("{other:?}"),
        });
        assert_eq!(read.unwrap_or_else(|error| error.to_string()), expect);
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_given_is_taken_or_refused_in_short(
            text in "\\PC{0,400}|[-+0-9XYSTZE~?%/.,{}\\[\\]]{0,70}"
        ) {
            let today = Day::from_ymd(2026, 11, 24);
            let ranges = [Range::Entity, Range::Date, Range::Year, Range::Eras, Range::Moment, LIMIT.range];
            for range in ranges {
                if let Err(error) = may("of", range, "").read(&text, today) {
                    proptest::prop_assert!(error.to_string().chars().count() <= 300, "{}", error);
                }
            }
        }
    }

    #[test]
    fn dates_keep_within_the_years() {
        check(AT, " 1985/1990 ", "1985-01-01/1990-12-31");
        check(AT, "1800", "1800-01-01/1800-12-31");
        let expected = "at: expected a day, month, year or stretch from 1800 to 2076 (EDTF), such as 2024-05 or 1985/1990, not";
        for far in [
            "1799",
            "2077",
            "Y-170000002",
            "-9999",
            "9999-12-31",
            "[1985,1990]",
            "../..",
            "1985/..",
            "1XXX",
            "20XX",
            "1990/1985",
        ] {
            check(AT, far, &format!("{expected} `{far}`"));
        }
        check(KNOWN, "2026-05-03", "Text(\"2026-05-03\")");
        check(KNOWN, "99999", "Text(\"99999\")");
        check(
            KNOWN,
            "9999-12-31",
            "known: expected a date from 1800 to 2076, a time, #123, batch:7 or batch:7^ (just before it), not \
             `9999-12-31`",
        );
    }

    #[test]
    fn numbers_keep_within_their_bounds() {
        check(LIMIT, "5000", "Whole(5000)");
        for bad in ["0", "5001", "-1", "1e3", "9223372036854775808", "", "five"] {
            check(LIMIT, bad, &format!("limit: expected a whole number from 1 to 5000, not `{bad}`"));
        }
        let share = may("share", Range::Number { least: 0.0, most: 1.0 }, "");
        check(share, "0.5", "Number(0.5)");
        for bad in ["NaN", "inf", "1e308", "-1e-9", "1.0000001"] {
            check(share, bad, &format!("share: expected a number from 0 to 1, not `{bad}`"));
        }
        check(may("bounds", Range::Eras, ""), "1990, 2005", "Eras(1990, 2005)");
    }

    #[test]
    fn words_are_those_declared() {
        let by = may("by", Range::Word { of: &["era", "sort"] }, "");
        check(by, "Era", "Word(\"era\")");
        check(by, "age", "by: expected era or sort, not `age`");
        let some = may("by", Range::Words { of: &["era", "sort"] }, "");
        check(some, "sort, era", "Words([\"sort\", \"era\"])");
        check(some, "era,era,era", "by: expected era or sort, joined by commas, not `era,era,era`");
    }

    #[test]
    fn texts_are_short() {
        let name = may("of", Range::Entity, "");
        check(name, "Lyon", "Text(\"Lyon\")");
        let long = "\u{301}".repeat(10_000);
        let shown = comity_model::excerpt(&long);
        let expected = "of: expected an id or name, up to 300 characters, not";
        check(name, &long, &format!("{expected} `{shown}`"));
        let names = may("of", Range::Entities { most: 2 }, "");
        check(names, "a,b", "Text(\"a,b\")");
        check(names, "a,b,c", "of: expected up to 2 ids or names, joined by commas, not `a,b,c`");
    }
}
