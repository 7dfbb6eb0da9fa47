//! How well one network or country was looked at: who looked, when, what came of it, and on whose word it rests.

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{Coverage, FuzzyDate, Link, LinkKind, Window};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, wording};
use rayon::prelude::*;

use crate::report::{Cell, MessageHead, share};

/// Claims that a row of coverage carries itself; an entity's page has them all.
pub(super) const PROVEN: usize = 100;

/// A link with its two ends.
#[derive(Clone, Copy)]
pub(super) struct JoinedEnds<'w> {
    pub(super) link: &'w Link,
    pub(super) subject: EntityIx,
    pub(super) object: EntityIx,
}

/// Ties and looks, counted.
#[derive(Default)]
pub(super) struct Depth<'w> {
    pub(super) ties: u64,
    /// Ties that all who tell of them have from one and the same.
    pub(super) on_one_primary_source: u64,
    kinds: BTreeSet<LinkKind>,
    /// A link each of the first ties.
    telling: Vec<&'w Link>,
    described: Option<&'w FuzzyDate>,
    looks: Vec<&'w Coverage>,
}

impl<'w> Depth<'w> {
    /// Cost: a sort.
    pub(super) fn of(mut told: Vec<JoinedEnds<'w>>) -> Self {
        let tie = |one: &JoinedEnds<'_>| (one.link.kind, one.subject, one.object);
        told.par_sort_unstable_by_key(|one| (tie(one), one.link.claim));
        let mut depth = Self::default();
        for tie in told.chunk_by(|a, b| tie(a) == tie(b)) {
            let first = tie[0].link;
            depth.ties += 1;
            depth.on_one_primary_source += u64::from(tie.iter().all(|one| one.link.root == first.root));
            depth.kinds.insert(first.kind);
            if depth.telling.len() < PROVEN {
                depth.telling.push(first);
            }
        }
        let observed = told.iter().filter_map(|one| one.link.observed.as_ref());
        depth.described = observed.max_by_key(|day| day.latest());
        depth
    }

    pub(super) fn look(&mut self, look: &'w Coverage) {
        self.looks.push(look);
    }

    /// The latest day on which somebody looked, or that a source describes.
    pub(super) fn last_look(&self) -> Option<&'w FuzzyDate> {
        let looked = self.looks.iter().filter_map(|look| look.looked.as_ref());
        looked.chain(self.described).max_by_key(|day| day.latest())
    }

    /// Headings of `layers` of which nothing is on file and nobody has looked.
    pub(super) fn never_looked(&self, layers: &[Layer]) -> Vec<String> {
        let tied = self.kinds.iter().map(|kind| Layer::of(*kind));
        let seen: BTreeSet<Layer> = tied.chain(self.looks.iter().map(|look| Layer::of(look.link))).collect();
        layers.iter().filter(|layer| !seen.contains(layer)).map(|layer| layer.title().to_owned()).collect()
    }

    pub(super) fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        self.telling.iter().map(|link| snapshot.evidence_of(link)).collect()
    }

    /// Ties, share on one primary source, looks, looks that found nothing, last look, its age, last day described.
    pub(super) fn cells(&self, asked: Window) -> Vec<Cell> {
        let empty = self.looks.iter().filter(|look| look.found == Some(0)).count() as u64;
        let last = self.last_look();
        vec![
            self.ties.into(),
            share(self.on_one_primary_source, self.ties).into(),
            (self.looks.len() as u64).into(),
            empty.into(),
            last.map_or_else(|| say!("not-searched"), wording::date).into(),
            last.map(|day| age(day, asked)).into(),
            self.described.map(wording::date).into(),
        ]
    }
}

/// The columns of [`Depth::cells`].
pub(super) const COLUMNS: [MessageHead; 7] = [
    ("ties", message!("head-ties"), ""),
    ("one_root", message!("head-one-source"), "share"),
    ("looks", message!("head-looks"), ""),
    ("looks_empty", message!("head-empty"), ""),
    ("last_look", message!("head-last-look"), ""),
    ("age", message!("head-age"), "years"),
    ("described", message!("head-seen"), ""),
];

/// Whole years between a look and the day asked about; 0 for a look after it.
pub(super) fn age(look: &FuzzyDate, asked: Window) -> u64 {
    let days = i64::from(asked.to.0) - i64::from(look.latest().0);
    u64::try_from(days / 365).unwrap_or(0)
}
