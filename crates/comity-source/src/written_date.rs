//! Dates as people write them: in ten languages, in eras of East Asia, about, and as a spreadsheet counts days.

use comity_model::{Day, FuzzyDate};

use crate::date_style::{DateStyle, DayOrder};
use crate::month_names::{Word, word};
use crate::several_dates::several;

/// Whether a cell of a list is a day, a month or a year.
pub fn is_date(text: &str) -> bool {
    text.chars().any(char::is_numeric) && written_date(text, DateStyle::default()).is_some()
}

/// What a cell says of a day, and what of its words that leaves out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WrittenDate {
    pub(crate) date: FuzzyDate,
    /// The end, where the cell holds both: `1985–1990`.
    pub(crate) until: Option<FuzzyDate>,
    pub(crate) side: Side,
    /// Why the words are kept beside the date.
    pub(crate) doubt: Option<&'static str>,
}

/// Whether the day is the date, or some day that the date only bounds: `before 1990`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    On,
    OnOrBefore,
    OnOrAfter,
}

impl WrittenDate {
    fn sure(date: FuzzyDate) -> Self {
        Self { date, until: None, side: Side::On, doubt: None }
    }

    /// As the start or the end of a period.
    pub(crate) fn endpoint(&self) -> String {
        match self.side {
            Side::On => self.date.to_string(),
            Side::OnOrBefore => format!("[..{}]", self.date),
            Side::OnOrAfter => format!("[{}..]", self.date),
        }
    }
}

/// One piece of a written date.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    Number { value: u32, digits: usize },
    Month(u32),
    Season(u32),
}

/// Reads a date with the precision it has; `None` where it is none or could be several.
///
/// `3/5/1981` may be March or May: the column decides, or it is read as 1981.
pub(crate) fn written_date(text: &str, style: DateStyle) -> Option<WrittenDate> {
    let plain = plain(text);
    let text = plain.trim();
    if let Some(bare) = without_brackets(text) {
        let found = written_date(bare, style)?;
        return Some(WrittenDate { doubt: Some("what stands in brackets is kept as words"), ..found });
    }
    several(text, style).or_else(|| single(text, style))
}

/// A cell of one date.
pub(crate) fn single(text: &str, style: DateStyle) -> Option<WrittenDate> {
    if let Ok(date) = day_of_moment(text).parse() {
        return Some(WrittenDate::sure(date));
    }
    if style.serials
        && let Some(day) = serial(text)
    {
        return Some(WrittenDate {
            doubt: Some("read as a spreadsheet counts days"),
            ..WrittenDate::sure(day)
        });
    }
    if let Some(decade) = decade(text) {
        return Some(WrittenDate::sure(decade));
    }
    let (about, text) = without_about(text);
    let (text, ambiguous) = calendar(&pieces(without_since(text))?, text.contains('.'), style)?;
    let date = if about && is_year(&text) { format!("{text}~") } else { text };
    let doubt = ambiguous.then_some("day or month first cannot be told, read as the year");
    Some(WrittenDate { doubt, ..WrittenDate::sure(date.parse().ok()?) })
}

/// Digits of any script as ours, eras as years of our count, letters small.
fn plain(text: &str) -> String {
    of_era(&text.chars().map(plain_sign).collect::<String>())
}

fn plain_sign(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + 48).unwrap_or(c),
        '٠'..='٩' => char::from_u32(u32::from(c) - u32::from('٠') + 48).unwrap_or(c),
        '۰'..='۹' => char::from_u32(u32::from(c) - u32::from('۰') + 48).unwrap_or(c),
        '／' => '/',
        '．' | '。' => '.',
        '－' | '–' | '—' | '−' | '～' => '–',
        '（' => '(',
        '）' => ')',
        '\u{3000}' | '\u{a0}' => ' ',
        other => other,
    }
}

