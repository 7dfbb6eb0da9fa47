//! What a template of a wiki shows of its arguments: most are ornament.

/// What is kept of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Shown<'t> {
    /// The country of a flag alone.
    Flag(&'t str),
    /// A flag with the country's name.
    Country(&'t str),
    /// This text, which may hold markup.
    Text(&'t str),
    /// These parts of a date, the year first.
    Date(Vec<&'t str>),
    /// Arguments that hold lists or tables of their own.
    Blocks(Vec<&'t str>),
    Nothing,
}

/// The name of a template, and what it shows.
pub(super) fn shown(inside: &str) -> (String, Shown<'_>) {
    let parts = arguments(inside);
    let name = parts.first().map(|name| name.trim().replace('_', " ").to_lowercase()).unwrap_or_default();
    let plain: Vec<&str> =
        parts.iter().skip(1).map(|part| part.trim()).filter(|part| !is_named(part)).collect();
    let (first, last) = (plain.first().copied(), plain.last().copied());
    let shown = match name.as_str() {
        "flagicon" | "flagdeco" | "flag icon" | "bandiera" | "drapeau" | "флаг" => first.map(Shown::Flag),
        "flag" | "flagu" | "flagcountry" | "flaglist" | "flag+link" => first.map(Shown::Country),
        "nowrap" | "nobr" | "small" | "lang" | "sort" | "center" | "big" | "nowraplinks" => {
            last.map(Shown::Text)
        }
        "ill" | "interlanguage link" | "abbr" | "link-interwiki" => first.map(Shown::Text),
        "dts" | "date table sorting" | "start date" => Some(Shown::Date(plain.clone())),
        _ => None,
    };
    if let Some(shown) = shown {
        return (name, shown);
    }
    // `{{FRA}}` is a flag with a name, `{{FRA|#}}` a flag.
    let code = parts.first().map(|code| code.trim()).filter(|code| is_code(code));
    let blocks: Vec<&str> = parts.iter().skip(1).copied().filter(|part| holds_blocks(part)).collect();
    let shown = match (code, first) {
        (Some(code), Some("#")) => Shown::Flag(code),
        (Some(code), None) => Shown::Country(code),
        _ if !blocks.is_empty() => Shown::Blocks(blocks),
        _ => Shown::Nothing,
    };
    (name, shown)
}

fn is_code(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `colwidth=20em`.
fn is_named(argument: &str) -> bool {
    let name = argument.split_once('=').map(|(name, _)| name.trim());
    name.is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c))
    })
}

fn holds_blocks(argument: &str) -> bool {
    argument.lines().any(|line| line.trim_start().starts_with(['*', '#']) || line.starts_with("{|"))
}

/// Between bars that stand in no link and no template of their own.
fn arguments(inside: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in inside.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                parts.push(inside.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(inside.get(start..).unwrap_or_default());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ornament_is_told_from_what_it_shows() {
        for (inside, expect) in [
            ("flagicon|DEU|size=20px", Shown::Flag("DEU")),
            ("flag|Germany", Shown::Country("Germany")),
            ("FRA|#", Shown::Flag("FRA")),
            ("FRA", Shown::Country("FRA")),
            ("nowrap|[[Foo|Bar]]", Shown::Text("[[Foo|Bar]]")),
            ("columns-list|colwidth=20em|\n* [[A|B]]\n", Shown::Blocks(vec!["\n* [[A|B]]\n"])),
            ("dts|1987|5|1", Shown::Date(vec!["1987", "5", "1"])),
            ("coord|50|N|8|E", Shown::Nothing),
        ] {
            assert_eq!(shown(inside).1, expect, "{inside}");
        }
    }
}
