//! Orders for booths and documents for everybody.

use std::sync::{Arc, Mutex};

use qabyldau_domain::fact::{Digest, Draft, Instant, NodeId};
use qabyldau_domain::facts::{DocumentPublished, NodeRoleV1};
use qabyldau_domain::subject::Subject;

use super::branch::NOON;
use super::{Branch, wait_for};
use crate::client::{Exchanger, Heard, Wanted, Wants};
use crate::error::ExchangeError;
use crate::message::PutOrder;
use crate::parcel::ParcelFolder;
use crate::seal;

const NAME: &str = "0123456789abcdef0123456789abcdef";

/// A desk that wants what stands in its list.
struct Desk(Mutex<Vec<Wanted>>, String);

impl Wants for Desk {
    fn wanted(&self) -> Vec<Wanted> {
        self.0.lock().expect("wants").clone()
    }
    fn seal(&self, wanted: &Wanted) -> Option<PutOrder> {
        let sealed = seal::seal(&[&self.1], wanted.name.as_bytes()).ok()?;
        let sealed = sealed.iter().map(|byte| format!("{byte:02x}")).collect();
        Some(PutOrder {
            valid_until: Instant {
                utc_ms: NOON + 600_000,
                offset_min: 300,
            },
            sealed,
        })
    }
}

#[test]
fn an_order_reaches_its_booth_at_once_and_goes_when_it_is_no_longer_wanted() {
    let branch = Branch::open("orders");
    let (desk, booth) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Booth, "01"),
    );
    let (work, heard) = branch.work(&booth, branch.to_hub(&booth));
    let _listening = Exchanger::start(work).unwrap();
    let mut last = None;
    wait_for("no orders yet", || {
        last = heard
            .try_iter()
            .filter_map(|news| {
                if let Heard::Orders(orders) = news {
                    Some(orders)
                } else {
                    None
                }
            })
            .last()
            .or(last.take());
        last.as_ref().is_some_and(Vec::is_empty)
    });
    let wants = Arc::new(Desk(
        Mutex::new(vec![Wanted {
            booth: booth.node(),
            name: NAME.to_owned(),
        }]),
        booth.keys.identity.recipient(),
    ));
    let (mut work, _) = branch.work(&desk, branch.to_hub(&desk));
    work.wants = Some(wants.clone());
    let going = Exchanger::start(work).unwrap();
    let mut orders = Vec::new();
    wait_for("the order", || {
        orders = heard
            .try_iter()
            .filter_map(|news| {
                if let Heard::Orders(orders) = news {
                    Some(orders)
                } else {
                    None
                }
            })
            .last()
            .unwrap_or(orders.clone());
        orders.len() == 1
    });
    assert_eq!((orders[0].name.as_str(), orders[0].desk), (NAME, desk.node()));
    let sealed: Vec<u8> = (0..orders[0].sealed.len() / 2)
        .map(|at| u8::from_str_radix(&orders[0].sealed[at * 2..at * 2 + 2], 16).unwrap())
        .collect();
    assert_eq!(
        &seal::open(&booth.keys.identity, &sealed, 4096).unwrap()[..],
        NAME.as_bytes()
    );
    assert!(
        seal::open(&branch.hub.keys.identity, &sealed, 4096).is_err(),
        "the hub cannot open what it holds"
    );
    wants.0.lock().unwrap().clear();
    going.nudge();
    wait_for("taken back", || {
        heard
            .try_iter()
            .any(|news| matches!(news, Heard::Orders(orders) if orders.is_empty()))
    });
}

