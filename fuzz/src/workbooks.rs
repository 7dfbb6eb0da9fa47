//! XLSX, XLS and ODS workbooks: as bytes, and with parts that are anything inside an archive that is sound.

use std::io::{Cursor, Write};
use std::ops::ControlFlow;

use comity_source::{ReadOptions, Sheet, sheet_text};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::choice;
use crate::tables::{LIMITS, read_all};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Partners" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
const TEXTS: &str = r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>City</t></si><si><t>Lyon</t></si></sst>"#;
const SHEET: &str = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
const ODS_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;

pub(crate) fn run(data: &[u8]) {
    let (first, part) = choice(data);
    let file = match first.map_or(0, |first| first % 6) {
        0 => part.to_vec(),
        1 => xlsx("xl/worksheets/sheet1.xml", part),
        2 => xlsx("xl/sharedStrings.xml", part),
        3 => xlsx("xl/styles.xml", part),
        4 => xlsx("xl/workbook.xml", part),
        _ => archive(&[
            ("mimetype", ODS_TYPE.as_bytes()),
            ("META-INF/manifest.xml", MANIFEST.as_bytes()),
            ("content.xml", part),
        ]),
    };
    if let Ok(mut sheet) = Sheet::open("book", Cursor::new(&file), None, LIMITS) {
        let _ = sheet.each_row(&mut |_| ControlFlow::Continue(()));
    }
    let options = ReadOptions { limits: LIMITS, ..ReadOptions::default() };
    if let Ok(Some(sheet)) = sheet_text("book", &file, &options) {
        read_all(&sheet.text, &sheet.reading(&options));
    }
}

/// A sound workbook but for one part.
fn xlsx(name: &str, part: &[u8]) -> Vec<u8> {
    let mut parts = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", TEXTS.as_bytes()),
        ("xl/worksheets/sheet1.xml", SHEET.as_bytes()),
    ];
    for known in &mut parts {
        if known.0 == name {
            known.1 = part;
        }
    }
    archive(&parts)
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        archive.start_file(*name, stored).expect("the name is new");
        archive.write_all(bytes).expect("memory can be written to");
    }
    archive.finish().expect("memory can be written to").into_inner()
}
