//! A desk over a store that is open already: for measurements, which compare a keyed file with one that has no key. Never in a product.
//!
//! Not a way around sign-in: whoever holds an open store holds its key. What is done goes through the one door like everything else.

use std::sync::{Arc, Mutex};

use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::Store;
use qabyldau_store::keys::slots::SlotFile;
use qabyldau_store::keys::{DatabaseKey, DeviceSecret};

use crate::desk::{Desk, Worker};
use crate::failed::Failed;
use crate::read::Shelf;
use crate::sign_in::home;

impl Desk {
    /// The desk of this store with `worker` at it. It has no slots to look after.
    pub fn over(
        store: Store,
        worker: Worker,
        device: Arc<dyn DeviceSecret>,
        surroundings: Surroundings,
    ) -> Result<Self, Failed> {
        let folder = store.place().data().to_owned();
        Ok(Self {
            home: home(&store)?,
            store: Arc::new(Mutex::new(store)),
            key: DatabaseKey::random(&surroundings),
            slots: SlotFile::at(&folder),
            folder,
            surroundings,
            worker,
            device,
            shelf: Shelf::default(),
        })
    }
}
