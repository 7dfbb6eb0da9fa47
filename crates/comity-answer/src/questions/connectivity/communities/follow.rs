//! Do ties stay within a country, an issue area or the reach of a backer?

use comity_messages::{Message, message, say};
use std::collections::{BTreeMap, BTreeSet};

use comity_graph::mixing::{Mixing, mixing};
use comity_graph::modularity::modularity;
use comity_model::{Certainty, LinkKind, Polarity, Window};
use comity_snapshot::timeslice::{AffiliationMatrix, Timeslice};
use comity_snapshot::{EntityIx, Snapshot, is_firm};

use crate::questions::connectivity::tie_matrix::TieMatrix;
use crate::report::{Cell, Chart, Head, Mark, MatrixCell, Picture, Table};

/// What the answer shows of it.
pub(super) struct Follow {
    pub(super) table: Table,
    /// Which countries meet which; `None` where fewer than two are known.
    pub(super) mixing: Option<Table>,
    pub(super) chart: Option<Chart>,
}

/// A trait of each row, by name; `None`: not known.
type Traits = Vec<Option<String>>;

/// How a trait is told of each row.
type Trait = fn(&Snapshot, &Timeslice, &AffiliationMatrix) -> Traits;

/// Countries that the matrix shows.
const SHOWN: usize = 15;

pub(super) fn tables(snapshot: &Snapshot, both: &TieMatrix, best: Option<f64>) -> Follow {
    let mut table = Table::new(
        "follow",
        &say!("communities-table-follow"),
        &[
            ("what", &say!("head-trait"), ""),
            ("known", &say!("head-known-of"), "nodes"),
            ("different", &say!("head-different-ones"), ""),
            ("assortativity", &say!("head-assortativity"), "−1 to 1"),
            ("external_internal", &say!("head-e-i"), "−1 to 1"),
            ("modularity", &say!("head-modularity-of-its-groups"), "share of ties"),
            ("of_best", &say!("head-share-of-the-best-run-s"), "share"),
        ],
    );
    table.note = say!("communities-follow-note");
    let mut table = table.computed_from(&say!("communities-follow-from"));
    let traits: [(Message, Trait); 3] = [
        (message!("communities-trait-country"), countries),
        (message!("communities-trait-issue"), issues),
        (message!("communities-trait-backer"), backers),
    ];
    for (name, of) in traits {
        let followed = Followed::new(&both.matrix, of(snapshot, &both.timeslice, &both.matrix));
        let share =
            followed.modularity.zip(best).filter(|(_, best)| *best > 0.0).map(|(own, best)| own / best);
        let cells = vec![
            name.text().into(),
            Cell::Count(followed.known.len() as u64),
            Cell::Count(followed.names.len() as u64),
            followed.mixing.as_ref().and_then(|mixing| mixing.assortativity).into(),
            followed.mixing.as_ref().map(|mixing| mixing.external_internal).into(),
            followed.modularity.into(),
            share.into(),
        ];
        table.push(cells, Vec::new());
    }
    let national = Followed::new(&both.matrix, countries(snapshot, &both.timeslice, &both.matrix));
    let (mixing, chart) = national.matrix(snapshot, both).unzip();
    Follow { table, mixing, chart }
}

/// Ties among those of whom a trait is known.
struct Followed {
    names: Vec<String>,
    /// Rows of whom it is known, with the place of their trait among the names.
    known: Vec<(u32, u32)>,
    mixing: Option<Mixing>,
    modularity: Option<f64>,
}

impl Followed {
    fn new(matrix: &AffiliationMatrix, traits: Traits) -> Self {
        let known = (0..).zip(traits).filter_map(|(row, name)| Some((row, name?)));
        let (rows, each): (Vec<u32>, Vec<String>) = known.unzip();
        let names: Vec<String> = each.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let place = |name: &String| names.binary_search(name).expect("every name is among its own");
        let groups: Vec<u32> =
            each.iter().map(|name| u32::try_from(place(name)).expect("fewer names than nodes")).collect();
        let graph = matrix.ties().graph.induced(&rows);
        let mixing = mixing(&graph, &groups, names.len());
        let modularity = modularity(&graph, &groups);
        Self { known: rows.into_iter().zip(groups).collect(), modularity, mixing, names }
    }

