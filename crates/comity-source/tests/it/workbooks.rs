//! Workbooks as applications write them, and as nobody should: each is read whole or ends in a limit that is named.

use std::io::{Cursor, Write};

use comity_fixtures::case;
use comity_source::{Limits, ReadOptions, SheetText, read, sheet_text};

use crate::field_cases::told;

const TWINS: &str = "Lyon – Leipzig 1981-11-25/\nLyon – Turin 1967/\nNice – Cuneo 1964-03-04/\n";

fn text(file: &str, bytes: &[u8]) -> SheetText {
    sheet_text(file, bytes, &ReadOptions::default()).unwrap().unwrap()
}

#[test]
fn an_xls_with_merged_heads_in_two_rows_is_read() {
    let bytes = case("sheets/twins.xls");
    assert_eq!(told("twins.xls", &bytes), format!("{TWINS}row 6: a row of the table, not a note"));
    let sheet = text("twins.xls", &bytes);
    assert_eq!((sheet.sheet.as_str(), sheet.others), ("Twins", vec!["Notes".to_owned()]));
    assert_eq!(sheet.notes.get("merged cells filled down"), Some(&3));
}

#[test]
fn an_ods_with_a_title_and_a_note_is_read() {
    let bytes = case("sheets/twins.ods");
    assert_eq!(told("twins.ods", &bytes), format!("{TWINS}row 6: a row of the table, not a note"));
    assert_eq!(text("twins.ods", &bytes).others, ["Notes"]);
}

