//! How things of the vocabulary become words of four bytes, and are read back.

use std::collections::BTreeMap;

use comity_model::{Bounds, ClaimId, Day, EntityId, FuzzyDate, Period, Point, Seq, Slot, SourceId};
use smol_str::SmolStr;

use super::reader::RowReader;
use super::texts::{TextNumbers, number};

/// What writes rows.
#[derive(Debug, Default)]
pub(crate) struct RowWriter {
    pub(crate) words: Vec<u8>,
    pub(crate) texts: TextNumbers,
}

impl RowWriter {
    pub(super) fn word(&mut self, word: u32) {
        self.words.extend(word.to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        let number = self.texts.of(text);
        self.word(number);
    }

    /// These rows end to end, and the word at which each starts, and the end.
    pub(crate) fn rows<'r, T: InRow + 'r>(
        &mut self,
        rows: impl Iterator<Item = &'r T>,
    ) -> (Vec<u32>, Vec<u8>) {
        let mut starts = vec![0];
        for row in rows {
            row.put(self);
            starts.push(number(self.words.len() / 4));
        }
        (starts, std::mem::take(&mut self.words))
    }
}

/// What a row is made of. What is taken is what was put, in the same order.
///
/// # Panics
///
/// Taking panics where the words are not what was put: the digests of the sections are looked at before.
pub(crate) trait InRow: Sized {
    fn put(&self, row: &mut RowWriter);
    fn take(row: &mut RowReader<'_>) -> Self;
}

/// A struct is its fields; a new field has to be named here before it compiles.
macro_rules! fields {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl InRow for $name {
            fn put(&self, row: &mut RowWriter) {
                let Self { $($field),+ } = self;
                $($field.put(row);)+
            }

            fn take(row: &mut RowReader<'_>) -> Self {
                $(let $field = InRow::take(row);)+
                Self { $($field),+ }
            }
        }
    };
}

/// A closed list is the number of its word.
macro_rules! words {
    ($($name:ident),+ $(,)?) => {
        $(impl InRow for $name {
            fn put(&self, row: &mut RowWriter) {
                row.word(*self as u32);
            }

            fn take(row: &mut RowReader<'_>) -> Self {
                Self::ALL[row.word() as usize]
            }
        })+
    };
}

pub(crate) use fields;
pub(super) use words;

impl InRow for u32 {
    fn put(&self, row: &mut RowWriter) {
        row.word(*self);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.word()
    }
}

impl InRow for u8 {
    fn put(&self, row: &mut RowWriter) {
        row.word(u32::from(*self));
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.word().to_le_bytes()[0]
    }
}

impl InRow for bool {
    fn put(&self, row: &mut RowWriter) {
        row.word(u32::from(*self));
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.word() != 0
    }
}

impl InRow for u64 {
    fn put(&self, row: &mut RowWriter) {
        row.words.extend(self.to_le_bytes());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        let low = Self::from(row.word());
        low | Self::from(row.word()) << 32
    }
}

impl InRow for i64 {
    fn put(&self, row: &mut RowWriter) {
        self.cast_unsigned().put(row);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        u64::take(row).cast_signed()
    }
}

impl InRow for SmolStr {
    fn put(&self, row: &mut RowWriter) {
        row.text(self);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self::new(row.text())
    }
}

impl InRow for String {
    fn put(&self, row: &mut RowWriter) {
        row.text(self);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.text().to_owned()
    }
}

impl<T: InRow> InRow for Option<T> {
    fn put(&self, row: &mut RowWriter) {
        self.is_some().put(row);
        if let Some(value) = self {
            value.put(row);
        }
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        bool::take(row).then(|| T::take(row))
    }
}

impl<T: InRow> InRow for Vec<T> {
    fn put(&self, row: &mut RowWriter) {
        row.word(number(self.len()));
        for item in self {
            item.put(row);
        }
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        (0..row.word()).map(|_| T::take(row)).collect()
    }
}

impl<K: InRow + Ord, V: InRow> InRow for BTreeMap<K, V> {
    fn put(&self, row: &mut RowWriter) {
        row.word(number(self.len()));
        for (key, value) in self {
            key.put(row);
            value.put(row);
        }
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        (0..row.word()).map(|_| (K::take(row), V::take(row))).collect()
    }
}

impl<T: InRow> InRow for Box<T> {
    fn put(&self, row: &mut RowWriter) {
        self.as_ref().put(row);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self::new(T::take(row))
    }
}

impl InRow for EntityId {
    fn put(&self, row: &mut RowWriter) {
        row.text(self.as_str());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self::new(row.text()).expect("it was an id when it was put")
    }
}

impl InRow for SourceId {
    fn put(&self, row: &mut RowWriter) {
        row.text(self.as_str());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self::new(row.text()).expect("it was an id when it was put")
    }
}

impl InRow for ClaimId {
    fn put(&self, row: &mut RowWriter) {
        row.words.extend(self.to_bytes());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        let mut bytes = [0; 12];
        let (words, _) = bytes.as_chunks_mut::<4>();
        for word in words {
            *word = row.word().to_le_bytes();
        }
        Self::from_bytes(bytes)
    }
}

impl InRow for Seq {
    fn put(&self, row: &mut RowWriter) {
        self.0.put(row);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self(i64::take(row))
    }
}

impl InRow for Day {
    fn put(&self, row: &mut RowWriter) {
        row.word(self.0.cast_unsigned());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self(row.word().cast_signed())
    }
}

fields!(Bounds { earliest, latest });

impl InRow for FuzzyDate {
    fn put(&self, row: &mut RowWriter) {
        row.text(self.as_str());
        Bounds::from(self).put(row);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        Self::from_bounds(row.text(), Bounds::take(row))
    }
}

impl InRow for Period {
    fn put(&self, row: &mut RowWriter) {
        row.text(self.as_str());
        self.start().put(row);
        self.end().put(row);
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        let text = row.text();
        let start = Bounds::take(row);
        Self::from_bounds(text, start, Bounds::take(row))
    }
}

impl InRow for Point {
    fn put(&self, row: &mut RowWriter) {
        row.text(&self.to_string());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.text().parse().expect("it was a point when it was put")
    }
}

impl InRow for Slot {
    fn put(&self, row: &mut RowWriter) {
        row.text(&self.to_string());
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        row.text().parse().expect("it was a place in a claim when it was put")
    }
}
