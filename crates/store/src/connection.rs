//! Opening the file: keyed, settings made and read back, the engine's age checked. A file that does not open is left untouched.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::fault::StoreError;
use crate::keys::DatabaseKey;

/// The oldest SQLite that may hold the ledger; older ones can lose committed rows of the WAL.
pub const MIN_SQLITE: i32 = 3_051_003;

/// How long a write waits for another connection's write.
const BUSY: Duration = Duration::from_secs(10);

/// What the opened connection says of itself, read back from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineFacts {
    /// SQLite's version.
    pub sqlite: String,
    /// SQLCipher's version; `None` for an unkeyed file (benches only).
    pub cipher: Option<String>,
    /// What encrypts underneath.
    pub provider: Option<String>,
    /// `wal`.
    pub journal_mode: String,
    /// 2 is FULL.
    pub synchronous: i64,
}

impl EngineFacts {
    /// What is linked into this program, asked of a database in memory: for where no file can be opened. What a file is
    /// encrypted and kept by is not known then.
    pub fn linked() -> Result<Self, StoreError> {
        set_up_engine();
        let conn = Connection::open_in_memory()?;
        Ok(Self {
            cipher: read(&conn, "cipher_version")?,
            ..facts(&conn)?
        })
    }
}

/// Opens an existing file. `key` is `None` only behind feature `raw`.
pub(crate) fn open(path: &Path, key: Option<&DatabaseKey>) -> Result<Connection, StoreError> {
    if !path.is_file() {
        return Err(StoreError::Missing);
    }
    connect(path, key, OpenFlags::empty())
}

/// Makes a new file.
pub(crate) fn create(path: &Path, key: Option<&DatabaseKey>) -> Result<Connection, StoreError> {
    if path.exists() {
        return Err(StoreError::Exists);
    }
    connect(path, key, OpenFlags::SQLITE_OPEN_CREATE)
}

fn connect(path: &Path, key: Option<&DatabaseKey>, more: OpenFlags) -> Result<Connection, StoreError> {
    if rusqlite::version_number() < MIN_SQLITE {
        return Err(StoreError::EngineTooOld(rusqlite::version().to_owned()));
    }
    set_up_engine();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let conn = Connection::open_with_flags(path, flags)?;
    // Until the key has proved right, closing must not move a single byte from the WAL into the file.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(BUSY)?;
    if let Some(key) = key {
        // The process-wide guard of freed memory comes first, so that the key is wiped wherever the engine copies it.
        run(&conn, "PRAGMA cipher_memory_security = ON")?;
        run(&conn, "PRAGMA cipher_log_level = NONE")?;
        // The engine's own error would quote the statement.
        run(&conn, &key.pragma()).map_err(|_| StoreError::Setting("key"))?;
    }
    let made: i64 = conn
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(StoreError::Unreadable)?;
    if made == 0 && more.is_empty() {
        // An empty file opens with any key: it is no database of ours, and must not become one by being opened.
        return Err(StoreError::Damaged("an empty file"));
    }
    settle(&conn, key.is_some()).map_err(unreadable)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(conn)
}

/// The first connection of a process sets the engine up. SQLite calls itself ready before SQLCipher is, and a second thread that opens a file in
/// between is refused its key; so one thread opens first, and the others wait for it.
fn set_up_engine() {
    static ONCE: Once = Once::new();
    // What cannot be set up says so again, with its reason, when a file is opened.
    ONCE.call_once(|| drop(Connection::open_in_memory()));
}

/// A file that cannot be read while it is opened is said to be just that.
pub(crate) fn unreadable(error: StoreError) -> StoreError {
    match error {
        StoreError::Database(error) => StoreError::Unreadable(error),
        other => other,
    }
}

/// Makes every setting and reads each back: a setting that did not take is an error, never a guess.
fn settle(conn: &Connection, keyed: bool) -> Result<(), StoreError> {
    const SETTINGS: &[(&str, &str, &str)] = &[
        ("journal_mode", "WAL", "wal"),
        ("synchronous", "FULL", "2"),
        ("foreign_keys", "ON", "1"),
        ("secure_delete", "ON", "1"),
        ("temp_store", "MEMORY", "2"),
        ("trusted_schema", "OFF", "0"),
        ("cache_size", "-65536", "-65536"),
    ];
    for (name, value, expected) in SETTINGS {
        run(conn, &format!("PRAGMA {name} = {value}"))?;
        if read(conn, name)?.as_deref() != Some(*expected) {
            return Err(StoreError::Setting(name));
        }
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_prepared_statement_cache_capacity(128);
    if keyed {
        if read(conn, "cipher_version")?.is_none() {
            return Err(StoreError::Setting("cipher_version"));
        }
        if read(conn, "cipher_memory_security")?.as_deref() != Some("1") {
            return Err(StoreError::Setting("cipher_memory_security"));
        }
        if read(conn, "cipher_status")?.as_deref() != Some("1") {
            return Err(StoreError::Setting("cipher_status"));
        }
    }
    Ok(())
}

/// What the connection says of itself.
pub(crate) fn facts(conn: &Connection) -> Result<EngineFacts, StoreError> {
    let keyed = read(conn, "cipher_status")?.as_deref() == Some("1");
    let of = |name| if keyed { read(conn, name) } else { Ok(None) };
    Ok(EngineFacts {
        sqlite: rusqlite::version().to_owned(),
        cipher: of("cipher_version")?,
        provider: of("cipher_provider")?,
        journal_mode: read(conn, "journal_mode")?.unwrap_or_default(),
        synchronous: read(conn, "synchronous")?
            .and_then(|text| text.parse().ok())
            .unwrap_or(-1),
    })
}

/// The first word a pragma answers.
pub(crate) fn read(conn: &Connection, pragma: &str) -> Result<Option<String>, StoreError> {
    let mut answer = None;
    let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
    let mut rows = statement.query([])?;
    if let Some(row) = rows.next()? {
        answer = match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(number) => Some(number.to_string()),
            rusqlite::types::ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
            _ => None,
        };
    }
    Ok(answer)
}

/// Runs one statement to its end, whatever it answers.
pub(crate) fn run(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

/// Makes a rename in the folder durable.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    // Windows has no handle to a folder that could be synced; NTFS journals the rename itself.
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
