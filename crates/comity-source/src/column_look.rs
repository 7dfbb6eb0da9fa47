//! What the cells of a column look like, whatever it is called.

use std::io::BufRead;

use crate::cell;
use crate::cut::{Cut, Next};
use crate::date_style::{DateStyle, StyleEvidence};
use crate::header::{Header, fold};
use crate::party::code_of;
use crate::roles::Roles;
use crate::written_date::{is_year, written_date};

/// Rows that are looked at. Guessed: enough for lists of offices, and seconds for the largest files.
const ROWS: usize = 100_000;

/// Rows whose cells are kept, as far as they are short. Guessed: as many tell what is in a column.
const SAMPLES: usize = 40;
const SHORT: usize = 60;

/// One column as its cells show it.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnLook {
    /// Its cells in the first rows.
    pub(crate) samples: Vec<String>,
    /// Cells that say something.
    filled: u64,
    /// Of them, dates and years.
    dates: u64,
    /// Of them, years alone.
    years: u64,
    /// Items of Wikidata and UN/LOCODEs.
    codes: u64,
    addresses: u64,
    style: StyleEvidence,
}

impl ColumnLook {
    fn hear(&mut self, text: &str) {
        self.filled += 1;
        let is_item = text.contains("wikidata.org/");
        let is_code = || text.len() <= 12 && !text.contains(char::is_lowercase) && code_of(text).is_some();
        self.codes += u64::from(is_item || is_code());
        self.addresses += u64::from(text.starts_with("http") && text.contains("://"));
        if text.len() > 40 || !text.chars().any(char::is_numeric) {
            return;
        }
        self.style.hear(text);
        self.years += u64::from(is_year(text));
        self.dates += u64::from(written_date(text, DateStyle::default()).is_some());
    }

    pub(crate) fn style(&self) -> DateStyle {
        self.style.style()
    }

    /// All of them: five capitals may be a word.
    pub(crate) fn is_of_codes(&self) -> bool {
        self.filled > 2 && self.codes == self.filled
    }

    pub(crate) fn is_of_addresses(&self) -> bool {
        self.filled > 0 && self.addresses * 5 >= self.filled * 4
    }

    fn is_of_dates(&self) -> bool {
        self.filled > 0 && self.dates * 5 >= self.filled * 4
    }
}

/// Looks at the columns of a table below its header.
pub(crate) fn look<R: BufRead>(mut table: Cut<R>, above: u64, width: usize) -> Vec<ColumnLook> {
    let mut looks = vec![ColumnLook::default(); width];
    for _ in 0..above {
        table.next_filled().expect("decoded text is in memory");
    }
    for number in 0..ROWS {
        match table.next_filled().expect("decoded text is in memory") {
            Next::End => break,
            Next::TooLong { .. } => {}
            Next::Row => {
                for (look, cell) in looks.iter_mut().zip(table.cells()) {
                    let text = std::str::from_utf8(cell).ok().and_then(cell::said).unwrap_or_default();
                    if number < SAMPLES {
                        look.samples.push(if text.len() > SHORT { String::new() } else { text.to_owned() });
                    }
                    if !text.is_empty() {
                        look.hear(text);
                    }
                }
            }
        }
    }
    looks
}

/// The column that must hold when a tie began: called so in words we know, or the only one full of days.
pub(crate) fn start(header: &Header, looks: &[ColumnLook], known: &Roles) -> Option<usize> {
    let free = |place: &usize| !known.has(*place) && !is_other_date(header.name(*place));
    let dated: Vec<usize> = (0..header.written.len())
        .filter(free)
        .filter(|place| looks.get(*place).is_some_and(ColumnLook::is_of_dates))
        .collect();
    let called = dated.iter().find(|place| is_called_start(header.name(**place)));
    let days = |place: &&usize| looks.get(**place).is_some_and(|look| look.years * 5 < look.filled);
    let mut alone = dated.iter().filter(days);
    called.or(alone.next().filter(|_| alone.next().is_none())).copied()
}

/// `Signed on`, `结好时间`, `fecha de firma`, `Jahr der Partnerschaft`.
fn is_called_start(name: &str) -> bool {
    const STEMS: [&str; 40] = [
        "sign",
        "since",
        "start",
        "begin",
        "seit",
        "datum",
        "date",
        "jahr",
        "year",
        "annee",
        "depuis",
        "fecha",
        "firma",
        "desde",
        "anno",
        "inizio",
        "debut",
        "inicio",
        "twinn",
        "jumel",
        "gemell",
        "partnerschaft",
        "establ",
        "founded",
        "дата",
        "год",
        "подпис",
        "结好",
        "结成",
        "签",
        "締結",
        "提携",
        "年月日",
        "日期",
        "时间",
        "時間",
        "체결",
        "결연",
        "일자",
        "연도",
    ];
    let (folded, lower) = (fold(name), name.to_lowercase());
    STEMS.iter().any(|stem| folded.contains(stem) || lower.contains(stem))
}

/// A day that says nothing of the beginning: when the row was changed, or when the tie ended.
fn is_other_date(name: &str) -> bool {
    const STEMS: [&str; 16] = [
        "modif",
        "updat",
        "access",
        "retriev",
        "check",
        "abgerufen",
        "stand",
        "born",
        "birth",
        "until",
        "expir",
        "termin",
        "renew",
        "ended",
        "created",
        "timestamp",
    ];
    let folded = fold(name);
    folded == "end" || STEMS.iter().any(|stem| folded.contains(stem))
}
