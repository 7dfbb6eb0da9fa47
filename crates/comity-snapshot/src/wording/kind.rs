//! Kinds, classes and relations in plain words.

use comity_model::{Entity, EntityAttribute, EntityKind, Level, Link, LinkAttribute, LinkKind, SourceKind};

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

/// The relation read from its subject (`forward`) or from its object.
pub fn link_phrase(link: &Link, forward: bool) -> String {
    let said = |attribute| link.attributes.get(&attribute).map(|value| spoken(value));
    match link.kind {
        LinkKind::Member => role(said(LinkAttribute::Role).as_deref(), forward),
        LinkKind::TakesPart => {
            with(said(LinkAttribute::Role), if forward { "attended" } else { "was attended by" })
        }
        LinkKind::Holds => {
            with(said(LinkAttribute::Post), if forward { "holds a post in" } else { "has in office" })
        }
        LinkKind::Backs => {
            let amount = said(LinkAttribute::Amount)
                .zip(said(LinkAttribute::Currency).or_else(|| Some(String::new())));
            let detail = amount.map(|(amount, unit)| format!("{amount} {unit}").trim_end().to_owned());
            let detail = detail.or_else(|| said(LinkAttribute::Kind));
            with(detail, if forward { "funds or supports" } else { "backed by" })
        }
        LinkKind::Concerns | LinkKind::Position => {
            with(said(LinkAttribute::Stance), plain_phrase(link.kind, forward))
        }
        LinkKind::Coordinates | LinkKind::Succeeds => {
            with(said(LinkAttribute::Kind), plain_phrase(link.kind, forward))
        }
        kind => plain_phrase(kind, forward).to_owned(),
    }
}

fn role(role: Option<&str>, forward: bool) -> String {
    match (role, forward) {
        (None | Some("member"), true) => "is a member of".to_owned(),
        (None | Some("member"), false) => "member".to_owned(),
        (Some("board"), true) => "is on the board of".to_owned(),
        (Some("presidency"), true) => "holds the presidency of".to_owned(),
        (Some("secretariat"), true) => "has the secretariat of".to_owned(),
        (Some("committee chair"), true) => "chairs a committee of".to_owned(),
        (Some(role @ ("observer" | "associate")), true) => format!("is an {role} of"),
        (Some(role), true) => format!("is a {role} of"),
        (Some(role), false) => role.to_owned(),
    }
}

fn with(detail: Option<String>, phrase: &str) -> String {
    detail.map_or_else(|| phrase.to_owned(), |detail| format!("{phrase} ({detail})"))
}

const fn plain_phrase(kind: LinkKind, forward: bool) -> &'static str {
    match (kind, forward) {
        (LinkKind::Within, true) => "is in",
        (LinkKind::Within, false) => "contains",
        (LinkKind::Party, true) => "signed",
        (LinkKind::Party, false) => "was signed by",
        (LinkKind::Keeps, true) => "keeps",
        (LinkKind::Keeps, false) => "run by",
        (LinkKind::Adopts, true) => "adopted",
        (LinkKind::Adopts, false) => "was adopted by",
        (LinkKind::Concerns, true) => "concerns",
        (LinkKind::Concerns, false) => "is concerned by",
        (LinkKind::Runs, true) => "runs",
        (LinkKind::Runs, false) => "is run by",
        (LinkKind::Founds, true) => "founded",
        (LinkKind::Founds, false) => "was founded by",
        (LinkKind::Coordinates, true) => "coordinates",
        (LinkKind::Coordinates, false) => "coordinated by",
        (LinkKind::Position, true) => "took a position on",
        (LinkKind::Position, false) => "was spoken on by",
        (LinkKind::Represents, true) => "is represented in",
        (LinkKind::Represents, false) => "has as representative",
        (LinkKind::Succeeds, true) => "came after",
        (LinkKind::Succeeds, false) => "came before",
        (LinkKind::Member, _) => "is a member of",
        (LinkKind::Holds, _) => "holds a post in",
        (LinkKind::TakesPart, _) => "attended",
        (LinkKind::Backs, _) => "funds or supports",
    }
}

/// The verb between the two ends of a link, its subject first.
pub const fn verb(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Member => "is a member of",
        LinkKind::Holds => "holds a post in",
        LinkKind::TakesPart => "attended",
        LinkKind::Backs => "funds or supports",
        other => plain_phrase(other, true),
    }
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
