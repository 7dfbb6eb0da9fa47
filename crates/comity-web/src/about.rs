//! What Comity is, how to read it, and whose work is in it.

use askama::Template;
use axum::response::Response;
use comity_model::{RECORD_FORMAT, Seq};
use comity_register::{FORMAT, Head, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::API_VERSION;
use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::Visit;

/// `GET /about`: method, marks and licences.
pub(crate) async fn about(visit: Visit) -> Result<Response, WebError> {
    let content = visit.state.register().content(visit.head.seq).await?;
    let clock = visit.head.clock_behind(&visit.state.now()).map(|behind| behind.to_string());
    let Head { seq, hash, recorded_at, .. } = visit.head.clone();
    let about = About {
        version: env!("CARGO_PKG_VERSION"),
        formats: Formats { ledger: FORMAT, records: RECORD_FORMAT, api: API_VERSION },
        register: State { entries: seq, head: hash, recorded_at, content, clock },
        licences: LICENCES,
    };
    Ok(visit.reply(about, |shell, about| AboutPage { shell, register: about.register }))
}

/// `GET /about/accessibility`: what is tested, and what is not as good as it should be.
pub(crate) async fn accessibility(visit: Visit) -> Result<Response, WebError> {
    Ok(visit.page(|mut shell| {
        shell.json = None;
        AccessibilityPage { shell }
    }))
}

/// This version, and the state of the register.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "AboutComity")]
pub(crate) struct About {
    version: &'static str,
    formats: Formats,
    register: State,
    licences: Licences,
}

/// The version of each format that is written.
#[derive(Debug, Serialize, JsonSchema)]
struct Formats {
    ledger: u32,
    records: u32,
    api: &'static str,
}

/// The end of the ledger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RegisterState")]
struct State {
    entries: Seq,
    /// The hash of its last entry.
    head: String,
    recorded_at: Option<Timestamp>,
    /// The digest of what the register says, whoever said it and when.
    content: String,
    /// That the clock of this machine is behind the last entry, and what follows from that.
    clock: Option<String>,
}

/// Whose work is in it, under which terms.
#[derive(Debug, Serialize, JsonSchema)]
struct Licences {
    software: &'static str,
    places: &'static str,
    land: &'static str,
    #[serde(rename = "names of countries")]
    countries: &'static str,
}

const LICENCES: Licences = Licences {
    software: "Apache-2.0",
    places: "GeoNames, CC BY 4.0",
    land: "Natural Earth, public domain",
    countries: "Unicode CLDR, Unicode licence",
};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    shell: Shell,
    register: State,
}

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage {
    shell: Shell,
}
