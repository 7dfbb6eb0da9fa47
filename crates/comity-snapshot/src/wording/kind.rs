//! Kinds and classes in plain words.

use comity_messages::{listed, message, say};
use comity_model::{Entity, EntityAttribute, EntityKind, Level, SourceKind};

use comity_names::slug as name_slug;

use super::spoken;

/// "agreements, networks and events".
pub fn list(all: &[String]) -> String {
    listed(all.iter().cloned())
}

/// What an entity is: "city and country", "philanthropy", "sister city agreement".
pub fn what(entity: &Entity) -> String {
    match entity.kind {
        EntityKind::Polity if !entity.levels.is_empty() => levels(&entity.levels),
        EntityKind::Agreement if !entity.class.is_empty() => agreement(&entity.class),
        EntityKind::Act if entity.class.is_empty() => kind(EntityKind::Act).to_owned(),
        EntityKind::Polity | EntityKind::Office => kind(entity.kind).to_owned(),
        _ if !entity.class.is_empty() => spoken(&entity.class),
        other => kind(other).to_owned(),
    }
}

/// All that a polity is: "city and country"; empty where nothing is stated.
pub fn levels(levels: &[Level]) -> String {
    levels.iter().map(|one| level(*one)).collect::<Vec<_>>().join(&say!("level-and"))
}

fn level(level: Level) -> &'static str {
    let message = match level {
        Level::City => message!("level-city"),
        Level::County => message!("level-county"),
        Level::Metro => message!("level-metro"),
        Level::State => message!("level-state"),
        Level::Nation => message!("level-nation"),
        Level::Supranational => message!("level-supranational"),
        Level::IndigenousNation => message!("level-indigenous-nation"),
    };
    message.word()
}

fn kind(kind: EntityKind) -> &'static str {
    let message = match kind {
        EntityKind::Polity => message!("kind-place"),
        EntityKind::Network => message!("kind-network"),
        EntityKind::Organisation => message!("kind-organisation"),
        EntityKind::Person => message!("kind-person"),
        EntityKind::Office => message!("kind-office"),
        EntityKind::Agreement => message!("kind-agreement"),
        EntityKind::Act => message!("kind-act"),
        EntityKind::Event => message!("kind-event"),
        EntityKind::Programme => message!("kind-programme"),
    };
    message.word()
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
    if called.is_empty() { kind(EntityKind::Agreement).to_owned() } else { spoken(called) }
}

/// A name for an address: "rochester-new-york" from "Rochester" and "New York, United States".
pub fn slug(name: &str, place: &str) -> String {
    let first = place.split(", ").next().unwrap_or_default();
    name_slug(&format!("{name} {first}"))
}

/// What a source is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    let message = match kind {
        SourceKind::SignedInstrument => message!("source-signed-instrument"),
        SourceKind::CouncilRecord => message!("source-council-record"),
        SourceKind::OfficialList => message!("source-official-list"),
        SourceKind::OfficialPage => message!("source-official-page"),
        SourceKind::ScholarlyWork => message!("source-scholarly-work"),
        SourceKind::Report => message!("source-report"),
        SourceKind::Press => message!("source-press"),
        SourceKind::ThirdPartyList => message!("source-third-party-list"),
        SourceKind::Unknown => message!("source-unknown"),
    };
    message.word()
}

/// The kind of entities as a heading over a list; everything where none is asked for.
pub fn kinds(kind: Option<EntityKind>) -> &'static str {
    let message = match kind {
        None => message!("kinds-all"),
        Some(EntityKind::Polity) => message!("kinds-polity"),
        Some(EntityKind::Network) => message!("kinds-network"),
        Some(EntityKind::Organisation) => message!("kinds-organisation"),
        Some(EntityKind::Person) => message!("kinds-person"),
        Some(EntityKind::Office) => message!("kinds-office"),
        Some(EntityKind::Agreement) => message!("kinds-agreement"),
        Some(EntityKind::Act) => message!("kinds-act"),
        Some(EntityKind::Event) => message!("kinds-event"),
        Some(EntityKind::Programme) => message!("kinds-programme"),
    };
    message.word()
}

/// "Share of snapshot urban population"; a word of the closed list read aloud.
pub fn attribute(attribute: EntityAttribute) -> String {
    let message = match attribute {
        EntityAttribute::Name => message!("attribute-name"),
        EntityAttribute::Population => message!("attribute-population"),
        EntityAttribute::Area => message!("attribute-area"),
        EntityAttribute::Gdp => message!("attribute-gdp"),
        EntityAttribute::UrbanPopulationShare => message!("attribute-urban-population-share"),
        EntityAttribute::PopulationShare => message!("attribute-population-share"),
        EntityAttribute::GdpShare => message!("attribute-gdp-share"),
        EntityAttribute::Founded => message!("attribute-founded"),
        EntityAttribute::Dissolved => message!("attribute-dissolved"),
        EntityAttribute::Seat => message!("attribute-seat"),
        EntityAttribute::IssueArea => message!("attribute-issue-area"),
        EntityAttribute::Generation => message!("attribute-generation"),
        EntityAttribute::Access => message!("attribute-access"),
        EntityAttribute::Basis => message!("attribute-basis"),
        EntityAttribute::Dues => message!("attribute-dues"),
        EntityAttribute::Type => message!("attribute-type"),
        EntityAttribute::LegalStatus => message!("attribute-legal-status"),
        EntityAttribute::State => message!("attribute-state"),
        EntityAttribute::Force => message!("attribute-force"),
        EntityAttribute::Fate => message!("attribute-fate"),
        EntityAttribute::Series => message!("attribute-series"),
        EntityAttribute::Staffing => message!("attribute-staffing"),
        EntityAttribute::Place => message!("attribute-place"),
        EntityAttribute::Date => message!("attribute-date"),
        EntityAttribute::Slogan => message!("attribute-slogan"),
        EntityAttribute::Purpose => message!("attribute-purpose"),
        EntityAttribute::Sector => message!("attribute-sector"),
        EntityAttribute::Days => message!("attribute-days"),
        EntityAttribute::Delegation => message!("attribute-delegation"),
        EntityAttribute::Seeks => message!("attribute-seeks"),
        EntityAttribute::Offers => message!("attribute-offers"),
        EntityAttribute::Staff => message!("attribute-staff"),
        EntityAttribute::Budget => message!("attribute-budget"),
        EntityAttribute::Placement => message!("attribute-placement"),
        EntityAttribute::FoundingAct => message!("attribute-founding-act"),
        EntityAttribute::PriceIndex => message!("attribute-price-index"),
    };
    message.text()
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
