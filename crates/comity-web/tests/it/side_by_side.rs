//! The brief and the comparison: what they leave out they count, and what nobody searched they do not call none.

use axum::http::StatusCode;
use axum::http::header::LOCATION;
use serde_json::Value;

use crate::visitor::{Visitor, links, words};

/// The part of a brief that stands under a title.
#[track_caller]
fn part<'b>(brief: &'b Value, title: &str) -> &'b Value {
    let parts = brief["parts"].as_array().unwrap();
    parts.iter().find(|part| part["title"] == title).unwrap_or_else(|| panic!("{title}: {parts:#?}"))
}

#[tokio::test]
async fn a_brief_of_two_names_partner_neighbours_network_and_what_is_to_be_checked() {
    let reader = Visitor::at_home().await;
    let brief = reader.json("/api/v1/brief?of=gn5140405&with=japan").await;
    let tie = &part(&brief, "Agreements")["lines"][0];
    assert_eq!(tie["name"], "Fukui, Japan (population 262,328)");
    assert_eq!(tie["sources"][0], 1);
    assert!(tie["claims"].as_str().unwrap().starts_with("/claims?ids="), "{tie}");
    let around = part(&brief, "Around you, in New York");
    assert!(around["lines"].as_array().unwrap().iter().any(|line| line["says"] == "New York City–Tokyo"));
    let country = reader.json("/api/v1/brief?of=gn6252001&with=japan").await;
    assert!(!part(&country, "To check")["lines"].as_array().unwrap().is_empty());
    let city = reader.json("/api/v1/brief?of=gn5128581&with=japan").await;
    assert_eq!(part(&city, "Shared networks")["lines"][0]["name"], "C40 Cities");
}

#[tokio::test]
async fn a_brief_says_what_was_not_searched() {
    let reader = Visitor::at_home().await;
    let brief = reader.json("/api/v1/brief?of=gn5140405&with=japan").await;
    let offices = part(&brief, "Offices on file");
    assert_eq!((&offices["none"], &offices["is_searched"]), (&"not yet searched".into(), &false.into()));
    let page = words(&reader.page("/brief?of=gn5140405&with=japan").await);
    assert!(page.contains("Not yet searched: events"), "{page}");
    assert!(page.contains("none found in member lists of 2 of 2 networks"), "{page}");
}

#[tokio::test]
async fn pages_of_two_and_of_one_lead_to_their_brief() {
    let reader = Visitor::at_home().await;
    let with = reader.page("/ask/with?subject=rochester&object=japan").await;
    assert!(links(&with).contains(&"/brief?of=gn5134086&with=gn1861060".to_owned()), "{:?}", links(&with));
    for page in ["/entities/gn5134086", "/entities/gn1861060"] {
        assert!(links(&reader.page(page).await).iter().any(|link| link.starts_with("/brief?of=")), "{page}");
    }
    assert!(reader.page("/brief").await.contains("name=\"of\""));
}

#[tokio::test]
async fn a_comparison_takes_up_to_five_and_two_sources_are_compared_as_lists() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/compare?a=gn5128581&a=gn5134086").await;
    let shared = words(&page);
    assert!(shared.contains("Agreements on record"), "{shared}");
    let many = "/compare?a=gn5128581&a=gn5134086&a=gn5140405&a=gn1850147&a=gn1863983&a=c40";
    assert_eq!(reader.get(many).await.status, StatusCode::BAD_REQUEST);
    let lists = reader.get("/compare?a=twin-list&a=city-paper").await;
    assert_eq!(lists.status, StatusCode::SEE_OTHER);
    assert_eq!(lists.header(&LOCATION), "/ask/compare?a=twin-list&b=city-paper");
    assert_eq!(reader.get("/compare?a=no-such-place-anywhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_a_state_what_is_of_its_own_ties_alone_says_so() {
    let reader = Visitor::at_home().await;
    let compared = reader.json("/api/v1/compare?a=gn5128638&a=gn5134086").await;
    let rows = compared["rows"].as_array().unwrap();
    let cell = |id: &str| &rows.iter().find(|row| row["id"] == id).unwrap()["cells"][0];
    let figure = cell("on-record")["facts"].as_array().unwrap().last().unwrap();
    assert!(figure["words"].as_str().unwrap().ends_with(" of its places"), "{figure}");
    for id in ["first", "dated", "several", "confirmed", "newest", "shared", "alone"] {
        let cell = cell(id);
        let own = cell["facts"].as_array().unwrap().last().map_or(&cell["none"], |fact| &fact["words"]);
        assert_eq!(own, "not worked out for its places", "{id}: {cell}");
    }
}

#[tokio::test]
async fn too_many_names_are_refused_before_any_is_looked_for() {
    let reader = Visitor::at_home().await;
    let many = format!("/compare?a={}", ["no-such-place"; 6].join("&a="));
    assert_eq!(reader.get(&many).await.status, StatusCode::BAD_REQUEST);
    // Of what may be said once, the last is taken.
    let brief = reader.json("/api/v1/brief?of=no-such-place&of=gn5140405&with=japan").await;
    assert_eq!(brief["of"]["id"], "gn5140405");
}
