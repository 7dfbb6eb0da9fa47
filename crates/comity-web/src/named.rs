//! Names in an address: the one thing on file that each means, or the same address with each that it may mean.

use comity_answer::{AskError, CachedSnapshot, NameResolution};
use comity_model::EntityId;

use crate::address::link;
use crate::error::WebError;
use crate::problem::Suggestion;

/// A page and the fields of its address, of which some name entities.
pub(crate) struct NamedFields {
    pub(crate) page: &'static str,
    pub(crate) fields: Vec<(String, String)>,
}

impl NamedFields {
    /// Where fields of this name stand; what is empty means nothing.
    pub(crate) fn places(&self, name: &str) -> Vec<usize> {
        let is_given = |(field, text): &(String, String)| field == name && !text.trim().is_empty();
        (0..self.fields.len()).filter(|place| is_given(&self.fields[*place])).collect()
    }

    /// What each field of this name means, in the order of the address. Work for a worker: names are looked for in an index.
    pub(crate) fn all(&self, snapshot: &CachedSnapshot, name: &str) -> Result<Vec<EntityId>, WebError> {
        self.places(name).into_iter().map(|place| self.one(snapshot, place)).collect()
    }

    /// What the last field of this name means.
    pub(crate) fn last(&self, snapshot: &CachedSnapshot, name: &str) -> Result<Option<EntityId>, WebError> {
        self.places(name).pop().map(|place| self.one(snapshot, place)).transpose()
    }

    fn one(&self, snapshot: &CachedSnapshot, place: usize) -> Result<EntityId, WebError> {
        let text = self.fields[place].1.trim().to_owned();
        let error = match snapshot.find(&text) {
            NameResolution::One(id) => return Ok(id),
            NameResolution::Several(candidates) => AskError::Several { text, candidates },
            NameResolution::None(near) => AskError::Unknown { text, near },
        };
        let (AskError::Several { candidates: near, .. } | AskError::Unknown { near, .. }) = &error else {
            return Err(error.into());
        };
        let instead = near.iter().map(|one| Suggestion {
            title: format!("{} ({})", one.full(), one.what),
            href: self.with(place, one.id.as_str()),
        });
        Err(WebError::Ask { instead: instead.collect(), error })
    }

    /// The address with another value at this place.
    fn with(&self, place: usize, value: &str) -> String {
        let fields = self.fields.iter().enumerate();
        let fields = fields.map(|(at, field)| (field.0.as_str(), if at == place { value } else { &field.1 }));
        link(self.page, &fields.collect::<Vec<_>>())
    }
}
