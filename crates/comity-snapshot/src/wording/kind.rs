//! Kinds and classes in plain words.

use comity_model::{Entity, EntityAttribute, EntityKind, Level, SourceKind};

use comity_names::slug as name_slug;

/// "un-body" becomes "un body".
pub fn spoken(word: &str) -> String {
    word.replace('-', " ")
}

/// "agreements, networks and events".
pub fn list(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What an entity is: "city and country", "philanthropy", "sister city agreement".
pub fn what(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Polity if !entity.levels.is_empty() => Level::all_in_words(&entity.levels),
        EntityKind::Polity => "place".to_owned(),
        EntityKind::Office => "office abroad".to_owned(),
        EntityKind::Act if entity.class.is_empty() => "resolution or law".to_owned(),
        EntityKind::Agreement if !entity.class.is_empty() => agreement(&entity.class),
        _ if !entity.class.is_empty() => spoken(&entity.class),
        kind => kind.as_str().to_owned(),
    }
}

/// The first words of a long title: what stands in a cell of a table or a label of a picture.
pub fn brief(title: &str) -> String {
    const LONG: usize = 40;
    if title.chars().count() <= LONG {
        return title.to_owned();
    }
    let ends = title.match_indices(' ').filter_map(|(end, _)| title.get(..end));
    let first = ends.take_while(|first| first.chars().count() < LONG).last().unwrap_or(title);
    format!("{first}…")
}

/// What an agreement is called: "sister city", "friendship city", "agreement" when nothing says.
pub fn agreement(called: &str) -> String {
    if called.is_empty() { "agreement".to_owned() } else { spoken(called) }
}

/// A name for an address: "rochester-new-york" from "Rochester" and "New York, United States".
pub fn slug(name: &str, place: &str) -> String {
    let first = place.split(", ").next().unwrap_or_default();
    name_slug(&format!("{name} {first}"))
}

/// What a source is.
pub const fn source_kind(kind: SourceKind) -> &'static str {
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

/// The kind of entities as a heading over a list; everything where none is asked for.
pub const fn kinds(kind: Option<EntityKind>) -> &'static str {
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

/// "Share of snapshot urban population"; a word of the closed list read aloud.
pub fn attribute(attribute: EntityAttribute) -> String {
    match attribute {
        EntityAttribute::UrbanPopulationShare => "share of urban population".to_owned(),
        EntityAttribute::PopulationShare => "share of population".to_owned(),
        EntityAttribute::GdpShare => "share of GDP".to_owned(),
        EntityAttribute::Gdp => "GDP".to_owned(),
        other => spoken(other.as_str()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        assert_eq!(super::brief("Note 302"), "Note 302");
        let long = "Subnational diplomacy in the United States: a practice that is still expanding";
        assert_eq!(super::brief(long), "Subnational diplomacy in the United…");
    }
}
