//! What readers take along and follow: references, feeds, what search engines read, the checked document.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use comity_web::{Admission, Hosts};
use serde_json::Value;

use crate::visitor::{Visitor, access, links, words};

/// Pages that are cited, and where their references are.
const CITED: [(&str, &str); 6] = [
    ("/entities/gn5128581", "/entities/gn5128581/cite"),
    ("/entities/gn5128581?at=2019", "/entities/gn5128581/cite"),
    ("/ask/with?subject=rochester&object=japan", "/ask/with/cite"),
    ("/sources/twin-list", "/sources/twin-list/cite"),
    ("/files", "/files/cite"),
    ("/checked", "/checked/cite"),
];

#[tokio::test]
async fn every_page_that_is_cited_leads_to_its_reference_in_four_forms() {
    let reader = Visitor::at_home().await;
    for (page, folder) in CITED {
        let html = reader.page(page).await;
        let forms: Vec<String> =
            links(&html).into_iter().filter(|link| link.starts_with(&format!("{folder}/"))).collect();
        assert_eq!(forms.len(), 4, "{page}: {forms:?}");
        for form in forms {
            let reply = reader.get(&form).await;
            assert_eq!(reply.status, StatusCode::OK, "{form}: {}", reply.text);
            let media = reply.header(&header::CONTENT_TYPE);
            let fits =
                match form.split(['?', '/']).find(|part| ["apa", "bibtex", "ris", "csl"].contains(part)) {
                    Some("bibtex") => reply.text.starts_with("@misc{") && media.contains("bibtex"),
                    Some("ris") => reply.text.ends_with("ER  - \r\n") && media.contains("research-info"),
                    Some("csl") => {
                        serde_json::from_str::<Value>(&reply.text).is_ok() && media.contains("csl+json")
                    }
                    _ => {
                        words(&html).contains(&reply.text.replace('&', "&#38;"))
                            && media.starts_with("text/plain")
                    }
                };
            assert!(fits, "{form}: {}", reply.text);
        }
    }
}

#[tokio::test]
async fn the_address_in_a_reference_shows_the_same_after_the_register_has_grown() {
    let reader = Visitor::at_home().await;
    let csl = reader.json("/entities/gn5128581/cite/csl?at=2019&limit=3").await;
    let address = csl[0]["URL"].as_str().unwrap();
    let address = address.strip_prefix("http://127.0.0.1:8420").unwrap().to_owned();
    assert!(address.starts_with("/entities/gn5128581?limit=3&at=2019&known=%23"), "{address}");
    let before = reader.json(&format!("/api/v1{address}")).await;
    let reader = reader.with_the_atlas().await;
    assert_eq!(reader.json(&format!("/api/v1{address}")).await, before);
    let now = reader.json("/api/v1/entities/gn5128581?at=2019").await;
    assert_ne!(now["moment"]["known"], before["moment"]["known"]);
    let again = reader
        .json(&format!("/entities/gn5128581/cite/csl{}", address.replace("/entities/gn5128581", "")))
        .await;
    assert_eq!(again, csl, "a reference to an earlier state is of that state");
}

#[tokio::test]
async fn a_public_server_is_cited_and_followed_by_its_name() {
    let hosts = Hosts::new("127.0.0.1:8420".parse().unwrap(), vec!["comity.example".parse().unwrap()]);
    let reader = Visitor::let_in_by(Admission { hosts, ..access() }).await;
    let csl = reader.json("/entities/c40/cite/csl").await;
    let address = csl[0]["URL"].as_str().unwrap();
    assert!(address.starts_with("https://comity.example/entities/c40?"), "{address}");
    for feed in ["/feed.atom", "/entities/c40/feed.atom"] {
        let feed = reader.page(feed).await;
        assert!(feed.contains("<id>tag:comity.example,2026:/"), "{feed}");
        assert!(feed.contains("https://comity.example/") && !feed.contains("127.0.0.1"), "{feed}");
    }
}

