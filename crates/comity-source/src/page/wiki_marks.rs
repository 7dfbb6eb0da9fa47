//! Wikitext without its ornaments: footnotes, templates and comments out, links and flags between our signs.

use std::collections::BTreeMap;

use crate::page::wiki_template::{Shown, shown};
use crate::page::words::{END, FLAG, LABEL, LINK, without_signs};
use crate::table_row::Notes;

/// Markup within markup that is followed.
const DEEPEST: usize = 20;
/// Bytes of an address and its label.
const LONGEST_ADDRESS: usize = 4_000;
/// Templates that are told by name. Guessed: as many as anybody reads.
const NAMED: usize = 30;

/// The text with links and flags between our signs; what is left out is counted.
pub(super) fn marked(text: &str, notes: &mut Notes) -> String {
    let text = without_signs(text);
    let text = without_footnotes(&without(&text, "<!--", "-->", "comments left out", notes), notes);
    let mut marker = Marker { out: String::new(), notes };
    marker.run(&text, 0);
    marker.out
}

/// The text without what stands between two signs. What never closes stays.
fn without(text: &str, open: &str, close: &str, note: &str, notes: &mut Notes) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, from)) = rest.split_once(open) {
        let Some((_, after)) = from.split_once(close) else { break };
        out.push_str(before);
        *notes.entry(note.to_owned()).or_default() += 1;
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Without `<ref>…</ref>` and `<ref …/>`.
fn without_footnotes(text: &str, notes: &mut Notes) -> String {
    let (mut out, mut rest) = (String::new(), text);
    let mut left_out = 0;
    while let Some(at) = rest.find("<ref") {
        let (before, from) = rest.split_at(at);
        let is_tag = from.get(4..).is_some_and(|rest| rest.starts_with(['>', '/', ' ', '\n']));
        let end = from.find('>').filter(|_| is_tag).and_then(|tag| {
            let is_empty = from.get(..tag)?.ends_with('/');
            if is_empty { Some(tag + 1) } else { from.find("</ref>").map(|end| end + "</ref>".len()) }
        });
        out.push_str(before);
        if is_tag && end.is_none() {
            rest = from;
            break;
        }
        let (kept, after) = from.split_at(end.unwrap_or(4));
        out.push_str(if is_tag { "" } else { kept });
        left_out += u64::from(is_tag);
        rest = after;
    }
    out.push_str(rest);
    if left_out > 0 {
        *notes.entry("footnotes left out".to_owned()).or_default() += left_out;
    }
    out
}

struct Marker<'n> {
    out: String,
    notes: &'n mut Notes,
}

impl Marker<'_> {
    fn run(&mut self, text: &str, depth: usize) {
        if depth > DEEPEST {
            return self.out.push_str(text);
        }
        let ends = ends(text);
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find(['{', '['])) {
            let open = at + found;
            self.out.push_str(text.get(at..open).unwrap_or_default());
            let rest = text.get(open..).unwrap_or_default();
            at = match ends.get(&open) {
                Some(end) => {
                    let inside = text.get(open + 2..*end).unwrap_or_default();
                    if rest.starts_with("{{") {
                        self.template(inside, depth);
                    } else {
                        self.link(inside, depth);
                    }
                    end + 2
                }
                None => open + self.address(rest),
            };
        }
        self.out.push_str(text.get(at..).unwrap_or_default());
    }

    fn template(&mut self, inside: &str, depth: usize) {
        let (name, shown) = shown(inside);
        match shown {
            Shown::Flag(flag) => self.flag(flag),
            Shown::Country(country) => {
                self.flag(country);
                self.out.push_str(country);
            }
            Shown::Text(text) => self.run(text, depth + 1),
            Shown::Date(parts) => self.out.push_str(&iso_date(&parts)),
            Shown::Blocks(blocks) => {
                for block in blocks {
                    self.out.push('\n');
                    self.run(block, depth + 1);
                    self.out.push('\n');
                }
            }
            Shown::Nothing => {
                let named = self.notes.keys().filter(|note| note.starts_with("template ")).count();
                let note = format!("template {} left out", comity_model::shortened(&name, 40));
                let is_told = named < NAMED || self.notes.contains_key(&note);
                *self
                    .notes
                    .entry(if is_told { note } else { "templates left out".to_owned() })
                    .or_default() += 1;
            }
        }
    }

    fn flag(&mut self, flag: &str) {
        self.out.push(FLAG);
        self.out.push_str(flag);
        self.out.push(END);
    }

    fn link(&mut self, inside: &str, depth: usize) {
        let (target, label) = inside.split_once('|').unwrap_or((inside, inside));
        let target = target.trim().trim_start_matches(':');
        let target = match target.split_once(':') {
            Some((space, _)) if is_of_files(space) => {
                *self.notes.entry("pictures and categories left out".to_owned()).or_default() += 1;
                return;
            }
            Some((wiki, page)) if is_language(wiki) => page,
            _ => target,
        };
        let page = target.split('#').next().unwrap_or_default().replace('_', " ");
        let label = if label == inside { target } else { label };
        self.out.push(LINK);
        self.out.push_str(&page);
        self.out.push(LABEL);
        self.run(if label.trim().is_empty() { target } else { label }, depth + 1);
        self.out.push(END);
    }

    /// `[https://… label]` is its label; anything else stays. How many bytes it takes.
    fn address(&mut self, text: &str) -> usize {
        let is_address = ["[http://", "[https://", "[//"].iter().any(|start| text.starts_with(start));
        let mut bytes = text.bytes().take(LONGEST_ADDRESS);
        let end = if is_address { bytes.position(|byte| matches!(byte, b']' | b'\n')) } else { None };
        let Some(end) = end else {
            let sign = text.chars().next().map_or(1, char::len_utf8);
            self.out.push_str(text.get(..sign).unwrap_or_default());
            return sign;
        };
        let inside = text.get(1..end).unwrap_or_default();
        *self.notes.entry("addresses left out".to_owned()).or_default() += 1;
        self.out.push_str(inside.split_once(' ').map_or("", |(_, label)| label));
        end + usize::from(text.get(end..).is_some_and(|rest| rest.starts_with(']')))
    }
}

