//! Feeds as a reader of feeds gets them.

use comity_export::{Feed, FeedEntry, write_atom};
use roxmltree::{Document, Node};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn feed(titles: &[&str]) -> Feed {
    let entry = |(n, title): (usize, &&str)| FeedEntry {
        id: format!("tag:comity.example,2026:/changes/{n}"),
        title: (*title).to_owned(),
        updated: "2026-05-03T10:00:00Z".to_owned(),
        author: if n == 0 { String::new() } else { "Ana <&>".to_owned() },
        page: format!("https://comity.example/changes/{n}?a=1&b=2"),
        summary: format!("{title}: 3 entries"),
    };
    Feed {
        id: "tag:comity.example,2026:/feed.atom".to_owned(),
        title: "Comity".to_owned(),
        author: "Comity".to_owned(),
        updated: "2026-05-03T10:00:00Z".to_owned(),
        page: "https://comity.example/changes".to_owned(),
        own: "https://comity.example/feed.atom".to_owned(),
        entries: titles.iter().enumerate().map(entry).collect(),
    }
}

fn only<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let mut found = node.children().filter(|child| child.has_tag_name((ATOM, name)));
    let one = found.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(found.next().is_none(), "more than one {name}");
    one
}

#[test]
fn a_feed_has_all_that_the_standard_asks_for() {
    let hostile = ["A list", "</title><script>alert(1)</script>", "]]> & \u{1} \"quoted\" 紐約"];
    let written = write_atom(&feed(&hostile));
    let document = Document::parse(&written).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    for name in ["id", "title", "updated"] {
        assert!(!only(root, name).text().unwrap().is_empty(), "{name}");
    }
    assert_eq!(only(only(root, "author"), "name").text(), Some("Comity"));
    let rels: Vec<&str> = root.children().filter_map(|child| child.attribute("rel")).collect();
    assert_eq!(rels, ["self", "alternate"]);
    let entries: Vec<Node<'_, '_>> =
        root.children().filter(|child| child.has_tag_name((ATOM, "entry"))).collect();
    assert_eq!(entries.len(), 3);
    for (entry, title) in entries.iter().zip(hostile) {
        assert_eq!(only(*entry, "title").text().unwrap(), title.replace('\u{1}', "\u{FFFD}"));
        assert!(only(*entry, "link").attribute("href").unwrap().ends_with("?a=1&b=2"));
        assert!(!only(*entry, "id").text().unwrap().is_empty());
        assert_eq!(only(*entry, "updated").text(), Some("2026-05-03T10:00:00Z"));
        assert!(only(*entry, "summary").text().unwrap().ends_with(": 3 entries"));
        assert!(entry.descendants().all(|node| !node.has_tag_name("script")));
    }
    assert_eq!(only(only(entries[1], "author"), "name").text(), Some("Ana <&>"));
}
