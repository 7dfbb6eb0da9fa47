//! Follow: what was recorded last, as Atom feeds of the register and of one entity.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use comity_answer::Snapshot;
use comity_export::{Feed, FeedEntry, write_atom};
use comity_messages::say;
use comity_model::{ClaimId, EntityId, Standing};
use comity_register::{Batch, BatchKind, ClaimDossier};

use crate::cite::title_of;
use crate::error::WebError;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// Entries of a feed at most.
const MOST: usize = 50;
const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// `GET /feed.atom`: the newest batches, as of now.
pub(crate) async fn register(visit: Visit) -> Result<Response, WebError> {
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let batches = visit.state.register().batches(None, most).await?;
    let place = Place::of(&visit);
    let entries = batches.iter().map(|batch| of_batch(&place, batch)).collect();
    let feed = place.feed(&visit, say!("feed-title"), "/feed.atom", "/changes", entries);
    Ok(visit.file(MEDIA_TYPE, "comity.atom", write_atom(&feed).into_bytes()))
}

/// `GET /entities/{id}/feed.atom`: what was last said about it, as of now.
pub(crate) async fn entity(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let snapshot = visit.state.door().snapshot(None).await?;
    let held = id.parse::<EntityId>().ok().and_then(|id| snapshot.entity_by_id(&id));
    let Some(held) = held else {
        let missing = WebError::Missing { noun: "entity", id: id.clone(), instead: Vec::new() };
        return Err(gone(&visit, "entity", &id, missing).await);
    };
    let claims = visit
        .state
        .register()
        .newest_claims(&claims_about(&snapshot, &held.id), snapshot.known(), MOST)
        .await?;
    let place = Place::of(&visit);
    let entries = claims.iter().filter_map(|claim| of_claim(&place, claim)).collect();
    let title = say!("feed-title-of", name = title_of(&snapshot, &held.id));
    let page = format!("/entities/{}", held.id);
    let feed = place.feed(&visit, title, &format!("{page}/feed.atom"), &page, entries);
    Ok(visit.file(MEDIA_TYPE, &format!("comity-{}.atom", held.id), write_atom(&feed).into_bytes()))
}

/// Every claim of a tie of the entity's own, or of something else about it.
fn claims_about(snapshot: &Snapshot, id: &EntityId) -> BTreeSet<ClaimId> {
    let Some(node) = snapshot.node(id) else { return BTreeSet::new() };
    let ties = snapshot.outgoing(node).chain(snapshot.incoming(node)).map(|(link, _)| link.claim);
    ties.chain(snapshot.statements_about(node).map(|statement| statement.id)).collect()
}

/// Where this server is, for addresses and for names that last (RFC 4151).
struct Place {
    base: String,
    tag: String,
}

impl Place {
    fn of(visit: &Visit) -> Self {
        let base = visit.state.access().hosts.lasting_base();
        let tag = tag(&base);
        Self { base, tag }
    }

    fn feed(&self, visit: &Visit, title: String, own: &str, page: &str, entries: Vec<FeedEntry>) -> Feed {
        let recorded = visit.head.recorded_at.as_ref().map(|at| at.as_str().to_owned());
        let newest = entries.iter().map(|entry| entry.updated.clone()).max();
        Feed {
            id: format!("{}{own}", self.tag),
            title,
            author: say!("cite-publisher"),
            // Of an empty register: the beginning of the day.
            updated: newest.or(recorded).unwrap_or_else(|| format!("{}T00:00:00Z", visit.state.today())),
            page: format!("{}{page}", self.base),
            own: format!("{}{own}", self.base),
            entries,
        }
    }
}

/// `tag:comity.example,2026:/atlas`: host and path of the server without its port, and the year since which they count.
fn tag(base: &str) -> String {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    format!("tag:{},2026:{path}", name.chars().map(plain).collect::<String>())
}

fn of_batch(place: &Place, batch: &Batch) -> FeedEntry {
    let path = format!("/changes/{}", batch.id.0);
    let summary = match batch.nature {
        BatchKind::Records => say!("feed-recorded", n = batch.entries),
        BatchKind::Undo => say!("feed-undo"),
        BatchKind::Erasure => say!("feed-erasure"),
        BatchKind::Upgrade => say!("feed-upgrade"),
    };
    let undone = batch.undone_by.map(|undo| say!("feed-undone", batch = undo.0.to_string()));
    FeedEntry {
        id: format!("{}{path}", place.tag),
        title: batch.title.clone(),
        updated: batch.recorded_at.as_str().to_owned(),
        author: batch.by.clone(),
        page: format!("{}{path}", place.base),
        summary: [Some(summary), undone].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

/// By whom and when it was last worded, read or decided on; `None` where all of that was taken down.
fn of_claim(place: &Place, dossier: &ClaimDossier) -> Option<FeedEntry> {
    let held = &dossier.held;
    let mut last = dossier.history.iter().rev();
    let entry = last.find(|entry| entry.undone_by.is_none() && entry.content.is_some())?;
    let source = dossier.source.as_ref().map_or(held.claim.source.as_str(), |source| source.title.as_str());
    let said = say!("feed-according", source = source, place = held.claim.locator.as_str());
    let standing =
        (held.standing != Standing::Accepted).then(|| words::sentence(words::standing(held.standing).1));
    let path = format!("/claims/{}", held.id);
    Some(FeedEntry {
        id: format!("{}{path}", place.tag),
        title: words::sentence(&words::claim(&held.claim)),
        updated: entry.at.as_str().to_owned(),
        author: entry.by.clone(),
        page: format!("{}{path}", place.base),
        summary: std::iter::once(said).chain(standing).collect::<Vec<_>>().join(" "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_lasts_has_no_port() {
        assert_eq!(tag("https://comity.example"), "tag:comity.example,2026:");
        assert_eq!(tag("https://city.example:8443/atlas"), "tag:city.example,2026:/atlas");
        assert_eq!(tag("http://[::1]:8420"), "tag:---1-,2026:");
    }
}