#[tokio::test]
async fn a_reference_keeps_what_its_page_takes_and_nothing_else() {
    let reader = Visitor::at_home().await;
    for page in ["/entities/c40/cite/csl?limit=3", "/ask/memberships/cite/csl?entity=gn1850147"] {
        let plain = reader.json(page).await;
        let address = plain[0]["URL"].as_str().unwrap();
        assert!(address.contains(page.split('?').next_back().unwrap()), "{address}");
    }
    let plain = reader.json("/entities/c40/cite/csl?limit=3").await;
    for stray in ["fbclid=x", "a%23b=1"] {
        let cited = reader.json(&format!("/entities/c40/cite/csl?limit=3&{stray}")).await;
        assert_eq!(cited, plain, "{stray}");
    }
}

#[tokio::test]
async fn a_data_set_covers_the_days_that_its_address_names() {
    let reader = Visitor::at_home().await;
    for (page, covers) in [
        ("/ask/with?subject=rochester&object=japan&at=2019", Some("2019")),
        ("/ask/timeline?entity=c40", None),
        ("/ask/timeline?entity=c40&at=2019", None),
        ("/ask/conflicts", None),
        ("/ask/change?from=2010&to=2020", Some("2010/2020")),
    ] {
        assert_eq!(linked(&reader, page).await["temporalCoverage"].as_str(), covers, "{page}");
    }
}

#[tokio::test]
async fn a_source_is_cited_as_itself_and_a_claim_with_its_source() {
    let reader = Visitor::at_home().await;
    let source = reader.json("/sources/city-paper/cite/csl").await;
    assert_eq!(source[0]["title"], "The <b>City</b> Paper");
    assert_eq!(source[0]["type"], "article-newspaper");
    assert_eq!(source[0]["issued"]["date-parts"][0], serde_json::json!([2022, 3, 18]));
    assert!(
        source[0]["URL"].is_null() && source[0]["author"].is_null(),
        "no script for an address: {source}"
    );
    let claims = reader.json("/api/v1/claims?source=city-paper").await;
    let id = claims["claims"]["items"][0]["held"]["id"].as_str().unwrap();
    let claim = reader.json(&format!("/claims/{id}/cite/csl")).await;
    let title = claim[0]["title"].as_str().unwrap();
    assert!(title.contains("according to The <b>City</b> Paper, page 4"), "{title}");
    assert_eq!(claim[0]["author"][0]["literal"], "Comity");
}

