//! What part of a projection is drawn, and how large.

use super::projection::Projection;

/// A stretch of the plane on a sheet of so many units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct View {
    pub(super) projection: Projection,
    /// Units of the sheet a radian.
    pub(super) scale: f64,
    /// The point of the plane that lies in the middle of the sheet.
    pub(super) middle: (f64, f64),
    pub(super) width: f64,
    pub(super) height: f64,
}

impl View {
    /// On the sheet, whose y grows downwards.
    pub(super) fn point(&self, lat: f64, lon: f64) -> (f64, f64) {
        let (x, y) = self.projection.point(lat, lon);
        let (x0, y0) = self.middle;
        (self.width / 2.0 + (x - x0) * self.scale, self.height / 2.0 - (y - y0) * self.scale)
    }

    /// On the sheet, or no farther from its edge than a quarter of it.
    pub(super) fn is_near(&self, (x, y): (f64, f64)) -> bool {
        let (around, over) = (self.width / 4.0, self.height / 4.0);
        (-around..=self.width + around).contains(&x) && (-over..=self.height + over).contains(&y)
    }
}
