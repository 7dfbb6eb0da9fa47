//! `comity gazetteer`: a folder of official files compiled, with a report that adds up.

use std::fs;
use std::path::Path;

use crate::{comity, done};

const COUNTRIES: &str = "# a comment\nNL\tNLD\t528\tNL\tThe Netherlands\tAmsterdam\t41526\t17231017\tEU\t.nl\tEUR\tEuro\t31\t\t\tnl\t2750405\tDE,BE\t\n";
const FIRST: &str = "NL.07\tNorth Holland\tNorth Holland\t2749879\n";
const SECOND: &str = "NL.07.0363\tGemeente Amsterdam\tGemeente Amsterdam\t2759793\n";

fn place(id: u32, name: &str, feature: &str, population: &str) -> String {
    format!(
        "{id}\t{name}\t{name}\t\t52.37403\t4.88969\tP\t{feature}\tNL\t\t07\t0363\t\t\t{population}\t\t13\tEurope/Amsterdam\t2024-03-01\n"
    )
}

fn folder(home: &Path, places: &str) {
    let dump = home.join("dump");
    fs::create_dir(&dump).unwrap();
    for (name, text) in [
        ("countryInfo.txt", COUNTRIES),
        ("admin1CodesASCII.txt", FIRST),
        ("admin2Codes.txt", SECOND),
        ("NL.txt", places),
        ("readme.txt", "not read"),
    ] {
        fs::write(dump.join(name), text).unwrap();
    }
}

#[test]
fn what_was_built_is_said_and_asked() {
    let home = tempfile::tempdir().unwrap();
    folder(home.path(), &place(2_759_794, "Amsterdam", "PPLC", "741636"));
    let built = comity(home.path(), &["gazetteer", "build", "--geonames", "dump", "--out", "nl.gaz"]);
    assert_eq!(built.code, 0, "{}", built.err);
    assert_eq!(
        built.err,
        "countryInfo.txt: 2 lines = 1 taken + 1 passed over + 0 problems\n\
        admin1CodesASCII.txt: 1 lines = 1 taken + 0 passed over + 0 problems\n\
        admin2Codes.txt: 1 lines = 1 taken + 0 passed over + 0 problems\n\
        NL.txt: 1 lines = 1 taken + 0 passed over + 0 problems\n"
    );
    let info = done(home.path(), &["gazetteer", "info", "--gazetteer", "nl.gaz"]);
    assert!(info.contains("nl.gaz"), "{info}");
    assert!(info.contains("1 populated places, 2 divisions, 1 countries"), "{info}");
    assert!(info.contains("changes up to 2024-03-01, licence CC BY 4.0"), "{info}");
    fs::write(home.path().join("a.csv"), "city\nAmsterdam\n").unwrap();
    done(home.path(), &["reconcile", "a.csv", "--name", "city", "--out", "o.csv", "--gazetteer", "nl.gaz"]);
    assert!(fs::read_to_string(home.path().join("o.csv")).unwrap().contains("Amsterdam,gn2759794,"));
}

#[test]
fn bad_lines_are_reported_and_the_rest_is_built() {
    let home = tempfile::tempdir().unwrap();
    let lines = [
        place(2_759_794, "Amsterdam", "PPLC", "741636"),
        place(2_747_891, "Rotterdam", "PPL", "many"),
        "cut o".to_owned(),
    ];
    folder(home.path(), &lines.concat());
    fs::remove_file(home.path().join("dump/admin2Codes.txt")).unwrap();
    let built = comity(home.path(), &["gazetteer", "build", "--geonames", "dump", "--out", "nl.gaz"]);
    assert_eq!(built.code, 1, "{}", built.err);
    for said in [
        "NL.txt: 3 lines = 1 taken + 0 passed over + 2 problems",
        "admin2Codes.txt: expected this file in the folder",
        "NL.txt:2: expected a number in column 15 (population), found `2747891\tRotterdam",
        "NL.txt:3: expected 19 columns separated by tabs, found `cut o`",
        "3 problems; what they name is not in the index",
    ] {
        assert!(built.err.contains(said), "{said} in {}", built.err);
    }
    let json =
        comity(home.path(), &["gazetteer", "build", "--geonames", "dump", "--out", "nl.gaz", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(report["problems"][1]["line"], 2, "{report}");
    assert_eq!(report["files"][2]["problems"], 2, "{report}");
}

#[test]
fn a_folder_without_places_builds_nothing() {
    let home = tempfile::tempdir().unwrap();
    folder(home.path(), "");
    fs::rename(home.path().join("dump/NL.txt"), home.path().join("dump/NL.zip")).unwrap();
    let built = comity(home.path(), &["gazetteer", "build", "--geonames", "dump", "--out", "nl.gaz"]);
    assert_eq!(built.code, 2);
    assert!(
        built.err.contains(
            "dump has no places: cities500.txt, allCountries.txt or files such as NL.txt; unpack NL.zip"
        ),
        "{}",
        built.err
    );
    assert!(!home.path().join("nl.gaz").exists());
    let built = comity(home.path(), &["gazetteer", "build", "--geonames", "nowhere", "--out", "nl.gaz"]);
    assert_eq!(built.code, 2);
    assert!(built.err.contains("read nowhere"), "{}", built.err);
}
