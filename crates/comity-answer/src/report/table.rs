//! A table of an answer: typed columns, rows that carry their claims, the same on a page, in JSON and in a file.

use comity_messages::{Message, say};
use comity_snapshot::record::{BoundedCount, TieState};
use comity_snapshot::wording::{bounded, grouped, in_figures};
use comity_snapshot::{EntityRef, Evidence};
use schemars::JsonSchema;
use serde::Serialize;

/// Rows in the order that answers the question best; a page lets the reader sort them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Table {
    /// A short name for addresses and file names: "cities", "by-year".
    pub id: &'static str,
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Rows beyond the limit asked for.
    pub left_out: u64,
    /// What holds for all rows, in a sentence; may be empty.
    pub note: String,
    /// Of figures of a model, of a whole graph, or set by hand: what they come from, in a sentence. Its rows need no claims
    /// of their own. Empty: every row with a figure above 0 carries claims.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub computed_from: String,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// Its name in files, in small letters with underscores.
    pub key: &'static str,
    /// As a heading, in plain words.
    pub title: String,
    /// May be empty.
    pub unit: &'static str,
}

/// One row: a cell a column.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Who says so; a figure of the row leads here.
    pub evidence: Vec<Evidence>,
}

/// What stands in one cell; as JSON `null`, text, a number, `{certain, presumed, possible}`, an entity, entities, `{words, from}`, `{state, words}`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Cell {
    /// Not known, or not defined: never zero.
    Empty,
    Text(String),
    Count(u64),
    Number(f64),
    /// On record, for sure, and at most.
    Range(BoundedCount),
    Entity(Box<EntityRef>),
    Entities(Vec<EntityRef>),
    /// When, and the first day of it for sorting.
    Time {
        words: String,
        from: String,
    },
    State {
        state: TieState,
        words: String,
    },
}

/// A column before there is a table: its key, its title, its unit.
pub(crate) type Head<'a> = (&'static str, &'a str, &'static str);

/// The same, as a constant.
pub(crate) type MessageHead = (&'static str, Message, &'static str);

impl Table {
    pub(crate) fn new(id: &'static str, title: &str, columns: &[Head<'_>]) -> Self {
        let columns = columns.iter().map(|&(key, title, unit)| Column { key, title: title.to_owned(), unit });
        Self {
            id,
            title: title.to_owned(),
            columns: columns.collect(),
            rows: Vec::new(),
            left_out: 0,
            note: String::new(),
            computed_from: String::new(),
        }
    }

    /// With columns that several tables share, as constants.
    pub(crate) fn headed(
        id: &'static str,
        title: Message,
        columns: impl IntoIterator<Item = MessageHead>,
    ) -> Self {
        let column = |(key, title, unit): MessageHead| Column { key, title: title.text(), unit };
        Self { columns: columns.into_iter().map(column).collect(), ..Self::new(id, &title.text(), &[]) }
    }

    /// What the figures come from, where no row has claims of its own.
    #[must_use]
    pub(crate) fn computed_from(mut self, words: &str) -> Self {
        words.clone_into(&mut self.computed_from);
        self
    }

    pub(crate) fn push(&mut self, cells: Vec<Cell>, evidence: Vec<Evidence>) {
        debug_assert_eq!(cells.len(), self.columns.len(), "a cell a column of {}", self.id);
        self.rows.push(Row { cells, evidence });
    }

    /// The rows of another of the same columns.
    pub(crate) fn append(&mut self, other: Self) {
        self.left_out += other.left_out;
        self.rows.extend(other.rows);
    }

    #[must_use]
    pub(crate) fn cut(mut self, limit: usize) -> Self {
        self.left_out += self.rows.len().saturating_sub(limit) as u64;
        self.rows.truncate(limit);
        self
    }
}

impl Cell {
    /// Empty where there is none.
    pub(crate) fn entities(all: &[EntityRef]) -> Self {
        if all.is_empty() { Self::Empty } else { Self::Entities(all.to_vec()) }
    }

    pub(crate) fn yes_or_no(yes: bool) -> Self {
        Self::Text(if yes { say!("cell-yes") } else { say!("cell-no") })
    }

    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(_) | Self::Number(_) | Self::Range(_))
    }

    /// Too short to be broken over two lines: a year, a word.
    pub fn is_short(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().count() <= 12)
    }

    /// A sentence or more, which wants a wide column.
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().count() > 60)
    }

    /// What a sortable page sorts by.
    pub fn sort_key(&self) -> String {
        match self {
            Self::Count(n) => n.to_string(),
            Self::Number(n) => n.to_string(),
            Self::Range(count) => count.presumed.to_string(),
            Self::Time { from, .. } => from.clone(),
            other => other.to_string(),
        }
    }
}

impl From<EntityRef> for Cell {
    fn from(entity: EntityRef) -> Self {
        Self::Entity(Box::new(entity))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<u64> for Cell {
    fn from(n: u64) -> Self {
        Self::Count(n)
    }
}

impl From<f64> for Cell {
    fn from(n: f64) -> Self {
        Self::Number(n)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(some: Option<T>) -> Self {
        some.map_or(Self::Empty, Into::into)
    }
}

impl std::fmt::Display for Cell {
    /// As a reader sees it: "", "12", "4 (3 to 5)", "Rochester, New York, United States".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::State { words: text, .. } | Self::Time { words: text, .. } => {
                f.write_str(text)
            }
            Self::Count(n) => f.write_str(&grouped(n)),
            Self::Number(n) => f.write_str(&in_figures(*n)),
            Self::Range(count) => f.write_str(&bounded(*count)),
            Self::Entity(entity) => f.write_str(&entity.full()),
            Self::Entities(all) => {
                f.write_str(&all.iter().map(EntityRef::full).collect::<Vec<_>>().join("; "))
            }
        }
    }
}
