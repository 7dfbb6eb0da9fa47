//! Words that lists abbreviate: `St Pierre`, `Mt Vernon`, `S Paulo`.

use crate::further_readings::respelt;
use crate::name_variant::NameVariant;

/// Abbreviations, and what for.
const SHORT: [(&str, &str); 33] = [
    ("st", "saint"),
    ("st", "sankt"),
    ("st", "sint"),
    ("ste", "sainte"),
    ("ft", "fort"),
    ("mt", "mount"),
    ("mt", "mont"),
    ("mte", "monte"),
    ("pt", "port"),
    ("pt", "point"),
    ("pto", "puerto"),
    ("sta", "santa"),
    ("sto", "santo"),
    ("cd", "ciudad"),
    ("gral", "general"),
    ("gen", "general"),
    ("hts", "heights"),
    ("spgs", "springs"),
    ("pk", "park"),
    ("gr", "gross"),
    ("kl", "klein"),
    ("nth", "north"),
    ("sth", "south"),
    ("s", "san"),
    ("s", "santa"),
    ("s", "sao"),
    ("s", "south"),
    ("n", "north"),
    ("n", "new"),
    ("e", "east"),
    ("w", "west"),
    ("v", "vila"),
    ("and", "und"),
];

/// The reading with an abbreviation written out, in each way that may be meant; a word alone is none.
pub(crate) fn written_out(reading: &NameVariant) -> impl Iterator<Item = NameVariant> {
    let words: Vec<&str> = reading.name.split(' ').collect();
    let here = SHORT.iter().filter(move |(short, _)| words.len() > 1 && words.contains(short));
    here.map(|(short, long)| respelt(reading, &replaced(&reading.name, short, long)))
}

fn replaced(name: &str, short: &str, long: &str) -> String {
    let words: Vec<&str> = name.split(' ').map(|word| if word == short { long } else { word }).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let reading = &crate::name_variant::readings(text)[0];
        let forms: Vec<String> = written_out(reading).map(|form| form.name).collect();
        assert_eq!(forms, expected, "{text}");
    }

    #[test]
    fn abbreviations_are_written_out() {
        check("St Pierre", &["saint pierre", "sankt pierre", "sint pierre"]);
        check("Mt. Vernon", &["mount vernon", "mont vernon"]);
        check("S", &[]);
        check("Stade", &[]);
    }
}
