//! Rows that name who belongs to which networks: a list in one column, a column per network, or one for all.

use std::collections::BTreeSet;

use comity_model::{
    Claim, EntityId, EntityKind, FuzzyDate, LinkAttribute, LinkAttributes, LinkKind, Mention, Period, ROLES,
    Record, Shape,
};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::answer::{Answer, answer};
use crate::header::{Columns, Header};
use crate::networks::{Network, NetworkWord, Networks, NoNetwork};
use crate::party::Party;
use crate::roles::Roles;
use crate::shipped;
use crate::table_row::{TableRow, listed};

/// Which columns are the member and its networks.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Members<C = Columns> {
    pub(crate) member: Party<C>,
    /// Columns that list networks.
    #[serde(default)]
    list: C,
    #[serde(default)]
    separators: Vec<String>,
    /// Columns that are called after a network and say yes, no or since when.
    #[serde(default)]
    by_column: bool,
    /// The network of every row.
    #[serde(default)]
    pub(crate) network: SmolStr,
    /// What being listed means where the network does not say; left out: nothing is said of the role.
    #[serde(default)]
    role: SmolStr,
    #[serde(default)]
    role_column: C,
    #[serde(default)]
    since: C,
    #[serde(default)]
    until: C,
    #[serde(default)]
    observed: C,
    #[serde(default)]
    networks: Vec<Network>,
    #[serde(default)]
    no_networks: Vec<NoNetwork>,
    /// What to do with a word that is no network we know.
    #[serde(default)]
    unknown: Unknown,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unknown {
    #[default]
    Problem,
    /// Take it for a network's name, to be resolved later.
    Network,
}

impl Members<Columns> {
    /// The error says which word of the profile is not allowed.
    pub(crate) fn checked(self) -> Result<Self, String> {
        let own = self.networks.iter().map(|network| &network.role);
        let wrong = own.chain([&self.role]).find(|role| !role.is_empty() && !ROLES.contains(&role.as_str()));
        match wrong {
            Some(role) => Err(format!("`{role}` is not a role; one of: {}", ROLES.join(", "))),
            None => Ok(self),
        }
    }

    pub(crate) fn columns(&self) -> Vec<&Columns> {
        let days = [&self.list, &self.role_column, &self.since, &self.until, &self.observed];
        self.member.columns().into_iter().chain(days).collect()
    }

    fn known(&self) -> Networks {
        let all = self.networks.iter().cloned().chain(shipped::networks()).collect();
        Networks::new(all, self.no_networks.clone())
    }

    /// `None` where the member or every sign of a network has no column.
    pub(crate) fn bind(&self, header: &Header) -> Option<BoundMembers> {
        let member = self.member.bind(header);
        member.name.first()?;
        let known = self.known();
        let list = header.all(&self.list);
        let columns: Vec<usize> = if self.by_column {
            (0..header.written.len())
                .filter(|place: &usize| {
                    matches!(known.find(header.name(*place)), NetworkWord::Network { .. })
                })
                .collect()
        } else {
            Vec::new()
        };
        if list.is_empty() && columns.is_empty() && self.network.is_empty() {
            return None;
        }
        Some(BoundMembers {
            member,
            list,
            columns,
            role_column: header.all(&self.role_column),
            since: header.all(&self.since),
            until: header.all(&self.until),
            observed: header.all(&self.observed),
            known,
            separators: self.separators.clone(),
            network: self.network.clone(),
            role: self.role.clone(),
            unknown: self.unknown,
            introduced: BTreeSet::new(),
        })
    }

    pub(crate) fn needs(&self) -> String {
        let list = if self.list.0.is_empty() { String::new() } else { format!(", {}", self.list) };
        let columns = if self.by_column { " or columns called after networks" } else { "" };
        format!("{}{list}{columns}", self.member.name)
    }
}

/// The same for an open file, with what was met so far.
#[derive(Debug)]
pub(crate) struct BoundMembers {
    pub(crate) member: Party<Vec<usize>>,
    list: Vec<usize>,
    columns: Vec<usize>,
    role_column: Vec<usize>,
    since: Vec<usize>,
    until: Vec<usize>,
    observed: Vec<usize>,
    known: Networks,
    separators: Vec<String>,
    network: SmolStr,
    role: SmolStr,
    unknown: Unknown,
    introduced: BTreeSet<EntityId>,
}

/// What a row says of all its networks.
#[derive(Clone)]
struct Terms {
    valid: Period,
    observed: Option<FuzzyDate>,
    role: SmolStr,
}

/// A network as a row names it.
struct NetworkCell {
    /// As written.
    word: SmolStr,
    /// The column it stands in; `usize::MAX` where the profile names it.
    place: usize,
    /// Since when, where the cell says so.
    since: Option<Period>,
}

impl BoundMembers {
    pub(crate) fn width(&self) -> usize {
        let others = [&self.list, &self.role_column, &self.since, &self.until, &self.observed];
        self.member.width() + self.columns.len() + others.iter().filter(|places| !places.is_empty()).count()
    }

