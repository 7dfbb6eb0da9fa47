//! What every reply owes to caches, browsers and other sites.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use comity_web::SessionScope;

use crate::visitor::Visitor;

#[tokio::test]
async fn an_unchanged_page_is_not_sent_twice() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Edit).await;
    let first = reader.get("/sources").await;
    let etag = first.header(&header::ETAG).to_owned();
    let again = Request::get("/sources").header(header::IF_NONE_MATCH, &etag).body(Body::empty()).unwrap();
    let again = reader.send(again).await;
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    reader.post("/changes/1/undo", "why=wrong+file", &[]).await;
    let changed = Request::get("/sources").header(header::IF_NONE_MATCH, &etag).body(Body::empty()).unwrap();
    assert_eq!(reader.send(changed).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_reader_may_hold_several_editions_or_none() {
    let reader = Visitor::at_home().await;
    for url in ["/sources", "/static/site.css"] {
        let tag = reader.get(url).await.header(&header::ETAG).to_owned();
        let strong = tag.trim_start_matches("W/").to_owned();
        let other = strong.replacen('"', "\"W/", 1);
        for (held, status) in [
            (format!("\"x,y\", {tag}"), StatusCode::NOT_MODIFIED),
            (strong, StatusCode::NOT_MODIFIED),
            ("*".to_owned(), StatusCode::NOT_MODIFIED),
            (other, StatusCode::OK),
        ] {
            let again = Request::get(url).header(header::IF_NONE_MATCH, &held).body(Body::empty()).unwrap();
            let again = reader.send(again).await;
            assert_eq!(
                (again.status, again.text.is_empty()),
                (status, status != StatusCode::OK),
                "{url} {held}"
            );
        }
    }
    let nothing = Request::get("/entities/atlantis").header(header::IF_NONE_MATCH, "*").body(Body::empty());
    assert_eq!(reader.send(nothing.unwrap()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn browsers_are_told_what_is_allowed() {
    let reader = Visitor::at_home().await;
    for url in ["/", "/no/such/page", "/api/v1/sources"] {
        let reply = reader.get(url).await;
        assert!(reply.header(&header::CONTENT_SECURITY_POLICY).starts_with("default-src 'self'"), "{url}");
        assert_eq!(reply.header(&header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert_eq!(reply.header(&header::REFERRER_POLICY), "same-origin");
    }
}

#[tokio::test]
async fn a_form_too_long_is_refused() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Edit).await;
    let form = format!("why={}", "x".repeat(100_000));
    let reply = reader.post("/changes/1/undo", &form, &[]).await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn bad_dates_and_pages_are_named() {
    let reader = Visitor::at_home().await;
    for (url, says) in [
        ("/api/v1/sources?at=yesterday", "yesterday"),
        ("/api/v1/changes?limit=0", "limit"),
        ("/api/v1/changes?after=x", "after"),
        ("/api/v1/sources?known=%23999999", "#999999"),
        ("/api/v1/entities?kind=planet", "planet"),
    ] {
        let reply = reader.get(url).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{url}");
        assert!(reply.text.contains(says), "{url}: {}", reply.text);
    }
}

#[tokio::test]
async fn a_refusal_repeats_little_of_what_was_asked() {
    let reader = Visitor::at_home().await;
    let long = "x".repeat(5_000);
    for url in [
        format!("/api/v1/sources?at={long}"),
        format!("/api/v1/entities?kind={long}"),
        format!("/api/v1/ask/{long}"),
        format!("/api/v1/search?limit={long}"),
    ] {
        let reply = reader.get(&url).await;
        assert!(reply.status.is_client_error(), "{url}");
        let problem: serde_json::Value = serde_json::from_str(&reply.text).unwrap();
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.chars().count() <= 300, "{detail}");
    }
}

#[tokio::test]
async fn the_public_face_is_written_down() {
    let reader = Visitor::at_home().await;
    insta::assert_json_snapshot!(reader.json("/openapi.json").await);
}

#[tokio::test]
async fn styles_are_served_with_their_type() {
    let reader = Visitor::at_home().await;
    let reply = reader.get("/static/site.css").await;
    let missing = reader.get("/static/../Cargo.toml").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert_eq!(reply.status, StatusCode::OK, "web/dist is built before the tests");
    assert_eq!(reply.header(&header::CONTENT_TYPE), "text/css; charset=utf-8");
}
