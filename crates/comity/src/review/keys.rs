//! What a person presses: single keys on a terminal, lines from a pipe.

use std::io::Write;

use anyhow::Result;
use comity_model::read_line;
use console::{Key, Term};

/// Where decisions come from.
pub(super) enum Keys {
    Terminal(Term),
    Pipe,
}

/// A key and what was written behind it: `s` and `springfield`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pressed {
    pub(super) key: char,
    pub(super) rest: String,
}

impl Keys {
    pub(super) fn open() -> Self {
        let term = Term::stdout();
        let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stdin());
        if is_terminal && term.is_term() { Self::Terminal(term) } else { Self::Pipe }
    }

    /// `None`: there will be no more.
    pub(super) fn press(&mut self) -> Result<Option<Pressed>> {
        match self {
            Self::Pipe => Ok(next_line()?.and_then(|line| pressed(&line))),
            Self::Terminal(term) => Ok(match term.read_key()? {
                Key::Char(key) => Some(Pressed { key, rest: String::new() }),
                Key::ArrowDown => pressed("j"),
                Key::ArrowUp => pressed("k"),
                Key::Escape | Key::CtrlC => None,
                _ => pressed("?"),
            }),
        }
    }

    /// The answer to a question; empty where there is none.
    pub(super) fn ask(&mut self, question: &str, out: &mut impl Write) -> Result<String> {
        write!(out, "{question} ")?;
        out.flush()?;
        match self {
            Self::Pipe => Ok(next_line()?.unwrap_or_default()),
            Self::Terminal(term) => Ok(term.read_line()?.trim().to_owned()),
        }
    }
}

/// More than anybody writes behind a key; what is longer is cut.
const LONGEST: usize = 4_096;

/// The next line that is not blank.
fn next_line() -> Result<Option<String>> {
    let mut line = Vec::new();
    while read_line(&mut std::io::stdin().lock(), LONGEST, &mut line)?.is_some() {
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            return Ok(Some(text.trim().to_owned()));
        }
    }
    Ok(None)
}

fn pressed(line: &str) -> Option<Pressed> {
    let mut letters = line.chars();
    let key = letters.next()?;
    Some(Pressed { key, rest: letters.as_str().trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_may_have_words_behind_it() {
        let expect = Pressed { key: 's', rest: "san josé".to_owned() };
        assert_eq!(pressed("s san josé"), Some(expect));
        assert_eq!(pressed("x2").map(|pressed| pressed.rest), Some("2".to_owned()));
        assert_eq!(pressed(""), None);
    }
}
