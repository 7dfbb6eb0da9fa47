//! What the engine finds in the gazetteer: the same calls as `comity reconcile`.

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Candidate, MatchOutcome, PointCheck, Query, Reconciled, point_check, reconcile_all};

use crate::answer::{Hit, Understood};
use crate::catalogue::Catalogue;
use crate::evidence::Evidence;
use crate::question::Question;

/// The places a question may mean, the likeliest first, and what the engine decided about them.
pub(crate) struct Places<'a> {
    pub(crate) hits: Vec<Hit<'a>>,
    pub(crate) decision: MatchOutcome,
    pub(crate) reason: String,
    /// What is wrong with the point that the table states.
    pub(crate) wrong_point: Option<String>,
}

/// For each question what is found; `None` where no place is asked for, or there is no gazetteer.
pub(crate) fn places<'a>(catalogue: Catalogue<'a>, asked: &[Understood<'_, 'a>]) -> Vec<Option<Places<'a>>> {
    let Some(gazetteer) = catalogue.gazetteer else { return asked.iter().map(|_| None).collect() };
    let wanted = || asked.iter().filter(|asked| asked.wants_places());
    let queries: Vec<Query<'_>> = wanted().map(|asked| query(asked.question, &asked.evidence)).collect();
    let found = reconcile_all(gazetteer, &queries);
    let mut found = wanted().zip(found).map(|(asked, found)| understood(catalogue, gazetteer, asked, found));
    asked.iter().map(|asked| if asked.wants_places() { found.next() } else { None }).collect()
}

/// The level is what the table says, else the one type that is asked for.
fn query<'q>(question: &'q Question, evidence: &'q Evidence) -> Query<'q> {
    let typed = match question.types.as_slice() {
        [one] => one.level(),
        _ => None,
    };
    Query { level: evidence.level.or(typed), ..evidence.query(&question.name) }
}

fn understood<'a>(
    catalogue: Catalogue<'a>,
    gazetteer: &Gazetteer,
    asked: &Understood<'_, 'a>,
    found: Reconciled<'a>,
) -> Places<'a> {
    let wrong_point = wrong_point(gazetteer, &asked.evidence, &found);
    let meant = found.candidates.first().map(|first| first.place.canonical());
    let kept = if found.decision == MatchOutcome::None { Vec::new() } else { found.candidates };
    let kept = kept.into_iter().filter_map(|candidate| Some((candidate.place, hit(catalogue, candidate)?)));
    let shown: Vec<_> = kept.filter(|(_, hit)| asked.question.admits(&hit.subject.types())).collect();
    let first = shown.first().map(|(place, hit)| (place.canonical(), hit.subject));
    let (decision, reason) = match (found.decision, first) {
        (MatchOutcome::None, _) => (MatchOutcome::None, found.reason),
        (_, None) => (MatchOutcome::None, format!("{}; it is not of the type asked for", found.reason)),
        (MatchOutcome::Match, Some((place, _))) if Some(place) != meant => {
            (MatchOutcome::Review, "what fits best is not of the type asked for".to_owned())
        }
        (MatchOutcome::Match, Some((_, subject))) if !asked.question.fits(&subject.types()) => {
            (MatchOutcome::Review, format!("{} is not of the type asked for", subject.name()))
        }
        (decision, _) => (decision, found.reason),
    };
    Places { hits: shown.into_iter().map(|(_, hit)| hit).collect(), decision, reason, wrong_point }
}

fn hit<'a>(catalogue: Catalogue<'a>, candidate: Candidate<'a>) -> Option<Hit<'a>> {
    let subject = catalogue.of_place(candidate.place)?;
    Some(Hit { subject, score: candidate.score, features: candidate.features })
}

fn wrong_point(gazetteer: &Gazetteer, evidence: &Evidence, found: &Reconciled<'_>) -> Option<String> {
    let check = point_check(gazetteer, found.country.as_ref()?.iso2, evidence.point?);
    (check != PointCheck::Inside).then(|| check.sentence().to_owned())
}
