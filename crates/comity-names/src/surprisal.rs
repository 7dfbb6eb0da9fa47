//! How unusual a spelling is, by the habits of many names: slips of the pen are, other villages' names are not.
//!
//! A letter model of order two, estimated from names in Latin letters and drawn towards a wider one where there are few
//! (additive smoothing with the wider one as prior).

/// a to z, and everything that parts words.
const LETTERS: usize = 27;
/// Bytes of one table: sixteenths of a bit for every three letters.
pub const TABLE: usize = LETTERS * LETTERS * LETTERS;
/// How many names' worth of the world each country starts with.
const PRIOR: f32 = 30.0;

/// The bits of information in a folded name's spelling, by the habits that a table of [`LetterCounts`] holds; `None`
/// outside Latin letters.
///
/// Longer names have more. Compare two spellings of one length.
pub fn bits(table: &[u8], folded: &str) -> Option<f32> {
    folded.is_ascii().then(|| trigrams(folded).map(|at| f32::from(table[at]) / 16.0).sum())
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
#[derive(Debug, Clone)]
pub struct LetterCounts(Vec<f32>);

impl Default for LetterCounts {
    fn default() -> Self {
        Self(vec![0.0; TABLE])
    }
}

impl LetterCounts {
    /// Counts one more folded name.
    pub fn add(&mut self, folded: &str) {
        trigrams(folded).for_each(|at| self.0[at] += 1.0);
    }

    /// [`TABLE`] bytes: these habits over the world's.
    pub fn table(&self, world: &Self) -> Vec<u8> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_writes_is_stranger() {
        let mut counts = LetterCounts::default();
        for name in ["hausen", "mulhausen", "neuhausen", "waldhausen"] {
            counts.add(name);
        }
        let table = counts.table(&counts);
        assert!(bits(&table, "altxqzsen") > bits(&table, "althausen"));
        assert_eq!(bits(&table, "東京"), None);
    }
}
