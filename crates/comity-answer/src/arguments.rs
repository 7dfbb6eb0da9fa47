//! What a question or a file is told, read within the ranges it declares before any work is done.

mod argument;
mod error;
pub(crate) mod graph;
mod range;
mod subject;
mod value;

use std::borrow::Cow;
use std::collections::BTreeMap;

use comity_model::{Day, EntityId, Source, SourceId, Statement};
use comity_search::NameResolution;
use comity_snapshot::{EntityIx, Snapshot, Territory};

use crate::cached_snapshot::CachedSnapshot;
use crate::report::At;
use crate::report::years::Years;

pub use argument::{AT, Argument, KNOWN, MOST_ROWS, may};
pub(crate) use argument::{LIMIT, need, rows};
pub use error::AskError;
pub use range::Range;
pub(crate) use subject::{network, two};
use value::Value;

/// Whose arguments they are, and how it is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    pub(crate) id: &'static str,
    pub(crate) takes: &'static [Argument],
    /// What to tell it for example.
    pub(crate) example: &'static [(&'static str, &'static str)],
}

impl Form {
    /// What is empty is not given.
    pub(crate) fn read(self, today: Day, given: &BTreeMap<String, String>) -> Result<Values<'_>, AskError> {
        let mut values = Values::new();
        for (name, text) in given {
            let argument = self.takes.iter().find(|argument| argument.name == name);
            let argument = argument.ok_or_else(|| self.takes_no(name, given))?;
            if !text.trim().is_empty() {
                values.insert(argument.name, argument.read(text, today)?);
            }
        }
        match self.takes.iter().find(|one| one.required && !values.contains_key(one.name)) {
            Some(missing) => Err(self.missing(missing.name)),
            None => Ok(values),
        }
    }

    fn takes_no(self, name: &str, given: &BTreeMap<String, String>) -> AskError {
        let takes = self.takes.iter().map(|argument| argument.name).collect();
        let mut missing =
            self.takes.iter().filter(|argument| argument.required && !given.contains_key(argument.name));
        let meant = missing.next().map(|argument| argument.name).filter(|_| missing.next().is_none());
        AskError::Argument { text: name.to_owned(), question: self.id, takes, meant }
    }

    fn missing(self, argument: &'static str) -> AskError {
        AskError::Missing { argument, question: self.id, example: self.command() }
    }

    /// The example as a command: what is needed in order, what may be left out by its name.
    pub(crate) fn command(self) -> String {
        Self::command_of(self.id, self.takes, self.example)
    }

    /// A command that tells it this.
    pub(crate) fn command_of(id: &str, takes: &[Argument], told: &[(&str, &str)]) -> String {
        let mut command = format!("comity ask {id}");
        for (name, value) in told {
            let is_needed = takes.iter().any(|argument| argument.name == *name && argument.required);
            let named = if is_needed { String::new() } else { format!("--{name} ") };
            command = format!("{command} {named}{}", quoted(value));
        }
        command
    }
}

/// As a shell takes it for one word.
fn quoted(word: &str) -> Cow<'_, str> {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || "-_.,:/".contains(c));
    if is_plain { word.into() } else { format!("\"{word}\"").into() }
}

/// By the name of the argument.
type Values<'a> = BTreeMap<&'static str, Value<'a>>;

/// What is given for one form: each is declared there, lies within its bounds, and none that is needed is missing.
pub(crate) struct Arguments<'a> {
    form: Form,
    snapshot: &'a CachedSnapshot,
    earlier: Option<&'a Snapshot>,
    today: Day,
    values: Values<'a>,
}

/// Rows of a table unless more are asked for.
pub const USUAL_ROWS: usize = 200;

impl<'a> Arguments<'a> {
    pub(crate) fn read(
        (snapshot, earlier): (&'a CachedSnapshot, Option<&'a Snapshot>),
        today: Day,
        form: Form,
        given: &'a BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let values = form.read(today, given)?;
        Ok(Self { form, snapshot, earlier, today, values })
    }

