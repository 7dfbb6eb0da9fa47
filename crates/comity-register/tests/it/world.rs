//! Records that state only what a test is about.

use comity_model::{
    Claim, ClaimId, Decision, Entity, EntityId, EntityKind, Holdings, Judge, Judgement, LinkKind, Mention,
    Reading, Record, Sameness, Shape, Slot, Source, SourceId, SourceKind, Standing,
};
use comity_register::{Committed, NewBatch, Register};

pub(crate) fn id(text: &str) -> EntityId {
    EntityId::new(text).unwrap()
}

pub(crate) fn source(name: &str) -> Record {
    let mut source = Source::new(SourceId::new(name).unwrap(), SourceKind::OfficialList, name);
    source.date = Some("2019".parse().unwrap());
    Record::Source(source)
}

pub(crate) fn polity(name: &str) -> Record {
    entity(name, EntityKind::Polity)
}

pub(crate) fn entity(name: &str, kind: EntityKind) -> Record {
    let title: String =
        name.char_indices().map(|(n, c)| if n == 0 { c.to_ascii_uppercase() } else { c }).collect();
    Record::Entity(Entity::new(id(name), kind, &title))
}

/// "`subject` and `other` are sister cities", its mentions not yet read.
pub(crate) fn pair(source: &str, subject: &str, other: &str) -> Claim {
    let mut object = Mention::agreement_with(vec![Mention::named(other)]);
    object.level = Some("sister-city".into());
    link(source, subject, LinkKind::Party, object)
}

/// "`subject` is a member of `network`", the network being known by its id.
pub(crate) fn member(source: &str, subject: &str, network: &str) -> Claim {
    link(source, subject, LinkKind::Member, Mention::named(network).known_as(id(network)))
}

fn link(source: &str, subject: &str, kind: LinkKind, object: Mention) -> Claim {
    let subject = Mention::named(subject);
    let locator = format!("{} {kind} {}", subject.text, object.text);
    let shape = Shape::Link { subject, kind, object, attributes: std::collections::BTreeMap::default() };
    Claim { valid: "1985/..".parse().unwrap(), ..Claim::new(SourceId::new(source).unwrap(), &locator, shape) }
}

/// Reads the mentions of a claim, in order, as these entities; `?` leaves one open.
pub(crate) fn resolve(judge: Judge, claim: &Claim, entities: &[&str]) -> Record {
    let reading = |(mention, name): ((Slot, &Mention), &&str)| Reading {
        slot: mention.0,
        entity: (*name != "?").then(|| id(name)),
        score: 900,
        why: "by name".into(),
    };
    let readings = claim.mentions().into_iter().zip(entities).map(reading).collect();
    judgement(judge, Decision::Resolve { claim: claim.id(), readings })
}

pub(crate) fn verdict(claim: ClaimId, standing: Standing) -> Record {
    judgement(Judge::Person, Decision::Verdict { claim, standing })
}

pub(crate) fn same(a: &str, b: &str, sameness: Sameness) -> Record {
    judgement(Judge::Person, Decision::Same { a: id(a), b: id(b), sameness })
}

fn judgement(judge: Judge, decision: Decision) -> Record {
    Record::Judgement(Judgement { judge, decision, why: "because".into() })
}

pub(crate) async fn commit(register: &Register, at: &str, records: Vec<Record>) -> Committed {
    let batch = NewBatch { title: format!("on {at}"), by: "ana".to_owned(), at: at.parse().unwrap() };
    register.commit(batch, records, &mut |_| {}).await.unwrap()
}

/// Everything at the end of the ledger.
pub(crate) async fn now(register: &Register) -> Holdings {
    register.holdings(register.head().await.unwrap().seq).await.unwrap()
}

/// Links as text, in order: `lyon party Leipzig – Lyon`.
pub(crate) fn links(holdings: &Holdings) -> Vec<String> {
    let name = |id: &EntityId| {
        let entity = holdings.entities.iter().find(|entity| entity.id == *id);
        entity.map_or_else(|| format!("{id}?"), |entity| entity.name.to_string())
    };
    let line =
        |link: &comity_model::Link| format!("{} {} {}", name(&link.subject), link.kind, name(&link.object));
    let mut lines: Vec<String> = holdings.links.iter().map(line).collect();
    lines.sort_unstable();
    lines
}

/// The same holdings, whatever the number and the hash of the entry that they were held at.
pub(crate) fn without_place(holdings: Holdings) -> Holdings {
    Holdings { known: comity_model::Seq(0), head: String::new(), ..holdings }
}
