//! An opened file: its sections, and rows read where they lie.

use std::ops::Range;
use std::sync::Arc;

use super::blob::{Blob, FileBytes};
use super::key::{BadSnapshotFile, SnapshotKey};
use super::layout::{self, Section};

/// A file that is whole.
#[derive(Clone)]
pub(crate) struct StoredFile {
    bytes: FileBytes,
    sections: Arc<[Range<usize>]>,
}

impl StoredFile {
    pub(crate) fn open(bytes: FileBytes) -> Result<(Self, SnapshotKey), BadSnapshotFile> {
        let sections = layout::sections((*bytes).as_ref())?.into();
        let file = Self { bytes, sections };
        let key = key(file.slice(Section::Key));
        Ok((file, key.ok_or(BadSnapshotFile::OtherState)?))
    }

    /// Of which state a file is that may be damaged elsewhere.
    pub(crate) fn key(file: &[u8]) -> Option<SnapshotKey> {
        key(layout::one_section(file, Section::Key)?)
    }

    pub(crate) fn section(&self, section: Section) -> Blob {
        Blob::Stored { file: Arc::clone(&self.bytes), range: self.sections[section as usize].clone() }
    }

    fn slice(&self, section: Section) -> &[u8] {
        &(*self.bytes).as_ref()[self.sections[section as usize].clone()]
    }

    /// How many rows a section of rows has, by the section of its starts.
    pub(crate) fn rows(&self, starts: Section) -> usize {
        (self.slice(starts).len() / 4).saturating_sub(1)
    }

    /// A reader at the start of row `n`; rows follow each other without gaps.
    pub(crate) fn row(&self, [starts, rows]: [Section; 2], n: usize) -> RowReader<'_> {
        let start = word(self.slice(starts), n) as usize * 4;
        self.reader(&self.slice(rows)[start..])
    }

    /// Little-endian words of four bytes.
    pub(crate) fn numbers(&self, section: Section) -> Vec<u32> {
        self.section(section).numbers()
    }

    pub(crate) fn lists(&self) -> RowReader<'_> {
        self.reader(self.slice(Section::Lists))
    }

    fn reader<'f>(&'f self, words: &'f [u8]) -> RowReader<'f> {
        let (starts, texts) = (self.slice(Section::TextStarts), self.slice(Section::Texts));
        RowReader { words, starts, texts }
    }
}

impl std::fmt::Debug for StoredFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a snapshot file of {} bytes", (*self.bytes).as_ref().len())
    }
}

/// Words of a row, one after the other.
pub(crate) struct RowReader<'f> {
    words: &'f [u8],
    starts: &'f [u8],
    texts: &'f [u8],
}

impl<'f> RowReader<'f> {
    pub(super) fn word(&mut self) -> u32 {
        let (word, rest) = self.words.split_first_chunk().expect("a row is read as it was written");
        self.words = rest;
        u32::from_le_bytes(*word)
    }

    pub(super) fn text(&mut self) -> &'f str {
        let n = self.word() as usize;
        let range = word(self.starts, n) as usize..word(self.starts, n + 1) as usize;
        str::from_utf8(&self.texts[range]).expect("the starts of texts are those of whole texts")
    }
}

fn key(section: &[u8]) -> Option<SnapshotKey> {
    str::from_utf8(section).ok().and_then(SnapshotKey::from_text)
}

fn word(section: &[u8], n: usize) -> u32 {
    let (words, _) = section.as_chunks::<4>();
    u32::from_le_bytes(words[n])
}
