//! How a statement fares against all else on file.

use comity_messages::{Message, message, say};

/// Gravest first: the verdict of a statement is the first of those of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    Contradicted,
    CopyingError,
    Tension,
    /// More is claimed than is on file.
    Gap,
    /// As many may be on file as are claimed, and no date makes it sure.
    Open,
    /// Nothing on file speaks for or against it.
    Alone,
    Holds,
    /// An opinion, or a description in words: attributed, never tested.
    Untestable,
}

impl Verdict {
    /// As JSON and addresses have it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::CopyingError => "looks-miscopied",
            Self::Tension => "tension",
            Self::Gap => "more-claimed",
            Self::Open => "open",
            Self::Alone => "alone",
            Self::Holds => "holds",
            Self::Untestable => "untestable",
        }
    }

    pub(crate) fn text(self) -> String {
        let words = match self {
            Self::Contradicted => message!("verdict-contradicted"),
            Self::CopyingError => message!("verdict-copying-error"),
            Self::Tension => message!("verdict-tension"),
            Self::Gap => message!("verdict-gap"),
            Self::Open => message!("verdict-open"),
            Self::Alone => message!("verdict-alone"),
            Self::Holds => message!("verdict-holds"),
            Self::Untestable => message!("verdict-untestable"),
        };
        words.text()
    }

    /// "4 hold".
    pub(crate) fn counted(self, n: u64) -> String {
        match self {
            Self::Contradicted => say!("verdict-contradicted-count", n = n),
            Self::CopyingError => say!("verdict-copying-error-count", n = n),
            Self::Tension => say!("verdict-tension-count", n = n),
            Self::Gap => say!("verdict-gap-count", n = n),
            Self::Open => say!("verdict-open-count", n = n),
            Self::Alone => say!("verdict-alone-count", n = n),
            Self::Holds => say!("verdict-holds-count", n = n),
            Self::Untestable => say!("verdict-untestable-count", n = n),
        }
    }

    pub(crate) fn meaning(self) -> Message {
        match self {
            Self::Contradicted => message!("verdict-contradicted-meaning"),
            Self::CopyingError => message!("verdict-copying-error-meaning"),
            Self::Tension => message!("verdict-tension-meaning"),
            Self::Gap => message!("verdict-gap-meaning"),
            Self::Open => message!("verdict-open-meaning"),
            Self::Alone => message!("verdict-alone-meaning"),
            Self::Holds => message!("verdict-holds-meaning"),
            Self::Untestable => message!("verdict-untestable-meaning"),
        }
    }

    /// What would lead to another verdict, where nothing more is known of the statement.
    pub(crate) fn would_change(self) -> Message {
        match self {
            Self::Contradicted => message!("change-contradicted"),
            Self::CopyingError => message!("change-copying-error"),
            Self::Tension => message!("change-tension"),
            Self::Gap => message!("change-gap"),
            Self::Open => message!("change-open"),
            Self::Alone => message!("change-alone"),
            Self::Holds => message!("change-holds"),
            Self::Untestable => message!("change-untestable"),
        }
    }
}
