//! The two sides of the question.

use comity_snapshot::Territory;

/// The two sides with all that lies within them.
pub(super) struct BothTerritories {
    pub(super) near: Territory,
    pub(super) far: Territory,
}
