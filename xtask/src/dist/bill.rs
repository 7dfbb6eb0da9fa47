//! The bill of materials of the archive, as `CycloneDX` 1.5 (ECMA-424): each crate and script that is in the program.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::notice::{self, Work};

pub(super) fn of_materials(root: &Path, version: &str) -> Result<Value> {
    let crates = notice::crates(root)?;
    let scripts = notice::scripts(root)?;
    let crates = crates.iter().map(|work| component(work, "cargo"));
    let components: Vec<Value> = crates.chain(scripts.iter().map(|work| component(work, "npm"))).collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "name": "comity", "version": version,
            "licenses": [{"license": {"id": "Apache-2.0"}}],
        }},
        "components": components,
    }))
}

fn component(work: &Work, registry: &str) -> Value {
    let name = work.name.replace('@', "%40");
    json!({
        "type": "library",
        "name": work.name,
        "version": work.version,
        "purl": format!("pkg:{registry}/{name}@{}", work.version),
        "licenses": [{"expression": work.licence}],
    })
}
