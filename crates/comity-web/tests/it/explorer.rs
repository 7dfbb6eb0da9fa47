//! What is taken away from the explorer, and pages for the frames of others.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;

use crate::visitor::{Reply, Visitor, link_to, links};

const FILES: [(&str, &str); 6] = [
    ("data.zip", "application/zip"),
    ("ties.csv", "text/csv; charset=utf-8"),
    ("ties.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ties.geojson", "application/geo+json"),
    ("ties.gexf", "application/xml"),
    ("ties.json", "application/json"),
];

#[tokio::test]
async fn the_explorer_offers_the_files_of_its_address() {
    let reader = Visitor::at_home().await;
    let offered = links(&reader.page("/explore?entity=gn5128581&at=2019&of=FR&stopped=yes").await);
    for (file, media) in FILES {
        let address = format!(
            "/explore/{file}?entity=gn5128581&at=2019&layer=agreements,networks&undated=on-record&stopped=no"
        );
        assert!(offered.contains(&address), "{address}: {offered:?}");
        let reply = reader.get(&address).await;
        assert_eq!((reply.status, reply.header(&header::CONTENT_TYPE)), (StatusCode::OK, media), "{file}");
        assert_eq!(reader.get(&format!("/api/v1{address}")).await.text, reply.text, "the same bytes");
    }
    let missing = reader.get("/explore/ties.dta?at=2019").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.text.contains("/explore/ties.csv"), "{}", missing.text);
}

#[tokio::test]
async fn the_files_beside_the_list_have_the_ties_of_the_list() {
    let reader = Visitor::before_the_atlas().await;
    for look in [
        "",
        "of=US&undated=no&stopped=yes",
        "at=1990",
        "at=2025",
        "at=2026-11-01",
        "at=2019&layer=Agreements",
        "entity=c40&at=2019",
        "entity=gn6252001&with=gn2017370",
        "entity=gn6252001&with=gn2017370&at=2010",
    ] {
        let map = reader.json(&format!("/api/v1/map?{look}")).await;
        let listed: u64 = map["ties"].as_array().unwrap().iter().map(|tie| tie["n"].as_u64().unwrap()).sum();
        let page = reader.page(&format!("/explore?{look}")).await;
        let csv = reader.page(&link_to(&page, "/explore/ties.csv")).await;
        let rows = csv::Reader::from_reader(csv.as_bytes()).records().count();
        assert_eq!(rows as u64, listed, "{look}");
    }
}

#[tokio::test]
async fn words_of_an_address_are_read_in_any_case() {
    let reader = Visitor::before_the_atlas().await;
    let written = reader.page("/explore/ties.csv?at=1990&layer=agreements&undated=yes&stopped=no").await;
    let shouted = reader.page("/explore/ties.csv?at=1990&layer=AGREEMENTS&undated=Yes&stopped=NO").await;
    assert_eq!(shouted, written);
}

#[tokio::test]
async fn each_form_has_the_same_ties() {
    let reader = Visitor::before_the_atlas().await;
    for look in
        ["at=1990", "of=US", "of=RU-US&at=2022&stopped=yes", "entity=c40&at=2019", "at=1990&undated=yes"]
    {
        let view = reader.json(&format!("/explore/ties.json?{look}")).await;
        let ties = view["ties"].as_array().unwrap().len();
        let counts = &view["counts"];
        let shown = ["on_record", "undated", "stopped"].map(|sort| counts[sort].as_u64().unwrap());
        assert_eq!(shown.iter().sum::<u64>(), ties as u64, "{look}: {counts}");
        assert!(ties > 0, "{look}");
        let csv = reader.page(&format!("/explore/ties.csv?{look}")).await;
        let rows = csv::Reader::from_reader(csv.as_bytes()).records().count();
        let gexf = reader.page(&format!("/explore/ties.gexf?{look}")).await;
        let geojson = reader.json(&format!("/explore/ties.geojson?{look}")).await;
        let features = geojson["features"].as_array().unwrap();
        let lines = features.iter().filter(|one| one["properties"]["state"] != Value::Null).count();
        assert_eq!((rows, gexf.matches("<edge ").count(), lines), (ties, ties, ties), "{look}");
    }
}

