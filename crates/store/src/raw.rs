//! Raw rows and unkeyed files: for benches, and for tests that play somebody who holds the key. Never in a product.

use rusqlite::Connection;

use crate::fault::StoreError;
use crate::own::NewNode;
use crate::place::Place;
use crate::store::Store;

impl Store {
    /// The connection itself.
    pub fn raw(&self) -> Result<&Connection, StoreError> {
        self.conn()
    }

    /// Makes a file without a key.
    pub fn create_unkeyed(place: impl Into<Place>, new: &NewNode) -> Result<Self, StoreError> {
        Self::create_inner(place.into(), None, new)
    }

    /// Opens a file without a key.
    pub fn open_unkeyed(place: impl Into<Place>) -> Result<Self, StoreError> {
        Self::open_inner(place.into(), None)
    }
}
