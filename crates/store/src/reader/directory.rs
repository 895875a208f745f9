//! The directory: the branch, its rooms and nodes, the documents that count.

use qabyldau_domain::fact::NodeId;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::fold::{BranchRow, CheckpointRow, ClosedRow, DocumentRow, NodeRow, RoomRow};
use qabyldau_domain::subject::Subject;
use rusqlite::named_params;

use super::Reader;
use crate::fault::StoreError;
use crate::sql::{role_word, row_id};

impl Reader<'_> {
    /// The branch with its address, once the portal has named it.
    pub fn branch_named(&self) -> Result<Option<BranchRow>, StoreError> {
        let id = row_id(&Subject::branch(self.own.branch));
        self.view("SELECT view FROM p_branch WHERE id = :id", named_params! { ":id": id })
    }

    /// The rooms, by label.
    pub fn rooms(&self) -> Result<Vec<RoomRow>, StoreError> {
        self.views("SELECT view FROM p_room ORDER BY label", [])
    }

    /// All nodes ever admitted, by role and label.
    pub fn nodes(&self) -> Result<Vec<NodeRow>, StoreError> {
        self.views("SELECT view FROM p_node ORDER BY role, label, node", [])
    }

    /// The nodes of a role in service, by label.
    pub fn nodes_of_role(&self, role: NodeRoleV1) -> Result<Vec<NodeRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_node WHERE role = :role AND retired = 0 ORDER BY label, node";
        self.views(SQL, named_params! { ":role": role_word(role) })
    }

    /// The node of a role with this label, in service or not. Labels are never reused.
    pub fn node_by_label(&self, role: NodeRoleV1, label: &str) -> Result<Option<NodeRow>, StoreError> {
        const SQL: &str = "SELECT view FROM p_node WHERE role = :role AND label = :label ORDER BY node LIMIT 1";
        self.view(SQL, named_params! { ":role": role_word(role), ":label": label })
    }

    /// The node with this id.
    pub fn node_by_id(&self, node: &NodeId) -> Result<Option<NodeRow>, StoreError> {
        let id = row_id(&Subject::node(node));
        self.view("SELECT view FROM p_node WHERE id = :id", named_params! { ":id": id })
    }

    /// The newest version of the signed document of this name.
    pub fn document(&self, name: &str) -> Result<Option<DocumentRow>, StoreError> {
        let id = row_id(&Subject::document(name));
        self.view(
            "SELECT view FROM p_document WHERE id = :id",
            named_params! { ":id": id },
        )
    }

    /// The newest versions of all signed documents, by name.
    pub fn documents(&self) -> Result<Vec<DocumentRow>, StoreError> {
        self.views("SELECT view FROM p_document ORDER BY name", [])
    }

    /// The checkpoints, by date.
    pub fn checkpoints(&self) -> Result<Vec<CheckpointRow>, StoreError> {
        self.views("SELECT view FROM p_checkpoint ORDER BY subject", [])
    }

    /// What remains of a closed subject, if it is closed.
    pub fn closed(&self, subject: &Subject) -> Result<Option<ClosedRow>, StoreError> {
        let id = row_id(subject);
        self.view("SELECT view FROM p_closed WHERE id = :id", named_params! { ":id": id })
    }
}
