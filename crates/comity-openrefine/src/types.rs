//! The types of the service: what a candidate is, by the levels of its government or by its kind.

use comity_model::{EntityKind, Level};

/// One type. A place may have several: Singapore is city and country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    City,
    County,
    Metro,
    State,
    Country,
    Supranational,
    IndigenousNation,
    /// Any of the above, and places whose level is not known.
    Place,
    Network,
    Organisation,
    Person,
    Office,
    Agreement,
    Act,
    Event,
    Programme,
}

impl Type {
    pub(crate) const ALL: [Self; 16] = [
        Self::City,
        Self::County,
        Self::Metro,
        Self::State,
        Self::Country,
        Self::Supranational,
        Self::IndigenousNation,
        Self::Place,
        Self::Network,
        Self::Organisation,
        Self::Person,
        Self::Office,
        Self::Agreement,
        Self::Act,
        Self::Event,
        Self::Programme,
    ];

    /// What a client may offer first.
    pub(crate) const DEFAULT: [Self; 5] =
        [Self::City, Self::Place, Self::Country, Self::Network, Self::Organisation];

    /// As it travels.
    pub const fn id(self) -> &'static str {
        self.said().0
    }

    /// As people read it.
    pub const fn name(self) -> &'static str {
        self.said().1
    }

    /// A sentence for someone who chooses among them.
    pub const fn help(self) -> &'static str {
        self.said().2
    }

    const fn said(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::City => ("city", "City or town", "A populated place with its municipality."),
            Self::County => {
                ("county", "County or district", "The second tier: county, district, arrondissement.")
            }
            Self::Metro => {
                ("metro", "Metropolitan area", "A body of several municipalities that is governed as one.")
            }
            Self::State => ("state", "State, province or region", "The first tier below the country."),
            Self::Country => ("country", "Country", "A country or a territory with a code of its own."),
            Self::Supranational => ("supranational", "Supranational body", "A union of countries."),
            Self::IndigenousNation => {
                ("indigenous-nation", "Indigenous nation", "A nation within or across states.")
            }
            Self::Place => ("place", "Any place", "City, county, metropolitan area, state or country."),
            Self::Network => {
                ("network", "Network of cities", "Whose members are governments or organisations.")
            }
            Self::Organisation => {
                ("organisation", "Organisation", "Foundation, firm, university, ministry, UN body …")
            }
            Self::Person => {
                ("person", "Person in a public role", "Mayors, councillors, founders and the like.")
            }
            Self::Office => ("office", "Office abroad", "A standing presence of a place in another country."),
            Self::Agreement => ("agreement", "Agreement", "Sister city, memorandum, charter, compact …"),
            Self::Act => ("act", "Resolution or law", "An act of a council, or a law that it answers."),
            Self::Event => ("event", "Event", "Summit, mission, visit, assembly, campaign …"),
            Self::Programme => ("programme", "Programme", "A scheme that cities take part in for a time."),
        }
    }

    pub(crate) fn is_place(self) -> bool {
        self <= Self::Place
    }

    /// The type it is a kind of, where there is one.
    pub(crate) fn broader(self) -> Option<Self> {
        (self < Self::Place).then_some(Self::Place)
    }

    /// By id, or by what else lists call it.
    pub(crate) fn find(text: &str) -> Option<Self> {
        let key = text.trim().to_lowercase();
        let alias = match key.as_str() {
            "town" | "municipality" => "city",
            "nation" => "country",
            "organization" => "organisation",
            "program" => "programme",
            "polity" => "place",
            other => other,
        };
        Self::ALL.into_iter().find(|one| one.id() == alias)
    }

    pub(crate) fn list() -> String {
        Self::ALL.map(Self::id).join(", ")
    }

    /// The level of government it stands for.
    pub(crate) fn level(self) -> Option<Level> {
        Level::ALL.iter().copied().find(|level| Self::from(*level) == self)
    }
}

impl From<Level> for Type {
    fn from(level: Level) -> Self {
        match level {
            Level::City => Self::City,
            Level::County => Self::County,
            Level::Metro => Self::Metro,
            Level::State => Self::State,
            Level::Nation => Self::Country,
            Level::Supranational => Self::Supranational,
            Level::IndigenousNation => Self::IndigenousNation,
        }
    }
}

impl From<EntityKind> for Type {
    fn from(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Polity => Self::Place,
            EntityKind::Network => Self::Network,
            EntityKind::Organisation => Self::Organisation,
            EntityKind::Person => Self::Person,
            EntityKind::Office => Self::Office,
            EntityKind::Agreement => Self::Agreement,
            EntityKind::Act => Self::Act,
            EntityKind::Event => Self::Event,
            EntityKind::Programme => Self::Programme,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_found_by_its_id() {
        for one in Type::ALL {
            assert_eq!(Type::find(one.id()), Some(one));
        }
        assert_eq!(Type::find(" Nation "), Some(Type::Country));
        assert_eq!(Type::find("DifferentiatedPerson"), None);
    }

    #[test]
    fn places_are_told_from_the_rest() {
        assert!(Type::Place.is_place() && Type::City.is_place() && !Type::Network.is_place());
        assert_eq!(Type::Country.level(), Some(Level::Nation));
        assert_eq!(Type::Place.level(), None);
    }
}
