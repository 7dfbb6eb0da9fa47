//! All claims of the document, weighed.

use comity_model::{Source, SourceId, Standing, Statement};

use super::link::of_link;
use super::statement::of_statement;
use super::weighed::{Document, Weighed};
use crate::cached_snapshot::CachedSnapshot;

/// All claims of a document that stand, weighed; links by their first part.
pub(super) fn claims_of(snapshot: &CachedSnapshot, source: &SourceId) -> Vec<Weighed> {
    let Some(Source { id, .. }) = snapshot.source(source) else { return Vec::new() };
    let document = Document::new(snapshot, id);
    let links = snapshot.all_links().filter(|(link, _, _)| link.source == *id && link.part == 0);
    let mut weighed: Vec<Weighed> =
        links.map(|(link, subject, object)| of_link(&document, link, subject, object)).collect();
    let own = snapshot.statements().iter().filter(|statement| statement.claim.source == *id);
    weighed.extend(
        own.filter(|statement| stands(statement)).map(|statement| of_statement(&document, statement)),
    );
    weighed.sort_by(|a, b| (&a.label, &a.locator, a.own.claim).cmp(&(&b.label, &b.locator, b.own.claim)));
    weighed
}

fn stands(statement: &Statement) -> bool {
    matches!(statement.standing, Standing::Accepted | Standing::Disputed)
}
