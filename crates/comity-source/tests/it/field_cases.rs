//! Lists as offices write them: every row is read or told, and the claims are all there.

use comity_fixtures::shared;
use comity_model::{Record, Shape};
use comity_source::{ReadOptions, read, sheet_text};

/// Claims, problem rows and the encoding of a case; `None` where the cases are not here.
fn read_case(path: &str, host: Option<&str>) -> Option<(u64, u64, String)> {
    let bytes = std::fs::read(shared(&format!("data/field-cases/{path}"))?).unwrap();
    let sheet = sheet_text(path, &bytes, &ReadOptions::default()).unwrap();
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

/// The ties of a case, a line each: who with whom, and since when.
fn ties(path: &str) -> Option<String> {
    let bytes = std::fs::read(shared(&format!("data/field-cases/{path}"))?).unwrap();
    Some(told(path, &bytes))
}

/// The ties and the problems of a file.
pub(crate) fn told(file: &str, bytes: &[u8]) -> String {
    let sheet = sheet_text(file, bytes, &ReadOptions::default()).unwrap();
    let text = sheet.map_or(bytes.to_vec(), |sheet| sheet.text);
    let mut lines = Vec::new();
    for row in read(file, &text, &ReadOptions::default()).unwrap() {
        for record in row.records {
            let Record::Claim(claim) = record else { continue };
            let Shape::Link { subject, object, .. } = claim.shape else { continue };
            let partners: Vec<&str> = object.with.iter().map(|partner| partner.text.as_str()).collect();
            lines.push(format!("{} – {} {}", subject.text, partners.join(", "), claim.valid.as_str()));
        }
        lines.extend(row.problems.iter().map(|problem| format!("row {}: {}", problem.row, problem.expected)));
    }
    lines.join("\n")
}

#[test]
fn days_of_a_workbook_are_those_it_shows() {
    let expected = "Lyon – Leipzig 1981-11-25/\nLyon – Turin 1967/\nLyon – Birmingham 1951/\n\
        Lyon – Milan 1967-03-04/\nLyon – Frankfurt am Main 1960/";
    for path in ["06-excel-dates/dates_1900.xlsx", "06-excel-dates/dates_1904.xlsx"] {
        let Some(found) = ties(path) else { return };
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn merged_cells_and_ditto_marks_are_filled_down() {
    let Some(merged) = ties("07-merged-cells/merged.xlsx") else { return };
    let all = "Lyon – Leipzig 1981/\nLyon – Turin 1967/\nLyon – Milan 1967/\nNice – Cuneo 1964/\nNice – Nuremberg 1954/";
    assert_eq!(merged, all);
    let Some(ditto) = ties("07-merged-cells/ditto.csv") else { return };
    let told = "Lyon – Leipzig 1981/\nrow 3: a name in every row\nrow 4: a name in every row\n\
        Nice – Cuneo 1964/\nNice – Nuremberg 1954/";
    assert_eq!(ditto, told);
}

#[test]
fn a_consulates_page_is_read_as_it_was_published() {
    let Some(published) = ties("hiroshima-consulate-korean-ties/as_published.xlsx") else { return };
    let Some(filled) = ties("hiroshima-consulate-korean-ties/filled.csv") else { return };
    assert_eq!(published, format!("{filled}\nrow 23: a row of the table, not a note"));
    let Some(merged) = ties("hiroshima-consulate-korean-ties/with_headers_merged.xlsx") else { return };
    assert_eq!(merged, filled);
    let lines: Vec<&str> = filled.lines().collect();
    assert_eq!(lines.len(), 21);
    for tie in [
        "히로시마시 – 대구광역시 1997-05-02/",
        "야마구치시 – 공주시 1993-02-23/",
        "야마구치시 – 창원시 2009-11-16/",
        "호후시 – 춘천시 1991-10-29/",
        "호후시 – 춘천시 2025-04-11/",
        "하기시 – 울산광역시 1968-10-29/",
        "하기시 – 전라남도 덕진면(영암군) 2003-06-18/",
        "시만토초 – 고창군 2012-04-02/",
    ] {
        assert!(lines.contains(&tie), "{tie}");
    }
}

#[test]
fn a_list_of_places_with_columns_of_another_kind_is_one() {
    let path = "bellingham-sca-xlsx/SCASisterCities.xlsx";
    let Some((claims, problems, _)) = read_case(path, None) else { return };
    assert_eq!((claims, problems), (6, 0));
}

#[test]
fn what_stands_around_a_table_is_no_tie() {
    let file = "Sister cities\n\ncity,sister,since\nLyon,Leipzig,1981\ncity,sister,since\nLyon,Turin,1967\n\
        * suspended,,\nname,partner,year\nNice,Cuneo,1964\n";
    let expected = "Lyon – Leipzig 1981/\nrow 4: a row of the table, not its heading again\nLyon – Turin 1967/\n\
        row 6: a row of the table, not a note\n\
        row 7: one table in the file; here another begins, which is not read\n\
        row 8: a row of the first table; another begins in row 7";
    assert_eq!(told("around.csv", file.as_bytes()), expected);
}
