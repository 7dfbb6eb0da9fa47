//! How much is searched for disagreements: all that is on file, or what may be about one thing.

use std::collections::BTreeSet;

use comity_model::{ClaimId, Filter, Link, Scope, Statement};

use crate::snapshot::exhaustive::{is_of_sort, node_of};
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

    /// Whether a tie of the thing itself may be in a scope; what a scope says of places is not looked at.
    pub(super) fn may_have_in(&self, scope: &Scope) -> bool {
        let Some(near) = &self.near else { return true };
        near.links.iter().any(|(link, subject, object)| {
            Some(link.kind) == scope.link
                && (*subject == near.node || *object == near.node)
                && self.may_be(&scope.subject, *subject)
                && self.may_be(&scope.object, *object)
        })
    }

    fn may_be(&self, filter: &Filter, node: EntityIx) -> bool {
        let named = filter.entity.as_ref();
        named.is_none_or(|named| node_of(self.snapshot, named) == Some(node))
            && is_of_sort(self.snapshot, filter, None, node)
    }

    /// Whether a claim may be about it.
    pub(super) fn may_hold(&self, claim: ClaimId) -> bool {
        self.near.as_ref().is_none_or(|near| near.claims.contains(&claim))
    }
}
