//! How the domain's values stand in columns: bytes as BLOB, dates as `YYYY-MM-DD`, whole numbers as signed.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::subject::Subject;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::fault::StoreError;

/// A number that fits by the schema's CHECKs and the ledger's limits.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number that stood in a column; negative ones are damage and count as 0, which no check lets through.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// The number a subject's row stands under: nothing of it depends on the order of arrival.
pub(crate) fn row_id(subject: &Subject) -> i64 {
    let digest = Digest::of(subject.as_str().as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&digest.as_bytes()[..8]);
    i64::from_be_bytes(first)
}

/// A row as JSON.
pub(crate) fn to_view<T: Serialize>(row: &T) -> Result<String, StoreError> {
    serde_json::to_string(row).map_err(|_| StoreError::Damaged("a row that is no JSON"))
}

/// A row from JSON. What the JSON holds never reaches the error.
pub(crate) fn from_view<T: DeserializeOwned>(view: &str) -> Result<T, StoreError> {
    serde_json::from_str(view).map_err(|_| StoreError::Damaged("a projection row"))
}

/// The word of a role.
pub(crate) const fn role_word(role: NodeRoleV1) -> &'static str {
    match role {
        NodeRoleV1::Portal => "portal",
        NodeRoleV1::Hub => "hub",
        NodeRoleV1::Desk => "desk",
        NodeRoleV1::Booth => "booth",
    }
}

/// The role of a word.
pub(crate) fn role(word: &str) -> Option<NodeRoleV1> {
    [NodeRoleV1::Portal, NodeRoleV1::Hub, NodeRoleV1::Desk, NodeRoleV1::Booth]
        .into_iter()
        .find(|role| role_word(*role) == word)
}

/// A text column parsed; what it holds never reaches the error.
pub(crate) fn parsed<T: std::str::FromStr>(
    row: &rusqlite::Row<'_>,
    column: usize,
    what: &'static str,
) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|_| damaged(column, what))
}

/// A column that does not hold what it must.
pub(crate) fn damaged(column: usize, what: &'static str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(StoreError::Damaged(what)))
}
