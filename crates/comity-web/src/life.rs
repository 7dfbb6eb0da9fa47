//! Ties as lines over one axis of time: what is on record is full, what is only carried on open, what nobody knows dotted.

use std::collections::BTreeSet;

use comity_answer::{LifeGroup, LifeLine, Mark, Span};
use comity_messages::say;

use crate::address::link;
use crate::words;

/// The lines of one group, drawn.
#[derive(Debug)]
pub(crate) struct DrawnLives {
    pub(crate) lines: Vec<DrawnLife>,
    /// Where the axis begins and ends; `None`: nobody dates any of them.
    pub(crate) years: Option<(String, String)>,
    /// What occurs, each once.
    pub(crate) keys: Vec<LifePiece>,
}

/// One line.
#[derive(Debug)]
pub(crate) struct DrawnLife {
    pub(crate) who: String,
    pub(crate) who_href: String,
    pub(crate) role: String,
    pub(crate) when: String,
    /// Its record: who says so.
    pub(crate) href: String,
    pub(crate) shapes: Vec<LifeShape>,
}

/// A piece of a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LifeShape {
    pub(crate) piece: LifePiece,
    pub(crate) d: String,
}

/// What a piece of a line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LifePiece {
    Seen,
    Carried,
    Disputed,
    /// It began or ended on one of these days.
    Maybe,
    /// Nobody says when it began or ended.
    Unknown,
}

/// How long the axis is, in units of the drawing.
const WIDTH: f64 = 240.0;
/// A day is not much wider than a hair, and is to be seen.
const LEAST: f64 = 4.0;
/// What is not known is a stub: the least known must not have the most ink.
const STUB: f64 = 14.0;

pub(crate) fn drawn(group: &LifeGroup) -> DrawnLives {
    let axis = Axis::of(group.lines.iter().flat_map(|line| &line.spans), group.until);
    DrawnLives::new(group.lines.iter().map(|line| drawn_line(line, axis)).collect(), axis)
}

fn drawn_line(line: &LifeLine, axis: Option<Axis>) -> DrawnLife {
    DrawnLife {
        who: line.who.name.clone(),
        who_href: link(&format!("/entities/{}", line.who.id), &[]),
        role: line.role.clone(),
        when: line.when.clone(),
        href: words::proofs(&line.evidence),
        shapes: shapes(&line.spans, axis),
    }
}

/// A line of nobody in particular, for the page that shows the parts.
pub(crate) struct LifeExample {
    pub(crate) who: &'static str,
    pub(crate) when: &'static str,
    pub(crate) spans: Vec<Span>,
}

/// They lead to `href`, all of them.
pub(crate) fn examples(all: &[LifeExample], until: f64, href: &str) -> DrawnLives {
    let axis = Axis::of(all.iter().flat_map(|one| &one.spans), until);
    let lines = all.iter().map(|one| DrawnLife {
        who: one.who.to_owned(),
        who_href: href.to_owned(),
        role: String::new(),
        when: one.when.to_owned(),
        href: href.to_owned(),
        shapes: shapes(&one.spans, axis),
    });
    DrawnLives::new(lines.collect(), axis)
}

fn shapes(spans: &[Span], axis: Option<Axis>) -> Vec<LifeShape> {
    spans.iter().zip(axis.into_iter().cycle()).flat_map(|(span, axis)| axis.shapes(span)).collect()
}

impl DrawnLives {
    fn new(lines: Vec<DrawnLife>, axis: Option<Axis>) -> Self {
        let occur = lines.iter().flat_map(|line| &line.shapes).map(|shape| shape.piece);
        let keys = occur.collect::<BTreeSet<_>>().into_iter().collect();
        let years = axis.map(|axis| (format!("{:.0}", axis.from), format!("{:.0}", axis.to.floor())));
        Self { lines, years, keys }
    }
}

/// From years to units.
#[derive(Debug, Clone, Copy)]
struct Axis {
    from: f64,
    to: f64,
}

