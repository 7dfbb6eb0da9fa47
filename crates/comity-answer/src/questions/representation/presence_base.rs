//! Members of a network that can carry a share: as one source counts them, or as they are on file.

use comity_graph::representation::share_bounds;
use comity_messages::say;
use comity_model::{Filter, LinkKind, Shape, Standing, Statement};
use comity_snapshot::{EntityIx, Evidence, Snapshot, time_of, wording};

use super::presence_sentence::MemberListing;
use crate::report::member_list::{ENOUGH, member_list};
use crate::report::{At, share};

/// x of n: as one source counts them, or as they are on file.
pub(crate) struct PresenceBase {
    pub(crate) of: EntityIx,
    pub(crate) listing: MemberListing,
    /// "counted by …" or "members on file".
    pub(crate) words: String,
    pub(crate) x: u64,
    pub(crate) n: u64,
    /// The least and greatest share that uncertain dates allow; equal for a source's count.
    pub(crate) bounds: (f64, f64),
    /// How many of the members are on file; empty for a source's own count.
    pub(crate) coverage: String,
    /// Whether it can carry a share: what a source counts can, a short list cannot.
    pub(crate) enough: bool,
    pub(crate) evidence: Vec<Evidence>,
}

/// Pairs of counts by one source: so many members in all, so many of them in the place.
pub(crate) fn counted(snapshot: &Snapshot, network: EntityIx, place: EntityIx) -> Vec<PresenceBase> {
    let counts: Vec<MemberCount<'_>> = snapshot
        .statements_about(network)
        .filter_map(|statement| member_count(snapshot, network, statement))
        .collect();
    let mut rows = Vec::new();
    for whole in counts.iter().filter(|count| count.within.is_none()) {
        let parts =
            counts.iter().filter(|part| part.within == Some(place) && part.is_part_of(whole, snapshot));
        rows.extend(parts.map(|part| part.base(whole, snapshot, network, place)));
    }
    rows
}

/// So many members, of a network or of it within a place.
struct MemberCount<'w> {
    statement: &'w Statement,
    within: Option<EntityIx>,
    n: u64,
}

impl MemberCount<'_> {
    /// Whether one list says both, of the same day and the same sort of members.
    fn is_part_of(&self, whole: &Self, snapshot: &Snapshot) -> bool {
        let same_day = time_of(snapshot, self.statement) == time_of(snapshot, whole.statement);
        let same_source = self.statement.claim.source == whole.statement.claim.source;
        same_source && same_day && counts_alike(self.statement, whole.statement) && self.n <= whole.n
    }

    fn base(&self, whole: &Self, snapshot: &Snapshot, network: EntityIx, place: EntityIx) -> PresenceBase {
        let share = share(self.n, whole.n).unwrap_or(0.0);
        let source = &whole.statement.claim.source;
        let title = wording::brief(&snapshot.refer_source(source).title);
        let issuer = snapshot.source(source).and_then(|source| source.issuer.as_ref());
        let own = issuer.and_then(|id| snapshot.node(id)) == Some(network);
        PresenceBase {
            of: place,
            listing: if own { MemberListing::Own } else { MemberListing::Source(title.clone()) },
            words: say!("presence-counted-by", source = title),
            x: self.n,
            n: whole.n,
            bounds: (share, share),
            coverage: String::new(),
            enough: true,
            evidence: [self, whole].map(|count| snapshot.evidence_of_statement(count.statement)).into(),
        }
    }
}

/// Whether both count the same sort of members: cities, organisations.
fn counts_alike(a: &Statement, b: &Statement) -> bool {
    counted_sort(a) == counted_sort(b)
}

/// What a claimed count counts, wherever it is.
fn counted_sort(statement: &Statement) -> Option<Filter> {
    match &statement.claim.shape {
        Shape::Count { scope, .. } => Some(Filter { within: None, ..scope.subject.clone() }),
        _ => None,
    }
}

/// A count of all members of the network, or of those within a place. "More than 1,000" is no number to take a share of.
fn member_count<'w>(
    snapshot: &Snapshot,
    network: EntityIx,
    statement: &'w Statement,
) -> Option<MemberCount<'w>> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let object = snapshot.node(scope.object.entity.as_ref()?.id.as_ref()?)?;
    let member = scope.link == Some(LinkKind::Member) && object == network && scope.subject.entity.is_none();
    let within = match &scope.subject.within {
        Some(mention) => Some(snapshot.node(mention.id.as_ref()?)?),
        None => None,
    };
    let exact = quantity.low.filter(|low| quantity.high == Some(*low));
    let n = exact.and_then(|n| u64::try_from(n).ok())?;
    (member && statement.standing == Standing::Accepted).then_some(MemberCount { statement, within, n })
}

/// Members as they are on file, certain and possible.
pub(crate) fn on_file(
    snapshot: &Snapshot,
    network: EntityIx,
    place: EntityIx,
    at: &At,
) -> Option<PresenceBase> {
    let list = member_list(snapshot, network, place, at, ENOUGH)?;
    let bounds = share_bounds(list.own, list.others)?;
    Some(PresenceBase {
        of: place,
        listing: MemberListing::OnFile,
        words: say!("presence-members-on-record"),
        x: list.own.possible,
        n: list.own.possible + list.others.possible,
        bounds: (bounds.low, bounds.high),
        coverage: list.words,
        enough: list.enough,
        evidence: list.evidence,
    })
}
