//! How a network grew, as a picture with its table, and ties as life lines.

use std::borrow::Cow;

use comity_messages::say;

use crate::answer::section::{Body, Section};
use crate::answer::{Growth, GrowthBasis, GrowthPoint, LifeGroup};
use crate::report::{Chart, GrowthDot, Head, Picture, Table, as_number};

impl Growth {
    pub(super) fn section(&self) -> Section<'_> {
        Section::of_table(Cow::Owned(self.table()), "/growth/points")
            .titled(self.finding())
            .drawn([Cow::Owned(self.chart())])
            .twin()
    }

    /// "From 18 to 97 members": by what sources count first and last, and where two do not, that it is over time.
    fn finding(&self) -> String {
        let of = |by: GrowthBasis| self.points.iter().filter(move |point| point.by == by);
        let ends = |by| of(by).next().zip(of(by).next_back()).filter(|(first, last)| first.year < last.year);
        match (ends(GrowthBasis::Counted), ends(GrowthBasis::Named)) {
            (Some((first, last)), _) => {
                say!("growth-counted", from = first.members.as_str(), to = last.members.as_str())
            }
            (None, Some((first, last))) => {
                say!("growth-named", from = first.members.as_str(), to = last.members.as_str())
            }
            (None, None) => say!("growth-over-time"),
        }
    }

    fn chart(&self) -> Chart {
        Chart {
            id: "growth",
            title: self.finding(),
            caption: say!("growth-caption"),
            table: "growth",
            picture: Picture::Growth {
                counted: self.dots(GrowthBasis::Counted),
                named: self.dots(GrowthBasis::Named),
                until: self.until,
            },
        }
    }

    fn dots(&self, by: GrowthBasis) -> Vec<GrowthDot> {
        self.points.iter().filter(|point| point.by == by).map(GrowthPoint::dot).collect()
    }

    fn table(&self) -> Table {
        let columns: &[Head<'_>] = &[
            ("when", &say!("head-when"), ""),
            ("members", &say!("head-members"), ""),
            ("how", &say!("head-how"), ""),
            ("source", &say!("head-according-to"), ""),
        ];
        let mut table = Table::new("growth", &say!("growth-over-time"), columns);
        for point in &self.points {
            let how = match point.by {
                GrowthBasis::Counted => say!("growth-by-count"),
                GrowthBasis::Named => say!("growth-by-name"),
            };
            let texts = [&point.when, &point.members, &how, &point.source];
            table.push(texts.map(|text| text.as_str().into()).into(), point.evidence.clone());
        }
        table
    }
}

impl GrowthPoint {
    fn dot(&self) -> GrowthDot {
        let value = as_number(self.low.or(self.high).unwrap_or_default());
        GrowthDot { year: self.year, value, words: self.members.clone() }
    }
}

impl LifeGroup {
    pub(super) fn section(&self) -> Section<'_> {
        let title = self.sort.title();
        Section::new(self.sort.id(), title.text(), Body::Lives(self)).filed(self.sort.id(), title)
    }
}
