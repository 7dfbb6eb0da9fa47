//! A graph of ties as GraphML, for igraph, networkx, yEd and Cytoscape.

use std::io::Write;

use comity_answer::TieGraph;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, NODE, edge_values, node_values, of_edges};
use crate::notice::{Edition, citation};
use crate::xml::escaped;

/// One node an entity, under its id, and one edge a tie; parallel edges stay apart.
///
/// A value that is not known is left out, never empty. `asked` is the time asked about, in words.
pub fn write_graphml(
    graph: &TieGraph,
    edition: &Edition,
    asked: &str,
    mut out: impl Write,
) -> Result<u64, ExportError> {
    let cite = escaped(&citation(edition, asked));
    writeln!(out, "{HEAD}\n<desc>{cite}. {}</desc>", escaped(&graph.note))?;
    writeln!(out, r#"<key id="g-citation" for="graph" attr.name="citation" attr.type="string"/>"#)?;
    writeln!(out, r#"<key id="g-release" for="graph" attr.name="release" attr.type="string"/>"#)?;
    writeln!(out, r#"<key id="n-label" for="node" attr.name="label" attr.type="string"/>"#)?;
    write_keys(&mut out, "node", &NODE)?;
    write_keys(&mut out, "edge", of_edges(graph))?;
    let direction = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, r#"<graph id="comity" edgedefault="{direction}">"#)?;
    writeln!(
        out,
        r#"<data key="g-citation">{cite}</data><data key="g-release">{}</data>"#,
        escaped(&edition.release())
    )?;
    for (node, existence) in graph.nodes.iter().zip(&graph.existence) {
        write!(
            out,
            r#"<node id="{}"><data key="n-label">{}</data>"#,
            escaped(node.id.as_str()),
            escaped(&node.full())
        )?;
        write_data(&mut out, "n", &NODE, &node_values(node, existence.as_ref()))?;
        writeln!(out, "</node>")?;
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        let [from, to] = [edge.from, edge.to].map(|place| escaped(graph.nodes[place].id.as_str()));
        write!(out, r#"<edge id="e{number}" source="{from}" target="{to}">"#)?;
        write_data(&mut out, "e", of_edges(graph), &edge_values(edge))?;
        writeln!(out, "</edge>")?;
    }
    writeln!(out, "</graph>\n</graphml>")?;
    out.flush()?;
    Ok((graph.nodes.len() + graph.edges.len()) as u64)
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#;

fn write_keys(out: &mut impl Write, of: &str, columns: &[GraphColumn]) -> std::io::Result<()> {
    let first: String = of.chars().take(1).collect();
    columns.iter().try_for_each(|GraphColumn { key, kind, .. }| {
        writeln!(out, r#"<key id="{first}-{key}" for="{of}" attr.name="{key}" attr.type="{kind}"/>"#)
    })
}

fn write_data(
    out: &mut impl Write,
    of: &str,
    columns: &[GraphColumn],
    values: &[String],
) -> std::io::Result<()> {
    let known = columns.iter().zip(values).filter(|(_, value)| !value.is_empty());
    known.into_iter().try_for_each(|(GraphColumn { key, .. }, value)| {
        write!(out, r#"<data key="{of}-{key}">{}</data>"#, escaped(value))
    })
}
