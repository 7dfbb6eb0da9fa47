//! What the other rows of a list of pairs say: `A – B (Japan)` tells in which country the B of `B – A` lies.

use std::collections::{BTreeSet, HashMap};

use comity_names::fold;

/// One side of a pair, as written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartnerSide<'s> {
    pub name: &'s str,
    pub country: Option<&'s str>,
    pub admin: Option<&'s str>,
}

/// Where another row says that a name lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReciprocalHint {
    pub country: String,
    /// State, province or county; `None` also where the rows differ.
    pub admin: Option<String>,
}

/// All rows of a list, to be asked for those that say the same from the other side.
///
/// Memory grows with the number of distinct pairs that give a country; of those that lack one, where these were read
/// first.
#[derive(Debug, Default)]
pub struct Reciprocals {
    /// Folded name and partner → what rows say of the name.
    said: HashMap<(String, String), BTreeSet<ReciprocalHint>>,
    /// What is not said of these pairs is not remembered.
    awaited_only: bool,
}

impl Reciprocals {
    /// Remembers what a row says of its two partners.
    pub fn observe(&mut self, one: PartnerSide<'_>, other: PartnerSide<'_>) {
        self.note(one, other.name);
        self.note(other, one.name);
    }

    /// Has rows that are observed later remembered only as far as they answer what this one and others like it leave
    /// open: the country of a partner.
    pub fn await_answers(&mut self, one: PartnerSide<'_>, other: PartnerSide<'_>) {
        for (of, beside) in [(one, other.name), (other, one.name)] {
            if of.country.is_none() {
                self.awaited_only = true;
                self.said.entry((head(of.name), head(beside))).or_default();
            }
        }
    }

    /// Whether any row left a country open.
    pub fn are_awaited(&self) -> bool {
        self.awaited_only
    }

    fn note(&mut self, of: PartnerSide<'_>, beside: &str) {
        let Some(country) = of.country.filter(|country| !country.is_empty()) else { return };
        let heard = ReciprocalHint { country: country.to_owned(), admin: of.admin.map(ToOwned::to_owned) };
        let pair = (head(of.name), head(beside));
        if !self.awaited_only {
            self.said.entry(pair).or_default().insert(heard);
        } else if let Some(said) = self.said.get_mut(&pair) {
            said.insert(heard);
        }
    }

    /// Where the name lies, if its own row gives no country and all rows that pair it with `beside` agree on one.
    pub fn settle(&self, of: PartnerSide<'_>, beside: &str) -> Option<ReciprocalHint> {
        if of.country.is_some() {
            return None;
        }
        let said = self.said.get(&(head(of.name), head(beside)))?;
        let first = said.first()?;
        let agreed = said.iter().all(|heard| heard.country == first.country);
        let admin = first.admin.clone().filter(|_| said.len() == 1);
        agreed.then(|| ReciprocalHint { country: first.country.clone(), admin })
    }
}

/// The name without its division, folded: one list writes `Yonkers, New York`, the other `Yonkers`.
fn head(name: &str) -> String {
    fold(name.split([',', '(']).next().unwrap_or(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(text: &'static str) -> PartnerSide<'static> {
        let (name, country) =
            text.split_once(" | ").map_or((text, None), |(name, country)| (name, Some(country)));
        PartnerSide { name, country, admin: None }
    }

    /// Rows `A | Country ~ B`; the country of the second asked about beside the first.
    #[track_caller]
    fn check(rows: &[&'static str], asked: &'static str, beside: &str, country: Option<&str>) {
        let mut heard = Reciprocals::default();
        for row in rows {
            let (one, other) = row.split_once(" ~ ").unwrap();
            heard.observe(side(one), side(other));
        }
        let found = heard.settle(side(asked), beside).map(|heard| heard.country);
        assert_eq!(found.as_deref(), country);
    }

    #[test]
    fn the_row_that_starts_elsewhere_gives_the_country() {
        let rows = ["León | Spain ~ Oaxaca", "Oaxaca | Mexico ~ León", "León | Nicaragua ~ Hamburg"];
        check(&rows, "León", "Oaxaca", Some("Spain"));
        check(&rows, "Hamburg", "León", None);
        check(&rows, "León | Mexico", "Oaxaca", None);
        check(&["Yonkers, New York | United States ~ Kamëz"], "Yonkers", "Kamëz", Some("United States"));
    }

    #[test]
    fn where_questions_come_first_other_answers_are_forgotten() {
        let [lyon, leipzig] = [side("Lyon | France"), side("Leipzig | Germany")];
        let mut heard = Reciprocals::default();
        assert!(!heard.are_awaited());
        heard.await_answers(lyon, leipzig);
        assert!(!heard.are_awaited());
        heard.await_answers(side("Oaxaca | Mexico"), side("León"));
        assert!(heard.are_awaited());
        heard.observe(side("Oaxaca | Mexico"), side("León | Spain"));
        heard.observe(lyon, leipzig);
        assert_eq!(heard.settle(side("León"), "Oaxaca").map(|heard| heard.country).as_deref(), Some("Spain"));
        assert_eq!(heard.settle(side("Lyon"), "Leipzig"), None);
    }

    #[test]
    fn rows_that_disagree_settle_nothing() {
        let rows = ["Santiago | Chile ~ Quito", "Santiago | Cuba ~ Quito"];
        check(&rows, "Santiago", "Quito", None);
    }
}
