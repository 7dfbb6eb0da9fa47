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

    /// "From 18 to 97 members": the ends of the line through what sources count; where they count on one day or none, of
    /// what can be named, and without that, that it is over time.
    fn finding(&self) -> String {
        let [counted, named] = [GrowthBasis::Counted, GrowthBasis::Named].map(|by| self.dots(by));
        match (ends(&counted), ends(&named)) {
            (Some([from, to]), _) => say!("growth-counted", from = from, to = to),
            (None, Some([from, to])) => say!("growth-named", from = from, to = to),
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

/// In words; `None`: it is all of one day.
fn ends(dots: &[GrowthDot]) -> Option<[&str; 2]> {
    let line = GrowthDot::line(dots);
    let [first, .., last] = line.as_slice() else { return None };
    Some([first.words.as_str(), last.words.as_str()])
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
