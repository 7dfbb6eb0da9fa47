//! Points of a real list that do not lie in the country their row states: found, and nothing else is.

use std::collections::BTreeMap;

use comity_fixtures::{case, gazetteer_bytes, shared};
use comity_gazetteer::Gazetteer;
use comity_model::Point;
use comity_reconcile::{PointCheck, point_check};

const LABELS: &str = include_str!("../../../../cases/names/points-cdp-2019.tsv");

#[test]
fn the_wrong_points_of_a_list_are_found_and_no_others() {
    let Some(list) = shared("data/cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv") else { return };
    let mut list = csv::Reader::from_path(list).unwrap();
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    let mut points = 0;
    for row in list.records() {
        let row = row.unwrap();
        let Some(point) = well_known_text(&row[11]) else { continue };
        points += 1;
        let country = gazetteer.country(&row[4]).unwrap_or_else(|| panic!("{}", &row[4])).iso2;
        let wrong = wrong(point_check(&gazetteer, country, point));
        found.extend(wrong.map(|wrong| (row[1].to_owned(), wrong)));
    }
    let label = |line: &'static str| {
        line.split_once('\t').and_then(|(account, rest)| Some((account.to_owned(), rest.split_once('\t')?.0)))
    };
    let labels: BTreeMap<String, &str> =
        LABELS.lines().filter(|line| !line.starts_with('#')).filter_map(label).collect();
    assert_eq!(points, 580);
    assert_eq!(found, labels);
}

/// Rows of our own, each with what is wrong with its point.
#[test]
fn wrong_points_are_told_apart() {
    let gazetteer = Gazetteer::open(gazetteer_bytes()).unwrap();
    let rows = case("names/points.csv");
    let mut checked = 0;
    for row in csv::Reader::from_reader(rows.as_slice()).records() {
        let row = row.unwrap();
        let country = gazetteer.country(&row[2]).unwrap().iso2;
        let found = point_check(&gazetteer, country, well_known_text(&row[3]).unwrap());
        assert_eq!(wrong(found).unwrap_or_default(), &row[4], "{row:?}");
        checked += 1;
    }
    assert_eq!(checked, 9);
}

fn wrong(found: PointCheck) -> Option<&'static str> {
    match found {
        PointCheck::Inside => None,
        PointCheck::Sign => Some("sign"),
        PointCheck::Swap => Some("swap"),
        PointCheck::Elsewhere => Some("elsewhere"),
    }
}

/// `POINT (-47.8466 -23.3492)`: longitude first.
fn well_known_text(text: &str) -> Option<Point> {
    let (lon, lat) = text.strip_prefix("POINT (")?.strip_suffix(')')?.split_once(' ')?;
    Point::from_degrees(lat.parse().ok()?, lon.parse().ok()?)
}
