//! The service manifest: what a client reads first.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::Base;
use crate::limits;
use crate::preview::{HEIGHT, WIDTH};
use crate::types::Type;
use crate::wire::VERSION;
use crate::wire::reply::TypeName;

/// Everything the service offers, at whole addresses.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "ReconcileManifest")]
pub(crate) struct Manifest {
    versions: [&'static str; 1],
    name: &'static str,
    identifier_space: String,
    schema_space: String,
    documentation: String,
    service_version: &'static str,
    default_types: Vec<TypeName>,
    batch_size: usize,
    view: View,
    #[serde(rename = "feature_view")]
    feature_view: View,
    preview: Preview,
    suggest: Suggest,
    extend: Extend,
}

/// An address with `{{id}}` in it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileView")]
struct View {
    url: String,
}

/// A small page about an entity, and its size in pixels.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcilePreview")]
struct Preview {
    url: String,
    width: u32,
    height: u32,
}

/// Where what someone types is completed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileSuggest")]
struct Suggest {
    entity: Service,
    #[serde(rename = "type")]
    of_type: Service,
    property: Service,
}

/// Two addresses, each in two parts: suggestions, and a few lines about one of them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileSuggestService")]
struct Service {
    service_url: String,
    service_path: String,
    flyout_service_url: String,
    flyout_service_path: String,
}

/// What data can be fetched, and how it can be set.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileExtend")]
struct Extend {
    propose_properties: Proposing,
    property_settings: [Setting; 2],
}

/// An address in two parts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileProposeService")]
struct Proposing {
    service_url: String,
    service_path: &'static str,
}

/// One thing that a user sets for a column.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileSetting")]
struct Setting {
    name: &'static str,
    label: &'static str,
    #[serde(rename = "type")]
    of: &'static str,
    default: Default,
    help_text: &'static str,
}

/// What holds where a user sets nothing.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReconcileDefault")]
enum Default {
    Text(&'static str),
    Number(u32),
}

const SETTINGS: [Setting; 2] = [
    Setting {
        name: "lang",
        label: "Language of names",
        of: "text",
        default: Default::Text(""),
        help_text: "For names only: a language code such as fr or zh. Empty: the usual name.",
    },
    Setting {
        name: "limit",
        label: "Values per cell",
        of: "number",
        default: Default::Number(0),
        help_text: "At most so many values of each property; 0 for all.",
    },
];

/// All of it under `base`.
pub(crate) fn manifest(base: &Base) -> Manifest {
    let Base(base) = base;
    Manifest {
        versions: [VERSION],
        name: "Comity: cities, countries and the bodies they work through",
        identifier_space: format!("{base}/entities/"),
        schema_space: format!("{base}/reconcile#types"),
        documentation: format!("{base}/reconcile"),
        service_version: env!("CARGO_PKG_VERSION"),
        default_types: Type::DEFAULT.map(TypeName::from).into(),
        batch_size: limits::BATCH,
        view: View { url: format!("{base}/reconcile/view/{{{{id}}}}") },
        feature_view: View { url: format!("{base}/reconcile#feature-{{{{id}}}}") },
        preview: Preview {
            url: format!("{base}/reconcile/preview/{{{{id}}}}"),
            width: WIDTH,
            height: HEIGHT,
        },
        suggest: Suggest {
            entity: suggest(base, "entity"),
            of_type: suggest(base, "type"),
            property: suggest(base, "property"),
        },
        extend: Extend {
            propose_properties: Proposing {
                service_url: base.clone(),
                service_path: "/reconcile/properties",
            },
            property_settings: SETTINGS,
        },
    }
}

fn suggest(base: &str, what: &str) -> Service {
    Service {
        service_url: base.to_owned(),
        service_path: format!("/reconcile/suggest/{what}"),
        flyout_service_url: base.to_owned(),
        flyout_service_path: format!("/reconcile/flyout/{what}?id=${{id}}"),
    }
}
