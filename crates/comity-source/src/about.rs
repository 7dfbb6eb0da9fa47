//! The file as a source: what it is called, who published it, and the digest of its bytes.

use comity_model::{Source, SourceId, SourceKind};
use smol_str::SmolStr;

use crate::known_file;
use crate::profile::ListProfile;
use crate::reading::ReadOptions;

/// The source record of these bytes: another edition of the file is another source.
pub(crate) fn source(file: &str, bytes: &[u8], profile: &ListProfile, options: &ReadOptions) -> Source {
    let about = &profile.source;
    let digest =
        options.digest.clone().unwrap_or_else(|| SmolStr::new(blake3::hash(bytes).to_hex().as_str()));
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let profile_title = Some(about.title.as_str()).filter(|title| !title.is_empty());
    let title = options.title.as_deref().or(profile_title).unwrap_or(name);
    let kind = about.kind.unwrap_or(SourceKind::ThirdPartyList);
    Source {
        author: about.author.clone(),
        publisher: about.publisher.clone(),
        issuer: options.issuer.clone().or_else(|| about.issuer.clone()),
        derived_from: derived_from(profile, options, digest.as_str()),
        date: options.date.clone().or_else(|| about.date.clone()),
        seen: options.seen.clone(),
        url: about.url.clone(),
        lang: about.lang.clone(),
        licence: about.licence.clone(),
        digest: SmolStr::new(digest.as_str()),
        caveat: about.caveat.clone(),
        ..Source::new(id(title, digest.as_str()), kind, title)
    }
}

/// What the reader says, else what the profile says, else what is known of this very file.
fn derived_from(profile: &ListProfile, options: &ReadOptions, digest: &str) -> Option<SourceId> {
    let said = options.derived_from.as_ref().or(profile.source.derived_from.as_ref());
    said.cloned().or_else(|| known_file::derived_from(digest))
}

/// `twin_cities_raw.csv` → `twin-cities-raw-0c1d2e3f`.
fn id(title: &str, digest: &str) -> SourceId {
    const LONGEST: usize = 60;
    let stem = title
        .rsplit_once('.')
        .filter(|(_, ext)| ext.len() <= 5 && !ext.contains(' '))
        .map_or(title, |(stem, _)| stem);
    let mut slug = String::new();
    for c in stem.to_lowercase().chars().take(LONGEST) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = if slug.is_empty() { "file-".to_owned() } else { format!("{}-", slug.trim_end_matches('-')) };
    SourceId::new(&format!("{slug}{}", digest.split_at(8).0)).expect("a slug and eight hexadecimal digits")
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn a_source_is_named_after_its_title_and_bytes() {
        for (title, expected) in [
            ("twin_cities_raw.csv", "twin-cities-raw-0123abcd"),
            ("2016_-_Citywide GHG.csv", "2016-citywide-ghg-0123abcd"),
            ("姉妹都市", "file-0123abcd"),
        ] {
            assert_eq!(id(title, "0123abcdef").as_str(), expected);
        }
    }
}
