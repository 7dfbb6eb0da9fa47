//! Coverage by network: members on file of those claimed, in all and by country.

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{EntityKind, LinkKind, Shape, Standing, Statement};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, EntityRef, Snapshot, facts};

use super::depth::{COLUMNS, Depth, JoinedEnds, PROVEN};
use crate::report::member_list::counts_of_all;
use crate::report::{At, Cell, MessageHead, Table, share};

/// Members on file of one network, confirmed to possible, beside the most that anybody claims.
pub(super) struct OfNetwork<'w> {
    pub(super) network: EntityRef,
    pub(super) held: BoundedCount,
    pub(super) claimed: Option<(&'w Statement, u64)>,
    pub(super) depth: Depth<'w>,
}

/// All networks, or only the one asked about; those with most members first.
pub(super) fn by_network<'w>(snapshot: &'w Snapshot, node: Option<EntityIx>, at: &At) -> Vec<OfNetwork<'w>> {
    let only = node.filter(|node| snapshot.entity(*node).kind == EntityKind::Network);
    let networks =
        snapshot.of_kind(EntityKind::Network).filter(|network| only.is_none_or(|only| only == *network));
    let mut rows: Vec<OfNetwork<'w>> = networks.map(|network| of_network(snapshot, network, at)).collect();
    rows.sort_by(|a, b| (b.held.presumed, &a.network.name).cmp(&(a.held.presumed, &b.network.name)));
    rows
}

fn of_network<'w>(snapshot: &'w Snapshot, network: EntityIx, at: &At) -> OfNetwork<'w> {
    let joined = || snapshot.incoming_of(LinkKind::Member, network);
    let members = facts(joined().map(|(link, member)| (member, link)));
    let held = BoundedCount::of(members.iter().map(|(_, fact)| fact.standing(snapshot, at.window)));
    let mut depth = Depth::of(
        joined().map(|(link, member)| JoinedEnds { link, subject: member, object: network }).collect(),
    );
    let own = &snapshot.entity(network).id;
    snapshot
        .coverage()
        .iter()
        .filter(|look| look.object.as_ref() == Some(own))
        .for_each(|look| depth.look(look));
    OfNetwork {
        network: snapshot.refer(network),
        held,
        claimed: counts_of_all(snapshot, network).into_iter().max_by_key(|(statement, n)| (*n, statement.id)),
        depth,
    }
}

pub(super) fn table(snapshot: &Snapshot, rows: &[OfNetwork<'_>], at: &At) -> Table {
    let own = [("network", message!("head-network"), "")];
    let columns = own.into_iter().chain(HELD).chain(COLUMNS);
    let mut table = Table::headed("networks", message!("coverage-table-networks"), columns);
    table.note = say!("coverage-networks-note", n = PROVEN);
    for row in rows {
        let mut cells = vec![row.network.clone().into()];
        cells.extend(held_cells(row.held, row.claimed.map(|(_, n)| n)));
        cells.extend(row.depth.cells(at.window));
        let claimed = row.claimed.iter().map(|(statement, _)| snapshot.evidence_of_statement(statement));
        table.push(cells, claimed.chain(row.depth.evidence(snapshot)).collect());
    }
    table
}

/// The columns of [`held_cells`].
pub(super) const HELD: [MessageHead; 3] = [
    ("claimed", message!("head-claimed"), ""),
    ("held", message!("head-on-record"), ""),
    ("covered", message!("head-covered"), "share"),
];

pub(super) fn held_cells(held: BoundedCount, claimed: Option<u64>) -> Vec<Cell> {
    vec![claimed.into(), Cell::Range(held), claimed.and_then(|n| share(held.presumed, n)).into()]
}

/// The largest number of members within a nation that a source claims of a network.
pub(super) fn claimed_within(snapshot: &Snapshot) -> BTreeMap<(EntityIx, EntityIx), (&Statement, u64)> {
    let mut largest: BTreeMap<(EntityIx, EntityIx), (&Statement, u64)> = BTreeMap::new();
    for statement in snapshot.statements() {
        let Some((key, n)) = within(snapshot, statement) else { continue };
        let known = largest.entry(key).or_insert((statement, n));
        if known.1 < n {
            *known = (statement, n);
        }
    }
    largest
}

fn within(snapshot: &Snapshot, statement: &Statement) -> Option<((EntityIx, EntityIx), u64)> {
    let Shape::Count { scope, quantity: Some(quantity), .. } = &statement.claim.shape else { return None };
    let network = snapshot.node(scope.object.entity.as_ref()?.id.as_ref()?)?;
    let place = snapshot.node(scope.subject.within.as_ref()?.id.as_ref()?)?;
    let counts = scope.link == Some(LinkKind::Member)
        && statement.standing == Standing::Accepted
        && snapshot.entity(network).kind == EntityKind::Network
        && snapshot.nation(place) == Some(place);
    let n = u64::try_from(quantity.high.or(quantity.low)?).ok()?;
    counts.then_some(((place, network), n))
}
