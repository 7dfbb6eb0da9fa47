//! Of which state a file is, and why it may be of no use.

use comity_model::Seq;

/// Raised whenever a section or a row changes its meaning.
pub(super) const FORMAT: u32 = 2;

/// Of which state a snapshot file is, and by which program: it is of use to nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnapshotKey {
    /// Whatever tells one build of the program from another: another may read the same ledger otherwise.
    pub program: String,
    /// The last entry, and the hash of the ledger there.
    pub known: Seq,
    pub head: String,
    /// How many take-downs there were, and how often everything was derived anew: each changes what is known.
    pub remade: u64,
}

impl SnapshotKey {
    /// What [`Self::to_text`] wrote.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut line = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ').map(str::to_owned);
        let (program, known) = (line("program")?, Seq(line("known")?.parse().ok()?));
        Some(Self { program, known, head: line("head")?, remade: line("remade")?.parse().ok()? })
    }

    pub(crate) fn to_text(&self) -> String {
        let Self { program, known: Seq(known), head, remade } = self;
        format!("program {program}\nknown {known}\nhead {head}\nremade {remade}\n")
    }
}

/// Why a file is of no use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadSnapshotFile {
    #[error("it starts with other bytes than a snapshot does")]
    Foreign,
    #[error("it has format {found}, and this program reads {FORMAT}")]
    Format { found: u32 },
    #[error("it is cut off or damaged: {part}")]
    Damaged { part: String },
    /// Nothing is wrong with it; the ledger or the program is another by now.
    #[error("it is of another state of the ledger, or of another program")]
    OtherState,
}
