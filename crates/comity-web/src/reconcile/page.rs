//! `/reconcile` for a person: what the service is, and how to use it from OpenRefine.

use askama::Template;
use axum::response::Response;

use super::base::Base;
use super::limits;
use super::property::{PROPERTIES, Property};
use super::types::Type;
use crate::shell::Shell;
use crate::visit::Visit;

/// What a candidate's score is made of: id and meaning.
const FEATURES: [(&str, &str); 9] = [
    ("name", "how well the written name fits one of the candidate's"),
    ("country", "whether it lies in the country that the table states"),
    ("division", "whether it lies in the stated state, province or county"),
    ("kind", "whether it governs what the table says it does"),
    ("point", "how near it is to the stated point"),
    ("population", "how near its population is to the stated one"),
    ("letters", "how many letters had to be changed"),
    ("spelling", "how likely such a slip of the pen is"),
    ("identifier", "the table gives its identifier"),
];

pub(super) fn page(visit: &Visit, base: &Base) -> Response {
    let address = format!("{}/reconcile", base.0);
    let has_places = visit.state.gazetteer().is_some();
    visit.page(|mut shell| {
        shell.json = Some("/reconcile?format=json".to_owned());
        ServicePage {
            shell,
            address,
            has_places,
            types: Type::ALL,
            properties: &PROPERTIES,
            features: FEATURES,
            batch: limits::BATCH,
            letters: limits::NAME_LETTERS,
            ids: limits::IDS,
        }
    })
}

#[derive(Template)]
#[template(path = "reconcile/service.html")]
struct ServicePage {
    shell: Shell,
    address: String,
    /// Whether a gazetteer is there to answer for places.
    has_places: bool,
    types: [Type; 16],
    properties: &'static [Property],
    features: [(&'static str, &'static str); 9],
    /// The limits: queries, letters of a name, entities.
    batch: usize,
    letters: usize,
    ids: usize,
}
