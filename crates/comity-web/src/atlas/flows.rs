//! The ties between countries on two maps: within Europe, which has half of them, and all others.

use std::sync::LazyLock;

use comity_answer::{CountryAbroad, CountryFlow, CountryFlows};
use comity_messages::say;

use super::labels::{Label, Named, Sheet, placed};
use super::land::{self, EUROPE, WORLD};
use super::projection::Projection;
use super::view::View;
use crate::address::link;

/// A map with what leads from country to country.
#[derive(Debug)]
pub(crate) struct Panel {
    pub(crate) class: &'static str,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) label: String,
    /// In tenths of a unit.
    pub(crate) land: &'static str,
    pub(crate) lines: Vec<Line>,
    pub(crate) circles: Vec<Circle>,
    pub(crate) labels: Vec<Label>,
}

/// The ties of two countries.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) title: String,
    /// The codes of both.
    pub(crate) of: String,
    /// How many, in four steps of one colour.
    pub(crate) step: &'static str,
    pub(crate) stroke: String,
    pub(crate) d: String,
}

/// A country, as large as its ties abroad are many.
#[derive(Debug)]
pub(crate) struct Circle {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) of: String,
    pub(crate) x: String,
    pub(crate) y: String,
    pub(crate) r: String,
}

/// Lines that a map has at most: more are a hairball.
const LINES: usize = 45;

const ACROSS: View = View {
    projection: Projection::EqualEarth,
    scale: 150.0,
    middle: (0.1, 0.16),
    width: 760.0,
    height: 400.0,
};
const WITHIN: View = View {
    projection: Projection::ConformalConic { lon: 14.0 },
    scale: 570.0,
    middle: (0.02, 0.04),
    width: 400.0,
    height: 400.0,
};

static ACROSS_LAND: LazyLock<String> = LazyLock::new(|| land::path(&WORLD, &ACROSS));
static WITHIN_LAND: LazyLock<String> = LazyLock::new(|| land::path(&EUROPE, &WITHIN));

/// What is drawn of all flows.
pub(crate) fn drawn(flows: &CountryFlows) -> CountryFlows {
    flows.largest(LINES, are_in_europe)
}

/// The map of the world, and that of Europe.
pub(crate) fn panels(flows: &CountryFlows) -> [Panel; 2] {
    let is_within = |flow: &&CountryFlow| are_in_europe(&flows.countries[flow.a], &flows.countries[flow.b]);
    let (within, across): (Vec<&CountryFlow>, Vec<_>) = flows.flows.iter().partition(is_within);
    let across = Drawing { flows, view: ACROSS, letters: [21.0, 13.0], most: [7, 9] }.panel(
        "equal",
        &across,
        &ACROSS_LAND,
        say!("home-map-across", n = across.len()),
    );
    let within = Drawing { flows, view: WITHIN, letters: [15.0, 13.0], most: [12, 4] }.panel(
        "conic",
        &within,
        &WITHIN_LAND,
        say!("home-map-within", n = within.len()),
    );
    [across, within]
}

const EUROPE_LAT: std::ops::Range<f64> = 35.0..72.0;
const EUROPE_LON: std::ops::Range<f64> = -25.0..40.0;

/// By the middle of their tied places: from Iceland to Moscow, with what lies around it.
fn are_in_europe(one: &CountryAbroad, other: &CountryAbroad) -> bool {
    [one, other].iter().all(|one| EUROPE_LAT.contains(&one.lat) && EUROPE_LON.contains(&one.lon))
}

/// What one map is drawn from.
struct Drawing<'f> {
    flows: &'f CountryFlows,
    view: View,
    letters: [f64; 2],
    most: [usize; 2],
}

