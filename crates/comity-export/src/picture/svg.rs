//! SVG as text: shapes in the inks of the house, words escaped, numbers with one decimal.

use std::fmt::Write;

use super::text::fitted;
use crate::xml::escaped;

/// An ink; on a page the stylesheet gives it the colour of the reader's scheme, by its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    Quiet,
    Rule,
    Accent,
    Agreements,
    Networks,
    Events,
    Offices,
    Acts,
    Programmes,
}

impl Ink {
    fn hex(self) -> &'static str {
        match self {
            Self::Black => "#1d2327",
            Self::Quiet => "#586068",
            Self::Rule => "#d9dcd6",
            Self::Accent => "#1a4f8b",
            Self::Agreements => "#0072b2",
            Self::Networks => "#a86800",
            Self::Events => "#b3558c",
            Self::Offices => "#cc4e00",
            Self::Acts => "#00805c",
            Self::Programmes => "#5c6670",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Black => "ink",
            Self::Quiet => "quiet",
            Self::Rule => "rule",
            Self::Accent => "accent",
            Self::Agreements => "agreements",
            Self::Networks => "networks",
            Self::Events => "events",
            Self::Offices => "offices",
            Self::Acts => "acts",
            Self::Programmes => "programmes",
        }
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pen {
    pub(super) ink: Ink,
    pub(super) width: f64,
    /// As `stroke-dasharray`; empty: one piece.
    pub(super) dash: &'static str,
}

impl Pen {
    pub(super) const fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: "" }
    }

    pub(super) const fn dashed(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: "4 3" }
    }
}

/// How an area is filled; each is told from the others without colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fill {
    Full(Ink),
    /// So dark, from 0 to 1, with an outline.
    Shade(Ink, f64),
    /// An outline around paper.
    Open(Ink),
    /// A broken outline around paper.
    Broken(Ink),
}

/// A rectangle by its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) w: f64,
    pub(super) h: f64,
}

/// Where words stand relative to their point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A size of letters, in units of a drawing that is 900 wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Title,
    Label,
    Small,
}

impl Size {
    pub(super) fn units(self) -> f64 {
        match self {
            Self::Title => 16.0,
            Self::Label => 14.0,
            Self::Small => 12.0,
        }
    }
}

/// Words at a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) size: Size,
    pub(super) ink: Ink,
    pub(super) anchor: Anchor,
    /// Units; what is longer ends in an ellipsis and keeps its whole text as a tooltip.
    pub(super) room: f64,
    /// What the tooltip says where it is not what is shown.
    pub(super) whole: &'a str,
}

impl<'a> Words<'a> {
    pub(super) fn label(text: &'a str) -> Self {
        let (size, ink, anchor) = (Size::Label, Ink::Black, Anchor::Start);
        Self { text, size, ink, anchor, room: f64::INFINITY, whole: text }
    }

    pub(super) fn small(text: &'a str) -> Self {
        Self { size: Size::Small, ink: Ink::Quiet, ..Self::label(text) }
    }

    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn within(self, room: f64) -> Self {
        Self { room, ..self }
    }
}

/// A drawing under way: one element a line.
#[derive(Debug, Default)]
pub(super) struct Svg {
    out: String,
}