#[tokio::test]
async fn what_cannot_be_cited_is_refused_by_name() {
    let reader = Visitor::at_home().await;
    for (url, says) in [
        ("/entities/nobody/cite/ris", "no entity nobody"),
        ("/entities/c40/cite/docx", "no form of a reference called docx"),
        ("/claims/x/cite/apa", "no claim x"),
        ("/sources/none/cite/apa", "no source none"),
        ("/checked?source=none", "no source none"),
        ("/entities/nobody/feed.atom", "no entity nobody"),
    ] {
        let reply = reader.get(&format!("/api/v1{url}")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{url}");
        assert!(reply.text.contains(says), "{url}: {}", reply.text);
    }
}

#[tokio::test]
async fn feeds_are_found_read_and_not_sent_twice() {
    let reader = Visitor::before_the_atlas().await;
    let home = reader.page("/").await;
    assert!(
        home.contains("type=\"application/atom+xml\"") && links(&home).contains(&"/feed.atom".to_owned())
    );
    let page = reader.page("/entities/c40").await;
    assert!(links(&page).contains(&"/entities/c40/feed.atom".to_owned()));
    for (feed, most, says) in
        [("/feed.atom", 50, "twin_towns.csv"), ("/entities/c40/feed.atom", 50, "According to")]
    {
        let reply = reader.get(feed).await;
        assert_eq!(reply.header(&header::CONTENT_TYPE), "application/atom+xml; charset=utf-8");
        let entries = reply.text.matches("<entry>").count();
        assert!((1..=most).contains(&entries) && reply.text.contains(says), "{feed}: {}", reply.text);
        let ids: std::collections::BTreeSet<&str> =
            reply.text.split("<id>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        assert_eq!(ids.len(), entries + 1, "every id is of one thing: {feed}");
        assert!(ids.iter().all(|id| id.starts_with("tag:127.0.0.1,2026:/")), "{ids:?}");
        let times: Vec<&str> =
            reply.text.split("<updated>").skip(2).map(|rest| rest.split('<').next().unwrap()).collect();
        assert!(times.is_sorted_by(|a, b| a >= b), "the newest first: {times:?}");
        let tag = reply.header(&header::ETAG);
        let again = Request::get(feed).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
        assert_eq!(reader.send(again).await.status, StatusCode::NOT_MODIFIED);
    }
}

/// The data that pages carry for programs.
async fn linked(reader: &Visitor, page: &str) -> Value {
    let html = reader.page(page).await;
    let (_, rest) =
        html.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("{page}"));
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[tokio::test]
async fn pages_say_to_programs_what_they_are_about() {
    let reader = Visitor::at_home().await;
    let city = linked(&reader, "/entities/gn5128581").await;
    assert_eq!((&city["@type"], &city["name"]), (&"City".into(), &"New York City".into()));
    assert_eq!(city["@id"], "http://127.0.0.1:8420/entities/gn5128581");
    assert_eq!(city["sameAs"], serde_json::json!(["https://sws.geonames.org/5128581/"]));
    assert_eq!(city["geo"]["latitude"], 40.71);
    assert_eq!(city["containedInPlace"]["name"], "New York");
    assert_eq!(linked(&reader, "/entities/gn1861060").await["@type"], "Country");
    let hostile = linked(&reader, "/entities/hostile").await;
    assert_eq!(hostile["name"], "<script>alert(1)</script>\" onload=\"x");
    let answer = linked(&reader, "/ask/with?subject=rochester&object=japan").await;
    assert_eq!(answer["@type"], "Dataset");
    for file in answer["distribution"].as_array().unwrap() {
        let address = file["contentUrl"].as_str().unwrap().strip_prefix("http://127.0.0.1:8420").unwrap();
        let reply = reader.get(address).await;
        assert_eq!(reply.status, StatusCode::OK, "{address}");
        assert!(reply.header(&header::CONTENT_TYPE).starts_with(file["encodingFormat"].as_str().unwrap()));
    }
    assert_eq!(linked(&reader, "/files").await["@type"], "Dataset");
}

#[tokio::test]
async fn the_note_is_shown_by_verdict_with_what_would_change_it() {
    let reader = Visitor::before_the_atlas().await;
    for page in ["/", "/about"] {
        assert!(links(&reader.page(page).await).contains(&"/checked".to_owned()), "{page}");
    }
    let document = reader.json("/api/v1/checked").await;
    assert_eq!(document["source"]["id"], "cidob-note-302");
    let groups = document["groups"].as_array().unwrap();
    let counted: u64 = groups.iter().map(|group| group["n"].as_u64().unwrap()).sum();
    let asked = reader.json("/api/v1/ask/checked?source=cidob-note-302").await;
    assert_eq!(document["summary"], asked["summary"], "page and question say the same");
    assert_eq!(asked["indicators"][0]["value"].as_f64(), Some(50.0));
    assert_eq!(counted, 50);
    let first = reader.json("/api/v1/checked?limit=1").await;
    for (group, whole) in first["groups"].as_array().unwrap().iter().zip(groups) {
        assert_eq!((&group["n"], &group["statements"][0]), (&whole["n"], &whole["statements"][0]));
        assert_eq!(group["statements"].as_array().unwrap().len(), 1);
    }
    let page = reader.page("/checked?limit=1").await;
    assert_eq!(page.matches("<article").count(), groups.len());
    assert!(words(&page).contains("more with this verdict are not shown."), "{page}");
    let page = words(&reader.page("/checked").await);
    assert!(!page.contains("not shown."), "{page}");
    for group in groups {
        assert!(page.contains(group["means"].as_str().unwrap()), "{}", group["title"]);
        for statement in group["statements"].as_array().unwrap() {
            let gravest = &statement["parts"][0];
            assert_eq!(gravest["verdict"], group["verdict"], "{statement:#}");
            let sides = ["for", "against"].into_iter().flat_map(|side| gravest[side].as_array().unwrap());
            for says in sides.map(|evidence| evidence["says"].as_str().unwrap()) {
                assert!(!says.starts_with("since ") && says != "date unknown", "who, and what: {says}");
            }
            let change = gravest["would_change"].as_str().unwrap();
            assert!(change.ends_with('.') && page.contains(change), "{change}");
        }
    }
}

#[tokio::test]
async fn without_a_document_the_page_says_so() {
    let reader = Visitor::before_bodies(None).await;
    let page = words(&reader.page("/checked").await);
    assert!(page.contains("No document on file has labelled statements"), "{page}");
}
