//! Rows that name two partners: each a claim that the first is party to an agreement with the second.

use comity_model::{EntityKind, LinkAttributes, LinkKind, Mention, Record, Shape};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::cell;
use crate::header::{Columns, Header};
use crate::party::Party;
use crate::roles::Roles;
use crate::table_row::{TableRow, listed};

/// Which columns are the two partners, and what is said of their agreement.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pairs<C = Columns> {
    #[serde(default)]
    pub(crate) a: Party<C>,
    pub(crate) b: Party<C>,
    /// Columns that belong to the partner whose name stands left of them, or else right of them.
    #[serde(default = "Option::default")]
    pub(crate) beside: Option<Party<C>>,
    /// Whose partners the file lists, where no column says: `Xi'an, China`.
    #[serde(default)]
    pub(crate) host: SmolStr,
    /// What the agreement is called where no column says.
    #[serde(default)]
    pub(crate) agreement: SmolStr,
    #[serde(default)]
    pub(crate) agreement_column: C,
    #[serde(default)]
    pub(crate) since: C,
    #[serde(default)]
    pub(crate) until: C,
    #[serde(default)]
    pub(crate) observed: C,
    /// What else is said, to stand as words in the claim.
    #[serde(default)]
    pub(crate) kept: C,
    /// What stands between several partners in one cell.
    #[serde(default)]
    pub(crate) separators: Vec<String>,
    /// Every cell after the first partner's is another partner.
    #[serde(default)]
    pub(crate) rest: bool,
}

pub(crate) type BoundPairs = Pairs<Vec<usize>>;

impl Pairs<Columns> {
    pub(crate) fn columns(&self) -> Vec<&Columns> {
        let beside = self.beside.iter().flat_map(Party::columns);
        let parties = self.a.columns().into_iter().chain(self.b.columns()).chain(beside);
        parties.chain([&self.agreement_column, &self.since, &self.until]).collect()
    }

    /// `None` where one of the partners has no column.
    pub(crate) fn bind(&self, header: &Header) -> Option<BoundPairs> {
        if !self.host.is_empty() {
            return self.bind_hosted(header);
        }
        let mut a = self.a.bind(header);
        let mut b = self.b.bind(header);
        let first = *a.name.first()?;
        b.name.retain(|place| *place != first);
        a.name.retain(|place| !b.name.contains(place));
        if self.rest {
            b.name = (first + 1..header.written.len()).collect();
        } else if b.name.is_empty() {
            b.name = header.repeats(first);
        }
        let second = *b.name.first()?;
        if let Some(beside) = &self.beside {
            beside.share(header, (&mut a, first), (&mut b, second));
        }
        Some(self.bound(header, a, b))
    }

    /// Every column that may name a place, or say where it is, is the partner's.
    fn bind_hosted(&self, header: &Header) -> Option<BoundPairs> {
        let (own, other) = (self.b.bind(header), self.a.bind(header));
        let mut b = if own.name.is_empty() { Party { name: other.name, ..own } } else { own };
        b.name.first()?;
        let beside = self.beside.as_ref().map(|beside| beside.bind(header)).unwrap_or_default();
        b.country.extend(other.country.into_iter().chain(beside.country));
        b.admin.extend(other.admin.into_iter().chain(beside.admin));
        b.level.extend(beside.level);
        b.lat.extend(other.lat.into_iter().chain(beside.lat));
        b.lon.extend(other.lon.into_iter().chain(beside.lon));
        b.point.extend(beside.point);
        b.population.extend(beside.population);
        b.code.extend(other.code.into_iter().chain(beside.code));
        b.geonames.extend(other.geonames.into_iter().chain(beside.geonames));
        b.fips.extend(other.fips.into_iter().chain(beside.fips));
        b.link.extend(other.link);
        Some(self.bound(header, Party::default(), b))
    }

    fn bound(&self, header: &Header, a: Party<Vec<usize>>, b: Party<Vec<usize>>) -> BoundPairs {
        Pairs {
            a,
            b,
            beside: None,
            host: self.host.clone(),
            agreement: self.agreement.clone(),
            agreement_column: header.all(&self.agreement_column),
            since: header.all(&self.since),
            until: header.all(&self.until),
            observed: header.all(&self.observed),
            kept: header.all(&self.kept),
            separators: self.separators.clone(),
            rest: self.rest,
        }
    }

    pub(crate) fn needs(&self) -> String {
        if self.rest {
            format!("{} and more cells", self.a.name)
        } else {
            format!("{}, {}", self.a.name, self.b.name)
        }
    }
}

impl BoundPairs {
    pub(crate) fn width(&self) -> usize {
        let others = [&self.agreement_column, &self.since, &self.until, &self.observed];
        self.a.width() + self.b.width() + others.iter().filter(|places| !places.is_empty()).count()
    }

