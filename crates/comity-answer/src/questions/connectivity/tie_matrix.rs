//! The graph that every question of connectivity is asked of.

use comity_messages::say;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use comity_snapshot::timeslice::{AffiliationMatrix, Selection, Timeslice};
use comity_snapshot::{EntityIx, Evidence, Snapshot, wording};

use crate::arguments::graph::GraphArguments;
use crate::cached_snapshot::CachedSnapshot;
use crate::report::{Figure, Indicator};

/// A selection of a timeslice, with it.
#[derive(Debug)]
pub(crate) struct TieMatrix {
    pub(crate) timeslice: Arc<Timeslice>,
    pub(crate) matrix: Arc<AffiliationMatrix>,
}

impl TieMatrix {
    pub(crate) fn new(snapshot: &CachedSnapshot, asked: &GraphArguments) -> Self {
        Self::of(snapshot, snapshot.timeslice(asked.at.window), &asked.selection)
    }

    pub(crate) fn of(snapshot: &Snapshot, timeslice: Arc<Timeslice>, selection: &Selection) -> Self {
        let matrix = timeslice.matrix(snapshot, selection);
        Self { timeslice, matrix }
    }

    /// How large it is.
    pub(crate) fn size(&self, snapshot: &Snapshot) -> Vec<Indicator> {
        let indicators = [
            Indicator::count(&say!("tie-matrix-figure-in-the-graph"), self.matrix.actors.len(), "nodes"),
            Indicator::count(
                &say!("tie-matrix-figure-ties-between-them"),
                self.matrix.ties().graph.edge_count(),
                "pairs",
            ),
        ];
        let evidence = self.some_evidence(snapshot);
        indicators.into_iter().map(|measure| measure.by(evidence.iter().cloned())).collect()
    }

    /// Some of the claims for the whole graph: one each of the first who meet others.
    pub(crate) fn some_evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        let rows = (0..).take(self.matrix.actors.len());
        let evidence = rows.flat_map(|row| self.matrix.some_evidence(snapshot, &self.timeslice, row, 1));
        evidence.take(Figure::SHOWN).collect()
    }

    /// Some of the claims that pairs meet in something.
    pub(crate) fn evidence_of_pairs(
        &self,
        snapshot: &Snapshot,
        pairs: impl IntoIterator<Item = (EntityIx, EntityIx)>,
    ) -> Vec<Evidence> {
        let few = |(a, b): (EntityIx, EntityIx)| self.meeting(snapshot, a, b).1.into_iter().take(2);
        let mut seen = BTreeSet::new();
        let once = pairs.into_iter().flat_map(few).filter(|one| seen.insert(one.claim));
        once.take(Figure::SHOWN).collect()
    }

    /// What two meet in, named, and some of the claims for it.
    pub(crate) fn meeting(&self, snapshot: &Snapshot, a: EntityIx, b: EntityIx) -> (String, Vec<Evidence>) {
        let matrix = &self.matrix;
        let (Some(a), Some(b)) = (matrix.row(a), matrix.row(b)) else { return Default::default() };
        let columns = matrix.shared(a, b);
        let things: Vec<EntityIx> = columns.iter().map(|column| matrix.things[*column as usize]).collect();
        let of = |row: u32, column: u32| matrix.evidence_of(snapshot, &self.timeslice, row, column);
        let evidence = columns.iter().flat_map(|column| [of(a, *column), of(b, *column)]).flatten();
        (some_names(snapshot, &things), evidence.take(Figure::SHOWN).collect())
    }

    /// Things too large to tie all their members, said; `None`: there are none.
    pub(crate) fn too_large(&self, snapshot: &Snapshot) -> Option<String> {
        let columns = &self.matrix.ties().too_large;
        let names: Vec<String> =
            columns.iter().map(|column| snapshot.name(self.matrix.things[*column as usize])).collect();
        let all = wording::list(&names);
        (!names.is_empty()).then(|| say!("tie-matrix-too-large", names = all))
    }
}

/// How many of a list a cell names.
const NAMED: usize = 5;

/// "Lyon, Leipzig, …".
pub(crate) fn some_names(snapshot: &Snapshot, all: &[EntityIx]) -> String {
    let mut names: Vec<String> = all.iter().take(NAMED).map(|node| snapshot.name(*node)).collect();
    if all.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The countries that most of them are in, "France 12, Germany 3".
pub(crate) fn countries(snapshot: &Snapshot, all: impl Iterator<Item = EntityIx>) -> String {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for nation in all.filter_map(|node| snapshot.nation(node)) {
        *count.entry(snapshot.name(nation)).or_insert(0) += 1;
    }
    let mut count: Vec<(String, usize)> = count.into_iter().collect();
    count.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    count.iter().take(NAMED).map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join(", ")
}
