//! The members of a network on file, and whether they are enough of it to speak for it.

use comity_graph::representation::MemberCounts;
use comity_messages::say;
use comity_model::{Certainty, Completeness, Coverage, LinkKind, Period, Shape, Standing, Statement};
use comity_snapshot::{EntityIx, Evidence, Snapshot, time_of, wording};

use super::ties::member_ties;
use super::{At, Tie};

/// Part of the claimed members that a list must have, where a question is not told otherwise.
pub(crate) const ENOUGH: f64 = 0.8;

/// What is on record on the day, the members of one place apart.
pub(crate) struct MemberList {
    pub(crate) own: MemberCounts,
    pub(crate) others: MemberCounts,
    /// Whether shares of it are shares of the network's members.
    pub(crate) enough: bool,
    /// Of how many, in plain words: "4 on file of at most 5 claimed".
    pub(crate) words: String,
    /// Those of the place first, then all others, then who claims how many there are.
    pub(crate) evidence: Vec<Evidence>,
}

/// `None`: nobody is on file for the day. `part` is the least share of the claimed members that is enough.
///
/// Enough is a list near to the largest number that any source claims; and a list that somebody looked through whole
/// for the day, unless more are claimed for the same time.
pub(crate) fn member_list(
    snapshot: &Snapshot,
    network: EntityIx,
    place: EntityIx,
    at: &At,
    part: f64,
) -> Option<MemberList> {
    let ties = member_ties(snapshot, network, at, None);
    let ties: Vec<Tie> = ties.into_iter().filter(|tie| tie.record.standing.presumed).collect();
    let territory = snapshot.territory(place);
    let inside = |tie: &&Tie| snapshot.node(&tie.other.id).is_some_and(|member| territory.holds(member));
    let (own, others): (Vec<&Tie>, Vec<&Tie>) = ties.iter().partition(inside);
    let held = ties.len() as u64;
    let all = counts_of_all(snapshot, network);
    let largest = all.iter().max_by_key(|(statement, n)| (*n, statement.id));
    let near = |n: u64| as_share(held, n) >= part;
    let whole = looked_whole(snapshot, network, at, near);
    let more = |(statement, n): &(&Statement, u64)| in_window(&time_of(snapshot, statement), at) && !near(*n);
    let enough = largest.is_some_and(|(_, n)| near(*n)) || (whole.is_some() && !all.iter().any(more));
    (held > 0).then(|| MemberList {
        own: count(&own),
        others: count(&others),
        enough,
        words: words(held, largest.map(|(_, n)| *n), whole.filter(|_| enough)),
        evidence: own
            .iter()
            .chain(&others)
            .filter_map(|tie| tie.evidence.first().cloned())
            .chain(largest.map(|(statement, _)| snapshot.evidence_of_statement(statement)))
            .collect(),
    })
}

/// The rule in a sentence, for an answer's methods.
pub(crate) fn enough(part: f64) -> String {
    say!("member-list-enough", part = part)
}

fn count(ties: &[&Tie]) -> MemberCounts {
    let n = ties.len() as u64;
    MemberCounts { certain: n, possible: n }
}

fn words(held: u64, claimed: Option<u64>, whole: Option<&Coverage>) -> String {
    let of = claimed.map_or_else(
        || say!("member-list-unclaimed", held = held),
        |claimed| say!("member-list-of-claimed", held = held, claimed = claimed),
    );
    match whole {
        Some(look) => say!("member-list-searched", said = of, when = wording::period(&look.period)),
        None => of,
    }
}

/// A look at all members that was complete, for a time that may be the one asked about.
fn looked_whole<'w>(
    snapshot: &'w Snapshot,
    network: EntityIx,
    at: &At,
    near: impl Fn(u64) -> bool,
) -> Option<&'w Coverage> {
    let of_all = |look: &&Coverage| is_of_all_members(look) && object(snapshot, look) == Some(network);
    let then = |look: &&Coverage| !look.period.as_str().is_empty() && in_window(&look.period, at);
    snapshot.coverage().iter().filter(of_all).filter(then).find(|look| look.found.is_none_or(&near))
}

/// Whether somebody looked through every member, wherever it is.
fn is_of_all_members(look: &Coverage) -> bool {
    look.link == LinkKind::Member && look.completeness == Completeness::Complete && look.subject.is_none()
}

fn object(snapshot: &Snapshot, look: &Coverage) -> Option<EntityIx> {
    snapshot.node(look.object.as_ref()?)
}

fn in_window(period: &Period, at: &At) -> bool {
    period.holds(at.window).some_day() > Certainty::No
}

/// Accepted counts of all members of the network, each with the most it says.
pub(crate) fn counts_of_all(snapshot: &Snapshot, network: EntityIx) -> Vec<(&Statement, u64)> {
    let statements = snapshot.statements_about(network);
    let counts =
        statements.filter_map(|statement| Some((statement, count_of_all(snapshot, network, statement)?)));
    counts.collect()
}

/// How many members of a network an accepted claim counts in all; at the most, where it gives bounds.
fn count_of_all(snapshot: &Snapshot, network: EntityIx, statement: &Statement) -> Option<u64> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else {
        return None;
    };
    let object = snapshot.node(scope.object.entity.as_ref()?.id.as_ref()?)?;
    let all = scope.link == Some(LinkKind::Member)
        && object == network
        && scope.subject.within.is_none()
        && scope.subject.entity.is_none()
        && statement.standing == Standing::Accepted;
    u64::try_from(quantity.high.or(quantity.low)?).ok().filter(|_| all)
}

#[expect(clippy::cast_precision_loss, reason = "members are counted in thousands, not in 2^52")]
fn as_share(held: u64, of: u64) -> f64 {
    if of == 0 { 1.0 } else { held as f64 / of as f64 }
}
