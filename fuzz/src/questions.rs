//! Questions with their arguments, as the part of an address after the question mark.

use std::collections::BTreeMap;

use comity_answer::{ask, questions};

use crate::worlds::{snapshot, today};
use crate::{choice, chosen};

pub(crate) fn run(data: &[u8]) {
    let (first, rest) = choice(data);
    let Some(question) = chosen(questions(), first) else { return };
    let arguments: BTreeMap<String, String> = url::form_urlencoded::parse(rest).into_owned().collect();
    if let Ok(answer) = ask(snapshot(), today(), question.id, &arguments) {
        let _ = answer.summary();
    }
}
