//! The other row of a pair: where León in Spain lists Oaxaca, the row of Oaxaca that lists León means Spain's.

use std::collections::HashMap;

use comity_gazetteer::fold;

/// A row of a list of pairs: a host with its country, and a partner without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'p> {
    pub host: &'p str,
    pub country: &'p str,
    pub partner: &'p str,
}

/// All rows of a list, to be asked for the one that says the same from the other side.
#[derive(Debug)]
pub struct Reciprocals<'p> {
    /// Folded host and partner → the countries of the hosts.
    countries: HashMap<(String, String), Vec<&'p str>>,
}

impl<'p> Reciprocals<'p> {
    pub fn of(pairs: &[Pair<'p>]) -> Self {
        let mut countries: HashMap<(String, String), Vec<&'p str>> = HashMap::new();
        for pair in pairs {
            let known = countries.entry((head(pair.host), head(pair.partner))).or_default();
            if !known.contains(&pair.country) {
                known.push(pair.country);
            }
        }
        Self { countries }
    }

    /// The country of the partner, if exactly one country has a host of its name that lists this host in return.
    pub fn country(&self, pair: &Pair<'_>) -> Option<&'p str> {
        match self.countries.get(&(head(pair.partner), head(pair.host)))?.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The name without its division, folded: one list writes `Yonkers, New York`, the other `Yonkers`.
fn head(name: &str) -> String {
    fold(name.split([',', '(']).next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reciprocal_row_names_the_country() {
        let pair = |host, country, partner| Pair { host, country, partner };
        let pairs = [
            pair("León", "Spain", "Oaxaca"),
            pair("Oaxaca", "Mexico", "León"),
            pair("León", "Nicaragua", "Hamburg"),
            pair("Yonkers, New York", "United States", "Kamëz"),
            pair("Kamëz", "Albania", "Yonkers"),
        ];
        let reciprocals = Reciprocals::of(&pairs);
        assert_eq!(reciprocals.country(&pairs[1]), Some("Spain"));
        assert_eq!(reciprocals.country(&pairs[4]), Some("United States"));
        assert_eq!(reciprocals.country(&pairs[2]), None, "Hamburg does not list León");
    }

    #[test]
    fn two_countries_settle_nothing() {
        let pairs = [
            Pair { host: "Santiago", country: "Chile", partner: "Quito" },
            Pair { host: "Santiago", country: "Cuba", partner: "Quito" },
        ];
        let asked = Pair { host: "Quito", country: "Ecuador", partner: "Santiago" };
        assert_eq!(Reciprocals::of(&pairs).country(&asked), None);
    }
}
