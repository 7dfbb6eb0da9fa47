//! The one door: a question's name and its arguments as text, to an answer or to an error that says what exists.

mod arguments;
mod error;
mod tables;

use std::borrow::Cow;
use std::collections::BTreeMap;

use comity_model::Day;
use serde::Serialize;

use crate::catalogue::questions;
use crate::part::{About, Chart, Sheet, Table};
use crate::question::Question;
use crate::world::World;
use crate::{between, compare, conflicts, coverage, members, profile, timeline, with};

pub(crate) use arguments::{Arguments, entity_called};
pub use error::AskError;

/// An answer to any question; its JSON carries the question's name as `question`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "one answer at a time is alive; a box would only hide it")]
pub enum Answer {
    Profile(profile::Profile),
    Members(members::Members),
    Between(between::Between),
    With(with::With),
    Compare(compare::Compare),
    Timeline(timeline::Timeline),
    Conflicts(conflicts::Conflicts),
    Coverage(coverage::Coverage),
    /// Every other question: figures, tables and pictures.
    Sheet(Sheet),
}

impl Answer {
    /// What stands around it, whatever the question.
    pub fn about(&self) -> &About {
        match self {
            Self::Profile(answer) => &answer.about,
            Self::Members(answer) => &answer.about,
            Self::Between(answer) => &answer.about,
            Self::With(answer) => &answer.about,
            Self::Compare(answer) => &answer.about,
            Self::Timeline(answer) => &answer.about,
            Self::Conflicts(answer) => &answer.about,
            Self::Coverage(answer) => &answer.about,
            Self::Sheet(answer) => &answer.about,
        }
    }

    /// Its tables, for who wants rows rather than a page.
    pub fn tables(&self) -> Cow<'_, [Table]> {
        match self {
            Self::Sheet(answer) => Cow::Borrowed(&answer.tables),
            Self::Members(answer) => Cow::Owned(answer.tables()),
            Self::Profile(answer) => Cow::Owned(tables::profile(answer)),
            Self::Between(answer) => Cow::Owned(tables::between(answer)),
            Self::With(answer) => Cow::Owned(tables::with(answer)),
            Self::Compare(answer) => Cow::Owned(tables::compare(answer)),
            Self::Conflicts(answer) => Cow::Owned(vec![answer.table()]),
            Self::Coverage(answer) => Cow::Borrowed(&answer.tables),
            Self::Timeline(answer) => Cow::Owned(vec![answer.table()]),
        }
    }

    /// Its pictures; each shows the values of one of the tables.
    pub fn charts(&self) -> Cow<'_, [Chart]> {
        match self {
            Self::Sheet(answer) => Cow::Borrowed(&answer.charts),
            Self::Members(answer) => Cow::Owned(answer.charts()),
            Self::Timeline(answer) => Cow::Owned(answer.chart().into_iter().collect()),
            _ => Cow::Borrowed(&[]),
        }
    }

    fn about_mut(&mut self) -> &mut About {
        match self {
            Self::Profile(answer) => &mut answer.about,
            Self::Members(answer) => &mut answer.about,
            Self::Between(answer) => &mut answer.about,
            Self::With(answer) => &mut answer.about,
            Self::Compare(answer) => &mut answer.about,
            Self::Timeline(answer) => &mut answer.about,
            Self::Conflicts(answer) => &mut answer.about,
            Self::Coverage(answer) => &mut answer.about,
            Self::Sheet(answer) => &mut answer.about,
        }
    }
}

/// Asks the question called `name`. `today` is the day meant where `at` is left out.
///
/// Arguments are those of [`crate::questions`]; unknown ones are refused, not ignored.
pub fn ask(
    world: &World,
    today: Day,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Answer, AskError> {
    ask_beside(world, None, today, name, arguments)
}

/// The same, beside the world of an earlier moment for questions about what changed: [`crate::Door::earlier`] has it.
pub fn ask_beside(
    world: &World,
    earlier: Option<&World>,
    today: Day,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Answer, AskError> {
    let question = question(name)?;
    let arguments = Arguments::check((world, earlier), today, question, arguments)?;
    let mut answer = (question.answer)(world, &arguments)?;
    answer.about_mut().question = question.id;
    Ok(answer)
}

fn question(name: &str) -> Result<&'static Question, AskError> {
    let exists = || questions().iter().map(|question| question.id).collect();
    questions()
        .iter()
        .find(|question| question.id == name)
        .ok_or_else(|| AskError::Question { text: name.to_owned(), exists: exists() })
}
