//! Where sources disagree: found by query, told apart, both sides with their sources.

use comity_messages::{listed, message, say};
use comity_snapshot::conflict::{Conflict, ConflictKind, find};

use crate::answer::{Answer, Conflicts};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{Group, LIMIT, Question, Range, may};
use crate::report::{CoverageReport, Method, about};

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
    let node = arguments.some_node("entity")?;
    let all = match arguments.whole("population-from") {
        None => snapshot.conflicts().to_vec(),
        some => find(snapshot, some),
    };
    let wanted: Vec<Conflict> = all
        .into_iter()
        .filter(|each| node.is_none_or(|node| each.is_about(&snapshot.entity(node).id)))
        .collect();
    let of = |nature| wanted.iter().filter(move |each| each.kind == nature);
    let pick = |nature| of(nature).take(arguments.limit()).cloned().collect();
    let name = node.map(|node| snapshot.name(node));
    let totals = [ConflictKind::Contradiction, ConflictKind::Tension, ConflictKind::DisputedReading]
        .map(|nature| of(nature).count() as u64);
    let title = match &name {
        Some(name) => say!("conflicts-title-about", name = name.as_str()),
        None => say!("conflicts-title"),
    };
    let mut about = about(QUESTION.id, snapshot, title, &arguments.at(), CoverageReport::default());
    about.methods = methods();
    Ok(Answer::Conflicts(Conflicts {
        about,
        summary: summary(totals, name.as_deref()),
        contradictions: pick(ConflictKind::Contradiction),
        tensions: pick(ConflictKind::Tension),
        disputed_readings: pick(ConflictKind::DisputedReading),
        contradictions_total: totals[0],
        tensions_total: totals[1],
        disputed_readings_total: totals[2],
    }))
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
