//! What a register is opened for.

/// How far the opening may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads a register that is there, and leaves every byte of it as it is.
    Read,
    /// Reads and writes a register that is there.
    Write,
    /// The same, and makes one where there is none.
    Create,
}
