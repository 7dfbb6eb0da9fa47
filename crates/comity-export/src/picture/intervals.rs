//! Spans over the years: what is sure is drawn full, an uncertain start or end open, an unknown one broken off.

use comity_answer::{IntervalRow, Mark, Span};
use comity_messages::{Message, message};

use super::axis::{AxisKind, Scale};
use super::legend::{Sample, legend};
use super::svg::{Area, Fill, Ink, Pen, Svg, Words};
use super::{Drawn, ROWS, WIDTH, height, label_room, row_height, row_label};

const ROW: f64 = 24.0;
/// Room for the word beside the years.
const UNDATED_COLUMN: f64 = 58.0;
/// How high a bar is, and the outline of its uncertain ends.
const BAR: (f64, f64) = (10.0, 6.0);

pub(super) fn draw(svg: &mut Svg, top: f64, all: &[IntervalRow]) -> Option<Drawn> {
    let rows = &all[..all.len().min(ROWS)];
    let room = label_room(rows.iter().map(|row| row.label.as_str()));
    let from = if rows.iter().any(is_undated) { room + UNDATED_COLUMN } else { room };
    let scale = years(rows, (from, WIDTH - 8.0))?;
    let each = row_height(rows.iter().map(|row| row.label.as_str()), room, ROW);
    let bottom = top + height(rows.len(), each);
    scale.draw(svg, (top, bottom));
    let mut y = top + each / 2.0;
    for row in rows {
        row_label(svg, &row.label, room, y);
        if is_undated(row) {
            svg.text((room + 4.0, y + 4.0), Words::small(message!("key-undated").word()));
        }
        for span in row.spans.iter().filter(|span| span.is_dated()) {
            draw_span(svg, &scale, (from, WIDTH - 8.0), y, span);
        }
        y += each;
    }
    let bottom = legend(svg, bottom + 20.0, &keys(rows));
    Some(Drawn::to(bottom).of(all.len()))
}

/// What nobody dates is no bar: the least known would have the most ink.
fn is_undated(row: &IntervalRow) -> bool {
    !row.spans.is_empty() && !row.spans.iter().any(Span::is_dated)
}

/// From the first to the last year known, with room at a side where something stays open.
fn years(rows: &[IntervalRow], units: (f64, f64)) -> Option<Scale> {
    let spans = || rows.iter().flat_map(|row| &row.spans).filter(|span| span.is_dated());
    let bounds = |span: &Span| [span.start_earliest, span.start_latest, span.end_earliest, span.end_latest];
    let mut known: Vec<f64> = spans().flat_map(bounds).flatten().filter(|year| year.is_finite()).collect();
    known.sort_by(f64::total_cmp);
    let (first, last) = (*known.first()?, *known.last()?);
    let more = ((last - first) * 0.08).max(1.0);
    if spans().any(|span| span.start_earliest.is_none()) {
        known.push(first - more);
    }
    if spans().any(|span| span.end_latest.is_none()) {
        known.push(last + more);
    }
    Scale::over(known, units, AxisKind::Years)
}

fn draw_span(svg: &mut Svg, scale: &Scale, (left, right): (f64, f64), y: f64, span: &Span) {
    let place = |year: Option<f64>| year.filter(|year| scale.takes(*year)).map(|year| scale.at(year));
    let (sure_from, sure_to) =
        (place(span.start_latest).unwrap_or(left), place(span.end_earliest).unwrap_or(right));
    let ink = ink(span.mark);
    // An end that may come before the start is sure leaves nothing sure between them.
    let (sure_from, sure_to) = (sure_from.min(sure_to.max(left)), sure_to.max(sure_from));
    if span.start_latest.is_some() {
        uncertain(svg, (place(span.start_earliest), sure_from), left, y, ink);
    }
    if span.end_earliest.is_some() {
        uncertain(svg, (place(span.end_latest), sure_to), right, y, ink);
    }
    let core = Area { x: sure_from, y: y - BAR.0 / 2.0, w: (sure_to - sure_from).max(3.0), h: BAR.0 };
    sure(svg, core, span.mark);
    if span.end_earliest.is_none() && goes_on(span.mark) {
        svg.polygon(&[(right, y - 5.0), (right + 7.0, y), (right, y + 5.0)], Fill::Full(ink));
    }
}

