//! How a statement fares against all else on file.

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
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::CopyingError => "looks miscopied",
            Self::Tension => "in tension",
            Self::Gap => "more claimed than on file",
            Self::Open => "dates leave it open",
            Self::Alone => "rests on this document alone",
            Self::Holds => "holds",
            Self::Untestable => "cannot be tested",
        }
    }

    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Self::Contradicted => "an accepted statement, or what is on file, says otherwise",
            Self::CopyingError => "someone found that our copy is probably garbled here, and said why",
            Self::Tension => "another source gives, for about the same time, what cannot be right as well",
            Self::Gap => "a gap of the register, not of the document: fewer are on file than it counts",
            Self::Open => "as many may be on file as it counts, but their dates do not say for sure",
            Self::Alone => "nothing on file speaks for it or against it",
            Self::Holds => {
                "a source that does not have it from here says so too, or what is on file bears it out"
            }
            Self::Untestable => "an opinion, or a description in words without a number or a date to test",
        }
    }
}