impl Axis {
    /// From the first year known of any line to the day asked about.
    fn of<'s>(spans: impl Iterator<Item = &'s Span>, until: f64) -> Option<Self> {
        let known =
            spans.flat_map(|span| [span.start_earliest, span.start_latest, span.end_earliest]).flatten();
        let (first, last) = known.fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), year| {
            (first.min(year), last.max(year))
        });
        let to = if until.is_finite() { until } else { last };
        let from = first.floor();
        (from.is_finite() && from < to).then_some(Self { from, to })
    }

    fn at(self, year: f64) -> f64 {
        (year.clamp(self.from, self.to) - self.from) / (self.to - self.from) * WIDTH
    }

    /// What is sure, and beside it what may be or is not known.
    fn shapes(self, span: &Span) -> Vec<LifeShape> {
        let place = |year: Option<f64>| year.map(|year| self.at(year));
        let left = place(span.start_latest).or(place(span.start_earliest)).unwrap_or(0.0);
        let right = place(span.end_earliest).unwrap_or(WIDTH);
        let (left, right) = (left.min(WIDTH - LEAST), right.max(left + LEAST).min(WIDTH));
        let mut shapes = Vec::new();
        match (place(span.start_earliest), span.start_latest) {
            (Some(first), Some(_)) if left - first >= 1.0 => shapes.push(area(LifePiece::Maybe, first, left)),
            (None, Some(_)) => shapes.push(stub((left - STUB).max(0.0), left)),
            _ => {}
        }
        match (span.end_earliest, place(span.end_latest)) {
            (Some(_), Some(last)) if last - right >= 1.0 => shapes.push(area(LifePiece::Maybe, right, last)),
            (Some(_), None) => shapes.push(stub(right, (right + STUB).min(WIDTH))),
            _ => {}
        }
        shapes.push(area(LifePiece::of(span.mark), left, right));
        shapes
    }
}

fn area(piece: LifePiece, from: f64, to: f64) -> LifeShape {
    LifeShape { piece, d: format!("M{from:.1} 4H{to:.1}V12H{from:.1}z") }
}

fn stub(from: f64, to: f64) -> LifeShape {
    LifeShape { piece: LifePiece::Unknown, d: format!("M{from:.1} 8H{to:.1}") }
}

impl LifePiece {
    fn of(mark: Mark) -> Self {
        match mark {
            Mark::Carried | Mark::Unplaced | Mark::Ahead => Self::Carried,
            Mark::Disputed | Mark::Denied => Self::Disputed,
            Mark::Observed | Mark::Over => Self::Seen,
        }
    }

    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Carried => "carried",
            Self::Disputed => "disputed",
            Self::Maybe => "maybe",
            Self::Unknown => "unknown",
        }
    }

    pub(crate) fn words(self) -> String {
        match self {
            Self::Seen => say!("life-seen"),
            Self::Carried => say!("life-carried"),
            Self::Disputed => say!("life-disputed"),
            Self::Maybe => say!("life-maybe"),
            Self::Unknown => say!("life-unknown"),
        }
    }

    /// The same shape, as small as a letter.
    pub(crate) const fn sample(self) -> &'static str {
        if matches!(self, Self::Unknown) { "M0 8H20" } else { "M1 4H19V12H1z" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(years: [Option<f64>; 4], mark: Mark, expect: &str) {
        let [start_earliest, start_latest, end_earliest, end_latest] = years;
        let span = Span { start_earliest, start_latest, end_earliest, end_latest, mark };
        let shapes = Axis { from: 2000.0, to: 2024.0 }.shapes(&span);
        let said = shapes.iter().map(|shape| format!("{} {}", shape.piece.class(), shape.d));
        assert_eq!(said.collect::<Vec<_>>().join("; "), expect);
    }

    #[test]
    fn what_is_not_known_is_a_stub_and_an_open_end_reaches_the_day() {
        let (a, b) = (Some(2004.0), Some(2010.0));
        check([a, a, b, b], Mark::Observed, "seen M40.0 4H100.0V12H40.0z");
        check(
            [a, Some(2005.0), b, Some(2011.0)],
            Mark::Observed,
            "maybe M40.0 4H50.0V12H40.0z; maybe M100.0 4H110.0V12H100.0z; seen M50.0 4H100.0V12H50.0z",
        );
        check(
            [None, a, b, None],
            Mark::Carried,
            "unknown M26.0 8H40.0; unknown M100.0 8H114.0; carried M40.0 4H100.0V12H40.0z",
        );
        check([a, a, None, None], Mark::Disputed, "disputed M40.0 4H240.0V12H40.0z");
        check([b, b, b, b], Mark::Observed, "seen M100.0 4H104.0V12H100.0z");
    }
}