impl Drawing<'_> {
    fn panel(&self, class: &'static str, flows: &[&CountryFlow], land: &'static str, label: String) -> Panel {
        let View { width, height, .. } = self.view;
        let mut ends: Vec<usize> = flows.iter().flat_map(|flow| [flow.a, flow.b]).collect();
        ends.sort_unstable_by_key(|end| (std::cmp::Reverse(self.flows.countries[*end].ties), *end));
        ends.dedup();
        let countries: Vec<&CountryAbroad> = ends.iter().map(|end| &self.flows.countries[*end]).collect();
        let named: Vec<Named<'_>> = countries.iter().map(|country| self.named(country)).collect();
        let sheet = Sheet { width, height, sizes: self.letters, most: self.most };
        let labels = placed(&named, sheet);
        Panel {
            class,
            width,
            height,
            label,
            land,
            // The widest last, on top of the others.
            lines: flows.iter().rev().filter_map(|flow| self.line(flow)).collect(),
            circles: countries.iter().filter_map(|country| self.circle(country)).collect(),
            labels,
        }
    }

    fn named<'c>(&self, country: &'c CountryAbroad) -> Named<'c> {
        let at = self.view.point(country.lat, country.lon);
        Named { name: &country.name, at, radius: self.radius(country) }
    }

    fn radius(&self, country: &CountryAbroad) -> f64 {
        let most = self.flows.countries.iter().map(|country| country.ties).max().unwrap_or(1);
        1.8 + 6.2 * share(country.ties, most).sqrt()
    }

    /// None where a country is not on file, so that nothing could be asked of it.
    fn line(&self, flow: &CountryFlow) -> Option<Line> {
        let (a, b) = (&self.flows.countries[flow.a], &self.flows.countries[flow.b]);
        let most = self.flows.flows.first().map_or(1, |flow| flow.n);
        let share = share(flow.n, most);
        let ends = [("subject", a.id.as_ref()?.as_str()), ("object", b.id.as_ref()?.as_str())];
        Some(Line {
            href: link("/ask/with", &ends),
            title: say!("home-flow", one = a.name.as_str(), other = b.name.as_str(), n = flow.n),
            of: format!("{} {}", a.code, b.code),
            step: step(share),
            stroke: format!("{:.1}", 0.8 + 4.7 * share),
            d: arc(self.view.point(a.lat, a.lon), self.view.point(b.lat, b.lon)),
        })
    }

    fn circle(&self, country: &CountryAbroad) -> Option<Circle> {
        let (x, y) = self.view.point(country.lat, country.lon);
        Some(Circle {
            href: link(&format!("/entities/{}", country.id.as_ref()?), &[]),
            title: say!("home-country", name = country.name.as_str(), n = country.ties),
            of: country.code.clone(),
            x: format!("{x:.1}"),
            y: format!("{y:.1}"),
            r: format!("{:.1}", self.radius(country)),
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "a register has far fewer ties")]
fn share(n: u64, most: u64) -> f64 {
    n as f64 / most.max(1) as f64
}

fn step(share: f64) -> &'static str {
    match share {
        ..0.12 => "few",
        0.12..0.28 => "some",
        0.28..0.48 => "many",
        _ => "most",
    }
}

/// Bent upwards by a sixth of its length, so that lines between the same places part.
fn arc((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let (x, y) = (x2 - x1, y2 - y1);
    let upward = if x >= 0.0 { 1.0 } else { -1.0 };
    let (over_x, over_y) =
        (f64::midpoint(x1, x2) + y * upward / 6.0, f64::midpoint(y1, y2) - x * upward / 6.0);
    format!("M{x1:.0} {y1:.0}Q{over_x:.0} {over_y:.0} {x2:.0} {y2:.0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country(code: &str, lat: f64, lon: f64) -> CountryAbroad {
        let id = code.to_lowercase().parse().ok();
        CountryAbroad { code: code.to_owned(), name: format!("<{code}>"), id, lat, lon, ties: 9 }
    }

    #[test]
    fn what_is_within_europe_is_on_its_own_map() {
        let countries = vec![
            country("DE", 51.0, 10.0),
            country("FR", 47.0, 2.0),
            country("JP", 36.0, 138.0),
            country("XX", 0.0, 0.0),
        ];
        let countries = countries
            .into_iter()
            .map(|one| if one.code == "XX" { CountryAbroad { id: None, ..one } } else { one });
        let flow = |a, b, n| CountryFlow { a, b, n };
        let flows = vec![flow(0, 1, 80), flow(0, 2, 40), flow(1, 3, 1)];
        let flows = CountryFlows { across: 121, pairs: 3, countries: countries.collect(), flows };
        let [across, within] = panels(&flows);
        let told = |panel: &Panel| {
            panel
                .lines
                .iter()
                .map(|line| format!("{} {} {}", line.of, line.step, line.href))
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&within), ["DE FR most /ask/with?subject=de&object=fr"]);
        assert_eq!(
            told(&across),
            ["DE JP most /ask/with?subject=de&object=jp"],
            "nothing can be asked of XX"
        );
        assert_eq!(across.circles.len(), 3);
    }

    #[test]
    fn a_line_bends_upwards_whichever_way_it_runs() {
        assert_eq!(arc((0.0, 60.0), (60.0, 60.0)), "M0 60Q30 50 60 60");
        assert_eq!(arc((60.0, 60.0), (0.0, 60.0)), "M60 60Q30 50 0 60");
    }
}
