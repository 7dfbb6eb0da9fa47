//! What became of a query.

use comity_gazetteer::CountryMatch;

use crate::candidate::{Candidate, WeighedPlace};
use crate::decide::Verdict;
use crate::outcome::{MatchGround, MatchOutcome};
use crate::sureness::Sureness;

/// Alternatives kept for a reader.
const MAX_CANDIDATES: usize = 8;

/// What became of a query.
#[derive(Debug, Clone)]
pub struct Reconciled<'g> {
    /// The likeliest first.
    pub candidates: Vec<Candidate<'g>>,
    pub decision: MatchOutcome,
    pub ground: MatchGround,
    /// Why this decision, in a sentence.
    pub reason: String,
    /// How the stated country was understood; `None` when none was stated or it was not understood.
    pub country: Option<CountryMatch>,
    /// The name had been mis-encoded and was repaired.
    pub repaired: bool,
    /// Where belief alone decided, how much there was.
    pub sureness: Option<Sureness>,
}

impl<'g> Reconciled<'g> {
    pub(crate) fn new(
        candidates: Vec<WeighedPlace<'g>>,
        verdict: Verdict,
        country: Option<CountryMatch>,
        repaired: bool,
    ) -> Self {
        Self {
            candidates: candidates.into_iter().take(MAX_CANDIDATES).map(Candidate::from).collect(),
            decision: verdict.outcome,
            ground: verdict.ground,
            reason: verdict.why,
            country,
            repaired,
            sureness: verdict.sureness,
        }
    }
}
