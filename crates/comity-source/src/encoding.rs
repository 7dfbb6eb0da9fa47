//! Which characters the bytes of a file stand for: UTF-8 first, then the likeliest older encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GBK, ISO_2022_JP, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_1250, WINDOWS_1252,
};

use crate::east_asian::east_asian;

/// How a file is decoded, and what had to be mended on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decoding {
    /// The encoding of the file, or of its stray bytes where the rest of it is UTF-8.
    pub(crate) encoding: &'static Encoding,
    pub(crate) how: How,
    /// Bytes of the mark that opens the file.
    pub(crate) mark: usize,
    /// Stray bytes read in another encoding, or places where nothing fitted and `�` stands.
    pub(crate) repairs: u64,
    /// Whether it was told by a mark, by the form of UTF-8, by words, or by somebody; else it is a guess.
    pub(crate) sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Plain,
    /// UTF-8 with stray bytes of a one-byte encoding.
    Mixed,
    Legacy,
    /// Code page 850, which the library of encodings leaves out.
    Dos,
}

impl Decoding {
    /// Finds out by evidence: a byte order mark, valid UTF-8, mostly UTF-8, or the encoding that makes most
    /// sense of the bytes above 127.
    pub(crate) fn detect(bytes: &[u8]) -> Self {
        if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
            let rest = bytes.split_at(mark).1;
            let how = if encoding == UTF_8 { utf8_or_mixed(rest) } else { How::Legacy };
            return Self::counted(encoding, how, mark, rest);
        }
        let how = utf8_or_mixed(bytes);
        if how == How::Mixed {
            let (whole, stray) = evidence(bytes);
            if stray > whole {
                return likeliest(bytes);
            }
        }
        Self::counted(UTF_8, how, 0, bytes)
    }

    /// Reads the bytes as the encoding a profile names, such as `macintosh` or `shift_jis`.
    pub(crate) fn named(label: &str, bytes: &[u8]) -> Option<Self> {
        if ["cp850", "ibm850", "850"].contains(&label.to_lowercase().as_str()) {
            return Some(Self::counted(UTF_8, How::Dos, 0, bytes));
        }
        let encoding = match label.to_lowercase().as_str() {
            "cp949" => EUC_KR,
            "cp936" => GBK,
            "cp932" => SHIFT_JIS,
            "cp950" => BIG5,
            _ => Encoding::for_label(label.as_bytes())?,
        };
        let how = if encoding == UTF_8 { utf8_or_mixed(bytes) } else { How::Legacy };
        let mark = Encoding::for_bom(bytes).map_or(0, |(_, mark)| mark);
        Some(Self::counted(encoding, how, mark, bytes.split_at(mark).1))
    }

    /// The encoding's name for a reader: `UTF-8`, `macintosh`, `UTF-8 with stray macintosh`.
    pub(crate) fn name(&self) -> Cow<'static, str> {
        match self.how {
            How::Mixed => format!("UTF-8 with stray {}", self.encoding.name()).into(),
            How::Dos => "IBM850".into(),
            How::Plain | How::Legacy => self.encoding.name().into(),
        }
    }

    /// Whether quotation marks, commas and line ends are the bytes they are in ASCII.
    pub(crate) fn is_bytewise(&self) -> bool {
        self.how == How::Dos || (self.encoding.is_ascii_compatible() && self.encoding != ISO_2022_JP)
    }

    fn counted(encoding: &'static Encoding, how: How, mark: usize, rest: &[u8]) -> Self {
        match how {
            How::Plain | How::Dos => Self { encoding, how, mark, repairs: 0, sure: true },
            How::Mixed => {
                let repairs = rest.utf8_chunks().map(|chunk| chunk.invalid().len() as u64).sum();
                Self { encoding: likeliest_stray(rest), how, mark, repairs, sure: false }
            }
            How::Legacy => {
                let plain = Self { encoding, how, mark, repairs: 0, sure: true };
                Self {
                    repairs: plain
                        .pieces(rest)
                        .map(|piece: Cow<'_, [u8]>| {
                            String::from_utf8_lossy(&piece).chars().filter(|c| *c == '\u{fffd}').count()
                                as u64
                        })
                        .sum(),
                    ..plain
                }
            }
        }
    }
}

fn utf8_or_mixed(bytes: &[u8]) -> How {
    if std::str::from_utf8(bytes).is_ok() { How::Plain } else { How::Mixed }
}

/// Characters of several bytes that are UTF-8, and bytes that cannot be.
fn evidence(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(whole, stray), chunk| {
        let several = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (whole + several, stray + chunk.invalid().len())
    })
}

