//! Who is in what: a cell a pair, dark by weight, outlined where it was only reported before.

use comity_answer::{Mark, MatrixCell};
use comity_messages::message;

use super::legend::{Sample, legend};
use super::svg::{Area, Fill, Ink, Pen, Size, Svg, Words};
use super::{Drawn, ROWS, WIDTH, height, label_room, row_label, text};

const CELL: (f64, f64) = (15.0, 22.0);

pub(super) fn draw(
    svg: &mut Svg,
    top: f64,
    [all_rows, all_columns]: &[&Vec<String>; 2],
    cells: &[MatrixCell],
) -> Option<Drawn> {
    let (rows, columns) =
        (&all_rows[..all_rows.len().min(ROWS)], &all_columns[..all_columns.len().min(ROWS)]);
    let cells: Vec<&MatrixCell> = cells
        .iter()
        .filter(|cell: &&MatrixCell| {
            (cell.row as usize) < rows.len() && (cell.column as usize) < columns.len()
        })
        .collect();
    cells.first()?;
    let left = label_room(rows.iter().map(String::as_str));
    let each = height(columns.len(), 1.0);
    let cell = ((WIDTH - left - 4.0) / each).clamp(CELL.0, CELL.1);
    let head = columns.iter().map(|column| text::width(column, Size::Small.units())).fold(0.0, f64::max);
    let head = head.min(130.0) + 8.0;
    let right = left + each * cell;
    let mut x = left;
    for column in columns {
        svg.upright((x + cell / 2.0 + 4.0, top + head - 6.0), Words::small(column).within(head - 8.0));
        x += cell;
    }
    let mut y = top + head;
    for row in rows {
        row_label(svg, row, left, y + cell / 2.0);
        svg.line((left, y), (right, y), Pen::solid(Ink::Rule, 1.0));
        y += cell;
    }
    svg.line((left, y), (right, y), Pen::solid(Ink::Rule, 1.0));
    for one in &cells {
        let place = (left + f64::from(one.column) * cell, top + head + f64::from(one.row) * cell);
        draw_cell(svg, place, cell, one);
    }
    let bottom = legend(svg, y, &keys(&cells));
    let drawn = Drawn::to(bottom).of(all_rows.len().max(all_columns.len()));
    Some(Drawn { width: WIDTH.max(right + 4.0), ..drawn })
}

fn draw_cell(svg: &mut Svg, (x, y): (f64, f64), size: f64, cell: &MatrixCell) {
    let area = Area { x: x + 2.0, y: y + 2.0, w: size - 4.0, h: size - 4.0 };
    match cell.mark {
        Mark::Observed => svg.rect(area, shade(cell.weight)),
        Mark::Carried => svg.rect(area, Fill::Open(Ink::Accent)),
        Mark::Unplaced => svg.rect(area, Fill::Broken(Ink::Quiet)),
        Mark::Disputed => {
            svg.rect(area, Fill::Open(Ink::Accent));
            svg.hatch(area, Ink::Accent);
        }
        Mark::Over | Mark::Ahead | Mark::Denied => {
            let middle = area.y + area.h / 2.0;
            svg.line((area.x, middle), (area.x + area.w, middle), Pen::solid(Ink::Quiet, 1.5));
        }
    }
}

/// Never so light that a weak tie looks like none.
fn shade(weight: f64) -> Fill {
    Fill::Shade(Ink::Accent, 0.1 + 0.9 * weight)
}

fn keys(cells: &[&MatrixCell]) -> Vec<(Sample, &'static str)> {
    let occurs = |mark: Mark| cells.iter().any(|cell| cell.mark == mark);
    let mut keys = Vec::new();
    if occurs(Mark::Observed) {
        keys.push((Sample::Area(shade(1.0)), message!("key-on-record").word()));
        if cells.iter().any(|cell| cell.mark == Mark::Observed && cell.weight < 1.0) {
            keys.push((Sample::Area(shade(0.1)), message!("key-weaker").word()));
        }
    }
    if occurs(Mark::Carried) {
        keys.push((Sample::Area(Fill::Open(Ink::Accent)), message!("key-carried").word()));
    }
    if occurs(Mark::Unplaced) {
        keys.push((Sample::Area(Fill::Broken(Ink::Quiet)), message!("key-unplaced").word()));
    }
    if occurs(Mark::Disputed) {
        keys.push((Sample::Hatched(Ink::Accent), message!("key-disputed").word()));
    }
    if occurs(Mark::Over) || occurs(Mark::Ahead) || occurs(Mark::Denied) {
        keys.push((Sample::Line(Pen::solid(Ink::Quiet, 1.5)), message!("key-not-then").word()));
    }
    keys
}
