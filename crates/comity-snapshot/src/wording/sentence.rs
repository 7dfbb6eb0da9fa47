//! Words as a sentence.

/// With a capital at the start and a full stop at the end.
pub fn sentence(text: &str) -> String {
    let mut out = capitalised(text);
    if !out.is_empty() && !out.ends_with(['.', '!', '?', ':']) {
        out.push('.');
    }
    out
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_and_end() {
        assert_eq!(sentence("there is no entity x"), "There is no entity x.");
        assert_eq!(sentence("éa!"), "Éa!");
        assert_eq!(sentence(""), "");
    }
}
