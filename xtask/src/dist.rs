//! `cargo xtask dist`: one archive that runs where no Rust, Node or Python is, and a trial of it in a bare root.

mod bare_root;
mod bill;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};

use crate::command::{must, output};
use crate::{gazetteer, islands};

/// The C library of the oldest Debian that is still looked after (12, oldstable).
const GLIBC: (u32, u32) = (2, 36);

const README: &str = "\
Comity: the open register, atlas and observatory of city diplomacy.

  ./comity serve                                  pages and API at http://127.0.0.1:8420/, with the built-in atlas
  ./comity --register FOLDER/comity.db serve      the same, its register where you want it
  ./comity import FILE.csv                        your own list; ./comity review says what a person must decide
  ./comity --help                                 everything else

`comity` needs nothing but a Linux on x86_64 with glibc 2.36 or newer (Debian 12). `comity.gaz`, the index of places, is
found where it lies beside the program; the folder may be read-only, the register's must not be. `comity.service` is
a unit for systemd. Whose work is in the program: NOTICE and sbom.cdx.json. Places: GeoNames, CC BY 4.0.
";

const UNIT: &str = "\
[Unit]
Description=Comity, the register of city diplomacy
After=network.target

[Service]
Environment=COMITY_REGISTER=/var/lib/comity/comity.db COMITY_BY=Comity
EnvironmentFile=-/etc/comity/secrets
ExecStart=/opt/comity/comity serve
DynamicUser=yes
StateDirectory=comity
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
NoNewPrivileges=yes
LimitNOFILE=8192
Restart=on-failure

[Install]
WantedBy=multi-user.target
";

/// Builds, packs, and tries the archive as somebody who only has that.
pub(crate) fn dist(root: &Path) -> Result<ExitCode> {
    islands::built(root)?;
    let index = gazetteer::compiled(root, "dist")?;
    let binary = gazetteer::binary(root, "dist")?;
    let needed = newest_glibc(&binary)?;
    ensure!(needed <= GLIBC, "the program needs glibc {}.{}: build it on Debian 12", needed.0, needed.1);
    let archive = packed(root, &binary, &index)?;
    let bytes = fs::metadata(&archive)?.len();
    println!("{}: {:.0} MB, needs glibc {}.{}", archive.display(), megabytes(bytes), needed.0, needed.1);
    println!("{}", bare_root::tried(&archive, &binary)?);
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::cast_precision_loss, reason = "a size in megabytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// The archive, and beside it its SHA-256 in a file.
fn packed(root: &Path, binary: &Path, index: &Path) -> Result<PathBuf> {
    let said = output(Command::new(binary).arg("--version"))?;
    let version = said.split_whitespace().nth(1).context("what version the program is")?;
    let name = format!("comity-{version}-x86_64-linux");
    let shelf = root.join("target/archive");
    let folder = shelf.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (from, to) in [(binary, "comity"), (index, "comity.gaz")] {
        fs::copy(from, folder.join(to)).with_context(|| format!("copy {}", from.display()))?;
    }
    must(Command::new("strip").arg(folder.join("comity")))?;
    for file in ["NOTICE", "LICENSE", "CITATION.cff"] {
        fs::copy(root.join(file), folder.join(file)).with_context(|| format!("copy {file}"))?;
    }
    let bill = serde_json::to_string_pretty(&bill::of_materials(root, version)?)?;
    for (file, text) in [("README", README), ("comity.service", UNIT), ("sbom.cdx.json", &bill)] {
        fs::write(folder.join(file), text)?;
    }
    let archive = format!("{name}.tar.zst");
    // The same bytes from the same files, whoever packs them and when.
    let mut tar = Command::new("tar");
    tar.current_dir(&shelf).args(["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner"]);
    must(tar.args(["-I", "zstd -T0 -12", "-cf", &archive, &name]))?;
    let sum = output(Command::new("sha256sum").current_dir(&shelf).arg(&archive))?;
    fs::write(shelf.join(format!("{archive}.sha256")), sum)?;
    Ok(shelf.join(archive))
}

/// The newest version of the C library that a symbol of the program asks for.
fn newest_glibc(binary: &Path) -> Result<(u32, u32)> {
    let symbols = output(Command::new("objdump").arg("-T").arg(binary))?;
    match glibc_versions(&symbols).max() {
        Some(newest) => Ok(newest),
        None => bail!("no version of glibc among the symbols of {}", binary.display()),
    }
}

fn glibc_versions(symbols: &str) -> impl Iterator<Item = (u32, u32)> {
    let versions = symbols.split("GLIBC_").skip(1).map(|rest| {
        let version = rest.split(|letter: char| letter != '.' && !letter.is_ascii_digit()).next();
        let mut parts = version.unwrap_or_default().split('.').map(str::parse::<u32>);
        Some((parts.next()?.ok()?, parts.next()?.ok()?))
    });
    versions.flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        let symbols =
            "0 DF *UND* 0 (GLIBC_2.4) a\n0 DF *UND* 0 (GLIBC_2.34) b\n0 DF *UND* 0 (GLIBC_2.3.4) c\n";
        assert_eq!(glibc_versions(symbols).max(), Some((2, 34)));
        assert_eq!(glibc_versions("0 DF *UND* 0 (GCC_3.0) d").max(), None);
    }
}
