//! The ways one written name may be read: `Vienna 9 – Alsergrund` as Alsergrund in Vienna.

use comity_names::{AffixKind, cores, fold};

use crate::mojibake::repair;

/// One way to read a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NameVariant {
    /// Folded.
    pub(crate) name: String,
    /// In lower case but with its accents, where it has any: they tell Ōyama from Oyama.
    pub(crate) accented: Option<String>,
    /// What the rest of the text says it lies in, as written.
    pub(crate) within: Vec<String>,
    /// What the words taken away say it is.
    pub(crate) kind: Option<AffixKind>,
    /// These words, folded; empty where none were taken away.
    pub(crate) taken: String,
    /// From 1, read as it stands, downwards the more had to be done.
    pub(crate) trust: f32,
    /// How it was read; empty for the name as it stands.
    pub(crate) how: String,
    /// It names what the place lies in, not the place: worth showing, never a match.
    pub(crate) is_container: bool,
    /// `Poland, Łódź`, `Gmünd in Kärnten`: to be believed only where the other part does contain it.
    pub(crate) is_inverted: bool,
}

impl NameVariant {
    fn plain(name: &str) -> Self {
        let accented = (!name.is_ascii()).then(|| name.trim().to_lowercase());
        Self {
            name: fold(name),
            accented,
            within: Vec::new(),
            kind: None,
            taken: String::new(),
            trust: 1.0,
            how: String::new(),
            is_container: false,
            is_inverted: false,
        }
    }

    pub(crate) fn within(name: &str, within: &[&str], trust: f32) -> Self {
        let how = format!("`{}` in `{}`", name.trim(), within.join(", "));
        let within = within.iter().map(|part| (*part).to_owned()).collect();
        Self { within, trust, how, ..Self::plain(name) }
    }

    fn container(name: &str) -> Self {
        Self {
            is_container: true,
            trust: 0.8,
            how: format!("`{}` is all that is known of it", name.trim()),
            ..Self::plain(name)
        }
    }

    pub(crate) fn instead(name: &str, trust: f32) -> Self {
        Self { trust, how: format!("read as `{}`", name.trim()), ..Self::plain(name) }
    }
}

