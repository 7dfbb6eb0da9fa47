//! How much belief a match needs, by what the source says and how the name is written.

use crate::candidate::WeighedPlace;
use crate::homonym::{is_one_town, same_name};

/// A name that scores so much is the heading itself; the next kind, without its accents, has 0.95 (`feature/name.rs`).
const HEADING: f32 = 0.97;

/// The share of belief in the first candidate, where it alone decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sureness {
    /// From 0 to 1; entries of one town count together.
    pub share: f32,
    pub evidence: NameEvidence,
}

/// What the source says beside the name, and how the name is written: the less there is, the surer a match must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameEvidence {
    /// A country, division or point, and the heading of the place.
    PlacedHeading,
    /// The same, and another of its names.
    PlacedExact,
    /// The same, and a name with letters changed: it may as well mean a village we do not hold.
    PlacedMisspelt,
    /// Nothing but the name, as it is written.
    AloneExact,
    /// Nothing but the name, with letters changed.
    AloneMisspelt,
}

impl Sureness {
    /// A name written as it stands competes with other places, not with "none".
    pub(crate) fn of(is_placed: bool, top: &WeighedPlace<'_>, rest: &[WeighedPlace<'_>]) -> Self {
        let speaks = |other: &&WeighedPlace<'_>| is_exact(top) || same_name(&top.place, &other.place);
        let one_town = rest.iter().filter(speaks).filter(|other| is_one_town(&top.place, &other.place));
        let one_town = one_town.map(|other| other.score);
        let held: f32 = top.score + rest.iter().map(|other| other.score).sum::<f32>();
        let of_all = if is_placed && is_exact(top) { held } else { 1.0 };
        let share = (top.score + one_town.sum::<f32>()) / of_all.max(f32::MIN_POSITIVE);
        Self { share, evidence: NameEvidence::of(is_placed, top) }
    }

    /// Whether it is enough for a match.
    pub fn is_enough(self) -> bool {
        self.share >= self.evidence.needed()
    }
}

impl NameEvidence {
    /// All of them, those that need least first.
    pub const ALL: [Self; 5] =
        [Self::PlacedHeading, Self::PlacedExact, Self::PlacedMisspelt, Self::AloneExact, Self::AloneMisspelt];

    fn of(is_placed: bool, top: &WeighedPlace<'_>) -> Self {
        let is_heading = top.features.name.score >= HEADING;
        match (is_placed, is_exact(top)) {
            (true, true) if is_heading => Self::PlacedHeading,
            (true, true) => Self::PlacedExact,
            (true, false) => Self::PlacedMisspelt,
            (false, true) => Self::AloneExact,
            (false, false) => Self::AloneMisspelt,
        }
    }

    /// The share of belief from which on a candidate is taken.
    ///
    /// `cargo xtask fit` chooses them on one half of the places, where a wrong match costs ten that wait: 0.92, 0.98, 0.88, 0.77
    /// and 0.81. Of the first three nearly all of the gain is there before, and beyond these shares real lists lose plain
    /// rows; the last two are kept as they were, for more than one in thirty would be wrong (docs/NAMES.md).
    pub const fn needed(self) -> f32 {
        match self {
            Self::PlacedHeading => 0.65,
            Self::PlacedExact | Self::PlacedMisspelt => 0.8,
            Self::AloneExact => 0.9,
            Self::AloneMisspelt => 0.97,
        }
    }
}

/// No letter had to be changed, and no word speaks against it.
pub(crate) fn is_exact(top: &WeighedPlace<'_>) -> bool {
    top.features.edit_distance.score >= 0.0 && top.features.kind.score > -1.0
}
