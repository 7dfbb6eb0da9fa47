//! Marks that tell groups apart by shape; colour only helps.

use comity_answer::Layer;

use super::svg::{Area, Fill, Ink, Svg};

/// A shape in an ink.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Mark {
    shape: Shape,
    pub(super) ink: Ink,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Disc,
    OpenSquare,
    Triangle,
    OpenDisc,
    Square,
    OpenTriangle,
}

/// Shapes in the order in which groups take them.
const SHAPES: [(Shape, Ink); 6] = [
    (Shape::Disc, Ink::Accent),
    (Shape::OpenSquare, Ink::Offices),
    (Shape::Triangle, Ink::Acts),
    (Shape::OpenDisc, Ink::Events),
    (Shape::Square, Ink::Networks),
    (Shape::OpenTriangle, Ink::Programmes),
];

/// The groups that occur, each once, in order of appearance.
pub(super) fn groups<'a>(rows: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut groups: Vec<&str> = Vec::new();
    for group in rows {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

impl Mark {
    /// What a source says.
    pub(super) const DOT: Self = Self { shape: Shape::Disc, ink: Ink::Accent };
    /// What stands beside it.
    pub(super) const RING: Self = Self { shape: Shape::OpenDisc, ink: Ink::Networks };

    /// Of the group at this place; a group called like a layer has the ink of that layer everywhere.
    pub(super) fn of(groups: &[&str], group: &str) -> Self {
        let place = groups.iter().position(|known| *known == group).unwrap_or(0);
        let (shape, ink) = SHAPES[place % SHAPES.len()];
        Self { shape, ink: layer_ink(group).unwrap_or(ink) }
    }

    pub(super) fn draw(self, svg: &mut Svg, (x, y): (f64, f64)) {
        let square = Area { x: x - 4.5, y: y - 4.5, w: 9.0, h: 9.0 };
        let triangle = [(x - 5.5, y + 4.5), (x + 5.5, y + 4.5), (x, y - 5.5)];
        match self.shape {
            Shape::Disc => svg.circle((x, y), 5.0, Fill::Full(self.ink)),
            Shape::OpenDisc => svg.circle((x, y), 4.6, Fill::Open(self.ink)),
            Shape::Square => svg.rect(square, Fill::Full(self.ink)),
            Shape::OpenSquare => svg.rect(square, Fill::Open(self.ink)),
            Shape::Triangle => svg.polygon(&triangle, Fill::Full(self.ink)),
            Shape::OpenTriangle => svg.polygon(&triangle, Fill::Open(self.ink)),
        }
    }
}

fn layer_ink(group: &str) -> Option<Ink> {
    let layer = Layer::ALL.into_iter().find(|layer| layer.title() == group)?;
    match layer {
        Layer::Agreements => Some(Ink::Agreements),
        Layer::Networks => Some(Ink::Networks),
        Layer::Events => Some(Ink::Events),
        Layer::Offices => Some(Ink::Offices),
        Layer::Acts => Some(Ink::Acts),
        Layer::Programmes => Some(Ink::Programmes),
        Layer::Backing | Layer::Posts | Layer::Places | Layer::Lineage => None,
    }
}
