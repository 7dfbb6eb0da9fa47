//! What each address takes besides the two clocks, and within which bounds: it is checked and described by this.

use comity_answer::{Argument, Duplicates, Layer, Map, Profile, Range, may};
use comity_model::{Day, EntityKind, Level, LinkKind, Standing};
use comity_register::TakeDown;
use schemars::JsonSchema;

use crate::about::About;
use crate::address::parts;
use crate::ask::Asked;
use crate::change::{Change, Changes};
use crate::claim::Filed;
use crate::entities::{Found, Row};
use crate::error::WebError;
use crate::evidence::Evidence;
use crate::home::Home;
use crate::openapi::Reply;
use crate::paging::{AFTER, LIMIT, Stretch};
use crate::research::Kinds;
use crate::review::{Check, Set};
use crate::source::{Listed, Said};

/// An address, what it gives, and the fields it takes.
pub(crate) struct Address {
    pub(crate) path: &'static str,
    pub(crate) gives: &'static str,
    pub(crate) fields: &'static [Argument],
    pub(crate) reply: Reply,
}

const fn json<T: JsonSchema>(
    path: &'static str,
    gives: &'static str,
    fields: &'static [Argument],
) -> Address {
    Address { path, gives, fields, reply: Reply::json::<T>() }
}

const fn file(path: &'static str, gives: &'static str, media: &'static [&'static str]) -> Address {
    Address { path, gives, fields: &[], reply: Reply::File(media) }
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
    json::<Home>("/", "how much is on file, and the questions with their answers", HOME),
    json::<Map>("/map", "places and the ties between them on one day", MAP),
    json::<Found>("/search", "entities by name, in any script", SEARCH),
    json::<Stretch<Row>>("/entities", "entities by kind", ENTITIES),
    json::<Stretch<Row>>("/networks", "the networks among them", NETWORKS),
    json::<Profile>("/entities/{id}", "the profile of one entity", &[]),
    json::<Stretch<Listed>>("/sources", "every source with the number of its claims", &[]),
    json::<Said>("/sources/{id}", "one source and its claims in its own order", LIST),
    json::<Evidence>("/claims", "claims by what they are about, or by id", CLAIMS),
    json::<Filed>("/claims/{id}", "one claim: words, readings, source, decisions", &[]),
    json::<Stretch<Asked>>("/ask", "the questions there are", &[]),
    json::<Evidence>("/ask/{question}/claims", "the claims behind a part of an answer", PROOF),
    file(
        "/ask/{question}/charts/{file}",
        "a picture of an answer: {chart}.svg or .png",
        &["image/svg+xml", "image/png"],
    ),
    file("/ask/{question}/tables/{file}", "a table of an answer: {table}.csv", &["text/csv"]),
    json::<Changes>("/changes", "batches, newest first", LIST),
    json::<Stretch<TakeDown>>("/takedowns", "what was taken down, when and why, without names", LIST),
    json::<Change>("/changes/{id}", "one batch and its entries", LIST),
    json::<Kinds>("/files", "the files for researchers, and what each takes", &[]),
    json::<About>("/about", "version and licences", &[]),
    json::<Check>("/review", "one thing that waits for a check, and what follows it", REVIEW),
    json::<Set>("/review/set", "mentions that can be settled together", REVIEW_SET),
    json::<Duplicates>("/review/duplicates", "pairs on file that may be one", DUPLICATES),
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
