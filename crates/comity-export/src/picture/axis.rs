//! Axes: values to places, and the marks that a reader counts by.

use comity_answer::wording::in_figures;

use super::svg::{Anchor, Ink, Pen, Svg, Words};

/// From values to units along one direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    values: (f64, f64),
    units: (f64, f64),
    kind: AxisKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AxisKind {
    Linear,
    /// For counts: no mark between two whole numbers.
    Whole,
    /// For quotients: half and double are equally far from 1.
    Logarithmic,
    Years,
}

impl Scale {
    /// Over all of these values, `None` where there is none that can be drawn.
    pub(super) fn over(
        values: impl IntoIterator<Item = f64>,
        units: (f64, f64),
        kind: AxisKind,
    ) -> Option<Self> {
        let drawable = values.into_iter().filter(|value| kind.takes(*value));
        let range = drawable.fold(None, |range: Option<(f64, f64)>, value| {
            Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        });
        let (low, high) = kind.widened(range?);
        Some(Self { values: (low, high), units, kind })
    }

    /// Values beyond the axis stand at its end.
    pub(super) fn at(&self, value: f64) -> f64 {
        let place = |value: f64| if self.kind == AxisKind::Logarithmic { value.ln() } else { value };
        let (low, high) = (place(self.values.0), place(self.values.1));
        let value = place(value.clamp(self.values.0, self.values.1));
        self.units.0 + (value - low) / (high - low) * (self.units.1 - self.units.0)
    }

    pub(super) fn takes(&self, value: f64) -> bool {
        self.kind.takes(value)
    }

    /// Values with their words.
    pub(super) fn ticks(&self) -> Vec<(f64, String)> {
        let (low, high) = self.values;
        let words = |value: f64| (value, in_short(value));
        let step = |span: f64| step(span / 4.0);
        match self.kind {
            AxisKind::Logarithmic => log_ticks(low, high).into_iter().map(words).collect(),
            AxisKind::Linear => even_ticks(low, high, step(high - low)).into_iter().map(words).collect(),
            AxisKind::Whole => {
                even_ticks(low, high, step(high - low).max(1.0)).into_iter().map(words).collect()
            }
            AxisKind::Years => {
                let ticks = even_ticks(low, high, year_step(high - low));
                ticks.into_iter().map(|year| (year, format!("{year:.0}"))).collect()
            }
        }
    }

    /// Faint lines up from the axis with their values below it; `y` is from top to bottom.
    pub(super) fn draw(&self, svg: &mut Svg, (top, bottom): (f64, f64)) {
        for (value, words) in self.ticks() {
            let x = self.at(value);
            svg.line((x, top), (x, bottom), Pen::solid(Ink::Rule, 1.0));
            let words = Words::small(&words).anchored(Anchor::Middle);
            svg.text((x, bottom + 15.0), words);
        }
        svg.line((self.units.0, bottom), (self.units.1, bottom), Pen::solid(Ink::Quiet, 1.0));
    }

    /// The same for an axis that stands; `x` is from left to right.
    pub(super) fn draw_upright(&self, svg: &mut Svg, (left, right): (f64, f64)) {
        for (value, words) in self.ticks() {
            let y = self.at(value);
            svg.line((left, y), (right, y), Pen::solid(Ink::Rule, 1.0));
            svg.text((left - 6.0, y + 4.0), Words::small(&words).anchored(Anchor::End));
        }
    }
}

impl AxisKind {
    pub(super) fn takes(self, value: f64) -> bool {
        value.is_finite() && (self != Self::Logarithmic || value > 0.0)
    }

    /// One value alone gets some room on both sides.
    fn widened(self, (low, high): (f64, f64)) -> (f64, f64) {
        match self {
            Self::Logarithmic if high / low < 4.0 => (low / 1.6, high * 1.6),
            Self::Linear | Self::Whole | Self::Years if high - low <= f64::EPSILON * high.abs() => {
                (low - 1.0, high + 1.0)
            }
            _ => (low, high),
        }
    }
}

/// From here on marks are written in thousands or millions: longer words collide.
const LARGE: f64 = 10_000.0;

