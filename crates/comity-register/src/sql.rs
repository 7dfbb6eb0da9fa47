//! Every statement of the house, and the two ways to fill one in: places and lists of keys.

use sqlx::AssertSqlSafe;

use crate::derived::{self as tables, Table};
use crate::store::Cell;

macro_rules! statements {
    ($($id:ident = $file:literal;)+) => {
        $(pub(crate) const $id: &str = include_str!(concat!("../sql/", $file, ".sql"));)+

        /// For the test that has both databases check each of them.
        pub(crate) const ALL: &[&str] = &[$($id),+];
    };
}

statements! {
    ABOUTS_OF_BATCH = "select_abouts_of_batch";
    ACTIVE_ENTRIES = "select_active_entries";
    AUTHOR_BY_NAME = "select_author_by_name";
    AUTHORS = "select_authors";
    BATCH_AT = "select_batch_at";
    BATCH_BEYOND = "select_batch_beyond";
    BATCH_BY_ID = "select_batch_by_id";
    BATCHES = "select_batches";
    BEARERS = "select_bearers";
    CHAIN = "select_chain";
    CHANGED_ABOUTS = "select_changed_abouts";
    CLAIM = "select_claim";
    CLAIMS_OF_SOURCE = "select_claims_of_source";
    CLAIMS_OF_SOURCES = "select_claims_of_sources";
    CLAIMS_READ_AS = "select_claims_read_as";
    CLAIMS_WAITING = "select_claims_waiting";
    CLAIMS_WAITING_OF = "select_claims_waiting_of";
    CONTENTS = "select_contents";
    COUNT_NAMELESS = "count_nameless";
    COUNT_PENDING = "count_pending";
    COUNT_PENDING_ALIKE = "count_pending_alike";
    COUNT_PENDING_BEFORE = "count_pending_before";
    COUNT_REMADE = "count_remade";
    COUNT_WAITING = "count_waiting";
    COVERAGE = "select_coverage";
    DELETE_PAYLOAD = "delete_payload";
    DEPENDENT_CLAIMS = "select_dependent_claims";
    DISPUTES = "select_disputes";
    ENDS_OF_CLAIMS = "select_ends_of_claims";
    ENTITIES = "select_entities";
    ENTITIES_BY_ID = "select_entities_by_id";
    ENTITIES_READ = "select_entities_read";
    ENTITIES_BY_NAME = "select_entities_by_name";
    ENTITY = "select_entity";
    ENTITY_RANGES = "select_entity_ranges";
    ENTRIES = "select_entries";
    ENTRIES_ABOUT = "select_entries_about";
    ENTRIES_OF_CLAIMS = "select_entries_of_claims";
    HASH_AT = "select_hash_at";
    HASHES = "select_hashes";
    HEAD = "select_head";
    INERT = "select_inert";
    INSERT_REBUILD = "insert_rebuild";
    KINDS = "select_kinds";
    LAST_BATCH_BY_TIME = "select_last_batch_by_time";
    LAST_DECISION = "select_last_decision";
    LATEST_READINGS = "select_latest_readings";
    LINKS = "select_links";
    LOG = "select_log";
    MIGRATIONS = "select_migrations";
    NOTES = "select_notes";
    PAYLOAD = "select_payload";
    PAYLOADS = "select_payloads";
    PAYLOADS_ABOUT = "select_payloads_about";
    PENDING = "select_pending";
    PENDING_ALIKE = "select_pending_alike";
    PENDING_BEFORE = "select_pending_before";
    PENDING_GROUPS = "select_pending_groups";
    PENDING_OF_CLAIM = "select_pending_of_claim";
    READINGS_OF_CLAIM = "select_readings_of_claim";
    RECORDS = "select_records";
    SAMES = "select_sames";
    SOURCE = "select_source";
    SOURCES = "select_sources";
    SOURCE_IMPORTS = "select_source_imports";
    STATEMENTS = "select_statements";
    STATEMENT_READINGS = "select_statement_readings";
    TOLD = "select_told";
    UPDATE_BATCH_UNDONE = "update_batch_undone";
}

