//! Text fit for XML; `quick-xml` escapes and writes it.

use std::borrow::Cow;
use std::io::{Result, Write};

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// For text and attributes; characters that XML 1.0 forbids are shown as U+FFFD, every blank is a space.
pub(crate) fn legal(text: &str) -> Cow<'_, str> {
    if !text.contains(is_replaced) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if is_replaced(c) => '\u{FFFD}',
            c => c,
        })
        .collect()
}

fn is_replaced(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// The same as markup, for those who put their elements together themselves.
pub(crate) fn escaped(text: &str) -> String {
    escape(legal(text)).into_owned()
}

/// The line that says that a file is XML.
pub(crate) fn write_declaration(out: &mut Writer<impl Write>) -> Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    end_line(out)
}

/// An element with nothing but words in it.
pub(crate) fn write_text(
    out: &mut Writer<impl Write>,
    name: &str,
    attributes: &[(&str, &str)],
    text: &str,
) -> Result<()> {
    let element = out.create_element(name).with_attributes(attributes.iter().copied());
    element.write_text_content(BytesText::new(&legal(text))).map(drop)
}

/// A node, an edge or a key stands on a line of its own, so that two files can be compared by lines.
pub(crate) fn end_line(out: &mut Writer<impl Write>) -> Result<()> {
    out.write_event(Event::Text(BytesText::from_escaped("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_label_is_markup() {
        assert_eq!(escaped("</text><script>\u{1}\"&"), "&lt;/text&gt;&lt;script&gt;\u{FFFD}&quot;&amp;");
        assert_eq!(escaped("two\r\nlines\u{FFFE}"), "two  lines\u{FFFD}");
        assert!(matches!(legal("Łódź"), Cow::Borrowed("Łódź")));
    }

    #[test]
    fn an_element_is_written_with_its_words_escaped() {
        let mut out = Writer::new(Vec::new());
        write_declaration(&mut out).unwrap();
        write_text(&mut out, "a", &[("b", "\"1\"")], "x < y").unwrap();
        end_line(&mut out).unwrap();
        let written = String::from_utf8(out.into_inner()).unwrap();
        assert_eq!(
            written,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;1&quot;\">x &lt; y</a>\n"
        );
    }
}
