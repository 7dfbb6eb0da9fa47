//! The one door: a question's name and its arguments as text, to an answer or to an error that says what exists.

mod arguments;
mod error;

use std::collections::BTreeMap;

use comity_model::Day;
use serde::Serialize;

use crate::world::World;
use crate::{between, compare, conflicts, coverage, members, presence, profile, timeline, with};

pub(crate) use arguments::Arguments;
pub use error::AskError;

/// An answer to any question; its JSON carries the question's name as `question`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "question", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "one answer at a time is alive; a box would only hide it")]
pub enum Answer {
    Profile(profile::Profile),
    Members(members::Members),
    Between(between::Between),
    Presence(presence::Presence),
    With(with::With),
    Compare(compare::Compare),
    Timeline(timeline::Timeline),
    Conflicts(conflicts::Conflicts),
    Coverage(coverage::Coverage),
}

/// Answers the question called `name`. `today` is the day meant where `at` is left out.
///
/// Arguments are those of [`crate::questions`]; unknown ones are refused, not ignored.
pub fn ask(
    world: &World,
    today: Day,
    name: &str,
    arguments: &BTreeMap<String, String>,
) -> Result<Answer, AskError> {
    let arguments = Arguments::check(world, today, name, arguments)?;
    match arguments.question.id {
        "profile" => profile::profile(world, &profile::ProfileArgs::read(&arguments)?).map(Answer::Profile),
        "members" => members::members(world, &members::MembersArgs::read(&arguments)?).map(Answer::Members),
        "between" => between::between(world, &between::BetweenArgs::read(&arguments)?).map(Answer::Between),
        "presence" => {
            presence::presence(world, &presence::PresenceArgs::read(&arguments)?).map(Answer::Presence)
        }
        "with" => with::with(world, &with::WithArgs::read(&arguments)?).map(Answer::With),
        "compare" => compare::compare(world, &compare::CompareArgs::read(&arguments)?).map(Answer::Compare),
        "timeline" => {
            timeline::timeline(world, &timeline::TimelineArgs::read(&arguments)?).map(Answer::Timeline)
        }
        "conflicts" => {
            conflicts::conflicts(world, &conflicts::ConflictsArgs::read(&arguments)?).map(Answer::Conflicts)
        }
        "coverage" => {
            coverage::coverage(world, &coverage::CoverageArgs::read(&arguments)?).map(Answer::Coverage)
        }
        other => unreachable!("{other} is in the list of questions and has no answer"),
    }
}
