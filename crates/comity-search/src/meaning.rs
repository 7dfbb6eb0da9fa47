//! One thing that a text may mean, and how it came to be thought of.

use comity_names::AffixKind;

use crate::bearer::Bearer;
use crate::hit::FoundBy;

#[derive(Debug, Clone)]
pub(crate) struct Meaning<'a> {
    pub(crate) bearer: Bearer<'a>,
    pub(crate) by: FoundBy,
    /// The name that fits, folded.
    pub(crate) key: String,
    /// Letters to be changed in the text until it is that name.
    pub(crate) edits: usize,
    /// It bears the name in a way that few would think of: in a small language, or beside a name of its own.
    pub(crate) is_remote: bool,
    /// What the text says that it is: `New York State`.
    pub(crate) said: Option<AffixKind>,
}

impl<'a> Meaning<'a> {
    pub(crate) fn new(bearer: Bearer<'a>, by: FoundBy, key: &str) -> Self {
        Self { bearer, by, key: key.to_owned(), edits: 0, is_remote: false, said: None }
    }
}
