//! What a text given for an argument may be, said in words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::years::{FIRST_YEAR, YEARS_AHEAD};

/// A kind of text with its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[schemars(rename = "ArgumentRange")]
pub enum Range {
    /// One entity, by id or name.
    Entity,
    /// Several, joined by commas.
    Entities {
        most: usize,
    },
    /// A source, by id, title or file.
    Source,
    /// A few words that say what `of` says.
    Text {
        of: &'static str,
    },
    /// `most` of what `each` says, joined by commas.
    Items {
        each: &'static str,
        most: usize,
    },
    /// A day, month, year or stretch, within the years that can be asked about.
    Date,
    /// One of the years that can be asked about.
    Year,
    /// Two of them, the earlier first.
    Eras,
    /// A state of the register.
    Moment,
    Whole {
        least: u64,
        most: u64,
    },
    Number {
        least: f64,
        most: f64,
    },
    Word {
        of: &'static [&'static str],
    },
    /// Some of them, joined by commas.
    Words {
        of: &'static [&'static str],
    },
}

impl Range {
    /// Characters of a name or of a few words. The longest name of a place on earth has 168; whatever is called longer
    /// has an id.
    pub const TEXT: usize = 300;
    /// Characters of a date or a number.
    pub const SHORT: usize = 64;

    /// What is expected, where `last` is the last year.
    pub(super) fn words(self, last: &str) -> String {
        match self {
            Self::Entity => format!("an id or name, up to {} characters", Self::TEXT),
            Self::Entities { most } => format!("up to {most} ids or names, joined by commas"),
            Self::Source => format!("the id or whole title of a source, up to {} characters", Self::TEXT),
            Self::Text { of } => format!("{of}, up to {} characters", Self::TEXT),
            Self::Items { each, most } => format!("up to {most} {each}, joined by commas"),
            Self::Date => format!(
                "a day, month, year or stretch from {FIRST_YEAR} to {last} (EDTF), such as 2024-05 or 1985/1990"
            ),
            Self::Year => format!("a year from {FIRST_YEAR} to {last}"),
            Self::Eras => {
                format!("two years from {FIRST_YEAR} to {last}, the earlier first, such as 1990,2005")
            }
            Self::Moment => {
                format!(
                    "a date from {FIRST_YEAR} to {last}, a time, #123, batch:7 or batch:7^ (just before it)"
                )
            }
            Self::Whole { least, most } => format!("a whole number from {least} to {most}"),
            Self::Number { least, most } => format!("a number from {least} to {most}"),
            Self::Word { of } => one_of(of),
            Self::Words { of } => format!("{}, joined by commas", one_of(of)),
        }
    }
}

impl std::fmt::Display for Range {
    /// The same on every day.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words(&format!("{YEARS_AHEAD} years from now")))
    }
}

fn one_of(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}
