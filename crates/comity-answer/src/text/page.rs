//! A page of text: headings, rows and who says so, indented under each other.

use comity_snapshot::Evidence;

use crate::report::{About, CoverageReport};
use comity_snapshot::wording::number;

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
        page.line(0, &format!("as of {}", about.moment.words));
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
                Under::Otherwise(said) => self.line(3, &format!("otherwise {}", one_line(said))),
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
            let summary = if place == 0 { "Sources: " } else { "         " };
            self.line(indent, &format!("{summary}{}", one_line(each)));
        }
        if evidence.len() > told && told > 1 {
            self.line(indent, &format!("and       {} more", evidence.len() - told));
        }
    }

    /// How many rows of a list are beyond the limit.
    fn left_out(&mut self, n: u64) {
        if n > 0 {
            self.line(1, &format!("… and {} more (ask for a larger limit)", number(&n)));
        }
    }

    pub(super) fn close(mut self, about: &About) -> String {
        self.looked(&about.looked);
        if !about.caveats.is_empty() {
            self.heading("To keep in mind");
            about.caveats.iter().for_each(|caveat| self.line(1, caveat));
        }
        self.heading("How this was found");
        for method in &about.methods {
            let reference =
                if method.reference.is_empty() { String::new() } else { format!(" ({})", method.reference) };
            self.line(1, &format!("{}{reference}", method.text));
        }
        let head: String = about.moment.head.chars().take(12).collect();
        self.line(1, &format!("On file up to entry {}, head {head}", about.moment.known.0));
        self.text
    }

    fn looked(&mut self, looked: &CoverageReport) {
        if !looked.looked_at.is_empty() {
            self.heading("Looked at");
        }
        for row in looked.looked_at.iter().take(LOOKED_AT) {
            let when = if row.when.is_empty() { String::new() } else { format!(", {}", row.when) };
            let source = format!("{} ({})", row.source.title, row.source.date);
            self.line(
                1,
                &format!("{}: {source}: {} found, {}{when}", row.layer.title(), row.found, row.completeness),
            );
        }
        if looked.looked_at.len() > LOOKED_AT {
            self.line(1, &format!("… and {} more", looked.looked_at.len() - LOOKED_AT));
        }
        if !looked.not_looked.is_empty() {
            self.heading(&format!("Not looked yet: {}", looked.not_looked.join(", ").to_lowercase()));
        }
        let waiting: u64 = looked.waiting.iter().map(|row| row.n).sum();
        if waiting > 0 {
            self.line(
                0,
                &format!("Waiting for someone to check, in the whole register: {waiting} statements"),
            );
        }
    }
}

/// "Wikipedia list (undated), row 12: sister city, since 1981".
pub(super) fn one_line(evidence: &Evidence) -> String {
    let root = evidence.primary_source.as_ref().map(|root| format!(", after {} ({})", root.title, root.date));
    let caveat = if evidence.caveat.is_empty() { String::new() } else { format!(" [{}]", evidence.caveat) };
    let source = format!("{} ({}), {}", evidence.source.title, evidence.source.date, evidence.locator);
    format!("{source}{}: {}{caveat}", root.unwrap_or_default(), evidence.says)
}
