//! A name to be resolved, and what its source says about it.

use comity_model::{Level, Mention, Point};
use comity_names::{Filler, filler};

/// A name as written and its context. Everything but the name may be missing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Query<'q> {
    pub name: &'q str,
    /// As written: `in Italy`, `GR`, `Ohio, United States`.
    pub country: Option<&'q str>,
    /// State, province or county, as written.
    pub admin: Option<&'q str>,
    /// What the source says it is.
    pub level: Option<Level>,
    pub point: Option<Point>,
    /// Inhabitants.
    pub population: Option<u64>,
    /// An identifier in another register: `gn5134086`, `Q49218`, `USROC`.
    pub identifier: Option<&'q str>,
    /// GeoNames ids of what it is known not to be: earlier decisions of a person.
    pub not: &'q [u32],
}

impl<'q> Query<'q> {
    pub fn named(name: &'q str) -> Self {
        Self { name, ..Self::default() }
    }

    #[must_use]
    pub fn in_country(self, country: &'q str) -> Self {
        Self { country: said(country), ..self }
    }

    #[must_use]
    pub fn in_admin(self, admin: &'q str) -> Self {
        Self { admin: said(admin), ..self }
    }

    /// Without the cells of its context that say nothing.
    #[must_use]
    pub(crate) fn without_fillers(self) -> Self {
        Self { country: self.country.and_then(said), admin: self.admin.and_then(said), ..self }
    }
}

impl<'q> From<&'q Mention> for Query<'q> {
    fn from(mention: &'q Mention) -> Self {
        Self {
            name: &mention.text,
            country: mention.country.as_deref().and_then(said),
            admin: mention.admin.as_deref().and_then(said),
            level: mention.level.as_deref().and_then(level),
            point: mention.point,
            population: mention.population,
            identifier: mention.id.as_ref().map(comity_model::EntityId::as_str),
            not: &[],
        }
    }
}

/// An empty cell says nothing, nor does `n/a` or `unknown`; `NA` is Namibia, and `NO` Norway.
fn said(text: &str) -> Option<&str> {
    let text = text.trim();
    let stands_for_nothing = match filler(text) {
        Some(Filler::Mark) => true,
        Some(Filler::Word) => text.len() > 2,
        None => text.is_empty(),
    };
    (!stands_for_nothing).then_some(text)
}

/// What lists call the levels of government; `None` for words that fit several.
fn level(text: &str) -> Option<Level> {
    match text.trim().to_lowercase().as_str() {
        "city" | "town" | "municipality" | "local government" => Some(Level::City),
        "county" | "district" => Some(Level::County),
        "state" | "province" | "region" | "prefecture" => Some(Level::State),
        "metro" | "metropolitan area" => Some(Level::Metro),
        "country" | "nation" => Some(Level::Nation),
        _ => None,
    }
}
