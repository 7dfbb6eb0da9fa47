//! What an entry speaks of: the key under which its meaning is folded together with that of others.

use comity_model::{ClaimId, Coverage, Decision, EntityId, Record, SourceId};

/// `claim:…` for a claim and every judgement of it, `same:a|b` for two entities in order of id.
pub fn about(record: &Record) -> String {
    match record {
        Record::Source(source) => self::source(&source.id),
        Record::Entity(entity) => self::entity(&entity.id),
        Record::Claim(claim) => self::claim(claim.id()),
        Record::Coverage(coverage) => format!("coverage:{}", look(coverage)),
        Record::Judgement(judgement) => match &judgement.decision {
            Decision::Resolve { claim, .. }
            | Decision::NotMeant { claim, .. }
            | Decision::Verdict { claim, .. } => self::claim(*claim),
            Decision::Same { a, b, .. } => format!("same:{}|{}", a.min(b), a.max(b)),
        },
    }
}

/// `claim:…`
pub fn claim(id: ClaimId) -> String {
    format!("claim:{id}")
}

/// `entity:…`
pub fn entity(id: &EntityId) -> String {
    format!("entity:{id}")
}

/// `source:…`
pub fn source(id: &SourceId) -> String {
    format!("source:{id}")
}

/// Without the kind of thing: the id itself.
pub fn bare(about: &str) -> &str {
    about.split_once(':').map_or(about, |(_, id)| id)
}

/// One look is another's newer edition when both looked at the same source for the same things.
fn look(coverage: &Coverage) -> String {
    let scope = (&coverage.source, coverage.link, &coverage.subject, &coverage.object, &coverage.period);
    let text = serde_json::to_vec(&scope).expect("a scope is plain data");
    blake3::hash(&text).to_hex().split_at(24).0.to_owned()
}
