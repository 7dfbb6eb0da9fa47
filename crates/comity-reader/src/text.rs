//! A document's text, with places counted in Unicode scalar values.

use encoding_rs::Encoding;

/// Decoded text that knows where each of its scalar values starts.
#[derive(Debug, Clone)]
pub struct Text {
    body: String,
    starts: Vec<usize>,
    /// What it was written in, when that was not UTF-8.
    encoding: &'static str,
}

impl Text {
    /// UTF-8, or else the likeliest older encoding.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Self::new(text.trim_start_matches('\u{feff}'));
        }
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        let encoding: &Encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
        let (text, encoding, _) = encoding.decode(bytes);
        Self { encoding: encoding.name(), ..Self::new(&text) }
    }

    pub fn new(text: &str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { body: text.to_owned(), starts, encoding: "UTF-8" }
    }

    /// In scalar values.
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// From scalar value `start` up to `end`, both within the text.
    pub fn slice(&self, start: usize, end: usize) -> &str {
        self.body.get(self.starts[start]..self.starts[end]).expect("starts lie between scalar values")
    }

    pub(crate) fn char_at(&self, at: usize) -> Option<char> {
        let start = *self.starts.get(at)?;
        self.body.get(start..)?.chars().next()
    }
}
