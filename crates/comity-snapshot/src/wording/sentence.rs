//! Words as a sentence.

use comity_messages::Language;

/// With a capital at the start and a full stop at the end; between Chinese sentences is no space.
pub fn sentence(text: &str) -> String {
    let mut out = capitalised(text);
    if out.is_empty() {
        return out;
    }
    let is_chinese = Language::current() == Language::Chinese && out.chars().any(is_han);
    if is_chinese {
        out = out.replace("。 ", "。");
    }
    if !out.ends_with(['.', '!', '?', ':', '。', '！', '？', '：']) {
        out.push(if is_chinese { '。' } else { '.' });
    }
    out
}

const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Names of countries that English gives an article, where they do not begin with "United".
const WITH_ARTICLE: [&str; 12] = [
    "Bahamas",
    "Central African Republic",
    "Comoros",
    "Czech Republic",
    "Dominican Republic",
    "Gambia",
    "Maldives",
    "Marshall Islands",
    "Netherlands",
    "Philippines",
    "Seychelles",
    "Solomon Islands",
];

/// A name within a sentence: "the United States", "the Netherlands", "Japan".
pub fn definite(name: &str) -> String {
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let takes_one = bare.starts_with("United ") || WITH_ARTICLE.contains(&bare);
    if takes_one { format!("the {bare}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_and_end() {
        assert_eq!(sentence("there is no entity x"), "There is no entity x.");
        assert_eq!(sentence("éa!"), "Éa!");
        assert_eq!(sentence(""), "");
        let said = || ["在档3项。 其中1项终止", "Kyoto"].map(sentence);
        assert_eq!(Language::Chinese.within(said), ["在档3项。其中1项终止。", "Kyoto."]);
    }
}
