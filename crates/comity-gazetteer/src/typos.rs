//! Names one or two slips of the pen away: a delete neighbourhood for one edit, a filtered scan for two.
//!
//! An edit is a letter added, dropped, changed, or two neighbours swapped (Damerau's and Levenshtein's distance).
//! One edit: Garbe's symmetric deletes (`SymSpell`). Two edits would need a table ten times as large, so those are
//! found by scanning the keys of the country whose length and set of letters allow it.

use std::ops::RangeInclusive;

use crate::country::Iso2;
use crate::gazetteer::{Gazetteer, Hit};
use crate::layout::{LONGEST_RUN, NameKind, RUNS_PER_COUNTRY, Section, read_u32};
use comity_names::{damerau, fold};

/// Shorter names held have too many neighbours to say anything.
pub(crate) const SHORTEST: usize = 4;
/// Shorter names asked for are not searched.
const SHORTEST_ASKED: usize = 3;
pub(crate) const DELETE_BUCKETS: u32 = 1 << 22;
/// Classes of letters, by the last five bits of the code point.
const CLASSES: usize = 32;
/// Sets of letters that are compared at a time.
const BLOCK: usize = 16;

/// A name close to the one asked for, and who bears it.
#[derive(Debug, Clone)]
pub struct Near<'g> {
    /// The folded name.
    pub key: &'g str,
    pub edits: usize,
    pub hits: Vec<Hit<'g>>,
}

impl Gazetteer {
    /// Names exactly one edit away, anywhere in the world, in the order of their keys.
    ///
    /// Neither side is shorter than three letters and four.
    pub fn one_edit(&self, name: &str) -> Vec<Near<'_>> {
        let wanted = NameLetters::new(&fold(name));
        if wanted.letters.len() < SHORTEST_ASKED {
            return Vec::new();
        }
        let mut keys: Vec<u32> =
            neighbourhood(&wanted.letters).iter().flat_map(|hash| self.bucket(*hash)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().filter_map(|key| self.neighbour(key, &wanted, 1)).collect()
    }

    /// Names of a country (or of any) at most two edits away, in the order of their keys.
    pub fn two_edits(&self, name: &str, country: Option<Iso2>) -> Vec<Near<'_>> {
        let wanted = NameLetters::new(&fold(name));
        let shortest = if country.is_some() { SHORTEST_ASKED } else { SHORTEST };
        if wanted.letters.len() < shortest {
            return Vec::new();
        }
        let countries = match country {
            Some(country) => self.country_number(country).map_or(0..0, |n| n..n + 1),
            None => 0..self.info().iso.len(),
        };
        let mut keys: Vec<u32> =
            countries.flat_map(|country| self.plausible(country, &wanted.letters)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().filter_map(|key| self.neighbour(key, &wanted, 2)).collect()
    }

    /// Names of nations at most two edits away, in the order of their keys.
    pub(crate) fn nations_within_two(&self, folded: &str) -> Vec<Near<'_>> {
        let wanted = NameLetters::new(folded);
        let keys = self.plausible(self.info().iso.len(), &wanted.letters);
        keys.into_iter().filter_map(|key| self.neighbour(key, &wanted, 2)).collect()
    }

    fn neighbour(&self, key: u32, wanted: &NameLetters, most: usize) -> Option<Near<'_>> {
        if wanted.bag_distance(self.key(key)) > most {
            return None;
        }
        let text = self.key_str(key);
        let edits = damerau(&wanted.letters, text, most)?;
        let hits: Vec<Hit<'_>> = self.hits(key).filter(|hit| hit.kind < NameKind::Code).collect();
        (edits > 0 && !hits.is_empty()).then_some(Near { key: text, edits, hits })
    }

    fn bucket(&self, hash: u32) -> impl Iterator<Item = u32> {
        let starts = self.section(Section::DeleteStarts);
        let deletes = self.section(Section::Deletes);
        let run = read_u32(starts, hash as usize)..read_u32(starts, hash as usize + 1);
        run.map(move |n| read_u32(deletes, n as usize))
    }

    /// Keys of a country (or, after the last, of nations) that could be two edits away: two edits change at most four letters of the set.
    fn plausible(&self, country: usize, wanted: &[char]) -> Vec<u32> {
        let starts = self.section(Section::RunStarts);
        let run = |len: usize| read_u32(starts, country * RUNS_PER_COUNTRY + len) as usize;
        let lengths = lengths_within_two(wanted.len());
        let (first, last) = (run(*lengths.start()), run(*lengths.end() + 1));
        let letters = letter_set(wanted.iter().copied());
        let sets = &self.section(Section::RunLetters)[first * 4..last * 4];
        let keys = self.section(Section::RunKeys);
        let mut plausible = Vec::new();
        for (block, n) in sets.chunks(4 * BLOCK).zip((first..).step_by(BLOCK)) {
            // Most blocks have none: all are looked at alike, which the compiler does several at a time.
            let mut too_many = [1_u32; BLOCK];
            for (left, set) in too_many.iter_mut().zip(block.chunks_exact(4)) {
                *left = beyond_four(read_u32(set, 0) ^ letters);
            }
            if too_many.contains(&0) {
                let near = too_many.iter().enumerate().filter(|(_, left)| **left == 0);
                plausible.extend(near.map(|(place, _)| read_u32(keys, n + place)));
            }
        }
        plausible
    }
}

