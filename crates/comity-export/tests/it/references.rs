//! References in each form, of what is plain and of what is meant to break them.

use comity_export::{Reference, ReferenceFormat, ReferenceKind};
use expect_test::{Expect, expect};

fn dataset() -> Reference {
    Reference {
        key: "comity-gn5128581-0f3a".to_owned(),
        kind: ReferenceKind::Dataset,
        author: "Comity".to_owned(),
        title: "New York City, New York, United States".to_owned(),
        publisher: "Comity".to_owned(),
        issued: "2026-11-30".parse().ok(),
        accessed: None,
        version: "as of 30 November 2026, register entry 1234".to_owned(),
        medium: "Data set".to_owned(),
        url: "https://comity.example/entities/gn5128581?at=2026-11-30&known=%231234".to_owned(),
        language: "en".to_owned(),
        note: String::new(),
    }
}

fn list() -> Reference {
    Reference {
        key: "twin-list".to_owned(),
        kind: ReferenceKind::Report,
        author: String::new(),
        title: "Who is twinned with whom?".to_owned(),
        publisher: "Council of R&D {Europe}".to_owned(),
        issued: "1985~".parse().ok(),
        accessed: "2026-05-03".parse().ok(),
        version: String::new(),
        medium: String::new(),
        url: "https://list.example/a b?q={x}".to_owned(),
        language: "fr".to_owned(),
        note: "Our copy breaks off".to_owned(),
    }
}

fn check(reference: &Reference, format: ReferenceFormat, written: &Expect) {
    written.assert_eq(&reference.written(format).replace("\r\n", "\n"));
}