/// `昭和34年` → `1959年`; the first year of an era is also written `元年`.
fn of_era(text: &str) -> String {
    const ERAS: [(&str, u32); 13] = [
        ("明治", 1867),
        ("大正", 1911),
        ("昭和", 1925),
        ("平成", 1988),
        ("令和", 2018),
        ("民國", 1911),
        ("民国", 1911),
        ("M", 1867),
        ("T", 1911),
        ("S", 1925),
        ("H", 1988),
        ("R", 2018),
        ("西暦", 0),
    ];
    let found =
        ERAS.iter().find_map(|(name, before)| Some((text.trim().strip_prefix(name)?, *before, *name)));
    let Some((rest, before, name)) = found else { return text.to_owned() };
    let rest = rest.trim_start().replacen('元', "1", 1);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (Ok(year), true) = (digits.parse::<u32>(), (1..=3).contains(&digits.len()) || before == 0) else {
        return text.to_owned();
    };
    let after = rest.get(digits.len()..).unwrap_or_default().trim_start();
    if name.is_ascii() && !after.starts_with(['.', '/', '-', '年']) {
        return text.to_owned();
    }
    format!("{}{after}", year + before)
}

fn without_brackets(text: &str) -> Option<&str> {
    let (bare, _) = text.strip_suffix(')')?.split_once('(')?;
    Some(bare.trim()).filter(|bare| !bare.is_empty())
}

/// Without the time of day: `2020-06-25T04:52`.
fn day_of_moment(text: &str) -> &str {
    text.split(['T', ' ']).next().filter(|day| day.contains('-') && day.len() == 10).unwrap_or(text)
}

/// Days since 1899-12-30, as spreadsheets count them; a lone number of five digits.
pub(crate) fn serial(text: &str) -> Option<FuzzyDate> {
    const ZERO: i32 = -25_569;
    let whole = text.strip_suffix(".0").unwrap_or(text);
    let is_serial = whole.len() == 5 && whole.bytes().all(|byte| byte.is_ascii_digit());
    let days: i32 = whole.parse().ok().filter(|_| is_serial)?;
    (10_000..60_000).contains(&days).then(|| FuzzyDate::day(Day(days + ZERO)))
}

/// `1990s`, `1990er`, `1990年代`.
fn decade(text: &str) -> Option<FuzzyDate> {
    const ENDINGS: [&str; 7] = ["s", "'s", "’s", "er", "er jahre", "年代", "년대"];
    let lower = text.to_lowercase();
    let year = ENDINGS.iter().find_map(|ending| lower.strip_suffix(ending)).map(str::trim)?;
    let decade = year.strip_suffix('0').filter(|_| is_year(year))?;
    format!("{decade}X").parse().ok()
}

fn without_about(text: &str) -> (bool, &str) {
    const ABOUT: [&str; 14] = [
        "circa",
        "ca.",
        "ca ",
        "c.",
        "c ",
        "about",
        "around",
        "approx.",
        "etwa",
        "um ",
        "vers",
        "около",
        "約",
        "约",
    ];
    let bare = ABOUT.iter().find_map(|word| strip_word(text, word));
    bare.map_or((false, text), |bare| (true, bare))
}

fn without_since(text: &str) -> &str {
    const SINCE: [&str; 11] =
        ["since", "from", "seit", "ab ", "depuis", "desde", "dal ", "od ", "с ", "sinds", "自"];
    SINCE.iter().find_map(|word| strip_word(text, word)).unwrap_or(text)
}

pub(crate) fn strip_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(word.len())?;
    (start.to_lowercase() == word).then(|| rest.trim())
}

