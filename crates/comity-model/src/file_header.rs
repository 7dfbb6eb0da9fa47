//! What a file in the open record format says of itself: its version, and what it was made from.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use smol_str::SmolStr;

use crate::id::Seq;

/// The version of the open record format that is written, and the highest that is read. Every lower one is read for
/// ever; a file that states none is of version 1.
///
/// Version 2 added `issuer` and `derived_from` of sources, `read` and `exhaustive` of coverage; all may be left out.
/// Version 3 added counts of money with their `purpose`, who led an event, and words of attributes: `sector`, `days` and
/// `delegation` of a mission, `seeks` and `offers` of a place, `staff`, `budget`, `placement` and `founding-act` of an
/// office, `price-index`; and dates that are one of several: `[1985..1987]`.
pub const RECORD_FORMAT: u32 = 3;

/// The first line of a file of records.
///
/// ```
/// use comity_model::FileHeader;
/// let line = r#"{"record":"format","version":1,"program":"Comity 0.1.0","known":7,"head":"9f3a","content":"51c0"}"#;
/// let header = FileHeader::of(line).unwrap();
/// assert_eq!((header.version, header.to_line().as_str()), (1, line));
/// assert!(header.check().is_ok());
/// assert!(FileHeader::of(r#"{"record":"format","version":9}"#).unwrap().check().is_err());
/// assert!(FileHeader::of(r#"{"record":"source","id":"note"}"#).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename = "format")]
pub struct FileHeader {
    pub version: u32,
    /// Which program wrote it.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub program: SmolStr,
    /// The entry up to which the records were known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<Seq>,
    /// The hash of that entry: it vouches for all before it.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub head: SmolStr,
    /// The digest of what the records say.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub content: SmolStr,
}

impl FileHeader {
    /// `None` for a line that is something else.
    pub fn of(line: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(line).ok()?;
        let is_header = value.get("record").is_some_and(|record| record == "format");
        if is_header { serde_json::from_value(value).ok() } else { None }
    }

    pub fn to_line(&self) -> String {
        serde_json::to_string(self).expect("a header is plain data")
    }

    /// The error is a sentence for whoever brings a file that a later version wrote.
    pub fn check(&self) -> Result<(), String> {
        readable(self.version)
    }
}

/// Whether records of this version can be read.
pub fn readable(version: u32) -> Result<(), String> {
    if version <= RECORD_FORMAT {
        return Ok(());
    }
    Err(format!(
        "records of version {version}, and this program reads up to version {RECORD_FORMAT}: use a newer one"
    ))
}
