//! Marks that repeat the cell above them: `"`, `〃`, `idem`.

/// Puts the words of the row above in the place of its ditto marks, nothing where it has none; says how many were filled.
pub(crate) fn fill_dittos(above: &csv::StringRecord, cells: &mut csv::StringRecord) -> u64 {
    if !cells.iter().any(is_ditto) {
        return 0;
    }
    let mut filled = 0;
    let mut row = csv::StringRecord::new();
    for (place, cell) in cells.iter().enumerate() {
        let said = above.get(place).filter(|said| is_ditto(cell) && !said.trim().is_empty());
        filled += u64::from(said.is_some());
        row.push_field(said.unwrap_or(if is_ditto(cell) { "" } else { cell }));
    }
    *cells = row;
    filled
}

/// Nothing that could be a name: `Same` and `Do` are places.
fn is_ditto(text: &str) -> bool {
    const MARKS: [&str; 12] =
        ["\"", "''", "″", "〃", "״", "”", "“", "- \" -", "-\"-", "—\"—", "同上", "상동"];
    const WORDS: [&str; 5] = ["idem", "id.", "ditto", "dito", "ebd."];
    let text = text.trim();
    MARKS.contains(&text) || (text.len() <= 5 && WORDS.contains(&text.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ditto_mark_says_what_stands_above() {
        let record = |cells: &[&str]| csv::StringRecord::from(cells.to_vec());
        let mut cells = record(&["\"", "Idem", "Bonn", "", "〃"]);
        assert_eq!(fill_dittos(&record(&["Lyon", "France", "Turin", "1967", ""]), &mut cells), 2);
        assert_eq!(cells, record(&["Lyon", "France", "Bonn", "", ""]));
    }
}
