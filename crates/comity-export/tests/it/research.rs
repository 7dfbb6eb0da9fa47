//! Graphs and panels as other programs read them.

use std::collections::BTreeMap;

use comity_answer::{CachedSnapshot, PanelArgs, ProjectionArgs, TieGraphArgs, panel, projection, tie_graph};
use comity_export::{Edition, write_codebook, write_gexf, write_graphml, write_panel};
use comity_model::{Day, Seq};
use expect_test::expect;
use roxmltree::{Document, Node};

const WORLD: &str = r#"
    nation us country=US
    city boston "Boston <&> 'Hub'" in us at=42.36,-71.06
    city lyon
    network c40
    source list report 2019 "A list"
    boston member c40 2005/2010 per list
    boston member c40 2012/.. per list observed=2019
    boston backs c40 2012 per list kind=staff
    lyon member c40 per list observed=2019
    attribute c40 founded 2005-10 per list
"#;

fn world() -> CachedSnapshot {
    CachedSnapshot::new(comity_fixtures::small_world(WORLD))
}

fn edition() -> Edition {
    Edition { version: "0.1.0".to_owned(), known: Seq(7), head: "9f3a".repeat(16), content: String::new() }
}

fn text(write: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes);
    String::from_utf8(bytes).unwrap()
}

fn all<'a>(document: &'a Document<'a>, name: &'a str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name(name)).collect()
}

fn ties(gexf: bool) -> String {
    let world = world();
    let graph = tie_graph(
        &world,
        &TieGraphArgs::read(&world, Day::from_ymd(2026, 11, 24), &BTreeMap::new()).unwrap(),
    )
    .unwrap();
    text(|out| {
        let written = if gexf {
            write_gexf(&graph, &edition(), "", out).unwrap()
        } else {
            write_graphml(&graph, &edition(), "", out).unwrap()
        };
        assert_eq!(written, 6, "three nodes, three edges");
    })
}

#[test]
fn graphml_has_each_tie_once_and_keeps_parallel_ones_apart() {
    let written = ties(false);
    let document = Document::parse(&written).unwrap();
    assert_eq!(all(&document, "node").len(), 3);
    assert_eq!(all(&document, "edge").len(), 3);
    let keys: Vec<&str> = all(&document, "key").iter().filter_map(|key| key.attribute("id")).collect();
    for data in all(&document, "data") {
        assert!(keys.contains(&data.attribute("key").unwrap()), "{data:?}");
        assert!(data.text().is_some_and(|text| !text.is_empty()), "what is not known is left out: {data:?}");
    }
    let label =
        all(&document, "data").into_iter().find_map(|data| data.text().filter(|text| text.contains("Hub")));
    assert_eq!(label, Some("Boston <&> 'Hub', Us"));
}

#[test]
fn gexf_has_intervals_and_no_timestamps() {
    let written = ties(true);
    let document = Document::parse(&written).unwrap();
    assert_eq!(all(&document, "node").len(), 3);
    let edges = all(&document, "edge");
    assert_eq!(edges.len(), 3);
    let kinds: Vec<&str> = edges.iter().filter_map(|edge| edge.attribute("kind")).collect();
    assert_eq!(kinds, ["member", "backs", "member"]);
    let spells: Vec<String> = all(&document, "spell")
        .iter()
        .map(|spell| format!("{:?} {:?}", spell.attribute("start"), spell.attribute("end")))
        .collect();
    expect![[r#"
        Some("2005-10-01") None
        Some("2005-01-01") Some("2010-12-31")
        Some("2012-01-01") None
        Some("2012-01-01") Some("2012-12-31")"#]]
    .assert_eq(&spells.join("\n"));
    assert!(!written.contains("timestamp"), "{written}");
    assert_eq!(written, ties(true), "the same bytes");
}

#[test]
fn a_projection_has_weights_and_no_time() {
    let world = world();
    let told = BTreeMap::from([("at".to_owned(), "2019".to_owned())]);
    let asked = ProjectionArgs::read(&world, Day::from_ymd(2026, 11, 24), &told).unwrap();
    let graph = projection(&world, &asked);
    let written = text(|out| {
        write_gexf(&graph, &edition(), "2019", out).unwrap();
    });
    let document = Document::parse(&written).unwrap();
    let edges = all(&document, "edge");
    assert_eq!(edges.len(), 1, "{written}");
    assert_eq!(edges[0].attribute("weight"), Some("1"));
    assert!(all(&document, "spell").is_empty());
}

/// A claim's id or the release.
fn is_own(cell: &str) -> bool {
    cell.len() == 24 || cell.starts_with("0.1.0+7.9f3a")
}

#[test]
fn a_panel_has_a_line_for_each_year() {
    let world = world();
    let told = [("from", "2010"), ("to", "2012")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let asked = PanelArgs::read(&world, Day::from_ymd(2026, 11, 24), &BTreeMap::from(told)).unwrap();
    let panel = panel(&world, &asked).unwrap();
    let written = text(|out| assert_eq!(write_panel(&panel, &edition(), out).unwrap(), 6));
    let plain: Vec<String> = written
        .lines()
        .map(|line| line.split(',').filter(|cell| !is_own(cell)).collect::<Vec<_>>().join(","))
        .collect();
    expect![[r#"
        entity_id,entity,entity_kind,country,network_id,network,year,code,last_seen,completeness,claims,sources,release
        boston,"Boston <&> 'Hub', Us",city,US,c40,C40,2010,carried,2019,,list
        boston,"Boston <&> 'Hub', Us",city,US,c40,C40,2011,over,,,,
        boston,"Boston <&> 'Hub', Us",city,US,c40,C40,2012,observed,,,list
        lyon,Lyon,city,,c40,C40,2010,not-placed,2019,,list
        lyon,Lyon,city,,c40,C40,2011,not-placed,2019,,list
        lyon,Lyon,city,,c40,C40,2012,not-placed,2019,,list"#]].assert_eq(&plain.join("\n"));
}

#[test]
fn the_codebook_names_every_column_of_the_files() {
    let book = text(|out| write_codebook(&edition(), out).unwrap());
    let world = world();
    let asked = PanelArgs::read(&world, Day::from_ymd(2026, 11, 24), &BTreeMap::new()).unwrap();
    let panel = panel(&world, &asked).unwrap();
    let csv = text(|out| {
        write_panel(&panel, &edition(), out).unwrap();
    });
    for column in csv.lines().next().unwrap().split(',') {
        assert!(book.contains(&format!("| `{column}` |")), "{column}");
    }
    let graphml = ties(false);
    let document = Document::parse(&graphml).unwrap();
    let of_rows = all(&document, "key").into_iter().filter(|key| key.attribute("for") != Some("graph"));
    for name in of_rows.filter_map(|key| key.attribute("attr.name")).filter(|name| *name != "label") {
        assert!(book.contains(&format!("| `{name}` |")), "{name}");
    }
    for code in comity_answer::PanelCode::ALL {
        assert!(book.contains(&format!("| `{code}` |")), "{code}");
    }
}