    pub(crate) fn read(&self, row: &mut TableRow<'_>) -> Vec<Record> {
        let Some(a) = self.host().or_else(|| self.a.mention(row)) else {
            row.missing_name(&self.a.name);
            return Vec::new();
        };
        let valid = row.period(&self.since, &self.until);
        let observed = row.date(&self.observed);
        row.keep(&self.kept);
        let partners = self.partners(row);
        if partners.is_empty() {
            row.missing_name(&self.b.name);
        }
        let shapes: Vec<Shape> = partners.into_iter().filter_map(|b| self.agreement_of(&a, b, row)).collect();
        let claims = shapes.into_iter().map(|shape| row.claim(shape, valid.clone()));
        claims
            .map(|claim| Record::Claim(comity_model::Claim { observed: observed.clone(), ..claim }))
            .collect()
    }

    /// The host of the whole file, its country after the last comma.
    fn host(&self) -> Option<Mention> {
        let host = cell::said(&self.host)?;
        let (name, country) =
            host.rsplit_once(',').map_or((host, None), |(name, country)| (name, Some(country)));
        let country = country.and_then(cell::said).map(SmolStr::new);
        Some(Mention { country, kind: Some(EntityKind::Polity), ..Mention::named(name.trim()) })
    }

    fn partners(&self, row: &mut TableRow<'_>) -> Vec<Mention> {
        let texts: Vec<&str> = if self.rest {
            self.b.name.iter().filter_map(|place| row.cell(*place)).collect()
        } else {
            row.said(&self.b.name).into_iter().collect()
        };
        let mut names: Vec<SmolStr> = Vec::new();
        for name in texts.into_iter().flat_map(|text| listed(text, &self.separators)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.iter().map(|name| self.b.named(name, row)).collect()
    }

    fn agreement_of(&self, a: &Mention, b: Mention, row: &mut TableRow<'_>) -> Option<Shape> {
        if *a == b {
            row.problem(&self.b.name, &b.text, "a partner other than itself");
            return None;
        }
        let called = row.said(&self.agreement_column).map_or_else(|| self.agreement.clone(), SmolStr::new);
        let level = Some(called).filter(|called| !called.is_empty());
        let object = Mention { level, ..Mention::agreement_with(vec![b]) };
        let attributes = LinkAttributes::new();
        Some(Shape::Link { subject: a.clone(), kind: LinkKind::Party, object, attributes })
    }

    /// What each column is read as.
    pub(crate) fn roles(&self) -> Roles {
        let mut roles = self.a.roles("of the first");
        roles.merge(self.b.roles("of the partner"));
        roles.add(&self.agreement_column, "kind of agreement");
        roles.add(&self.since, "start");
        roles.add(&self.until, "end");
        roles.add(&self.observed, "day it was seen");
        roles.add(&self.kept, "kept as words");
        roles
    }

    /// The partner to whom a column belongs: the one whose name stands nearest on its left.
    pub(crate) fn nearest(&mut self, place: usize) -> &mut Party<Vec<usize>> {
        match (self.a.name.first(), self.b.name.first()) {
            (Some(a), Some(b)) if nearest_on_the_left(place, *a, *b) == *a => &mut self.a,
            _ => &mut self.b,
        }
    }

    /// Takes a column for the start that no name told, where there is none yet.
    pub(crate) fn adopt_start(&mut self, place: usize) {
        if self.since.is_empty() {
            self.since.push(place);
        }
    }
}

impl Party<Columns> {
    /// Gives each column to the partner whose name stands nearest on its left.
    fn share(
        &self,
        header: &Header,
        (a, at): (&mut Party<Vec<usize>>, usize),
        (b, bt): (&mut Party<Vec<usize>>, usize),
    ) {
        let is_of_b = |place: usize| nearest_on_the_left(place, at, bt) == bt;
        for (columns, to_a, to_b) in [
            (&self.country, &mut a.country, &mut b.country),
            (&self.admin, &mut a.admin, &mut b.admin),
            (&self.level, &mut a.level, &mut b.level),
            (&self.lat, &mut a.lat, &mut b.lat),
            (&self.lon, &mut a.lon, &mut b.lon),
            (&self.point, &mut a.point, &mut b.point),
            (&self.population, &mut a.population, &mut b.population),
            (&self.code, &mut a.code, &mut b.code),
            (&self.geonames, &mut a.geonames, &mut b.geonames),
            (&self.fips, &mut a.fips, &mut b.fips),
        ] {
            for place in header.every(columns) {
                if is_of_b(place) { to_b.push(place) } else { to_a.push(place) }
            }
        }
    }
}

/// Which of two columns stands nearest on the left of a place; the left one of places before both.
fn nearest_on_the_left(place: usize, one: usize, other: usize) -> usize {
    let (left, right) = (one.min(other), one.max(other));
    if place > right { right } else { left }
}
