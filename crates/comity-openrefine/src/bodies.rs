//! What is on file under a name and in no gazetteer: networks, organisations, events, people, metros …

use comity_answer::NameMatch;
use comity_reconcile::Feature;

use crate::answer::Hit;
use crate::catalogue::Catalogue;
use crate::evidence::Evidence;
use crate::question::Question;
use crate::subject::Subject;

/// Entities looked at for one name.
const MOST: usize = 16;
/// What a name that is only similar is worth at most: never as much as one that is the same.
const SIMILAR: f32 = 0.5;
/// What is left of a score when the entity lies in another country than stated.
const ELSEWHERE: f32 = 0.5;

/// Those that may be shown, the likeliest first.
pub(crate) fn bodies<'a>(catalogue: Catalogue<'a>, question: &Question, evidence: &Evidence) -> Vec<Hit<'a>> {
    let called = catalogue.snapshot.called(&question.name, MOST).into_iter();
    let unlisted = called.filter(|one| !catalogue.is_listed(one.entity));
    let hits = unlisted.filter_map(|one| hit(catalogue, evidence, &one));
    hits.filter(|hit| is_asked_for(question, hit)).collect()
}

fn is_asked_for(question: &Question, hit: &Hit<'_>) -> bool {
    let types = hit.subject.types();
    question.fits(&types) || question.admits(&types) && is_whole(hit)
}

/// The name is borne as written, and nothing speaks against it.
pub(crate) fn is_whole(hit: &Hit<'_>) -> bool {
    hit.score >= 1.0
}

fn hit<'a>(catalogue: Catalogue<'a>, evidence: &Evidence, called: &NameMatch<'a>) -> Option<Hit<'a>> {
    let subject = catalogue.of_entity(called.entity)?;
    let same = called.likeness >= 1.0;
    let why = match called.name {
        name if !same => format!("like `{name}`"),
        name if name == subject.name() => format!("`{name}` is its name"),
        name => format!("`{name}` is another name of it"),
    };
    let name = Feature { name: "name", score: called.likeness, why };
    let country = country(catalogue, evidence, &subject);
    let by_name = if same { 1.0 } else { called.likeness * SIMILAR };
    let score = if country.score < 0.0 { by_name * ELSEWHERE } else { by_name };
    Some(Hit { subject, score, features: vec![name, country] })
}

/// Whether the country that the table states is the one on file.
fn country(catalogue: Catalogue<'_>, evidence: &Evidence, subject: &Subject<'_>) -> Feature {
    let (score, why) = match evidence.country.as_deref().zip(subject.iso2()) {
        None => (0.0, String::new()),
        Some((stated, own)) if code(catalogue, stated) == own => (1.0, format!("in {own}, as said")),
        Some((stated, own)) => (-1.0, format!("in {own}, not in {stated}")),
    };
    Feature { name: "country", score, why }
}

fn code(catalogue: Catalogue<'_>, stated: &str) -> String {
    let understood = catalogue.gazetteer.and_then(|places| places.country(stated));
    understood.map_or_else(|| stated.trim().to_uppercase(), |country| country.iso2.to_string())
}
