//! The words of a cell or an entry, and what the markup says beside them: where a link leads, whose flag stands there.

use crate::table_row::Notes;

/// Signs of no script, which readers of markup put around what a link or a flag says; taken out of the page before.
pub(super) const LINK: char = '\u{e000}';
pub(super) const LABEL: char = '\u{e001}';
pub(super) const END: char = '\u{e002}';
pub(super) const FLAG: char = '\u{e003}';

const IN_FULL: &str = "names written as the pages they lead to are called";

/// A text without its markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// Lines apart where the page breaks them.
    pub(super) text: String,
    /// What the linked pages are called, where it is something else; joined by `; `.
    pub(super) links: String,
    /// The country whose flag stands there, as the page names it.
    pub(super) flag: String,
}

impl Words {
    /// Of a text with our signs. A label whose page is called the same and more (`Paris` → `Paris, Texas`) is written
    /// out, since it says which one is meant.
    pub(super) fn of(marked: &str, notes: &mut Notes) -> Self {
        let mut words = Self::default();
        let mut rest = marked;
        while let Some(at) = rest.find([LINK, FLAG]) {
            let (before, from) = rest.split_at(at);
            words.text.push_str(before);
            let (inside, after) = from.split_once(END).unwrap_or((from, ""));
            rest = after;
            if let Some(flag) = inside.strip_prefix(FLAG) {
                if words.flag.is_empty() {
                    flag.trim().clone_into(&mut words.flag);
                }
            } else {
                words.hear_link(inside.trim_start_matches(LINK), notes);
            }
        }
        words.text.push_str(rest);
        words.text = in_lines(&words.text);
        words
    }

    fn hear_link(&mut self, inside: &str, notes: &mut Notes) {
        let (target, label) = inside.split_once(LABEL).unwrap_or(("", inside));
        let (target, label) = (one_line(target), one_line(label));
        let shown = one_line(&self.text);
        if target.is_empty() || target == label || label.is_empty() {
            self.text.push_str(&label);
        } else if shown.is_empty() && says_which(&target, &label) {
            *notes.entry(IN_FULL.to_owned()).or_default() += 1;
            self.text.push_str(&target);
        } else {
            self.text.push_str(&label);
            let joint = if self.links.is_empty() { "" } else { "; " };
            self.links.push_str(joint);
            self.links.push_str(&target);
        }
    }

    /// The text, or the flag where there is nothing else.
    pub(super) fn shown(&self) -> &str {
        if self.text.is_empty() { &self.flag } else { &self.text }
    }
}

/// Whether a page's name is the label and a place beside it: `Paris, Texas`, `Halle (Saale)`; not `Georgia (country)`.
fn says_which(target: &str, label: &str) -> bool {
    const KINDS: [&str; 6] = ["country", "land", "staat", "pays", "país", "stato"];
    let Some(more) = target.strip_prefix(label) else { return false };
    let bracket = more.strip_prefix(" (").and_then(|more| more.strip_suffix(')'));
    more.starts_with(", ") || bracket.is_some_and(|inside| !KINDS.contains(&inside.to_lowercase().as_str()))
}

/// Words one space apart, lines trimmed, empty ones left out.
fn in_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text without signs that are ours.
pub(super) fn without_signs(text: &str) -> String {
    text.chars().filter(|c| !(LINK..=FLAG).contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(marked: &str, text: &str, links: &str, flag: &str) {
        let marked = marked.replace('<', "\u{e000}").replace('|', "\u{e001}").replace('>', "\u{e002}");
        let words = Words::of(&marked.replace('!', "\u{e003}"), &mut Notes::new());
        assert_eq!((words.text.as_str(), words.links.as_str(), words.flag.as_str()), (text, links, flag));
    }

    #[test]
    fn a_link_says_which_place_is_meant() {
        check("!DEU> <Foo|Foo>, Germany", "Foo, Germany", "", "DEU");
        check("<Paris, Texas|Paris>", "Paris, Texas", "", "");
        check("<Halle (Saale)|Halle>", "Halle (Saale)", "", "");
        check("<Gdańsk|Danzig> and <B|C>", "Danzig and C", "Gdańsk; B", "");
        check("<Georgia (country)|Georgia>", "Georgia", "Georgia (country)", "");
        check(" a\n\n b  c ", "a\nb c", "", "");
    }
}
