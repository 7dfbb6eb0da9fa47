//! One matter of a brief: a heading, as many lines as there is room for, how many more there are and where.

use comity_messages::say;
use schemars::JsonSchema;
use serde::Serialize;

/// One matter of a brief.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(crate) struct BriefPart {
    pub(crate) title: String,
    /// The page that has all of it.
    pub(crate) href: String,
    /// Where on that page.
    pub(crate) id: &'static str,
    pub(crate) lines: Vec<BriefLine>,
    /// Lines for which there is no room.
    pub(crate) left_out: u64,
    /// What is said where there is no line; empty: the matter is left out.
    pub(crate) none: String,
    /// Whether anybody has looked for it.
    pub(crate) is_searched: bool,
    /// Short lines, one after the other.
    #[serde(skip)]
    pub(crate) is_run_on: bool,
}

/// One line of a brief, with who says so.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub(crate) struct BriefLine {
    /// What it is about; may be empty.
    pub(crate) name: String,
    /// The page of that; empty: it has none.
    pub(crate) href: String,
    pub(crate) says: String,
    /// Where its claims are; empty: it rests on none of its own.
    pub(crate) claims: String,
    /// Numbers of its sources in the list of the brief.
    pub(crate) sources: Vec<usize>,
}

impl BriefLine {
    /// The page of its name at the clocks of the reader.
    pub(crate) fn page(&self, carry: &str) -> String {
        match self.href.split_once('#') {
            Some((page, place)) => format!("{page}{carry}#{place}"),
            None => format!("{}{carry}", self.href),
        }
    }
}

impl BriefPart {
    /// All of it is at `id` of the page `href`.
    pub(super) fn new(title: String, href: &str, id: &'static str) -> Self {
        Self { title, href: href.to_owned(), id, is_searched: true, ..Self::default() }
    }

    /// With these of `all` lines.
    pub(super) fn lines(self, lines: Vec<BriefLine>, all: u64) -> Self {
        let left_out = all.saturating_sub(lines.len() as u64);
        Self { lines, left_out, ..self }
    }

    /// Its lines are short.
    pub(super) fn run_on(self) -> Self {
        Self { is_run_on: true, ..self }
    }

    /// Where there is no line: that none was found, or that nobody has searched.
    pub(super) fn or_none(self, is_searched: bool) -> Self {
        let none = if is_searched { say!("none-found") } else { say!("not-searched") };
        Self { none, is_searched, ..self }
    }

    pub(super) fn is_shown(&self) -> bool {
        !self.lines.is_empty() || !self.none.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_on_at_the_same_clocks() {
        let line = |href: &str| BriefLine { href: href.to_owned(), ..BriefLine::default() };
        assert_eq!(line("/entities/gn1").page("?at=2019"), "/entities/gn1?at=2019");
        assert_eq!(line("/claims/ab#decide").page("?at=2019"), "/claims/ab?at=2019#decide");
    }
}
