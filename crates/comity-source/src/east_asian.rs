//! Texts in the older encodings of East Asia, told by the words that lists of places hold.

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS};

/// An encoding that fits every byte, and whether words of lists were found under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EastAsian {
    pub(crate) encoding: &'static Encoding,
    pub(crate) sure: bool,
}

/// The encoding of East Asia under which the bytes make sense; `None` where they look like Western text.
///
/// `guess` is what a detector of characters says; words weigh more, since lists are short.
pub(crate) fn east_asian(bytes: &[u8], guess: &'static Encoding) -> Option<EastAsian> {
    const SAMPLE: usize = 1 << 20;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let whole = sample.len() == bytes.len();
    let fits = [SHIFT_JIS, EUC_JP, GBK, BIG5, EUC_KR].into_iter().filter_map(|encoding| {
        let mut text = String::with_capacity(sample.len() * 3);
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let room = decoder.max_utf8_buffer_length(sample.len())?;
        text.reserve(room);
        let (_, _, bad) = decoder.decode_to_string(sample, &mut text, whole);
        let evidence = Evidence::of(&text);
        let reads = !bad && evidence.strange * 4 < evidence.letters.max(1);
        (reads && (evidence.words > 0 || encoding == guess)).then_some((
            evidence.words,
            encoding == guess,
            encoding,
        ))
    });
    let best = fits.max_by_key(|(words, guessed, _)| (*words, *guessed))?;
    Some(EastAsian { encoding: best.2, sure: best.0 > 0 })
}

#[derive(Debug, Default)]
struct Evidence {
    /// Words that lists of places are full of.
    words: usize,
    /// Characters above ASCII.
    letters: usize,
    /// Of them, those that stand where no writer puts them: within a Latin word, half of a kana, private ones.
    strange: usize,
}

impl Evidence {
    fn of(text: &str) -> Self {
        const WORDS: [&str; 30] = [
            "日本",
            "中国",
            "中國",
            "美国",
            "美國",
            "米国",
            "韩国",
            "韓国",
            "韓國",
            "台湾",
            "台灣",
            "臺灣",
            "英国",
            "德国",
            "アメリカ",
            "ドイツ",
            "フランス",
            "한국",
            "대한민국",
            "일본",
            "중국",
            "미국",
            "城市",
            "国家",
            "國家",
            "都市",
            "姉妹",
            "友好",
            "도시",
            "자매",
        ];
        let mut evidence =
            Self { words: WORDS.iter().map(|word| text.matches(word).count()).sum(), ..Self::default() };
        let mut before = ' ';
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if !c.is_ascii() {
                let beside_latin =
                    before.is_ascii_alphabetic() || rest.peek().is_some_and(char::is_ascii_alphabetic);
                let odd = matches!(c, '\u{fffd}' | '\u{ff61}'..='\u{ff9f}' | '\u{e000}'..='\u{f8ff}' | '\u{80}'..='\u{9f}');
                evidence.letters += 1;
                evidence.strange += usize::from(beside_latin || odd);
            }
            before = c;
        }
        evidence
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, encoding: &'static Encoding) {
        let bytes = encoding.encode(text).0.into_owned();
        let guess = encoding_rs::WINDOWS_1252;
        assert_eq!(east_asian(&bytes, guess).map(|found| found.encoding), Some(encoding), "{text}");
    }

    #[test]
    fn lists_of_places_tell_their_encoding() {
        check("札幌市,日本,瀋陽市,中国,1980", SHIFT_JIS);
        check("札幌市,日本,瀋陽市,中国,1980", EUC_JP);
        check("西安市,中国,奈良市,日本,1974", GBK);
        check("台北市,台灣,高雄市,台灣,1974", BIG5);
        check("서울특별시,대한민국,도쿄,일본,1988", EUC_KR);
    }

    #[test]
    fn western_words_are_not_taken_for_east_asian() {
        for text in
            [&b"K\xf6ln,M\xfcnchen,Orl\xe9ans"[..], b"S\x8bo Paulo, K\x9aln", b"Lyon,\xc9vry,Malm\xf6"]
        {
            assert_eq!(east_asian(text, encoding_rs::WINDOWS_1252), None, "{text:?}");
        }
    }
}
