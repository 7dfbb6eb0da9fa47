//! The service manifest: what a client reads first.

use serde_json::{Value as Json, json};

use super::base::Base;
use super::limits;
use super::preview::{HEIGHT, WIDTH};
use super::types::Type;
use super::wire::VERSION;

/// Everything the service offers, at whole addresses under `base`.
pub(super) fn manifest(base: &Base) -> Json {
    let Base(base) = base;
    json!({
        "versions": [VERSION],
        "name": "Comity: cities, countries and the bodies they work through",
        "identifierSpace": format!("{base}/entities/"),
        "schemaSpace": format!("{base}/reconcile#types"),
        "documentation": format!("{base}/reconcile"),
        "serviceVersion": env!("CARGO_PKG_VERSION"),
        "defaultTypes": Type::DEFAULT.map(|one| json!({ "id": one.id(), "name": one.name() })),
        "batchSize": limits::BATCH,
        "view": { "url": format!("{base}/reconcile/view/{{{{id}}}}") },
        "feature_view": { "url": format!("{base}/reconcile#feature-{{{{id}}}}") },
        "preview": {
            "url": format!("{base}/reconcile/preview/{{{{id}}}}"),
            "width": WIDTH,
            "height": HEIGHT,
        },
        "suggest": {
            "entity": suggest(base, "entity"),
            "type": suggest(base, "type"),
            "property": suggest(base, "property"),
        },
        "extend": {
            "propose_properties": { "service_url": base, "service_path": "/reconcile/properties" },
            "property_settings": settings(),
        },
    })
}

fn suggest(base: &str, what: &str) -> Json {
    json!({
        "service_url": base,
        "service_path": format!("/reconcile/suggest/{what}"),
        "flyout_service_url": base,
        "flyout_service_path": format!("/reconcile/flyout/{what}?id=${{id}}"),
    })
}

fn settings() -> Json {
    json!([
        {
            "name": "lang",
            "label": "Language of names",
            "type": "text",
            "default": "",
            "help_text": "For names only: a language code such as fr or zh. Empty: the usual name.",
        },
        {
            "name": "limit",
            "label": "Values per cell",
            "type": "number",
            "default": 0,
            "help_text": "At most so many values of each property; 0 for all.",
        },
    ])
}
