//! What the opening of a register did or found that its owner should hear of.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    #[error(
        "the tables were those of version {from} and are those of version {to} now; the names were folded anew"
    )]
    Upgraded { from: i64, to: i64 },
    /// A register at rest keeps no `-wal`, and says so in its first bytes; this one was in use when it was copied.
    #[error(
        "the file is without the -wal file that it had while it was in use: what was recorded last may be \
        missing; copies are made by `comity backup`, and `comity verify --head` knows what you noted"
    )]
    TailInDoubt,
    #[error("the address has a setting that is not known here and was passed over: {0}")]
    IgnoredSetting(String),
}
