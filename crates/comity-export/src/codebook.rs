//! The codebook: what every column and code of the files for researchers means, made from the lists they are written by.

use std::io::Write;

use comity_answer::PanelCode;

use crate::error::ExportError;
use crate::graph_columns::{GraphColumn, LINK, NODE, SHARED};
use crate::notice::{Edition, citation, notice};
use crate::panel::COLUMNS;

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
    out.flush()?;
    Ok(())
}

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
