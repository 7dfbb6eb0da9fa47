//! Which part of the queue an address asks for, and the addresses of its neighbours.

use comity_answer::QueueArgs;
use comity_register::PendingId;
use serde::Deserialize;

use crate::address::link;
use crate::error::WebError;

/// The queue's fields of an address; all may be left out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct QueueFilter {
    source: String,
    kind: String,
    country: String,
    band: String,
    pub(super) item: String,
    /// Searched for, instead of what is proposed.
    pub(super) q: String,
}

impl QueueFilter {
    pub(super) fn args(&self, next: u32) -> Result<QueueArgs, WebError> {
        let source = Some(self.source.as_str()).filter(|source| !source.is_empty());
        let band = Some(self.band.as_str()).filter(|band| !band.is_empty()).map(str::parse).transpose();
        let band = band.map_err(|bad: comity_answer::BadBand| field("band", &bad))?;
        Ok(QueueArgs {
            source: source.map(str::parse).transpose()?,
            kind: self.kind.clone(),
            country: self.country.clone(),
            band,
            at_least: 0,
            item: self.item()?,
            next,
        })
    }

    pub(super) fn item(&self) -> Result<Option<PendingId>, WebError> {
        let item = Some(self.item.as_str()).filter(|item| !item.is_empty());
        item.map(str::parse).transpose().map_err(|bad| field("item", &bad))
    }

    /// The queue narrowed as here, from its front.
    pub(super) fn front(&self) -> String {
        self.address("/review", "")
    }

    /// The queue narrowed as here, at this place.
    pub(super) fn at(&self, item: &PendingId) -> String {
        self.address("/review", &item.to_string())
    }

    /// Narrowed further, or less where `value` is empty; from the front.
    pub(super) fn narrowed(&self, facet: &str, value: &str) -> String {
        let mut other = Self { item: String::new(), q: String::new(), ..self.clone() };
        let field = match facet {
            "source" => &mut other.source,
            "kind" => &mut other.kind,
            "country" => &mut other.country,
            _ => &mut other.band,
        };
        value.clone_into(field);
        other.front()
    }

    /// Those whose likeliest meaning has so much of a hundred, to be looked through together.
    pub(super) fn surer(&self, of_hundred: u16) -> String {
        link(&self.address("/review/set", ""), &[("at_least", &of_hundred.to_string())])
    }

    /// Its fields but the place, for a form; empty ones are left out.
    pub(super) fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("source", self.source.as_str()),
            ("kind", self.kind.as_str()),
            ("country", self.country.as_str()),
            ("band", self.band.as_str()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    fn address(&self, path: &str, item: &str) -> String {
        let mut fields = self.fields();
        fields.push(("item", item));
        link(path, &fields)
    }
}

pub(super) fn field(field: &'static str, bad: &dyn std::fmt::Display) -> WebError {
    WebError::Field { field, cause: bad.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrowing_keeps_the_rest_and_forgets_the_place() {
        let wanted = QueueFilter {
            source: "twins".into(),
            item: "00112233445566778899aabb.subject".into(),
            ..QueueFilter::default()
        };
        assert_eq!(
            wanted.narrowed("country", "United States"),
            "/review?source=twins&country=United%20States"
        );
        assert_eq!(wanted.narrowed("source", ""), "/review");
        assert!(wanted.item().unwrap().is_some());
        assert!(QueueFilter { item: "x".into(), ..wanted }.item().is_err());
    }
}
