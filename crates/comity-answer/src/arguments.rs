//! Arguments as text, read into what they mean.

mod error;
pub(crate) mod graph;
mod subject;

use std::collections::BTreeMap;

use comity_model::{Day, EntityId, Source, SourceId, Statement};

use crate::cached_snapshot::CachedSnapshot;
use crate::question::Question;
use crate::report::At;
use crate::world::{Found, World};

pub use error::AskError;
pub(crate) use subject::{network, two};

/// The arguments of one question, known to be among those it takes.
pub(crate) struct Arguments<'a> {
    pub(crate) question: &'static Question,
    world: &'a CachedSnapshot,
    earlier: Option<&'a CachedSnapshot>,
    today: Day,
    given: &'a BTreeMap<String, String>,
}

/// Rows of a table unless more are asked for, and at most.
const LIMIT: (usize, usize) = (200, 5000);

impl<'a> Arguments<'a> {
    pub(crate) fn check(
        (world, earlier): (&'a CachedSnapshot, Option<&'a CachedSnapshot>),
        today: Day,
        question: &'static Question,
        given: &'a BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let takes = || question.arguments.iter().map(|argument| argument.name);
        match given.keys().find(|key| !takes().any(|name| name == key.as_str())) {
            Some(key) => {
                Err(AskError::Argument { text: key.clone(), question: question.id, takes: takes().collect() })
            }
            None => Ok(Self { question, world, earlier, today, given }),
        }
    }

    /// The world of the moment that is asked to be compared with.
    pub(crate) fn earlier(&self) -> Option<&'a CachedSnapshot> {
        self.earlier
    }

    pub(crate) fn world(&self) -> &'a CachedSnapshot {
        self.world
    }

    fn get(&self, name: &'static str) -> Option<&'a str> {
        self.given.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn required<T>(&self, name: &'static str, value: Option<T>) -> Result<T, AskError> {
        value.ok_or_else(|| self.missing(name))
    }

    pub(crate) fn entity(&self, name: &'static str) -> Result<EntityId, AskError> {
        let entity = self.some_entity(name)?;
        self.required(name, entity)
    }

    pub(crate) fn some_entity(&self, name: &'static str) -> Result<Option<EntityId>, AskError> {
        self.get(name).map(|text| self.resolve(text)).transpose()
    }

    /// The one entity that a text means.
    pub(crate) fn resolve(&self, text: &str) -> Result<EntityId, AskError> {
        entity_called(self.world, text)
    }

    /// Several, joined by commas; none where nothing is given.
    pub(crate) fn entities(&self, name: &'static str) -> Result<Vec<EntityId>, AskError> {
        let given = self.get(name).into_iter().flat_map(|all| all.split(','));
        given
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(|text| entity_called(self.world, text))
            .collect()
    }

    /// A statement by its label or its claim's number.
    pub(crate) fn some_statement(&self, name: &'static str) -> Result<Option<&'a Statement>, AskError> {
        let expected = "the label or number of a statement on file, such as S48";
        self.read(name, expected, |text| {
            let called = |each: &&Statement| each.claim.label == text || each.id.to_string() == text;
            self.world.statements().iter().find(called)
        })
    }

    /// That it is needed after all.
    pub(crate) fn missing(&self, argument: &'static str) -> AskError {
        AskError::Missing { argument, question: self.question.id, example: self.question.example }
    }

    /// A source by its id, its whole title, or the path of the file of that title.
    pub(crate) fn some_source(&self, name: &'static str) -> Result<Option<SourceId>, AskError> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let sources = self.world.sources();
        let file = text.rsplit(['/', '\\']).next().unwrap_or(text);
        let called =
            |source: &&Source| source.id.as_str() == text || [text, file].contains(&source.title.as_str());
        let found = sources.iter().find(called);
        let near = || sources.iter().take(24).map(|source| self.world.refer_source(&source.id)).collect();
        match found {
            Some(source) => Ok(Some(source.id.clone())),
            None => Err(AskError::Source { text: text.to_owned(), near: near() }),
        }
    }

    /// The day asked about; today where it is left out.
    pub(crate) fn at(&self) -> Result<At, AskError> {
        self.date("at").map(|at| at.unwrap_or_else(|| At::day(self.today)))
    }

    pub(crate) fn date(&self, name: &'static str) -> Result<Option<At>, AskError> {
        Ok(self.get(name).map(str::parse).transpose()?)
    }

    pub(crate) fn limit(&self) -> Result<usize, AskError> {
        let expected = "a number of rows from 1 to 5000";
        let Some(text) = self.get("limit") else { return Ok(LIMIT.0) };
        let bad = || AskError::Value { argument: "limit", text: text.to_owned(), expected };
        text.parse().ok().filter(|rows| (1..=LIMIT.1).contains(rows)).ok_or_else(bad)
    }

    pub(crate) fn number(&self, name: &'static str) -> Result<Option<u64>, AskError> {
        self.read(name, "a whole number", |text| text.parse().ok())
    }

    /// Reads what is given, if anything is; what it refuses is not what was `expected`.
    pub(crate) fn read<T>(
        &self,
        name: &'static str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, AskError> {
        let bad = |text: &str| AskError::Value { argument: name, text: text.to_owned(), expected };
        self.get(name).map(|text| read(text).ok_or_else(|| bad(text))).transpose()
    }
}

/// By id or by a name that means one thing only.
pub(crate) fn entity_called(world: &World, text: &str) -> Result<EntityId, AskError> {
    match world.find(text) {
        Found::One(id) => Ok(id),
        Found::Several(candidates) => Err(AskError::Several { text: text.to_owned(), candidates }),
        Found::None(near) => Err(AskError::Unknown { text: text.to_owned(), near }),
    }
}
