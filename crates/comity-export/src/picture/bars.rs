//! Bars from zero: full as far as it is sure, open as far as it is possible.

use comity_answer::{Dot, wording::in_figures};
use comity_messages::message;

use super::axis::{AxisKind, Scale};
use super::legend::{Sample, legend};
use super::marks::{Mark, groups};
use super::svg::{Anchor, Area, Fill, Ink, Pen, Svg, Words};
use super::{Drawn, ROWS, WIDTH, height, label_room, row_height, row_label, unit_below, value_room};

const ROW: f64 = 22.0;
const BAR: f64 = 12.0;

pub(super) fn draw(svg: &mut Svg, top: f64, all: &[Dot], unit: &str) -> Option<Drawn> {
    let rows = &all[..all.len().min(ROWS)];
    let room = label_room(rows.iter().map(|row| row.label.as_str()));
    rows.iter().find(|row| row.value.is_finite())?;
    let ends = rows.iter().flat_map(|row| [Some(row.value), row.low, row.high, Some(0.0)]).flatten();
    let kind = if ends.clone().all(|end| end.fract() == 0.0) { AxisKind::Whole } else { AxisKind::Linear };
    let values: Vec<String> = rows.iter().map(value).collect();
    let right = WIDTH - value_room(values.iter().map(String::as_str));
    let scale = Scale::over(ends, (room, right), kind)?;
    let each = row_height(rows.iter().map(|row| row.label.as_str()), room, ROW);
    let bottom = top + height(rows.len(), each);
    scale.draw(svg, (top, bottom));
    let known = groups(rows.iter().map(|row| row.group.as_str()));
    let mut y = top + each / 2.0;
    for (row, value) in rows.iter().zip(&values) {
        row_label(svg, &row.label, room, y);
        svg.text((WIDTH - 2.0, y + 5.0), Words::label(value).anchored(Anchor::End));
        draw_bar(svg, &scale, y, row, Mark::of(&known, &row.group));
        y += each;
    }
    let bottom = unit_below(svg, unit, (room, right), bottom + 15.0);
    Some(Drawn::to(legend(svg, bottom + 5.0, &keys(rows, &known))).of(all.len()))
}

/// "12", "12–14" from what is sure to what is possible.
fn value(row: &Dot) -> String {
    match row.high.filter(|high| high.is_finite() && *high > row.value) {
        _ if !row.value.is_finite() => "–".to_owned(),
        Some(high) => format!("{}–{}", in_figures(row.value), in_figures(high)),
        None => in_figures(row.value),
    }
}

/// From one place to the other, around the line `y`.
fn bar_area(y: f64, a: f64, b: f64) -> Area {
    Area { x: a.min(b), y: y - BAR / 2.0, w: (b - a).abs(), h: BAR }
}

fn draw_bar(svg: &mut Svg, scale: &Scale, y: f64, row: &Dot, mark: Mark) {
    if !row.value.is_finite() {
        return;
    }
    let between = |a: f64, b: f64| bar_area(y, scale.at(a), scale.at(b));
    svg.rect(between(0.0, row.value), Fill::Full(mark.ink));
    if let Some(high) = row.high.filter(|high| *high > row.value) {
        svg.rect(between(row.value, high), Fill::Open(mark.ink));
    }
    if let Some(low) = row.low.filter(|low| *low < row.value) {
        let x = scale.at(low);
        svg.line((x, y - BAR / 2.0 - 3.0), (x, y + BAR / 2.0 + 3.0), Pen::solid(Ink::Black, 1.5));
    }
    if known_by_mark(row) {
        mark.draw(svg, (scale.at(0.0), y));
    }
}

/// Bars of named groups carry the group's mark at their foot, so that no reader needs the colour.
fn known_by_mark(row: &Dot) -> bool {
    !row.group.is_empty()
}

fn keys<'a>(rows: &[Dot], known: &[&'a str]) -> Vec<(Sample, &'a str)> {
    let named = known.iter().filter(|group| !group.is_empty());
    let mut keys: Vec<(Sample, &str)> =
        named.map(|group| (Sample::Mark(Mark::of(known, group)), *group)).collect();
    if rows.iter().any(|row| row.high.is_some_and(|high| high > row.value)) {
        keys.push((Sample::Area(Fill::Open(Ink::Quiet)), message!("key-possible").word()));
    }
    if rows.iter().any(|row| row.low.is_some_and(|low| low < row.value)) {
        keys.push((Sample::Line(Pen::solid(Ink::Black, 1.5)), message!("key-at-least").word()));
    }
    keys
}
