//! A graph of ties as GEXF 1.3, for Gephi and networkx: over time, with parallel edges.

use std::borrow::Cow;
use std::io::{Result, Write};

use comity_answer::{EntityRef, TieEdge, TieGraph, TieGraphOf, TieSpell, TieWhat};
use comity_model::Day;
use quick_xml::Writer;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, NODE, edge_values, node_values, of_edges};
use crate::notice::{Edition, citation};
use crate::xml::{end_line, legal, write_declaration, write_text};

/// One node an entity, under its id, and one edge a tie, told apart by `kind` where several join the same two.
///
/// Links are dynamic: each has the spells in which it held or may have held, as intervals of days that include both
/// ends; an end that is open or not known is left out, and a link that may always have held has no spells. What is
/// sure stands in `start_latest` and `end_earliest`. The spells of ties of a view are the days on record. A node whose founding or end is on file has the spell between
/// the two; others are always there. A projection is static. `asked` is the time asked about, in words.
pub fn write_gexf(
    graph: &TieGraph,
    edition: &Edition,
    asked: &str,
    out: impl Write,
) -> std::result::Result<u64, ExportError> {
    let mut out = Writer::new(out);
    write_declaration(&mut out)?;
    let root = out.create_element("gexf").with_attributes(GEXF);
    root.write_inner_content(|out| {
        end_line(out)?;
        write_meta(out, graph, edition, asked)?;
        let attributes: &[(&str, &str)] = match graph.of {
            TieGraphOf::Links => &DYNAMIC,
            TieGraphOf::Meetings => &DYNAMIC_EITHER_WAY,
            TieGraphOf::Shared => &STATIC,
        };
        let inner = out.create_element("graph").with_attributes(attributes.iter().copied());
        inner.write_inner_content(|out| write_graph(out, graph))?;
        end_line(out)
    })?;
    end_line(&mut out)?;
    out.get_mut().flush()?;
    Ok((graph.nodes.len() + graph.edges.len()) as u64)
}

const GEXF: [(&str, &str); 2] = [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")];
const DYNAMIC: [(&str, &str); 4] = [
    ("mode", "dynamic"),
    ("defaultedgetype", "directed"),
    ("timeformat", "date"),
    ("timerepresentation", "interval"),
];
const DYNAMIC_EITHER_WAY: [(&str, &str); 4] =
    [DYNAMIC[0], ("defaultedgetype", "undirected"), DYNAMIC[2], DYNAMIC[3]];
const STATIC: [(&str, &str); 2] = [("mode", "static"), ("defaultedgetype", "undirected")];

fn write_meta(out: &mut Writer<impl Write>, graph: &TieGraph, edition: &Edition, asked: &str) -> Result<()> {
    let description = format!("{}. {}", citation(edition, asked), graph.note);
    out.create_element("meta").write_inner_content(|out| {
        write_text(out, "creator", &[], &format!("Comity {}", edition.version))?;
        write_text(out, "keywords", &[], &edition.release())?;
        write_text(out, "description", &[], &description)
    })?;
    end_line(out)
}

fn write_graph(out: &mut Writer<impl Write>, graph: &TieGraph) -> Result<()> {
    end_line(out)?;
    write_attributes(out, "node", &NODE)?;
    write_attributes(out, "edge", of_edges(graph))?;
    out.create_element("nodes").write_inner_content(|out| {
        end_line(out)?;
        let mut nodes = graph.nodes.iter().zip(&graph.existence);
        nodes.try_for_each(|(node, existence)| write_node(out, graph, node, existence.as_ref()))
    })?;
    end_line(out)?;
    out.create_element("edges").write_inner_content(|out| {
        end_line(out)?;
        graph.edges.iter().enumerate().try_for_each(|(number, edge)| write_edge(out, graph, number, edge))
    })?;
    end_line(out)
}

fn write_attributes(out: &mut Writer<impl Write>, of: &str, columns: &[GraphColumn]) -> Result<()> {
    let attributes = out.create_element("attributes").with_attributes([("class", of), ("mode", "static")]);
    attributes.write_inner_content(|out| {
        end_line(out)?;
        for GraphColumn { key, kind, .. } in columns.iter().filter(|column| column.key != "weight") {
            let attribute = out.create_element("attribute");
            attribute.with_attributes([("id", *key), ("title", *key), ("type", *kind)]).write_empty()?;
            end_line(out)?;
        }
        Ok(())
    })?;
    end_line(out)
}

fn write_node(
    out: &mut Writer<impl Write>,
    graph: &TieGraph,
    node: &EntityRef,
    existence: Option<&TieSpell>,
) -> Result<()> {
    let label = node.full();
    let element = out
        .create_element("node")
        .with_attributes([("id", legal(node.id.as_str())), ("label", legal(&label))]);
    element.write_inner_content(|out| {
        write_values(out, &NODE, &node_values(node, existence))?;
        match existence {
            Some(existence) if graph.of != TieGraphOf::Shared => {
                write_spells(out, std::slice::from_ref(existence))
            }
            _ => Ok(()),
        }
    })?;
    end_line(out)
}

fn write_edge(out: &mut Writer<impl Write>, graph: &TieGraph, number: usize, edge: &TieEdge) -> Result<()> {
    let [from, to] = [edge.from, edge.to].map(|place| legal(graph.nodes[place].id.as_str()));
    let element = out.create_element("edge").with_attributes([
        ("id", Cow::from(format!("e{number}"))),
        ("source", from),
        ("target", to),
        match &edge.what {
            TieWhat::Link(link) => ("kind", Cow::from(link.kind.to_string())),
            TieWhat::Shared { count, .. } => ("weight", Cow::from(count.to_string())),
            TieWhat::Meeting(meeting) => ("kind", Cow::from(meeting.layer.word())),
        },
    ]);
    element.write_inner_content(|out| {
        write_values(out, of_edges(graph), &edge_values(edge))?;
        match &edge.what {
            TieWhat::Link(link) => write_spells(out, &link.spells),
            TieWhat::Meeting(meeting) => write_spells(out, &meeting.spells),
            TieWhat::Shared { .. } => Ok(()),
        }
    })?;
    end_line(out)
}

fn write_values(out: &mut Writer<impl Write>, columns: &[GraphColumn], values: &[String]) -> Result<()> {
    let mut known =
        columns.iter().zip(values).filter(|(column, value)| column.key != "weight" && !value.is_empty());
    out.create_element("attvalues")
        .write_inner_content(|out| {
            known.try_for_each(|(GraphColumn { key, .. }, value)| {
                let one = out.create_element("attvalue");
                one.with_attributes([("for", Cow::from(*key)), ("value", legal(value))])
                    .write_empty()
                    .map(drop)
            })
        })
        .map(drop)
}

fn write_spells(out: &mut Writer<impl Write>, spells: &[TieSpell]) -> Result<()> {
    let always = |spell: &TieSpell| spell.start_earliest.is_none() && spell.end_latest.is_none();
    if spells.is_empty() || spells.iter().any(always) {
        return Ok(());
    }
    let all = out.create_element("spells");
    all.write_inner_content(|out| spells.iter().try_for_each(|spell| write_spell(out, spell))).map(drop)
}

fn write_spell(out: &mut Writer<impl Write>, spell: &TieSpell) -> Result<()> {
    let bound = |name, day: Option<Day>| day.map(|day| (name, Cow::from(day.to_string())));
    let bounds = [bound("start", spell.start_earliest), bound("end", spell.end_latest)];
    out.create_element("spell").with_attributes(bounds.into_iter().flatten()).write_empty().map(drop)
}