    /// What each column is read as.
    pub(crate) fn roles(&self) -> Roles {
        let mut roles = self.member.roles("of the member");
        roles.add(&self.list, "networks");
        roles.add(&self.columns, "a network");
        roles.add(&self.role_column, "role");
        roles.add(&self.since, "start");
        roles.add(&self.until, "end");
        roles.add(&self.observed, "day it was seen");
        roles
    }

    /// Takes a column for the start that no name told, where there is none yet.
    pub(crate) fn adopt_start(&mut self, place: usize) {
        if self.since.is_empty() {
            self.since.push(place);
        }
    }

    /// Each network the row names is a claim of its own; a word that is none is a problem of its own.
    pub(crate) fn read(&mut self, row: &mut TableRow<'_>) -> Vec<Record> {
        let Some(member) = self.member.mention(row) else {
            row.missing_name(&self.member.name);
            return Vec::new();
        };
        let Some(terms) = self.terms(row) else { return Vec::new() };
        let words = self.words(row);
        let mut records = Vec::new();
        for NetworkCell { word, place, since } in words {
            let valid = since.unwrap_or_else(|| terms.valid.clone());
            self.claim(&member, &word, place, Terms { valid, ..terms.clone() }, row, &mut records);
        }
        if records.is_empty() && row.problems.is_empty() {
            let named = if self.list.is_empty() { &self.columns } else { &self.list };
            let text = row.text();
            row.problem(named, &text, "at least one network");
        }
        records
    }

    /// `None` where the role is none; that is a problem of the row.
    fn terms(&self, row: &mut TableRow<'_>) -> Option<Terms> {
        let valid = row.period(&self.since, &self.until);
        let observed = row.date(&self.observed);
        let Some(role) = row.said(&self.role_column) else {
            return Some(Terms { valid, observed, role: self.role.clone() });
        };
        let slug = role.to_lowercase().replace([' ', '_'], "-");
        if ROLES.contains(&slug.as_str()) {
            return Some(Terms { valid, observed, role: SmolStr::new(slug) });
        }
        row.problem(&self.role_column, role, &format!("a role: {}", ROLES.join(", ")));
        None
    }

    fn words(&self, row: &mut TableRow<'_>) -> Vec<NetworkCell> {
        let mut words = Vec::new();
        if !self.network.is_empty() {
            let name = match self.known.find(&self.network) {
                NetworkWord::Network { network, .. } => network.name.clone(),
                NetworkWord::None { .. } | NetworkWord::Unknown => self.network.clone(),
            };
            words.push(NetworkCell { word: name, place: usize::MAX, since: None });
        }
        for &place in &self.list {
            let parts = listed(row.cell(place).unwrap_or_default(), &self.separators);
            words.extend(parts.into_iter().map(|word| NetworkCell { word, place, since: None }));
        }
        for &place in &self.columns {
            let name = row.header.name(place);
            match row.cell(place).map_or(Answer::No, |cell| answer(cell, name)) {
                Answer::Yes => words.push(NetworkCell { word: SmolStr::new(name), place, since: None }),
                Answer::Since(period) => {
                    words.push(NetworkCell { word: SmolStr::new(name), place, since: Some(period) });
                }
                Answer::No => {}
                Answer::Unclear => {
                    let text = row.cell(place).unwrap_or_default();
                    row.problem(&[place], text, "yes, no, 1, 0 or the year of joining");
                }
            }
        }
        words
    }

    fn claim(
        &mut self,
        member: &Mention,
        word: &SmolStr,
        place: usize,
        terms: Terms,
        row: &mut TableRow<'_>,
        records: &mut Vec<Record>,
    ) {
        let (mut object, mut link, mut role, mut observed) = (
            Mention { kind: Some(EntityKind::Network), ..Mention::named(word) },
            LinkKind::Member,
            terms.role,
            None,
        );
        match self.known.find(word) {
            NetworkWord::Network { network, observed: seen } => {
                object = Mention { kind: Some(network.kind), ..object.known_as(network.id.clone()) };
                (link, observed) = (network.link(), seen);
                if !network.role.is_empty() {
                    role.clone_from(&network.role);
                }
                if self.introduced.insert(network.id.clone()) {
                    records.push(Record::Entity(network.entity()));
                }
            }
            NetworkWord::None { why } => return row.note(&[place], &format!("`{word}` passed over: {why}")),
            NetworkWord::Unknown if self.unknown == Unknown::Problem => {
                return row.problem(&[place], word, "a network that the profile knows");
            }
            NetworkWord::Unknown => {}
        }
        let spoken = link == LinkKind::Member && !role.is_empty();
        let attributes: LinkAttributes = spoken.then_some((LinkAttribute::Role, role)).into_iter().collect();
        let shape = Shape::Link { subject: member.clone(), kind: link, object, attributes };
        let claim = row.claim(shape, terms.valid);
        records.push(Record::Claim(Claim { observed: observed.or(terms.observed), ..claim }));
    }
}
