//! Which links stand at which entity: one flat array and where each row of it starts.

use super::entity_ix::EntityIx;
use super::file::{Section, StoredFile};

/// Compressed rows: the items of row `r` are `items[starts[r]..starts[r + 1]]`, in the order they came.
#[derive(Debug, Default)]
pub(super) struct Adjacency {
    pub(super) starts: Vec<u32>,
    pub(super) items: Vec<u32>,
}

impl Adjacency {
    /// The n-th of `rows_of` says in which row item n stands. A counting sort: linear and stable.
    pub(super) fn build(rows: usize, rows_of: impl Iterator<Item = EntityIx> + Clone) -> Self {
        Self::pairs(rows, (0..).zip(rows_of).map(|(item, row)| (row, item)))
    }

    pub(super) fn pairs(rows: usize, pairs: impl Iterator<Item = (EntityIx, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in pairs.clone() {
            starts[row.index() + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[rows] as usize];
        for (row, item) in pairs {
            items[next[row.index()] as usize] = item;
            next[row.index()] += 1;
        }
        Self { starts, items }
    }

    /// Of the sections that hold where rows start, and the items.
    pub(super) fn stored(file: &StoredFile, [starts, items]: [Section; 2]) -> Self {
        Self { starts: file.numbers(starts), items: file.numbers(items) }
    }

    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn of(&self, row: EntityIx) -> impl Iterator<Item = usize> {
        let (start, end) = (self.starts[row.index()] as usize, self.starts[row.index() + 1] as usize);
        self.items[start..end].iter().map(|item| *item as usize)
    }
}
