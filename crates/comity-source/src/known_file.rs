//! What is known of files that go round, beside what they say of themselves.

use comity_model::SourceId;
use serde::Deserialize;

/// A file told by its bytes: another with the same columns may be anybody's own list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownFile {
    #[expect(dead_code, reason = "for whoever reads the table")]
    about: String,
    digest: String,
    derived_from: SourceId,
}

#[derive(Deserialize)]
struct KnownFiles {
    files: Vec<KnownFile>,
}

/// What the file with this digest copies, where that is known.
pub(crate) fn derived_from(digest: &str) -> Option<SourceId> {
    let known: KnownFiles =
        toml::from_str(include_str!("../profiles/known-files.toml")).expect("the shipped table is tested");
    known.files.into_iter().find(|file| file.digest == digest).map(|file| file.derived_from)
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_lists_of_one_origin_are_told_by_their_bytes() {
        let first = "3b1197c2fa226721814c67d3c33f52aabccbe4cf9890cbf80275ed837b2b39d8";
        let found = super::derived_from(first).map(|id| id.to_string());
        assert_eq!(found.as_deref(), Some("wikipedia-sister-cities"));
        assert_eq!(super::derived_from("3b1197c2"), None);
    }
}
