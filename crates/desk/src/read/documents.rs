//! The law in force at this desk.

use qabyldau_domain::law::Law;
use qabyldau_store::Reader;

use crate::failed::Failed;

/// Reads the newest documents whose bytes are here.
pub(crate) fn law(reader: &Reader<'_>) -> Result<Law, Failed> {
    let mut documents = Vec::new();
    for document in reader.documents()? {
        if let Some(bytes) = reader.document_bytes(&document.sha256)? {
            documents.push((document.name, bytes));
        }
    }
    Ok(Law::from_documents(&documents))
}
