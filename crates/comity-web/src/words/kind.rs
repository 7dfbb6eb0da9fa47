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
        "network" => say!("field-network"),
        "networks" => say!("field-networks"),
        "from" => say!("field-from"),
        "to" => say!("field-to"),
        "by" => say!("field-by"),
        "with" => say!("field-with"),
        "other" => say!("field-other"),
        "kind" => say!("field-kind"),
        "country" => say!("field-country"),
        "state" => say!("field-state"),
        "period" => say!("field-period"),
        "level" => say!("field-level"),
        "layers" => say!("field-layers"),
        "kinds" => say!("field-kinds"),
        "host" => say!("field-host"),
        "against" => say!("field-against"),
        "within" => say!("field-within"),
        "source" => say!("field-source"),
        "since" => say!("field-since"),
        "sort" => say!("field-sort"),
        "sector" => say!("field-sector"),
        "purpose" => say!("field-purpose"),
        "city" => say!("field-city"),
        "cities" => say!("field-cities"),
        "in" => say!("field-in"),
        "issue" => say!("field-issue"),
        "area" => say!("field-area"),
        "backer" => say!("field-backer"),
        "series" => say!("field-series"),
        "weights" => say!("field-weights"),
        "threshold" => say!("field-threshold"),
        "remove" => say!("field-remove"),
        "years" => say!("field-years"),
        "share" => say!("field-share"),
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
