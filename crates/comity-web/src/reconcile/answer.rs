//! From questions to candidates: the engine for places, the register's own names for everything else.

use comity_reconcile::{Feature, MatchOutcome};

use super::bodies::bodies;
use super::catalogue::Catalogue;
use super::evidence::Evidence;
use super::places::{Places, places};
use super::question::Question;
use super::refusal::Refusal;
use super::subject::Subject;
use super::verdict::verdict;

/// The candidates of one question, the likeliest first, and what to make of them.
pub(super) struct Answer<'a> {
    pub(super) candidates: Vec<Hit<'a>>,
    /// `match`: the first candidate is meant, and no other.
    pub(super) decision: MatchOutcome,
    /// Why this decision, in a sentence.
    pub(super) reason: String,
    /// What of the question was not used or looks wrong.
    pub(super) notes: Vec<String>,
}

/// One candidate.
pub(super) struct Hit<'a> {
    pub(super) subject: Subject<'a>,
    /// From 0 to 1.
    pub(super) score: f32,
    pub(super) features: Vec<Feature>,
}

/// A question with its evidence read and what an identifier in it names.
pub(super) struct Asked<'q, 'a> {
    pub(super) question: &'q Question,
    pub(super) evidence: Evidence,
    identified: Option<Subject<'a>>,
}

impl Asked<'_, '_> {
    /// Whether the gazetteer is to be asked.
    pub(super) fn wants_places(&self) -> bool {
        self.identified.is_none() && !self.question.name.is_empty() && self.question.may_be_place()
    }
}

/// Answers each question by itself, in order. Places are looked up on all cores.
pub(super) fn answer<'a>(
    catalogue: Catalogue<'a>,
    questions: &[Question],
) -> Vec<Result<Answer<'a>, Refusal>> {
    let asked: Vec<Asked<'_, 'a>> = questions.iter().map(|question| read(catalogue, question)).collect();
    let places = places(catalogue, &asked);
    asked.iter().zip(places).map(|(asked, places)| one(catalogue, asked, places)).collect()
}

fn read<'q, 'a>(catalogue: Catalogue<'a>, question: &'q Question) -> Asked<'q, 'a> {
    let evidence = Evidence::read(catalogue, &question.said);
    let stated = evidence.identifier.as_deref().and_then(|text| catalogue.identified(text));
    let identified =
        stated.or_else(|| looks_like_id(&question.name).then(|| catalogue.identified(&question.name))?);
    Asked { question, evidence, identified }
}

/// `gn5134086`, `Q49218`, `us-conference-of-mayors`, `c40`; a bare number or word is a name.
fn looks_like_id(name: &str) -> bool {
    let name = name.trim();
    let marked = name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
    marked && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn one<'a>(
    catalogue: Catalogue<'a>,
    asked: &Asked<'_, 'a>,
    places: Option<Places<'a>>,
) -> Result<Answer<'a>, Refusal> {
    let Asked { question, evidence, identified } = asked;
    if let Some(subject) = identified {
        let answer = by_identifier(question, *subject, evidence.notes.clone());
        return Ok(in_our_types(question, answer));
    }
    if question.name.is_empty() {
        return unnamed(evidence);
    }
    let bodies = bodies(catalogue, question, evidence);
    if bodies.is_empty() && question.may_be_place() && catalogue.gazetteer.is_none() {
        return Err(Refusal::NoGazetteer);
    }
    let warned = places.as_ref().and_then(|places| places.wrong_point.clone());
    let notes = evidence.notes.iter().cloned().chain(warned).collect();
    Ok(in_our_types(question, Answer { notes, ..verdict(question, places, bodies) }))
}

/// Types that we do not know are said, and keep a candidate from being the match.
fn in_our_types<'a>(question: &Question, mut answer: Answer<'a>) -> Answer<'a> {
    let unknown =
        question.unknown_types.iter().map(|one| format!("there is no type `{one}`; it was not used"));
    answer.notes.extend(unknown);
    if question.has_foreign_types() && answer.decision == MatchOutcome::Match {
        answer.decision = MatchOutcome::Review;
        answer.reason = format!("{}, but the type asked for is none of ours", answer.reason);
    }
    answer
}

fn by_identifier<'a>(question: &Question, subject: Subject<'a>, notes: Vec<String>) -> Answer<'a> {
    let why = format!("the identifier of {}", subject.name());
    let (decision, reason) = if question.fits(&subject.types()) {
        (MatchOutcome::Match, why.clone())
    } else {
        (MatchOutcome::Review, format!("{why}, which is not of the type asked for"))
    };
    let features = vec![Feature { name: "identifier", score: 1.0, why }];
    Answer { candidates: vec![Hit { subject, score: 1.0, features }], decision, reason, notes }
}

fn unnamed<'a>(evidence: &Evidence) -> Result<Answer<'a>, Refusal> {
    let Some(identifier) = &evidence.identifier else {
        return Err(Refusal::Nameless);
    };
    let reason = format!("nothing we hold has the identifier `{identifier}`");
    Ok(Answer { candidates: Vec::new(), decision: MatchOutcome::None, reason, notes: evidence.notes.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_an_id() {
        for id in ["gn5134086", "Q49218", "c40", "us-conference-of-mayors"] {
            assert!(looks_like_id(id), "{id}");
        }
        for name in ["Lyon", "75001", "", "圣保罗"] {
            assert!(!looks_like_id(name), "{name}");
        }
    }
}
