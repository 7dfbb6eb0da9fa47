//! Numbers as one would write them.

/// 26114 as 26,114 and 1398 as 1,398: a count, which is no year.
pub fn number(n: &impl ToString) -> String {
    let text = n.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    format!("{sign}{}", in_threes(digits))
}

/// `1 claim`, `2 claims`.
pub fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(&n), if n == 1 { one } else { many })
}

/// "1 row", "2 rows".
pub fn many(n: u64, one: &str) -> String {
    counted(n, one, &format!("{one}s"))
}

/// Whole numbers as they are, others with two significant digits; long ones in groups of three.
pub fn in_figures(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e12 {
        return grouped(&format!("{value:.0}"));
    }
    rounded(value)
}

/// What is smaller would be written as nothing.
const SMALLEST: f64 = 0.000_001;

/// With two significant digits, for sentences: 2.2, 0.57, 14; from a hundred on as a whole number, 1,234. What is less than
/// a millionth, and not nothing, is said to be.
pub fn rounded(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    if value.abs() < SMALLEST {
        return if value > 0.0 { format!("under {SMALLEST:.6}") } else { "about 0".to_owned() };
    }
    let digits = (1.0 - value.abs().log10().floor()).clamp(0.0, 6.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 6")]
    let text = format!("{value:.*}", digits as usize);
    if text.contains('.') { text.replacen('-', "−", 1) } else { number(&text) }
}

/// 26114 as 26,114 where four digits and fewer may be a year, which stay together.
pub fn grouped(whole: &impl ToString) -> String {
    let text = whole.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    if digits.len() < 5 { text } else { format!("{sign}{}", in_threes(digits)) }
}

/// "325719178 people" as "325,719,178 people": every run of five digits and more.
pub fn grouped_within(text: &str) -> String {
    with_digits(text, |digits| grouped(&digits))
}

/// "about 1800 agreements" as "about 1,800 agreements": of counts, in which no number is a year.
pub fn counts_within(text: &str) -> String {
    with_digits(text, |digits| number(&digits))
}

/// Every run of digits that is no fraction, written anew.
fn with_digits(text: &str, written: impl Fn(&str) -> String) -> String {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut out = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let (before, from) = rest.split_at(start);
        let (digits, after) = from.split_at(from.find(|letter| !is_digit(letter)).unwrap_or(from.len()));
        let is_fraction = before.ends_with('.');
        out.extend([before, &if is_fraction { digits.to_owned() } else { written(digits) }]);
        rest = after;
    }
    out + rest
}

/// A value that a source states, as one would write it: 0.0737 with the unit "share" is 7.4 %.
pub fn stated(value: &str, unit: &str) -> String {
    match (unit, value.parse::<f64>()) {
        ("share", Ok(share)) => percent(share),
        ("", _) => grouped_within(value),
        _ => format!("{} {unit}", grouped_within(value)),
    }
}

/// With two significant digits: 7.4 %, 26 %, 0.32 %.
fn percent(share: f64) -> String {
    let hundredths = share * 100.0;
    let digits = match hundredths.abs() {
        10.0.. => 0,
        1.0..10.0 => 1,
        _ => 2,
    };
    format!("{hundredths:.digits$} %")
}

fn in_threes(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_commas() {
        let said = [0, 999, 1_000, 26_114, -1_234_567].map(|n: i64| number(&n));
        assert_eq!(said, ["0", "999", "1,000", "26,114", "−1,234,567"]);
        assert_eq!([1, 2].map(|n| many(n, "claim")), ["1 claim", "2 claims"]);
        assert_eq!(counted(2, "city", "cities"), "2 cities");
    }

    #[test]
    fn stated_values_read_well() {
        let said =
            [("325719178", ""), ("0.0737", "share"), ("0.2554", "share"), ("1885-86", ""), ("12000", "km")];
        assert_eq!(
            said.map(|(value, unit)| stated(value, unit)),
            ["325,719,178", "7.4 %", "26 %", "1885-86", "12,000 km"]
        );
        assert_eq!(grouped_within("2 or more of 450000000000"), "2 or more of 450,000,000,000");
        assert_eq!(counts_within("about 1800 ties"), "about 1,800 ties");
        assert_eq!(grouped_within("0.000123456 and x"), "0.000123456 and x");
    }

    #[test]
    fn figures_are_as_long_as_they_need_to_be() {
        let written = [0.0, 3.0, 1.0 / 3.0, 2.329_6, 12_345.678, 0.000_123_4, -0.5].map(in_figures);
        assert_eq!(written, ["0", "3", "0.33", "2.3", "12,346", "0.00012", "−0.50"]);
        assert_eq!([1984.0, 10_000.0, -246_788_867.0].map(in_figures), ["1984", "10,000", "-246,788,867"]);
    }
    #[test]
    fn sentences_have_two_significant_digits() {
        let written = [3.195, 0.8, 0.567, 0.0123, 14.27, 143.7, 1743.4, -0.5, 0.0].map(rounded);
        assert_eq!(written, ["3.2", "0.80", "0.57", "0.012", "14", "144", "1,743", "−0.50", "0"]);
        assert_eq!([1e-6, 2e-7, -2e-7].map(rounded), ["0.000001", "under 0.000001", "about 0"]);
    }
}