    /// The snapshot of the moment that is asked to be compared with.
    pub(crate) fn earlier(&self) -> Option<&'a Snapshot> {
        self.earlier
    }

    /// The name of the question that is asked.
    pub(crate) fn question(&self) -> &'static str {
        self.form.id
    }

    pub(crate) fn snapshot(&self) -> &'a Snapshot {
        self.snapshot
    }

    /// The years that can be asked about.
    pub(crate) fn years(&self) -> Years {
        Years::on(self.today)
    }

    /// That it is needed after all.
    pub(crate) fn missing(&self, argument: &'static str) -> AskError {
        self.form.missing(argument)
    }

    pub(crate) fn text(&self, name: &'static str) -> Option<&'a str> {
        match self.values.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn date(&self, name: &'static str) -> Option<At> {
        match self.values.get(name) {
            Some(Value::Date(at)) => Some(at.clone()),
            _ => None,
        }
    }

    /// The day asked about; today where it is left out.
    pub(crate) fn at(&self) -> At {
        self.date("at").unwrap_or_else(|| At::day(self.today))
    }

    pub(crate) fn year(&self, name: &'static str) -> Option<i64> {
        match self.values.get(name) {
            Some(Value::Year(year)) => Some(*year),
            _ => None,
        }
    }

    pub(crate) fn eras(&self, name: &'static str) -> Option<(i64, i64)> {
        match self.values.get(name) {
            Some(Value::Eras(first, second)) => Some((*first, *second)),
            _ => None,
        }
    }

    pub(crate) fn whole(&self, name: &'static str) -> Option<u64> {
        match self.values.get(name) {
            Some(Value::Whole(n)) => Some(*n),
            _ => None,
        }
    }

    /// Rows of a table.
    pub(crate) fn limit(&self) -> usize {
        self.whole("limit").and_then(|rows| usize::try_from(rows).ok()).unwrap_or(USUAL_ROWS)
    }

    pub(crate) fn number(&self, name: &'static str) -> Option<f64> {
        match self.values.get(name) {
            Some(Value::Number(n)) => Some(*n),
            _ => None,
        }
    }

    /// What one of the declared words stands for.
    pub(crate) fn word<T>(&self, name: &'static str, of: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        match self.values.get(name) {
            Some(Value::Word(word)) => {
                Some(of(word).expect("every word that is declared stands for something"))
            }
            _ => None,
        }
    }

    /// What some of the declared words stand for, in order, each once.
    pub(crate) fn words<T: Ord>(&self, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let Some(Value::Words(words)) = self.values.get(name) else { return None };
        let meant =
            words.iter().map(|word| of(word).expect("every word that is declared stands for something"));
        let mut meant: Vec<T> = meant.collect();
        meant.sort_unstable();
        meant.dedup();
        Some(meant)
    }

    /// What only the question itself can read: where it cannot, what is declared was expected.
    pub(crate) fn parsed<T>(
        &self,
        name: &'static str,
        read: impl FnOnce(&'a str) -> Option<T>,
    ) -> Result<Option<T>, AskError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let argument = self.form.takes.iter().find(|argument| argument.name == name);
        let refusal = || argument.map_or_else(|| self.missing(name), |one| one.refusal(text, self.years()));
        read(text).map(Some).ok_or_else(refusal)
    }

    /// One that is needed.
    pub(crate) fn entity(&self, name: &'static str) -> Result<EntityId, AskError> {
        self.some_entity(name)?.ok_or_else(|| self.missing(name))
    }

    pub(crate) fn some_entity(&self, name: &'static str) -> Result<Option<EntityId>, AskError> {
        self.text(name).map(|text| self.resolve(text)).transpose()
    }

    /// One that is needed, in the snapshot.
    pub(crate) fn node(&self, name: &'static str) -> Result<EntityIx, AskError> {
        Ok(self.snapshot.require(&self.entity(name)?)?)
    }

    pub(crate) fn some_node(&self, name: &'static str) -> Result<Option<EntityIx>, AskError> {
        Ok(self.snapshot.require_any(self.some_entity(name)?.as_ref())?)
    }

    /// All that lies within a place that may be left out.
    pub(crate) fn territory(&self, name: &'static str) -> Result<Option<Territory>, AskError> {
        Ok(self.snapshot.territory_of(self.some_entity(name)?.as_ref())?)
    }

    /// The one entity that a text means.
    pub(crate) fn resolve(&self, text: &str) -> Result<EntityId, AskError> {
        match self.snapshot.find(text) {
            NameResolution::One(id) => Ok(id),
            NameResolution::Several(candidates) => {
                Err(AskError::Several { text: text.to_owned(), candidates })
            }
            NameResolution::None(near) => Err(AskError::Unknown { text: text.to_owned(), near }),
        }
    }

    /// Several, joined by commas; none where nothing is given.
    pub(crate) fn entities(&self, name: &'static str) -> Result<Vec<EntityId>, AskError> {
        let given = self.text(name).into_iter().flat_map(|all| all.split(','));
        given.map(str::trim).filter(|text| !text.is_empty()).map(|text| self.resolve(text)).collect()
    }

    /// A statement by its label or its claim's number.
    pub(crate) fn some_statement(&self, name: &'static str) -> Result<Option<&'a Statement>, AskError> {
        self.parsed(name, |text| {
            let called = |each: &&Statement| each.claim.label == text || each.id.to_string() == text;
            self.snapshot.statements().iter().find(called)
        })
    }

    /// A source by its id, its whole title, or the path of the file of that title.
    pub(crate) fn some_source(&self, name: &'static str) -> Result<Option<SourceId>, AskError> {
        let Some(text) = self.text(name) else { return Ok(None) };
        let sources = self.snapshot.sources();
        let file = text.rsplit(['/', '\\']).next().unwrap_or(text);
        let titles = [text, file];
        let called = |source: &&Source| source.id.as_str() == text || titles.contains(&source.title.as_str());
        let found = sources.iter().find(called);
        let near = || sources.iter().take(24).map(|source| self.snapshot.refer_source(&source.id)).collect();
        match found {
            Some(source) => Ok(Some(source.id.clone())),
            None => Err(AskError::Source { text: text.to_owned(), near: near() }),
        }
    }
}
