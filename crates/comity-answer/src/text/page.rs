//! A page of text: headings, rows and who says so, indented under each other.

use comity_messages::say;
use comity_snapshot::Evidence;

use crate::report::{About, CoverageReport};

use super::section::{Block, TextRow, Under};

/// Sources shown at the foot of a page.
const LOOKED_AT: usize = 12;

/// A page being written.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    pub(super) fn titled(about: &About) -> Self {
        let mut page = Self::default();
        page.line(0, &about.title.to_uppercase());
        page.line(0, &say!("terminal-as-of", day = about.moment.words.as_str()));
        page
    }

    fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.line(0, text);
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&"  ".repeat(indent));
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// A part, a row a line: the cells side by side.
    pub(super) fn block(&mut self, block: &Block<'_>) {
        if !block.heading.is_empty() {
            self.heading(&block.heading);
        }
        block.lead.iter().for_each(|line| self.line(1, line));
        if !block.heads.is_empty() {
            self.line(1, &block.heads.join("  ·  "));
        }
        block.rows.iter().for_each(|row| self.row(row));
        self.left_out(block.left_out);
    }

    fn row(&mut self, row: &TextRow<'_>) {
        match row.evidence {
            [said] if row.cells.is_empty() => self.line(1, &one_line(said)),
            evidence => {
                self.line(1, &row.cells.join("  ·  "));
                self.proof(3, evidence, row.told);
            }
        }
        for under in &row.under {
            match under {
                Under::Line(text) => self.line(3, text),
                Under::Otherwise(said) => self.line(3, &say!("text-otherwise", says = one_line(said))),
                Under::Side { says, evidence } => {
                    self.line(2, says);
                    evidence.iter().for_each(|each| self.line(4, &one_line(each)));
                }
            }
        }
    }

    /// "Says who?" under a row. What is beyond `told` is counted, under a table it stands in files.
    fn proof(&mut self, indent: usize, evidence: &[Evidence], told: usize) {
        for (place, each) in evidence.iter().take(told).enumerate() {
            let line = one_line(each);
            let first = || say!("text-sources", source = line.as_str());
            self.line(indent, &if place == 0 { first() } else { format!("         {line}") });
        }
        if evidence.len() > told && told > 1 {
            self.line(indent, &say!("text-and-more", n = evidence.len() - told));
        }
    }

    /// How many rows of a list are beyond the limit.
    fn left_out(&mut self, n: u64) {
        if n > 0 {
            self.line(1, &say!("text-left-out", n = n));
        }
    }

    pub(super) fn close(mut self, about: &About) -> String {
        self.looked(&about.looked);
        if !about.caveats.is_empty() {
            self.heading(&say!("text-keep-in-mind"));
            about.caveats.iter().for_each(|caveat| self.line(1, caveat));
        }
        self.heading(&say!("text-method"));
        for method in &about.methods {
            let reference =
                if method.reference.is_empty() { String::new() } else { format!(" ({})", method.reference) };
            self.line(1, &format!("{}{reference}", method.text));
        }
        let head: String = about.moment.head.chars().take(12).collect();
        self.line(1, &say!("text-on-file", entry = about.moment.known.0, head = head));
        self.text
    }

    fn looked(&mut self, looked: &CoverageReport) {
        if !looked.looked_at.is_empty() {
            self.heading(&say!("text-searched"));
        }
        for row in looked.looked_at.iter().take(LOOKED_AT) {
            let how = [row.completeness.as_str(), row.when.as_str()];
            let how = how.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let source = format!("{} ({})", row.source.title, row.source.date);
            self.line(
                1,
                &say!("text-search", kind = row.layer.title(), source = source, n = row.found, how = how),
            );
        }
        if looked.looked_at.len() > LOOKED_AT {
            self.line(1, &say!("text-and-more-sources", n = looked.looked_at.len() - LOOKED_AT));
        }
        if !looked.not_looked.is_empty() {
            self.heading(&say!("not-yet-searched-head", what = looked.not_looked.join(", ").to_lowercase()));
        }
        let waiting: u64 = looked.waiting.iter().map(|row| row.n).sum();
        if waiting > 0 {
            self.line(0, &say!("text-to-match", n = waiting));
        }
    }
}

/// "Wikipedia list (undated), row 12: sister city, since 1981".
pub(super) fn one_line(evidence: &Evidence) -> String {
    let root = evidence
        .primary_source
        .as_ref()
        .map(|root| say!("text-after", root = root.title.as_str(), date = root.date.as_str()));
    let caveat = if evidence.caveat.is_empty() { String::new() } else { format!(" [{}]", evidence.caveat) };
    let source = format!("{} ({}), {}", evidence.source.title, evidence.source.date, evidence.locator);
    format!("{source}{}: {}{caveat}", root.unwrap_or_default(), evidence.says)
}
