//! What is known of one membership, in a sentence or two.

use std::collections::BTreeMap;

use comity_messages::{listed, message, say};
use comity_model::{Day, LinkKind, Window};
use comity_snapshot::record::TieState;
use comity_snapshot::{EntityIx, Fact, Snapshot, facts, wording};

/// Lists that are all named; of more, the first and the last.
const NAMED: usize = 4;

/// "Athens in C40: Listed March 2010, 2019 and 2022. Joined by March 2010, start unknown; no later list read; no report
/// that it left." `None`: nobody says that it was ever a member.
pub(super) fn membership(
    snapshot: &Snapshot,
    member: EntityIx,
    network: EntityIx,
    window: Window,
) -> Option<String> {
    let joined = snapshot.outgoing(member);
    let joined = joined.filter(|(link, other)| link.kind == LinkKind::Member && *other == network);
    let fact = facts(joined.map(|(link, other)| (other, link))).into_iter().next()?.1;
    fact.asserted().next()?;
    let (member, network) = (snapshot.name(member), snapshot.name(network));
    Some(say!("membership-of", member = member, network = network, words = words(snapshot, &fact, window)))
}

fn words(snapshot: &Snapshot, fact: &Fact<'_>, window: Window) -> String {
    let record = fact.record(snapshot);
    let left = match record.on(window).state {
        TieState::OnRecord | TieState::NotPlaced => message!("membership-no-report").text(),
        _ => wording::tie_standing(snapshot, &record, window, None),
    };
    let seen: BTreeMap<(Day, Day), String> = fact
        .asserted()
        .filter_map(|link| link.observed.as_ref())
        .map(|date| ((date.latest(), date.earliest()), wording::date(date)))
        .collect();
    let since = fact.asserted().find_map(|link| wording::since(&link.valid));
    let seen: Vec<String> = seen.into_values().collect();
    let (Some(first), Some(last)) = (seen.first().cloned(), seen.last().cloned()) else {
        let start = match since {
            Some(since) => say!("membership-since", since = since, left = left),
            None => say!("membership-start-unknown", left = left),
        };
        return crate::report::sentences([message!("membership-undated").text(), start]);
    };
    let start = match since {
        Some(since) => say!("membership-since", since = since, left = left),
        None => say!("membership-joined-by", first = first.as_str(), left = left),
    };
    let lists = if seen.len() > NAMED {
        say!("membership-listed-often", n = seen.len(), first = first, last = last)
    } else {
        say!("membership-listed", when = listed(seen))
    };
    crate::report::sentences([lists, start])
}
