//! What was looked at, one line for each source and kind of tie.

use comity_answer::{CoverageReport, Layer, SearchedSource, SourceRef};

/// A source that was looked at for one kind of tie, however many times.
pub(crate) struct CoverageQuery<'l> {
    pub(crate) layer: Layer,
    pub(crate) source: &'l SourceRef,
    /// "sample", "complete"; different ones joined.
    pub(crate) completeness: String,
    pub(crate) found: u64,
    pub(crate) notes: String,
}

/// Looks of one source for one kind of tie are told once, what they found added up.
pub(crate) fn looks(looked: &CoverageReport) -> Vec<CoverageQuery<'_>> {
    let same = |a: &SearchedSource, b: &SearchedSource| a.layer == b.layer && a.source.id == b.source.id;
    looked.looked_at.chunk_by(same).filter_map(together).collect()
}

fn together(looks: &[SearchedSource]) -> Option<CoverageQuery<'_>> {
    let first = looks.first()?;
    Some(CoverageQuery {
        layer: first.layer,
        source: &first.source,
        completeness: once(looks.iter().map(|look| look.completeness.as_str()), ", "),
        found: looks.iter().map(|look| look.found).sum(),
        notes: once(looks.iter().map(|look| look.note.as_str()), " "),
    })
}

/// What is said, without what only repeats the one before.
fn once<'l>(said: impl Iterator<Item = &'l str>, between: &str) -> String {
    let mut said: Vec<&str> = said.filter(|said| !said.is_empty()).collect();
    said.dedup();
    said.join(between)
}
