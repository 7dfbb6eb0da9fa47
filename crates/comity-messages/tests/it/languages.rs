//! Other languages say what English says, with the same arguments.

use std::collections::BTreeSet;
use std::path::Path;

use comity_messages::Language;

use crate::fluent;

#[test]
fn every_message_of_a_language_is_one_of_english_with_its_arguments() {
    let english = fluent::english();
    for language in Language::ALL.into_iter().filter(|language| *language != Language::English) {
        let own = fluent::of(language);
        let unknown = own.keys().filter(|id| !english.contains_key(*id));
        let mut faults: Vec<String> = unknown.map(|id| format!("`{id}` is not in English")).collect();
        for id in own.keys().filter(|id| english.contains_key(*id)) {
            let (given, said) = (fluent::arguments(id, &english), fluent::arguments(id, &own));
            let differs = given != said;
            faults.extend(differs.then(|| format!("`{id}` is given {given:?}, and says {said:?}")));
        }
        assert!(faults.is_empty(), "{}:\n{}", language.code(), faults.join("\n"));
    }
}

/// Files of which a language may still lack messages, and how many: it may only become less.
const MISSING: [(&str, usize); 0] = [];

#[test]
fn what_a_language_does_not_say_yet_is_listed_by_file() {
    for language in Language::ALL {
        let missing = missing(language);
        assert_eq!(missing, MISSING.map(|(file, n)| (file.to_owned(), n)), "{}", language.code());
    }
}

/// The files of English, and how many of their messages a language does not have.
fn missing(language: Language) -> Vec<(String, usize)> {
    let own: BTreeSet<String> = fluent::of(language).into_keys().collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("en");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let counted = files.map(|path| {
        let written = fluent::read(&std::fs::read_to_string(&path).unwrap());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, written.keys().filter(|id| !own.contains(*id)).count())
    });
    let mut missing: Vec<(String, usize)> = counted.filter(|(_, n)| *n > 0).collect();
    missing.sort();
    missing
}
