//! The codebook: what every column and code of the files for researchers means, made from the lists they are written by.

use std::io::Write;

use comity_answer::PanelCode;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, LINK, MEETING, NODE, SHARED};
use crate::notice::{Edition, citation, notice};
use crate::panel::COLUMNS;
use crate::view::{ENDS, FOR_ALL};

/// As Markdown that reads as plain text.
pub fn write_codebook(edition: &Edition, mut out: impl Write) -> Result<(), ExportError> {
    writeln!(out, "# Codebook\n\n{}\n\nTo cite: {}.\n", notice(edition), citation(edition, ""))?;
    writeln!(out, "{AGAIN}\n\n## panel.csv\n\n{PANEL}\n\n| code | means |\n|---|---|")?;
    for code in PanelCode::ALL {
        writeln!(out, "| `{code}` | {} |", code.meaning())?;
    }
    writeln!(out, "\n{RECODE}\n\n| column | means |\n|---|---|")?;
    for (name, meaning) in COLUMNS {
        writeln!(out, "| `{name}` | {meaning} |")?;
    }
    writeln!(out, "\n## Graphs (GraphML, GEXF)\n\n{GRAPHS}\n")?;
    for (title, columns) in [("Nodes", NODE.as_slice()), ("Links", &LINK), ("Edges of a projection", &SHARED)]
    {
        table(&mut out, title, columns)?;
    }
    write_view(&mut out)?;
    out.flush()?;
    Ok(())
}

/// Of the files of a view alone.
pub(crate) fn write_view_codebook(edition: &Edition, out: &mut impl Write) -> Result<(), ExportError> {
    writeln!(out, "# Codebook\n\n{}\n\n{AGAIN}\n", notice(edition))?;
    write_view(out)?;
    table(out, "Nodes of ties.gexf", &NODE)?;
    Ok(())
}

fn write_view(out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "## Ties of the explorer (ties.csv, .xlsx, .json, .geojson, .gexf)\n\n{VIEW}\n\n| column | means |\n|---|---|"
    )?;
    for (name, meaning) in ENDS {
        writeln!(out, "| `{name}` | {meaning} |")?;
    }
    for GraphColumn { key, meaning, .. } in MEETING {
        writeln!(out, "| `{key}` | {meaning} |")?;
    }
    for (name, meaning) in FOR_ALL {
        writeln!(out, "| `{name}` | {meaning} |")?;
    }
    writeln!(out)
}

const VIEW: &str = "One line for each agreement or network that two places are in, as the explorer shows it: two places with two \
agreements have two lines. Undated ties are in it only where the address asks for them, or names no day. Of the members of a \
network there is one line each, from the member to the network. In GEXF an edge has the columns from `layer` to `claims`, and spells: the days on which it is on record. In \
GeoJSON a tie has these columns and `a`, `a_name`, `b`, `b_name`: the ids and names of the two; a member has no `b`. In ties.json \
`a` and `b` of a tie are positions in `places`, counted from 0, for a member the same; `through` is the agreement or network itself, \
`claims` is a list, and the rest is named like these columns.";

const AGAIN: &str = "A release number is the program's version, the register entry and the ledger's hash there (in \
citations, its first digits): `0.1.0+1234.9f3a…`. The same command with `--known '#1234'` on the same ledger writes the same bytes; \
`comity verify` tells whether it is the same ledger.";

const PANEL: &str = "One line an entity, network and year. Nothing is imputed: what nobody has looked at is \
`never-looked`, and a look that found nothing says how far it went.";

const RECODE: &str = "For a 0/1 variable with bounds: `member` is 1; `no`, `not-founded` and `dissolved` are 0; `possible` \
and `contested` lie between 0 and 1; `looked-none` is 0 only where `completeness` is `complete`; all else is missing.";

const GRAPHS: &str = "Nodes are entities under their permanent ids. Edges run from subject to object, one for each kind of \
link between two nodes, so that parallel edges occur. In GEXF each link has spells: intervals of days, both ends \
included, in which a source has it hold; there are no timestamps. A value that is not known is left out.";

fn table(out: &mut impl Write, title: &str, columns: &[GraphColumn]) -> std::io::Result<()> {
    writeln!(out, "### {title}\n\n| name | type | means |\n|---|---|---|")?;
    for GraphColumn { key, kind, meaning } in columns {
        writeln!(out, "| `{key}` | {kind} | {meaning} |")?;
    }
    writeln!(out)
}
