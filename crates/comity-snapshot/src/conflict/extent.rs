//! How much is searched for disagreements: all that is on file, or what may be about one thing.

use std::collections::BTreeSet;

use comity_model::{ClaimId, Link, Scope, Statement};

use crate::snapshot::exhaustive::SingleTies;
use crate::snapshot::{EntityIx, Snapshot};

/// Where something is left out, no disagreement about the thing is.
pub(super) struct Extent<'w> {
    pub(super) snapshot: &'w Snapshot,
    near: Option<Near<'w>>,
}

/// What lies near one thing.
struct Near<'w> {
    node: EntityIx,
    links: Vec<(&'w Link, EntityIx, EntityIx)>,
    statements: Vec<&'w Statement>,
    claims: BTreeSet<ClaimId>,
}

impl<'w> Extent<'w> {
    pub(super) fn whole(snapshot: &'w Snapshot) -> Self {
        Self { snapshot, near: None }
    }

    pub(super) fn near(snapshot: &'w Snapshot, node: EntityIx) -> Self {
        let (links, statements) = (snapshot.links_near(node), snapshot.statements_near(node));
        let claims = links.iter().map(|(link, ..)| link.claim).chain(statements.iter().map(|one| one.id));
        let claims = claims.collect();
        Self { snapshot, near: Some(Near { node, links, statements, claims }) }
    }

    /// Every link that is one of a tie which it is about, in the order of the holdings.
    pub(super) fn links(&self) -> Box<dyn Iterator<Item = (&'w Link, EntityIx, EntityIx)> + '_> {
        match &self.near {
            Some(near) => Box::new(near.links.iter().copied()),
            None => Box::new(self.snapshot.all_links()),
        }
    }

    /// Every statement about it, and every count of what one of those counts, in the order of the holdings.
    pub(super) fn statements(&self) -> Box<dyn Iterator<Item = &'w Statement> + '_> {
        match &self.near {
            Some(near) => Box::new(near.statements.iter().copied()),
            None => Box::new(self.snapshot.statements().iter()),
        }
    }

    /// Whether a tie of the thing itself is in a scope, by a link that counts.
    pub(super) fn has_in(&self, scope: &Scope, counts: impl Fn(&Link) -> bool) -> bool {
        let Some(near) = &self.near else { return true };
        let Some(ties) = SingleTies::new(self.snapshot, scope) else { return false };
        near.links.iter().any(|(link, subject, object)| {
            Some(link.kind) == scope.link
                && (*subject == near.node || *object == near.node)
                && counts(link)
                && ties.takes_in(self.snapshot, *subject, *object)
        })
    }

    /// Whether a statement mentions the thing itself.
    pub(super) fn is_mentioned_in(&self, statement: &Statement) -> bool {
        self.near.as_ref().is_none_or(|near| self.snapshot.mentioned_in(statement).contains(&near.node))
    }

    /// Whether a claim may be about it.
    pub(super) fn may_hold(&self, claim: ClaimId) -> bool {
        self.near.as_ref().is_none_or(|near| near.claims.contains(&claim))
    }
}
