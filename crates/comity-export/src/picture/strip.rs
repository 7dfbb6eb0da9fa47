//! One bar a year; years of a burst are dark and bracketed below, and what is in no year stands beside them in words.

use comity_answer::{Bar, UndatedBar};

use super::axis::{AxisKind, Scale};
use super::legend::{Sample, legend};
use super::svg::{Anchor, Area, Fill, Ink, Pen, Size, Svg, Words};
use super::{Drawn, WIDTH};

const HEIGHT: f64 = 200.0;
const LEFT: f64 = 40.0;

/// Room at the right for what is in no year.
const APART: f64 = 110.0;

/// What stands around the bars.
pub(super) struct Beside<'a> {
    pub(super) unit: &'a str,
    pub(super) undated: Option<&'a UndatedBar>,
}

pub(super) fn draw(svg: &mut Svg, top: f64, bars: &[Bar], beside: &Beside<'_>) -> Option<Drawn> {
    let unit = beside.unit;
    let right = WIDTH - 4.0 - if beside.undated.is_some() { APART } else { 0.0 };
    let top = top + 16.0;
    let bottom = top + HEIGHT;
    bars.iter().find(|bar| bar.possible > 0.0 || bar.value > 0.0)?;
    let edges = bars.iter().flat_map(|bar| [f64::from(bar.year) - 0.5, f64::from(bar.year) + 0.5]);
    let years = Scale::over(edges, (LEFT, right), AxisKind::Years)?;
    let heights = bars.iter().flat_map(|bar| [bar.value, bar.possible]);
    let values = Scale::over(heights.chain([0.0]), (bottom, top), AxisKind::Linear)?;
    svg.text((2.0, top - 8.0), Words::small(unit).within(WIDTH));
    values.draw_upright(svg, (LEFT, right));
    for bar in bars {
        draw_bar(svg, &years, &values, bar);
    }
    if let Some(bar) = beside.undated {
        draw_apart(svg, (right, top), bar);
    }
    year_marks(svg, &years, (right, bottom));
    let below = brackets(svg, &years, bars, bottom + 22.0);
    Some(Drawn::to(legend(svg, below, &keys(bars))))
}

fn draw_bar(svg: &mut Svg, years: &Scale, values: &Scale, bar: &Bar) {
    let centre = f64::from(bar.year);
    let (left, right) = (years.at(centre - 0.5), years.at(centre + 0.5));
    let wide = ((right - left) * 0.8).max(1.0);
    let x = (left + right - wide) / 2.0;
    let height = |low: f64, high: f64| values.at(low) - values.at(high);
    let between = |low: f64, high: f64| Area { x, y: values.at(high), w: wide, h: height(low, high) };
    let ink = if bar.burst > 0 { Ink::Accent } else { Ink::Programmes };
    if bar.value.is_finite() && bar.value > 0.0 {
        svg.rect(between(0.0, bar.value), Fill::Full(ink));
    }
    if bar.possible.is_finite() && bar.possible > bar.value {
        svg.rect(between(bar.value, bar.possible), Fill::Open(ink));
    }
}

/// In words, right of the years: as a bar, what is known least would be drawn largest.
fn draw_apart(svg: &mut Svg, (right, top): (f64, f64), bar: &UndatedBar) {
    for (line, words) in (1..).zip(super::text::lines(&bar.label, APART - 14.0, Size::Small.units(), 4)) {
        svg.text((right + 14.0, top + 15.0 * f64::from(line)), Words::small(&words));
    }
}

fn year_marks(svg: &mut Svg, years: &Scale, (right, bottom): (f64, f64)) {
    svg.line((LEFT, bottom), (right, bottom), Pen::solid(Ink::Quiet, 1.0));
    for (year, words) in years.ticks() {
        let x = years.at(year);
        svg.line((x, bottom), (x, bottom + 4.0), Pen::solid(Ink::Quiet, 1.0));
        svg.text((x, bottom + 16.0), Words::small(&words).anchored(Anchor::Middle));
    }
}

/// A black bracket under each run of burst years, with its years where they fit.
fn brackets(svg: &mut Svg, years: &Scale, bars: &[Bar], y: f64) -> f64 {
    let bursts = bursts(bars);
    let mut free_from = 0.0;
    for (first, last) in &bursts {
        let (left, right) = (years.at(f64::from(*first) - 0.5), years.at(f64::from(*last) + 0.5));
        svg.rect(Area { x: left, y, w: right - left, h: 4.0 }, Fill::Full(Ink::Black));
        let words = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let half = super::text::width(&words, 12.0) / 2.0;
        let middle = f64::midpoint(left, right).clamp(LEFT + half, WIDTH - 4.0 - half);
        if middle - half >= free_from {
            svg.text((middle, y + 17.0), Words::small(&words).anchored(Anchor::Middle));
            free_from = middle + half + 4.0;
        }
    }
    if bursts.is_empty() { y } else { y + 20.0 }
}

/// First and last year of each run.
fn bursts(bars: &[Bar]) -> Vec<(i32, i32)> {
    let mut bursts: Vec<(i32, i32)> = Vec::new();
    for bar in bars.iter().filter(|bar| bar.burst > 0) {
        match bursts.last_mut() {
            Some((_, last)) if *last + 1 == bar.year => *last = bar.year,
            _ => bursts.push((bar.year, bar.year)),
        }
    }
    bursts
}

fn keys(bars: &[Bar]) -> Vec<(Sample, &'static str)> {
    let mut keys = vec![(Sample::Area(Fill::Full(Ink::Programmes)), "of that year")];
    if bars.iter().any(|bar| bar.possible > bar.value) {
        keys.push((Sample::Area(Fill::Open(Ink::Programmes)), "its date leaves several years"));
    }
    if bars.iter().any(|bar| bar.burst > 0) {
        keys.push((Sample::Area(Fill::Full(Ink::Accent)), "in a surge"));
        keys.push((Sample::Line(Pen::solid(Ink::Black, 4.0)), "years of the surge"));
    }
    keys
}
