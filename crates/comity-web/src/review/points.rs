//! The candidates on a small map, drawn by the server: numbered dots over land.

use comity_ingest::ReviewCandidate;

/// Where the dots are, in degrees as an SVG has them: x east, y south.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Points {
    pub(super) dots: Vec<Dot>,
    left: f64,
    top: f64,
    width: f64,
}

/// One candidate.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dot {
    pub(super) number: usize,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) name: String,
}

/// A map is never narrower than this, so that a reader knows where he is; its height is half its width.
const LEAST_DEGREES: f64 = 40.0;
const ROOM: f64 = 1.25;

impl Points {
    /// `None` where nothing has a point.
    pub(super) fn of(meanings: &[ReviewCandidate]) -> Option<Self> {
        let dots: Vec<Dot> =
            (1..).zip(meanings).filter_map(|(number, meaning)| dot(number, meaning)).collect();
        let (left, right) = span(dots.iter().map(|dot| dot.x))?;
        let (top, bottom) = span(dots.iter().map(|dot| dot.y))?;
        let width = ((right - left).max((bottom - top) * 2.0) * ROOM).clamp(LEAST_DEGREES, 360.0);
        let left = f64::midpoint(left, right) - width / 2.0;
        let top = f64::midpoint(top, bottom) - width / 4.0;
        let left = left.clamp(-180.0, 180.0 - width);
        let top = top.clamp(-90.0, 90.0 - width / 2.0);
        Some(Self { dots, left, top, width })
    }

    pub(super) fn view_box(&self) -> String {
        format!("{:.2} {:.2} {:.2} {:.2}", self.left, self.top, self.width, self.width / 2.0)
    }

    /// A part of the width, in the map's own units.
    pub(super) fn share(&self, part: f64) -> String {
        format!("{:.3}", self.width * part)
    }
}

fn dot(number: usize, meaning: &ReviewCandidate) -> Option<Dot> {
    let point = meaning.point?;
    Some(Dot { number, x: point.lon(), y: -point.lat(), name: meaning.full() })
}

fn span(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |span: Option<(f64, f64)>, value| {
        let (low, high) = span.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}
