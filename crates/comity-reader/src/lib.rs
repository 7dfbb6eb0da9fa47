//! Documents to text with offsets, and the places and bodies that are named in it.
//!
//! [`read`] is pure: it is handed a text, a gazetteer and the names of what the register holds.

mod lexicon;
mod rank;
mod reading;
mod scan;
mod text;
mod word;

pub use lexicon::Lexicon;
pub use reading::{DocumentReading, MentionCandidate, ReadMention};
pub use text::Text;

use comity_gazetteer::Gazetteer;

/// Everything named in `text`, in order of appearance, each with its candidates, the likeliest first.
///
/// Mentions do not overlap. Nothing is decided here: a mention is a proposal for a person.
/// Cost: about one index lookup for each word and length of name tried.
pub fn read(doc: &str, text: &Text, gazetteer: &Gazetteer, lexicon: &Lexicon) -> DocumentReading {
    let found = scan::scan(text, gazetteer, lexicon);
    let mentions = rank::rank(text, &found, lexicon);
    DocumentReading { doc: doc.to_owned(), text_len: text.len(), mentions, proposals: Vec::new() }
}
