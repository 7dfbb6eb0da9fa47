//! Pages of every kind on the built-in atlas say nothing that readers did not understand.

use crate::visitor::{Visitor, words};

/// The phrases that are gone, a line each; the sources are searched for them as well.
const GONE: &str = include_str!("../../../comity-messages/tests/gone.txt");

/// Too short to be searched for: gone as a whole heading.
const GONE_HEADINGS: [&str; 4] = ["Claims", "Through", "Number", "Says who?"];

/// One of each kind at least.
const PAGES: [&str; 35] = [
    "/",
    "/explore",
    "/about/accessibility",
    "/about/design",
    "/ask",
    "/search?q=rochester",
    "/search?q=zzqqxx",
    "/entities",
    "/networks",
    "/sources",
    "/claims",
    "/changes",
    "/changes/1",
    "/review",
    "/review/set",
    "/review/duplicates",
    "/takedowns",
    "/about",
    "/files",
    "/checked",
    "/brief?of=gn5134086&with=japan",
    "/brief?of=united-states",
    "/compare?a=gn5134086&a=new-york-city",
    "/entities/nope",
    "/entities/c40",
    "/entities/gn5128581",
    "/entities/gn6252001",
    "/entities/gn1861060",
    "/ask/with?subject=united-states&object=russia",
    "/ask/members?network=c40",
    "/ask/between?a=chicago&b=shanghai",
    "/ask/memberships?entity=new-york-city",
    "/ask/compare?from=2010&to=2020&subject=new-york-city",
    "/ask/change?from=2010&to=2020&of=united-states&layers=networks",
    "/ask/presence?network=c40",
];

#[tokio::test]
async fn no_page_says_what_nobody_understood() {
    let reader = Visitor::before_the_atlas().await;
    let mut found = Vec::new();
    for page in PAGES {
        let html = reader.get(page).await.text;
        assert!(html.contains("<main id=\"main\""), "{page}: {html}");
        found.extend(faults(&html).into_iter().map(|fault| format!("{page}: {fault}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_is_gone_is_found_where_it_comes_back() {
    assert_eq!(faults("<p>It <b>may still</b> hold</p>"), ["may still hold"]);
    assert_eq!(faults("<th>Claims <span>↕</span></th>"), ["Claims as a heading"]);
    assert_eq!(faults("<th>Claims met</th><p data-x=\"may still hold\">Claims</p>"), [""; 0]);
}

fn faults(html: &str) -> Vec<String> {
    let seen = plain(html);
    let phrases = GONE.lines().filter(|phrase| seen.contains(*phrase)).map(str::to_owned);
    let headings = headings(html).into_iter().filter(|heading| GONE_HEADINGS.contains(&heading.as_str()));
    phrases.chain(headings.map(|heading| format!("{heading} as a heading"))).collect()
}

/// What stands over tables, parts and facts, without figures and signs.
fn headings(html: &str) -> Vec<String> {
    ["th", "h1", "h2", "h3", "dt", "summary"].into_iter().flat_map(|tag| under(html, tag)).collect()
}

fn under(html: &str, tag: &str) -> Vec<String> {
    let opening = format!("<{tag}");
    let whole = html.split(&opening).skip(1).filter(|part| part.starts_with(['>', ' ']));
    whole.map(|part| inner(part, tag)).collect()
}

fn inner(part: &str, tag: &str) -> String {
    let inside = part.split(&format!("</{tag}>")).next().unwrap();
    let said = plain(&format!("<{tag}{inside}"));
    said.trim_end_matches(|c: char| !c.is_alphabetic() && c != '?').to_owned()
}

fn plain(html: &str) -> String {
    let said = words(html).replace("&#39;", "'").replace("&#38;", "&");
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}
