//! What Comity is, how to read it, and whose work is in it.

use askama::Template;
use axum::response::Response;
use serde_json::json;

use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::Visit;

/// `GET /about`: method, marks and licences.
pub(crate) async fn about(visit: Visit) -> Result<Response, WebError> {
    let facts = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "licences": {
            "software": "Apache-2.0",
            "places": "GeoNames, CC BY 4.0",
            "land": "Natural Earth, public domain",
            "names of countries": "Unicode CLDR, Unicode licence",
        },
    });
    Ok(visit.reply(facts, |shell, _| AboutPage { shell }))
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    shell: Shell,
}
