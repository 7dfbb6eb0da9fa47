//! A number over time: a line through what sources count, rings for what can be named, dotted where it is only carried on.

use comity_answer::GrowthDot;
use comity_messages::message;

use super::axis::{AxisKind, Scale, in_short};
use super::legend::{Sample, legend};
use super::marks::Mark;
use super::svg::{Anchor, Ink, Pen, Size, Svg, Words};
use super::{Drawn, text};

/// As wide as the column that it stands in: its letters are those of the text beside it.
const WIDTH: f64 = 700.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = WIDTH - 40.0;
const LINE: Pen = Pen { ink: Ink::Accent, width: 2.5, dash: "" };
const CARRIED: Pen = Pen { ink: Ink::Accent, width: 2.5, dash: "1 6" };

pub(super) fn draw(svg: &mut Svg, top: f64, dots: [&[GrowthDot]; 2], until: f64) -> Option<Drawn> {
    let [counted, named] = dots.map(finite);
    let [counted, named] = [counted.as_slice(), named.as_slice()];
    let top = top + 18.0;
    let bottom = top + HEIGHT;
    let dots = || counted.iter().chain(named);
    let most = dots().map(|dot| dot.value).fold(0.0, f64::max);
    let step = half(most);
    let years = dots().map(|dot| dot.year).chain([until]);
    let across = Scale::over(years, (LEFT + 14.0, RIGHT), AxisKind::Years)?;
    let up = Scale::over([0.0, step * 2.0], (bottom, top), AxisKind::Whole)?;
    for value in [0.0, step, step * 2.0] {
        let y = up.at(value);
        svg.line((LEFT, y), (WIDTH - 4.0, y), Pen::solid(Ink::Rule, 1.0));
        svg.text((LEFT - 8.0, y + 4.0), Words::small(&in_short(value)).anchored(Anchor::End));
    }
    for (year, words) in across.ticks() {
        svg.text((across.at(year), bottom + 18.0), Words::small(&words).anchored(Anchor::Middle));
    }
    let place = |dot: &GrowthDot| (across.at(dot.year), up.at(dot.value));
    let line: Vec<(f64, f64)> = GrowthDot::line(counted).into_iter().map(place).collect();
    if line.len() > 1 {
        svg.polyline(&line, LINE);
    }
    let last = line.last().copied().filter(|(x, _)| across.at(until) - x > 8.0);
    if let Some((x, y)) = last {
        svg.line((x, y), (across.at(until), y), CARRIED);
    }
    for (dots, mark) in [(counted, Mark::DOT), (named, Mark::RING)] {
        for dot in dots {
            mark.draw(svg, place(dot));
        }
    }
    for dot in told(counted) {
        label(svg, place(dot), &dot.words);
    }
    let keys = keys(counted, named, last.is_some());
    Some(Drawn { width: WIDTH, ..Drawn::to(legend(svg, bottom + 22.0, &keys)) })
}

fn finite(dots: &[GrowthDot]) -> Vec<GrowthDot> {
    dots.iter().filter(|dot| dot.year.is_finite() && dot.value.is_finite()).cloned().collect()
}

/// Half of what the axis reaches: a round number, so that its three marks are.
fn half(most: f64) -> f64 {
    let rough = (most / 2.0).max(1.0);
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    let mut whole = steps.into_iter().map(|n| n * power).filter(|step| step.fract() == 0.0);
    whole.find(|step| *step >= rough).unwrap_or(rough)
}

/// The first number, the largest and the last have their words.
fn told(counted: &[GrowthDot]) -> Vec<&GrowthDot> {
    let line = GrowthDot::line(counted);
    let most =
        line.iter().copied().max_by(|a, b| a.value.total_cmp(&b.value).then(b.year.total_cmp(&a.year)));
    let mut told: Vec<&GrowthDot> = Vec::new();
    for dot in [line.first().copied(), line.last().copied(), most].into_iter().flatten() {
        if told.iter().all(|known| known.words != dot.words) {
            told.push(dot);
        }
    }
    told
}

/// Above its dot, kept within the drawing.
fn label(svg: &mut Svg, (x, y): (f64, f64), words: &str) {
    let half = text::width(words, Size::Label.units()) / 2.0;
    let x = x.clamp(LEFT + half, (WIDTH - half).max(LEFT + half));
    svg.text((x, y - 10.0), Words::label(words).anchored(Anchor::Middle));
}

fn keys(counted: &[GrowthDot], named: &[GrowthDot], is_carried: bool) -> Vec<(Sample, &'static str)> {
    let counted = (!counted.is_empty()).then_some((Sample::Mark(Mark::DOT), message!("key-counted").word()));
    let named = (!named.is_empty()).then_some((Sample::Mark(Mark::RING), message!("key-named").word()));
    let carried = is_carried.then_some((Sample::Line(CARRIED), message!("key-no-later").word()));
    [counted, named, carried].into_iter().flatten().collect()
}
