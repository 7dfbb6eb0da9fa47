//! What becomes of a name, and on what ground.

/// What is to be done with a name.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "NameDecision")]
pub enum MatchOutcome {
    /// The first candidate is meant.
    Match,
    /// A person should choose among the candidates.
    Review,
    /// No place we hold is meant.
    None,
}

impl MatchOutcome {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Review => "review",
            Self::None => "none",
        }
    }
}

/// What a decision rests on, for counting and sorting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MatchGround {
    /// The source gives an identifier.
    Identifier,
    /// The name is written as the place's is.
    Name,
    /// The name is misspelt.
    Spelling,
    /// Namesakes that only their size tells apart.
    Homonyms,
    /// Several places named in one cell.
    Several,
    /// Known in another country only.
    Elsewhere,
    /// Only what it lies in is known.
    Container,
    /// Not in the division or town that the source names.
    Division,
    /// Far from the point that the source gives.
    Point,
    /// Of another kind than the source says.
    Kind,
    /// The stated country is not understood.
    Country,
    /// In a country of the past, or one itself.
    FormerCountry,
    /// Likely, but not sure.
    Unsure,
    /// Nothing is called so.
    Nothing,
}

impl MatchGround {
    /// The ground in the words of a summary.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identifier => "by identifier",
            Self::Name => "by name",
            Self::Spelling => "by name, misspelt",
            Self::Homonyms => "several places of that name",
            Self::Several => "several places in one cell",
            Self::Elsewhere => "known in another country only",
            Self::Container => "only what it lies in is known",
            Self::Division => "not where the source puts it",
            Self::Point => "far from the stated point",
            Self::Kind => "of another kind",
            Self::Country => "country not understood",
            Self::FormerCountry => "a country of the past",
            Self::Unsure => "likely, not certain",
            Self::Nothing => "nothing of that name",
        }
    }
}
