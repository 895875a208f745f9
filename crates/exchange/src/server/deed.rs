//! Who may ask for what: one table of place, role and deed, asked on every request.

use qabyldau_domain::facts::NodeRoleV1;

/// Which program answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The branch's relay.
    Hub,
    /// The portal.
    Portal,
}

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Deed {
    /// What is held (a booth: of its own stream).
    Have,
    /// Send facts (a booth: its own).
    SendFacts,
    /// Read the facts one lacks.
    ReadFacts,
    /// Listen for news.
    Listen,
    /// Read the portal's notices: branch, nodes, documents.
    ReadNotices,
    /// Put an order for a booth, take it back.
    PutOrder,
    /// Read one's own orders.
    ReadOrders,
    /// Send a parcel, ask how far it came, read its receipt.
    SendParcel,
    /// Fetch a document (not a booth: or an answer).
    Fetch,
    /// Carry the words of a node that wants to join.
    CarryJoin,
    /// Tell where the hub listens.
    TellPlace,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Have,
        Self::SendFacts,
        Self::ReadFacts,
        Self::Listen,
        Self::ReadNotices,
        Self::PutOrder,
        Self::ReadOrders,
        Self::SendParcel,
        Self::Fetch,
        Self::CarryJoin,
        Self::TellPlace,
    ];
}

/// May a node of this role ask this place for this? Desks and booths only ever ask the hub; only the hub asks the portal.
pub const fn may(place: Place, role: NodeRoleV1, deed: Deed) -> bool {
    use Deed as D;
    match (place, role) {
        (Place::Hub, NodeRoleV1::Desk) => {
            matches!(
                deed,
                D::Have | D::SendFacts | D::ReadFacts | D::Listen | D::ReadNotices | D::PutOrder | D::Fetch
            )
        }
        (Place::Hub, NodeRoleV1::Booth) => {
            matches!(
                deed,
                D::Have | D::SendFacts | D::Listen | D::ReadNotices | D::ReadOrders | D::SendParcel | D::Fetch
            )
        }
        (Place::Portal, NodeRoleV1::Hub) => !matches!(deed, D::PutOrder | D::ReadOrders),
        (Place::Hub, NodeRoleV1::Hub | NodeRoleV1::Portal)
        | (Place::Portal, NodeRoleV1::Desk | NodeRoleV1::Booth | NodeRoleV1::Portal) => false,
    }
}