    /// Shares of ties between the countries with most of them, as a table and as a picture.
    fn matrix(&self, snapshot: &Snapshot, both: &TieMatrix) -> Option<(Table, Chart)> {
        let mixing = self.mixing.as_ref().filter(|_| self.names.len() > 1)?;
        let ends = |group: usize| mixing.matrix[group].iter().sum::<f64>();
        let mut largest: Vec<usize> = (0..self.names.len()).collect();
        largest.sort_by(|a, b| ends(*b).total_cmp(&ends(*a)).then(a.cmp(b)));
        largest.truncate(SHOWN);
        let columns: &[Head<'_>] = &[
            ("one", &say!("head-country"), ""),
            ("other", &say!("head-and"), ""),
            ("share", &say!("head-ties"), "share of all"),
        ];
        let mut table = Table::new("mixing", &say!("communities-table-mixing"), columns);
        table.note = say!("communities-mixing-note", n = largest.len());
        let pairs = self.pairs(&both.matrix);
        let mut cells = Vec::new();
        let most =
            largest.iter().flat_map(|a| largest.iter().map(|b| mixing.matrix[*a][*b])).fold(0.0, f64::max);
        for (row, a) in (0..).zip(&largest) {
            for (column, b) in (0..).zip(&largest).filter(|(_, b)| mixing.matrix[*a][**b] > 0.0) {
                let ends = mixing.matrix[*a][*b];
                cells.push(MatrixCell { row, column, weight: ends / most, mark: Mark::Observed });
                if column >= row {
                    let share = if a == b { ends } else { 2.0 * ends };
                    let names = [*a, *b].map(|group| Cell::from(self.names[group].as_str()));
                    let tied = pairs.get(&(*a.min(b), *a.max(b))).into_iter().flatten().copied();
                    let evidence = both.evidence_of_pairs(snapshot, tied);
                    table.push(names.into_iter().chain([share.into()]).collect(), evidence);
                }
            }
        }
        Some((table, self.chart(&largest, cells)))
    }

    /// Tied pairs, by the places of their traits, the lesser first.
    fn pairs(&self, matrix: &AffiliationMatrix) -> BTreeMap<(usize, usize), Vec<(EntityIx, EntityIx)>> {
        let of: BTreeMap<u32, usize> =
            self.known.iter().map(|(row, group)| (*row, *group as usize)).collect();
        let mut pairs: BTreeMap<(usize, usize), Vec<(EntityIx, EntityIx)>> = BTreeMap::new();
        for (a, b) in matrix.ties().graph.edges() {
            if let (Some(one), Some(other)) = (of.get(&a), of.get(&b)) {
                let ends = [a, b].map(|row| matrix.actors[row as usize]);
                pairs.entry((*one.min(other), *one.max(other))).or_default().push((ends[0], ends[1]));
            }
        }
        pairs
    }

    fn chart(&self, shown: &[usize], cells: Vec<MatrixCell>) -> Chart {
        let names: Vec<String> = shown.iter().map(|group| self.names[*group].clone()).collect();
        Chart {
            id: "mixing",
            title: say!("communities-chart-mixing"),
            caption: say!("communities-caption-mixing"),
            table: "mixing",
            picture: Picture::Matrix { rows: names.clone(), columns: names, cells },
        }
    }
}

fn countries(snapshot: &Snapshot, _: &Timeslice, matrix: &AffiliationMatrix) -> Traits {
    let name = |node: &EntityIx| snapshot.nation(*node).map(|nation| snapshot.name(nation));
    matrix.actors.iter().map(name).collect()
}

/// The issue area of most of the things it is in.
fn issues(_: &Snapshot, timeslice: &Timeslice, matrix: &AffiliationMatrix) -> Traits {
    let of = |thing: EntityIx| timeslice.issues(thing).map(str::to_owned).collect::<Vec<_>>();
    most(matrix, of)
}

/// Who backs most of the things it is in.
fn backers(snapshot: &Snapshot, timeslice: &Timeslice, matrix: &AffiliationMatrix) -> Traits {
    most(matrix, |thing| backers_of(snapshot, thing, timeslice.window()))
}

/// The names of those who back a thing in a window, each once.
fn backers_of(snapshot: &Snapshot, thing: EntityIx, window: Window) -> Vec<String> {
    let links = snapshot.incoming_of(LinkKind::Backs, thing).filter(|(link, _)| is_firm(link));
    let asserted = links.filter(|(link, _)| link.polarity == Polarity::Asserted);
    let holding = asserted.filter(|(link, _)| link.valid.holds(window).some_day() > Certainty::No);
    let names: BTreeSet<String> = holding.map(|(_, backer)| snapshot.name(backer)).collect();
    names.into_iter().collect()
}

/// The most frequent trait among the things of each row; of equals the first by name.
fn most(matrix: &AffiliationMatrix, of: impl Fn(EntityIx) -> Vec<String>) -> Traits {
    let by_thing: Vec<Vec<String>> = matrix.things.iter().map(|thing| of(*thing)).collect();
    (0..).take(matrix.actors.len()).map(|row| main_trait(matrix, &by_thing, row)).collect()
}

/// The trait that most things of a row have; of equals the first by name.
fn main_trait(matrix: &AffiliationMatrix, by_thing: &[Vec<String>], row: u32) -> Option<String> {
    let mut count: BTreeMap<&String, usize> = BTreeMap::new();
    for (column, _) in matrix.table.of_actor(row) {
        by_thing[*column as usize].iter().for_each(|name| *count.entry(name).or_insert(0) += 1);
    }
    let first = count.into_iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(a.0)));
    first.map(|(name, _)| name.clone())
}
