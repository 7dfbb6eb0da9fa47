//! Values as marks with their intervals, beside a line to compare them with.

use comity_answer::{Dot, wording::in_figures};

use super::axis::{AxisKind, Scale};
use super::legend::{Sample, legend};
use super::marks::{Mark, groups};
use super::svg::{Anchor, Ink, Pen, Svg, Words};
use super::{Drawn, ROWS, WIDTH, height, label_room, row_height, row_label, unit_below, value_room};

const ROW: f64 = 24.0;

/// What the values are measured by.
pub(super) struct Axis<'a> {
    pub(super) reference: Option<f64>,
    pub(super) unit: &'a str,
    pub(super) logarithmic: bool,
}

pub(super) fn draw(svg: &mut Svg, top: f64, all: &[Dot], axis: &Axis<'_>) -> Option<Drawn> {
    let rows = &all[..all.len().min(ROWS)];
    let room = label_room(rows.iter().map(|row| row.label.as_str()));
    let kind = if axis.logarithmic { AxisKind::Logarithmic } else { AxisKind::Linear };
    let ends = rows.iter().flat_map(|row| [Some(row.value), row.low, row.high]);
    rows.iter().find(|row| kind.takes(row.value))?;
    let value = |row: &Dot| if kind.takes(row.value) { in_figures(row.value) } else { "–".to_owned() };
    let values: Vec<String> = rows.iter().map(value).collect();
    let right = WIDTH - value_room(values.iter().map(String::as_str));
    let scale = Scale::over(ends.chain([axis.reference]).flatten(), (room + 6.0, right), kind)?;
    let each = row_height(rows.iter().map(|row| row.label.as_str()), room, ROW);
    let bottom = top + height(rows.len(), each);
    scale.draw(svg, (top, bottom));
    reference(svg, &scale, axis, (top, bottom));
    let known = groups(rows.iter().map(|row| row.group.as_str()));
    let mut y = top + each / 2.0;
    for (row, value) in rows.iter().zip(&values) {
        row_label(svg, &row.label, room, y);
        svg.text((WIDTH - 2.0, y + 5.0), Words::label(value).anchored(Anchor::End));
        draw_dot(svg, &scale, y, row, Mark::of(&known, &row.group));
        y += each;
    }
    let bottom = unit_below(svg, axis.unit, (room, right), bottom + 15.0);
    let keys: Vec<(Sample, &str)> = known
        .iter()
        .filter(|group| !group.is_empty())
        .map(|group| (Sample::Mark(Mark::of(&known, group)), *group))
        .collect();
    Some(Drawn::to(legend(svg, bottom + 5.0, &keys)).of(all.len()))
}

fn reference(svg: &mut Svg, scale: &Scale, axis: &Axis<'_>, (top, bottom): (f64, f64)) {
    if let Some(value) = axis.reference.filter(|value| scale.takes(*value)) {
        let x = scale.at(value);
        svg.line((x, top), (x, bottom), Pen { ink: Ink::Black, width: 1.5, dash: "6 3" });
    }
}

fn draw_dot(svg: &mut Svg, scale: &Scale, y: f64, row: &Dot, mark: Mark) {
    if !scale.takes(row.value) {
        return;
    }
    // On a logarithmic axis an interval may reach down to 0, which stands at no place: to the edge, then.
    let end = |value: Option<f64>| value.filter(|value| !value.is_nan()).unwrap_or(row.value);
    let (low, high) = (end(row.low), end(row.high));
    if low < high {
        whisker(svg, (scale.at(low), scale.at(high)), y, mark.ink);
    }
    mark.draw(svg, (scale.at(row.value), y));
}

fn whisker(svg: &mut Svg, (left, right): (f64, f64), y: f64, ink: Ink) {
    svg.line((left, y), (right, y), Pen::solid(ink, 1.5));
    for x in [left, right] {
        svg.line((x, y - 4.0), (x, y + 4.0), Pen::solid(ink, 1.5));
    }
}
