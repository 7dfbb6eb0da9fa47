//! What each address takes besides the two clocks, and within which bounds: it is checked and described by this.

use comity_answer::{Argument, MOST_ROWS, Range, TIE_FILTER, may};
use comity_model::{Day, EntityKind, Level, LinkKind, Standing};

use crate::address::parts;
use crate::error::WebError;
use crate::paging::{AFTER, LIMIT};
use crate::words::MOST_IDS;

/// Refuses a field beyond its bounds before any work is done. `path` is as the router has it, without `/api/v1`.
pub(crate) fn check(path: &str, query: &str, today: Day) -> Result<(), WebError> {
    let fields = fields_of(path);
    if fields.is_empty() {
        return Ok(());
    }
    let given: Vec<(String, String)> = parts(query)?;
    for (name, text) in given.iter().filter(|(_, text)| !text.trim().is_empty()) {
        if let Some(field) = fields.iter().find(|field| field.name == name) {
            field.check(text, today)?;
        }
    }
    Ok(())
}

/// The fields that an address takes; none where it is not in the list.
pub(crate) fn fields_of(path: &str) -> &'static [Argument] {
    FIELDS.iter().find(|(address, _)| *address == path).map_or(&[], |(_, fields)| fields)
}

/// Addresses that take fields, as the router has them, without `/api/v1`.
pub(crate) const FIELDS: &[(&str, &[Argument])] = &[
    ("/explore", EXPLORE),
    ("/explore/{file}", VIEW),
    ("/map", MAP),
    ("/search", SEARCH),
    ("/suggest", &[Q]),
    ("/entities", ENTITIES),
    ("/networks", NETWORKS),
    ("/entities/{id}", PROFILE),
    ("/sources/{id}", LIST),
    ("/brief", BRIEF),
    ("/checked", CHECKED),
    ("/compare", COMPARE),
    ("/claims", CLAIMS),
    ("/ask/{question}/claims", PROOF),
    ("/changes", LIST),
    ("/takedowns", LIST),
    ("/changes/{id}", LIST),
    ("/review", REVIEW),
    ("/review/set", REVIEW_SET),
    ("/review/duplicates", DUPLICATES),
];

const LIST: &[Argument] = &[AFTER, LIMIT];
const Q: Argument = may("q", Range::Text { of: "a name, or its start" }, "what to look for");
const SEARCH: &[Argument] = &[Q, LIMIT];
const ENTITY: Argument = may("entity", Range::Text { of: "an id" }, "only ties of this entity");
const LAYER: Argument = may("layer", Range::Words { of: &["agreements", "networks"] }, "only these ties");
const WITH: Argument = may("with", Range::Text { of: "an id" }, "of these, only ties with this entity");
const MAP: &[Argument] = &[ENTITY, WITH, LAYER];
const YES_NO: Range = Range::Word { of: &["yes", "no"] };
const VIEW: &[Argument] = &[
    ENTITY,
    WITH,
    LAYER,
    may(
        "of",
        Range::Text { of: "the id of a place, a country (US) or two (RU-US), ISO 3166-1 alpha-2" },
        "of these, only ties of this place, or of or between these countries",
    ),
    may(
        "undated",
        Range::Word { of: &["yes", "no", "on-record"] },
        "ties of which no source says when, or those that are on record; all where no day is named if left out",
    ),
    may(
        "stopped",
        YES_NO,
        "ties that ended, are suspended or in dispute; only where there are few if left out",
    ),
    may(
        "view",
        Range::Word { of: &["map", "timeline", "network", "table"] },
        "how the page of the same address shows them; of no matter to files",
    ),
];
const EXPLORE: &[Argument] = &[ENTITY, WITH, LAYER, AFTER, LIMIT];
const KIND: Argument = may("kind", Range::Word { of: EntityKind::WORDS }, "only this kind of thing");
const COUNTRY: Argument = may("country", Range::Text { of: "ISO 3166-1 alpha-2" }, "only of this country");
const LEVEL: Argument = may("level", Range::Word { of: Level::WORDS }, "only governments of this level");
const ENTITIES: &[Argument] = &[KIND, LEVEL, COUNTRY, AFTER, LIMIT];
const NETWORKS: &[Argument] = &[COUNTRY, AFTER, LIMIT];
const PROFILE: &[Argument] = &[
    TIE_FILTER[0],
    TIE_FILTER[1],
    TIE_FILTER[2],
    TIE_FILTER[3],
    may("limit", Range::Whole { least: 1, most: MOST_ROWS }, "rows of each table; 200 if left out"),
];
const BRIEF: &[Argument] = &[
    may("of", Range::Entity, "of whom: a city, state, country or network"),
    may("with", Range::Entity, "and what it has with whom"),
];
const COMPARE: &[Argument] =
    &[may("a", Range::Entity, "what is compared, given up to five times; or two sources by their ids")];
const SOURCE: Argument =
    may("source", Range::Text { of: "the id of a source" }, "only what this source says");
const CHECKED: &[Argument] = &[
    may(
        "source",
        Range::Text { of: "the id of a source" },
        "the document; the note of the atlas if left out",
    ),
    may("limit", Range::Whole { least: 1, most: 500 }, "statements of each verdict; 200 if left out"),
];
const CLAIMS: &[Argument] = &[
    may("ids", Range::Items { each: "ids of claims", most: MOST_IDS }, "these claims"),
    may(
        "beyond",
        Range::Whole { least: 1, most: 10_000_000 },
        "how many more such claims an address has no room for",
    ),
    may("entity", Range::Items { each: "ids", most: 20 }, "claims that speak of all of these entities"),
    may("link", Range::Word { of: LinkKind::WORDS }, "only of this kind of link"),
    SOURCE,
    may("standing", Range::Word { of: Standing::WORDS }, "only what stands so"),
    AFTER,
    LIMIT,
];
const PROOF: &[Argument] = &[
    may("under", Range::Text { of: "a JSON Pointer" }, "the part of the answer; all of it if left out"),
    AFTER,
    LIMIT,
];
const REVIEW: &[Argument] = &[
    SOURCE,
    may("kind", Range::Text { of: "polity, network …; claim for proposals" }, "only this kind of thing"),
    may("country", Range::Text { of: "as the source writes it; - for none stated" }, "only this country"),
    may(
        "band",
        Range::Word { of: &["likely", "fair", "faint", "none"] },
        "how likely the likeliest meaning is",
    ),
    may("item", Range::Text { of: "a claim, a full stop and the mention's slot" }, "the place in the queue"),
    may("q", Range::Text { of: "a name" }, "search for this instead of what is proposed"),
];
const DUPLICATES: &[Argument] = &[
    KIND,
    may("pair", Range::Text { of: "the id to merge, ~, the id it becomes" }, "the pair to begin with"),
];
const REVIEW_SET: &[Argument] = &[
    REVIEW[0],
    REVIEW[1],
    REVIEW[2],
    REVIEW[3],
    may(
        "at_least",
        Range::Whole { least: 1, most: 100 },
        "of a hundred: how likely each must be; 95 if left out",
    ),
    may("item", Range::Text { of: "a place in the queue" }, "instead: all of which its source says the same"),
    may("entity", Range::Text { of: "an id" }, "with item: what they would all mean"),
    AFTER,
];
