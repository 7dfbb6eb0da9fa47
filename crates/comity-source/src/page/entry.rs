//! One entry of a list: who, since when, and what else is said.

use crate::date_style::DateStyle;
use crate::page::words::{Words, one_line};
use crate::written_date::written_date;

/// `Bar, Germany (1987) – dormant`, taken apart. Nothing of it is left out but marks of footnotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedEntry {
    /// With the places it lies in, as written.
    pub name: String,
    /// What stands for the date, as written.
    pub since: String,
    pub remark: String,
    pub(super) link: String,
    pub(super) flag: String,
    /// It ended in marks of footnotes.
    pub(super) was_marked: bool,
}

impl ListedEntry {
    /// A line as text.
    pub fn of(line: &str) -> Self {
        Self::of_words(&Words { text: line.to_owned(), ..Words::default() })
    }

    pub(super) fn of_words(words: &Words) -> Self {
        let whole = one_line(&words.text);
        let text = without_marks(&whole);
        let was_marked = text.len() < whole.trim_end().len();
        let (link, flag) = (words.links.clone(), words.flag.clone());
        let mut entry = Self { link, flag, was_marked, ..Self::default() };
        let (before, bracket, after) = dated_bracket(text);
        let (date, said) = dated_part(bracket);
        date.clone_into(&mut entry.since);
        let mut remarks = vec![said.to_owned()];
        let mut place = before;
        if entry.since.is_empty() {
            for part in [" – ", " — ", " - ", ": ", ", since "] {
                let Some((left, right)) = place.split_once(part) else { continue };
                match (is_date(left), is_date(right)) {
                    (true, false) => (entry.since, place) = (left.trim().to_owned(), right),
                    (false, true) => (place, entry.since) = (left, right.trim().to_owned()),
                    _ => continue,
                }
                break;
            }
        }
        let trimmed = place.trim_end();
        if entry.since.is_empty()
            && let Some((left, right)) = trimmed.rsplit_once([',', '，', '）', ')', ' '])
            && is_date(right)
        {
            place = trimmed.get(..trimmed.len() - right.len()).unwrap_or(left);
            right.trim().clone_into(&mut entry.since);
        }
        place = without_flag(place, &words.flag);
        // After a place and its country a dash parts what is said of them; `Mali – Timbuktu` stays one name.
        for dash in [" – ", " — "] {
            if let Some((left, right)) = place.split_once(dash).filter(|(left, _)| left.contains(',')) {
                place = left;
                remarks.push(bare(right).to_owned());
            }
        }
        remarks.push(bare(after).to_owned());
        remarks.retain(|remark| !remark.is_empty());
        entry.remark = remarks.join("; ");
        let name = if bare(place).is_empty() { words.flag.as_str() } else { bare(place) };
        name.clone_into(&mut entry.name);
        entry
    }
}

/// Without the marks of footnotes that stand in the line itself: `Lyon, France (1981) [a]*`.
fn without_marks(text: &str) -> &str {
    let signs = ['*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰'];
    let bare = text.trim_end_matches(signs).trim_end();
    let bracket = bare.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    match bracket.filter(|(before, inside)| is_mark(inside) && !before.trim().is_empty()) {
        Some((before, _)) => without_marks(before),
        None => bare,
    }
}

/// A letter, or up to three digits.
fn is_mark(inside: &str) -> bool {
    let is_letter = inside.chars().count() == 1 && inside.chars().all(char::is_alphabetic);
    is_letter || (1..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit())
}

/// `Timbuktu` of `Mali – Timbuktu` under the flag of Mali.
fn without_flag<'t>(place: &'t str, flag: &str) -> &'t str {
    let rest = place.trim_start().strip_prefix(flag).filter(|_| !flag.is_empty());
    let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric) && !bare(rest).is_empty());
    rest.unwrap_or(place)
}

/// The text before the first bracket that holds a date, what is in it, and the text after it.
fn dated_bracket(text: &str) -> (&str, &str, &str) {
    for (open, sign) in text.match_indices(['(', '（']) {
        let (before, inside) = (text.get(..open), text.get(open + sign.len()..));
        let (Some(before), Some((inside, after))) =
            (before, inside.and_then(|rest| rest.split_once([')', '）'])))
        else {
            continue;
        };
        if has_year(inside) || (inside.contains('年') && is_read(inside)) {
            return (before, inside.trim(), after);
        }
    }
    (text, "", "")
}

/// `1990` and `suspended` of `1990, suspended`.
fn dated_part(bracket: &str) -> (&str, &str) {
    let parts = bracket.split_once([',', ';']).filter(|(date, said)| is_date(date) && !has_year(said));
    parts.map_or((bracket, ""), |(date, said)| (date.trim(), bare(said)))
}

/// Whether four digits stand alone and begin as years do.
fn has_year(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(|digits| digits.len() == 4 && (digits.starts_with('1') || digits.starts_with("20")))
}

fn is_date(text: &str) -> bool {
    (has_year(text) || text.contains('年')) && is_read(text)
}

fn is_read(text: &str) -> bool {
    written_date(text.trim(), DateStyle::default()).is_some()
}

/// Without the signs that part it from what stands beside it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '–' | '—' | '-' | ':' | '*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let ListedEntry { name, since, remark, .. } = ListedEntry::of(text);
        assert_eq!(format!("{name} | {since} | {remark}"), expect, "{text}");
    }

    #[test]
    fn an_entry_is_taken_apart_and_nothing_is_left_out() {
        check("Bar, Germany (1987)", "Bar, Germany | 1987 | ");
        check("Chambly (Oise), France (since 12 May 1987)", "Chambly (Oise), France | since 12 May 1987 | ");
        check("Lyon, France – dormant", "Lyon, France |  | dormant");
        check("Mali – Timbuktu", "Mali – Timbuktu |  | ");
        check("Kyiv, Ukraine (1990, suspended) – see below", "Kyiv, Ukraine | 1990 | suspended; see below");
        check("1981: Lyon, France", "Lyon, France | 1981 | ");
        check("Lyon, France, 1981", "Lyon, France | 1981 | ");
        check("Lyon 1981", "Lyon | 1981 | ");
        check("大邱廣域市（韓国）昭和34年", "大邱廣域市（韓国） | 昭和34年 | ");
        check("ポートランド市（1959年11月17日）", "ポートランド市 | 1959年11月17日 | ");
        check("Lyon – 25 November 1981", "Lyon | 25 November 1981 | ");
        check("Stratford-upon-Avon, St. Gallen", "Stratford-upon-Avon, St. Gallen |  | ");
        check("Washington, D.C.", "Washington, D.C. |  | ");
        check("Lyon, France (1981) [a]*", "Lyon, France | 1981 | ");
        check("Lyon, France[12][13]", "Lyon, France |  | ");
    }
}
