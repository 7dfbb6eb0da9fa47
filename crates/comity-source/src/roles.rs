//! What becomes of each column of a file: what it is read as, or that it is not.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::header::Header;

/// A column and what it is read as; empty where nothing is read from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnRole {
    pub name: String,
    pub role: String,
}

/// What columns are read as, by their places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roles(BTreeMap<usize, String>);

impl Roles {
    /// The first role of a column stays.
    pub(crate) fn add(&mut self, places: &[usize], role: &str) {
        for place in places {
            self.0.entry(*place).or_insert_with(|| role.to_owned());
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (place, role) in other.0 {
            self.add(&[place], &role);
        }
    }

    pub(crate) fn has(&self, place: usize) -> bool {
        self.0.contains_key(&place)
    }

    /// One for every column, in the order of the file.
    pub(crate) fn of(&self, header: &Header) -> Vec<ColumnRole> {
        let role = |place: usize| self.0.get(&place).cloned().unwrap_or_default();
        (0..header.written.len())
            .map(|place| ColumnRole { name: header.name(place).to_owned(), role: role(place) })
            .collect()
    }
}