#[test]
fn a_booth_reads_no_orders_but_its_own_and_a_desk_changes_none_but_its_own() {
    let branch = Branch::open("orders-own");
    let (a, b) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Desk, "B"),
    );
    let (one, two) = (
        branch.joined(NodeRoleV1::Booth, "01"),
        branch.joined(NodeRoleV1::Booth, "02"),
    );
    let order = PutOrder {
        valid_until: Instant {
            utc_ms: NOON,
            offset_min: 300,
        },
        sealed: "00".to_owned(),
    };
    let run = |result: Result<(), ExchangeError>| match result {
        Ok(()) => "done".to_owned(),
        Err(ExchangeError::Refused { code, .. }) => code,
        Err(other) => panic!("{other:?}"),
    };
    let put = |who: &super::Person, booth: &super::Person| {
        run(branch
            .runtime
            .block_on(branch.to_hub(who).put_order(&booth.node(), NAME, &order)))
    };
    assert_eq!(put(&a, &one), "done");
    assert_eq!(put(&b, &one), "order-of-another-desk");
    assert_eq!(put(&one, &one), "not-for-this-role");
    assert_eq!(put(&a, &b), "no-such-booth");
    assert_eq!(
        run(branch
            .runtime
            .block_on(branch.to_hub(&b).take_order_back(&one.node(), NAME))),
        "done"
    );
    let orders =
        |who: &super::Person, of: &super::Person| branch.runtime.block_on(branch.to_hub(who).orders(&of.node()));
    assert_eq!(orders(&one, &one).unwrap().orders.len(), 1, "B took nothing back");
    assert_eq!(run(orders(&two, &one).map(drop)), "not-your-orders");
    assert_eq!(run(orders(&a, &one).map(drop)), "not-for-this-role");
}

#[test]
fn a_document_reaches_a_booth_which_believes_only_the_portals_signature() {
    let branch = Branch::open("documents");
    let booth = branch.joined(NodeRoleV1::Booth, "01");
    let content = vec![7; 5_000_000];
    let sha256 = branch.at_portal.down.put(&content).unwrap();
    let body = DocumentPublished {
        version: 1,
        sha256,
        bytes: content.len() as u64,
        from: "2026-01-01".parse().unwrap(),
    };
    branch
        .portal
        .ledger
        .lock()
        .unwrap()
        .write(vec![Draft::new(Subject::document("texts"), &body)]);
    branch.at_portal.relay.facts_written().unwrap();
    let hub = branch.hub_goes_up();
    let folder = Arc::new(ParcelFolder::open(booth.folder.join("documents")).unwrap());
    let (mut work, heard) = branch.work(&booth, branch.to_hub(&booth));
    work.documents = Some(Arc::clone(&folder));
    let _going = Exchanger::start(work).unwrap();
    wait_for("the document", || {
        heard
            .try_iter()
            .any(|news| matches!(news, Heard::Document(one) if one == sha256))
    });
    assert_eq!(folder.read_whole(&sha256).unwrap().unwrap(), content);
    drop(hub);
    let link = branch.to_hub(&booth);
    let secret = branch.at_hub.down.put(b"an answer to somebody").unwrap();
    assert!(
        !branch.runtime.block_on(link.fetch(&folder, secret)).unwrap(),
        "a booth gets documents alone"
    );
    let mut notices = branch.runtime.block_on(link.notices()).unwrap().facts;
    assert!(notices.iter().any(|fact| fact.kind == "DocumentPublished"));
    let portal = branch.portal.keys.signing.public();
    assert!(crate::client::proved(&portal, notices.clone()).is_ok());
    let forged = notices
        .iter_mut()
        .find(|fact| fact.kind == "DocumentPublished")
        .unwrap();
    forged.body = forged
        .body
        .as_ref()
        .map(|body| body.replace(&sha256.to_string(), &Digest::of(b"other").to_string()));
    assert!(
        crate::client::proved(&portal, notices).is_err(),
        "a hub cannot invent a document"
    );
}

#[test]
fn an_order_that_the_hub_refuses_stops_no_other_and_no_facts() {
    let branch = Branch::open("orders-refused");
    let (desk, booth) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Booth, "01"),
    );
    let wanted = |booth| Wanted {
        booth,
        name: NAME.to_owned(),
    };
    // Put first, and refused by name: nobody knows such a booth.
    let nobody = NodeId([0; 16]);
    let wants = Desk(
        Mutex::new(vec![wanted(nobody), wanted(booth.node())]),
        booth.keys.identity.recipient(),
    );
    let (mut work, _) = branch.work(&desk, branch.to_hub(&desk));
    work.wants = Some(Arc::new(wants));
    let going = Exchanger::start(work).unwrap();
    let link = branch.to_hub(&booth);
    wait_for("the other order", || {
        going.nudge();
        let lying = branch.runtime.block_on(link.orders(&booth.node())).unwrap().orders;
        lying.len() == 1
    });
    assert!(going.status().connected);
}
