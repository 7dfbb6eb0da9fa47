//! Every address at every moment of the past, and every page that a page leads to.

use std::collections::BTreeSet;

use anyhow::Result;

use super::{PATIENCE, says};
use crate::attack::addresses::{self, Address, Known};
use crate::attack::http::{self, escaped};

/// What was looked at.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pub(super) seen: usize,
    /// The addresses of those that say the name.
    pub(super) saying: Vec<String>,
}

/// Pages that links are followed to.
const FOLLOWED: usize = 2_500;

/// Every address as it is and as known at each batch; then whatever pages link to, the nearest first.
pub(super) fn of(server: &str, batches: u64) -> Result<Pages> {
    let (addresses, known) = (addresses::described(server)?, Known::ask(server)?);
    let mut pages = Pages::default();
    let mut seen = BTreeSet::new();
    let mut next = Vec::new();
    for address in addresses.iter().filter(|address| address.method == "GET") {
        for moment in std::iter::once(None).chain((1..=batches).map(Some)) {
            for entity in ["lyon", "c40"] {
                next.push(asked(address, &known, moment, entity));
            }
        }
    }
    let mut followed = 0;
    while let Some(path) = next.pop() {
        // A page that says the name in its own address tells nobody anything.
        if says(path.as_bytes()) || !seen.insert(path.clone()) {
            continue;
        }
        let Some(answer) = http::get(server, &path, PATIENCE)? else { continue };
        pages.seen += 1;
        if says(&answer.body) {
            pages.saying.push(path);
        }
        if followed < FOLLOWED {
            let links = links(&String::from_utf8_lossy(&answer.body));
            let new: Vec<String> = links.into_iter().filter(|link| !seen.contains(link)).collect();
            followed += new.len();
            next.splice(0..0, new);
        }
    }
    Ok(pages)
}

/// The address with what it needs, about an entity as known at a moment; a search is for the start of the name.
fn asked(address: &Address, known: &Known, moment: Option<u64>, entity: &str) -> String {
    let path = addresses::filled(&address.path, |place| {
        let of = known.of(&address.path, place);
        // The letter is among the sources, its batches among the batches: the last.
        if place == "id" && address.path.contains("/entities/") {
            entity.to_owned()
        } else {
            escaped(of.last().map_or("", String::as_str))
        }
    });
    let mut fields = Vec::new();
    for field in &address.fields {
        match field.as_str() {
            "known" => fields.extend(moment.map(|batch| format!("known=batch:{batch}"))),
            "q" | "query" | "prefix" => fields.push(format!("{field}=zyxo")),
            "at" => fields.push("at=2010".to_owned()),
            needed if address.needed.iter().any(|other| other == needed) => {
                fields.push(format!("{field}={entity}"));
            }
            _ => {}
        }
    }
    if fields.is_empty() { path } else { format!("{path}?{}", fields.join("&")) }
}

/// Where the links of a page lead, on this server.
fn links(page: &str) -> Vec<String> {
    let pieces = page.split(r#"href=""#).skip(1).filter_map(|rest| rest.split('"').next());
    let own = pieces.filter(|link| link.starts_with('/') && !link.starts_with("//"));
    own.map(|link| link.split('#').next().unwrap_or(link).replace("&amp;", "&")).collect()
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn links_of_this_server_are_followed() {
        let page = r##"<a href="/ask?q=1&amp;at=2010#top">x</a><a href="https://a.example/">y</a><a href="#z">z</a>"##;
        assert_eq!(links(page), ["/ask?q=1&at=2010"]);
    }
}
