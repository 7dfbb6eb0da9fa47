//! The names of a table's columns, found again however they are written.

use comity_model::shortened;
use serde::Deserialize;

/// `City (Name)`, `city_name` and `CITY NAME` are one column name; `City.1` keeps its number apart.
pub(crate) fn fold(name: &str) -> String {
    let parts =
        name.trim().trim_end_matches('.').split('.').map(|part| comity_names::fold(part).replace(' ', ""));
    parts.collect::<Vec<_>>().join(".")
}

/// The header row.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) written: Vec<String>,
    folded: Vec<String>,
}

impl Header {
    pub(crate) fn new(cells: &csv::StringRecord) -> Self {
        let written: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        let folded = written.iter().map(|name| fold(name)).collect();
        Self { written, folded }
    }

    /// The columns of a table without a header: `1`, `2` …
    pub(crate) fn numbered(width: usize) -> Self {
        let written: Vec<String> = (1..=width).map(|number| number.to_string()).collect();
        Self { folded: written.clone(), written }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.folded.contains(&fold(name))
    }

    /// One text alone.
    pub(crate) fn is_title(&self) -> bool {
        self.written.iter().filter(|name| !name.is_empty()).count() < 2
    }

    /// Whether the column is called so, of a name that is folded.
    pub(crate) fn is_folded(&self, place: usize, name: &str) -> bool {
        self.folded.get(place).is_some_and(|folded| !folded.is_empty() && folded == name)
    }

    /// The first place of each of these names that is there, in the order of the names.
    pub(crate) fn all(&self, columns: &Columns) -> Vec<usize> {
        let names = columns.0.iter().map(|name| fold(name));
        names.filter_map(|name| self.folded.iter().position(|folded| *folded == name)).collect()
    }

    /// Every place that has one of these names.
    pub(crate) fn every(&self, columns: &Columns) -> Vec<usize> {
        let names: Vec<String> = columns.0.iter().map(|name| fold(name)).collect();
        (0..self.folded.len())
            .filter(|place| self.folded.get(*place).is_some_and(|name| names.contains(name)))
            .collect()
    }

    /// The other places that have the same name as this one.
    pub(crate) fn repeats(&self, place: usize) -> Vec<usize> {
        let name = self.folded.get(place);
        (0..self.folded.len()).filter(|other| *other != place && self.folded.get(*other) == name).collect()
    }

    pub(crate) fn name(&self, place: usize) -> &str {
        self.written.get(place).map_or("", String::as_str)
    }

    /// Cells a row must have: columns without a name at the end may be left out.
    pub(crate) fn least_width(&self) -> usize {
        self.folded.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1)
    }

    pub(crate) fn sentence(&self) -> String {
        // So that the names of the profiles stand whole beside it.
        const SHOWN: usize = 80;
        shortened(&self.written.join(", "), SHOWN).into_owned()
    }
}

/// The names a column may have, the best first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "OneOrMore")]
pub(crate) struct Columns(pub(crate) Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl From<OneOrMore> for Columns {
    fn from(names: OneOrMore) -> Self {
        match names {
            OneOrMore::One(name) => Self(vec![name]),
            OneOrMore::More(names) => Self(names),
        }
    }
}

impl std::fmt::Display for Columns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.0.iter().map(String::as_str).filter(|name| !name.is_empty());
        let shown: Vec<&str> = names.take(3).collect();
        f.write_str(&shown.join(" or "))
    }
}
