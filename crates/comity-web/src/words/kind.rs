//! The closed lists of the vocabulary, as a reader would say them.

use comity_answer::{Layer, Range, TieState, wording};
use comity_messages::say;
use comity_model::Standing;
use comity_register::EntryKind;

/// What has been decided about a claim: the class of its mark and its words.
pub(crate) fn standing(standing: Standing) -> (&'static str, &'static str) {
    let class = match standing {
        Standing::Accepted => "confirmed",
        Standing::Proposed => "unlooked",
        Standing::Disputed => "disputed",
        Standing::Rejected | Standing::Retracted => "ended",
    };
    (class, wording::standing(standing))
}

/// The class of the mark that goes with a state.
pub(crate) const fn mark(state: TieState) -> &'static str {
    match state {
        TieState::OnRecord | TieState::Happened => "confirmed",
        TieState::Suspended | TieState::Contested | TieState::SourcesDisagree => "disputed",
        TieState::Ended | TieState::Expired | TieState::PresumedEnded | TieState::Denied => "ended",
        TieState::NotYet | TieState::Planned | TieState::OutcomeUnknown | TieState::NotPlaced => "possible",
    }
}

/// The name of a question's argument over its field.
pub(crate) fn field(argument: &str) -> String {
    match argument {
        "subject" => say!("field-subject"),
        "object" => say!("field-object"),
        "entity" => say!("field-entity"),
        "at" => say!("field-at"),
        "a" => say!("field-a"),
        "b" => say!("field-b"),
        "of" => say!("field-of"),
        "population-from" => say!("field-population-from"),
        other => wording::capitalised(other),
    }
}

/// The classes that give a layer its colour; those that are on no map have none.
pub(crate) const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Agreements => "layer agreements",
        Layer::Networks => "layer networks",
        Layer::Events => "layer events",
        Layer::Offices => "layer offices",
        Layer::Acts => "layer acts",
        Layer::Programmes => "layer programmes",
        Layer::Backing | Layer::Posts | Layer::Places | Layer::Lineage => "",
    }
}

/// What an entry of the history is.
pub(crate) const fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Batch => "start",
        EntryKind::Source => "source",
        EntryKind::Entity => "name",
        EntryKind::Claim => "claim",
        EntryKind::Judgement => "decision",
        EntryKind::Coverage => "search",
        EntryKind::Undo => "undo",
        EntryKind::Note => "taken down",
        EntryKind::Author => "author",
        EntryKind::Upgrade => "carried over",
    }
}

/// Whether a field takes the name of something, which can be suggested.
pub(crate) fn is_name(range: &Range) -> bool {
    matches!(range, Range::Entity)
}