#[tokio::test]
async fn what_no_look_can_be_is_refused() {
    let reader = Visitor::at_home().await;
    for (look, status) in [
        ("undated=perhaps", StatusCode::BAD_REQUEST),
        ("layer=friends", StatusCode::BAD_REQUEST),
        ("layer=posts", StatusCode::BAD_REQUEST),
        ("of=two+words", StatusCode::BAD_REQUEST),
        ("at=yesterday", StatusCode::BAD_REQUEST),
        ("of=nowhere", StatusCode::NOT_FOUND),
        ("entity=nowhere", StatusCode::NOT_FOUND),
    ] {
        let reply = reader.get(&format!("/explore/ties.csv?{look}")).await;
        assert_eq!(reply.status, status, "{look}: {}", reply.text);
        if look.starts_with("of=") || look.starts_with("entity=") {
            assert_eq!(
                reader.get(&format!("/embed/explore?{look}")).await.status,
                status,
                "{look} in a frame"
            );
        }
    }
}

const EMBEDDED: [&str; 2] =
    ["/embed/explore?entity=c40&at=2019", "/embed/ask/connected/charts/most-connected?at=2019"];

/// What a browser is told of frames, in both headers.
async fn policy(reader: &Visitor, url: &str) -> (String, String, Reply) {
    let reply = reader.get(url).await;
    let policy = reply.header(&header::CONTENT_SECURITY_POLICY).to_owned();
    (policy, reply.header(&header::X_FRAME_OPTIONS).to_owned(), reply)
}

#[tokio::test]
async fn only_embedded_pages_may_be_framed() {
    let reader = Visitor::at_home().await;
    for url in ["/", "/explore", "/ask/connected", "/explore/ties.csv", "/embed", "/api/v1/map.bin"] {
        let (policy, frames, _) = policy(&reader, url).await;
        assert!(policy.ends_with("frame-ancestors 'none'") && frames == "DENY", "{url}: {policy}, {frames}");
    }
    for url in EMBEDDED {
        let (policy, frames, reply) = policy(&reader, url).await;
        assert_eq!(reply.status, StatusCode::OK, "{url}: {}", reply.text);
        assert!(policy.ends_with("frame-ancestors *") && frames.is_empty(), "{url}: {policy}, {frames}");
        let again = Request::get(url).header(header::IF_NONE_MATCH, reply.header(&header::ETAG));
        let again = reader.send(again.body(Body::empty()).unwrap()).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED);
        assert!(again.header(&header::CONTENT_SECURITY_POLICY).ends_with("frame-ancestors *"));
        assert!(again.headers.get(header::X_FRAME_OPTIONS).is_none(), "a browser would keep it");
    }
}

#[tokio::test]
async fn a_refusal_may_be_framed_where_its_page_may() {
    let reader = Visitor::at_home().await;
    for url in ["/embed/explore?entity=nowhere", "/embed/ask/connected/charts/none", "/embed/nothing"] {
        let (policy, frames, reply) = policy(&reader, url).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{url}");
        assert!(policy.ends_with("frame-ancestors *") && frames.is_empty(), "{url}: {policy}, {frames}");
        assert!(
            reply.text.contains("<base target=\"_blank\">") && !reply.text.contains("<form"),
            "{}",
            reply.text
        );
    }
}

#[tokio::test]
async fn an_embedded_page_has_title_source_and_a_link_back_and_nothing_to_press() {
    let reader = Visitor::at_home().await;
    for (url, back) in EMBEDDED.into_iter().zip(["/explore?entity=c40&at=2019", "/ask/connected?at=2019"]) {
        let page = reader.page(url).await;
        assert!(links(&page).contains(&back.to_owned()), "{page}");
        assert!(page.contains("<h1>") && page.contains("Source: Comity, release "), "{page}");
        assert!(!page.contains("<form") && !page.contains("<nav"), "{page}");
        assert!(page.contains("<base target=\"_blank\">"), "our other pages may not be framed");
    }
    assert_eq!(reader.get("/embed/ask/connected/charts/none").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_code_under_a_chart_leads_to_it_for_ever() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/ask/connected?at=2019").await;
    let (_, code) = page.split_once("&#60;iframe src=&#34;").unwrap_or_else(|| panic!("{page}"));
    let address = code.split_once("&#34;").unwrap().0.replace("&#38;amp;", "&");
    let address = address.strip_prefix("http://127.0.0.1:8420").unwrap();
    assert!(
        address.starts_with("/embed/ask/connected/charts/") && address.contains("known=%23"),
        "{address}"
    );
    assert!(reader.page(address).await.contains("<figure class=\"chart\">"));
}
