//! Every address and what it gives: the API is described by this.

use comity_answer::{CheckedDocument, Duplicates, Map, Profile, TieView};
use comity_export::{ReferenceFormat, TakeawayFile};
use comity_register::TakeDown;
use schemars::JsonSchema;

use crate::about::About;
use crate::ask::AskedQuestion;
use crate::brief::Brief;
use crate::change::{Change, Changes};
use crate::claim::Filed;
use crate::comparison::Comparison;
use crate::entities::EntityRow;
use crate::evidence::Evidence;
use crate::home::Home;
use crate::openapi::Reply;
use crate::paging::Stretch;
use crate::research::FileList;
use crate::review::{Check, Set};
use crate::search::{SearchResult, Suggested};
use crate::source::{Listed, SourceClaims};

/// An address and what it gives; [`crate::fields::fields_of`] has what it takes.
pub(crate) struct Address {
    pub(crate) path: &'static str,
    pub(crate) gives: &'static str,
    pub(crate) reply: Reply,
}

const fn json<T: JsonSchema>(path: &'static str, gives: &'static str) -> Address {
    Address { path, gives, reply: Reply::json::<T>() }
}

const fn file(path: &'static str, gives: &'static str, media: &'static [&'static str]) -> Address {
    Address { path, gives, reply: Reply::File(media) }
}

const fn cited(path: &'static str) -> Address {
    file(path, "how it is cited: apa, bibtex, ris or csl", &ReferenceFormat::MEDIA_TYPES)
}

const fn atom(path: &'static str, gives: &'static str) -> Address {
    file(path, gives, &["application/atom+xml"])
}

pub(crate) const ADDRESSES: &[Address] = &[
    json::<Home>("/", "how much is on file, and the questions with their answers"),
    json::<Map>("/explore", "the same as /map: what the page of that name draws"),
    Address {
        path: "/explore/{file}",
        gives: "the ties that /explore shows with the same fields: data.zip with all, or ties.csv, .xlsx, .geojson, .gexf or .json",
        reply: Reply::file_or_json::<TieView>(&[
            TakeawayFile::Archive.media_type(),
            "text/csv",
            TakeawayFile::Workbook.media_type(),
            TakeawayFile::GeoJson.media_type(),
            TakeawayFile::Gexf.media_type(),
        ]),
    },
    json::<Map>("/map", "places and the ties between them on one day"),
    json::<SearchResult>("/search", "entities and places by any text, in any script, with the reason"),
    json::<Suggested>("/suggest", "what a text may become that somebody is writing"),
    json::<Stretch<EntityRow>>("/entities", "entities by kind"),
    json::<Stretch<EntityRow>>("/networks", "the networks among them"),
    json::<Profile>("/entities/{id}", "the profile of one entity"),
    cited("/entities/{id}/cite/{format}"),
    atom("/entities/{id}/feed.atom", "the newest statements about an entity, as a feed"),
    json::<Stretch<Listed>>("/sources", "every source with the number of its claims"),
    json::<SourceClaims>("/sources/{id}", "one source and its claims in its own order"),
    cited("/sources/{id}/cite/{format}"),
    json::<Evidence>("/claims", "claims by what they are about, or by id"),
    json::<Filed>("/claims/{id}", "one claim: words, readings, source, decisions"),
    cited("/claims/{id}/cite/{format}"),
    json::<Stretch<AskedQuestion>>("/ask", "the questions there are"),
    json::<Evidence>("/ask/{question}/claims", "the claims behind a part of an answer"),
    cited("/ask/{question}/cite/{format}"),
    file(
        "/ask/{question}/charts/{file}",
        "a picture of an answer: {chart}.svg or .png",
        &["image/svg+xml", "image/png"],
    ),
    file("/ask/{question}/tables/{file}", "a table of an answer: {table}.csv", &["text/csv"]),
    json::<Brief>("/brief", "one page for a desk: of two, or of one, with who says so"),
    json::<CheckedDocument>("/checked", "a document's statements by verdict, with both sides"),
    cited("/checked/cite/{format}"),
    json::<Comparison>("/compare", "up to five entities side by side; two sources lead to /ask/compare"),
    atom("/feed.atom", "the newest batches, as a feed"),
    json::<Changes>("/changes", "batches, newest first"),
    json::<Stretch<TakeDown>>("/takedowns", "what was taken down, when and why, without names"),
    json::<Change>("/changes/{id}", "one batch and its entries"),
    json::<FileList>("/files", "the files for researchers, and what each takes"),
    cited("/files/cite/{format}"),
    json::<About>("/about", "version and licences"),
    json::<Check>("/review", "one thing that waits for a check, and what follows it"),
    json::<Set>("/review/set", "mentions that can be settled together"),
    json::<Duplicates>("/review/duplicates", "pairs on file that may be one"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::FIELDS;

    #[test]
    fn fields_are_of_addresses_that_there_are() {
        for (path, _) in FIELDS {
            assert!(ADDRESSES.iter().any(|address| address.path == *path), "{path}");
        }
    }
}
