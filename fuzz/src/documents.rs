//! Documents in which places and bodies are named.

use comity_reader::{Text, read};

use crate::worlds::{gazetteer, lexicon};

pub(crate) fn run(data: &[u8]) {
    let text = Text::from_bytes(data);
    let reading = read("document", &text, gazetteer(), lexicon());
    assert_eq!(reading.text_len, text.len());
}
