//! A graph of ties as GEXF 1.3, for Gephi and networkx: over time, with parallel edges.

use std::io::Write;

use comity_answer::{TieEdge, TieGraph, TieSpell, TieWhat};
use comity_model::Day;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, NODE, edge_values, node_values, of_edges};
use crate::notice::{Edition, citation};
use crate::xml::escaped;

/// One node an entity, under its id, and one edge a tie, told apart by `kind` where several join the same two.
///
/// Links are dynamic: each has the spells in which it held or may have held, as intervals of days that include both
/// ends; an end that is open or not known is left out, and a link that may always have held has no spells. What is
/// sure stands in `start_latest` and `end_earliest`. A node whose founding or end is on file has the spell between
/// the two; others are always there. A projection is static. `asked` is the time asked about, in words.
pub fn write_gexf(
    graph: &TieGraph,
    edition: &Edition,
    asked: &str,
    mut out: impl Write,
) -> Result<u64, ExportError> {
    let cite = escaped(&citation(edition, asked));
    writeln!(out, "{HEAD}")?;
    let note = escaped(&graph.note);
    let creator = escaped(&format!("Comity {}", edition.version));
    let keywords = escaped(&edition.release());
    writeln!(
        out,
        "<meta><creator>{creator}</creator><keywords>{keywords}</keywords><description>{cite}. {note}</description></meta>"
    )?;
    writeln!(out, "{}", if graph.directed { DYNAMIC } else { STATIC })?;
    write_attributes(&mut out, "node", &NODE)?;
    write_attributes(&mut out, "edge", of_edges(graph))?;
    writeln!(out, "<nodes>")?;
    for (node, existence) in graph.nodes.iter().zip(&graph.existence) {
        write!(out, r#"<node id="{}" label="{}">"#, escaped(node.id.as_str()), escaped(&node.full()))?;
        write_values(&mut out, &NODE, &node_values(node, existence.as_ref()))?;
        if graph.directed {
            write_spells(&mut out, existence.as_slice())?;
        }
        writeln!(out, "</node>")?;
    }
    writeln!(out, "</nodes>\n<edges>")?;
    for (number, edge) in graph.edges.iter().enumerate() {
        write_edge(&mut out, graph, number, edge)?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")?;
    out.flush()?;
    Ok((graph.nodes.len() + graph.edges.len()) as u64)
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">"#;
const DYNAMIC: &str =
    r#"<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">"#;
const STATIC: &str = r#"<graph mode="static" defaultedgetype="undirected">"#;

fn write_attributes(out: &mut impl Write, of: &str, columns: &[GraphColumn]) -> std::io::Result<()> {
    writeln!(out, r#"<attributes class="{of}" mode="static">"#)?;
    for GraphColumn { key, kind, .. } in columns.iter().filter(|column| column.key != "weight") {
        writeln!(out, r#"<attribute id="{key}" title="{key}" type="{kind}"/>"#)?;
    }
    writeln!(out, "</attributes>")
}

fn write_edge(out: &mut impl Write, graph: &TieGraph, number: usize, edge: &TieEdge) -> std::io::Result<()> {
    let [from, to] = [edge.from, edge.to].map(|place| escaped(graph.nodes[place].id.as_str()));
    write!(out, r#"<edge id="e{number}" source="{from}" target="{to}""#)?;
    match &edge.what {
        TieWhat::Link(link) => write!(out, r#" kind="{}">"#, link.kind)?,
        TieWhat::Shared { count, .. } => write!(out, r#" weight="{count}">"#)?,
    }
    write_values(out, of_edges(graph), &edge_values(edge))?;
    if let TieWhat::Link(link) = &edge.what {
        write_spells(out, &link.spells)?;
    }
    writeln!(out, "</edge>")
}

fn write_values(out: &mut impl Write, columns: &[GraphColumn], values: &[String]) -> std::io::Result<()> {
    write!(out, "<attvalues>")?;
    let known =
        columns.iter().zip(values).filter(|(column, value)| column.key != "weight" && !value.is_empty());
    known.into_iter().try_for_each(|(GraphColumn { key, .. }, value)| {
        write!(out, r#"<attvalue for="{key}" value="{}"/>"#, escaped(value))
    })?;
    write!(out, "</attvalues>")
}

fn write_spells(out: &mut impl Write, spells: &[TieSpell]) -> std::io::Result<()> {
    let always = |spell: &TieSpell| spell.start_earliest.is_none() && spell.end_latest.is_none();
    if spells.is_empty() || spells.iter().any(always) {
        return Ok(());
    }
    write!(out, "<spells>")?;
    let bound =
        |name: &str, day: Option<Day>| day.map(|day| format!(r#" {name}="{day}""#)).unwrap_or_default();
    for spell in spells {
        write!(out, "<spell{}{}/>", bound("start", spell.start_earliest), bound("end", spell.end_latest))?;
    }
    write!(out, "</spells>")
}
