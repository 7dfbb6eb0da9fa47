//! Documents to text, mentions and proposed claims.