/// An archive of these parts.
fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // An ODS is told by its first part, which is not packed.
        let packing = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(packing);
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows.
fn xlsx(rows: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = |kind: &str, target: &str| {
        let packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
        format!(
            "<Relationships xmlns='{packaged}'><Relationship Id='r1' Type='{office}/{kind}' Target='{target}'/></Relationships>"
        )
    };
    zipped(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{main}' xmlns:r='{office}'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns='{main}'><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name='S'>{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet".to_owned();
    let manifest = "<manifest:manifest/>".to_owned();
    zipped(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", content)])
}

fn refusal(bytes: &[u8], limits: Limits) -> String {
    sheet_text("a", bytes, &ReadOptions { limits, ..ReadOptions::default() }).unwrap_err().to_string()
}

#[test]
fn a_small_archive_that_unpacks_to_a_large_sheet_is_refused() {
    let row = "<row r='1'><c r='A1'><v>1</v></c></row>";
    let bomb = xlsx(&format!("{row}{}", " ".repeat(20_000_000)));
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    let limits = Limits { unpacked: 1_000_000, ..Limits::default() };
    assert_eq!(
        refusal(&bomb, limits),
        "a has 1000001 bytes unpacked, more than the limit of 1000000 bytes unpacked"
    );
}

#[test]
fn a_far_cell_does_not_blow_the_sheet_up() {
    let far = |cell: &str| xlsx(&format!("<row r='1'><c r='{cell}'><v>1</v></c></row>"));
    assert_eq!(
        refusal(&far("XFD1"), Limits::default()),
        "a has 16384 columns, more than the limit of 2000 columns"
    );
    let row = |row: u32| format!("<row r='{row}'><c r='A{row}'><v>1</v></c></row>");
    let tall: Vec<String> = (2..20_000).map(row).collect();
    let tall = tall.concat();
    let wide = xlsx(&format!("<row r='1'><c r='BXX1'><v>1</v></c></row>{tall}"));
    let limits = Limits { bytes: 5_000_000, ..Limits::default() };
    let refused = refusal(&wide, limits);
    assert!(refused.ends_with("more than the limit of 5000000 bytes"), "{refused}");
}

#[test]
fn cells_repeated_without_end_are_refused() {
    let cell = "<table:table-cell office:value-type='float' office:value='1' table:number-columns-repeated='16384'/>";
    let row = format!("<table:table-row>{cell}</table:table-row>");
    let repeated = format!("<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>");
    let says = "cells, more than the limit of 20000000 cells";
    for rows in [row.repeat(1_300), repeated] {
        let refused = refusal(&ods(&rows), Limits::default());
        assert!(refused.ends_with(says), "{refused}");
    }
}

#[test]
fn a_million_columns_are_refused() {
    let header = "x,".repeat(1_000_000);
    let refused = read("a", header.as_bytes(), &ReadOptions::default()).err().unwrap().to_string();
    assert_eq!(refused, "a, row 1: more columns than the limit of 2000 columns");
    let known = format!("city,sister{}\nLyon,Bonn\n", ",x".repeat(3_000));
    let refused = read("a", known.as_bytes(), &ReadOptions::default()).err().unwrap().to_string();
    assert_eq!(refused, "a has 3002 columns, more than the limit of 2000 columns");
    let wide = format!("city,sister\nLyon,Bonn\n{header}\nNice,Cuneo\n");
    let told = told("wide.csv", wide.as_bytes());
    assert_eq!(told, "Lyon – Bonn \nrow 3: at most 4000 cells in a row (limit: columns)\nNice – Cuneo ");
}

#[test]
fn an_xls_whose_sectors_run_in_a_ring_is_refused() {
    let refused = refusal(&case("sheets/ring.xls"), Limits::default());
    assert_eq!(refused, "a cannot be read: its table of sectors is damaged");
}

#[test]
fn an_ods_that_is_cut_off_is_refused() {
    let row = "<table:table-row><table:table-cell office:value-type='float' office:value='1'/>";
    assert_eq!(refusal(&ods(row), Limits::default()), "a cannot be read: its content is damaged");
}

/// Its reader would wait for the end of the table for ever: the tag swallows it.
#[test]
fn an_ods_with_a_tag_that_swallows_the_end_is_refused() {
    let refused = refusal(&ods("<table:tab\nle-"), Limits::default());
    assert_eq!(refused, "a cannot be read: its content is damaged");
}

#[test]
fn cells_of_an_ods_are_counted_however_their_number_is_written() {
    for number in ["='99999999'", " = '99999999'", "='&#57;9999999'"] {
        let row = format!(
            "<table:table-row><table:table-cell office:value-type='float' office:value='1' \
             table:number-columns-repeated{number}/></table:table-row>"
        );
        let refused = refusal(&ods(&row), Limits::default());
        assert!(refused.contains("99999999 cells, more than the limit"), "{number}: {refused}");
    }
}

#[test]
fn a_workbook_is_not_believed_what_it_says_of_its_size() {
    let claim = "<sst uniqueCount='99999999999'><si><t>Lyon</t></si></sst>".replace('\'', "\"");
    assert_eq!(
        refusal(&zipped(&[("xl/sharedStrings.xml", claim)]), Limits::default()),
        "a has 99999999999 cells, more than the limit of 20000000 cells"
    );
    let text = "x".repeat(20_000_000);
    assert_eq!(
        refusal(
            &xlsx(&format!("<row r='1'><c r='A1' t='inlineStr'><is><t>{text}</t></is></c></row>")),
            Limits::default()
        ),
        "a has 20000004 bytes in one text, more than the limit of 16777216 bytes in one text"
    );
    let styles = "<xf/>".repeat(8_000_000);
    assert_eq!(
        refusal(&zipped(&[("xl/styles.xml", styles)]), Limits::default()),
        "a has 320000000 bytes of texts unpacked, more than the limit of 268435456 bytes of texts unpacked"
    );
}

#[test]
fn areas_merged_over_and_over_are_refused() {
    let merges = "<mergeCell ref='A1:C9'/>".repeat(200_000);
    let bomb = xlsx(&format!(
        "<row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>{merges}</mergeCells><sheetData>"
    ));
    assert_eq!(
        refusal(&bomb, Limits::default()),
        "a has 200000 merged areas, more than the limit of 131072 merged areas"
    );
}

#[test]
fn cells_merged_in_an_ods_are_filled_down() {
    let text = |text: &str, span: &str| {
        format!(
            "<table:table-cell office:value-type='string'{span}><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let covered = || "<table:covered-table-cell/>".to_owned();
    let rows = [
        row(&["city", "country", "sister"].map(|head| text(head, ""))),
        row(&[
            text("Lyon", " table:number-rows-spanned='2'"),
            text("France", " table:number-rows-spanned='2'"),
            text("Leipzig", ""),
        ]),
        row(&[covered(), covered(), text("Turin", "")]),
        row(&["Nice", "France", "Cuneo"].map(|cell| text(cell, ""))),
    ];
    let sheet = self::text("a.ods", &ods(&rows.concat()));
    let filled = String::from_utf8(sheet.text).unwrap();
    assert_eq!(filled, "city,country,sister\nLyon,France,Leipzig\nLyon,France,Turin\nNice,France,Cuneo\n");
    assert_eq!(sheet.notes.get("merged cells filled down"), Some(&2));
}
