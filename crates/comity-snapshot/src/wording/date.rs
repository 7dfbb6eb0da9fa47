//! Dates in words, as precise as they are known and no more.

use comity_model::{Day, FuzzyDate, Period, month_name};

const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// "3 May 1981", "May 1981", "1981", "the 1980s", "about 1981", "1951 or 1960"; what has no words is given as it stands.
pub fn date(date: &FuzzyDate) -> String {
    one_of(date.as_str()).unwrap_or_else(|| single(date.as_str()))
}

/// What is one of several: "between 1985 and 1987", "1951 or 1960".
fn one_of(text: &str) -> Option<String> {
    let several = text.strip_prefix('[')?.strip_suffix(']')?;
    let each: Vec<String> = several
        .split(',')
        .map(|one| match one.trim().split_once("..") {
            Some((first, last)) => format!("between {} and {}", single(first), single(last)),
            None => single(one.trim()),
        })
        .collect();
    Some(each.join(" or "))
}

fn single(text: &str) -> String {
    let (bare, doubt) = match text.chars().last() {
        Some('~') => (text.trim_end_matches('~'), "about "),
        Some('?') => (text.trim_end_matches('?'), "perhaps "),
        Some('%') => (text.trim_end_matches('%'), "perhaps about "),
        _ => (text, ""),
    };
    format!("{doubt}{}", plain(bare).unwrap_or_else(|| bare.to_owned()))
}

fn plain(text: &str) -> Option<String> {
    if let Some(decade) = text.strip_suffix('X').filter(|rest| rest.len() == 3) {
        return match decade.strip_suffix('X') {
            Some(century) => century.parse::<u32>().ok().map(|century| format!("the {century}00s")),
            None => decade.parse::<u32>().ok().map(|decade| format!("the {decade}0s")),
        };
    }
    let mut parts = text.split('-').map(str::parse::<usize>);
    let year = parts.next()?.ok()?;
    let Some(month) = parts.next() else { return Some(year.to_string()) };
    let month = month.ok()?;
    let name = if month > 20 { SEASONS.get(month - 21).copied() } else { month_name(month) }?;
    match parts.next() {
        None => Some(format!("{name} {year}")),
        Some(day) => day.ok().map(|day| format!("{day} {name} {year}")),
    }
}

/// "since 1981", "1985 to 2005", "until 2005, start unknown", "some time in the 1980s"; empty says so.
pub fn period(period: &Period) -> String {
    match (since(period), ended(period)) {
        (None, None) if period.as_str().contains('/') || period.as_str().is_empty() => {
            "date unknown".to_owned()
        }
        (None, None) => within(period.as_str()),
        (Some(start), None) => format!("since {start}"),
        (None, Some(end)) => format!("until {end}, start unknown"),
        (Some(start), Some(end)) => format!("{start} to {end}"),
    }
}

fn within(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day: FuzzyDate| roughly(text, &day))
}

/// "some time in the 1980s", "some time between 1985 and 1987".
fn roughly(text: &str, day: &FuzzyDate) -> String {
    let words = date(day);
    match (words.starts_with("between"), text.contains('X')) {
        (true, _) => format!("some time {words}"),
        (false, true) if !text.starts_with('[') => format!("some time in {words}"),
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
        text if text.starts_with("..") => format!("{words} or before"),
        text if text.ends_with("..") => format!("{words} or after"),
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
