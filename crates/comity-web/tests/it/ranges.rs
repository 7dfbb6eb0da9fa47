//! Every field of every address at its extremes: an answer or a short refusal, within the memory of the whole suite.

use axum::http::StatusCode;
use serde_json::Value;

use crate::visitor::{Reply, Visitor, encoded};

/// Characters of a refusal, whatever was sent.
const REFUSAL: usize = 300;

fn extremes() -> Vec<String> {
    let short = [
        "-1",
        "0",
        "9223372036854775807",
        "-9223372036854775808",
        "1e308",
        "NaN",
        "-0",
        "Y-170000002",
        "-40000",
        "9999-12-31",
        "../..",
        "1985/1984",
        "{1960,1961}",
        "XXXX",
        "\0",
        "\u{301}",
        "#99999999999",
    ];
    let long = ["a", "\u{301}", "א", ",", "9", "/", "%"].map(|text| text.repeat(10_000 / text.len()));
    short.into_iter().map(str::to_owned).chain(long).collect()
}

/// An address that answers, for each path with braces.
fn there(path: &str) -> String {
    let id = if path.starts_with("/changes") { "1" } else { "gn5134086" };
    let path = path
        .replace("/explore/{file}", "/explore/ties.csv")
        .replace("charts/{file}", "charts/ties.svg")
        .replace("tables/{file}", "tables/ties.csv");
    path.replace("{question}", "with").replace("{id}", id)
}

#[track_caller]
fn check(url: &str, reply: &Reply) {
    let shown: String = url.chars().take(80).collect();
    let broken = [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::GATEWAY_TIMEOUT].contains(&reply.status);
    assert!(!broken, "{shown}: {} {}", reply.status, reply.text);
    let is_problem = reply.status.is_client_error() && url.starts_with("/api/");
    if is_problem {
        let problem: Value = serde_json::from_str(&reply.text).unwrap_or_default();
        let detail = problem["detail"].as_str().unwrap_or_else(|| panic!("{shown}: {}", reply.text));
        assert!(detail.chars().count() <= REFUSAL, "{shown}: {detail}");
    }
}

/// A parameter, wherever it stands.
fn whole<'d>(parameters: &'d Value, one: &'d Value) -> &'d Value {
    let name = one["$ref"].as_str().and_then(|place| place.strip_prefix("#/components/parameters/"));
    name.map_or(one, |name| &parameters[name])
}

#[tokio::test]
async fn no_field_of_any_address_costs_more_than_what_is_on_file() {
    let reader = Visitor::at_home().await;
    let mut document = reader.json("/openapi.json").await;
    let (paths, parameters) = (document["paths"].take(), &document["components"]["parameters"]);
    let (paths, extremes) = (paths.as_object().unwrap(), extremes());
    assert!(paths.len() > 60, "{} addresses", paths.len());
    for (path, item) in paths.iter().filter(|(_, item)| item["get"].is_object()) {
        let face = if item["servers"].is_array() { "" } else { "/api/v1" };
        let own = item["get"]["parameters"].as_array().unwrap();
        let own = own.iter().map(|one| whole(parameters, one));
        for name in own.filter(|one| one["in"] == "query").map(|one| one["name"].as_str().unwrap()) {
            for text in &extremes {
                let url = format!("{face}{}?{name}={}", there(path).trim_end_matches('/'), encoded(text));
                check(&url, &reader.get(&url).await);
            }
        }
        for text in extremes.iter().filter(|_| path.contains('{')) {
            let url = format!("{face}{}", path.replace("{question}", "with").replace("{file}", "{id}"));
            let url = url.replace("{id}", &encoded(text));
            check(&url, &reader.get(&url).await);
        }
    }
}

#[tokio::test]
async fn a_refusal_names_the_field_its_range_and_what_was_given() {
    let reader = Visitor::at_home().await;
    for (url, says) in [
        ("/api/v1/ask/actors?network=c40&from=-40000", "from: expected a year from 1800 to 20"),
        ("/api/v1/ask/actors?network=c40&from=-2147483648", "not `-2147483648`"),
        (
            "/api/v1/ask/members?network=c40&limit=5001",
            "limit: expected a whole number from 1 to 5000, not `5001`",
        ),
        ("/api/v1/entities?limit=501", "limit: expected a whole number from 1 to 500, not `501`"),
        ("/api/v1/entities?kind=planet", "kind: expected polity, network, "),
        ("/api/v1/sources?at=9999", "at: expected a day, month, year or stretch from 1800 to 20"),
        ("/api/v1/sources?known=9999-12-31", "known: expected a date from 1800 to 20"),
        ("/api/v1/review/set?at_least=101", "at_least: expected a whole number from 1 to 100, not `101`"),
        ("/api/v1/files/panel.csv?from=1799", "from: expected a year from 1800 to 20"),
        ("/api/v1/files/ties.gexf?kinds=friend", "kinds: expected within, member, "),
        ("/api/v1/map?layer=friends", "layer: expected agreements or networks, joined by commas"),
    ] {
        let reply = reader.get(url).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{url}: {}", reply.text);
        assert!(reply.text.contains(says), "{url}: {}", reply.text);
    }
}

/// All rows of a table, and all claims behind it, are more than the usual limit: also of a question with a low one.
#[tokio::test]
async fn the_proof_of_every_question_is_within_its_limit() {
    let reader = Visitor::at_home().await;
    let reply = reader.get("/api/v1/ask/partners/claims?city=gn5134086").await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
}
