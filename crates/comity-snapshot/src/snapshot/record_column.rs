//! Rows of one kind of thing: in memory, or in a file and read a block at a time by whoever comes by.

use std::ops::Index;
use std::sync::{Arc, OnceLock};

use super::file::{InRow, RowReader, Section, StoredFile};
use super::merged::Origin;

/// Things by number, each always the same.
#[derive(Debug)]
pub struct RecordColumn<T> {
    storage: Arc<Storage<T>>,
    /// Rows of a later moment, and the order of all.
    overlay: Option<Overlay<T>>,
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

#[derive(Debug)]
struct Overlay<T> {
    order: Vec<Origin>,
    own: Vec<T>,
}

/// Rows read together: few enough that one city costs little, many enough that reading all of them costs no more.
const BLOCK: usize = 32;

impl<T> RecordColumn<T> {
    pub(super) fn made(rows: Vec<T>) -> Self {
        Self { storage: Arc::new(Storage::Made(rows)), overlay: None }
    }

    /// Of the sections that hold where rows start, and the rows.
    pub(super) fn stored(file: &StoredFile, at: [Section; 2], take: fn(&mut RowReader<'_>) -> T) -> Self {
        let len = file.rows(at[0]);
        let blocks = (0..len.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect();
        let rows = StoredRows { file: file.clone(), at, take, len, blocks };
        Self { storage: Arc::new(Storage::Stored(rows)), overlay: None }
    }

    pub fn len(&self) -> usize {
        self.overlay.as_ref().map_or_else(|| self.storage.len(), |overlay| overlay.order.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many are in memory.
    pub(super) fn held(&self) -> usize {
        self.storage.held() + self.overlay.as_ref().map_or(0, |overlay| overlay.own.len())
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
}

impl<T> RecordColumn<T> {
    /// What stands first in a row: of one in a file that nobody came by it is read by itself.
    pub(super) fn first<K: InRow>(&self, n: usize, of: impl Fn(&T) -> K) -> K {
        let place = match &self.overlay {
            None => n,
            Some(overlay) => match overlay.order[n].place() {
                Ok(place) => place,
                Err(place) => return of(&overlay.own[place]),
            },
        };
        match &*self.storage {
            Storage::Made(rows) => of(&rows[place]),
            Storage::Stored(stored) => K::take(&mut stored.file.row(stored.at, place)),
        }
    }
}

impl<T: Clone> RecordColumn<T> {
    /// These rows with new ones, in a common order; what is at hand of those of before is shared.
    pub(super) fn laid_over(&self, order: &[Origin], new: Vec<T>) -> Self {
        let mut own = new;
        let storage = Arc::clone(&self.storage);
        let Some(before) = &self.overlay else {
            return Self { storage, overlay: Some(Overlay { order: order.to_vec(), own }) };
        };
        let composed = order.iter().map(|origin| match origin.place() {
            Err(_) => *origin,
            Ok(place) => before.order[place].place().map_or_else(
                |place| {
                    own.push(before.own[place].clone());
                    Origin::new(own.len() - 1)
                },
                Origin::before,
            ),
        });
        let order = composed.collect();
        Self { storage, overlay: Some(Overlay { order, own }) }
    }
}

impl<T> Storage<T> {
    fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Stored(stored) => stored.len,
        }
    }

    fn held(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Stored(stored) => {
                stored.blocks.iter().filter_map(OnceLock::get).map(|block| block.len()).sum()
            }
        }
    }

    /// The rest of the block from row `n` on.
    fn from(&self, n: usize) -> &[T] {
        match self {
            Self::Made(rows) => &rows[n..],
            Self::Stored(stored) => &stored.block(n / BLOCK)[n % BLOCK..],
        }
    }

    fn row(&self, n: usize) -> &T {
        match self {
            Self::Made(rows) => &rows[n],
            Self::Stored(stored) => &stored.block(n / BLOCK)[n % BLOCK],
        }
    }
}

impl<T> StoredRows<T> {
    fn block(&self, n: usize) -> &[T] {
        self.blocks[n].get_or_init(|| self.read(n))
    }

    fn read(&self, block: usize) -> Box<[T]> {
        let rows = block * BLOCK..self.len.min((block + 1) * BLOCK);
        let mut row = self.file.row(self.at, rows.start);
        rows.map(|_| (self.take)(&mut row)).collect()
    }
}

impl<T> Index<usize> for RecordColumn<T> {
    type Output = T;

    fn index(&self, n: usize) -> &T {
        match &self.overlay {
            None => self.storage.row(n),
            Some(overlay) => match overlay.order[n].place() {
                Ok(place) => self.storage.row(place),
                Err(place) => &overlay.own[place],
            },
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
    /// The first row after `block`.
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
        if let Some(row) = self.block.next() {
            return Some(row);
        }
        if self.next >= self.column.len() {
            return None;
        }
        if self.column.overlay.is_some() {
            self.next += 1;
            return Some(&self.column[self.next - 1]);
        }
        let block = self.column.storage.from(self.next);
        self.next += block.len();
        self.block = block.iter();
        self.block.next()
    }
}
