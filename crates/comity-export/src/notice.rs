//! What every exported file says of itself: which release it is from and whose work is in it.

use comity_answer::Moment;
use comity_model::Seq;

/// Which state of the register a file was made from: enough to make it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The program's version.
    pub version: String,
    pub known: Seq,
    /// The ledger's hash at `known`.
    pub head: String,
}

impl Edition {
    /// Of an answer that knew the register so far; `version` is the program's.
    pub fn of(version: &str, moment: &Moment) -> Self {
        Self { version: version.to_owned(), known: moment.known, head: moment.head.clone() }
    }

    /// The release number, for a column or an attribute: `0.1.0+1234.9f3a5b…`.
    ///
    /// `comity ask … --known '#1234'` on the same ledger gives the same answer; the head tells that it is the same.
    pub fn release(&self) -> String {
        let Self { version, known, head } = self;
        let head: String = head.chars().take(HEAD).collect();
        format!("{version}+{}.{head}", known.0)
    }
}

/// Hexadecimal digits of the head that a citation gives: 64 bits.
const HEAD: usize = 16;

/// What to cite: short enough for the foot of a picture, enough to make it again.
///
/// `asked` is the day asked about, in words; empty where a file is about none.
pub fn citation(edition: &Edition, asked: &str) -> String {
    let asked = if asked.is_empty() { String::new() } else { format!(", as of {asked}") };
    format!("Comity, release {}{asked}", edition.release())
}

/// The sentence that goes with every file.
pub fn notice(edition: &Edition) -> String {
    let Edition { version, known, head } = edition;
    format!(
        "Comity {version}, register entry {}, head {head}. Each row names its source; what a source says is its own. \
         Places: GeoNames, CC BY 4.0. Names of countries: Unicode CLDR.",
        known.0
    )
}
