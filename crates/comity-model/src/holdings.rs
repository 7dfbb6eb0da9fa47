//! What the register holds at one moment of knowing: the hand-over from the ledger to graphs and answers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::claim::{Claim, Standing};
use crate::coverage::Coverage;
use crate::date::FuzzyDate;
use crate::entity::Entity;
use crate::id::{ClaimId, EntityId, Seq, SourceId};
use crate::judgement::Sameness;
use crate::link::{Link, LinkKind};
use crate::mention::Slot;
use crate::source::Source;

/// Everything that was known at `known`, before any question of when it was true.
///
/// Two registers with equal holdings give equal answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holdings {
    pub known: Seq,
    /// The hash of the ledger at `known`, in hexadecimal; empty for an empty ledger.
    pub head: String,
    /// By id.
    pub sources: Vec<Source>,
    /// By id; merged entities are left out.
    pub entities: Vec<Entity>,
    /// By claim and part; ends are canonical. Rejected and retracted claims yield none; proposed ones neither.
    pub links: Vec<Link>,
    /// Claims that are not links, by id: attributes, counts, absences, opinions.
    pub statements: Vec<Statement>,
    pub coverage: Vec<Coverage>,
    /// Claims a person doubted, with the reason: disputed readings.
    pub disputes: Vec<Dispute>,
    /// Merged entity → the one it became.
    pub canon: BTreeMap<EntityId, EntityId>,
    /// Decisions about pairs of entities that stand, by pair.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<IdentityJudgement>,
    /// Claims that a person should look at, by source: only proposed, or an end open, unknown or of the wrong
    /// kind. The queue's size.
    pub waiting: BTreeMap<SourceId, u64>,
    /// The ends of those link claims that nobody could resolve, by claim and slot: a question about a place
    /// shows the ones that might mean it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<OpenMention>,
    /// The day on which a source was taken in, of those that have no date and that nobody says when they were seen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub imported: BTreeMap<SourceId, FuzzyDate>,
}

/// One end of a link claim that is not resolved, with what its claim says about the other end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenMention {
    pub claim: ClaimId,
    pub slot: Slot,
    pub kind: LinkKind,
    pub source: SourceId,
    pub locator: SmolStr,
    /// Verbatim, as are country and admin.
    pub text: SmolStr,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<SmolStr>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<SmolStr>,
    /// The resolved other ends of the claim; an open end of the same claim is an entry of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<EntityId>,
    /// Why it was left open, in a sentence; may be empty.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub why: SmolStr,
}

/// A claim that is no link, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub id: ClaimId,
    pub claim: Claim,
    pub standing: Standing,
}

/// A judgement that a source is probably garbled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispute {
    pub claim: ClaimId,
    pub by: String,
    pub why: String,
}

/// A judgement whether two entities are one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct IdentityJudgement {
    /// As judged: where they are the same, this one became the other.
    pub a: EntityId,
    pub b: EntityId,
    pub sameness: Sameness,
    pub by: String,
    pub why: String,
}

/// What may be held otherwise than at an earlier moment: it has to be read again. More may be named than is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The end of what was held before.
    pub since: Seq,
    pub claims: BTreeSet<ClaimId>,
    /// Whose records are others, came or went.
    pub entities: BTreeSet<EntityId>,
    /// Of those, the ones that came, went, changed their name or kind, were merged or parted: what leans on them is
    /// another too.
    pub renamed: BTreeSet<EntityId>,
    /// How many of the claims waited for a person before, by source.
    pub waited: BTreeMap<SourceId, u64>,
}

impl Changes {
    /// How many claims and entities have to be read.
    pub fn size(&self) -> usize {
        self.claims.len() + self.entities.len()
    }
}
