//! Whose words a claim keeps: the source's own, or ours.

use comity_answer::wording;
use comity_messages::say;
use comity_model::{Claim, Shape};

/// The ends of a link and the subject of an attribute are kept as the source writes them; what is counted, and an opinion,
/// are told in our words.
pub(crate) const fn is_in_the_sources_words(claim: &Claim) -> bool {
    matches!(claim.shape, Shape::Link { .. } | Shape::Attribute { .. })
}

/// "Written as: Hamamatsu (Japan) – Rochester".
pub(crate) fn written_as(claim: &Claim) -> String {
    say!("answer-written-as", words = wording::written(claim))
}
