//! Countries of the past, and those that came after them.

use std::collections::HashMap;
use std::sync::LazyLock;

use comity_names::fold;

use crate::country::Iso2;

/// A name that a country no longer bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerCountry {
    /// As its line begins: `USSR` for `Sowjetunion` too.
    pub name: &'static str,
    /// The year in which ISO 3166-3 records its code as withdrawn.
    pub until: Option<u16>,
    /// The countries that came after it, one at least.
    pub successors: Vec<Iso2>,
    /// It goes on under another name: Burma is Myanmar, and the GDR is not Germany.
    pub is_renamed: bool,
}

/// By each of its names, folded. What the lines are is said in the file.
static FORMER: LazyLock<HashMap<String, FormerCountry>> = LazyLock::new(|| {
    let named = lines().filter_map(|line| Some((line.split(": ").next()?, read(line)?)));
    let each =
        named.flat_map(|(names, former)| names.split(" | ").map(move |name| (fold(name), former.clone())));
    each.collect()
});

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("former_countries.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read(line: &'static str) -> Option<FormerCountry> {
    let [names, until, codes] = line.split(": ").collect::<Vec<_>>().try_into().ok()?;
    let renamed = codes.strip_prefix("= ");
    let successors: Result<Vec<Iso2>, _> = renamed.unwrap_or(codes).split(' ').map(str::parse).collect();
    let name = names.split(" | ").next()?;
    let (until, is_renamed) = (until.parse().ok(), renamed.is_some());
    Some(FormerCountry { name, until, successors: successors.ok()?, is_renamed })
}

/// The country of the past that a text names: `DDR`, `Sowjetunion`, `ČSSR`.
pub fn former_country(text: &str) -> Option<&'static FormerCountry> {
    FORMER.get(&fold(text))
}

impl FormerCountry {
    /// `Czechoslovakia is a country of the past (ISO 3166 withdrew its code in 1993)`.
    pub fn told(&self) -> String {
        let until = self.until.map(|year| format!(" (ISO 3166 withdrew its code in {year})"));
        format!("{} is a country of the past{}", self.name, until.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_line_is_read() {
        assert!(lines().all(|line| read(line).is_some()), "{:?}", lines().find(|line| read(line).is_none()));
    }

    #[test]
    fn no_name_is_that_of_two() {
        let names = lines().filter_map(|line| line.split(": ").next());
        let in_all: usize =
            names.map(|names| names.split(" | ").map(fold).collect::<HashSet<_>>().len()).sum();
        assert_eq!(in_all, FORMER.len());
    }

    #[test]
    fn names_in_several_languages_lead_to_the_same() {
        let check =
            |text: &str, name: &str| assert_eq!(former_country(text).map(|found| found.name), Some(name));
        check("DDR", "German Democratic Republic");
        check("ČSSR", "Czechoslovakia");
        check("СССР", "USSR");
        check("U.S.S.R.", "USSR");
        assert_eq!(former_country("Germany"), None);
        let told = "Czechoslovakia is a country of the past (ISO 3166 withdrew its code in 1993)";
        assert_eq!(former_country("Tschechoslowakei").unwrap().told(), told);
    }
}
