//! Coverage by country: what is on file of its places, what was never looked at, and members claimed of it.

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{Coverage, EntityKind, Level, LinkKind, Statement};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, facts};

use super::depth::{COLUMNS, Depth, JoinedEnds};
use super::network::{HELD, claimed_within, held_cells};
use crate::report::{At, Cell, LookedAt, Table, Tally};

/// What one may look for in a country.
const LAYERS: [Layer; 5] = [Layer::Agreements, Layer::Networks, Layer::Events, Layer::Offices, Layer::Acts];

/// Which nation each entity is in.
struct Nations(Vec<Option<EntityIx>>);

impl Nations {
    fn of(&self, node: EntityIx) -> Option<EntityIx> {
        self.0[node.index()]
    }
}

/// Members claimed of one nation in one network, and those on file for the day, confirmed to possible.
struct Claim<'w> {
    nation: EntityIx,
    network: EntityIx,
    held: BoundedCount,
    claimed: (&'w Statement, u64),
    evidence: Vec<Evidence>,
}

/// By country, and where a source says how many members a network has there, by network and country.
pub(super) fn tables(snapshot: &Snapshot, node: Option<EntityIx>, at: &At) -> Vec<Table> {
    let nations = Nations(snapshot.nodes().map(|each| snapshot.nation(each)).collect());
    let claims = claims(snapshot, &nations, node, at);
    let mut depths = depths(snapshot, &nations, node);
    for claim in &claims {
        depths.entry(claim.nation).or_default();
    }
    vec![by_country(snapshot, &depths, &claims, at), by_network_and_country(snapshot, &claims)]
}

/// Ties that touch a country, and looks at it or at everything. Ties of place to place alone say nothing.
fn depths<'w>(
    snapshot: &'w Snapshot,
    nations: &Nations,
    node: Option<EntityIx>,
) -> BTreeMap<EntityIx, Depth<'w>> {
    let mut told: BTreeMap<EntityIx, Vec<JoinedEnds<'w>>> = BTreeMap::new();
    let only = node.and_then(|node| nations.of(node));
    let network = node.filter(|node| snapshot.entity(*node).kind == EntityKind::Network);
    let wanted = |nation: EntityIx| only.is_none_or(|only| only == nation);
    let ties = snapshot.all_links().filter(|(link, _, object)| {
        network.is_none_or(|network| link.kind == LinkKind::Member && *object == network)
    });
    for (link, subject, object) in ties.filter(|(link, _, _)| Layer::of(link.kind) != Layer::Places) {
        let mut touched: Vec<EntityIx> =
            [subject, object].into_iter().filter_map(|end| nations.of(end)).collect();
        touched.dedup();
        for nation in touched.into_iter().filter(|nation| wanted(*nation)) {
            told.entry(nation).or_default().push(JoinedEnds { link, subject, object });
        }
    }
    let mut depths: BTreeMap<EntityIx, Depth<'w>> =
        told.into_iter().map(|(nation, told)| (nation, Depth::of(told))).collect();
    let all = snapshot.of_kind(EntityKind::Polity).filter(|each| snapshot.entity(*each).is(Level::Nation));
    let all: Vec<EntityIx> = all.filter(|nation| wanted(*nation)).collect();
    for look in snapshot.coverage().iter().filter(|look| names(snapshot, look, network)) {
        let at = LookedAt::of(snapshot, look);
        for nation in all.iter().filter(|nation| at.has(**nation)) {
            depths.entry(*nation).or_default().look(look);
        }
    }
    depths
}

/// Whether a look is at this network, as far as one is asked about.
fn names(snapshot: &Snapshot, look: &Coverage, network: Option<EntityIx>) -> bool {
    let mut ids = look.subject.iter().chain(&look.object);
    network.is_none_or(|network| ids.any(|id| snapshot.node(id) == Some(network)))
}

fn claims<'w>(snapshot: &'w Snapshot, nations: &Nations, node: Option<EntityIx>, at: &At) -> Vec<Claim<'w>> {
    claimed_within(snapshot)
        .into_iter()
        .filter(|((nation, network), _)| {
            node.is_none_or(|node| node == *network || nations.of(node) == Some(*nation))
        })
        .map(|((nation, network), claimed)| {
            let held = members_within(snapshot, nations, network, nation, at);
            let own = std::iter::once(snapshot.evidence_of_statement(claimed.0));
            let evidence = own.chain(held.evidence).collect();
            Claim { nation, network, held: held.count, claimed, evidence }
        })
        .collect()
}

/// Members of a network within a nation, each with one claim.
fn members_within(
    snapshot: &Snapshot,
    nations: &Nations,
    network: EntityIx,
    nation: EntityIx,
    at: &At,
) -> Tally {
    let inside = snapshot
        .incoming(network)
        .filter(|(link, member)| link.kind == LinkKind::Member && nations.of(*member) == Some(nation));
    let mut tally = Tally::default();
    for (_, fact) in facts(inside.map(|(link, member)| (member, link))) {
        let standing = fact.standing(snapshot, at.window);
        let first = fact.asserted().next().filter(|_| standing.presumed);
        tally.add(standing, first.map(|link| snapshot.evidence_of(link)));
    }
    tally
}

fn by_country(
    snapshot: &Snapshot,
    depths: &BTreeMap<EntityIx, Depth<'_>>,
    claims: &[Claim<'_>],
    at: &At,
) -> Table {
    let own = [("country", message!("head-country"), "")];
    let last = [("never_looked", message!("head-not-yet-searched"), "")];
    let columns = own.into_iter().chain(HELD).chain(COLUMNS).chain(last);
    let mut table = Table::headed("countries", message!("coverage-table-countries"), columns);
    table.note = say!("coverage-note");
    let mut rows: Vec<(&EntityIx, &Depth<'_>)> = depths.iter().collect();
    rows.sort_by_key(|(nation, depth)| (std::cmp::Reverse(depth.ties), snapshot.name(**nation)));
    for (nation, depth) in rows {
        let own: Vec<&Claim<'_>> = claims.iter().filter(|claim| claim.nation == *nation).collect();
        let mut cells = vec![snapshot.refer(*nation).into()];
        if own.is_empty() {
            cells.extend(vec![Cell::Empty; HELD.len()]);
        } else {
            let held = own.iter().fold(BoundedCount::default(), |sum, claim| sum + claim.held);
            cells.extend(held_cells(held, Some(own.iter().map(|claim| claim.claimed.1).sum())));
        }
        cells.extend(depth.cells(at.window));
        cells.push(depth.never_looked(&LAYERS).join(", ").into());
        let claimed = own.iter().filter_map(|claim| claim.evidence.first().cloned());
        table.push(cells, claimed.chain(depth.evidence(snapshot)).collect());
    }
    table
}

fn by_network_and_country(snapshot: &Snapshot, claims: &[Claim<'_>]) -> Table {
    let own = [("network", message!("head-network"), ""), ("country", message!("head-country"), "")];
    let columns = own.into_iter().chain(HELD);
    let mut table = Table::headed("members", message!("coverage-table-members"), columns);
    for claim in claims {
        let mut cells = vec![snapshot.refer(claim.network).into(), snapshot.refer(claim.nation).into()];
        cells.extend(held_cells(claim.held, Some(claim.claimed.1)));
        table.push(cells, claim.evidence.clone());
    }
    table
}
