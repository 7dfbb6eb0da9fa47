//! Rows of one kind of thing: in memory, or in a file and read a block at a time by whoever comes by.

use std::ops::Index;
use std::sync::OnceLock;

use super::file::{RowReader, Section, StoredFile};

/// Things by number, each always the same.
#[derive(Debug)]
pub struct RecordColumn<T> {
    storage: Storage<T>,
}

#[derive(Debug)]
enum Storage<T> {
    Made(Vec<T>),
    Stored(StoredRows<T>),
}

#[derive(Debug)]
struct StoredRows<T> {
    file: StoredFile,
    /// The sections of where rows start, and of the rows.
    at: [Section; 2],
    take: fn(&mut RowReader<'_>) -> T,
    len: usize,
    blocks: Box<[OnceLock<Box<[T]>>]>,
}

/// Rows read together: few enough that one city costs little, many enough that reading all of them costs no more.
const BLOCK: usize = 32;

impl<T> RecordColumn<T> {
    pub(super) fn made(rows: Vec<T>) -> Self {
        Self { storage: Storage::Made(rows) }
    }

    /// Of the sections that hold where rows start, and the rows.
    pub(super) fn stored(file: &StoredFile, at: [Section; 2], take: fn(&mut RowReader<'_>) -> T) -> Self {
        let len = file.rows(at[0]);
        let blocks = (0..len.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect();
        Self { storage: Storage::Stored(StoredRows { file: file.clone(), at, take, len, blocks }) }
    }

    pub fn len(&self) -> usize {
        match &self.storage {
            Storage::Made(rows) => rows.len(),
            Storage::Stored(stored) => stored.len,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many are in memory.
    pub(super) fn held(&self) -> usize {
        match &self.storage {
            Storage::Made(rows) => rows.len(),
            Storage::Stored(stored) => {
                stored.blocks.iter().filter_map(OnceLock::get).map(|block| block.len()).sum()
            }
        }
    }

    pub fn get(&self, n: usize) -> Option<&T> {
        (n < self.len()).then(|| &self[n])
    }

    pub fn iter(&self) -> RecordColumnIter<'_, T> {
        RecordColumnIter { column: self, next: 0, block: [].iter() }
    }

    /// By a key in which the rows are ordered: `Ok` with the number of one that has it.
    pub fn binary_search_by_key<K: Ord>(&self, key: &K, of: impl Fn(&T) -> K) -> Result<usize, usize> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match of(&self[middle]).cmp(key) {
                std::cmp::Ordering::Equal => return Ok(middle),
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        Err(from)
    }

    fn block(&self, n: usize) -> &[T] {
        match &self.storage {
            Storage::Made(rows) => &rows[(n * BLOCK).min(rows.len())..((n + 1) * BLOCK).min(rows.len())],
            Storage::Stored(stored) => stored.blocks[n].get_or_init(|| stored.read(n)),
        }
    }
}

impl<T> StoredRows<T> {
    fn read(&self, block: usize) -> Box<[T]> {
        let rows = block * BLOCK..self.len.min((block + 1) * BLOCK);
        let mut row = self.file.row(self.at, rows.start);
        rows.map(|_| (self.take)(&mut row)).collect()
    }
}

impl<T> Index<usize> for RecordColumn<T> {
    type Output = T;

    fn index(&self, n: usize) -> &T {
        match &self.storage {
            Storage::Made(rows) => &rows[n],
            Storage::Stored(_) => &self.block(n / BLOCK)[n % BLOCK],
        }
    }
}

impl<'c, T> IntoIterator for &'c RecordColumn<T> {
    type Item = &'c T;
    type IntoIter = RecordColumnIter<'c, T>;

    fn into_iter(self) -> RecordColumnIter<'c, T> {
        self.iter()
    }
}

/// All rows of a column, in order.
#[derive(Debug)]
pub struct RecordColumnIter<'c, T> {
    column: &'c RecordColumn<T>,
    /// The block after `block`.
    next: usize,
    block: std::slice::Iter<'c, T>,
}

impl<T> Clone for RecordColumnIter<'_, T> {
    fn clone(&self) -> Self {
        Self { column: self.column, next: self.next, block: self.block.clone() }
    }
}

impl<'c, T> Iterator for RecordColumnIter<'c, T> {
    type Item = &'c T;

    fn next(&mut self) -> Option<&'c T> {
        loop {
            if let Some(row) = self.block.next() {
                return Some(row);
            }
            if self.next * BLOCK >= self.column.len() {
                return None;
            }
            self.block = self.column.block(self.next).iter();
            self.next += 1;
        }
    }
}
