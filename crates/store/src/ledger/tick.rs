//! The highest tick seen or told: what the next own fact must exceed. Kept in the file before anything is written after it.

use rusqlite::{Connection, named_params};

use crate::fault::StoreError;
use crate::sql::{signed, unsigned};

/// No honest node counts further: a billion facts a day for twenty thousand years. A peer that says more is not believed.
pub(crate) const MAX_TICK: u64 = 1 << 53;

/// The highest tick seen or told.
pub(crate) fn read(conn: &Connection) -> Result<u64, StoreError> {
    let tick = conn
        .prepare_cached("SELECT tick FROM ledger_tick WHERE id = 1")?
        .query_row([], |row| row.get(0))?;
    Ok(unsigned(tick))
}

/// Raises it; a lower one changes nothing. Answers whether it rose.
pub(crate) fn raise(conn: &Connection, tick: u64) -> Result<bool, StoreError> {
    if tick > MAX_TICK {
        return Err(StoreError::TickBeyond);
    }
    let raised = conn
        .prepare_cached("UPDATE ledger_tick SET tick = :tick WHERE id = 1 AND tick < :tick")?
        .execute(named_params! { ":tick": signed(tick) })?;
    Ok(raised > 0)
}
