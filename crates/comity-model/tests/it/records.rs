//! What is written in the open record format is read back, as lines and as tables.

use comity_model::{Record, read_jsonl, write_table};
use proptest::prelude::*;

const CLAIMS: &str = r#"
{"record":"claim","source":"note","locator":"p. 9","label":"S20","shape":{"count":{"scope":{"link":"keeps","subject":{"level":"state"},"object":{"within":{"text":"Tokyo","id":"gn1850147"}},"counting":"objects","wording":"trade offices of states in Tokyo"},"quantity":{"low":19,"high":19,"unit":"offices"}}},"valid":"1982","words":"Tokyo hosted nineteen"}
{"record":"claim","source":"note","locator":"p. 15","shape":{"absence":{"scope":{"link":"member","subject":{"within":{"text":"United States"},"population_from":1000000},"object":{"entity":{"text":"Metropolis"}},"counting":"subjects","except":[{"text":"New York"},{"text":"Miami"}],"wording":"big US cities in Metropolis"}}},"standing":"disputed"}
{"record":"claim","source":"list","locator":"row 2","shape":{"link":{"subject":{"text":"Berat","country":"Albania"},"kind":"party","object":{"kind":"agreement","with":[{"text":"Amasya","country":"Turkey","population":99905}]},"attributes":{"capacity":"signatory"}}}}
{"record":"claim","source":"note","locator":"p. 3","shape":{"opinion":{"text":"states, still","about":[{"text":"C40","id":"c40"}]}},"polarity":"denied"}
"#;

#[test]
fn lines_come_back_to_the_letter() {
    let (records, problems) = read_jsonl("claims.jsonl", CLAIMS);
    assert_eq!(problems, vec![]);
    let written: Vec<String> = records.iter().map(Record::to_line).collect();
    assert_eq!(written.join("\n"), CLAIMS.trim());
}

fn read_table(table: &[u8]) -> Result<Vec<Record>, String> {
    let mut table = csv::Reader::from_reader(table);
    let header = table.headers().unwrap().clone();
    table.records().map(|row| Record::from_row(&header, &row.unwrap())).collect()
}

#[test]
fn tables_hold_what_lines_hold() {
    let (records, _) = read_jsonl("claims.jsonl", CLAIMS);
    let mut table = Vec::new();
    write_table(&records, &mut table).unwrap();
    assert_eq!(read_table(&table).unwrap(), records);
}

#[test]
fn a_bad_line_is_named_and_the_rest_is_read() {
    let text = format!(
        "{}\n{}\n",
        CLAIMS.trim(),
        r#"{"record":"claim","source":"x","locator":"1","shape":{"link":{"subject":{"text":"a"},"kind":"member","object":{"text":"b"},"attributes":{"role":"boss"}}}}"#
    );
    let (records, problems) = read_jsonl("claims.jsonl", &text);
    assert_eq!(records.len(), 4);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].row, 5);
    assert!(problems[0].expected.contains("one of: participant"), "{}", problems[0]);
}

#[test]
fn what_says_nothing_is_named() {
    let nameless = r#"{"record":"entity","id":"fmcu","kind":"network","name":""}"#;
    assert_eq!(Record::from_line(nameless).unwrap_err(), "missing field `name`");
    let within =
        r#"{"record":"entity","id":"fmcu","kind":"network","name":"F","names":[{"text":"","lang":"fr"}]}"#;
    assert_eq!(Record::from_line(within).unwrap_err(), "missing field `text`");
    let left_out = r#"{"record":"entity","id":"fmcu","kind":"network","name":"F","about":""}"#;
    assert!(Record::from_line(left_out).is_ok(), "as if it were not there");
}

#[test]
fn formulas_are_kept_from_running() {
    let title = "=HYPERLINK(\"http://example.org\")";
    let source = comity_model::Source::new("s".parse().unwrap(), comity_model::SourceKind::Press, title);
    let mut table = Vec::new();
    write_table(&[Record::Source(source)], &mut table).unwrap();
    assert!(String::from_utf8(table).unwrap().contains("\"'=HYPERLINK"));
}

proptest! {
    #[test]
    fn any_title_survives_a_table(title in "[=+@'-]{0,2}[^\u{0}-\u{1f}]{1,40}", url in "[a-z,\" ]{0,12}") {
        let mut source = comity_model::Source::new("s".parse().unwrap(), comity_model::SourceKind::Press, &title);
        source.url = url.into();
        let records = vec![Record::Source(source)];
        let mut table = Vec::new();
        write_table(&records, &mut table).unwrap();
        prop_assert_eq!(read_table(&table), Ok(records));
    }
}

#[test]
fn a_file_says_in_which_version_it_is() {
    let header = comity_model::FileHeader {
        version: comity_model::RECORD_FORMAT,
        program: "Comity".into(),
        known: None,
        head: "9f3a".into(),
        content: "51c0".into(),
    };
    let told = format!("{}\n{}", header.to_line(), CLAIMS.trim());
    assert_eq!(read_jsonl("claims.jsonl", &told), read_jsonl("claims.jsonl", CLAIMS.trim()));
    let later = told.replace("\"version\":3", "\"version\":4");
    assert_eq!(read_jsonl("claims.jsonl", &later).1.len(), 1, "a later version is not passed over");

    let (records, _) = read_jsonl("claims.jsonl", CLAIMS);
    let mut table = Vec::new();
    write_table(&records, &mut table).unwrap();
    let table = String::from_utf8(table).unwrap();
    assert!(table.starts_with("format,"), "{table}");
    let unstated = table.replace("format,", "").replace("\n3,", "\n");
    assert_eq!(read_table(unstated.as_bytes()), Ok(records), "tables of before are read for ever");
    let refused = read_table(table.replace("\n3,", "\n4,").as_bytes()).unwrap_err();
    assert!(refused.contains("version 4"), "{refused}");
}

