//! What was looked at and what was not: "not looked" is never "none".

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::say;
use comity_model::{Completeness, Coverage, EntityId, Link, SourceId};
use comity_snapshot::{Layer, Snapshot, SourceRef, Territory, wording};
use schemars::JsonSchema;
use serde::Serialize;

/// The coverage of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, Default)]
pub struct CoverageReport {
    /// Sources that were searched, each once.
    pub searched: u64,
    pub looked_at: Vec<SearchedSource>,
    /// Headings of what nobody has looked at: "Resolutions and laws".
    pub not_looked: Vec<String>,
    /// Statements that wait for someone to say what their names mean.
    pub waiting: Vec<Waiting>,
}

impl CoverageReport {
    /// Whether anybody has looked for ties of this layer.
    pub fn is_searched(&self, layer: Layer) -> bool {
        !self.not_looked.iter().any(|title| title == layer.title())
    }
}

/// One source that was looked at for one kind of tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchedSource {
    pub layer: Layer,
    pub source: SourceRef,
    /// "complete", "partial", "sample"; "completeness unknown".
    pub completeness: String,
    /// How many it gave for this question; 0 is a finding.
    pub found: u64,
    /// When it was looked at, in plain words; may be empty.
    pub when: String,
    pub note: String,
}

/// A source with statements to check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waiting {
    pub source: SourceRef,
    pub n: u64,
}

/// Of which layers, and of whom: one side, or two that are asked about together.
pub(crate) struct CoverageQuery<'w> {
    pub(crate) layers: &'w [Layer],
    pub(crate) sides: &'w [&'w Territory],
}

/// Coverage records that apply, then sources that gave such ties without one. What a look at everything found is
/// counted for the sides asked about.
pub(crate) fn looked(snapshot: &Snapshot, look: &CoverageQuery<'_>) -> CoverageReport {
    let mut given = given(snapshot, look);
    let mut looked_at = Vec::new();
    for row in snapshot.coverage().iter().filter(|row| look.applies(snapshot, row)) {
        let found = given.remove(&(Layer::of(row.link), &row.source));
        looked_at.push(look_of(snapshot, row, found));
    }
    for ((layer, source), found) in given {
        looked_at.push(SearchedSource {
            layer,
            source: snapshot.refer_source(source),
            completeness: say!("completeness-unknown"),
            found,
            when: String::new(),
            note: String::new(),
        });
    }
    looked_at.sort_by(|a, b| (a.layer, &a.source.id).cmp(&(b.layer, &b.source.id)));
    let unseen = |layer: &&Layer| !looked_at.iter().any(|row| row.layer == **layer);
    let not_looked = look.layers.iter().filter(unseen).map(|layer| layer.title().to_owned()).collect();
    let searched = looked_at.iter().map(|row| &row.source.id).collect::<BTreeSet<_>>().len() as u64;
    CoverageReport { searched, not_looked, waiting: waiting(snapshot), looked_at }
}

impl CoverageQuery<'_> {
    /// A look applies when what it names touches a side; naming nothing, it was a look at everything.
    fn applies(&self, snapshot: &Snapshot, row: &Coverage) -> bool {
        let touches = |id: &EntityId| self.sides.iter().any(|side| touches(snapshot, side, id));
        let named: Vec<bool> = row.subject.iter().chain(&row.object).map(touches).collect();
        let of_these = match self.sides.len() {
            0 | 1 => named.is_empty() || self.sides.is_empty() || named.contains(&true),
            _ => !named.contains(&false),
        };
        of_these && self.layers.contains(&Layer::of(row.link))
    }
}

/// Whether an entity lies within the side, or the side within it.
fn touches(snapshot: &Snapshot, side: &Territory, id: &EntityId) -> bool {
    snapshot.node(id).is_some_and(|node| side.holds(node) || snapshot.ancestors(side.root()).contains(&node))
}

/// Statements of these layers about the first side, or about anyone, by source; each claim counts once.
fn given<'w>(snapshot: &'w Snapshot, look: &CoverageQuery<'_>) -> BTreeMap<(Layer, &'w SourceId), u64> {
    let mut claims: Vec<&Link> = match look.sides.first() {
        Some(side) => links_of(snapshot, side),
        None => snapshot.links().iter().collect(),
    };
    claims.retain(|link| look.layers.contains(&Layer::of(link.kind)));
    claims.sort_unstable_by_key(|link| link.claim);
    claims.dedup_by_key(|link| link.claim);
    let mut given = BTreeMap::new();
    for link in claims {
        *given.entry((Layer::of(link.kind), &link.source)).or_insert(0) += 1;
    }
    given
}

/// The links of everything in a territory, those within it twice.
fn links_of<'w>(snapshot: &'w Snapshot, side: &Territory) -> Vec<&'w Link> {
    let mut links = Vec::new();
    for node in side.members() {
        links.extend(snapshot.outgoing(*node).chain(snapshot.incoming(*node)).map(|(link, _)| link));
    }
    links
}

fn look_of(snapshot: &Snapshot, row: &Coverage, found: Option<u64>) -> SearchedSource {
    let everywhere = row.subject.is_none() && row.object.is_none();
    let stated = row.found.filter(|_| !everywhere);
    let completeness = match row.completeness {
        Completeness::Unknown => say!("completeness-unknown"),
        known => wording::spoken(known.as_str()),
    };
    SearchedSource {
        layer: Layer::of(row.link),
        source: snapshot.refer_source(&row.source),
        completeness,
        found: stated.or(found).unwrap_or(0),
        when: row.looked.as_ref().map(wording::date).unwrap_or_default(),
        note: row.note.to_string(),
    }
}

fn waiting(snapshot: &Snapshot) -> Vec<Waiting> {
    let row = |(source, n): (&SourceId, &u64)| Waiting { source: snapshot.refer_source(source), n: *n };
    snapshot.waiting().iter().map(row).collect()
}
