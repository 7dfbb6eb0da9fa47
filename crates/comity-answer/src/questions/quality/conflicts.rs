//! Where sources disagree: found by query, told apart, both sides with their sources.

use comity_messages::{listed, message, say};
use comity_model::EntityId;
use comity_snapshot::conflict::{Conflict, ConflictKind, find};

use crate::answer::{Answer, Conflicts};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, may};
use crate::report::{At, CoverageReport, Method, about};

pub(crate) const QUESTION: Question = Question {
    id: "conflicts",
    title: message!("question-conflicts"),
    group: Group::Trust,
    help: message!("help-conflicts"),
    arguments: &[
        may("entity", Range::Entity, "only those about it"),
        may(
            "population-from",
            Range::Whole { least: 1, most: 100_000_000 },
            "what counts as a big city; the statement's own number if left out",
        ),
        LIMIT,
    ],
    example: &[("entity", "metropolis")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    conflicts(snapshot, &ConflictsArgs::read(arguments)?).map(Answer::Conflicts)
}

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
            (arguments.some_entity("entity")?, arguments.whole("population-from"));
        Ok(Self { entity, population_from, at: arguments.at(), limit: arguments.limit() })
    }
}

pub fn conflicts(snapshot: &CachedSnapshot, args: &ConflictsArgs) -> Result<Conflicts, AskError> {
    let node = snapshot.require_any(args.entity.as_ref())?;
    let all = match args.population_from {
        None => snapshot.conflicts().to_vec(),
        Some(_) => find(snapshot, args.population_from),
    };
    let wanted: Vec<Conflict> = all
        .into_iter()
        .filter(|each| node.is_none_or(|node| each.is_about(&snapshot.entity(node).id)))
        .collect();
    let of = |nature| wanted.iter().filter(move |each| each.kind == nature);
    let pick = |nature| of(nature).take(args.limit).cloned().collect();
    let name = node.map(|node| snapshot.name(node));
    let totals = [ConflictKind::Contradiction, ConflictKind::Tension, ConflictKind::DisputedReading]
        .map(|nature| of(nature).count() as u64);
    let title = match &name {
        Some(name) => say!("conflicts-title-about", name = name.as_str()),
        None => say!("conflicts-title"),
    };
    let mut about = about(QUESTION.id, snapshot, title, &args.at, CoverageReport::default());
    about.methods = methods();
    Ok(Conflicts {
        about,
        summary: summary(totals, name.as_deref()),
        contradictions: pick(ConflictKind::Contradiction),
        tensions: pick(ConflictKind::Tension),
        disputed_readings: pick(ConflictKind::DisputedReading),
        contradictions_total: totals[0],
        tensions_total: totals[1],
        disputed_readings_total: totals[2],
    })
}

/// "Sources disagree: 3 contradictions and 16 tensions."
fn summary([contradictions, tensions, readings]: [u64; 3], about: Option<&str>) -> String {
    let parts = [
        (contradictions > 0).then(|| say!("count-contradictions", n = contradictions)),
        (tensions > 0).then(|| say!("count-tensions", n = tensions)),
        (readings > 0).then(|| say!("count-copying-errors", n = readings)),
    ];
    let parts = listed(parts.into_iter().flatten());
    match about {
        _ if !parts.is_empty() => say!("conflicts-found", parts = parts),
        Some(subject) => say!("conflicts-none-about", subject = subject),
        None => message!("conflicts-none").text(),
    }
}

fn methods() -> Vec<Method> {
    let texts = [
        message!("conflicts-method-contradiction"),
        message!("conflicts-method-tension"),
        message!("conflicts-method-sides"),
        message!("conflicts-method-copying-error"),
    ];
    texts.iter().map(|text| Method::new(&text.text(), "")).collect()
}
