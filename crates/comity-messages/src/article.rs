//! Names that English says with "the"; for the English files alone.

use fluent_bundle::{FluentArgs, FluentValue};

/// Countries whose names are plurals or descriptions; words that make a description of any name.
const NAMES: [&str; 13] = [
    "Bahamas",
    "Comoros",
    "Gambia",
    "Ivory Coast",
    "Maldives",
    "Netherlands",
    "Philippines",
    "Seychelles",
    "Soviet Union",
    "European Union",
    "United Arab Emirates",
    "United Kingdom",
    "United States",
];
const DESCRIPTIONS: [&str; 5] =
    [" Republic", " Republic of the Congo", " Islands", " Territories", " Federation"];

/// `{ THE($place) }` in a message: "the United States", "Japan".
pub(crate) fn the<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::String(name)) => with_article(name).into(),
        Some(other) => other.clone(),
        None => FluentValue::None,
    }
}

fn with_article(name: &str) -> String {
    let described = DESCRIPTIONS.iter().any(|ending| name.ends_with(ending));
    if described || NAMES.contains(&name) { format!("the {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_countries_have_an_article() {
        let said = ["United States", "Japan", "Czech Republic", "New York"].map(with_article);
        assert_eq!(said, ["the United States", "Japan", "the Czech Republic", "New York"]);
    }
}
