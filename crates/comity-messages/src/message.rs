//! Messages as they stand in code: with arguments where they are said, without where they are constants.

/// The id of a message without arguments, for constants: titles, heads of columns. Made with [`message!`](crate::message!).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    id: &'static str,
}

impl Message {
    /// What [`message!`](crate::message!) makes; ids in other places are not seen by the tests.
    #[doc(hidden)]
    pub const fn of(id: &'static str) -> Self {
        Self { id }
    }

    pub const fn id(self) -> &'static str {
        self.id
    }

    /// The same for a message that is a single line: what tables hold a thousand times is not made anew.
    pub fn word(self) -> &'static str {
        crate::bundle::word(self.id)
    }

    pub fn text(self) -> String {
        crate::say(self.id, &[])
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// A message without arguments as a constant: `message!("presence-title")`.
#[macro_export]
macro_rules! message {
    ($id:literal) => {
        $crate::Message::of($id)
    };
}

/// A message said: `say!("count-members", n = 97)`. Arguments are numbers, or words as `&str` or `String`.
#[macro_export]
macro_rules! say {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::say($id, &[$((::core::stringify!($name), $crate::FluentValue::from($value))),*])
    };
}
