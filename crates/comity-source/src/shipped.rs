//! The profiles that come with Comity, and the choice of the one that fits a file.

use serde::Deserialize;

use crate::cell;
use crate::error::SourceError;
use crate::header::{Header, fold};
use crate::networks::{Network, NetworkWord, Networks};
use crate::profile::ListProfile;

const PROFILES: [(&str, &str); 8] = [
    ("adjacency", include_str!("../profiles/adjacency.toml")),
    ("cdp-cities", include_str!("../profiles/cdp-cities.toml")),
    ("climate-initiatives", include_str!("../profiles/climate-initiatives.toml")),
    ("host-and-partner", include_str!("../profiles/host-and-partner.toml")),
    ("unesco-creative-cities", include_str!("../profiles/unesco-creative-cities.toml")),
    ("pairs", include_str!("../profiles/pairs.toml")),
    ("members", include_str!("../profiles/members.toml")),
    ("entities", include_str!("../profiles/entities.toml")),
];

/// Every shipped profile; of two that fit equally well the earlier is taken.
pub fn profiles() -> Vec<ListProfile> {
    PROFILES
        .iter()
        .map(|(name, text): &(&str, &str)| {
            ListProfile::from_toml(name, text).expect("shipped profiles are tested")
        })
        .collect()
}

/// The shipped profile of this name.
pub fn profile(name: &str) -> Result<ListProfile, SourceError> {
    let found = profiles().into_iter().find(|profile| profile.name == name);
    found.ok_or_else(|| SourceError::UnknownProfile { name: name.to_owned(), known: names() })
}

/// The networks that files of any kind may name.
pub(crate) fn networks() -> Vec<Network> {
    #[derive(Deserialize)]
    struct File {
        networks: Vec<Network>,
    }
    let file: File =
        toml::from_str(include_str!("../profiles/networks.toml")).expect("the shipped networks are tested");
    file.networks
}

/// Whether lists call a column so.
pub fn is_column_name(text: &str) -> bool {
    let name = fold(text);
    profiles().iter().any(|profile| profile.names_of_columns().contains(&name))
}

/// How many of these cells name networks that files of any kind may name, and nothing else.
pub fn naming_networks(cells: &[&str]) -> usize {
    let known = Networks::new(networks(), Vec::new());
    cells.iter().filter(|cell| names_only(&known, cell)).count()
}

fn names_only(known: &Networks, cell: &str) -> bool {
    let mut words = cell.split([';', '|', '\n']).filter_map(cell::said).peekable();
    words.peek().is_some() && words.all(|word| matches!(known.find(word), NetworkWord::Network { .. }))
}

/// The profile that fits the header best.
pub(crate) fn best<'p>(profiles: &'p [ListProfile], header: &Header) -> Option<&'p ListProfile> {
    let mut best: Option<(usize, &ListProfile)> = None;
    for profile in profiles.iter().filter(|profile| !profile.detect.by_name_only) {
        if let Some(fit) = profile.fit(header)
            && best.is_none_or(|(other, _)| fit > other)
        {
            best = Some((fit, profile));
        }
    }
    best.map(|(_, profile)| profile)
}

/// Their names, joined by commas.
pub(crate) fn names() -> String {
    PROFILES.map(|(name, _)| name).join(", ")
}

/// Each profile's name and the columns it cannot do without.
pub fn needs() -> Vec<(String, String)> {
    profiles().into_iter().map(|profile| (profile.name.clone(), profile.needs())).collect()
}

#[cfg(test)]
mod tests {
    use comity_model::ROLES;

    use super::*;

    #[test]
    fn what_is_shipped_can_be_read() {
        for (profile, (name, _)) in profiles().iter().zip(PROFILES) {
            assert_eq!(profile.name, name);
        }
        let networks = networks();
        for network in &networks {
            assert!(network.role.is_empty() || ROLES.contains(&network.role.as_str()), "{}", network.id);
        }
    }
}
