//! Seven workbooks as offices make them, each imported at once: the report accounts for every row and every column.

use comity_source::ReadOptions;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::pages::told;

/// A workbook of one sheet.
fn workbook(sheet: &str, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name(sheet).unwrap());
    book.save_to_buffer().unwrap()
}

/// Rows of cells parted by `|`, from a row on; digits alone are numbers.
fn write(sheet: &mut Worksheet, from: u32, rows: &[&str]) {
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0..).zip(cells.split('|')) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
}

fn date(sheet: &mut Worksheet, at: (u32, u16), day: &str) {
    let day = ExcelDateTime::parse_from_str(day).unwrap();
    let format = Format::new().set_num_format("dd.mm.yyyy");
    sheet.write_datetime_with_format(at.0, at.1, day, &format).unwrap();
}

fn merge(sheet: &mut Worksheet, from: (u32, u16), to: (u32, u16), text: &str) {
    sheet.merge_range(from.0, from.1, to.0, to.1, text, &Format::new()).unwrap();
}

fn hosted(host: &str) -> ReadOptions {
    ReadOptions { host: Some(host.to_owned()), ..ReadOptions::default() }
}

#[tokio::test]
async fn a_title_merged_heads_days_and_a_note() {
    let bytes = workbook("Twins", |sheet| {
        merge(sheet, (0, 0), (0, 4), "Twin towns of the region, spring edition");
        merge(sheet, (2, 0), (2, 1), "Host");
        merge(sheet, (2, 2), (2, 3), "Partner");
        write(sheet, 3, &["City|Country|City|Country|Since"]);
        write(
            sheet,
            4,
            &["Lyon|France|Leipzig|Germany", "Nice|France|Cuneo|Italy", "Lille|France|Turin|Italy|1958"],
        );
        date(sheet, (4, 4), "1981-11-25");
        date(sheet, (5, 4), "1964-03-04");
        write(sheet, 8, &["* Lille: the year only"]);
    });
    assert_eq!(
        told("twins.xlsx", &bytes, ReadOptions::default()).await,
        "sheet Twins: pairs, 4 rows
Lyon FR ↔ Leipzig DE 1981-11-25/
Nice FR ↔ Cuneo IT 1964-03-04/
Lille FR ↔ Turin IT 1958/
column Host City: name of the first
column Host Country: country of the first
column Partner City: name of the partner
column Partner Country: country of the partner
column Since: start
problem: twins.xlsx, row 9: `* Lille: the year only ·  ·  ·  · `: expected a row of the table, not a note"
    );
}

#[tokio::test]
async fn a_sheet_of_remarks_before_the_list() {
    let mut book = Workbook::new();
    write(
        book.add_worksheet().set_name("Read me").unwrap(),
        0,
        &["How to use this list", "Call the office first."],
    );
    let list = book.add_worksheet().set_name("Partners 2024").unwrap();
    write(
        list,
        0,
        &["Partner city|Country|Year|Contact", "Leipzig|Germany|1981|protocol office", "Turin|Italy|1967|"],
    );
    let bytes = book.save_to_buffer().unwrap();
    assert_eq!(
        told("partners.xlsx", &bytes, hosted("Lyon, France")).await,
        "sheet Partners 2024: pairs, 2 rows
Lyon FR ↔ Leipzig DE 1981/
Lyon FR ↔ Turin IT 1967/
column Partner city: name of the partner
column Country: country of the partner
column Year: start
column Contact: 
note: another sheet or table, not read: Read me: 1"
    );
}

#[tokio::test]
async fn members_of_a_network_with_codes_nobody_named() {
    let bytes = workbook("Members", |sheet| {
        write(sheet, 0, &["Members of our network", "as sent to the board"]);
        write(sheet, 3, &["City|Ctry|Item|Joined|Page"]);
        write(
            sheet,
            4,
            &[
                "Bonn|DEU|Q586|2004|https://example.org/bonn",
                "Malmö|SWE|Q2211|2006|https://example.org/malmo",
                "Turin|ITA|Q495|2010|https://example.org/turin",
            ],
        );
    });
    let network = Some("ICLEI".to_owned());
    assert_eq!(
        told("members.xlsx", &bytes, ReadOptions { network, ..ReadOptions::default() }).await,
        "sheet Members: members, 3 rows
Bonn DE ↔ iclei 2004/
Malmö SE ↔ iclei 2006/
Turin IT ↔ iclei 2010/
column City: name of the member
column Ctry: country of the member
column Item: identifier of the member
column Joined: start
column Page: web addresses, not read
note: identifiers that are not known; the names were read: 3"
    );
}

