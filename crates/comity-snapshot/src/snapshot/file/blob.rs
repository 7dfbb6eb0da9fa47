//! Bytes of one section, in memory of their own or where they lie in the file.

use std::ops::Range;
use std::sync::Arc;

/// The bytes of a whole file, handed in by whoever opened it.
pub(crate) type FileBytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Bytes that never change.
#[derive(Clone)]
pub(crate) enum Blob {
    Made(Vec<u8>),
    Stored { file: FileBytes, range: Range<usize> },
}

impl Blob {
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Made(bytes) => bytes,
            Self::Stored { file, range } => &(**file).as_ref()[range.clone()],
        }
    }

    /// Little-endian words of four bytes.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let (words, _) = self.bytes().as_chunks::<4>();
        words.iter().map(|word| u32::from_le_bytes(*word)).collect()
    }
}

impl std::fmt::Debug for Blob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.bytes().len())
    }
}