/// The name as it stands, then its parts, the likelier first. Never empty, without repetitions.
pub(crate) fn readings(text: &str) -> Vec<NameVariant> {
    let mut found = vec![NameVariant::plain(text)];
    if let Some(repaired) = repair(text) {
        found.extend(structured(&repaired));
        found.push(NameVariant {
            how: format!("mis-encoded text repaired to `{repaired}`"),
            trust: 0.98,
            ..NameVariant::plain(&repaired)
        });
    }
    found.extend(structured(text));
    found.retain(|reading| !reading.name.is_empty());
    let mut seen: Vec<(String, Vec<String>)> = Vec::new();
    found.retain(|reading| {
        let key = (reading.name.clone(), reading.within.clone());
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
    found
}

fn structured(text: &str) -> Vec<NameVariant> {
    let text = &without_markup(text);
    let mut found = Vec::new();
    found.extend(without_mark(text));
    found.extend(bracketed(text));
    found.extend(after_commas(text));
    found.extend(dashed(text));
    found.extend(slashed(text));
    found.extend(numbered(text));
    found.extend(abbreviated(text));
    found.extend(without_river(text));
    found.extend(named_after_division(text));
    found
}

/// `Chambly (Oise){{!}}Chambly`, `[[Lyon|Lione]]`: the first part is the page's title.
fn without_markup(text: &str) -> String {
    let bare = text.replace("[[", "").replace("]]", "").replace("{{!}}", "|");
    bare.split('|').next().unwrap_or_default().trim().to_owned()
}

/// `Birmingham¹`: a mark that points to a note.
fn without_mark(text: &str) -> Option<NameVariant> {
    let bare = text.trim_end_matches(['*', '†', '‡', '§', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']);
    (bare.len() < text.len()).then(|| NameVariant::instead(bare, 0.99))
}

/// `Chambly (Oise)`: in Oise; `Enz (district)`: the word says the kind; `Iława (rural gmina)`: a body of which only the
/// town is known.
fn bracketed(text: &str) -> Vec<NameVariant> {
    let Some((before, rest)) = text.split_once(['(', '[']) else { return Vec::new() };
    let inside = rest.trim_end().trim_end_matches([')', ']']);
    if before.trim().is_empty() {
        return vec![NameVariant::instead(inside, 0.9)];
    }
    let is_code = inside.len() < 4 && inside.chars().all(char::is_uppercase);
    if let Some(kind) = kind_of(inside).filter(|_| !is_code) {
        let how = format!("`{}`, a {}", before.trim(), inside.trim());
        return vec![NameVariant {
            kind: Some(kind),
            taken: fold(inside),
            how,
            trust: 0.99,
            ..NameVariant::plain(before)
        }];
    }
    if inside.starts_with(char::is_lowercase) || is_association(inside) {
        return vec![NameVariant::container(before)];
    }
    let mut found = vec![NameVariant::within(before, &[inside], 0.97), NameVariant::container(inside)];
    found.extend(after_commas(before));
    found
}

/// What unites several municipalities under the name of one of them.
fn is_association(word: &str) -> bool {
    const ASSOCIATIONS: [&str; 8] = [
        "amt",
        "samtgemeinde",
        "verbandsgemeinde",
        "verwaltungsgemeinschaft",
        "communaute",
        "communaute de communes",
        "mikroregion",
        "gmina wiejska",
    ];
    ASSOCIATIONS.contains(&fold(word).as_str())
}

/// The kind of government a word names all by itself, whichever side of a name it stands on: `county`, `provincia`.
fn kind_of(word: &str) -> Option<AffixKind> {
    let word = fold(word);
    let framed = cores(&format!("x {word}")).into_iter().chain(cores(&format!("{word} x")));
    framed.into_iter().find(|core| core.text == "x").map(|core| core.kind)
}

/// `Rochester, New York`; `Barco de Valdeorras, O`; `Mendrisio, Ticino, Switzerland`.
fn after_commas(text: &str) -> Vec<NameVariant> {
    let parts: Vec<&str> = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let [first, rest @ ..] = parts.as_slice() else { return Vec::new() };
    match rest {
        [] => Vec::new(),
        [article] if is_article(article) => {
            let whole = if article.ends_with(['\'', '’']) {
                format!("{article}{first}")
            } else {
                format!("{article} {first}")
            };
            vec![NameVariant {
                how: format!("`{article}` put first"),
                trust: 0.99,
                ..NameVariant::plain(&whole)
            }]
        }
        [only] => vec![
            NameVariant::within(first, rest, 0.97),
            NameVariant { is_inverted: true, ..NameVariant::within(only, &[first], 0.96) },
            NameVariant {
                how: format!("`{only}` put first"),
                trust: 0.95,
                ..NameVariant::plain(&format!("{only} {first}"))
            },
        ],
        _ => vec![NameVariant::within(first, rest, 0.97)],
    }
}

fn is_article(word: &str) -> bool {
    const ARTICLES: [&str; 23] = [
        "the", "o", "a", "os", "as", "el", "la", "los", "las", "les", "le", "l", "els", "il", "lo", "gli",
        "i", "de", "den", "het", "al", "es", "sa",
    ];
    ARTICLES.contains(&fold(word).as_str())
}

/// `Vienna 9 – Alsergrund`, `Prosek - Praha`: either side may be the part, the first only where the second holds it.
fn dashed(text: &str) -> Vec<NameVariant> {
    let Some((left, right)) = [" – ", " - ", " — ", " −"].iter().find_map(|dash| text.split_once(dash))
    else {
        return Vec::new();
    };
    let city = left.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    vec![
        NameVariant::within(right, &[city], 0.95),
        NameVariant { is_inverted: true, ..NameVariant::within(left, &[right], 0.95) },
        NameVariant::container(city),
    ]
}

/// `Prague 4`, `Budapest II`: of the district only the city is known.
fn numbered(text: &str) -> Option<NameVariant> {
    let (city, number) = text.trim_end().rsplit_once(' ')?;
    (is_roman(number) || number.trim_end_matches('.').parse::<u8>().is_ok())
        .then(|| NameVariant::container(city))
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// `Okinoshima SMN`, `Benicia CA`: capitals at the end abbreviate a division.
fn abbreviated(text: &str) -> Option<NameVariant> {
    let (name, letters) = text.trim_end().rsplit_once(' ')?;
    let capitals = matches!(letters.len(), 2 | 3) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    (capitals && !is_roman(letters) && name.contains(char::is_lowercase))
        .then(|| NameVariant::within(name, &[letters], 0.96))
}

/// `Valle de Yerri / Deierri`: one place in two languages; `Santa Maria/RS`: in a division, by its code.
fn slashed(text: &str) -> Vec<NameVariant> {
    let Some((left, right)) = text.split_once('/') else { return Vec::new() };
    let (left, right) = (left.trim(), right.trim());
    // `Frankfurt/O.` is a shortened name (`initials.rs`).
    if left.len() < 2 || right.len() < 2 || right.ends_with('.') {
        return Vec::new();
    }
    if matches!(right.len(), 2 | 3) && right.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return vec![NameVariant::within(left, &[right], 0.97)];
    }
    vec![NameVariant::instead(left, 0.97), NameVariant::instead(right, 0.93)]
}

/// `Gundelfingen an der Donau`: German towns are often filed without their river.
fn without_river(text: &str) -> Option<NameVariant> {
    const LINKS: [&str; 10] = [
        " an der ",
        " am ",
        " an dem ",
        " im ",
        " in der ",
        " bei ",
        " ob der ",
        " auf der ",
        " vor der ",
        " in ",
    ];
    let before = LINKS
        .iter()
        .filter_map(|link| text.split_once(link))
        .map(|(before, _)| before)
        .min_by_key(|before| before.len())?;
    Some(NameVariant::instead(before, 0.92))
}

/// `Antas de Almería`, `Gmünd in Kärnten`, `Leuze-en-Hainaut`: to be believed where the division does contain them.
fn named_after_division(text: &str) -> Option<NameVariant> {
    const LINKS: [&str; 10] =
        [" de ", " del ", " di ", " in der ", " in ", " im ", " en ", " na ", "-en-", "-in-"];
    let (before, after) = LINKS.iter().find_map(|link| text.split_once(link))?;
    Some(NameVariant { is_inverted: true, ..NameVariant::within(before, &[after], 0.94) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: &str, within: &[&str]) {
        let found = readings(text);
        assert!(
            found.iter().any(|reading| reading.name == name && reading.within == within),
            "{text}: {found:?}"
        );
    }

    #[test]
    fn names_are_read_in_several_ways() {
        check("Rochester, New York", "rochester", &["New York"]);
        check("Vienna 9 – Alsergrund", "alsergrund", &["Vienna"]);
        check("Kőbánya (Budapest)", "kobanya", &["Budapest"]);
        check("Barco de Valdeorras, O", "o barco de valdeorras", &[]);
        check("Chambly (Oise){{!}}Chambly", "chambly", &["Oise"]);
        check("Valle de Yerri / Deierri", "deierri", &[]);
        check("Ã“zd", "ozd", &[]);
    }

    #[test]
    fn the_name_as_it_stands_comes_first() {
        assert_eq!(readings("Villeneuve-sur-Lot")[0], NameVariant::plain("Villeneuve-sur-Lot"));
        assert_eq!(readings("Berat").len(), 1);
    }
}
