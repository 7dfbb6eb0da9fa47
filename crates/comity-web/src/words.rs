//! Comity's words for a reader: numbers, days, claims and decisions as one would say them.

mod claim;
mod date;
mod kind;
mod looked;
mod record;
mod tie;

pub(crate) use claim::{claim, when};
pub(crate) use comity_answer::{
    date_in_words as date, mention_in_words as mention, written_in_words as written,
};
pub(crate) use date::{edtf, known, moment};
pub(crate) use kind::{
    entity_kind, entry_kind, field, kinds, layer, link, mark, source_kind, standing, sure,
};
pub(crate) use looked::{looks, unlooked};
pub(crate) use record::record;
pub(crate) use tie::{claims, marked, over, own_name, proofs};

/// 26114 as 26,114.
pub(crate) fn number(n: &impl ToString) -> String {
    let digits = n.to_string();
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("−", rest));
    let mut out = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 claim`, `2 claims`.
pub(crate) fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(&n), if n == 1 { one } else { many })
}

/// Rows that a long table shows before a reader asks for the rest.
pub(crate) const SHOWN: usize = 20;
/// A table of so many rows is shown whole.
pub(crate) const LONG: usize = 25;

/// The classes of what stands around a table of so many rows.
pub(crate) fn cut(rows: usize) -> &'static str {
    if rows > LONG { "rows cut" } else { "rows" }
}

/// `ties-0`: a name for the n-th of its kind.
pub(crate) fn nth(name: &str, n: &impl std::fmt::Display) -> String {
    format!("{name}-{n}")
}

/// With a capital at the start and a full stop at the end.
pub(crate) fn sentence(text: &str) -> String {
    let mut out = capitalised(text);
    if !out.is_empty() && !out.ends_with(['.', '!', '?', ':']) {
        out.push('.');
    }
    out
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `gn5128581` for a page's small print; a hash is shown by its first letters.
pub(crate) fn short(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas() {
        let said: Vec<String> = [0, 999, 1_000, 26_114, -1_234_567].iter().map(|n: &i64| number(n)).collect();
        assert_eq!(said, ["0", "999", "1,000", "26,114", "−1,234,567"]);
        assert_eq!(counted(1, "claim", "claims"), "1 claim");
    }

    #[test]
    fn sentences_begin_and_end() {
        assert_eq!(sentence("there is no entity x"), "There is no entity x.");
        assert_eq!(sentence("éa!"), "Éa!");
        assert_eq!(sentence(""), "");
    }
}