/// From the sure part outwards: an outline to the last date possible, or a broken line where there is none.
fn uncertain(svg: &mut Svg, (outer, inner): (Option<f64>, f64), edge: f64, y: f64, ink: Ink) {
    match outer {
        Some(outer) if (outer - inner).abs() < 0.5 => {}
        Some(outer) => {
            let (x, w) = (outer.min(inner), (outer - inner).abs());
            svg.rect(Area { x, y: y - BAR.1 / 2.0, w, h: BAR.1 }, Fill::Broken(ink));
        }
        None => {
            svg.line((inner, y), (edge, y), Pen::dashed(ink, 1.5));
            arrow(svg, (edge, y), if edge > inner { 5.0 } else { -5.0 }, ink);
        }
    }
}

fn arrow(svg: &mut Svg, (x, y): (f64, f64), towards: f64, ink: Ink) {
    svg.polyline(&[(x - towards, y - 4.0), (x, y), (x - towards, y + 4.0)], Pen::solid(ink, 1.5));
}

fn sure(svg: &mut Svg, core: Area, mark: Mark) {
    match sample(mark) {
        Sample::Area(fill) => svg.rect(core, fill),
        Sample::Hatched(ink) => {
            svg.rect(core, Fill::Open(ink));
            svg.hatch(core, ink);
        }
        Sample::Line(pen) => {
            let y = core.y + core.h / 2.0;
            svg.line((core.x, y), (core.x + core.w, y), pen);
        }
        Sample::Mark(_) => {}
    }
}

fn goes_on(mark: Mark) -> bool {
    matches!(mark, Mark::Observed | Mark::Carried | Mark::Disputed)
}

fn ink(mark: Mark) -> Ink {
    if goes_on(mark) { Ink::Accent } else { Ink::Quiet }
}

/// How the sure part of a span in this state looks.
fn sample(mark: Mark) -> Sample {
    match mark {
        Mark::Observed => Sample::Area(Fill::Full(Ink::Accent)),
        Mark::Carried => Sample::Area(Fill::Open(Ink::Accent)),
        Mark::Disputed => Sample::Hatched(Ink::Accent),
        Mark::Over => Sample::Area(Fill::Full(Ink::Quiet)),
        Mark::Ahead => Sample::Area(Fill::Broken(Ink::Quiet)),
        Mark::Unplaced => Sample::Area(Fill::Open(Ink::Quiet)),
        Mark::Denied => Sample::Line(Pen { ink: Ink::Quiet, width: 3.0, dash: "2 3" }),
    }
}

fn keys(rows: &[IntervalRow]) -> Vec<(Sample, &'static str)> {
    const MARKS: [(Mark, Message); 7] = [
        (Mark::Observed, message!("key-on-record")),
        (Mark::Carried, message!("key-carried")),
        (Mark::Disputed, message!("key-disputed")),
        (Mark::Over, message!("key-over")),
        (Mark::Ahead, message!("key-ahead")),
        (Mark::Unplaced, message!("key-unplaced")),
        (Mark::Denied, message!("key-denied")),
    ];
    let spans = || rows.iter().flat_map(|row| &row.spans).filter(|span| span.is_dated());
    let occurs = |mark: Mark| spans().any(|span| span.mark == mark);
    let drawn = MARKS.into_iter().filter(|(mark, _)| occurs(*mark));
    let mut keys: Vec<(Sample, &str)> = drawn.map(|(mark, words)| (sample(mark), words.word())).collect();
    let wide = |a: Option<f64>, b: Option<f64>| a.zip(b).is_some_and(|(a, b)| a < b);
    if spans()
        .any(|span| wide(span.start_earliest, span.start_latest) || wide(span.end_earliest, span.end_latest))
    {
        keys.push((Sample::Area(Fill::Broken(Ink::Quiet)), message!("key-within").word()));
    }
    if spans().any(|span: &Span| {
        (span.start_earliest.is_none() && span.start_latest.is_some())
            || (span.end_latest.is_none() && span.end_earliest.is_some())
    }) {
        keys.push((Sample::Line(Pen::dashed(Ink::Quiet, 1.5)), message!("key-unknown").word()));
    }
    keys
}
