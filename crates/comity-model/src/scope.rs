//! What a count or an absence is about: which links, from whom, to whom, and how many.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::closed::{closed, is_default};
use crate::entity::{EntityKind, Level};
use crate::link::LinkKind;
use crate::mention::Mention;

closed! {
    /// What a count counts.
    Counting, "thing to count" {
        Subjects = "subjects",
        Objects = "objects",
        Links = "links",
        /// The polities in which the objects are.
        Hosts = "hosts",
        /// What the subjects spend or are given, for a purpose; the unit of the quantity is the currency.
        Money = "money",
    }
}

/// Which entities a scope takes in; everything left out means "any".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The entity's class, such as divestment or philanthropy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<SmolStr>,
    /// One entity and no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<Mention>,
    /// Only what lies within this polity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Mention>,
    /// Only polities with at least so many inhabitants ("big cities").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_from: Option<u64>,
}

/// A set of links, and what of it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// `None`: not about links (inhabitants, money), only the wording says what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkKind>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub subject: Filter,
    #[serde(default, skip_serializing_if = "is_default")]
    pub object: Filter,
    pub counting: Counting,
    /// For an absence: none but these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Mention>,
    /// Of money: what it is for, in the words that all rivals share: "promotion of exports".
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub purpose: SmolStr,
    /// The scope in plain words.
    pub wording: SmolStr,
}

impl Scope {
    /// Every mention in it, to be resolved.
    pub fn mentions(&self) -> Vec<&Mention> {
        let ends = [&self.subject, &self.object];
        let of_ends = ends.into_iter().flat_map(|filter| filter.entity.iter().chain(&filter.within));
        of_ends.chain(&self.except).collect()
    }

    /// Money has a purpose, a currency and no link; nothing else has a purpose.
    pub(crate) fn check(&self, quantity: Option<&Quantity>) -> Result<(), String> {
        if self.counting != Counting::Money {
            let plain = self.purpose.is_empty();
            return if plain { Ok(()) } else { Err("only money has a `purpose`".to_owned()) };
        }
        let is_code = |unit: &str| unit.len() == 3 && unit.bytes().all(|letter| letter.is_ascii_uppercase());
        match quantity {
            _ if self.link.is_some() || self.purpose.is_empty() => {
                Err("money has a `purpose` and no `link`".to_owned())
            }
            Some(quantity) if !is_code(&quantity.unit) => {
                Err(format!("`{}` is no currency, such as USD", quantity.unit))
            }
            _ => Ok(()),
        }
    }
}

/// So many, between `low` and `high` where either is stated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<i64>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub approximate: bool,
    /// cities, countries, USD …
    pub unit: SmolStr,
}

impl Quantity {
    /// Exactly `n`.
    pub fn exactly(n: i64, unit: &str) -> Self {
        Self { low: Some(n), high: Some(n), approximate: false, unit: SmolStr::new(unit) }
    }

    /// The round number that it is more than, where that is how a source would have put it: "over 500,000" is stored as
    /// 500,001 and more.
    pub fn more_than(&self) -> Option<i64> {
        let round = self.low.filter(|_| self.high.is_none())? - 1;
        (round > 0 && round % 10 == 0).then_some(round)
    }

    /// Whether no number can be both: 4 and "some 30" are disjoint, "at least 160" and 200 are not.
    ///
    /// An approximate bound gives way by a tenth. "Over 200" beside 200 is one round number said twice; "over 201" and
    /// 201 are disjoint. Different units are never compared.
    pub fn disjoint(&self, other: &Self) -> bool {
        self.unit == other.unit && (self.is_below(other) || other.is_below(self))
    }

    fn is_below(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) if high + 1 == low && (self.low.is_none() || other.high.is_none()) => {
                let round = if other.high.is_none() { high } else { low };
                round % 10 != 0
            }
            (Some(high), Some(low)) => high + self.slack(high) < low - other.slack(low),
            _ => false,
        }
    }

    fn slack(&self, bound: i64) -> i64 {
        if self.approximate { bound.abs() / 10 } else { 0 }
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.approximate {
            f.write_str("about ")?;
        }
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => write!(f, "{low}")?,
            (Some(low), Some(high)) => write!(f, "{low} to {high}")?,
            (Some(low), None) => match self.more_than() {
                Some(round) => write!(f, "more than {round}")?,
                None => write!(f, "{low} or more")?,
            },
            (None, Some(high)) => write!(f, "at most {high}")?,
            (None, None) => f.write_str("an unstated number of")?,
        }
        write!(f, " {}", self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_that_cannot_both_be_true() {
        let at_least = |n| Quantity { high: None, ..Quantity::exactly(n, "cities") };
        let about = |n| Quantity { approximate: true, ..Quantity::exactly(n, "cities") };
        assert!(Quantity::exactly(4, "cities").disjoint(&about(30)));
        assert!(!at_least(160).disjoint(&Quantity::exactly(200, "cities")));
        assert!(!about(30).disjoint(&Quantity::exactly(33, "cities")));
        assert!(!at_least(201).disjoint(&Quantity::exactly(200, "cities")));
        assert!(at_least(202).disjoint(&Quantity::exactly(201, "cities")));
        assert!(at_least(202).disjoint(&Quantity::exactly(200, "cities")));
        assert!(!Quantity::exactly(4, "states").disjoint(&Quantity::exactly(9, "cities")));
    }
}
