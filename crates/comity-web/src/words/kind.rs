//! The closed lists of the vocabulary, as a reader would say them.

use comity_answer::{Layer, State};
use comity_model::{Entity, EntityKind, Level, LinkKind, SourceKind, Standing};
use comity_register::EntryKind;

/// `city`, `state and nation`, `sister city`: what kind of thing it is.
pub(crate) fn entity_kind(entity: &Entity) -> String {
    if !entity.levels.is_empty() {
        return Level::all_in_words(&entity.levels);
    }
    match entity.kind {
        EntityKind::Polity => "place".to_owned(),
        EntityKind::Act => class_or(entity, "resolution or law"),
        EntityKind::Office => "office abroad".to_owned(),
        kind => class_or(entity, kind.as_str()),
    }
}

/// The kind as a heading over a list; everything where none is asked for.
pub(crate) const fn kinds(kind: Option<EntityKind>) -> &'static str {
    match kind {
        None => "Everything on file",
        Some(EntityKind::Polity) => "Cities, counties, states and countries",
        Some(EntityKind::Network) => "Networks",
        Some(EntityKind::Organisation) => "Organisations",
        Some(EntityKind::Person) => "People in public roles",
        Some(EntityKind::Office) => "Offices abroad",
        Some(EntityKind::Agreement) => "Agreements",
        Some(EntityKind::Act) => "Resolutions and laws",
        Some(EntityKind::Event) => "Events",
        Some(EntityKind::Programme) => "Programmes",
    }
}

fn class_or(entity: &Entity, otherwise: &str) -> String {
    if entity.class.is_empty() { otherwise.to_owned() } else { spaced(&entity.class) }
}

fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

/// The verb between the two ends of a link.
pub(crate) const fn link(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Within => "lies in",
        LinkKind::Member => "is a member of",
        LinkKind::Holds => "holds a post in",
        LinkKind::Party => "signed",
        LinkKind::Keeps => "keeps",
        LinkKind::Adopts => "adopted",
        LinkKind::Concerns => "concerns",
        LinkKind::TakesPart => "attended",
        LinkKind::Backs => "funds or supports",
        LinkKind::Runs => "runs",
        LinkKind::Founds => "founded",
        LinkKind::Coordinates => "coordinates or advises",
        LinkKind::Position => "took a position on",
        LinkKind::Represents => "has standing at",
        LinkKind::Succeeds => "succeeds",
    }
}

/// What has been decided about a claim: the class of its mark and its words.
pub(crate) const fn standing(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Accepted => ("confirmed", "accepted"),
        Standing::Proposed => ("unlooked", "found by machine, please check"),
        Standing::Disputed => ("disputed", "possible copying error"),
        Standing::Rejected => ("ended", "set aside"),
        Standing::Retracted => ("ended", "withdrawn by its source"),
    }
}

/// The class of the mark that goes with a state.
pub(crate) const fn mark(state: State) -> &'static str {
    match state {
        State::Confirmed => "confirmed",
        State::Possible | State::NotYet => "possible",
        State::Disputed => "disputed",
        State::Ended | State::Denied => "ended",
    }
}

/// A state in two words, where no date stands beside it.
pub(crate) const fn sure(state: State) -> &'static str {
    match state {
        State::Confirmed => "confirmed",
        State::Possible => "may still hold",
        State::Disputed => "disputed",
        State::Ended => "over",
        State::NotYet => "not yet",
        State::Denied => "not so, says a source",
    }
}

/// The name of a question's argument over its field.
pub(crate) fn field(argument: &str) -> String {
    match argument {
        "subject" => "Who".to_owned(),
        "object" => "With whom".to_owned(),
        "entity" => "Who or what".to_owned(),
        "at" => "On this day".to_owned(),
        "a" => "One side".to_owned(),
        "b" => "The other side".to_owned(),
        "of" => "Of which country".to_owned(),
        "population-from" => "Big from … inhabitants".to_owned(),
        other => super::capitalised(other),
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
        EntryKind::Coverage => "looked at",
        EntryKind::Undo => "taken back",
        EntryKind::Note => "taken down",
        EntryKind::Author => "author",
        EntryKind::Upgrade => "carried over",
    }
}

pub(crate) const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::SignedInstrument => "signed paper",
        SourceKind::CouncilRecord => "council record",
        SourceKind::OfficialList => "official list",
        SourceKind::OfficialPage => "official page",
        SourceKind::ScholarlyWork => "scholarly work",
        SourceKind::Report => "report",
        SourceKind::Press => "press",
        SourceKind::ThirdPartyList => "list by a third party",
        SourceKind::Unknown => "kind not recorded",
    }
}
