//! Rows that describe one thing each: who or what it is, and what the file says of it.

use std::collections::BTreeMap;

use comity_model::{Claim, Entity, EntityAttribute, EntityId, EntityKind, Mention, Period, Record, Shape};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::header::{Columns, Header};
use crate::party::Party;
use crate::roles::Roles;
use crate::table_row::TableRow;

/// Which columns name the thing and which describe it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entities<C = Columns> {
    pub(crate) entity: Party<C>,
    #[serde(default = "polity")]
    kind: EntityKind,
    #[serde(default)]
    class: SmolStr,
    /// Its permanent name, such as `c40` or `gn5134086`.
    #[serde(default)]
    id: C,
    #[serde(default)]
    observed: C,
    /// What else is said, by attribute.
    #[serde(default = "BTreeMap::new")]
    attributes: BTreeMap<EntityAttribute, C>,
}

pub(crate) type BoundEntities = Entities<Vec<usize>>;

fn polity() -> EntityKind {
    EntityKind::Polity
}

impl Entities<Columns> {
    pub(crate) fn columns(&self) -> Vec<&Columns> {
        self.entity.columns().into_iter().chain([&self.entity.population, &self.observed]).collect()
    }

    /// `None` where there is no column for the name.
    pub(crate) fn bind(&self, header: &Header) -> Option<BoundEntities> {
        let entity = self.entity.bind(header);
        entity.name.first()?;
        let attributes = self.attributes.iter().map(|(attribute, columns)| (*attribute, header.all(columns)));
        Some(Entities {
            entity,
            kind: self.kind,
            class: self.class.clone(),
            id: header.all(&self.id),
            observed: header.all(&self.observed),
            attributes: attributes.filter(|(_, places)| !places.is_empty()).collect(),
        })
    }

    pub(crate) fn needs(&self) -> String {
        self.entity.name.to_string()
    }
}

impl BoundEntities {
    pub(crate) fn width(&self) -> usize {
        self.entity.width() + self.attributes.len()
    }

    /// What each column is read as.
    pub(crate) fn roles(&self) -> Roles {
        let mut roles = self.entity.roles("");
        roles.add(&self.id, "id");
        roles.add(&self.observed, "day it was seen");
        for (attribute, places) in &self.attributes {
            roles.add(places, &attribute.to_string());
        }
        roles
    }

    pub(crate) fn read(&self, row: &mut TableRow<'_>) -> Vec<Record> {
        let Some(mention) = self.entity.mention(row) else {
            row.missing_name(&self.entity.name);
            return Vec::new();
        };
        let mention = Mention { kind: Some(self.kind), ..mention };
        let id = match row.said(&self.id).map(|text| (text, EntityId::new(text))) {
            None => None,
            Some((_, Ok(id))) => Some(id),
            Some((text, Err(bad))) => {
                row.problem(&self.id, text, &bad.to_string());
                return Vec::new();
            }
        };
        let observed = row.date(&self.observed);
        let entity = id.clone().map(|id| Record::Entity(self.entity(id, &mention)));
        let id = id.or_else(|| mention.id.clone());
        let mention = Mention { id, ..mention };
        let said = self.said(&mention, row).into_iter().map(|(attribute, value)| {
            let shape =
                Shape::Attribute { entity: mention.clone(), attribute, value, unit: SmolStr::default() };
            Record::Claim(Claim { observed: observed.clone(), ..row.claim(shape, Period::unstated()) })
        });
        entity.into_iter().chain(said).collect()
    }

    /// What the row says of it; that it has this name if nothing else.
    fn said(&self, mention: &Mention, row: &TableRow<'_>) -> Vec<(EntityAttribute, SmolStr)> {
        let cells =
            self.attributes.iter().filter_map(|(attribute, places)| Some((*attribute, row.said(places)?)));
        let mut said: Vec<_> = cells.map(|(attribute, text)| (attribute, SmolStr::new(text))).collect();
        if let Some(population) = mention.population {
            said.push((EntityAttribute::Population, SmolStr::new(population.to_string())));
        }
        if said.is_empty() {
            said.push((EntityAttribute::Name, mention.text.clone()));
        }
        said
    }

    fn entity(&self, id: EntityId, mention: &Mention) -> Entity {
        Entity {
            class: self.class.clone(),
            point: mention.point,
            population: mention.population,
            ..Entity::new(id, self.kind, &mention.text)
        }
    }
}
