//! A gazetteer of a dozen places, in the official format of GeoNames.

use comity_gazetteer::{Build, Gazetteer};

pub(crate) fn a_dozen() -> Gazetteer {
    let mut build = Build::default();
    build.country_info("countryInfo.txt", &include_bytes!("places/countryInfo.txt")[..]).unwrap();
    build.first_order("admin1CodesASCII.txt", &include_bytes!("places/admin1CodesASCII.txt")[..]).unwrap();
    build.places("cities500.txt", &include_bytes!("places/cities500.txt")[..]).unwrap();
    build
        .alternate_names("alternateNamesV2.txt", &include_bytes!("places/alternateNamesV2.txt")[..])
        .unwrap();
    let (bytes, problems) = build.finish();
    assert_eq!(problems, vec![]);
    Gazetteer::open(bytes).unwrap()
}