/// Where each `{{` and `[[` of the text is closed; one pass, whatever is left open.
fn ends(text: &str) -> BTreeMap<usize, usize> {
    let mut ends = BTreeMap::new();
    let mut open: Vec<(usize, bool)> = Vec::new();
    // How many of what is open are links, and templates.
    let mut count = [0_usize; 2];
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        let braces = matches!(pair, b"{{" | b"}}");
        let kind = usize::from(braces);
        match pair {
            b"{{" | b"[[" => {
                open.push((at, braces));
                count.iter_mut().skip(kind).take(1).for_each(|count| *count += 1);
            }
            b"}}" | b"]]" if count.get(kind).is_some_and(|count| *count > 0) => {
                // What was left open inside is no markup.
                while let Some((start, other)) = open.pop() {
                    count.iter_mut().skip(usize::from(other)).take(1).for_each(|count| *count -= 1);
                    if other == braces {
                        ends.insert(start, at);
                        break;
                    }
                }
            }
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
    }
    ends
}

fn iso_date(parts: &[&str]) -> String {
    let numbers: Vec<u32> = parts.iter().map_while(|part| part.parse().ok()).take(3).collect();
    match numbers.as_slice() {
        [year, month, day] => format!("{year:04}-{month:02}-{day:02}"),
        [year, month] => format!("{year:04}-{month:02}"),
        _ => parts.join(" "),
    }
}

fn is_of_files(space: &str) -> bool {
    const NAMES: [&str; 14] = [
        "file",
        "image",
        "category",
        "datei",
        "bild",
        "kategorie",
        "fichier",
        "catégorie",
        "archivo",
        "categoría",
        "immagine",
        "categoria",
        "файл",
        "категория",
    ];
    NAMES.contains(&space.trim().to_lowercase().as_str())
}

fn is_language(wiki: &str) -> bool {
    (2..=3).contains(&wiki.len()) && wiki.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let marked = marked(text, &mut Notes::new());
        let shown = marked.replace(LINK, "<").replace(LABEL, "|").replace(END, ">").replace(FLAG, "!");
        assert_eq!(shown, expect, "{text}");
    }

    #[test]
    fn links_and_flags_stay_and_ornaments_go() {
        check(
            "{{flagicon|DEU}} [[Foo|Bar]], Germany (1987)<ref>x [[y]]</ref>",
            "!DEU> <Foo|Bar>, Germany (1987)",
        );
        check("a<ref name=x/>b<!-- c -->d<references/>", "abd<references/>");
        check("[[:de:Foo#Bar|]] [[File:x.png|thumb|[[y]]]]", "<Foo|Foo#Bar> ");
        check("{{nowrap|{{flag|Peru}}}} {{coord|1|2}}[https://x.org here]", "!Peru>Peru here");
        check("{{unclosed [[also {x} [y]", "{{unclosed [[also {x} [y]");
    }

    #[test]
    fn markup_left_open_costs_no_time() {
        let text = "{{[[".repeat(200_000);
        assert_eq!(marked(&text, &mut Notes::new()), text);
    }
}