/// A statement that each database has in its own words.
pub(crate) struct Twins {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

macro_rules! twins {
    ($($id:ident = $file:literal;)+) => {
        $(pub(crate) const $id: Twins = Twins {
            sqlite: include_str!(concat!("../sql/sqlite/", $file, ".sql")),
            postgres: include_str!(concat!("../sql/postgres/", $file, ".sql")),
        };)+

        pub(crate) const TWINS: &[Twins] = &[$($id),+];
    };
}

twins! {
    OBJECTS = "select_objects";
    TABLES = "select_tables";
}

pub(crate) const FIRST_FORMAT: &str = include_str!("../sql/select_first_format.sql");
/// SQLite's alone.
pub(crate) const CHECKPOINT: &str = include_str!("../sql/sqlite/checkpoint.sql");
pub(crate) const REST: &str = include_str!("../sql/sqlite/rest.sql");
pub(crate) const SCRUB: &str = include_str!("../sql/sqlite/scrub.sql");
/// PostgreSQL's alone.
pub(crate) const KEEP_COMMITS: &str = include_str!("../sql/postgres/keep_commits.sql");
pub(crate) const LOCK_MAKING: &str = include_str!("../sql/postgres/lock_making.sql");
pub(crate) const SET_FIRST_FORMAT_ASIDE: &str = include_str!("../sql/postgres/set_first_format_aside.sql");

/// A statement put together from our own constants and numbers.
pub(crate) fn safe(statement: String) -> AssertSqlSafe<String> {
    AssertSqlSafe(statement)
}

/// How the places of a statement with thousands of them are marked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Placeholders {
    /// `$1, $2`: both databases read it.
    Numbered,
    /// `?, ?`: SQLite looks a numbered place up among all others, which is slow for thousands.
    Plain,
}

impl Placeholders {
    pub(crate) fn placeholders(self, from: usize, count: usize) -> String {
        match self {
            Self::Numbered => placeholders(from, count),
            Self::Plain => vec!["?"; count].join(", "),
        }
    }
}

/// `$from, $from+1, …`: so many places.
pub(crate) fn placeholders(from: usize, count: usize) -> String {
    let placeholders: Vec<String> = (from..from + count).map(|n| format!("${n}")).collect();
    placeholders.join(", ")
}

/// `statement` with its `{keys}` spelled out for so many keys, counted from place `from`.
pub(crate) fn for_keys(statement: &str, from: usize, keys: usize) -> AssertSqlSafe<String> {
    AssertSqlSafe(statement.replace("{keys}", &placeholders(from, padded(keys))))
}

/// `statement` for some keys alone, counted from place `from`: it names the column in `/* of these: … */`.
pub(crate) fn of_these(statement: &str, from: usize, keys: usize) -> AssertSqlSafe<String> {
    let marked = statement.split_once("/* of these: ").and_then(|(before, rest)| {
        let (column, after) = rest.split_once(" */")?;
        Some(format!("{before}AND {column} IN ({}){after}", placeholders(from, padded(keys))))
    });
    AssertSqlSafe(marked.expect("a statement that is asked for keys says of which column"))
}

/// The values of a statement with `{keys}`: what comes before, then the keys, the last one repeated.
pub(crate) fn with_keys<S: AsRef<str>>(before: impl IntoIterator<Item = Cell>, keys: &[S]) -> Vec<Cell> {
    let last = keys.last().into_iter().cycle().take(padded(keys.len()) - keys.len());
    before.into_iter().chain(keys.iter().chain(last).map(|key| Cell::from(key.as_ref()))).collect()
}

/// Lists of keys come in powers of two, so that few statements exist.
pub(crate) fn padded(keys: usize) -> usize {
    keys.next_power_of_two()
}

/// Every statement in its smallest form, those of the tables included.
pub(crate) fn all() -> Vec<String> {
    let written = ALL.iter().map(|statement| {
        let used = (1..9).take_while(|n| statement.contains(&format!("${n}"))).count();
        statement.replace("{keys}", &placeholders(used + 1, 1))
    });
    let marked = ALL.iter().filter(|statement| statement.contains("/* of these: "));
    let marked = marked.map(|statement| of_these(statement, 2, 1).0);
    written.chain(marked).chain(tables::ALL.into_iter().flat_map(Table::statements)).collect()
}