/// What version 2 added goes through lines and tables, and what version 1 wrote is the same as before.
#[test]
fn whose_word_a_source_is_and_what_it_claims_to_cover() {
    let lines = r#"{"record":"source","id":"list","kind":"official-list","title":"A list","issuer":"c40","derived_from":"wiki"}
{"record":"coverage","source":"list","link":"member","object":"c40","period":"","completeness":"complete","read":"whole","exhaustive":true}
{"record":"source","id":"old","kind":"report","title":"An old one"}"#;
    let (records, problems) = read_jsonl("new.jsonl", lines);
    assert_eq!(problems, []);
    let written: Vec<String> = records.iter().map(Record::to_line).collect();
    assert_eq!(written.join("\n"), lines);
    for record in &records {
        let mut table = Vec::new();
        write_table([record], &mut table).unwrap();
        assert_eq!(read_table(&table), Ok(vec![record.clone()]));
    }
    let wrong = lines.replace("whole", "all of it");
    assert!(read_jsonl("new.jsonl", &wrong).1[0].to_string().contains("whole"), "the words that are allowed");
}

/// Old records say nothing of it, and what it adds goes through lines and tables.
#[test]
fn who_acted_in_a_state() {
    let line = r#"{"record":"claim","source":"paper","locator":"p. 2","shape":{"attribute":{"entity":{"text":"Charlotte–Voronezh"},"attribute":"state","value":"suspended"}},"by":{"text":"Charlotte’s council","id":"gn4460243"},"reason":"until a year after peace"}"#;
    let record = Record::from_line(line).unwrap();
    assert_eq!(record.to_line(), line);
    let mut table = Vec::new();
    write_table([&record], &mut table).unwrap();
    assert_eq!(read_table(&table), Ok(vec![record]));
    let elsewhere = line.replace(r#""state""#, r#""founded""#);
    assert!(Record::from_line(&elsewhere).unwrap_err().contains("a state, a fate"));

    let left = r#"{"record":"claim","source":"paper","locator":"p. 3","shape":{"link":{"subject":{"text":"A"},"kind":"member","object":{"text":"N"}}},"valid":"1990/2010-05","by":{"text":"the court","id":"court"},"reason":"no power to join"}"#;
    assert_eq!(Record::from_line(left).unwrap().to_line(), left);
    let joined = left.replace("1990/2010-05", "1990/..");
    assert!(Record::from_line(&joined).unwrap_err().contains("the end of a link"), "nobody ended it");
}

/// A sentence in the place of a state would be a tie of which nothing is known.
#[test]
fn a_state_is_one_of_a_closed_list() {
    let line = r#"{"record":"claim","source":"paper","locator":"p. 2","shape":{"attribute":{"entity":{"text":"San Jose–Ekaterinburg"},"attribute":"state","value":"active"}}}"#;
    assert!(Record::from_line(line).is_ok());
    let sentence = line.replace(r#""value":"active""#, r#""value":"The council voted for a letter.""#);
    let refusal = Record::from_line(&sentence).unwrap_err();
    assert!(refusal.contains("state of an agreement") && refusal.contains("suspended"), "{refusal}");
}

/// What version 3 added goes through lines and tables.
#[test]
fn money_has_a_purpose_and_a_currency() {
    let line = r#"{"record":"claim","source":"gao","locator":"p. 2","shape":{"count":{"scope":{"subject":{"level":"state"},"counting":"money","purpose":"promotion of exports","wording":"what states spend"},"quantity":{"low":75000000,"high":75000000,"unit":"USD"}}},"valid":"2015"}"#;
    let record = Record::from_line(line).unwrap();
    assert_eq!(record.to_line(), line);
    let mut table = Vec::new();
    write_table([&record], &mut table).unwrap();
    assert_eq!(read_table(&table), Ok(vec![record]));
    let refused = |from: &str, to: &str| Record::from_line(&line.replace(from, to)).unwrap_err();
    assert!(refused("USD", "dollars").contains("no currency"));
    assert!(refused(r#","purpose":"promotion of exports""#, "").contains("purpose"));
    assert!(refused(r#""counting":"money""#, r#""counting":"subjects""#).contains("only money"));
}

#[test]
fn what_a_place_seeks_is_an_issue_area() {
    let line = r#"{"record":"claim","source":"clair","locator":"row 1","shape":{"attribute":{"entity":{"text":"Nagi"},"attribute":"seeks","value":"culture and education"}}}"#;
    assert_eq!(Record::from_line(line).unwrap().to_line(), line);
    let wrong = line.replace("culture and education", "a friend");
    assert!(Record::from_line(&wrong).unwrap_err().contains("issue area"));
}