/// "500", "20k", "1.5M".
pub(super) fn in_short(value: f64) -> String {
    match value.abs() {
        size if size < LARGE => in_figures(value),
        size if size < 1e6 => format!("{}k", in_figures(value / 1e3)),
        size if size < 1e9 => format!("{}M", in_figures(value / 1e6)),
        _ => in_figures(value),
    }
}

/// 1, 2 or 5 times a power of ten, no less than wanted.
fn step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(rough)
}

fn year_step(span: f64) -> f64 {
    let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0];
    steps.into_iter().find(|each| span / each <= 6.0).unwrap_or_else(|| step(span / 5.0))
}

fn even_ticks(low: f64, high: f64, step: f64) -> Vec<f64> {
    // About three are wanted; where the values are so large that a step is lost in rounding, it never ends.
    const MAX_TICKS: u32 = 24;
    let first = (low / step - 1e-9).ceil();
    // Products rather than sums, so that 0.3 is not 0.30000000000000004; plus 0, so that -0 is 0.
    let ticks = (0..MAX_TICKS).map(|n| (first + f64::from(n)) * step);
    let within = ticks.take_while(|tick| *tick <= high + step * 1e-9);
    within.map(|tick| (tick * 1e9).round() / 1e9 + 0.0).collect()
}

/// 1, 2 and 5 of every decade; where these are many, 1 alone.
fn log_ticks(low: f64, high: f64) -> Vec<f64> {
    let all = in_decades(low, high, &[1.0, 2.0, 5.0]);
    if all.len() > 7 { in_decades(low, high, &[1.0]) } else { all }
}

/// These steps of every decade, as far as they lie between the ends.
fn in_decades(low: f64, high: f64, steps: &[f64]) -> Vec<f64> {
    let (from, to) = (low.log10().floor(), high.log10().ceil());
    let decades = std::iter::successors(Some(from), |power| (*power < to).then_some(power + 1.0));
    let ticks = decades.flat_map(|power| steps.iter().map(move |step| step * 10_f64.powf(power)));
    ticks.filter(|value| *value >= low * 0.999 && *value <= high * 1.001).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], kind: AxisKind, expect: &str) {
        let scale = Scale::over(values.iter().copied(), (0.0, 100.0), kind);
        let ticks = scale.map(|scale| scale.ticks()).unwrap_or_default();
        let words: Vec<String> = ticks
            .into_iter()
            .map(|(value, words)| format!("{words}@{:.0}", scale.unwrap().at(value)))
            .collect();
        assert_eq!(words.join(" "), expect);
    }

    #[test]
    fn marks_are_round_numbers() {
        check(&[0.0, 1.0], AxisKind::Linear, "0@0 0.50@50 1@100");
        check(&[1913.0, 2026.0], AxisKind::Years, "1920@6 1940@24 1960@42 1980@59 2000@77 2020@95");
        check(&[0.2, 5.0], AxisKind::Logarithmic, "0.20@0 0.50@28 1@50 2@72 5@100");
        check(&[0.0, 1_800_000.0], AxisKind::Linear, "0@0 500k@28 1M@56 1.5M@83");
        check(&[0.0, 45_000.0], AxisKind::Whole, "0@0 20k@44 40k@89");
        check(&[7.0], AxisKind::Linear, "6@0 6.5@25 7@50 7.5@75 8@100");
    }

    #[test]
    fn the_farthest_values_have_few_marks() {
        for (values, kind) in [
            ([-5_000_000.0, 5_000_000.0], AxisKind::Years),
            ([1e17, 1e17 + 32.0], AxisKind::Linear),
            ([1e17, 1e17], AxisKind::Whole),
            ([-1e300, 1e300], AxisKind::Linear),
            ([5e-324, 1e308], AxisKind::Logarithmic),
        ] {
            let ticks = Scale::over(values, (0.0, 100.0), kind).map(|scale| scale.ticks().len());
            assert!(ticks.is_some_and(|n| n < 1000), "{values:?}: {ticks:?}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_has_no_axis() {
        check(&[], AxisKind::Linear, "");
        check(&[f64::NAN, f64::INFINITY], AxisKind::Linear, "");
        check(&[0.0, -1.0], AxisKind::Logarithmic, "");
    }
}
