//! What the service is mounted in.

use std::sync::Arc;

use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use comity_answer::CachedSnapshot;
use comity_gazetteer::Gazetteer;
use comity_register::RegisterError;

use crate::error::ServiceError;
use crate::limits;
use crate::property::{PROPERTIES, Property};
use crate::types::Type;

/// A server's state, cheap to clone, and how it speaks to people.
pub trait Host: Clone + Send + Sync + 'static {
    /// How it refuses.
    type Error: IntoResponse + From<ServiceError>;

    /// Without one, only what is on file is found.
    fn gazetteer(&self) -> Option<&Gazetteer>;

    /// What is on file now.
    fn snapshot(&self) -> impl Future<Output = Result<Arc<CachedSnapshot>, RegisterError>> + Send;

    /// The land of the earth as an SVG path on a map of 360 by 180 units; empty where there is none.
    fn land(&self) -> String;

    /// `/reconcile` for a person: the page in the host's own frame.
    fn service_page(
        &self,
        request: &mut Parts,
        page: ServicePage,
    ) -> impl Future<Output = Result<Response, Self::Error>> + Send;
}

/// What the page about the service says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePage {
    /// To be pasted into a client.
    pub address: String,
    /// Whether a gazetteer is there to answer for places.
    pub has_places: bool,
    pub types: [Type; 16],
    pub properties: &'static [Property],
    /// What a candidate's score is made of: id and meaning.
    pub features: [(&'static str, &'static str); 9],
    /// At most so many queries in a batch.
    pub batch: usize,
    /// At most so many letters in a name.
    pub letters: usize,
    /// At most so many entities in a request for data.
    pub ids: usize,
}

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

impl ServicePage {
    pub(crate) fn new(address: String, has_places: bool) -> Self {
        Self {
            address,
            has_places,
            types: Type::ALL,
            properties: &PROPERTIES,
            features: FEATURES,
            batch: limits::BATCH,
            letters: limits::NAME_LETTERS,
            ids: limits::IDS,
        }
    }
}
