//! Names that cities no longer go by, where the gazetteer does not say so.

use comity_names::fold;

use crate::hit::FoundBy;
use crate::meaning::Meaning;
use crate::search::Search;

/// Lines `former name: name today: country`; `#` begins a remark.
const NAMES: &str = include_str!("former.txt");

struct Renamed {
    former: &'static str,
    today: &'static str,
    country: &'static str,
}

fn renamed(line: &'static str) -> Option<Renamed> {
    let (former, rest) = line.split_once(": ")?;
    let (today, country) = rest.split_once(": ")?;
    Some(Renamed { former, today, country })
}

fn all() -> impl Iterator<Item = Renamed> {
    NAMES.lines().filter(|line| !line.starts_with('#')).filter_map(renamed)
}

/// Whether a thing of this name in this country was called so formerly.
pub(crate) fn is_former(key: &str, name: &str, country: &str) -> bool {
    let name = fold(name);
    all().any(|one| one.country == country && fold(one.former) == key && fold(one.today) == name)
}

impl<'a> Search<'a> {
    /// What bears the name of today as its own.
    pub(crate) fn formerly(&self, key: &str) -> Vec<Meaning<'a>> {
        let mut found = Vec::new();
        for one in all().filter(|one| fold(one.former) == key) {
            let today = self.called(&fold(one.today)).into_iter();
            let own = today.filter(|it| it.by == FoundBy::Name && self.country(it.bearer) == one.country);
            found.extend(own.map(|it| Meaning { by: FoundBy::FormerName, key: key.to_owned(), ..it }));
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
        assert!(NAMES.lines().filter(|line| !line.starts_with('#')).all(|line| renamed(line).is_some()));
    }
}
