//! What the two have, in a sentence or two.

use std::collections::BTreeSet;

use comity_messages::{listed, range, say};
use comity_snapshot::Snapshot;
use comity_snapshot::record::TieState;

use crate::answer::With;
use crate::report::{At, StateCount, Tie};

/// What the sentences are made of, beside the answer itself.
pub(super) struct SummaryFacts {
    /// The years in which what is no more ended or was suspended; empty: no source says.
    pub(super) stopped: BTreeSet<i64>,
    /// The least and the most that sources count of the same.
    pub(super) counted: Option<(u64, u64)>,
    /// Where one side is a network and the other its member.
    pub(super) membership: Option<String>,
}

/// "United States–China: 165 agreements on record, 109 names to match. Others count 157 to 286."
pub(super) fn summary(with: &With, found: &SummaryFacts) -> String {
    let (a, b) = (with.subject.name.as_str(), with.object.name.as_str());
    let names = with.please_check.len() as u64;
    let members = with.networks.memberships.figure.count.presumed;
    if let Some(membership) = &found.membership {
        return membership.clone();
    }
    let mut said = Vec::new();
    if is_nothing(with) {
        let searched = with.about.looked.searched;
        let way = with.chains.as_ref().and_then(|ways| ways.first());
        match way.map(|way| way.steps.as_slice()) {
            None => said.push(say!("with-nothing", n = searched, a = a, b = b)),
            // What both signed beside others.
            Some([both]) => said.extend([
                say!("way-sentence", said = both.how.as_str()),
                say!("with-nothing-else", n = searched),
            ]),
            Some(_) => said.push(say!("with-nothing-direct", n = searched, a = a, b = b)),
        }
        let missing = with.about.looked.not_looked.iter().map(|title| title.to_lowercase());
        let missing = listed(missing);
        if !missing.is_empty() {
            said.push(say!("not-yet-searched", what = missing));
        }
        return crate::report::sentences(said);
    }
    said.push(say!("with-on-record", a = a, b = b, n = with.ties.figure.count.presumed, names = names));
    said.extend(stopped(&with.ended.by_state, &found.stopped));
    said.extend(found.counted.map(|(low, high)| say!("with-others-count", range = range(low, high))));
    if with.networks.count.presumed > 0 {
        said.push(say!("with-networks", n = with.networks.count.presumed));
    }
    if members > 0 {
        said.push(say!("with-member", n = members));
    }
    crate::report::sentences(said)
}

fn is_nothing(with: &With) -> bool {
    let groups = [&with.ties, &with.ended, &with.offices, &with.acts, &with.others];
    let none = groups.iter().all(|group| group.total == 0) && with.networks.memberships.total == 0;
    none && with.please_check.is_empty() && with.networks.met.is_empty() && with.events_total == 0
}

/// "In 2022: 4 ended, 6 suspended, sources disagree on 1."
fn stopped(states: &[StateCount], years: &BTreeSet<i64>) -> Option<String> {
    let (open, over): (Vec<&StateCount>, Vec<&StateCount>) =
        states.iter().partition(|count| is_open(count.state));
    let parts: Vec<String> = over.into_iter().chain(open).filter_map(part).collect();
    let parts = parts.into_iter().reduce(|first, next| say!("list-more", first = first, next = next))?;
    let when = match (years.first(), years.last()) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) if last - first == 1 => listed([first.to_string(), last.to_string()]),
        _ => return Some(say!("with-stopped", parts = parts)),
    };
    Some(say!("with-stopped-in", when = when, parts = parts))
}

/// It goes on, or sources do not agree whether.
fn is_open(state: TieState) -> bool {
    matches!(state, TieState::Contested | TieState::SourcesDisagree)
}

fn part(count: &StateCount) -> Option<String> {
    let n = count.n;
    Some(match count.state {
        TieState::Ended => say!("count-ended", n = n),
        TieState::Expired => say!("count-expired", n = n),
        TieState::PresumedEnded => say!("count-presumed-ended", n = n),
        TieState::Suspended => say!("count-suspended", n = n),
        TieState::Contested => say!("count-contested", n = n),
        TieState::Denied => say!("count-denied", n = n),
        TieState::SourcesDisagree => say!("count-disagree", n = n),
        _ => return None,
    })
}

/// The years in which agreements stopped, by the last day of what sources say; empty where that of one is not known. What
/// sources disagree about has none of its own.
pub(super) fn years(snapshot: &Snapshot, ended: &[Tie], at: &At) -> BTreeSet<i64> {
    let agreed = ended.iter().filter(|tie| tie.record.standing.state != TieState::SourcesDisagree);
    let years: Option<BTreeSet<i64>> = agreed.map(|tie| year(snapshot, tie, at)).collect();
    years.unwrap_or_default()
}

fn year(snapshot: &Snapshot, tie: &Tie, at: &At) -> Option<i64> {
    let agreement = snapshot.node(&tie.via.as_ref()?.id)?;
    let (record, day) = (snapshot.agreement_record(agreement), at.window.to);
    let end = record.ended_on(day).or_else(|| record.suspended_on(day));
    let end = end.or_else(|| record.endings().into_iter().next_back());
    end?.bounds.latest.year()
}
