//! Names that countries and cities no longer go by.

use std::sync::LazyLock;

use comity_gazetteer::Iso2;
use comity_names::fold;

use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;

/// Folded, in the order of the file, which says what its lines are.
static FORMER: LazyLock<Vec<FormerName>> =
    LazyLock::new(|| lines().flat_map(|line| read(line).unwrap_or_default()).collect());

struct FormerName {
    key: String,
    country: Iso2,
    /// The city's name today; empty for a country.
    today: String,
}

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("former.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read(line: &str) -> Option<Vec<FormerName>> {
    let (former, rest) = line.split_once(": ")?;
    let (today, countries) = rest.split_once(": ").unwrap_or(("", rest));
    countries
        .split(' ')
        .map(|code| Some(FormerName { key: fold(former), country: code.parse().ok()?, today: fold(today) }))
        .collect()
}

/// Whether a city of this name in this country was called so formerly.
pub(crate) fn is_former(key: &str, name: &str, country: &str) -> bool {
    let mut former = FORMER.iter().filter(|one| one.key == key && one.country.as_str() == country);
    former.any(|one| one.today == fold(name))
}

impl<'a> Search<'a> {
    /// The countries that came after one of this name; the largest of the cities that bear the name of today as their own,
    /// as Foochow is Fuzhou in Fujian and not the one in Jiangxi.
    pub(crate) fn formerly(&self, key: &str) -> Vec<Meaning<'a>> {
        let mut found = Vec::new();
        for one in FORMER.iter().filter(|one| one.key == key) {
            let country = one.country.as_str();
            let today = self.called(&one.today).into_iter();
            let own = today.filter(|it| it.by == FoundBy::Name && self.country(it.bearer) == country);
            let nation = self.nation(one.country).filter(|_| one.today.is_empty());
            let city = own.map(|it| it.bearer).max_by_key(|bearer| self.people(*bearer));
            let bearers = city.into_iter().chain(nation);
            found.extend(bearers.map(|bearer| Meaning::new(bearer, FoundBy::FormerName, key)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_name_leads_to_that_of_today() {
        assert!(is_former("peking", "Beijing", "CN"));
        assert!(!is_former("peking", "Nanjing", "CN"));
        assert!(!is_former("peking", "Beijing", "US"));
    }

    #[test]
    fn every_line_is_read() {
        assert!(lines().all(|line| read(line).is_some_and(|found| !found.is_empty())));
    }
}
