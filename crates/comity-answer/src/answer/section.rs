//! The parts of an answer, in the order in which a reader wants them: page, text and files are made of these alone.

use std::borrow::Cow;
use std::collections::BTreeMap;

use comity_messages::{Message, message, say};
use comity_model::EntityId;
use comity_snapshot::conflict::Conflict;
use comity_snapshot::{EntityRef, Evidence, Layer};

use super::{Chain, CountedFigure, LifeGroup, PleaseCheck, With};
use crate::report::{About, Chart, Claimed, Indicator, Table, Tie, TieChoices, TieGroup, Waiting};

/// One part: a heading, what stands under it, and where its claims are.
#[derive(Debug, Clone)]
#[must_use]
pub struct Section<'a> {
    /// Its name within a page.
    pub id: String,
    /// May be empty: the body speaks for itself.
    pub title: Cow<'a, str>,
    /// How many, after the title: "3 confirmed, 2 more possible"; may be empty.
    pub figure: String,
    /// What belongs to the figure, in small letters; may be empty.
    pub aside: String,
    /// The part of the answer's JSON with the claims behind the figure (RFC 6901); empty: the body has them.
    pub pointer: String,
    /// What holds for all of it, in a sentence; may be empty.
    pub note: Cow<'a, str>,
    pub body: Body<'a>,
    /// Rows beyond the limit asked for.
    pub left_out: u64,
    /// What can be chosen of its rows.
    pub choices: Option<&'a TieChoices>,
    /// Pictures of the same values.
    pub charts: Vec<Cow<'a, Chart>>,
    /// The table it is in a file; sections of one name share one.
    pub file: Option<TableName>,
    /// Shown only when asked for.
    pub folded: bool,
    /// A table that repeats the pictures above it: a page that has them shows it when asked for.
    pub is_twin: bool,
    pub if_empty: IfEmpty,
}

/// What a table is called in addresses and to readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableName {
    pub id: &'static str,
    pub title: Message,
}

/// What a reader is told where a section has nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfEmpty {
    /// Not even the heading.
    LeaveOut,
    /// That nobody has searched: never "none".
    NotSearched,
    Say(Message),
}

