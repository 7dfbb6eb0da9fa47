//! Names as they are compared: without case, accents and punctuation, in their own script.

/// `"São Paulo"` and `"sao-paulo"` become `"sao paulo"`; scripts other than Latin keep their letters.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            push(&mut folded, c.to_ascii_lowercase());
        } else if is_latin(c) {
            any_ascii::any_ascii_char(c).chars().for_each(|c| push(&mut folded, c.to_ascii_lowercase()));
        } else if !('\u{300}'..='\u{36f}').contains(&c) {
            c.to_lowercase().for_each(|c| push(&mut folded, c));
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        '\'' | '’' | '.' => {}
        c if c.is_alphanumeric() => folded.push(c),
        _ if folded.is_empty() || folded.ends_with(' ') => {}
        _ => folded.push(' '),
    }
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_meet() {
        assert_eq!(fold("São Paulo"), fold("sao-paulo"));
        assert_eq!(fold("Washington, D.C."), "washington dc");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("東京"), "東京");
        assert_eq!(fold(" – "), "");
    }
}
