//! Names that countries and cities no longer go by.

use std::sync::LazyLock;

use comity_gazetteer::{Iso2, former_country};
use comity_names::fold;

use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;

/// Of cities, folded, in the order of the file, which says what its lines are.
static FORMER: LazyLock<Vec<FormerName>> = LazyLock::new(|| lines().filter_map(read).collect());

struct FormerName {
    key: String,
    country: Iso2,
    /// The city's name today.
    today: String,
}

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("former.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read(line: &str) -> Option<FormerName> {
    let [former, today, country] = line.split(": ").collect::<Vec<_>>().try_into().ok()?;
    Some(FormerName { key: fold(former), country: country.parse().ok()?, today: fold(today) })
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
        let successors = former_country(key).into_iter().flat_map(|former| &former.successors);
        let mut bearers: Vec<_> = successors.filter_map(|country| self.nation(*country)).collect();
        for one in FORMER.iter().filter(|one| one.key == key) {
            let country = one.country.as_str();
            let today = self.called(&one.today).into_iter();
            let own = today.filter(|it| it.by == FoundBy::Name && self.country(it.bearer) == country);
            bearers.extend(own.map(|it| it.bearer).max_by_key(|bearer| self.people(*bearer)));
        }
        bearers.into_iter().map(|bearer| Meaning::new(bearer, FoundBy::FormerName, key)).collect()
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
        assert!(lines().all(|line| read(line).is_some()));
    }
}
