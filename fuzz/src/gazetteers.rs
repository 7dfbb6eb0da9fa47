//! Compiled gazetteers, and the files of places that they are made from.

use comity_gazetteer::{Build, Gazetteer};

use crate::choice;

pub(crate) fn run(data: &[u8]) {
    let (first, rest) = choice(data);
    let mut build = Build::default();
    let read = match first.map_or(0, |first| first % 6) {
        0 => return open(rest),
        1 => build.country_info("countryInfo.txt", rest),
        2 => build.first_order("admin1CodesASCII.txt", rest),
        3 => build.second_order("admin2Codes.txt", rest),
        4 => build.places("cities500.txt", rest),
        _ => build.alternate_names("alternateNamesV2.txt", rest),
    };
    read.expect("bytes in memory can be read");
    let (bytes, _) = build.finish();
    Gazetteer::open(bytes).expect("what was compiled opens");
}

/// What opens is whole: everything in it can be looked at.
fn open(bytes: &[u8]) {
    let Ok(gazetteer) = Gazetteer::open(bytes.to_vec()) else { return };
    let _ = gazetteer.info();
}
