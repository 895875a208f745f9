//! One write transaction of the store: begun, done, committed – or the connection is closed.
//!
//! Invariant: after a failed commit nobody knows what reached the disk; the connection is closed before anything else is asked of it.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::fault::StoreError;
use crate::own::Own;
use crate::store::Store;

/// What a transaction writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writes {
    /// Facts or ticks: refused while the file is read-only.
    Ledger,
    /// The node's own small things, or rows that can be folded again.
    Local,
}

impl Store {
    /// Runs `write` in one `BEGIN IMMEDIATE` transaction and commits it.
    pub(crate) fn in_transaction<T, F: From<StoreError>>(
        &mut self,
        writes: Writes,
        write: impl FnOnce(&Connection, &Own) -> Result<T, F>,
    ) -> Result<T, F> {
        let conn = match writes {
            Writes::Ledger => self.writable()?,
            Writes::Local => self.conn()?,
        };
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let answer = write(&tx, self.own())?;
        match tx.commit() {
            Ok(()) => Ok(answer),
            Err(error) => {
                self.poison();
                Err(StoreError::from(error).into())
            }
        }
    }

    /// The same where only the store itself can fail; a failure of disk or file closes the connection, wherever it came up.
    pub(crate) fn write<T>(
        &mut self,
        writes: Writes,
        write: impl FnOnce(&Connection, &Own) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let result = self.in_transaction(writes, write);
        result.inspect_err(|failure| self.judge(failure))
    }
}
