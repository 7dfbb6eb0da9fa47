//! Places and bodies under one name, weighed against each other: at most one of them is the match.

use comity_reconcile::MatchOutcome;

use crate::answer::{Answer, Hit};
use crate::bodies::is_whole;
use crate::places::Places;
use crate::question::Question;
use crate::types::Type;

/// A place whose name fits at least so well competes with a body that bears the same name.
const SAME_NAME: f32 = 0.85;

/// `places` is `None` where the gazetteer was not asked; `bodies` may be empty. Notes are the caller's.
pub(crate) fn verdict<'a>(
    question: &Question,
    places: Option<Places<'a>>,
    bodies: Vec<Hit<'a>>,
) -> Answer<'a> {
    let not_looked = places.is_none() && question.may_be_place();
    let (hits, of_places, reason) = match places {
        Some(places) => (places.hits, places.decision, places.reason),
        None => (Vec::new(), MatchOutcome::None, format!("nothing on file is called `{}`", question.name)),
    };
    let namesake = hits.iter().find(|hit| question.fits(&hit.subject.types()) && has_the_name(hit));
    let whole: Vec<&Hit<'a>> = bodies.iter().filter(|hit| is_meant(question, hit)).collect();
    let (decision, reason) = match (whole.as_slice(), namesake) {
        ([], _) if of_places == MatchOutcome::None && !bodies.is_empty() => {
            (MatchOutcome::Review, "something on file has a similar name or is of another type".to_owned())
        }
        ([], _) => (of_places, reason),
        ([_], None) if not_looked => {
            (MatchOutcome::Review, "on file by this name; places were not looked at: no gazetteer".to_owned())
        }
        ([one], None) => (MatchOutcome::Match, one.features[0].why.clone()),
        ([one], Some(place)) => {
            (MatchOutcome::Review, format!("{} or {}: say the type", said(one), said(place)))
        }
        ([one, other, ..], _) => (MatchOutcome::Review, format!("{} or {}", said(one), said(other))),
    };
    let candidates = in_order(question, decision, hits, bodies);
    Answer { candidates, decision, reason, notes: Vec::new() }
}

fn is_meant(question: &Question, hit: &Hit<'_>) -> bool {
    is_whole(hit) && question.fits(&hit.subject.types())
}

fn has_the_name(hit: &Hit<'_>) -> bool {
    hit.features.iter().any(|feature| feature.name == "name" && feature.score >= SAME_NAME)
}

fn said(hit: &Hit<'_>) -> String {
    format!("{} ({})", hit.subject.name(), hit.subject.description())
}

/// By score, so that the match comes first also for clients that sort again. Beside a match, bodies of similar
/// names or other types are left out.
fn in_order<'a>(
    question: &Question,
    decision: MatchOutcome,
    places: Vec<Hit<'a>>,
    bodies: Vec<Hit<'a>>,
) -> Vec<Hit<'a>> {
    let (meant, others): (Vec<_>, Vec<_>) = bodies.into_iter().partition(|hit| is_meant(question, hit));
    let others = if decision == MatchOutcome::Match { Vec::new() } else { others };
    let mut all: Vec<Hit<'a>> = meant.into_iter().chain(places).chain(others).collect();
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    if question.types.is_empty() && decision != MatchOutcome::Match {
        all = agreements_last(all);
    }
    all.truncate(question.limit);
    all
}

/// Who names no type means a place or a body before an agreement that bears its name. Scores are kept in order for
/// clients that sort again.
fn agreements_last(all: Vec<Hit<'_>>) -> Vec<Hit<'_>> {
    let (agreements, mut all): (Vec<_>, Vec<_>) = all.into_iter().partition(is_agreement);
    let least = all.last().map_or(1.0, |hit| hit.score);
    all.extend(agreements.into_iter().map(|hit| Hit { score: hit.score.min(least), ..hit }));
    all
}

fn is_agreement(hit: &Hit<'_>) -> bool {
    hit.subject.types().contains(&Type::Agreement)
}
