//! Which column of a file says what: a profile, written in TOML.
//!
//! ```toml
//! name = "our-partner-cities"
//! about = "The list our office keeps."
//! completeness = "complete"         # the file names all there are; left out: partial
//!
//! [source]                          # all of it may be left out
//! title = "Partner cities of Lyon"
//! kind = "official-list"            # left out: third-party-list
//! publisher = "City of Lyon"
//! issuer = "gn2996944"              # whose own word it is, by its id
//! derived_from = "our-list-2020"    # the source that it copies, by its id
//! licence = "Etalab 2.0"
//! date = "2024-03"                  # the day the list describes
//! caveat = "Ended partnerships are left out."
//!
//! [table]                           # what cannot be guessed
//! delimiter = ";"
//! encoding = "windows-1252"
//! header = false                    # columns are then called "1", "2" …
//! missing = ["NA", "o.A."]          # cells that say nothing
//!
//! [detect]
//! headers = ["Stadt", "Partner"]    # the profile is for files with all of these columns
//!
//! [pairs]                           # or [members], or [entities]
//! a = { name = "Stadt", country = "Land" }
//! b = { name = ["Partner", "Partnerstadt"], split = "comma-admin" }
//! host = "Lyon, France"             # in place of `a`, where every row is a partner of one place
//! agreement = "sister-city"
//! since = "Jahr"
//! ```
//!
//! A column is one name or several, the first that says something; letters, digits and the order of names
//! count, case and punctuation do not.

use std::collections::HashSet;

use comity_model::{Completeness, EntityId, FuzzyDate, SourceId, SourceKind};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::entities::Entities;
use crate::error::SourceError;
use crate::header::{Columns, Header, fold};
use crate::members::Members;
use crate::pairs::Pairs;

/// How to read one kind of file.
#[derive(Debug, Clone, PartialEq)]
pub struct ListProfile {
    pub name: String,
    /// Which files it is for, in a sentence.
    pub about: String,
    pub(crate) completeness: Completeness,
    pub(crate) source: About,
    pub(crate) table: Table,
    pub(crate) detect: Detect,
    pub(crate) shape: Shape,
}

/// What the profile says of the file as a source.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct About {
    pub(crate) kind: Option<SourceKind>,
    pub(crate) title: SmolStr,
    pub(crate) author: SmolStr,
    pub(crate) publisher: SmolStr,
    /// Whose own word it is, where that is on file.
    pub(crate) issuer: Option<EntityId>,
    /// The source that it copies.
    pub(crate) derived_from: Option<SourceId>,
    pub(crate) licence: SmolStr,
    pub(crate) url: SmolStr,
    pub(crate) lang: SmolStr,
    pub(crate) date: Option<FuzzyDate>,
    pub(crate) caveat: SmolStr,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Table {
    pub(crate) delimiter: Option<char>,
    pub(crate) encoding: Option<String>,
    pub(crate) header: bool,
    pub(crate) missing: Vec<String>,
}

impl Default for Table {
    fn default() -> Self {
        Self { delimiter: None, encoding: None, header: true, missing: Vec::new() }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Detect {
    pub(crate) headers: Vec<String>,
    /// Columns called 0, 1, 2 … after the first.
    pub(crate) numbered: bool,
    /// It must know half of the columns and more.
    pub(crate) most: bool,
    /// Never guessed: its columns are called as those of many other files.
    pub(crate) by_name_only: bool,
}

impl Detect {
    fn agrees(&self, header: &Header, bound: usize) -> bool {
        let named = header.written.iter().filter(|name| !name.is_empty()).count();
        let enough = !self.most || bound * 2 >= named;
        let numbers = header.written.iter().skip(1).enumerate();
        let numbered = || header.written.len() > 2 && numbers.clone().all(|(n, name)| *name == n.to_string());
        enough && self.headers.iter().all(|name| header.has(name)) && (!self.numbered || numbered())
    }

    /// How much agreeing says: named columns weigh more than the words of many files.
    fn weight(&self) -> usize {
        100 * self.headers.len() + if self.numbered { 100 } else { 0 }
    }
}

/// What the rows are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Pairs(Box<Pairs>),
    Members(Box<Members>),
    Entities(Box<Entities>),
}

impl ListProfile {
    /// Reads a profile; `origin` names it in errors.
    pub fn from_toml(origin: &str, text: &str) -> Result<Self, SourceError> {
        let bad = |reason: String| SourceError::BadProfile { profile: origin.to_owned(), reason };
        let written: Written = toml::from_str(text).map_err(|error| bad(error.to_string()))?;
        let shape = match (written.pairs, written.members, written.entities) {
            (Some(pairs), None, None) => Shape::Pairs(Box::new(pairs)),
            (None, Some(members), None) => Shape::Members(Box::new(members.checked().map_err(bad)?)),
            (None, None, Some(entities)) => Shape::Entities(Box::new(entities)),
            _ => return Err(bad("needs one of [pairs], [members], [entities]".to_owned())),
        };
        let Written { name, about, completeness, source, table, detect, .. } = written;
        Ok(Self { name, about, completeness, source, table, detect, shape })
    }

    /// The same for a list of the partners of one place, or of the members of one network, where it is such a list.
    pub(crate) fn given(mut self, host: Option<&str>, network: Option<&str>) -> Self {
        match (&mut self.shape, host, network) {
            (Shape::Pairs(pairs), Some(host), _) => pairs.host = SmolStr::new(host),
            (Shape::Members(members), _, Some(network)) => members.network = SmolStr::new(network),
            _ => {}
        }
        self
    }

    /// How well the header fits: `None` if the profile is for other files or a column it needs is not there.
    pub(crate) fn fit(&self, header: &Header) -> Option<usize> {
        let bound = match &self.shape {
            Shape::Pairs(pairs) => pairs.bind(header)?.width(),
            Shape::Members(members) => members.bind(header)?.width(),
            Shape::Entities(entities) => entities.bind(header)?.width(),
        };
        self.detect.agrees(header, bound).then_some(bound + self.detect.weight())
    }

    /// What it calls the columns of names, countries and days, folded.
    pub(crate) fn names_of_columns(&self) -> HashSet<String> {
        let columns: Vec<&Columns> = match &self.shape {
            Shape::Pairs(pairs) => pairs.columns(),
            Shape::Members(members) => members.columns(),
            Shape::Entities(entities) => entities.columns(),
        };
        columns.into_iter().flat_map(|columns| &columns.0).map(|name| fold(name)).collect()
    }

    /// The columns it cannot do without, in words.
    pub(crate) fn needs(&self) -> String {
        let shape = match &self.shape {
            Shape::Pairs(pairs) => pairs.needs(),
            Shape::Members(members) => members.needs(),
            Shape::Entities(entities) => entities.needs(),
        };
        match self.detect.headers.as_slice() {
            _ if self.detect.numbered => "columns called 0, 1, 2 after the first".to_owned(),
            _ if self.detect.by_name_only => format!("{shape}; by name only"),
            [] => shape,
            headers => headers.join(", "),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    about: String,
    #[serde(default = "partial")]
    completeness: Completeness,
    #[serde(default)]
    source: About,
    #[serde(default)]
    table: Table,
    #[serde(default)]
    detect: Detect,
    pairs: Option<Pairs>,
    members: Option<Members>,
    entities: Option<Entities>,
}

fn partial() -> Completeness {
    Completeness::Partial
}