#[test]
fn a_page_is_cited_in_four_forms() {
    check(
        &dataset(),
        ReferenceFormat::Apa,
        &expect![
            "Comity. (2026, November 30). New York City, New York, United States (as of 30 November 2026, register entry 1234) [Data set]. https://comity.example/entities/gn5128581?at=2026-11-30&known=%231234"
        ],
    );
    check(
        &dataset(),
        ReferenceFormat::Bibtex,
        &expect![[r#"
        @misc{comity-gn5128581-0f3a,
          author = {{Comity}},
          title = {{New York City, New York, United States}},
          publisher = {Comity},
          year = {2026},
          month = {November},
          version = {as of 30 November 2026, register entry 1234},
          howpublished = {Data set},
          url = {https://comity.example/entities/gn5128581?at=2026-11-30&known=%231234},
          language = {en}
        }
    "#]],
    );
    check(
        &dataset(),
        ReferenceFormat::Ris,
        &expect![[r#"
        TY  - DATA
        ID  - comity-gn5128581-0f3a
        AU  - Comity
        TI  - New York City, New York, United States
        PY  - 2026
        DA  - 2026/11/30/
        PB  - Comity
        ET  - as of 30 November 2026, register entry 1234
        M3  - Data set
        LA  - en
        UR  - https://comity.example/entities/gn5128581?at=2026-11-30&known=%231234
        ER  - 
    "#]],
    );
    check(
        &dataset(),
        ReferenceFormat::Csl,
        &expect![[r#"
        [
          {
            "URL": "https://comity.example/entities/gn5128581?at=2026-11-30&known=%231234",
            "author": [
              {
                "literal": "Comity"
              }
            ],
            "genre": "Data set",
            "id": "comity-gn5128581-0f3a",
            "issued": {
              "date-parts": [
                [
                  2026,
                  11,
                  30
                ]
              ]
            },
            "language": "en",
            "publisher": "Comity",
            "title": "New York City, New York, United States",
            "type": "dataset",
            "version": "as of 30 November 2026, register entry 1234"
          }
        ]
    "#]],
    );
}

#[test]
fn a_source_is_cited_as_far_as_it_is_known() {
    check(
        &list(),
        ReferenceFormat::Apa,
        &expect![
            "Council of R&D {Europe}. (about 1985). Who is twinned with whom? Retrieved May 3, 2026, from https://list.example/a%20b?q=%7Bx%7D"
        ],
    );
    check(
        &list(),
        ReferenceFormat::Bibtex,
        &expect![[r#"
        @misc{twin-list,
          title = {{Who is twinned with whom?}},
          publisher = {Council of R\&D \textbraceleft{}Europe\textbraceright{}},
          year = {about 1985},
          howpublished = {Report},
          url = {https://list.example/a%20b?q=%7Bx%7D},
          urldate = {2026-05-03},
          language = {fr},
          note = {Our copy breaks off}
        }
    "#]],
    );
    check(
        &list(),
        ReferenceFormat::Ris,
        &expect![[r#"
        TY  - RPRT
        ID  - twin-list
        TI  - Who is twinned with whom?
        PB  - Council of R&D {Europe}
        LA  - fr
        UR  - https://list.example/a%20b?q=%7Bx%7D
        Y2  - 2026/05/03/
        N1  - Our copy breaks off
        N1  - Date: about 1985
        ER  - 
    "#]],
    );
    check(
        &list(),
        ReferenceFormat::Csl,
        &expect![[r#"
        [
          {
            "URL": "https://list.example/a%20b?q=%7Bx%7D",
            "accessed": {
              "date-parts": [
                [
                  2026,
                  5,
                  3
                ]
              ]
            },
            "id": "twin-list",
            "issued": {
              "literal": "about 1985"
            },
            "language": "fr",
            "note": "Our copy breaks off",
            "publisher": "Council of R&D {Europe}",
            "title": "Who is twinned with whom?",
            "type": "report"
          }
        ]
    "#]],
    );
    let nobody = Reference { publisher: String::new(), issued: None, accessed: None, ..list() };
    check(
        &nobody,
        ReferenceFormat::Apa,
        &expect!["Who is twinned with whom? (n.d.). https://list.example/a%20b?q=%7Bx%7D"],
    );
}

/// Texts that would end a field, a line or a file, or begin another.
const HOSTILE: [&str; 9] = [
    "}, note = {pwned}, x = {",
    "}}\n@misc{other,\n title = {x}}",
    "unbalanced { { {",
    "back\\slash \\{ \\} \\end{document}",
    "a\r\nER  - \r\nTY  - JOUR",
    "a\u{2028}ER  - \u{85}TY  - JOUR",
    "\"},{\"id\":\"other",
    "50 % & #1 $x_y^z~ <script>alert(1)</script>",
    "\u{0}\u{7}tabs\tand 紐約 Łódź",
];

fn hostile(text: &str) -> Reference {
    let text = text.to_owned();
    Reference {
        key: text.clone(),
        author: text.clone(),
        title: text.clone(),
        publisher: text.clone(),
        version: text.clone(),
        medium: text.clone(),
        url: text.clone(),
        language: text.clone(),
        note: text,
        ..dataset()
    }
}

/// The fields of one BibTeX entry as its parser sees them: braces are counted, whatever stands before them.
fn fields(bibtex: &str) -> Vec<(String, String)> {
    let inner = bibtex.strip_prefix("@misc{").unwrap().strip_suffix("\n}\n").unwrap();
    let (mut depth, mut parts, mut part) = (0_i32, Vec::new(), String::new());
    for c in inner.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        assert!(depth >= 0, "a brace ends what it did not begin: {bibtex}");
        if c == ',' && depth == 0 { parts.push(std::mem::take(&mut part)) } else { part.push(c) }
    }
    assert_eq!(depth, 0, "{bibtex}");
    parts.push(part);
    let pairs = parts.iter().skip(1).map(|field| field.trim().split_once(" = ").unwrap());
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[test]
fn no_text_breaks_out_of_bibtex() {
    let plain: Vec<String> =
        fields(&hostile("x").written(ReferenceFormat::Bibtex)).into_iter().map(|f| f.0).collect();
    for text in HOSTILE {
        let written = hostile(text).written(ReferenceFormat::Bibtex);
        let names: Vec<String> = fields(&written).into_iter().map(|field| field.0).collect();
        assert_eq!(names, plain, "{written}");
        assert!(!written.contains(['\u{0}', '\u{7}', '\r', '\u{2028}', '\u{85}']), "{written}");
    }
}

#[test]
fn no_text_adds_a_line_to_ris() {
    let plain = hostile("x").written(ReferenceFormat::Ris).lines().count();
    for text in HOSTILE {
        let written = hostile(text).written(ReferenceFormat::Ris);
        assert_eq!(
            written.split(['\n', '\u{2028}', '\u{85}']).filter(|line| !line.is_empty()).count(),
            plain
        );
        assert_eq!(written.matches("\r\n").count(), plain, "{written}");
        assert!(written.lines().all(|line| line.get(2..6) == Some("  - ")), "{written}");
        assert!(written.ends_with("\r\nER  - \r\n"), "{written}");
    }
}

#[test]
fn no_text_breaks_out_of_json_and_all_of_it_comes_back() {
    for text in HOSTILE {
        let written = hostile(text).written(ReferenceFormat::Csl);
        let items: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(items.as_array().unwrap().len(), 1);
        let words = text.split(|c: char| c.is_whitespace() || c.is_control());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        assert_eq!(items[0]["title"], words.join(" "));
    }
}

#[test]
fn a_reference_for_people_is_one_line() {
    for text in HOSTILE {
        let written = hostile(text).written(ReferenceFormat::Apa);
        assert!(!written.contains(|c: char| c.is_control() || c == '\u{2028}'), "{written:?}");
    }
}
