//! The sorted table of folded names: exact search and search by beginning.

use crate::gazetteer::Gazetteer;
use crate::layout::{Section, read_u32};
use crate::typos::Near;

/// Names read of those that go on after the words asked for: `san jose` has some hundred.
pub const MOST_LONGER: usize = 1_000;

impl Gazetteer {
    /// Names that go on after these words, and who bears them: of `reggio` Reggio Calabria and Reggio nell'Emilia.
    ///
    /// Cost: reads the first [`MOST_LONGER`] such names.
    pub fn longer_names(&self, folded: &str) -> impl Iterator<Item = Near<'_>> {
        let keys = self.keys_from(&format!("{folded} ")).take(MOST_LONGER);
        keys.map(|key| Near { key: self.key_str(key), edits: 0, hits: self.hits(key).collect() })
    }

    /// The folded name with this number.
    pub(crate) fn key(&self, number: u32) -> &[u8] {
        let starts = self.section(Section::KeyStarts);
        let run = read_u32(starts, number as usize) as usize..read_u32(starts, number as usize + 1) as usize;
        &self.section(Section::KeyText)[run]
    }

    pub(crate) fn key_str(&self, number: u32) -> &str {
        std::str::from_utf8(self.key(number)).expect("the builder wrote whole texts")
    }

    pub(crate) fn key_number(&self, key: &str) -> Option<u32> {
        let number = self.first_key_from(key);
        (number < self.info().keys && self.key(number) == key.as_bytes()).then_some(number)
    }

    pub(crate) fn keys_from<'g>(&'g self, beginning: &str) -> impl Iterator<Item = u32> + use<'g> {
        let first = self.first_key_from(beginning);
        let beginning = beginning.as_bytes().to_vec();
        (first..self.info().keys).take_while(move |number| self.key(*number).starts_with(&beginning))
    }

    fn first_key_from(&self, key: &str) -> u32 {
        let mut below = 0;
        let mut above = self.info().keys;
        while below < above {
            let middle = u32::midpoint(below, above);
            if self.key(middle) < key.as_bytes() { below = middle + 1 } else { above = middle }
        }
        below
    }
}
