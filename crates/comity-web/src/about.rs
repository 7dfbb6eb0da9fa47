//! What Comity is, how to read it, and whose work is in it.

use askama::Template;
use axum::response::Response;
use comity_model::RECORD_FORMAT;
use comity_register::{FORMAT, Head};
use serde_json::json;

use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::{API_VERSION, Visit};

/// `GET /about`: method, marks and licences.
pub(crate) async fn about(visit: Visit) -> Result<Response, WebError> {
    let content = visit.state.register().content(visit.head.seq).await?;
    let clock = visit.head.clock_behind(&visit.state.now()).map(|behind| behind.to_string());
    let Head { seq, hash, recorded_at, .. } = visit.head.clone();
    let facts = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "formats": { "ledger": FORMAT, "records": RECORD_FORMAT, "api": API_VERSION },
        "register": { "entries": seq, "head": hash, "recorded_at": recorded_at, "content": content,
            "clock": clock },
        "licences": {
            "software": "Apache-2.0",
            "places": "GeoNames, CC BY 4.0",
            "land": "Natural Earth, public domain",
            "names of countries": "Unicode CLDR, Unicode licence",
        },
    });
    Ok(visit.reply(facts, |shell, _| AboutPage { shell, entries: seq.0, head: hash, content, clock }))
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    shell: Shell,
    entries: i64,
    head: String,
    content: String,
    /// That the clock of this machine is behind the ledger.
    clock: Option<String>,
}
