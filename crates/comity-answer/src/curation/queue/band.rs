//! How likely the likeliest meaning is, in four steps a person can choose among.

use std::ops::Range;
use std::str::FromStr;

use comity_messages::{Message, message};
use comity_model::excerpt;
use comity_register::PendingCount;
use serde::{Serialize, Serializer};

/// By the share of belief in the likeliest meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 0.8 and more.
    Likely,
    /// 0.5 up to 0.8.
    Fair,
    /// Something below 0.5.
    Faint,
    /// No meaning was found.
    None,
}

impl Band {
    pub const ALL: [Self; 4] = [Self::Likely, Self::Fair, Self::Faint, Self::None];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Fair => "fair",
            Self::Faint => "faint",
            Self::None => "none",
        }
    }

    /// For a reader.
    pub const fn title(self) -> Message {
        match self {
            Self::Likely => message!("band-likely"),
            Self::Fair => message!("band-fair"),
            Self::Faint => message!("band-faint"),
            Self::None => message!("band-none"),
        }
    }

    pub(super) const fn thousandths(self) -> Range<u16> {
        match self {
            Self::Likely => 800..u16::MAX,
            Self::Fair => 500..800,
            Self::Faint => 1..500,
            Self::None => 0..1,
        }
    }

    pub(super) const fn of(count: &PendingCount) -> Self {
        match (count.found, count.tenths) {
            (false, _) => Self::None,
            (true, 0..5) => Self::Faint,
            (true, 5..8) => Self::Fair,
            (true, _) => Self::Likely,
        }
    }
}

/// A text that is none of the four.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is not a band: likely, fair, faint or none", excerpt(text))]
pub struct BadBand {
    pub text: String,
}

impl FromStr for Band {
    type Err = BadBand;

    fn from_str(text: &str) -> Result<Self, BadBand> {
        let found = Self::ALL.into_iter().find(|band| band.as_str() == text);
        found.ok_or_else(|| BadBand { text: text.to_owned() })
    }
}

impl Serialize for Band {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