/// The set without its four lowest letters.
fn beyond_four(set: u32) -> u32 {
    (0..4).fold(set, |set, _| set & set.wrapping_sub(1))
}

/// The name asked for, with what is looked at again for every key.
struct NameLetters {
    letters: Vec<char>,
    /// How often it has each class of letters.
    bag: [u16; CLASSES],
}

impl NameLetters {
    fn new(folded: &str) -> Self {
        let letters: Vec<char> = folded.chars().collect();
        let mut bag = [0_u16; CLASSES];
        for letter in &letters {
            let count = &mut bag[class_of(*letter)];
            *count = count.saturating_add(1);
        }
        Self { letters, bag }
    }

    /// Letters of one that the other lacks, at least as many as must be edited: a quick no for most of what is scanned.
    fn bag_distance(&self, key: &[u8]) -> usize {
        let mut left = self.bag;
        let (length, shared) = if key.is_ascii() {
            let classes = key.iter().map(|byte| usize::from(*byte) % CLASSES);
            (key.len(), classes.map(|class| taken_from(&mut left, class)).sum())
        } else {
            let text = String::from_utf8_lossy(key);
            let classes = text.chars().map(class_of);
            (text.chars().count(), classes.map(|class| taken_from(&mut left, class)).sum::<usize>())
        };
        self.letters.len().max(length) - shared
    }
}

/// 1 where one of the class was left, which now is one fewer.
fn taken_from(left: &mut [u16; CLASSES], class: usize) -> usize {
    let count = left[class];
    left[class] = count.saturating_sub(1);
    usize::from(count > 0)
}

fn lengths_within_two(len: usize) -> RangeInclusive<usize> {
    run_of(len.saturating_sub(2))..=run_of(len + 2)
}

/// The run in which keys of this many characters lie.
pub(crate) fn run_of(len: usize) -> usize {
    len.min(LONGEST_RUN)
}

/// Which letters occur, in 32 classes.
pub(crate) fn letter_set(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(0, |set, letter| set | 1 << class_of(letter))
}

fn class_of(letter: char) -> usize {
    letter as usize % CLASSES
}

/// The name and everything one deletion makes of it, as bucket numbers.
pub(crate) fn neighbourhood(letters: &[char]) -> Vec<u32> {
    let whole = std::iter::once(bucket_of(letters.iter().copied()));
    let mut buckets: Vec<u32> = whole
        .chain((0..letters.len()).map(|skip: usize| {
            bucket_of(letters.iter().enumerate().filter(move |(n, _)| *n != skip).map(|(_, c)| *c))
        }))
        .collect();
    buckets.sort_unstable();
    buckets.dedup();
    buckets
}

/// FNV-1a over the code points, folded to the number of buckets.
fn bucket_of(letters: impl Iterator<Item = char>) -> u32 {
    let hash = letters.fold(0x811c_9dc5_u32, |hash, letter| (hash ^ letter as u32).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) % DELETE_BUCKETS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_more_letters_differ_than_must_be_edited(one in "[a-e é京]{0,9}", other in "[a-e é京]{0,9}") {
            let wanted = NameLetters::new(&one);
            let edits = damerau(&wanted.letters, &other, 20).expect("none is so long");
            prop_assert!(wanted.bag_distance(other.as_bytes()) <= edits);
            prop_assert_eq!(NameLetters::new(&one).bag_distance(one.as_bytes()), 0);
        }

        #[test]
        fn a_set_without_its_four_lowest_letters_is_empty_where_it_has_no_more(set: u32) {
            prop_assert_eq!(beyond_four(set) == 0, set.count_ones() <= 4);
        }
    }

    #[test]
    fn a_name_of_one_letter_a_thousand_times_is_counted_out() {
        let wanted = NameLetters::new(&"a".repeat(1_000));
        assert_eq!(wanted.bag_distance("a".repeat(999).as_bytes()), 1);
    }
}
