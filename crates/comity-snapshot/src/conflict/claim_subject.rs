//! What a claim speaks of: claims on one subject bear each other out, or contradict each other.

use comity_model::{ClaimId, EntityAttribute, Link, LinkKind, Scope, Shape, Statement};

use crate::scope::resolved;
use crate::snapshot::{EntityIx, Snapshot};

/// A relation, an attribute of one entity, or what is counted; by meaning, however a source words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimSubject {
    Link(LinkSubject),
    Attribute {
        entity: EntityIx,
        attribute: EntityAttribute,
    },
    /// How many there are, or that there are none.
    Scope(Box<Scope>),
}

/// One sort of link between two ends; all parties of an agreement stand in one, which begins and ends for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkSubject {
    pub kind: LinkKind,
    /// Of an agreement: the agreement itself.
    pub subject: EntityIx,
    pub object: EntityIx,
}

impl LinkSubject {
    pub fn of(link: &Link, subject: EntityIx, object: EntityIx) -> Self {
        let subject = if link.kind == LinkKind::Party { object } else { subject };
        Self { kind: link.kind, subject, object }
    }
}

impl ClaimSubject {
    /// `None` of an opinion, which shares its subject with none, and of what nobody has resolved.
    pub fn of(snapshot: &Snapshot, statement: &Statement) -> Option<Self> {
        match &statement.claim.shape {
            Shape::Count { scope, .. } | Shape::Absence { scope } => {
                Some(Self::Scope(Box::new(resolved(scope))))
            }
            Shape::Attribute { entity, attribute, .. } => {
                let entity = snapshot.node(entity.id.as_ref()?)?;
                Some(Self::Attribute { entity, attribute: *attribute })
            }
            Shape::Link { .. } | Shape::Opinion { .. } => None,
        }
    }
}

/// The other claims that say something of what this one speaks of, whether they agree or not, ascending; none of a claim
/// that is not on file or was turned down.
///
/// Cost: a pass over the links or the statements.
pub fn claims_on_same_subject(snapshot: &Snapshot, claim: ClaimId) -> Vec<ClaimId> {
    let own: Vec<ClaimSubject> =
        subjects(snapshot).filter(|(id, _)| *id == claim).map(|(_, own)| own).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let same = subjects(snapshot).filter(|(id, subject)| *id != claim && own.contains(subject));
    let mut found: Vec<ClaimId> = same.map(|(id, _)| id).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The subject of everything on file; of a claim that makes several links, each.
fn subjects(snapshot: &Snapshot) -> impl Iterator<Item = (ClaimId, ClaimSubject)> {
    let links = snapshot.all_links().map(|(link, subject, object)| {
        (link.claim, ClaimSubject::Link(LinkSubject::of(link, subject, object)))
    });
    let statements = snapshot.statements().iter();
    links.chain(statements.filter_map(|one| Some((one.id, ClaimSubject::of(snapshot, one)?))))
}
