//! One query, understood: a name, what kind of thing it should be, and what else is known about it.

use crate::types::Type;

/// What a client asks, whatever version of the protocol it speaks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Question {
    /// The name as written; empty where only an identifier is given.
    pub(crate) name: String,
    /// Any type where none is stated.
    pub(crate) types: Vec<Type>,
    /// Stated, and none of ours.
    pub(crate) unknown_types: Vec<String>,
    pub(crate) strictness: Strictness,
    /// At most so many candidates.
    pub(crate) limit: usize,
    pub(crate) said: Vec<Stated>,
}

/// How the stated types bind. The specification leaves it open; this is how we read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Strictness {
    /// A candidate of another type may be shown; it is never the match.
    #[default]
    Should,
    /// A candidate has at least one of the types.
    Any,
    /// A candidate has all of them.
    All,
}

/// What the table says under one property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stated {
    /// As the client names the property.
    pub(crate) property: String,
    pub(crate) values: Vec<Value>,
}

/// A value of a property.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
    /// Something that was reconciled before.
    Thing {
        id: String,
        name: Option<String>,
    },
}

impl Value {
    /// As it would be written in a cell.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Thing { id, name } => name.clone().unwrap_or_else(|| id.clone()),
        }
    }
}

impl Question {
    /// Whether a candidate of these types may be shown.
    pub(crate) fn admits(&self, types: &[Type]) -> bool {
        self.strictness == Strictness::Should || self.fits(types)
    }

    /// Whether a candidate of these types is of the kind asked for.
    pub(crate) fn fits(&self, types: &[Type]) -> bool {
        let has = |wanted: &Type| types.iter().any(|one| one == wanted || one.broader() == Some(*wanted));
        match self.strictness {
            _ if self.types.is_empty() => true,
            Strictness::All => self.types.iter().all(has),
            Strictness::Any | Strictness::Should => self.types.iter().any(has),
        }
    }

    /// Whether the only types stated are none of ours: then nothing can be matched.
    pub(crate) fn has_foreign_types(&self) -> bool {
        self.types.is_empty() && !self.unknown_types.is_empty()
    }

    /// Whether a place may be meant.
    pub(crate) fn may_be_place(&self) -> bool {
        self.types.is_empty() || self.types.iter().any(|one| one.is_place())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(types: &[Type], strictness: Strictness) -> Question {
        Question {
            name: String::new(),
            types: types.to_vec(),
            unknown_types: Vec::new(),
            strictness,
            limit: 8,
            said: Vec::new(),
        }
    }

    #[test]
    fn all_wants_all_and_any_wants_one() {
        let (city, both) = ([Type::City], [Type::City, Type::Country]);
        assert!(asked(&both, Strictness::Any).fits(&city));
        assert!(!asked(&both, Strictness::All).fits(&city));
        assert!(asked(&both, Strictness::All).fits(&both));
        assert!(asked(&[Type::Place], Strictness::All).fits(&city));
    }

    #[test]
    fn should_shows_and_does_not_match() {
        let network = asked(&[Type::Network], Strictness::Should);
        assert!(network.admits(&[Type::City]) && !network.fits(&[Type::City]));
        assert!(!network.may_be_place());
    }
}
