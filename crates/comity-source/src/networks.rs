//! The networks a file may name, in the words it names them.

use std::collections::BTreeMap;

use comity_model::{Entity, EntityId, EntityKind, FuzzyDate, LinkKind};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::header::fold;
use crate::written_date::is_year;

/// One network, or an agreement that many sign.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Network {
    pub(crate) id: EntityId,
    pub(crate) name: SmolStr,
    /// How files write it, besides its name; a year may follow.
    #[serde(default)]
    pub(crate) written: Vec<String>,
    #[serde(default = "network")]
    pub(crate) kind: EntityKind,
    #[serde(default)]
    pub(crate) class: SmolStr,
    /// What being listed means; left out: a member.
    #[serde(default)]
    pub(crate) role: SmolStr,
}

impl Network {
    pub(crate) fn entity(&self) -> Entity {
        Entity { class: self.class.clone(), ..Entity::new(self.id.clone(), self.kind, &self.name) }
    }

    pub(crate) fn link(&self) -> LinkKind {
        if self.kind == EntityKind::Agreement { LinkKind::Party } else { LinkKind::Member }
    }
}

fn network() -> EntityKind {
    EntityKind::Network
}

/// Words that stand among the networks of a file and are none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoNetwork {
    pub(crate) written: Vec<String>,
    /// What they are instead.
    pub(crate) why: String,
}

/// Every way to write every network a file may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Networks {
    all: Vec<Network>,
    none: Vec<NoNetwork>,
    written: BTreeMap<String, WordMeaning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordMeaning {
    Network(usize),
    None(usize),
}

/// What one written word means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum NetworkWord<'n> {
    Network { network: &'n Network, observed: Option<FuzzyDate> },
    None { why: &'n str },
    Unknown,
}

impl Networks {
    /// Of two that claim the same words the earlier keeps them.
    pub(crate) fn new(all: Vec<Network>, none: Vec<NoNetwork>) -> Self {
        let mut written = BTreeMap::new();
        for (place, network) in all.iter().enumerate() {
            let own = [network.name.as_str(), network.id.as_str()].into_iter();
            for word in own.chain(network.written.iter().map(String::as_str)) {
                written.entry(fold(word)).or_insert(WordMeaning::Network(place));
            }
        }
        for (place, none) in none.iter().enumerate() {
            for word in &none.written {
                written.entry(fold(word)).or_insert(WordMeaning::None(place));
            }
        }
        Self { all, none, written }
    }

    /// `EUCovenantofMayors2022` is the network written `EU Covenant of Mayors`, seen in 2022.
    pub(crate) fn find(&self, word: &str) -> NetworkWord<'_> {
        if let Some(meaning) = self.written.get(&fold(word)) {
            return self.named(*meaning, None);
        }
        let Some((base, observed)) = dated(word) else { return NetworkWord::Unknown };
        match self.written.get(&fold(base)) {
            Some(meaning) => self.named(*meaning, Some(observed)),
            None => NetworkWord::Unknown,
        }
    }

    fn named(&self, meaning: WordMeaning, observed: Option<FuzzyDate>) -> NetworkWord<'_> {
        match meaning {
            WordMeaning::Network(place) => self
                .all
                .get(place)
                .map_or(NetworkWord::Unknown, |network| NetworkWord::Network { network, observed }),
            WordMeaning::None(place) => {
                self.none.get(place).map_or(NetworkWord::Unknown, |none| NetworkWord::None { why: &none.why })
            }
        }
    }
}

/// `GCoM2021` → `GCoM`, 2021; of a span such as `2018-2019` or `2018-19` the last year, when its list was made.
fn dated(word: &str) -> Option<(&str, FuzzyDate)> {
    let cut = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-' || c == '/');
    let (base, years) = word.split_at(cut.len());
    let date = match years.split_once(['-', '/']) {
        None if is_year(years) => years.parse().ok()?,
        Some((first, last)) if is_year(first) && (is_year(last) || last.len() == 2) => {
            let century = first.split_at(4 - last.len().min(4)).0;
            format!("{century}{last}").parse().ok()?
        }
        _ => return None,
    };
    (!base.is_empty()).then_some((base, date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_after_the_name_is_when_it_was_seen() {
        for (word, base, seen) in [
            ("GCoM2021", "GCoM", "2021"),
            ("CDPCities2018-2019", "CDPCities", "2019"),
            ("CDPStates&Regions2018-19", "CDPStates&Regions", "2019"),
        ] {
            let (found, date) = dated(word).unwrap();
            assert_eq!((found, date.to_string().as_str()), (base, seen));
        }
        assert_eq!(dated("C40"), None);
        assert_eq!(dated("2021"), None);
    }
}
