//! Every address of the service but the page of an entity, which is the host's.

use axum::Router;
use axum::routing::get;

use crate::host::Host;
use crate::{extend, flyout, preview, query, suggest};

/// `/reconcile`: the manifest, and batches of names that take up to seconds.
pub fn batches<H: Host>() -> Router<H> {
    Router::new().route("/reconcile", get(query::get::<H>).post(query::post::<H>))
}

/// What is asked about one thing, or while somebody types: milliseconds.
pub fn lookups<H: Host>() -> Router<H> {
    Router::new()
        .route("/reconcile/suggest/entity", get(suggest::entities::<H>))
        .route("/reconcile/suggest/type", get(suggest::types::<H>))
        .route("/reconcile/suggest/property", get(suggest::properties::<H>))
        .route("/reconcile/flyout/entity", get(flyout::entity::<H>))
        .route("/reconcile/flyout/type", get(flyout::of_type::<H>))
        .route("/reconcile/flyout/property", get(flyout::property::<H>))
        .route("/reconcile/properties", get(extend::proposals::<H>))
        .route("/reconcile/preview/{id}", get(preview::preview::<H>))
}
