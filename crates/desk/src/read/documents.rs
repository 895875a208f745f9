//! The law in force at this desk.

use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::Digest;
use qabyldau_domain::law::Law;
use qabyldau_store::Reader;

use crate::failed::Failed;

/// A document and the hash its bytes have.
type Held = (String, Digest);

/// The law as it was read last. Every registration asks for it and reading it goes through whole documents, so that is done again
/// only when others are here.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Option<(Vec<Held>, Arc<Law>)>>);

impl Shelf {
    /// The law by the newest documents whose bytes are here.
    pub(crate) fn law(&self, reader: &Reader<'_>) -> Result<Arc<Law>, Failed> {
        let mut here = Vec::new();
        for document in reader.documents()? {
            if reader.document_is_here(&document.sha256)? {
                here.push((document.name, document.sha256));
            }
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((held, law)) = &*kept
            && *held == here
        {
            return Ok(Arc::clone(law));
        }
        let mut documents = Vec::new();
        for (name, sha256) in &here {
            if let Some(bytes) = reader.document_bytes(sha256)? {
                documents.push((name.clone(), bytes));
            }
        }
        let law = Arc::new(Law::from_documents(&documents));
        *kept = Some((here, Arc::clone(&law)));
        Ok(law)
    }
}
