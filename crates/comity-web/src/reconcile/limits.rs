//! How much one request may ask. Each limit is named in the refusal that it causes.

/// Of a request: a hundred long queries with their evidence fit.
pub(super) const BODY_BYTES: usize = 1024 * 1024;
/// Queries in a batch.
pub(super) const BATCH: usize = 100;
/// Letters of a name. The longest name of a place on earth has 168.
pub(super) const NAME_LETTERS: usize = 500;
/// Properties of one query, and values of one property.
pub(super) const PROPERTIES: usize = 50;
/// Candidates of one query.
pub(super) const CANDIDATES: usize = 50;
/// Candidates where the query does not say how many.
pub(super) const USUAL_CANDIDATES: usize = 8;
/// Entities in a request for data.
pub(super) const IDS: usize = 1_000;
/// Suggestions in one reply.
pub(super) const SUGGESTIONS: usize = 100;
/// Suggestions where the request does not say how many.
pub(super) const USUAL_SUGGESTIONS: usize = 10;
/// How far a list of suggestions can be followed.
pub(super) const DEEPEST: usize = 2_000;
