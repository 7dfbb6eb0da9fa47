//! Which links stand at which entity: one flat array and where each row of it starts.

use super::Node;

/// Compressed rows: the items of row `r` are `items[starts[r]..starts[r + 1]]`, in the order they came.
#[derive(Debug, Default)]
pub(super) struct Rows {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Rows {
    /// The n-th of `rows_of` says in which row item n stands. A counting sort: linear and stable.
    pub(super) fn build(rows: usize, rows_of: impl Iterator<Item = Node> + Clone) -> Self {
        Self::pairs(rows, (0..).zip(rows_of).map(|(item, row)| (row, item)))
    }

    pub(super) fn pairs(rows: usize, pairs: impl Iterator<Item = (Node, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        for (row, _) in pairs.clone() {
            starts[row.place() + 1] += 1;
        }
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut items = vec![0; starts[rows] as usize];
        for (row, item) in pairs {
            items[next[row.place()] as usize] = item;
            next[row.place()] += 1;
        }
        Self { starts, items }
    }

    pub(super) fn of(&self, row: Node) -> impl Iterator<Item = usize> {
        let (start, end) = (self.starts[row.place()] as usize, self.starts[row.place() + 1] as usize);
        self.items[start..end].iter().map(|item| *item as usize)
    }
}
