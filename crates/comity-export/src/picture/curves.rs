//! Lines over a common axis, told apart by their dashes and named at their ends.

use comity_answer::Curve;

use super::axis::{AxisKind, Scale};
use super::svg::{Anchor, Fill, Ink, Pen, Size, Svg, Words};
use super::{Drawn, WIDTH, text};

const HEIGHT: f64 = 300.0;
const LEFT: f64 = 48.0;
/// Lines in the order in which curves take them; more than six take them again.
const PENS: [Pen; 6] = [
    Pen { ink: Ink::Accent, width: 2.2, dash: "" },
    Pen { ink: Ink::Offices, width: 2.2, dash: "7 3" },
    Pen { ink: Ink::Acts, width: 2.2, dash: "2 3" },
    Pen { ink: Ink::Events, width: 2.2, dash: "9 3 2 3" },
    Pen { ink: Ink::Networks, width: 1.2, dash: "" },
    Pen { ink: Ink::Programmes, width: 1.2, dash: "5 2" },
];

pub(super) fn draw(svg: &mut Svg, top: f64, all: &[Curve], [x, y]: [&str; 2], steps: bool) -> Option<Drawn> {
    let top = top + 18.0;
    let bottom = top + HEIGHT;
    let lines: Vec<Curve> = all.iter().map(finite).filter(|line| !line.points.is_empty()).collect();
    let names = lines.iter().map(|line| text::width(&line.label, Size::Small.units()));
    let right = WIDTH - names.fold(0.0, f64::max).min(220.0) - 14.0;
    let points = || lines.iter().flat_map(|line| &line.points);
    let kind = if years(points().map(|(x, _)| *x)) { AxisKind::Years } else { AxisKind::Linear };
    let across = Scale::over(points().map(|(x, _)| *x), (LEFT, right), kind)?;
    let edges = lines.iter().flat_map(|line| line.band.iter().flat_map(|(low, high)| [*low, *high]));
    let up =
        Scale::over(points().map(|(_, y)| *y).chain(edges).chain([0.0]), (bottom, top), AxisKind::Linear)?;
    svg.text((2.0, top - 10.0), Words::small(y).within(WIDTH - 4.0));
    up.draw_upright(svg, (LEFT, right));
    across.draw(svg, (top, bottom));
    let mut ends = Vec::new();
    for (line, pen) in lines.iter().zip(PENS.into_iter().cycle()) {
        ends.push(draw_line(svg, (&across, &up), line, pen, steps));
    }
    for (line, (_, y)) in lines.iter().zip(apart(&ends, (top, bottom))) {
        let words = Words { ink: Ink::Black, ..Words::small(&line.label) };
        svg.text((right + 6.0, y + 4.0), words.within(WIDTH - right - 8.0));
    }
    svg.text((f64::midpoint(LEFT, right), bottom + 32.0), Words::small(x).anchored(Anchor::Middle));
    Some(Drawn::to(bottom + 36.0))
}

/// Draws one line and gives where it ends.
fn draw_line(
    svg: &mut Svg,
    (across, up): (&Scale, &Scale),
    line: &Curve,
    pen: Pen,
    steps: bool,
) -> (f64, f64) {
    let place = |(x, y): (f64, f64)| (across.at(x), up.at(y));
    let path = |points: &mut dyn Iterator<Item = (f64, f64)>| path(points.map(place).collect(), steps);
    if !line.band.is_empty() {
        let xs = || line.points.iter().map(|(x, _)| *x);
        let lower = path(&mut xs().zip(&line.band).map(|(x, (low, _))| (x, *low)));
        let mut edge = path(&mut xs().zip(&line.band).map(|(x, (_, high))| (x, *high)));
        edge.extend(lower.into_iter().rev());
        svg.band(&edge, pen.ink);
    }
    let points = path(&mut line.points.iter().copied());
    if line.observed.is_empty() {
        svg.polyline(&points, pen);
    } else {
        svg.faint(&points, pen);
    }
    for (x, y) in line.points.iter().filter(|(x, _)| line.observed.contains(x)) {
        svg.circle((across.at(*x), up.at(*y)), 3.0, Fill::Full(pen.ink));
    }
    *points.last().expect("lines without points were left out")
}

fn path(points: Vec<(f64, f64)>, steps: bool) -> Vec<(f64, f64)> {
    if steps { stepped(&points) } else { points }
}

/// The same, staying level until the next value.
fn stepped(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut path = Vec::with_capacity(points.len() * 2);
    for point in points {
        if let Some((_, y)) = path.last().copied() {
            path.push((point.0, y));
        }
        path.push(*point);
    }
    path
}

/// Without what cannot be drawn; a band counts only where each of its points has both edges.
fn finite(line: &Curve) -> Curve {
    let points: Vec<(f64, f64)> =
        line.points.iter().copied().filter(|(x, y)| x.is_finite() && y.is_finite()).collect();
    let whole = points.len() == line.points.len()
        && line.band.len() == points.len()
        && line.band.iter().all(|(low, high)| low.is_finite() && high.is_finite());
    let band = if whole { line.band.clone() } else { Vec::new() };
    Curve { label: line.label.clone(), points, band, observed: line.observed.clone() }
}

/// Whether all of these are years as a reader writes them.
fn years(mut values: impl Iterator<Item = f64>) -> bool {
    values.all(|value| (1500.0..=2200.0).contains(&value))
}

/// Names at the ends of lines, moved apart until none covers another.
fn apart(ends: &[(f64, f64)], (top, bottom): (f64, f64)) -> Vec<(f64, f64)> {
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by(|a, b| ends[*a].1.total_cmp(&ends[*b].1));
    let mut placed = ends.to_vec();
    let mut free = top;
    for one in &order {
        placed[*one].1 = placed[*one].1.max(free);
        free = placed[*one].1 + 14.0;
    }
    let mut most = bottom;
    for one in order.iter().rev() {
        placed[*one].1 = placed[*one].1.min(most);
        most = placed[*one].1 - 14.0;
    }
    placed
}
