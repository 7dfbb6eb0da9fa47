//! Pictures and tables of an answer as files.

use axum::http::{StatusCode, header};

use crate::visitor::{Visitor, link_to, links};

#[tokio::test]
async fn a_picture_on_a_page_is_the_file_it_offers_without_title_and_release() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/ask/connected?at=2019&known=batch:1").await;
    let svg = reader.get(&link_to(&page, "/ask/connected/charts/")).await;
    assert_eq!(svg.header(&header::CONTENT_TYPE), "image/svg+xml");
    let shapes = |text: &str| text.matches("<text").count();
    let (_, drawn) = page.split_once("<div class=\"drawing\"").unwrap();
    let (drawn, _) = drawn.split_once("</div>").unwrap();
    assert_eq!(shapes(drawn) + 2, shapes(&svg.text), "the page shows {drawn}, the file {}", svg.text);
    assert!(svg.text.contains("release 0.1.0+") && !drawn.contains("release 0.1.0+"), "{drawn}");
}

#[tokio::test]
async fn every_picture_has_its_png_and_its_table() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/ask/connected?at=2019").await;
    let files: Vec<String> = links(&page)
        .into_iter()
        .filter(|link| {
            link.starts_with("/ask/connected/charts/") || link.starts_with("/ask/connected/tables/")
        })
        .collect();
    assert!(files.iter().any(|file| file.contains(".png")), "{files:?}");
    for file in files {
        assert!(file.contains("at=2019"), "{file}");
        for door in ["", "/api/v1"] {
            let reply = reader.get(&format!("{door}{file}")).await;
            assert_eq!(reply.status, StatusCode::OK, "{door}{file}: {}", reply.text);
            let media = reply.header(&header::CONTENT_TYPE);
            let expected = match file.split(['.', '?']).nth(1).unwrap() {
                "svg" => "image/svg+xml",
                "png" => "image/png",
                _ => "text/csv; charset=utf-8",
            };
            assert_eq!(media, expected, "{file}");
        }
    }
}

#[tokio::test]
async fn a_missing_file_offers_those_there_are() {
    let reader = Visitor::at_home().await;
    for file in ["charts/none.svg", "charts/none.pdf", "tables/none.csv"] {
        let reply = reader.get(&format!("/api/v1/ask/connected/{file}?at=2019")).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{file}");
        assert!(reply.text.contains("/ask/connected/tables/"), "{}", reply.text);
    }
}

#[tokio::test]
async fn files_for_researchers_carry_their_release() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/files").await;
    assert!(page.contains("name=\"network\""), "{page}");
    for file in [
        "panel.csv?network=c40&from=2018&to=2020",
        "ties.graphml?at=2019&layers=networks",
        "ties.gexf",
        "projection.graphml?level=city&lang=zh",
        "projection.gexf",
        "codebook.md?at=2019",
    ] {
        let reply = reader.get(&format!("/files/{file}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{file}: {}", reply.text);
        assert!(reply.text.contains("0.1.0+"), "{file}: {}", reply.text);
        assert_eq!(reply.text, reader.get(&format!("/api/v1/files/{file}")).await.text, "the same bytes");
    }
    for wrong in ["panel.csv?netwrk=c40", "ties.graphml?layers=friends", "panel.csv?from=soon"] {
        assert_eq!(reader.get(&format!("/files/{wrong}")).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    assert_eq!(reader.get("/files/panel.dta").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn older_answers_have_files_too() {
    let reader = Visitor::at_home().await;
    for (page, file) in [
        ("members?network=c40", "members/tables/members.csv"),
        ("with?subject=rochester&object=japan", "with/tables/ties.csv"),
        ("profile?entity=c40", "profile/tables/ties.csv"),
        ("timeline?entity=c40", "timeline/tables/rows.csv"),
    ] {
        let (_, fields) = page.split_once('?').unwrap();
        let csv = reader.page(&format!("/ask/{file}?{fields}")).await;
        assert!(csv.lines().next().unwrap().ends_with("claims,release"), "{csv}");
    }
}
