//! What each address takes besides the two clocks, and within which bounds: it is checked and described by this.

use comity_answer::{Argument, Layer, Range, may};
use comity_model::{Day, EntityKind, Level, LinkKind, Standing};

use crate::address::parts;
use crate::error::WebError;
use crate::paging::{AFTER, LIMIT};

/// An address, what it gives, and the fields it takes.
pub(crate) struct Address {
    pub(crate) path: &'static str,
    pub(crate) gives: &'static str,
    pub(crate) fields: &'static [Argument],
}

/// Refuses a field beyond its bounds before any work is done. `path` is as the router has it, without `/api/v1`.
pub(crate) fn check(path: &str, query: &str, today: Day) -> Result<(), WebError> {
    let Some(address) = ADDRESSES.iter().find(|address| address.path == path) else { return Ok(()) };
    let given: Vec<(String, String)> = parts(query)?;
    for (name, text) in given.iter().filter(|(_, text)| !text.trim().is_empty()) {
        if let Some(field) = address.fields.iter().find(|field| field.name == name) {
            field.check(text, today)?;
        }
    }
    Ok(())
}

pub(crate) const ADDRESSES: &[Address] = &[
    Address { path: "/", gives: "how much is on file, and the questions with their answers", fields: HOME },
    Address { path: "/map", gives: "places and the ties between them on one day", fields: MAP },
    Address { path: "/search", gives: "entities by name, in any script", fields: SEARCH },
    Address { path: "/entities", gives: "entities by kind", fields: ENTITIES },
    Address { path: "/networks", gives: "the networks among them", fields: NETWORKS },
    Address { path: "/entities/{id}", gives: "the profile of one entity", fields: &[] },
    Address { path: "/sources", gives: "every source with the number of its claims", fields: &[] },
    Address { path: "/sources/{id}", gives: "one source and its claims in its own order", fields: LIST },
    Address { path: "/claims", gives: "claims by what they are about, or by id", fields: CLAIMS },
    Address { path: "/claims/{id}", gives: "one claim: words, readings, source, decisions", fields: &[] },
    Address { path: "/ask", gives: "the questions there are", fields: &[] },
    Address { path: "/ask/{question}/claims", gives: "the claims behind a part of an answer", fields: PROOF },
    Address {
        path: "/ask/{question}/charts/{file}",
        gives: "a picture of an answer: {chart}.svg or .png",
        fields: &[],
    },
    Address {
        path: "/ask/{question}/tables/{file}",
        gives: "a table of an answer: {table}.csv",
        fields: &[],
    },
    Address { path: "/changes", gives: "batches, newest first", fields: LIST },
    Address { path: "/takedowns", gives: "what was taken down, when and why, without names", fields: LIST },
    Address { path: "/changes/{id}", gives: "one batch and its entries", fields: LIST },
    Address { path: "/files", gives: "the files for researchers, and what each takes", fields: &[] },
    Address { path: "/about", gives: "version and licences", fields: &[] },
    Address {
        path: "/review",
        gives: "one thing that waits for a check, and what follows it",
        fields: REVIEW,
    },
    Address { path: "/review/set", gives: "mentions that can be settled together", fields: REVIEW_SET },
    Address { path: "/review/duplicates", gives: "pairs on file that may be one", fields: DUPLICATES },
];

const LIST: &[Argument] = &[AFTER, LIMIT];
const Q: Argument = may("q", Range::Text { of: "a name, or its start" }, "what to look for");
const SEARCH: &[Argument] = &[Q, LIMIT];
const ENTITY: Argument = may("entity", Range::Text { of: "an id" }, "only ties of this entity");
const LAYER: Argument = may("layer", Range::Words { of: &Layer::WORDS }, "only these ties");
const MAP: &[Argument] = &[ENTITY, LAYER];
const HOME: &[Argument] = &[ENTITY, LAYER, AFTER, LIMIT];
const KIND: Argument = may("kind", Range::Word { of: EntityKind::WORDS }, "only this kind of thing");
const COUNTRY: Argument = may("country", Range::Text { of: "ISO 3166-1 alpha-2" }, "only of this country");
const LEVEL: Argument = may("level", Range::Word { of: Level::WORDS }, "only governments of this level");
const ENTITIES: &[Argument] = &[KIND, LEVEL, COUNTRY, AFTER, LIMIT];
const NETWORKS: &[Argument] = &[COUNTRY, AFTER, LIMIT];
const SOURCE: Argument =
    may("source", Range::Text { of: "the id of a source" }, "only what this source says");
const CLAIMS: &[Argument] = &[
    may("ids", Range::Items { each: "ids of claims", most: 500 }, "these claims"),
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
    may(
        "pair",
        Range::Text { of: "the id that would go, ~, the id that would stay" },
        "the pair to begin with",
    ),
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
];
