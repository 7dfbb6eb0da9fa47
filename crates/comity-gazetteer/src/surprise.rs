//! How unusual a spelling is among the names of a country: slips of the pen are, other villages' names are not.
//!
//! A letter model of order two, estimated from the headings of the country's places in Latin letters and drawn towards the
//! whole world's where a country has few (additive smoothing with the world as prior).

use crate::country::Iso2;
use crate::gazetteer::Gazetteer;
use crate::layout::Section;

/// a to z, and everything that parts words.
const LETTERS: usize = 27;
pub(crate) const TABLE: usize = LETTERS * LETTERS * LETTERS;
/// How many names' worth of the world each country starts with.
const PRIOR: f32 = 30.0;

impl Gazetteer {
    /// The bits of information in a folded name's spelling, by the habits of a country; `None` outside Latin letters.
    ///
    /// Longer names have more. Compare two spellings of one length.
    pub fn surprisal(&self, country: Iso2, folded: &str) -> Option<f32> {
        let number = self.country_number(country)?;
        let tables = self.section(Section::Surprise);
        let table = &tables[number * TABLE..(number + 1) * TABLE];
        folded.is_ascii().then(|| trigrams(folded).map(|at| f32::from(table[at]) / 16.0).sum())
    }
}

/// The table entries of a name, its edges included.
fn trigrams(folded: &str) -> impl Iterator<Item = usize> {
    let letters = folded.bytes().map(letter).chain([0]);
    letters.scan((0, 0), |before, letter| {
        let at = (before.0 * LETTERS + before.1) * LETTERS + letter;
        *before = (before.1, letter);
        Some(at)
    })
}

fn letter(byte: u8) -> usize {
    if byte.is_ascii_lowercase() { usize::from(byte - b'a') + 1 } else { 0 }
}

/// Counts of letter triples.
#[derive(Clone)]
pub(crate) struct Counts(Vec<f32>);

impl Counts {
    pub(crate) fn new() -> Self {
        Self(vec![0.0; TABLE])
    }

    pub(crate) fn add(&mut self, folded: &str) {
        trigrams(folded).for_each(|at| self.0[at] += 1.0);
    }

    /// A table of the file: this country's habits over the world's.
    pub(crate) fn table(&self, world: &Self) -> Vec<u8> {
        let mut table = Vec::with_capacity(TABLE);
        for (pair, whole) in self.0.chunks_exact(LETTERS).zip(world.0.chunks_exact(LETTERS)) {
            let (total, world_total) = (pair.iter().sum::<f32>(), whole.iter().sum::<f32>());
            table.extend(pair.iter().zip(whole).map(|(count, world)| {
                let everywhere = (world + 0.5) / (world_total + 14.0);
                sixteenths((count + PRIOR * everywhere) / (total + PRIOR))
            }));
        }
        table
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
fn sixteenths(probability: f32) -> u8 {
    (-probability.log2() * 16.0).round().clamp(0.0, 255.0) as u8
}
