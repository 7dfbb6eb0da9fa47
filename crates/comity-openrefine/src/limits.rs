//! How much one request may ask. Each limit is named in the refusal that it causes.

/// Of a request: a hundred long queries with their evidence fit.
pub const BODY_BYTES: usize = 1024 * 1024;
/// Queries in a batch.
pub(crate) const BATCH: usize = 100;
/// Letters of a name. The longest name of a place on earth has 168.
pub(crate) const NAME_LETTERS: usize = 500;
/// Properties of one query, and values of one property.
pub(crate) const PROPERTIES: usize = 50;
/// Candidates of one query.
pub(crate) const CANDIDATES: usize = 50;
/// Candidates where the query does not say how many.
pub(crate) const USUAL_CANDIDATES: usize = 8;
/// Entities in a request for data.
pub(crate) const IDS: usize = 1_000;
/// Suggestions in one reply.
pub(crate) const SUGGESTIONS: usize = 100;
/// Suggestions where the request does not say how many.
pub(crate) const USUAL_SUGGESTIONS: usize = 10;
/// How far a list of suggestions can be followed.
pub(crate) const DEEPEST: usize = 2_000;
