//! A person in a sentence: the posts they held, and when.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{Day, LinkKind, Window};
use comity_snapshot::record::{TieRecord, TieState};
use comity_snapshot::{EntityIx, Snapshot, wording};

use super::event::took_part;
use super::linked::{leads_to, named};
use crate::report::in_calendar_years as years;

/// Posts said in the sentence; the page has them all.
const POSTS: usize = 4;

/// "Mayor of Paris since 2014; chair of C40 2016–2019."
pub(super) fn summary(snapshot: &Snapshot, person: EntityIx, window: Window) -> Option<String> {
    let mut said = Vec::new();
    let posts = posts(snapshot, person, window);
    if !posts.is_empty() {
        let rest = posts.len().saturating_sub(POSTS);
        let first = posts.into_iter().take(POSTS).collect::<Vec<_>>().join("; ");
        let first = wording::capitalised(&first);
        said.push(say!("person-posts", posts = first, rest = rest));
    }
    let founded: Vec<EntityIx> = nodes(snapshot, person, LinkKind::Founds, window);
    if !founded.is_empty() {
        said.push(say!("person-founded", names = named(snapshot, &founded)));
    }
    let mut events = leads_to(snapshot, person, LinkKind::TakesPart, window);
    events.retain(took_part);
    let events: Vec<EntityIx> = events.iter().map(|end| end.node).collect();
    if !events.is_empty() {
        said.push(say!("person-took-part", n = events.len(), names = named(snapshot, &events)));
    }
    (!said.is_empty()).then(|| crate::report::sentences(said))
}

fn nodes(snapshot: &Snapshot, person: EntityIx, kind: LinkKind, window: Window) -> Vec<EntityIx> {
    leads_to(snapshot, person, kind, window).iter().map(|end| end.node).collect()
}

/// By the first day that is known of each.
fn posts(snapshot: &Snapshot, person: EntityIx, window: Window) -> Vec<String> {
    let held = snapshot.outgoing_of(LinkKind::Holds, person);
    let bodies: BTreeSet<EntityIx> = held.map(|(_, body)| body).collect();
    let mut posts: Vec<(Option<Day>, String)> = Vec::new();
    for body in bodies {
        for (post, record) in snapshot.post_records(person, body) {
            if matches!(record.on(window).state, TieState::Denied | TieState::NotYet) {
                continue;
            }
            let first = record.began().map(|began| began.bounds.latest);
            posts.push((first, post_in_words(snapshot, &post, body, (&record, window))));
        }
    }
    posts.sort();
    posts.into_iter().map(|(_, words)| words).collect()
}

fn post_in_words(
    snapshot: &Snapshot,
    post: &str,
    body: EntityIx,
    (record, window): (&TieRecord, Window),
) -> String {
    let (body, when) = (snapshot.name(body), when(snapshot, record, window));
    if post.is_empty() {
        return say!("person-some-post", body = body, when = when);
    }
    say!("person-post", post = wording::spoken(post), body = body, when = when)
}

/// " 2016–2019", " since 2014", " from 2010, presumably until 2013", ", last reported 2014, not counted".
fn when(snapshot: &Snapshot, record: &TieRecord, window: Window) -> String {
    let began = record.began().filter(|began| began.is_stated).and_then(|began| years(began.bounds));
    let ended = record.ended_on(window.to).and_then(|end| years(end.bounds));
    let state = wording::tie_standing(snapshot, record, window, None);
    match (record.on(window).state, began, ended) {
        (TieState::Ended, Some(from), Some(to)) => say!("post-from-to", from = from, to = to),
        (TieState::Ended, None, Some(to)) => say!("post-until", to = to),
        (TieState::OnRecord, Some(from), _) => say!("post-since", from = from),
        (_, Some(from), _) => say!("post-from", from = from, state = state),
        (_, None, _) => say!("post-state", state = state),
    }
}
