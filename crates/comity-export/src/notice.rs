//! What every exported file says of itself: which release it is from and whose work is in it.

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

/// What to cite: short enough for the foot of a picture, enough to make it again.
///
/// `asked` is the day asked about, in words; empty where a file is about none.
pub fn citation(edition: &Edition, asked: &str) -> String {
    let Edition { version, known, head } = edition;
    let asked = if asked.is_empty() { String::new() } else { format!(", as of {asked}") };
    format!("Comity {version}, register entry {}, head {head}{asked}", known.0)
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
