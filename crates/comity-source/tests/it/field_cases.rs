//! Lists as offices write them: every row is read or told, and the claims are all there.

use comity_fixtures::shared;
use comity_source::{Limits, ReadOptions, read, sheet_text};

/// Claims, problem rows and the encoding of a case; `None` where the cases are not here.
fn read_case(path: &str, host: Option<&str>) -> Option<(u64, u64, String)> {
    let bytes = std::fs::read(shared(&format!("data/field-cases/{path}"))?).unwrap();
    let sheet = sheet_text(path, &bytes, None, Limits::default()).unwrap();
    let text = sheet.map_or(bytes, |sheet| sheet.text);
    let options = ReadOptions { host: host.map(str::to_owned), ..ReadOptions::default() };
    let mut reading = read(path, &text, &options).unwrap();
    assert!(reading.columns.iter().any(|column| !column.role.is_empty()), "{path}");
    reading.by_ref().for_each(drop);
    let counts = reading.counts();
    Some((counts.claims, counts.problem_rows, reading.encoding.clone()))
}

#[test]
fn no_row_is_lost() {
    for (path, host, claims, problems, encoding) in [
        ("24-unclosed-quote-and-short-rows/unclosed.csv", None, 504, 0, "UTF-8"),
        ("24-unclosed-quote-and-short-rows/short_rows.csv", None, 3, 0, "UTF-8"),
        ("26-date-headers/date_forms.csv", None, 21, 0, "UTF-8"),
        ("25-east-asian-encodings/sjis.csv", None, 3, 0, "Shift_JIS"),
        ("25-east-asian-encodings/eucjp.csv", None, 3, 0, "EUC-JP"),
        ("25-east-asian-encodings/gbk.csv", None, 2, 0, "GBK"),
        ("25-east-asian-encodings/big5.csv", None, 2, 0, "Big5"),
        ("25-east-asian-encodings/cp949.csv", None, 2, 0, "EUC-KR"),
        ("25-east-asian-encodings/cp850.csv", None, 2, 0, "IBM850"),
        ("07-merged-cells/merged.xlsx", None, 5, 0, "UTF-8"),
        ("xian-friend-cities-zh/as_published.csv", Some("Xi'an, China"), 22, 0, "UTF-8"),
        ("chiayi-city-table/chiayi.csv", Some("Chiayi, Taiwan"), 10, 0, "UTF-8"),
    ] {
        let Some(found) = read_case(path, host) else { return };
        assert_eq!(found, (claims, problems, encoding.to_owned()), "{path}");
    }
}
