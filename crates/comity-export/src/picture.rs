//! Pictures of answers as SVG: the same drawing on a page, on paper and in a file.

mod axis;
mod bars;
mod curves;
mod dots;
mod growth;
mod intervals;
mod legend;
mod marks;
mod matrix;
mod strip;
mod svg;
mod text;

use comity_answer::{Chart, Picture};

use svg::{Anchor, Ink, Size, Svg, Words};

/// How wide a drawing is, in its own units: as many as a page is wide, nearly. Only a matrix may be wider.
const WIDTH: f64 = 900.0;
/// What has fewer values is read in its table.
const LEAST: usize = 3;
/// How many rows are drawn; the table has them all.
const ROWS: usize = 60;

/// The chart as one SVG file; `None` where it has fewer than three values that can be drawn.
///
/// Readable without colour: what is certain, possible or contested differs in its outline, groups in their
/// marks, lines in their dashes. Years are on a linear axis, quotients on a logarithmic one. Of more than 60
/// rows the first are drawn, and the drawing says so. `cite` is printed at its foot.
///
/// The same chart and citation give the same bytes.
pub fn draw(chart: &Chart, cite: &str) -> Option<String> {
    let mut svg = Svg::default();
    let top = title(&mut svg, &chart.title);
    let drawn = draw_picture(&mut svg, top, &chart.picture)?;
    let bottom = foot(&mut svg, &drawn, cite);
    Some(svg.finish(chart.id, (drawn.width, bottom), [&chart.title, &chart.caption, cite]))
}

/// The same drawing for a page, which has the title above it and the release in its foot.
pub fn draw_on_page(chart: &Chart) -> Option<String> {
    let mut svg = Svg::default();
    let drawn = draw_picture(&mut svg, 8.0, &chart.picture)?;
    let bottom = foot(&mut svg, &drawn, "");
    Some(svg.finish(chart.id, (drawn.width, bottom), [&chart.title, &chart.caption, ""]))
}

fn draw_picture(svg: &mut Svg, top: f64, picture: &Picture) -> Option<Drawn> {
    if picture.values() < LEAST {
        return None;
    }
    match picture {
        Picture::Intervals { rows } => intervals::draw(svg, top, rows),
        Picture::Dots { rows, reference, unit, logarithmic } => {
            dots::draw(svg, top, rows, &dots::Axis { reference: *reference, unit, logarithmic: *logarithmic })
        }
        Picture::Strip { bars, unit, undated } => {
            strip::draw(svg, top, bars, &strip::Beside { unit, undated: undated.as_ref() })
        }
        Picture::Matrix { rows, columns, cells } => matrix::draw(svg, top, &[rows, columns], cells),
        Picture::Curves { lines, x, y, steps } => curves::draw(svg, top, lines, [x, y], *steps),
        Picture::Bars { rows, unit } => bars::draw(svg, top, rows, unit),
        Picture::Growth { counted, named, until } => growth::draw(svg, top, [counted, named], *until),
    }
}

/// What a kind of picture took, and what has to be said below it.
struct Drawn {
    width: f64,
    bottom: f64,
    note: String,
}

impl Drawn {
    fn to(bottom: f64) -> Self {
        Self { width: WIDTH, bottom, note: String::new() }
    }

    /// Says how many of `all` are drawn, where it is not all of them.
    fn of(self, all: usize) -> Self {
        let note =
            if all > ROWS { format!("First {ROWS} of {all}; all are in the table.") } else { self.note };
        Self { note, ..self }
    }
}

fn title(svg: &mut Svg, title: &str) -> f64 {
    let mut y = 4.0;
    for line in text::lines(title, WIDTH - 4.0, Size::Title.units(), 2) {
        y += 20.0;
        svg.text((2.0, y - 4.0), Words { size: Size::Title, ..Words::label(&line) });
    }
    y + 8.0
}

fn foot(svg: &mut Svg, drawn: &Drawn, cite: &str) -> f64 {
    let mut y = drawn.bottom + 6.0;
    for line in [drawn.note.as_str(), cite].into_iter().filter(|line| !line.is_empty()) {
        for line in text::lines(line, drawn.width - 4.0, Size::Small.units(), 3) {
            y += 15.0;
            svg.text((2.0, y), Words::small(&line));
        }
    }
    y + 8.0
}

/// Names of rows stand left of what is drawn: how much room the longest of them gets.
fn label_room<'a>(labels: impl Iterator<Item = &'a str>) -> f64 {
    let widest = labels.map(|label| text::width(label, Size::Label.units())).fold(0.0, f64::max);
    widest.min(300.0) + 10.0
}

/// Of so many rows that are drawn.
fn height(rows: usize, each: f64) -> f64 {
    f64::from(u8::try_from(rows).expect("at most 60 rows are drawn")) * each
}

/// In one line where it fits, else in two smaller ones.
fn row_label(svg: &mut Svg, label: &str, room: f64, y: f64) {
    let x = room - 8.0;
    if fits(label, x) {
        svg.text((x, y + 5.0), Words::label(label).anchored(Anchor::End));
        return;
    }
    let lines = text::lines(label, x, Size::Small.units(), 2);
    let first = if lines.len() > 1 { y - 2.0 } else { y + 4.0 };
    for (line, y) in lines.iter().zip([first, first + 12.0]) {
        let words = Words { ink: Ink::Black, whole: label, ..Words::small(line) };
        svg.text((x, y), words.anchored(Anchor::End));
    }
}

fn fits(label: &str, room: f64) -> bool {
    text::width(label, Size::Label.units()) <= room
}

/// A row is higher where some label takes two lines.
fn row_height<'a>(mut labels: impl Iterator<Item = &'a str>, room: f64, least: f64) -> f64 {
    if labels.all(|label| fits(label, room - 8.0)) { least } else { 28.0 }
}

/// How much room the longest of the values beside a drawing takes.
fn value_room<'a>(values: impl Iterator<Item = &'a str>) -> f64 {
    let widest = values.map(|value| text::width(value, Size::Label.units())).fold(0.0, f64::max);
    widest.clamp(46.0, 120.0) + 16.0
}

/// What the values of an axis are, in the middle below its marks; gives where that ends.
fn unit_below(svg: &mut Svg, unit: &str, (left, right): (f64, f64), y: f64) -> f64 {
    if unit.is_empty() {
        return y;
    }
    let words = Words::small(unit).anchored(Anchor::Middle).within(WIDTH);
    svg.text((f64::midpoint(left, right), y + 15.0), words);
    y + 15.0
}