/// What stands under a heading.
#[derive(Debug, Clone)]
pub enum Body<'a> {
    /// The answer in a sentence or two.
    Summary(Cow<'a, str>),
    /// What a reader must know first.
    Warning(Cow<'a, str>),
    /// What an entity is and is called.
    Facts(Vec<FactRow<'a>>),
    Indicators(&'a [Indicator]),
    /// Numbers of the whole register.
    Counted(&'a [CountedFigure]),
    Ties {
        rows: Vec<&'a Tie>,
        /// Whether each row names the side it is of: where that is not the one asked about.
        names_both: bool,
    },
    /// Who is tied to whom, each pair once, as a list of names.
    Pairs(Vec<&'a Tie>),
    Table {
        table: Cow<'a, Table>,
        /// The part of the answer's JSON that holds the rows.
        rows: String,
        /// Columns that only files have.
        only_in_files: &'static [&'static str],
    },
    /// Networks that both sides are in.
    Networks(&'a With),
    /// Statements that a person should look at.
    Check(&'a [PleaseCheck]),
    /// Numbers that sources give.
    Claimed(&'a [Claimed]),
    Conflicts(&'a [Conflict]),
    Opinions(&'a [Evidence]),
    /// The shortest ways from one to the other.
    Chains(&'a [Chain]),
    /// Sources with statements to check.
    Waiting(&'a [Waiting]),
    /// Ties over one axis of time.
    Lives(&'a LifeGroup),
}

/// One fact about an entity.
#[derive(Debug, Clone)]
pub struct FactRow<'a> {
    pub label: Cow<'a, str>,
    pub values: Vec<FactValue<'a>>,
}

/// One value of a fact, and where it leads.
#[derive(Debug, Clone)]
#[must_use]
pub struct FactValue<'a> {
    pub text: Cow<'a, str>,
    /// "1985", "the gazetteer's"; may be empty.
    pub detail: Cow<'a, str>,
    pub leads_to: LeadsTo<'a>,
}

/// Where a value leads.
#[derive(Debug, Clone)]
pub enum LeadsTo<'a> {
    Nothing,
    /// A name in this language (BCP 47); may be empty.
    Language(&'a str),
    Entity(&'a EntityId),
    Claims(&'a [Evidence]),
    /// An address elsewhere.
    Address(String),
}

impl<'a> Section<'a> {
    pub(crate) fn new(id: impl Into<String>, title: impl Into<Cow<'a, str>>, body: Body<'a>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            figure: String::new(),
            aside: String::new(),
            pointer: String::new(),
            note: Cow::Borrowed(""),
            body,
            left_out: 0,
            choices: None,
            charts: Vec::new(),
            file: None,
            folded: false,
            is_twin: false,
            if_empty: IfEmpty::LeaveOut,
        }
    }

    /// Ties of one layer under their count; `pointer` is where the answer's JSON has them.
    pub(crate) fn of_group(id: impl Into<String>, group: &'a TieGroup, pointer: impl Into<String>) -> Self {
        let rows = group.rows.iter().collect();
        let note = group.choices.as_ref().and_then(|choices| choices.note(group.total));
        let section = Self::new(id, group.title.as_str(), Body::Ties { rows, names_both: false })
            .counted(group.count_in_words(), pointer)
            .beside(group.aside())
            .noted(note.unwrap_or_default())
            .cut(group.left_out);
        let section = Self { choices: group.choices.as_ref(), ..section };
        if section.choices.is_some() { section.or_say(message!("choice-none")) } else { section }
    }

    /// The answer in a sentence; no section where there is none.
    pub(crate) fn summary(text: impl Into<Cow<'a, str>>) -> Self {
        Self::new("summary", "", Body::Summary(text.into()))
    }

    pub(crate) fn warning(id: &str, text: impl Into<Cow<'a, str>>) -> Self {
        Self::new(id, "", Body::Warning(text.into()))
    }

    /// A table of the answer at this place of its JSON.
    pub(crate) fn of_table(table: Cow<'a, Table>, rows: impl Into<String>) -> Self {
        let (id, title, left_out) = (table.id, Cow::Owned(table.title.clone()), table.left_out);
        Self::new(id, title, Body::Table { table, rows: rows.into(), only_in_files: &[] })
            .cut(left_out)
            .or_say(message!("none-on-file"))
    }

    pub(crate) fn counted(mut self, figure: impl Into<String>, pointer: impl Into<String>) -> Self {
        (self.figure, self.pointer) = (figure.into(), pointer.into());
        self
    }

    pub(crate) fn titled(mut self, title: impl Into<Cow<'a, str>>) -> Self {
        self.title = title.into();
        self
    }

    pub(crate) fn beside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    pub(crate) fn noted(mut self, note: impl Into<Cow<'a, str>>) -> Self {
        self.note = note.into();
        self
    }

    pub(crate) fn cut(mut self, left_out: u64) -> Self {
        self.left_out = left_out;
        self
    }

    pub(crate) fn drawn(mut self, charts: impl IntoIterator<Item = Cow<'a, Chart>>) -> Self {
        self.charts.extend(charts);
        self
    }

    /// In files it is, or is part of, the table called so.
    pub(crate) fn filed(mut self, id: &'static str, title: Message) -> Self {
        self.file = Some(TableName { id, title });
        self
    }

    /// It repeats its pictures.
    pub(crate) fn twin(mut self) -> Self {
        self.is_twin = true;
        self
    }

    pub(crate) fn folded(mut self) -> Self {
        self.folded = true;
        self
    }

    pub(crate) fn or_say(mut self, words: Message) -> Self {
        self.if_empty = IfEmpty::Say(words);
        self
    }

    /// Where there is nothing of this layer, whether anybody looked.
    pub(crate) fn or_not_searched(mut self, layer: Layer, about: &About) -> Self {
        let none = IfEmpty::Say(message!("none-found"));
        self.if_empty = if about.looked.is_searched(layer) { none } else { IfEmpty::NotSearched };
        self
    }

    /// The side asked about: where some row is of another, each row says of whom it is.
    pub(crate) fn of(mut self, side: &EntityRef) -> Self {
        if let Body::Ties { rows, names_both } = &mut self.body {
            *names_both = rows.iter().any(|tie| tie.near.id != side.id);
        }
        self
    }

    /// Each row names both sides.
    pub(crate) fn naming_both(mut self) -> Self {
        if let Body::Ties { names_both, .. } = &mut self.body {
            *names_both = true;
        }
        self
    }

    pub(crate) fn leave_out(mut self) -> Self {
        self.if_empty = IfEmpty::LeaveOut;
        self
    }

    pub(crate) fn named(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Columns that only files have.
    pub(crate) fn only_in_files(mut self, columns: &'static [&'static str]) -> Self {
        if let Body::Table { only_in_files, .. } = &mut self.body {
            *only_in_files = columns;
        }
        self
    }

    /// Whether page and text have it.
    pub fn is_shown(&self) -> bool {
        !self.body.is_empty() || self.if_empty != IfEmpty::LeaveOut
    }
}

/// A pair of names with all the ties between them.
#[derive(Debug, Clone)]
pub struct TiedPair<'a> {
    /// "Syracuse–Fukui".
    pub names: String,
    pub ties: Vec<&'a Tie>,
}

/// The pairs that ties join, in order of names.
pub fn pairs<'a>(ties: &[&'a Tie]) -> Vec<TiedPair<'a>> {
    let mut pairs: BTreeMap<String, Vec<&Tie>> = BTreeMap::new();
    for tie in ties {
        pairs.entry(format!("{}–{}", tie.near.name, tie.other.name)).or_default().push(tie);
    }
    pairs.into_iter().map(|(names, ties)| TiedPair { names, ties }).collect()
}

/// The rules over a place, or that none is on file and whether anybody has searched for acts.
pub(super) fn rules<'a>(rules: &'a Table, about: &About) -> Section<'a> {
    let searched = about.looked.is_searched(Layer::Acts);
    let none = if searched { message!("rules-none") } else { message!("rules-not-searched") };
    Section::of_table(Cow::Borrowed(rules), "/rules/rows").or_say(none)
}

/// Numbers that sources claim.
pub(super) fn claimed(rows: &[Claimed]) -> Section<'_> {
    Section::new("claimed", say!("claimed-title"), Body::Claimed(rows))
        .noted(say!("claimed-note"))
        .filed("claimed", message!("claimed-file"))
}

impl Body<'_> {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Summary(text) | Self::Warning(text) => text.is_empty(),
            Self::Facts(rows) => rows.is_empty(),
            Self::Indicators(rows) => rows.is_empty(),
            Self::Counted(rows) => rows.is_empty(),
            Self::Ties { rows, .. } | Self::Pairs(rows) => rows.is_empty(),
            Self::Table { table, .. } => table.rows.is_empty(),
            Self::Networks(with) => with.networks.met.is_empty(),
            Self::Check(rows) => rows.is_empty(),
            Self::Claimed(rows) => rows.is_empty(),
            Self::Conflicts(rows) => rows.is_empty(),
            Self::Opinions(rows) => rows.is_empty(),
            Self::Chains(chains) => chains.is_empty(),
            Self::Waiting(rows) => rows.is_empty(),
            Self::Lives(group) => group.lines.is_empty(),
        }
    }
}

impl<'a> FactRow<'a> {
    pub(crate) fn new(label: impl Into<Cow<'a, str>>, values: Vec<FactValue<'a>>) -> Self {
        Self { label: label.into(), values }
    }
}

impl<'a> FactValue<'a> {
    pub(crate) fn new(text: impl Into<Cow<'a, str>>, leads_to: LeadsTo<'a>) -> Self {
        Self { text: text.into(), detail: Cow::Borrowed(""), leads_to }
    }

    pub(crate) fn detail(mut self, detail: impl Into<Cow<'a, str>>) -> Self {
        self.detail = detail.into();
        self
    }
}
