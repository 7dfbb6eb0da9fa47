//! A graph of ties as GraphML, for igraph, networkx, yEd and Cytoscape.

use std::borrow::Cow;
use std::io::{Result, Write};

use comity_answer::{EntityRef, TieEdge, TieGraph, TieGraphOf, TieSpell};
use quick_xml::Writer;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, NODE, edge_values, node_values, of_edges};
use crate::notice::{Edition, citation};
use crate::xml::{end_line, legal, write_declaration, write_text};

/// One node an entity, under its id, and one edge a tie; parallel edges stay apart.
///
/// A value that is not known is left out, never empty. `asked` is the time asked about, in words.
pub fn write_graphml(
    graph: &TieGraph,
    edition: &Edition,
    asked: &str,
    out: impl Write,
) -> std::result::Result<u64, ExportError> {
    let mut out = Writer::new(out);
    let cite = citation(edition, asked);
    write_declaration(&mut out)?;
    let root = out.create_element("graphml").with_attribute(("xmlns", NAMESPACE));
    root.write_inner_content(|out| {
        end_line(out)?;
        write_text(out, "desc", &[], &format!("{cite}. {}", graph.note))?;
        end_line(out)?;
        write_keys(out, graph)?;
        let direction = if graph.of == TieGraphOf::Links { "directed" } else { "undirected" };
        let inner =
            out.create_element("graph").with_attributes([("id", "comity"), ("edgedefault", direction)]);
        inner.write_inner_content(|out| write_graph(out, graph, &cite, &edition.release()))?;
        end_line(out)
    })?;
    end_line(&mut out)?;
    out.get_mut().flush()?;
    Ok((graph.nodes.len() + graph.edges.len()) as u64)
}

const NAMESPACE: &str = "http://graphml.graphdrawing.org/xmlns";

fn write_keys(out: &mut Writer<impl Write>, graph: &TieGraph) -> Result<()> {
    for (id, of, name) in
        [("g-citation", "graph", "citation"), ("g-release", "graph", "release"), ("n-label", "node", "label")]
    {
        write_key(out, id, of, name, "string")?;
    }
    for GraphColumn { key, kind, .. } in &NODE {
        write_key(out, &format!("n-{key}"), "node", key, kind)?;
    }
    for GraphColumn { key, kind, .. } in of_edges(graph) {
        write_key(out, &format!("e-{key}"), "edge", key, kind)?;
    }
    Ok(())
}

fn write_key(out: &mut Writer<impl Write>, id: &str, of: &str, name: &str, kind: &str) -> Result<()> {
    let key = out.create_element("key");
    key.with_attributes([("id", id), ("for", of), ("attr.name", name), ("attr.type", kind)]).write_empty()?;
    end_line(out)
}

fn write_graph(out: &mut Writer<impl Write>, graph: &TieGraph, cite: &str, release: &str) -> Result<()> {
    end_line(out)?;
    write_text(out, "data", &[("key", "g-citation")], cite)?;
    write_text(out, "data", &[("key", "g-release")], release)?;
    end_line(out)?;
    for (node, existence) in graph.nodes.iter().zip(&graph.existence) {
        write_node(out, node, existence.as_ref())?;
    }
    graph.edges.iter().enumerate().try_for_each(|(number, edge)| write_edge(out, graph, number, edge))
}

fn write_node(out: &mut Writer<impl Write>, node: &EntityRef, existence: Option<&TieSpell>) -> Result<()> {
    let element = out.create_element("node").with_attribute(("id", legal(node.id.as_str())));
    element.write_inner_content(|out| {
        write_text(out, "data", &[("key", "n-label")], &node.full())?;
        write_data(out, "n", &NODE, &node_values(node, existence))
    })?;
    end_line(out)
}

fn write_edge(out: &mut Writer<impl Write>, graph: &TieGraph, number: usize, edge: &TieEdge) -> Result<()> {
    let [from, to] = [edge.from, edge.to].map(|place| legal(graph.nodes[place].id.as_str()));
    let element = out.create_element("edge").with_attributes([
        ("id", Cow::from(format!("e{number}"))),
        ("source", from),
        ("target", to),
    ]);
    element.write_inner_content(|out| write_data(out, "e", of_edges(graph), &edge_values(edge)))?;
    end_line(out)
}

fn write_data(
    out: &mut Writer<impl Write>,
    of: &str,
    columns: &[GraphColumn],
    values: &[String],
) -> Result<()> {
    let mut known = columns.iter().zip(values).filter(|(_, value)| !value.is_empty());
    known.try_for_each(|(GraphColumn { key, .. }, value)| {
        write_text(out, "data", &[("key", &format!("{of}-{key}"))], value)
    })
}