impl Svg {
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), pen: Pen) {
        let ((x1, y1), (x2, y2)) = (rounded(from), rounded(to));
        let pen = stroke(pen);
        self.element(format_args!(r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{pen}/>"#));
    }

    pub(super) fn rect(&mut self, area: Area, fill: Fill) {
        let ((x, y), (w, h)) = (rounded((area.x, area.y)), rounded((area.w.max(0.0), area.h.max(0.0))));
        let fill = filled(fill);
        self.element(format_args!(r#"<rect x="{x}" y="{y}" width="{w}" height="{h}"{fill}/>"#));
    }

    pub(super) fn circle(&mut self, at: (f64, f64), r: f64, fill: Fill) {
        let (x, y) = rounded(at);
        let fill = filled(fill);
        self.element(format_args!(r#"<circle cx="{x}" cy="{y}" r="{}"{fill}/>"#, number(r)));
    }

    pub(super) fn polygon(&mut self, points: &[(f64, f64)], fill: Fill) {
        let (points, fill) = (joined(points), filled(fill));
        self.element(format_args!(r#"<polygon points="{points}"{fill}/>"#));
    }

    /// An area so faint that lines stay readable on it.
    pub(super) fn band(&mut self, points: &[(f64, f64)], ink: Ink) {
        let points = joined(points);
        let (class, hex) = (ink.class(), ink.hex());
        self.element(format_args!(
            r#"<polygon points="{points}" class="f-{class}" fill="{hex}" fill-opacity="0.15"/>"#
        ));
    }

    pub(super) fn polyline(&mut self, points: &[(f64, f64)], pen: Pen) {
        let (points, pen) = (joined(points), stroke(pen));
        self.element(format_args!(r#"<polyline points="{points}" fill="none"{pen}/>"#));
    }

    /// A line of which the values are only carried on, or lie between two that are known.
    pub(super) fn faint(&mut self, points: &[(f64, f64)], pen: Pen) {
        let (points, pen) = (joined(points), stroke(Pen { width: 1.5, ..pen }));
        self.element(format_args!(r#"<polyline points="{points}" fill="none" stroke-opacity="0.45"{pen}/>"#));
    }

    /// Diagonal strokes across an area, kept inside it.
    pub(super) fn hatch(&mut self, area: Area, ink: Ink) {
        let mut at = area.x - area.h;
        while at < area.x + area.w {
            let (left, right) = (at.max(area.x), (at + area.h).min(area.x + area.w));
            if left < right {
                let y = |x: f64| area.y + area.h - (x - at);
                self.line((left, y(left)), (right, y(right)), Pen::solid(ink, 1.0));
            }
            at += 5.0;
        }
    }

    pub(super) fn text(&mut self, at: (f64, f64), words: Words<'_>) {
        self.written(at, words, "");
    }

    /// Upwards, for the heads of narrow columns.
    pub(super) fn upright(&mut self, at: (f64, f64), words: Words<'_>) {
        let (x, y) = rounded(at);
        self.written(at, words, &format!(r#" transform="rotate(-90 {x} {y})""#));
    }

    fn written(&mut self, at: (f64, f64), words: Words<'_>, more: &str) {
        let (x, y) = rounded(at);
        let Words { text, size, ink, anchor, room, whole } = words;
        let shown = fitted(text, room, size.units());
        let (class, hex, units) = (ink.class(), ink.hex(), size.units());
        let weight = if size == Size::Title { r#" font-weight="600""# } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let whole = if shown == whole { String::new() } else { format!("<title>{}</title>", escaped(whole)) };
        self.element(format_args!(
            r#"<text x="{x}" y="{y}" class="f-{class}" fill="{hex}" font-size="{units}"{weight}{anchor}{more}>{whole}{}</text>"#,
            escaped(&shown)
        ));
    }

    fn element(&mut self, element: std::fmt::Arguments<'_>) {
        writeln!(self.out, "{element}").expect("a string takes everything");
    }

    /// The whole file. `title` and `caption` are for who cannot see it, `notice` says where it is from.
    pub(super) fn finish(self, id: &str, size: (f64, f64), [title, caption, notice]: [&str; 3]) -> String {
        let class = match size.0 {
            width if width > super::WIDTH => r#" class="wide""#,
            width if width < super::WIDTH => r#" class="column""#,
            _ => "",
        };
        let (w, h) = rounded(size);
        let (title, caption, notice) = (escaped(title), escaped(caption), escaped(notice));
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"{class} role="img" aria-labelledby="{id}-title {id}-desc" font-family="{FAMILY}">
<title id="{id}-title">{title}</title>
<desc id="{id}-desc">{caption}</desc>
<metadata>{notice}</metadata>
<rect width="{w}" height="{h}" class="f-paper" fill="#ffffff"/>
{}</svg>
"##,
            self.out
        )
    }
}

const FAMILY: &str =
    "Segoe UI, Roboto, Helvetica Neue, Arial, Liberation Sans, Noto Sans, DejaVu Sans, sans-serif";

fn stroke(Pen { ink, width, dash }: Pen) -> String {
    let (class, hex, width) = (ink.class(), ink.hex(), number(width));
    let dash = if dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{dash}""#) };
    format!(r#" class="s-{class}" stroke="{hex}" stroke-width="{width}"{dash}"#)
}

fn filled(fill: Fill) -> String {
    let (ink, inside, more) = match fill {
        Fill::Full(ink) => return format!(r#" class="f-{}" fill="{}""#, ink.class(), ink.hex()),
        Fill::Shade(ink, dark) => {
            let (class, hex) = (ink.class(), ink.hex());
            let dark = number(dark.clamp(0.0, 1.0));
            return format!(
                r#" class="f-{class} s-{class}" fill="{hex}" fill-opacity="{dark}" stroke="{hex}" stroke-width="1""#
            );
        }
        Fill::Open(ink) => (ink, "#ffffff", ""),
        Fill::Broken(ink) => (ink, "#ffffff", r#" stroke-dasharray="3 2""#),
    };
    let (class, hex) = (ink.class(), ink.hex());
    format!(r#" class="f-paper s-{class}" fill="{inside}" stroke="{hex}" stroke-width="1.2"{more}"#)
}

fn joined(points: &[(f64, f64)]) -> String {
    points
        .iter()
        .map(|point: &(f64, f64)| {
            let (x, y) = rounded(*point);
            format!("{x},{y}")
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn rounded((x, y): (f64, f64)) -> (String, String) {
    (number(x), number(y))
}

/// One decimal where needed; what is no number is drawn at 0 and never written as `NaN`.
fn number(value: f64) -> String {
    let value = if value.is_finite() { value } else { 0.0 };
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
