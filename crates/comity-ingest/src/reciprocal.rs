//! What the other rows of a list of pairs say: "A – B (Japan)" tells in which country the B of "B – A" lies.

use std::collections::{BTreeMap, BTreeSet};

use comity_gazetteer::fold;
use comity_model::{Claim, Mention, Shape};
use smol_str::SmolStr;

/// For each ordered pair of names, the countries and divisions that rows give the first of them.
#[derive(Debug, Default)]
pub(crate) struct Reciprocal {
    said: BTreeMap<(String, String), BTreeSet<Context>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Context {
    country: Option<SmolStr>,
    admin: Option<SmolStr>,
}

impl Reciprocal {
    /// Remembers what a row says of its two partners.
    pub(crate) fn hear(&mut self, claim: &Claim) {
        let Shape::Link { subject, object, .. } = &claim.shape else { return };
        for partner in &object.with {
            self.note(subject, partner);
            self.note(partner, subject);
        }
    }

    fn note(&mut self, of: &Mention, beside: &Mention) {
        if of.country.is_none() {
            return;
        }
        let context = Context { country: of.country.clone(), admin: of.admin.clone() };
        self.said.entry((name(of), name(beside))).or_default().insert(context);
    }

    /// The mention with the country that the reciprocal row gives it, where it has none of its own and
    /// all such rows agree.
    pub(crate) fn settle(&self, mention: &Mention, beside: &Mention) -> Option<Mention> {
        if mention.country.is_some() {
            return None;
        }
        let said = self.said.get(&(name(mention), name(beside)))?;
        let countries: BTreeSet<&Option<SmolStr>> = said.iter().map(|context| &context.country).collect();
        let first = said.first().filter(|_| countries.len() == 1)?;
        let admin = if said.len() == 1 { first.admin.clone() } else { None };
        Some(Mention {
            country: first.country.clone(),
            admin: mention.admin.clone().or(admin),
            ..mention.clone()
        })
    }
}

/// The name alone: one list writes `Yonkers, New York`, its reciprocal row `Yonkers`.
fn name(mention: &Mention) -> String {
    fold(mention.text.split([',', '(']).next().unwrap_or(&mention.text))
}

#[cfg(test)]
mod tests {
    use comity_model::LinkKind;

    use super::*;

    fn row(a: Mention, b: Mention) -> Claim {
        let shape = Shape::Link {
            subject: a,
            kind: LinkKind::Party,
            object: Mention::agreement_with(vec![b]),
            attributes: std::collections::BTreeMap::default(),
        };
        Claim::new("list".parse().unwrap(), "row 2", shape)
    }

    fn city(text: &str, country: &str) -> Mention {
        let country = Some(SmolStr::new(country)).filter(|country| !country.is_empty());
        Mention { country, ..Mention::named(text) }
    }

    #[test]
    fn the_row_that_starts_elsewhere_gives_the_country() {
        let mut heard = Reciprocal::default();
        heard.hear(&row(city("León", "Spain"), city("Bragança", "")));
        heard.hear(&row(city("Bragança", "Portugal"), city("León", "")));
        let settled = heard.settle(&city("León", ""), &city("Bragança", "Portugal")).unwrap();
        assert_eq!(settled.country.as_deref(), Some("Spain"));
        assert_eq!(heard.settle(&city("León", ""), &city("Porto", "Portugal")), None);
    }

    #[test]
    fn rows_that_disagree_settle_nothing() {
        let mut heard = Reciprocal::default();
        heard.hear(&row(city("León", "Spain"), city("Granada", "")));
        heard.hear(&row(city("León", "Nicaragua"), city("Granada", "")));
        assert_eq!(heard.settle(&city("León", ""), &city("Granada", "Spain")), None);
    }
}