#[tokio::test]
async fn countries_merged_over_their_cities() {
    let bytes = workbook("Städte", |sheet| {
        write(sheet, 0, &["Land|Stadt|Seit"]);
        merge(sheet, (1, 0), (2, 0), "Frankreich");
        merge(sheet, (3, 0), (4, 0), "Italien");
        for (row, cells) in (1..).zip(["Lyon|1981", "Nantes|", "Turin|", "Bologna|1962"]) {
            let (city, year) = cells.split_once('|').unwrap();
            sheet.write_string(row, 1, city).unwrap();
            if let Ok(year) = year.parse::<f64>() {
                sheet.write_number(row, 2, year).unwrap();
            }
        }
    });
    assert_eq!(
        told("staedte.xlsx", &bytes, hosted("Leipzig, Germany")).await,
        "sheet Städte: pairs, 4 rows
Leipzig DE ↔ Lyon FR 1981/
Leipzig DE ↔ Nantes FR
Leipzig DE ↔ Turin IT
Leipzig DE ↔ Bologna IT 1962/
column Land: country of the partner
column Stadt: name of the partner
column Seit: start
note: merged cells filled down: 2"
    );
}

#[tokio::test]
async fn two_lists_side_by_side() {
    let bytes = workbook("Lists", |sheet| {
        write(
            sheet,
            0,
            &[
                "Partner city|Country||Partner city|Country",
                "Lyon|France||Kyoto|Japan",
                "Turin|Italy||",
                "Bonn|Germany||",
            ],
        );
    });
    assert_eq!(
        told("lists.xlsx", &bytes, hosted("Leipzig, Germany")).await,
        "sheet Lists, table 1: pairs, 3 rows
Leipzig DE ↔ Lyon FR
Leipzig DE ↔ Turin IT
Leipzig DE ↔ Bonn DE
column Partner city: name of the partner
column Country: country of the partner
note: another sheet or table, not read: Lists, table 2: 1"
    );
    let sheet = Some("Lists, table 2".to_owned());
    assert_eq!(
        told("lists.xlsx", &bytes, ReadOptions { sheet, ..hosted("Leipzig, Germany") }).await,
        "sheet Lists, table 2: pairs, 1 rows
Leipzig DE ↔ Kyoto JP
column Partner city: name of the partner
column Country: country of the partner
note: another sheet or table, not read: Lists, table 1: 1"
    );
}

#[tokio::test]
async fn two_lists_one_under_the_other() {
    let bytes = workbook("All", |sheet| {
        write(sheet, 0, &["City|Country|Sister city|Sister country", "Lyon|France|Leipzig|Germany"]);
        write(sheet, 2, &["Nice|France|Cuneo|Italy"]);
        write(sheet, 5, &["City|Country|Year", "Bonn|Germany|2004", "Total|1|"]);
    });
    assert_eq!(told("all.xlsx", &bytes, ReadOptions::default()).await, "sheet All: pairs, 5 rows
Lyon FR ↔ Leipzig DE
Nice FR ↔ Cuneo IT
column City: name of the first
column Country: country of the first
column Sister city: name of the partner
column Sister country: country of the partner
problem: all.xlsx, row 6: `City · Country · Year · `: expected one table in the file; here another begins, which is not read
problem: all.xlsx, row 7: `Bonn · Germany · 2004 · `: expected a row of the first table; another begins in row 6
problem: all.xlsx, row 8: `Total · 1 ·  · `: expected a row of the first table; another begins in row 6
note: tables that empty rows part, read as one: 2");
}

#[tokio::test]
async fn formulas_ditto_marks_and_a_total() {
    let bytes = workbook("Jumelages", |sheet| {
        write(sheet, 0, &["N°|Ville|Pays|Ville jumelée|Pays de la ville jumelée|Date de signature"]);
        write(
            sheet,
            1,
            &[
                "1|Lyon|France|Leipzig|Allemagne",
                "2|\"|\"|Turin|Italie",
                "|Nice|France|Cuneo|Italie",
                "Total : 3",
            ],
        );
        sheet.write_formula(3, 0, Formula::new("=A3+1").set_result("3")).unwrap();
        date(sheet, (1, 5), "1981-11-25");
        sheet.write_string(2, 5, "printemps 1967").unwrap();
        date(sheet, (3, 5), "1964-03-04");
    });
    assert_eq!(
        told("jumelages.xlsx", &bytes, ReadOptions::default()).await,
        "sheet Jumelages: pairs, 4 rows
Lyon FR ↔ Leipzig DE 1981-11-25/
Lyon FR ↔ Turin IT 1967-21/
Nice FR ↔ Cuneo IT 1964-03-04/
column N°: 
column Ville: name of the first
column Pays: country of the first
column Ville jumelée: name of the partner
column Pays de la ville jumelée: country of the partner
column Date de signature: start
problem: jumelages.xlsx, row 5: `Total : 3 ·  ·  ·  ·  · `: expected a row of the table, not a note
note: ditto marks read as the cell above: 2"
    );
}
