//! Where sources disagree: found by query, told apart, both sides with their sources.

mod contradiction;
mod dates;
mod disputed;
mod tension;

use std::collections::BTreeSet;

use comity_model::{Certainty, EntityId, SourceId};
use serde::Serialize;

use crate::ask::{Answer, Arguments, AskError};
use crate::part::{About, At, EntityRef, Evidence, Looked, Method, Table, about};
use crate::question::{Group, LIMIT, Question, may};
use crate::world::{Node, World};
pub(crate) use tension::near_in_time;

pub(crate) const QUESTION: Question = Question {
    id: "conflicts",
    title: "Where do sources disagree?",
    group: Group::Trust,
    help: "Contradictions, tensions and possible copying errors, each with both sides and how many stand on them",
    arguments: &[
        may("entity", "only those about it"),
        may("population-from", "what counts as a big city; the statement's own number if left out"),
        LIMIT,
    ],
    example: "comity ask conflicts metropolis",
    answer: |world, arguments| conflicts(world, &ConflictsArgs::read(arguments)?).map(Answer::Conflicts),
};

/// Which disagreements are wanted.
#[derive(Debug, Clone)]
pub struct ConflictsArgs {
    pub entity: Option<EntityId>,
    /// From how many inhabitants a city is a big one, instead of the statement's own number.
    pub population_from: Option<u64>,
    pub at: At,
    pub limit: usize,
}

impl ConflictsArgs {
    pub(crate) fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let (entity, population_from) =
            (arguments.some_entity("entity")?, arguments.number("population-from")?);
        Ok(Self { entity, population_from, at: arguments.at()?, limit: arguments.limit()? })
    }
}

/// The disagreements, by nature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conflicts {
    #[serde(flatten)]
    pub about: About,
    /// One statement says what another denies.
    pub contradictions: Vec<Conflict>,
    /// Numbers or dates of about the same time that cannot both be right.
    pub tensions: Vec<Conflict>,
    /// Statements that someone found to be probably garbled.
    pub disputed_readings: Vec<Conflict>,
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub nature: Nature,
    pub matter: Matter,
    /// What it is about, in a line.
    pub what: String,
    /// Certain: they cannot both be right; possible: dates leave it open.
    pub certainty: Certainty,
    pub entities: Vec<EntityRef>,
    pub sides: Vec<Side>,
    /// What a vague word was taken to mean: "big: from 500000 inhabitants"; may be empty.
    pub parameter: String,
}

/// The three kinds, told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    Contradiction,
    Tension,
    DisputedReading,
}

impl Nature {
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradiction => "contradiction",
            Self::Tension => "tension",
            Self::DisputedReading => "possible copying error",
        }
    }
}

/// What they disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Whether it is so, or whether there is any.
    Existence,
    /// When it began or ended.
    Date,
    /// How many.
    Count,
    /// What a source meant to say: the place, the party, the number.
    Reading,
}

impl Matter {
    pub fn word(self) -> &'static str {
        match self {
            Self::Existence => "whether it is so",
            Self::Date => "when",
            Self::Count => "how many",
            Self::Reading => "what was meant",
        }
    }
}

/// What one side says, and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    pub says: String,
    /// Sources that do not have it from one another.
    pub independent: u64,
    pub evidence: Vec<Evidence>,
}

impl Side {
    fn new(says: String, evidence: Vec<Evidence>) -> Self {
        let root = |proof: &'_ Evidence| proof.root.as_ref().unwrap_or(&proof.source).id.clone();
        let roots: BTreeSet<SourceId> = evidence.iter().map(root).collect();
        Self { says, independent: roots.len() as u64, evidence }
    }
}

impl Conflicts {
    /// One row a side, those of one disagreement under each other.
    pub(crate) fn table(&self) -> Table {
        let columns = [
            ("nature", "Nature", ""),
            ("matter", "They disagree on", ""),
            ("what", "What", ""),
            ("sure", "Cannot both be right", ""),
            ("says", "One side says", ""),
            ("independent", "Independent sources", ""),
        ];
        let mut table = Table::new("conflicts", "Where sources disagree", &columns);
        let all = self.contradictions.iter().chain(&self.tensions).chain(&self.disputed_readings);
        for (conflict, side) in all.flat_map(|each| each.sides.iter().map(move |side| (each, side))) {
            let sure = if conflict.certainty == Certainty::Certain { "surely" } else { "perhaps" };
            let cells = vec![
                conflict.nature.word().into(),
                conflict.matter.word().into(),
                conflict.what.as_str().into(),
                sure.into(),
                side.says.as_str().into(),
                side.independent.into(),
            ];
            table.push(cells, side.evidence.clone());
        }
        table
    }
}

pub fn conflicts(world: &World, args: &ConflictsArgs) -> Result<Conflicts, AskError> {
    let node = args.entity.as_ref().map(|id| world.must(id)).transpose()?;
    let all = match args.population_from {
        None => world.conflicts().to_vec(),
        Some(_) => find(world, args.population_from),
    };
    let wanted: Vec<Conflict> =
        all.into_iter().filter(|each| node.is_none_or(|node| is_about(world, each, node))).collect();
    let pick =
        |nature| wanted.iter().filter(|each| each.nature == nature).take(args.limit).cloned().collect();
    let subject = node.map_or_else(String::new, |node| format!(": {}", world.name(node)));
    let mut about = about(world, format!("Where sources disagree{subject}"), &args.at, Looked::default());
    about.methods = methods();
    Ok(Conflicts {
        about,
        contradictions: pick(Nature::Contradiction),
        tensions: pick(Nature::Tension),
        disputed_readings: pick(Nature::DisputedReading),
    })
}

fn methods() -> Vec<Method> {
    let texts = [
        "Contradiction: one accepted statement says what another denies, says that a tie ended which another saw \
         later, or what is on file goes against a statement that there is none, or no more than so many.",
        "Tension: two sources give, within five years, numbers of the same thing that cannot both be right, or \
         different dates of one founding or end, or of the beginning of one tie. \"Over 200\" beside \"200\" is one round \
         number said twice.",
        "On each side, sources that have it from one another count as one.",
        "Possible copying error: someone found that a source is probably garbled, and said why.",
    ];
    texts.iter().map(|text| Method::new(text, "")).collect()
}

/// Those about one entity.
pub(crate) fn conflicts_about(world: &World, node: Node) -> Vec<Conflict> {
    world.conflicts().iter().filter(|each| is_about(world, each, node)).cloned().collect()
}

fn is_about(world: &World, conflict: &Conflict, node: Node) -> bool {
    let id = &world.at(node).id;
    conflict.entities.iter().any(|entity| entity.id == *id)
}

/// All of them, by nature. Cost: one pass over the links, and one more for each scope that names no entity.
pub(crate) fn find(world: &World, big: Option<u64>) -> Vec<Conflict> {
    let mut found = contradiction::between_links(world);
    found.extend(contradiction::with_absences(world, big));
    found.extend(contradiction::with_counts(world, big));
    found.extend(tension::between_counts(world));
    found.extend(tension::between_dates(world));
    found.extend(dates::of_ties(world));
    found.extend(disputed::readings(world));
    found
}

impl World {
    /// Found once, on the first question that needs them.
    pub(crate) fn conflicts(&self) -> &[Conflict] {
        self.found_conflicts().get_or_init(|| find(self, None))
    }
}
