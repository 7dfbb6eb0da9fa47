//! Rows of a statement by the names of its columns.

#[cfg(test)]
use crate::sql;

/// A row as a struct with a field for each column of a statement, in its order, and how it is read; a test holds the
/// names to the text of the statement.
macro_rules! selected {
    ($($(#[$doc:meta])* $row:ident<$life:lifetime> from $statement:ident { $($column:ident: $value:ty = $get:ident,)+ })+) => {
        $(
            $(#[$doc])*
            pub(crate) struct $row<$life> {
                $(pub(crate) $column: $value,)+
            }

            impl<$life> $row<$life> {
                pub(crate) fn read(row: &$life crate::store::Row) -> Result<Self, crate::error::RegisterError> {
                    let mut columns = 0..;
                    Ok(Self { $($column: row.$get(columns.next().unwrap_or_default())?,)+ })
                }
            }
        )+

        /// Each statement with the columns that are read of it.
        #[cfg(test)]
        const ALL: &[(&str, &[&str])] = &[$((sql::$statement, &[$(stringify!($column)),+])),+];
    };
}

selected! {
    /// An entry as it was written; subject and words are missing where they were erased.
    EntryRow<'r> from ENTRIES {
        seq: i64 = int,
        recorded_at: &'r str = text,
        name: Option<&'r str> = maybe_text,
        batch: i64 = int,
        kind: &'r str = text,
        about: Option<&'r str> = maybe_text,
        body: Option<&'r str> = maybe_text,
    }

    /// An entity as it was between two entries.
    EntityRange<'r> from ENTITY_RANGES {
        id: &'r str = text,
        from_seq: i64 = int,
        to_seq: i64 = int,
        seq: i64 = int,
        body: &'r str = text,
    }

    /// The links of one claim.
    PackedLinks<'r> from LINKS {
        claim: &'r str = text,
        source: &'r str = text,
        standing: &'r str = text,
        ends: &'r str = text,
        terms: &'r str = text,
    }

    /// An entry as the chain vouches for it, with its payload.
    ChainRow<'r> from CHAIN {
        seq: i64 = int,
        recorded_at: &'r str = text,
        author: &'r str = text,
        batch: i64 = int,
        kind: &'r str = text,
        payload_digest: &'r str = text,
        hash: &'r str = text,
        salt: Option<&'r str> = maybe_text,
        about: Option<&'r str> = maybe_text,
        body: Option<&'r str> = maybe_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands between SELECT and FROM.
    fn columns(statement: &str) -> Vec<&str> {
        let (_, list) = statement.split_once("SELECT ").unwrap();
        let (list, _) = list.split_once("FROM ").unwrap();
        list.split(',').map(|column| column.rsplit(['.', ' ']).next().unwrap_or(column)).collect()
    }

    #[test]
    fn every_column_has_its_name() {
        for (statement, read) in ALL {
            let statement = statement.replace('\n', " ").replace(" FROM", "FROM");
            assert_eq!(columns(&statement), *read, "{statement}");
        }
    }
}
