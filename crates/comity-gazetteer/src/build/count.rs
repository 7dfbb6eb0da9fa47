//! What became of the lines of a file: each is taken, passed over or a problem.

/// Lines of one file; `lines` is the sum of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct FileCount {
    pub file: String,
    pub lines: u64,
    pub taken: u64,
    /// Well formed, but not for this index: rivers, hamlets, names of places not held, comments.
    pub passed_over: u64,
    pub problems: u64,
}

/// What a well-formed line was good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Taken,
    PassedOver,
}

impl FileCount {
    pub(super) fn of(file: &str) -> Self {
        Self { file: file.to_owned(), ..Self::default() }
    }

    pub(super) fn add(&mut self, line: Result<Fate, &'static str>) {
        self.lines += 1;
        match line {
            Ok(Fate::Taken) => self.taken += 1,
            Ok(Fate::PassedOver) => self.passed_over += 1,
            Err(_) => self.problems += 1,
        }
    }
}
