//! The official dump files as GeoNames publishes them: Andorra, the Netherlands, all divisions and countries.

use std::fs::File;
use std::io::BufReader;

use comity_gazetteer::{Build, Gazetteer};

#[test]
fn the_official_files_compile_without_a_problem() {
    let Some(folder) = comity_fixtures::shared("data/geonames-official") else { return };
    let open = |name: &str| BufReader::new(File::open(folder.join(name)).unwrap());
    let mut build = Build::default();
    build.country_info("countryInfo.txt", open("countryInfo.txt")).unwrap();
    build.first_order("admin1CodesASCII.txt", open("admin1CodesASCII.txt")).unwrap();
    build.second_order("admin2Codes.txt", open("admin2Codes.txt")).unwrap();
    build.places("AD.txt", open("AD.txt")).unwrap();
    build.places("NL.txt", open("NL.txt")).unwrap();
    build.alternate_names("alternateNamesV2.txt", open("alternateNamesV2_sample_geosuggest.txt")).unwrap();
    let (bytes, problems) = build.finish();
    assert_eq!(problems, vec![]);
    let gazetteer = Gazetteer::open(bytes).unwrap();
    assert_eq!(gazetteer.info().countries, 252);
    assert_eq!(gazetteer.lookup("The Hague")[0].place.geonames(), 2_747_373);
    let amsterdam = gazetteer.by_geonames(2_759_793).unwrap();
    assert_eq!(amsterdam.canonical().geonames(), 2_759_794, "Gemeente Amsterdam is the city");
}