/// Numbers and names of months; `None` where any other word stands among them.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_end_matches(['–', '-', '/', '.', ' ']);
    while let Some(first) = rest.chars().next() {
        let (run, later) = rest.split_at(rest.find(|c| !is_alike(c, first)).unwrap_or(rest.len()));
        rest = later;
        if first.is_ascii_digit() {
            pieces.push(Piece::Number { value: run.parse().ok()?, digits: run.len() });
        } else if first.is_alphabetic() {
            match word(&run.to_lowercase())? {
                Word::Month(month) => pieces.push(Piece::Month(month)),
                Word::Season(season) => pieces.push(Piece::Season(season)),
                Word::Filler => {}
            }
        } else if !run.chars().all(|c| " .,/-–'º°".contains(c)) {
            return None;
        }
    }
    Some(pieces)
}

/// Whether both are letters, both digits, or both neither.
fn is_alike(a: char, b: char) -> bool {
    a.is_alphabetic() == b.is_alphabetic() && a.is_numeric() == b.is_numeric()
}

/// The date as EDTF, and whether day and month could not be told apart.
#[expect(clippy::match_same_arms, reason = "an arm a form, in the order in which they are tried")]
fn calendar(pieces: &[Piece], dots: bool, style: DateStyle) -> Option<(String, bool)> {
    use Piece::{Month, Number, Season};
    let sure = |text: String| Some((text, false));
    match *pieces {
        [Number { value, digits: 8 }] => {
            sure(format!("{:04}-{:02}-{:02}", value / 10_000, value / 100 % 100, value % 100))
        }
        // `1981.0` comes out of a column of numbers.
        [Number { value, digits: 4 }, Number { value: 0, digits: 1 }] | [Number { value, digits: 4 }] => {
            sure(value.to_string()).filter(|(year, _)| is_year(year))
        }
        [Season(season), Number { value, digits: 4 }] | [Number { value, digits: 4 }, Season(season)] => {
            sure(format!("{value}-{season}"))
        }
        [Month(month), Number { value, digits: 4 }] | [Number { value, digits: 4 }, Month(month)] => {
            sure(day(value, month, 0))
        }
        [Number { value: of_month, .. }, Month(month), Number { value, digits: 4 }]
        | [Month(month), Number { value: of_month, .. }, Number { value, digits: 4 }]
        | [Number { value, digits: 4 }, Month(month), Number { value: of_month, .. }] => {
            sure(day(value, month, of_month))
        }
        // `2009/10` may be a season of two years.
        [Number { value, digits: 4 }, Number { value: month, digits: 2 }] if month == value % 100 + 1 => None,
        [Number { value, digits: 4 }, Number { value: month @ 0..=12, digits: 1..=2 }]
        | [Number { value: month @ 0..=12, digits: 1..=2 }, Number { value, digits: 4 }] => {
            sure(day(value, month, 0))
        }
        [Number { value, digits: 4 }, Number { value: month, .. }, Number { value: of_month, .. }] => {
            sure(day(value, month, of_month))
        }
        [Number { value: a, .. }, Number { value: b, .. }, Number { value, digits }] => {
            let order = if dots { DayOrder::DayFirst } else { style.order };
            Some(year_last(a, b, full_year(value, digits)?, order))
        }
        _ => None,
    }
}

fn year_last(a: u32, b: u32, year: u32, order: DayOrder) -> (String, bool) {
    let told = match order {
        _ if a > 12 || a == b || b == 0 => DayOrder::DayFirst,
        _ if b > 12 => DayOrder::MonthFirst,
        _ => order,
    };
    match told {
        DayOrder::DayFirst => (day(year, b, a), false),
        DayOrder::MonthFirst => (day(year, a, b), false),
        DayOrder::Unknown => (year.to_string(), true),
    }
}

/// Two digits from 31 on are of the last century; below, they could be of this one.
fn full_year(value: u32, digits: usize) -> Option<u32> {
    match (digits, value) {
        (4, _) => Some(value),
        (2, 31..) => Some(1900 + value),
        _ => None,
    }
}

