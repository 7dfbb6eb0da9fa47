//! Where the API is, and its version.

/// The version of the API: what is added to it keeps the version.
pub const API_VERSION: &str = "v1";

/// Where the JSON of every page lives.
pub(crate) const API: &str = "/api/v1";
