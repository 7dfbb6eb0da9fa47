//! Pages and maps as nobody should write them: each is read, or ends in a limit that is named.

use comity_source::{Limits, ReadOptions, sheet_text};

fn refusal(file: &str, text: &str, limits: Limits) -> String {
    let options = ReadOptions { limits, ..ReadOptions::default() };
    sheet_text(file, text.as_bytes(), &options).unwrap_err().to_string()
}

#[test]
fn what_is_written_once_and_stands_everywhere_is_refused() {
    let limits = Limits { cells: 100_000, ..Limits::default() };
    let wide = "<td colspan=1000 rowspan=65534>x".repeat(2);
    let page = format!("<table><tr>{wide}{}</table>", "<tr><td>y".repeat(200));
    assert_eq!(
        refusal("a.html", &page, limits),
        "a.html has 2001 columns, more than the limit of 2000 columns"
    );
    let page = format!("<table><tr>{wide}{}</table>", "<tr>".repeat(200));
    assert_eq!(
        refusal("a.html", &page, limits),
        "a.html has 100001 cells, more than the limit of 100000 cells"
    );
    let deep: Vec<String> = (1..50).map(|depth| format!("{} x\n", "*".repeat(depth))).collect();
    let list = format!("{}{}", deep.concat(), format!("{} y\n", "*".repeat(60)).repeat(3_000));
    assert_eq!(
        refusal("a.wiki", &list, limits),
        "a.wiki has 100050 cells, more than the limit of 100000 cells"
    );
}

#[test]
fn a_large_page_or_map_is_refused() {
    let limits = Limits { page: 20, columns: 3, ..Limits::default() };
    let says = "bytes for a page or a map, more than the limit of 20 bytes for a page or a map";
    assert_eq!(refusal("a.html", "<table><tr><td>Lyon</table>", limits), format!("a.html has 27 {says}"));
    let map = r#"{"type":"FeatureCollection","features":[{"properties":{"a":1,"b":2,"c":3,"d":4}}]}"#;
    let limits = Limits { page: 1_000, ..limits };
    assert_eq!(
        refusal("a.geojson", map, limits),
        "a.geojson has 4 columns, more than the limit of 3 columns"
    );
    assert!(refusal("a.geojson", map.split_at(40).0, limits).contains("cannot be read"));
    assert!(refusal("a.geojson", r#"{"features": 3}"#, limits).contains("expected a list of features"));
}

#[test]
fn tags_left_open_cost_no_time() {
    for part in [
        "<table><tr><td>",
        "<ul><li>",
        "<a href=/wiki/x title=y>",
        "<b><h2>",
        "<sup>",
        "<caption><p>",
        "{|\n|",
        "<ref>",
        "== a\n",
    ] {
        for file in ["a.html", "a.wiki"] {
            let read = sheet_text(file, part.repeat(20_000).as_bytes(), &ReadOptions::default());
            assert!(read.is_err() || read.is_ok_and(|read| read.is_some()), "{part}");
        }
    }
}
