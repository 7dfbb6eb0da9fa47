//! Why a file could not be read at all. What is wrong with single rows is a `Problem`, not an error.

/// A file, or the profile it was to be read with, is of no use as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    #[error("{file} has {found} {unit}, more than the limit of {limit} {unit}")]
    TooLarge { file: String, found: u64, limit: u64, unit: &'static str },
    #[error("{file}, row {row}: {found} bytes, more than the limit of {limit} bytes in a row")]
    LongRow { file: String, row: u64, found: u64, limit: usize },
    #[error("{file}, row {row}: more columns than the limit of {limit} columns")]
    WideRow { file: String, row: u64, limit: u64 },
    #[error("{file} is no table: it looks like {looks_like}; save it as CSV")]
    NoTable { file: String, looks_like: &'static str },
    #[error("{file} cannot be read: {reason}")]
    Unreadable { file: String, reason: String },
    #[error("{file} has no sheet `{wanted}`; it has: {known}")]
    NoSheet { file: String, wanted: String, known: String },
    #[error("{file} was read as {form}, and holds no table and no list of two entries or more")]
    NothingInPage { file: String, form: &'static str },
    #[error(
        "{file} holds no table, and few of the entries of its lists are places; `--sheet list` reads them all the same"
    )]
    NoPlaces { file: String },
    #[error("{file} has {reason}")]
    Newer { file: String, reason: String },
    #[error("{file} is empty")]
    Empty { file: String },
    #[error("no profile fits {file}, whose columns are: {headers}. There are: {known}")]
    NoProfile { file: String, headers: String, known: String },
    #[error("profile {profile} does not fit {file}: it needs {needs}; the columns are: {headers}")]
    Misfit { file: String, profile: String, needs: String, headers: String },
    #[error("there is no profile `{name}`; there are: {known}")]
    UnknownProfile { name: String, known: String },
    #[error("`{name}` is no encoding; such as shift_jis, euc-jp, gb18030, big5, euc-kr, windows-1252, cp850")]
    UnknownEncoding { name: String },
    #[error("profile {profile}: {reason}")]
    BadProfile { profile: String, reason: String },
}
