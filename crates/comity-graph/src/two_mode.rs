//! Which actor takes part in which thing, and how strongly.

use crate::Node;

/// One cell of a [`TwoMode`] table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    pub actor: Node,
    pub thing: Node,
    /// Role weight or service value: more is more presence. Never zero or negative inside a table.
    pub weight: f64,
}

/// A sparse actor × thing table of positive weights, readable by row and by column.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoMode {
    by_actor: SparseRows,
    by_thing: SparseRows,
}

#[derive(Debug, Clone, PartialEq)]
struct SparseRows {
    offsets: Vec<u32>,
    cells: Vec<(Node, f64)>,
}

impl TwoMode {
    /// Builds the table of `actors` × `things`. Entries of one cell are added up; cells that are not above zero
    /// mean absence and are left out.
    ///
    /// Cost: sorting the entries.
    ///
    /// # Panics
    /// If an entry names an actor or a thing beyond the given counts.
    pub fn new(actors: usize, things: usize, mut entries: Vec<Entry>) -> TwoMode {
        entries.sort_by_key(|entry| (entry.actor, entry.thing));
        entries.dedup_by(|later, first| {
            let same = (later.actor, later.thing) == (first.actor, first.thing);
            if same {
                first.weight += later.weight;
            }
            same
        });
        entries.retain(|entry| entry.weight > 0.0);
        let by_actor = rows(actors, entries.iter().map(|entry| (entry.actor, entry.thing, entry.weight)));
        entries.sort_by_key(|entry| (entry.thing, entry.actor));
        let by_thing = rows(things, entries.iter().map(|entry| (entry.thing, entry.actor, entry.weight)));
        TwoMode { by_actor, by_thing }
    }

    /// What it takes in memory.
    pub fn bytes(&self) -> usize {
        self.by_actor.bytes() + self.by_thing.bytes()
    }

    pub fn actors(&self) -> usize {
        self.by_actor.offsets.len() - 1
    }

    pub fn things(&self) -> usize {
        self.by_thing.offsets.len() - 1
    }

    /// The things an actor takes part in, ascending, with weights.
    pub fn of_actor(&self, actor: Node) -> &[(Node, f64)] {
        self.by_actor.row(actor)
    }

    /// The actors that take part in a thing, ascending, with weights.
    pub fn of_thing(&self, thing: Node) -> &[(Node, f64)] {
        self.by_thing.row(thing)
    }

    /// The same table with every weight 1: presence without roles.
    #[must_use]
    pub fn presence(&self) -> TwoMode {
        let mut plain = self.clone();
        for cell in plain.by_actor.cells.iter_mut().chain(&mut plain.by_thing.cells) {
            cell.1 = 1.0;
        }
        plain
    }

    /// The same table with actors and things exchanged.
    #[must_use]
    pub fn transposed(&self) -> TwoMode {
        TwoMode { by_actor: self.by_thing.clone(), by_thing: self.by_actor.clone() }
    }

    /// The same table without the things for which `keep` is false; numbering stays.
    #[must_use]
    pub fn without_things(&self, mut keep: impl FnMut(Node) -> bool) -> TwoMode {
        let kept: Vec<bool> = (0..self.things() as Node).map(&mut keep).collect();
        let entries = self.entries().filter(|entry| kept[entry.thing as usize]).collect();
        TwoMode::new(self.actors(), self.things(), entries)
    }

    /// Every cell, by actor and then thing.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        (0..self.actors() as Node).flat_map(move |actor| {
            self.of_actor(actor).iter().map(move |&(thing, weight)| Entry { actor, thing, weight })
        })
    }
}

impl SparseRows {
    fn bytes(&self) -> usize {
        size_of_val(self.offsets.as_slice()) + size_of_val(self.cells.as_slice())
    }

    fn row(&self, at: Node) -> &[(Node, f64)] {
        &self.cells[self.offsets[at as usize] as usize..self.offsets[at as usize + 1] as usize]
    }
}

fn rows(count: usize, sorted: impl Iterator<Item = (Node, Node, f64)>) -> SparseRows {
    let mut offsets = vec![0u32; count + 1];
    let mut cells = Vec::new();
    for (row, column, weight) in sorted {
        offsets[row as usize + 1] += 1;
        cells.push((column, weight));
    }
    for row in 0..count {
        offsets[row + 1] += offsets[row];
    }
    SparseRows { offsets, cells }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_add_up_and_zeros_mean_absence() {
        let cell = |actor, thing, weight| Entry { actor, thing, weight };
        let table = TwoMode::new(2, 2, vec![cell(1, 0, 2.0), cell(0, 1, 0.0), cell(1, 0, 1.0)]);
        assert_eq!(table.of_actor(0), []);
        assert_eq!(table.of_actor(1), [(0, 3.0)]);
        assert_eq!(table.transposed().of_actor(0), [(1, 3.0)]);
        assert_eq!(table.presence().of_thing(0), [(1, 1.0)]);
    }
}
