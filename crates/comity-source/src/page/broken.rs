//! Paragraphs whose lines are broken by hand (`<br>`): a list that is none in the markup.

use crate::page::Page;
use crate::page::outline::{BOLD, Line, RUNNING_TEXT};
use crate::page::words::Words;
use crate::table_row::Notes;

/// Characters of an entry, and of one that is a name and nothing else. Guessed: a longer line is a sentence.
const LONGEST_ENTRY: usize = 100;
const LONGEST_NAME: usize = 40;

/// Takes the lines of a paragraph as entries, a first one that is a name as their heading where none stands above; whether
/// they are any.
///
/// Most of them (four in five) say a place and where it lies, or since when. Names alone are kept for a page without lists.
pub(super) fn push(marked: &str, page: &mut Page) -> bool {
    let mut notes = Notes::new();
    let mut lines: Vec<Words> = marked.lines().map(|line| Words::of(line, &mut notes)).collect();
    lines.retain(|line| !line.shown().is_empty());
    let has_head = lines.first().is_some_and(|first| !is_entry(first)) && lines.len() > 2;
    let head = has_head.then(|| lines.remove(0));
    let entries = lines.iter().filter(|line| is_entry(line)).count();
    let are_entries = entries > 1 && entries * 5 >= lines.len() * 4;
    let are_names = lines.len() > 1 && lines.iter().all(is_name);
    let leads_names = head.as_ref().is_none_or(|head| is_name(head) || leads(head));
    if !(are_entries || are_names && leads_names) {
        return false;
    }
    if are_entries {
        page.count("paragraphs with a line for each entry, read as lists");
    }
    match head {
        Some(head) if is_name(&head) && !are_entries => page.outline.push(Line::Name(head)),
        Some(head) if is_name(&head) && !page.outline.is_under_heading() => {
            page.outline.push(Line::Heading(BOLD, head));
        }
        Some(_) => page.count(RUNNING_TEXT),
        None => {}
    }
    let line = if are_entries { |words| Line::Entry(1, words) } else { Line::Name };
    page.outline.lines_of(lines.into_iter().map(line));
    for (note, count) in notes {
        *page.notes.entry(note).or_default() += count;
    }
    true
}

/// `Lyon, France`, `Lyon (1981)`, a flag and a name: no sentence and no address.
fn is_entry(words: &Words) -> bool {
    let text = words.text.as_str();
    let says_more = text.contains([',', '，', '(', '（']) || text.contains(" – ") || !words.flag.is_empty();
    says_more && begins_as_name(text) && !is_sentence(text) && text.chars().count() <= LONGEST_ENTRY
}

fn is_name(words: &Words) -> bool {
    let text = words.text.as_str();
    let is_short = text.chars().count() <= LONGEST_NAME && text.split(' ').count() <= 4;
    is_short && begins_as_name(text) && !is_sentence(text) && !text.contains(|c: char| c.is_ascii_digit())
}

/// `Our partners:`
fn leads(words: &Words) -> bool {
    words.text.ends_with([':', '：'])
}

fn begins_as_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':']) || text.contains(['@', '：']) || text.contains("//")
}
