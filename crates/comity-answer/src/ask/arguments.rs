//! Arguments as text, read into what they mean.

use std::collections::BTreeMap;

use comity_model::{Day, EntityId, SourceId};

use super::AskError;
use crate::part::At;
use crate::question::{Question, questions};
use crate::world::{Found, World};

/// The arguments of one question, known to be among those it takes.
pub(crate) struct Arguments<'a> {
    pub(crate) question: &'static Question,
    world: &'a World,
    today: Day,
    given: &'a BTreeMap<String, String>,
}

/// Rows of a table unless more are asked for, and at most.
const LIMIT: (usize, usize) = (200, 5000);

impl<'a> Arguments<'a> {
    pub(crate) fn check(
        world: &'a World,
        today: Day,
        name: &str,
        given: &'a BTreeMap<String, String>,
    ) -> Result<Self, AskError> {
        let question = questions().iter().find(|question| question.id == name).ok_or_else(|| {
            AskError::Question { text: name.to_owned(), exists: questions().iter().map(|q| q.id).collect() }
        })?;
        let takes = || question.arguments.iter().map(|argument| argument.name);
        match given.keys().find(|key| !takes().any(|name| name == key.as_str())) {
            Some(key) => {
                Err(AskError::Argument { text: key.clone(), question: question.id, takes: takes().collect() })
            }
            None => Ok(Self { question, world, today, given }),
        }
    }

    fn get(&self, name: &'static str) -> Option<&'a str> {
        self.given.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn required<T>(&self, name: &'static str, value: Option<T>) -> Result<T, AskError> {
        let (question, example) = (self.question.id, self.question.example);
        value.ok_or(AskError::Missing { argument: name, question, example })
    }

    pub(crate) fn entity(&self, name: &'static str) -> Result<EntityId, AskError> {
        let entity = self.some_entity(name)?;
        self.required(name, entity)
    }

    pub(crate) fn some_entity(&self, name: &'static str) -> Result<Option<EntityId>, AskError> {
        let Some(text) = self.get(name) else { return Ok(None) };
        match self.world.find(text) {
            Found::One(id) => Ok(Some(id)),
            Found::Several(candidates) => Err(AskError::Several { text: text.to_owned(), candidates }),
            Found::None(near) => Err(AskError::Unknown { text: text.to_owned(), near }),
        }
    }

    /// A source by its id or its whole title.
    pub(crate) fn some_source(&self, name: &'static str) -> Result<Option<SourceId>, AskError> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let sources = self.world.sources();
        let found = sources.iter().find(|source| source.id.as_str() == text || source.title == text);
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
        self.get(name).map(str::parse).transpose()
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

impl World {
    /// The place of an id that a caller gives directly.
    pub(crate) fn must(&self, id: &EntityId) -> Result<crate::world::Node, AskError> {
        self.node(id).ok_or_else(|| AskError::Unknown { text: id.to_string(), near: Vec::new() })
    }
}
