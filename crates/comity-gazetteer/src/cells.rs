//! Which populated places lie near a point: a grid of one-degree cells.

use comity_model::Point;

use crate::gazetteer::Gazetteer;
use crate::layout::{Section, read_u32};
use crate::place::PlaceRef;

const COLUMNS: i32 = 360;
const ROWS: i32 = 180;
pub(crate) const CELLS: usize = (COLUMNS * ROWS) as usize;
/// One degree of latitude, in kilometres.
const DEGREE_KM: f64 = 111.195;

impl Gazetteer {
    /// Populated places within `km` kilometres of a point and their distance in kilometres, the nearest first.
    ///
    /// Empty beyond the reach of any; at most half-way round the earth. Cost: grows with the area.
    pub fn near(&self, point: Point, km: f64) -> Vec<(PlaceRef<'_>, f64)> {
        let starts = self.section(Section::CellStarts);
        let cells = self.section(Section::Cells);
        let mut found: Vec<(PlaceRef<'_>, f64)> = Vec::new();
        for cell in cells_within(point, km) {
            for n in read_u32(starts, cell)..read_u32(starts, cell + 1) {
                let place = self.at(read_u32(cells, n as usize));
                let distance = place.point().map_or(f64::INFINITY, |at| at.km_to(point));
                if distance <= km {
                    found.push((place, distance));
                }
            }
        }
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.geonames().cmp(&b.0.geonames())));
        found
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees fit an i32")]
fn cells_within(point: Point, km: f64) -> Vec<usize> {
    let degrees = km / DEGREE_KM;
    let rows = row((point.lat() - degrees).max(-90.0))..=row((point.lat() + degrees).min(90.0));
    let narrowest = (point.lat().abs() + degrees).min(89.9).to_radians().cos();
    let half = ((degrees / narrowest).ceil() as i32 + 1).min(COLUMNS / 2);
    let centre = column(point.lon());
    let columns: Vec<i32> = if half * 2 >= COLUMNS {
        (0..COLUMNS).collect()
    } else {
        (centre - half..=centre + half).map(|column| column.rem_euclid(COLUMNS)).collect()
    };
    rows.flat_map(|row| columns.iter().map(move |column| cell(row, *column))).collect()
}

/// The cell a point lies in.
pub(crate) fn cell_of(point: Point) -> usize {
    cell(row(point.lat()), column(point.lon()))
}

fn cell(row: i32, column: i32) -> usize {
    usize::try_from(row * COLUMNS + column).expect("rows and columns are not negative")
}

#[expect(clippy::cast_possible_truncation, reason = "degrees fit an i32")]
fn row(lat: f64) -> i32 {
    ((lat + 90.0).floor() as i32).clamp(0, ROWS - 1)
}

#[expect(clippy::cast_possible_truncation, reason = "degrees fit an i32")]
fn column(lon: f64) -> i32 {
    ((lon + 180.0).floor() as i32).clamp(0, COLUMNS - 1)
}
