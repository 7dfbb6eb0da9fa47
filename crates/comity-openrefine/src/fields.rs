//! Reading the part of an address after the question mark.

use axum::extract::Query;
use axum::http::Uri;
use serde::de::DeserializeOwned;

use crate::error::ServiceError;

/// The fields of a query; what it has besides is left alone.
pub(crate) fn fields<T: DeserializeOwned>(query: &str) -> Result<T, ServiceError> {
    let unread = || ServiceError::Address { text: query.to_owned() };
    let uri = Uri::builder().path_and_query(format!("/?{query}")).build().map_err(|_| unread())?;
    Query::try_from_uri(&uri).map(|Query(fields)| fields).map_err(|_| unread())
}