/// The encoding under which the text makes most sense; of equals, the one that chardetng names.
fn likeliest(bytes: &[u8]) -> Decoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if let Some(found) = east_asian(bytes, guess) {
        return Decoding { sure: found.sure, ..Decoding::counted(found.encoding, How::Legacy, 0, bytes) };
    }
    let western = [guess, WINDOWS_1252, MACINTOSH].map(|encoding| (encoding, How::Legacy));
    let (encoding, how) = best(&[western.as_slice(), &[(UTF_8, How::Dos)]].concat(), bytes);
    Decoding { sure: false, ..Decoding::counted(encoding, how, 0, bytes) }
}

/// The same for the bytes that stand astray in UTF-8; each is seen with its neighbours.
fn likeliest_stray(bytes: &[u8]) -> &'static Encoding {
    best(&[WINDOWS_1252, MACINTOSH, WINDOWS_1250].map(|encoding| (encoding, How::Mixed)), bytes).0
}

type Candidate = (&'static Encoding, How);

/// The first of those that make most sense.
fn best(candidates: &[Candidate], bytes: &[u8]) -> Candidate {
    const SAMPLE: usize = 1 << 22;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut best = (i64::MIN, (WINDOWS_1252, How::Legacy));
    for candidate in candidates {
        let score = sense(*candidate, sample);
        if score > best.0 {
            best = (score, *candidate);
        }
    }
    best.1
}

/// How much sense the bytes above 127 make: letters within words, none that turn to capitals inside one.
fn sense((encoding, how): Candidate, bytes: &[u8]) -> i64 {
    let decoding = Decoding { encoding, how, mark: 0, repairs: 0, sure: false };
    let mut score = 0;
    for piece in decoding.pieces(bytes) {
        let text = String::from_utf8_lossy(&piece);
        let mut before = ' ';
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if !c.is_ascii() {
                score += plausible(before, c, rest.peek().copied().unwrap_or(' '));
            }
            before = c;
        }
    }
    score
}

fn plausible(before: char, c: char, after: char) -> i64 {
    let inside = before.is_alphabetic() && after.is_alphabetic();
    match c {
        '\u{fffd}' | '\u{80}'..='\u{9f}' => -5,
        _ if c.is_alphabetic() && c.is_uppercase() && before.is_lowercase() => -2,
        _ if c.is_alphabetic() && (before.is_alphabetic() || after.is_alphabetic()) => 2,
        '\u{a0}' | '’' | '–' | '—' if inside => 2,
        _ if inside => -2,
        '\u{a0}' | '’' | '‘' | '“' | '”' | '«' | '»' | '–' | '—' | '…' => 0,
        _ => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], name: &str, repairs: u64, text: &str) {
        let decoding = Decoding::detect(bytes);
        let pieces = decoding.pieces(bytes.split_at(decoding.mark).1);
        let read: Vec<u8> = pieces.flat_map(Cow::into_owned).collect();
        assert_eq!((&*decoding.name(), decoding.repairs), (name, repairs));
        assert_eq!(String::from_utf8(read).unwrap(), text);
    }

    #[test]
    fn encodings_are_told_by_evidence() {
        check("Köln".as_bytes(), "UTF-8", 0, "Köln");
        check(b"\xef\xbb\xbfcity", "UTF-8", 0, "city");
        check(b"S\x8bo Paulo, K\x9aln, Orl\x8eans", "macintosh", 0, "São Paulo, Köln, Orléans");
        check(b"S\xe3o Paulo, K\xf6ln, Orl\xe9ans", "windows-1252", 0, "São Paulo, Köln, Orléans");
        check(b"\xcc\xee\xf1\xea\xe2\xe0, \xca\xe8\xe5\xe2", "windows-1251", 0, "Москва, Киев");
        check(b"Malm\x94, K\x94ln, C\xa2rdoba, Espa\xa4a", "IBM850", 0, "Malmö, Köln, Córdoba, España");
        check(b"\xff\xfeK\0\xf6\0l\0n\0", "UTF-16LE", 0, "Köln");
    }

    #[test]
    fn stray_bytes_in_utf8_are_mended_and_counted() {
        let mixed = [&b"East\xcaAsia\xcaand "[..], "Ōsaka – Łódź".as_bytes()].concat();
        check(&mixed, "UTF-8 with stray macintosh", 2, "East\u{a0}Asia\u{a0}and Ōsaka – Łódź");
    }
}
