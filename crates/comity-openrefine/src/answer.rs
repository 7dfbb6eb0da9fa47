//! From questions to candidates: the engine for places, the register's own names for everything else.

use comity_reconcile::{Feature, MatchOutcome};

use crate::bodies::bodies;
use crate::catalogue::Catalogue;
use crate::evidence::Evidence;
use crate::places::{Places, places};
use crate::question::Question;
use crate::refusal::Refusal;
use crate::subject::Subject;
use crate::verdict::verdict;

/// The candidates of one question, the likeliest first, and what to make of them.
pub(crate) struct Answer<'a> {
    pub(crate) candidates: Vec<Hit<'a>>,
    /// `match`: the first candidate is meant, and no other.
    pub(crate) decision: MatchOutcome,
    /// Why this decision, in a sentence.
    pub(crate) reason: String,
    /// What of the question was not used or looks wrong.
    pub(crate) notes: Vec<String>,
}

/// One candidate.
pub(crate) struct Hit<'a> {
    pub(crate) subject: Subject<'a>,
    /// From 0 to 1.
    pub(crate) score: f32,
    pub(crate) features: Vec<Feature>,
}

/// A question with its evidence read and what an identifier in it names.
pub(crate) struct Understood<'q, 'a> {
    pub(crate) question: &'q Question,
    pub(crate) evidence: Evidence,
    identified: Option<Subject<'a>>,
}

impl Understood<'_, '_> {
    /// Whether the gazetteer is to be asked.
    pub(crate) fn wants_places(&self) -> bool {
        self.identified.is_none() && !self.question.name.is_empty() && self.question.may_be_place()
    }
}

/// Answers each question by itself, in order. Places are looked up on all cores.
pub(crate) fn answer<'a>(
    catalogue: Catalogue<'a>,
    questions: &[Question],
) -> Vec<Result<Answer<'a>, Refusal>> {
    let asked: Vec<Understood<'_, 'a>> = questions.iter().map(|question| read(catalogue, question)).collect();
    let places = places(catalogue, &asked);
    asked.iter().zip(places).map(|(asked, places)| one(catalogue, asked, places)).collect()
}

fn read<'q, 'a>(catalogue: Catalogue<'a>, question: &'q Question) -> Understood<'q, 'a> {
    let evidence = Evidence::read(catalogue, &question.said);
    let stated = evidence.identifier.as_deref().and_then(|text| catalogue.identified(text));
    let identified =
        stated.or_else(|| looks_like_id(&question.name).then(|| catalogue.identified(&question.name))?);
    Understood { question, evidence, identified }
}

/// `gn5134086`, `Q49218`, `us-conference-of-mayors`, `c40`; a bare number or word is a name.
fn looks_like_id(name: &str) -> bool {
    let name = name.trim();
    let marked = name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
    marked && name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn one<'a>(
    catalogue: Catalogue<'a>,
    asked: &Understood<'_, 'a>,
    places: Option<Places<'a>>,
) -> Result<Answer<'a>, Refusal> {
    let Understood { question, evidence, identified } = asked;
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
