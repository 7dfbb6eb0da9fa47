//! News that can be followed, as an Atom feed (RFC 4287).

use std::io::{Result, Write};

use quick_xml::Writer;

use crate::xml::{end_line, legal, write_declaration, write_text};

/// What is followed, and what happened, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// The same for ever.
    pub id: String,
    pub title: String,
    pub author: String,
    /// When the newest of it was recorded (RFC 3339).
    pub updated: String,
    /// The page that says the same.
    pub page: String,
    /// Where the feed itself is.
    pub own: String,
    pub entries: Vec<FeedEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    /// The same for ever.
    pub id: String,
    pub title: String,
    /// When it was recorded (RFC 3339).
    pub updated: String,
    /// Who recorded it; empty: whoever the feed is by.
    pub author: String,
    pub page: String,
    pub summary: String,
}

/// Every element that the standard requires, and plain text in all of them.
pub fn write_atom(feed: &Feed) -> String {
    let mut out = Writer::new(Vec::new());
    written(&mut out, feed).expect("memory takes all that is written");
    String::from_utf8(out.into_inner()).expect("what is written is text")
}

fn written(out: &mut Writer<Vec<u8>>, feed: &Feed) -> Result<()> {
    write_declaration(out)?;
    let root = out.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    root.write_inner_content(|out| {
        end_line(out)?;
        write_line(out, "id", &feed.id)?;
        write_line(out, "title", &feed.title)?;
        write_line(out, "updated", &feed.updated)?;
        write_author(out, &feed.author)?;
        write_link(out, "self", &feed.own)?;
        write_link(out, "alternate", &feed.page)?;
        feed.entries.iter().try_for_each(|entry| write_entry(out, entry))
    })?;
    end_line(out)
}

fn write_entry(out: &mut Writer<impl Write>, entry: &FeedEntry) -> Result<()> {
    out.create_element("entry").write_inner_content(|out| {
        end_line(out)?;
        write_line(out, "id", &entry.id)?;
        write_line(out, "title", &entry.title)?;
        write_line(out, "updated", &entry.updated)?;
        if !entry.author.is_empty() {
            write_author(out, &entry.author)?;
        }
        write_link(out, "alternate", &entry.page)?;
        write_line(out, "summary", &entry.summary)
    })?;
    end_line(out)
}

fn write_line(out: &mut Writer<impl Write>, name: &str, text: &str) -> Result<()> {
    write_text(out, name, &[], text)?;
    end_line(out)
}

fn write_author(out: &mut Writer<impl Write>, name: &str) -> Result<()> {
    out.create_element("author").write_inner_content(|out| write_text(out, "name", &[], name))?;
    end_line(out)
}

fn write_link(out: &mut Writer<impl Write>, rel: &str, href: &str) -> Result<()> {
    let href = legal(href);
    out.create_element("link").with_attributes([("rel", rel), ("href", &*href)]).write_empty()?;
    end_line(out)
}
