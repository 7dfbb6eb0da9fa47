//! The links of one claim as one row: a million of them are read back in one pass.

use std::borrow::Cow;
use std::collections::HashMap;
use std::str::FromStr;

use comity_ledger::derive::Derived;
use comity_model::{
    EntityId, FuzzyDate, Link, LinkAttributes, LinkKind, Modality, Period, Polarity, SourceId,
};
use serde::{Deserialize, Serialize};

use crate::entry::unreadable;
use crate::error::RegisterError;
use crate::selected::PackedLinks;
use crate::store::Row;

/// As JSON; what is as usual is left out.
#[derive(Serialize, Deserialize)]
struct Terms<'t> {
    kind: LinkKind,
    #[serde(default, skip_serializing_if = "LinkAttributes::is_empty")]
    attributes: LinkAttributes,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    valid: Cow<'t, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    observed: Option<Cow<'t, str>>,
    #[serde(borrow)]
    locator: Cow<'t, str>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    label: Cow<'t, str>,
    /// The source itself where this is left out.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    root: Option<Cow<'t, str>>,
    #[serde(default, skip_serializing_if = "is_usual")]
    polarity: Polarity,
    #[serde(default, skip_serializing_if = "is_usual")]
    modality: Modality,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    by: Option<Cow<'t, str>>,
    #[serde(borrow, default, skip_serializing_if = "str::is_empty")]
    called: Cow<'t, str>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    instrument: Option<Cow<'t, str>>,
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Every subject, then the object, as one text; ids have no spaces.
pub(crate) fn ends(links: &[Derived]) -> String {
    let subjects = links.iter().map(|derived| derived.link.subject.as_str());
    let object = links.first().map(|derived| derived.link.object.as_str());
    subjects.chain(object).collect::<Vec<_>>().join(" ")
}

/// All else that the links of a claim share.
pub(crate) fn terms(Derived { link, instrument }: &Derived) -> String {
    let terms = Terms {
        kind: link.kind,
        attributes: link.attributes.clone(),
        valid: link.valid.as_str().into(),
        observed: link.observed.as_ref().map(|date| date.as_str().into()),
        locator: link.locator.as_str().into(),
        label: link.label.as_str().into(),
        root: (link.root != link.source).then(|| link.root.as_str().into()),
        polarity: link.polarity,
        modality: link.modality,
        by: link.by.as_ref().map(|by| by.as_str().into()),
        called: link.called.as_str().into(),
        instrument: instrument.as_ref().map(|name| name.as_str().into()),
    };
    serde_json::to_string(&terms).expect("terms are plain data")
}

/// Reads links back, each text of a date only once.
#[derive(Default)]
pub(crate) struct LinkDecoder {
    periods: HashMap<String, Period>,
    days: HashMap<String, FuzzyDate>,
}

impl LinkDecoder {
    /// The links of one claim.
    pub(crate) fn links(&mut self, row: &Row) -> Result<Vec<Derived>, RegisterError> {
        let row = PackedLinks::read(row)?;
        let ends: Result<Vec<EntityId>, _> = row.ends.split(' ').map(str::parse).collect();
        let mut subjects = ends.map_err(|error| unreadable(&error))?;
        let object = subjects.pop().ok_or_else(|| unreadable(&"a link without ends"))?;
        let mut derived = Vec::with_capacity(subjects.len());
        for (part, subject) in (0..).zip(subjects) {
            let next = match derived.first() {
                None => self.first_link(&row, subject, object.clone())?,
                Some(Derived { link, instrument }) => {
                    let link = Link { part, subject, ..link.clone() };
                    Derived { link, instrument: instrument.clone() }
                }
            };
            derived.push(next);
        }
        Ok(derived)
    }

    fn first_link(
        &mut self,
        row: &PackedLinks<'_>,
        subject: EntityId,
        object: EntityId,
    ) -> Result<Derived, RegisterError> {
        let source: SourceId = read(row.source)?;
        let terms: Terms<'_> = serde_json::from_str(row.terms).map_err(|error| unreadable(&error))?;
        let root = terms.root.map(|root| read(&root)).transpose()?;
        let link = Link {
            claim: read(row.claim)?,
            part: 0,
            kind: terms.kind,
            subject,
            object,
            attributes: terms.attributes,
            valid: once(&mut self.periods, &terms.valid)?,
            observed: terms.observed.map(|text| once(&mut self.days, &text)).transpose()?,
            root: root.unwrap_or_else(|| source.clone()),
            source,
            locator: terms.locator.into(),
            label: terms.label.into(),
            polarity: terms.polarity,
            modality: terms.modality,
            standing: read(row.standing)?,
            by: terms.by.map(|by| read(&by)).transpose()?,
            called: terms.called.into(),
        };
        Ok(Derived { link, instrument: terms.instrument.map(Into::into) })
    }
}

fn read<T: FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T, RegisterError> {
    text.parse().map_err(|error| unreadable(&error))
}

fn once<T>(known: &mut HashMap<String, T>, text: &str) -> Result<T, RegisterError>
where
    T: FromStr<Err: std::fmt::Display> + Clone,
{
    if let Some(value) = known.get(text) {
        return Ok(value.clone());
    }
    let value: T = read(text)?;
    known.insert(text.to_owned(), value.clone());
    Ok(value)
}
