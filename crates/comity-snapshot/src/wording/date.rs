//! Dates in words, as precise as they are known and no more.

use comity_messages::{Message, message, say};
use comity_model::{Day, FuzzyDate, Period};

const MONTHS: [Message; 12] = [
    message!("month-1"),
    message!("month-2"),
    message!("month-3"),
    message!("month-4"),
    message!("month-5"),
    message!("month-6"),
    message!("month-7"),
    message!("month-8"),
    message!("month-9"),
    message!("month-10"),
    message!("month-11"),
    message!("month-12"),
];
const SEASONS: [Message; 4] =
    [message!("season-1"), message!("season-2"), message!("season-3"), message!("season-4")];

/// "3 May 1981", "May 1981", "1981", "the 1980s", "about 1981", "1951 or 1960"; what has no words is given as it stands.
pub fn date(date: &FuzzyDate) -> String {
    one_of(date.as_str()).unwrap_or_else(|| single(date.as_str()))
}

/// What is one of several: "between 1985 and 1987", "1951 or 1960".
fn one_of(text: &str) -> Option<String> {
    let several = text.strip_prefix('[')?.strip_suffix(']')?;
    let each = several.split(',').map(|one| match one.trim().split_once("..") {
        Some((first, last)) => say!("date-between", first = single(first), last = single(last)),
        None => single(one.trim()),
    });
    each.reduce(|one, other| say!("date-either", one = one, other = other))
}

fn single(text: &str) -> String {
    let certain = |bare: &str| plain(bare).unwrap_or_else(|| bare.to_owned());
    match text.chars().last() {
        Some('~') => say!("date-about", date = certain(text.trim_end_matches('~'))),
        Some('?') => say!("date-perhaps", date = certain(text.trim_end_matches('?'))),
        Some('%') => say!("date-perhaps-about", date = certain(text.trim_end_matches('%'))),
        _ => certain(text),
    }
}

fn plain(text: &str) -> Option<String> {
    if let Some(decade) = text.strip_suffix('X').filter(|rest| rest.len() == 3) {
        return match decade.strip_suffix('X') {
            Some(century) => century_in_words(century),
            None => decade.parse::<u32>().ok().map(|decade| say!("date-decade", decade = decade.to_string())),
        };
    }
    let mut parts = text.split('-').map(str::parse::<usize>);
    let year = parts.next()?.ok()?.to_string();
    let Some(month) = parts.next() else { return Some(say!("date-year", year = year)) };
    let month = month.ok()?;
    let name = if month > 20 { SEASONS.get(month - 21) } else { MONTHS.get(month.wrapping_sub(1)) }?.word();
    match parts.next() {
        None => Some(say!("date-month", month = name, year = year)),
        Some(day) => day.ok().map(|day| say!("date-day", day = day.to_string(), month = name, year = year)),
    }
}

fn century_in_words(century: &str) -> Option<String> {
    century.parse::<u32>().ok().map(|century| say!("date-century", century = century.to_string()))
}

/// "since 1981", "1985 to 2005", "until 2005, start unknown", "some time in the 1980s"; empty says so.
pub fn period(period: &Period) -> String {
    match (since(period), ended(period)) {
        (None, None) if period.as_str().contains('/') || period.as_str().is_empty() => {
            say!("date-unknown")
        }
        (None, None) => within(period.as_str()),
        (Some(start), None) => say!("period-since", start = start),
        (None, Some(end)) => say!("period-until", end = end),
        (Some(start), Some(end)) => say!("period-between", start = start, end = end),
    }
}

fn within(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day: FuzzyDate| roughly(text, &day))
}

/// "some time in the 1980s", "some time between 1985 and 1987".
fn roughly(text: &str, day: &FuzzyDate) -> String {
    let words = date(day);
    let is_between = text.starts_with('[') && text.split(',').next().is_some_and(|one| one.contains(".."));
    match (is_between, text.contains('X')) {
        (true, _) => say!("date-within-between", date = words),
        (false, true) if !text.starts_with('[') => say!("date-within", date = words),
        _ => words,
    }
}

/// Its stated start in words, where it is an interval with one.
pub fn since(period: &Period) -> Option<String> {
    let (start, _) = period.as_str().split_once('/')?;
    endpoint(start)
}

/// Its stated end in words, where it is an interval with one.
pub fn ended(period: &Period) -> Option<String> {
    let (_, end) = period.as_str().split_once('/')?;
    endpoint(end).filter(|_| period.end().latest != Day::FUTURE)
}

fn endpoint(text: &str) -> Option<String> {
    let open = text.strip_prefix('[').and_then(|set| set.strip_suffix(']'));
    let text = open.filter(|set| set.starts_with("..") || set.ends_with("..")).unwrap_or(text);
    let stated = text.trim_matches('.');
    let day: FuzzyDate = stated.parse().ok()?;
    let words = roughly(stated, &day);
    Some(match text {
        text if text.starts_with("..") => say!("date-or-before", date = words),
        text if text.ends_with("..") => say!("date-or-after", date = words),
        _ => words,
    })
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(edtf: &str, expect: &str) {
        assert_eq!(super::period(&edtf.parse().unwrap()), expect);
    }

    #[test]
    fn periods_in_words() {
        check("1981/..", "since 1981");
        check("1981-05-03/", "since 3 May 1981");
        check("198X/2005-06", "some time in the 1980s to June 2005");
        check("/2022~", "until about 2022, start unknown");
        check("198X", "some time in the 1980s");
        check("1996-06", "June 1996");
        check("2001-21", "spring 2001");
        check("", "date unknown");
        check("19XX/..", "since some time in the 1900s");
        check("[1985..1987]/", "since some time between 1985 and 1987");
        check("[1951,1960]/..", "since 1951 or 1960");
        check("1980/[1989-09..1990-05]", "1980 to some time between September 1989 and May 1990");
        check("[1989,1990]", "1989 or 1990");
        check("..1989/", "since 1989 or before");
        check("[1946..]/", "since 1946 or after");
        check("/[..1989]", "until 1989 or before, start unknown");
    }
}