/// 0 says that the month or the day is not known.
fn day(year: u32, month: u32, day: u32) -> String {
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1000..2200).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, style: DateStyle) -> String {
        let Some(written) = written_date(text, style) else { return "–".to_owned() };
        let until = written.until.as_ref().map(|until| format!("/{until}")).unwrap_or_default();
        format!("{}{until}{}", written.endpoint(), if written.doubt.is_some() { " ?" } else { "" })
    }

    #[test]
    fn dates_keep_their_precision() {
        for (text, edtf) in [
            ("1981", "1981"),
            ("1981-05", "1981-05"),
            ("1981.0", "1981"),
            ("3.5.1981", "1981-05-03"),
            ("1981/5/3", "1981-05-03"),
            ("23/5/1981", "1981-05-23"),
            ("5/23/1981", "1981-05-23"),
            ("3/5/1981", "1981 ?"),
            ("c. 1981", "1981~"),
            ("um 1981", "1981~"),
            ("2020-06-25T04:52:51.327", "2020-06-25"),
            ("31.2.1981", "–"),
            ("217", "–"),
            ("spring", "–"),
            ("spring 1992", "1992-21"),
            ("1990s", "199X"),
            ("1990年代", "199X"),
            ("seit 1990", "1990"),
            ("00/00/1990", "1990"),
            ("00.05.1990", "1990-05"),
            ("06/1985", "1985-06"),
            ("1992–", "1992"),
            ("1992/", "1992"),
            ("1979 (1987)", "1979 ?"),
            ("1985–1990", "1985/1990 ?"),
            ("1951 / 1960", "[1951,1960] ?"),
            ("1989/90", "[1989,1990] ?"),
            ("2009-10", "2009-10"),
            ("before 1990 (mayor's letter)", "[..1989] ?"),
            ("25/11/81", "1981-11-25"),
            ("12/05/31", "1931 ?"),
            ("12/05/07", "–"),
            ("29915", "–"),
        ] {
            assert_eq!(read(text, DateStyle::default()), edtf, "{text}");
        }
    }

    #[test]
    fn months_are_read_in_many_languages() {
        for (text, edtf) in [
            ("1 Jan 1981", "1981-01-01"),
            ("Jan 5, 1988", "1988-01-05"),
            ("5. Mai 1992", "1992-05-05"),
            ("5 мая 1992 г.", "1992-05-05"),
            ("1er août 1990", "1990-08-01"),
            ("12 de octubre de 1985", "1985-10-12"),
            ("3 lutego 1991", "1991-02-03"),
            ("March 1990", "1990-03"),
            ("Lyon 1990", "–"),
        ] {
            assert_eq!(read(text, DateStyle::default()), edtf, "{text}");
        }
    }

    #[test]
    fn east_asian_dates_and_eras_are_read() {
        for (text, edtf) in [
            ("1974年2月1日", "1974-02-01"),
            ("2001年 5 月11日", "2001-05-11"),
            ("1988년 11월 20일", "1988-11-20"),
            ("1988年", "1988"),
            ("昭和34年", "1959"),
            ("昭和34年11月17日", "1959-11-17"),
            ("平成2年", "1990"),
            ("令和元年5月1日", "2019-05-01"),
            ("民國75年", "1986"),
            ("H22.10.22", "2010-10-22"),
            ("١٩٨٥", "1985"),
            ("민국", "–"),
        ] {
            assert_eq!(read(text, DateStyle::default()), edtf, "{text}");
        }
    }

    #[test]
    fn the_column_says_what_its_numbers_are() {
        let of = |order, serials| DateStyle { order, serials };
        assert_eq!(read("3/5/1981", of(DayOrder::DayFirst, false)), "1981-05-03");
        assert_eq!(read("3/5/1981", of(DayOrder::MonthFirst, false)), "1981-03-05");
        assert_eq!(read("29915", of(DayOrder::Unknown, true)), "1981-11-25 ?");
        assert_eq!(read("1951", of(DayOrder::Unknown, true)), "1951");
    }
}
