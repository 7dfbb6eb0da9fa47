//! What each mark means, below the drawing and only for marks that occur.

use super::marks::Mark;
use super::svg::{Area, Fill, Ink, Pen, Size, Svg, Words};
use super::{WIDTH, text};

/// A mark as a reader meets it in the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sample {
    Area(Fill),
    /// An outline filled with strokes.
    Hatched(Ink),
    Line(Pen),
    Mark(Mark),
}

/// Side by side, in as many lines as they need, from `y` down; gives where they end.
pub(super) fn legend(svg: &mut Svg, y: f64, keys: &[(Sample, &str)]) -> f64 {
    if keys.is_empty() {
        return y;
    }
    let (mut x, mut y) = (2.0, y + 18.0);
    for (sample, words) in keys {
        let wide = 28.0 + text::width(words, Size::Small.units()) + 14.0;
        if x > 2.0 && x + wide > WIDTH {
            (x, y) = (2.0, y + 18.0);
        }
        sample.draw(svg, Area { x, y: y - 9.0, w: 20.0, h: 9.0 });
        svg.text((x + 26.0, y), Words::small(words));
        x += wide;
    }
    y + 2.0
}

impl Sample {
    fn draw(self, svg: &mut Svg, area: Area) {
        let middle = area.y + area.h / 2.0;
        match self {
            Self::Area(fill) => svg.rect(area, fill),
            Self::Hatched(ink) => {
                svg.rect(area, Fill::Open(ink));
                svg.hatch(area, ink);
            }
            Self::Line(pen) => svg.line((area.x, middle), (area.x + area.w, middle), pen),
            Self::Mark(mark) => mark.draw(svg, (area.x + area.w / 2.0, middle)),
        }
    }
}
