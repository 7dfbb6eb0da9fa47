//! Whatever the bytes, reading ends, nothing panics and every row is counted once.

use comity_source::{Options, read};
use proptest::prelude::*;

fn check(bytes: &[u8]) {
    let Ok(mut reading) = read("any", bytes, &Options::default()) else { return };
    let rows: Vec<_> = reading.by_ref().collect();
    let counts = reading.counts();
    assert_eq!(counts.rows, rows.len() as u64);
    assert_eq!(counts.rows, counts.read + counts.problem_rows);
    for row in rows {
        assert!(!row.records.is_empty() || !row.problems.is_empty(), "row {} came to nothing", row.number);
        assert!(row.problems.iter().all(|problem| problem.row == row.number && !problem.expected.is_empty()));
    }
}

proptest! {
    #[test]
    fn of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn of_any_rows_below_a_known_header(
        header in prop::sample::select(vec![
            "city1,country1,city2,country2,since",
            "city;country;networks;since",
            "city\tcountry\tC40\tICLEI",
            ",0,1,2",
            "name,country,population,lat,lon",
            "record,id,name",
        ]),
        rows in "(?s)[a-zé0-9,;\t\n\"{} .-]{0,200}",
        stray in prop::collection::vec(any::<u8>(), 0..4),
    ) {
        check(&[header.as_bytes(), b"\n", rows.as_bytes(), &stray].concat());
    }
}

#[test]
fn limits_are_named() {
    let mut options = Options::default();
    options.limits.rows = 2;
    let error = read("big.csv", b"city,sister\na,b\nc,d\n", &options).err().unwrap();
    assert_eq!(error.to_string(), "big.csv has 4 lines, more than the limit of 2 lines");
    options = Options::default();
    options.limits.cell = 3;
    let problem =
        read("wide.csv", b"city,sister\nLyon,b\n", &options).unwrap().next().unwrap().problems.remove(0);
    assert_eq!(problem.expected, "at most 3 bytes in a cell (limit: cell)");
}
