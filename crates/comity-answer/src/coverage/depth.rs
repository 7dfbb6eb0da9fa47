//! How well one network or country was looked at: who looked, when, what came of it, and on whose word it rests.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Coverage, FuzzyDate, Link, LinkKind, SourceId, Window};

use crate::part::{Cell, Evidence, Layer};
use crate::words;
use crate::world::{Node, World};

/// Claims that a row of coverage carries itself; an entity's page has them all.
pub(super) const PROVEN: usize = 100;

/// Ties by kind and ends, each with a claim that tells of it and all roots it rests on.
#[derive(Default)]
pub(super) struct Depth<'w> {
    ties: BTreeMap<(LinkKind, Node, Node), (&'w Link, BTreeSet<&'w SourceId>)>,
    looks: Vec<&'w Coverage>,
    described: Option<&'w FuzzyDate>,
}

impl<'w> Depth<'w> {
    pub(super) fn add(&mut self, link: &'w Link, subject: Node, object: Node) {
        let tie = self.ties.entry((link.kind, subject, object)).or_insert((link, BTreeSet::new()));
        tie.1.insert(&link.root);
        self.described = self.described.into_iter().chain(&link.observed).max_by_key(|day| day.latest());
    }

    pub(super) fn look(&mut self, look: &'w Coverage) {
        self.looks.push(look);
    }

    pub(super) fn ties(&self) -> u64 {
        self.ties.len() as u64
    }

    /// Ties that all their sources have from one and the same.
    pub(super) fn on_one_root(&self) -> u64 {
        self.ties.values().filter(|(_, roots)| roots.len() == 1).count() as u64
    }

    /// The latest day on which somebody looked, or that a source describes.
    pub(super) fn last_look(&self) -> Option<&'w FuzzyDate> {
        let looked = self.looks.iter().filter_map(|look| look.looked.as_ref());
        looked.chain(self.described).max_by_key(|day| day.latest())
    }

    /// Headings of `layers` of which nothing is on file and nobody has looked.
    pub(super) fn never_looked(&self, layers: &[Layer]) -> Vec<String> {
        let tied = self.ties.keys().map(|(kind, _, _)| Layer::of(*kind));
        let seen: BTreeSet<Layer> = tied.chain(self.looks.iter().map(|look| Layer::of(look.link))).collect();
        layers.iter().filter(|layer| !seen.contains(layer)).map(|layer| layer.title().to_owned()).collect()
    }

    pub(super) fn evidence(&self, world: &World) -> Vec<Evidence> {
        self.ties.values().take(PROVEN).map(|(link, _)| world.prove(link)).collect()
    }

    /// Ties, share on one root, looks, looks that found nothing, last look, its age, last day described.
    pub(super) fn cells(&self, asked: Window) -> Vec<Cell> {
        let empty = self.looks.iter().filter(|look| look.found == Some(0)).count() as u64;
        let last = self.last_look();
        vec![
            self.ties().into(),
            share(self.on_one_root(), self.ties()).into(),
            (self.looks.len() as u64).into(),
            empty.into(),
            last.map_or_else(|| "not looked yet".to_owned(), words::date).into(),
            last.map(|day| age(day, asked)).into(),
            self.described.map(words::date).into(),
        ]
    }
}

/// The columns of [`Depth::cells`].
pub(super) const COLUMNS: [(&str, &str, &str); 7] = [
    ("ties", "Ties", ""),
    ("one_root", "One source", "share"),
    ("looks", "Looks", ""),
    ("looks_empty", "Empty", ""),
    ("last_look", "Last look", ""),
    ("age", "Age", "years"),
    ("described", "Seen", ""),
];

/// Whole years between a look and the day asked about; 0 for a look after it.
pub(super) fn age(look: &FuzzyDate, asked: Window) -> u64 {
    let days = i64::from(asked.to.0) - i64::from(look.latest().0);
    u64::try_from(days / 365).unwrap_or(0)
}

/// `None` of nothing.
#[expect(clippy::cast_precision_loss, reason = "ties are counted in millions, not in 2^52")]
pub(super) fn share(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}
