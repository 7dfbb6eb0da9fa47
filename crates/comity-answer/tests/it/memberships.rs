//! A city's networks over time: a role that ended, one without an end, a membership denied.

use comity_answer::{Answer, Picture};

use crate::cases::shared;
use crate::{answer, world};

#[test]
fn the_lines_of_the_picture_have_open_ends() {
    let Answer::Report(sheet) = answer(&world(&shared("memberships")), "memberships ny at=2019") else {
        panic!("a sheet")
    };
    let Picture::Intervals { rows } = &sheet.charts[0].picture else { panic!("intervals") };
    let ends: Vec<_> = rows
        .iter()
        .map(|row| (row.label.as_str(), row.spans[0].start_latest, row.spans[0].end_latest))
        .collect();
    assert_eq!(
        ends,
        [
            ("ICLEI", Some(1990.99), None),
            ("C40 (presidency)", Some(2010.99), Some(2013.99)),
            ("C40", Some(2019.99), None)
        ]
    );
}
