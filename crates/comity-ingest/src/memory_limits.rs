//! How much of a file is held at a time: it changes what an import costs, never what comes of it.

/// How many of each are held at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MemoryLimits {
    /// Rows that are read, resolved and handed on together.
    pub(crate) rows: usize,
    /// Distinct mentions whose meaning is remembered, those of the rows in hand aside.
    pub(crate) mentions: usize,
}

impl Default for MemoryLimits {
    /// Rows: their records stay in the cache of a core until they are written. Mentions, guessed: some 30 MB, and more
    /// than a world list of twin towns has.
    fn default() -> Self {
        Self { rows: 1024, mentions: 65_536 }
    }
}
