//! Texts end to end, each found by its number.

use std::collections::HashMap;

use super::blob::Blob;
use super::layout::Section;
use super::reader::StoredFile;

/// Texts in a fixed order.
#[derive(Debug)]
pub(crate) struct TextList {
    /// Where each starts, and the end.
    starts: Vec<u32>,
    text: Blob,
}

impl TextList {
    pub(crate) fn made<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let (mut starts, mut text) = (vec![0], Vec::new());
        for one in texts {
            text.extend_from_slice(one.as_bytes());
            starts.push(number(text.len()));
        }
        Self { starts, text: Blob::Made(text) }
    }

    pub(crate) fn stored(file: &StoredFile, [starts, text]: [Section; 2]) -> Self {
        Self { starts: file.numbers(starts), text: file.section(text) }
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub(crate) fn get(&self, n: usize) -> &str {
        let range = self.starts[n] as usize..self.starts[n + 1] as usize;
        str::from_utf8(&self.text.bytes()[range]).expect("the starts of texts are those of whole texts")
    }

    /// How many of the first `len` texts, which are in byte order, come before all that are `key` or greater.
    pub(crate) fn before(&self, key: &str, len: usize) -> usize {
        let (mut from, mut to) = (0, len);
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.get(middle) < key { from = middle + 1 } else { to = middle }
        }
        from
    }

    pub(crate) fn parts(&self) -> (&[u32], &[u8]) {
        (&self.starts, self.text.bytes())
    }
}

/// Texts that rows name by number, each once.
#[derive(Debug)]
pub(crate) struct TextNumbers {
    numbers: HashMap<String, u32>,
    pub(crate) starts: Vec<u32>,
    pub(crate) text: Vec<u8>,
}

impl Default for TextNumbers {
    fn default() -> Self {
        Self { numbers: HashMap::new(), starts: vec![0], text: Vec::new() }
    }
}

impl TextNumbers {
    pub(super) fn of(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let new = number(self.numbers.len());
        self.text.extend_from_slice(text.as_bytes());
        self.starts.push(number(self.text.len()));
        self.numbers.insert(text.to_owned(), new);
        new
    }
}

/// A place in the file; a register of a thousand million claims would need wider ones.
pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).expect("a snapshot file has fewer than 2^32 words in a section")
}
