//! Parcels: cut, resumed, wrong, taken over; and the long way over two hops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use qabyldau_domain::fact::{Digest, NodeKey};
use qabyldau_domain::facts::NodeRoleV1;

use super::{ParcelError, ParcelFolder, Receipt};
use crate::client::{Commit, Exchanger, Heard, Outbox};
use crate::error::ExchangeError;
use crate::testing::Proxy;
use crate::tests::{Branch, wait_for};
use crate::tls::Dates;

fn folder(name: &str) -> ParcelFolder {
    let root = std::env::temp_dir().join(format!("qabyldau-parcels-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&root);
    ParcelFolder::open(root).unwrap()
}

fn bytes(len: usize) -> Vec<u8> {
    (0..len).map(|place| (place * 31 % 251) as u8).collect()
}

#[test]
fn a_part_is_not_whole_and_grows_only_at_its_end() {
    let folder = folder("grows");
    let content = bytes(1000);
    let sha256 = Digest::of(&content);
    let turn = folder.take_turn(&sha256);
    assert_eq!(folder.append(&sha256, turn, 1000, 0, &content[..400]).unwrap(), 400);
    assert!(matches!(
        folder.append(&sha256, turn, 1000, 300, &content[300..]),
        Err(ParcelError::Offset(400))
    ));
    assert!(matches!(
        folder.append(&sha256, turn, 1000, 400, &bytes(601)),
        Err(ParcelError::TooLarge)
    ));
    assert!(!folder.finish(&sha256, 1000).unwrap().complete);
    assert_eq!(folder.whole().unwrap(), []);
    folder.append(&sha256, turn, 1000, 400, &content[400..]).unwrap();
    assert!(folder.finish(&sha256, 1000).unwrap().complete);
    assert_eq!(folder.whole().unwrap(), [sha256]);
    assert_eq!(folder.read_whole(&sha256).unwrap().unwrap(), content);
}

#[test]
fn a_later_sender_ends_the_turn_of_an_earlier_one() {
    let folder = folder("turn");
    let sha256 = Digest::of(b"x");
    let (first, second) = (folder.take_turn(&sha256), folder.take_turn(&sha256));
    assert!(matches!(
        folder.append(&sha256, first, 10, 0, b"ab"),
        Err(ParcelError::Superseded)
    ));
    folder.append(&sha256, second, 10, 0, b"ab").unwrap();
}

#[test]
fn another_content_is_thrown_away() {
    let folder = folder("other");
    let sha256 = Digest::of(b"right");
    let turn = folder.take_turn(&sha256);
    folder.append(&sha256, turn, 5, 0, b"wrong").unwrap();
    assert!(matches!(folder.finish(&sha256, 5), Err(ParcelError::WrongHash)));
    assert_eq!(folder.progress(&sha256).unwrap().offset, 0);
}

#[test]
fn a_receipt_holds_for_its_parcel_and_its_portal_alone() {
    let (portal, other) = (NodeKey::from_seed(&[1; 32]), NodeKey::from_seed(&[2; 32]));
    let sha256 = Digest::of(b"parcel");
    let receipt = Receipt::sign(&portal, sha256, 6);
    receipt.check(&portal.public(), &sha256, 6).unwrap();
    assert!(receipt.check(&other.public(), &sha256, 6).is_err());
    assert!(receipt.check(&portal.public(), &sha256, 7).is_err());
    assert!(receipt.check(&portal.public(), &Digest::of(b"other"), 6).is_err());
}

#[test]
fn a_parcel_goes_booth_hub_portal_and_is_let_go_only_after_the_portals_receipt() {
    let branch = Branch::open("parcel");
    let booth = branch.joined(NodeRoleV1::Booth, "01");
    let out = Arc::new(ParcelFolder::open(booth.folder.join("out")).unwrap());
    let content = bytes(9_000_000);
    let sha256 = out.put(&content).unwrap();
    let committed = Arc::new(AtomicU32::new(0));
    let (seen, still_there) = (Arc::clone(&committed), Arc::clone(&out));
    let (mut work, heard) = branch.work(&booth, branch.to_hub(&booth));
    work.outbox = Some(Outbox {
        folder: Arc::clone(&out),
        portal: branch.portal.keys.signing.public(),
        commit: Arc::new(move |receipt| {
            assert!(
                still_there.size(&receipt.sha256)?.is_some(),
                "kept until this is committed"
            );
            seen.fetch_add(1, Ordering::SeqCst);
            Ok(())
        }),
    });
    let _going = Exchanger::start(work).unwrap();
    wait_for("the hub has it", || branch.at_hub.up.size(&sha256).unwrap().is_some());
    assert!(out.size(&sha256).unwrap().is_some(), "the hub's word is not enough");
    let _up = branch.hub_goes_up();
    wait_for("delivered", || {
        heard
            .try_iter()
            .any(|news| matches!(news, Heard::Delivered(one) if one == sha256))
    });
    assert_eq!(branch.at_portal.up.read_whole(&sha256).unwrap().unwrap(), content);
    assert_eq!(out.size(&sha256).unwrap(), None, "let go");
    wait_for("the hub let it go too", || {
        branch.at_hub.up.size(&sha256).unwrap().is_none()
    });
    assert_eq!(committed.load(Ordering::SeqCst), 1);
    let portal = branch.portal.ledger.lock().unwrap().stream(&branch.portal.node());
    let stored = portal.iter().filter(|fact| fact.kind == "ParcelStored").count();
    assert_eq!(stored, 1);
}

#[test]
fn f16_cut_twenty_times_it_resumes_and_little_is_sent_twice() {
    let branch = Branch::open("f16");
    let hub = &branch.hub;
    let proxy = Proxy::before(branch.at_portal.address).unwrap();
    let link = hub.link(proxy.address(), branch.portal.keys.tls.pin(), Dates::Count);
    let out = Arc::new(ParcelFolder::open(hub.folder.join("out")).unwrap());
    let content = bytes(42_000_000);
    let sha256 = out.put(&content).unwrap();
    let outbox = Outbox {
        folder: Arc::clone(&out),
        portal: branch.portal.keys.signing.public(),
        commit: Arc::new(|_| Ok(())),
    };
    proxy.cut_after(2_000_000);
    let mut cut = 0;
    while proxy.cuts() < 20 {
        match branch.runtime.block_on(link.send_parcel(&outbox, sha256)) {
            Ok(done) => panic!("done ({done}) after {} cuts", proxy.cuts()),
            Err(ExchangeError::Unreachable(_)) => cut += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    proxy.cut_after(0);
    assert!(branch.runtime.block_on(link.send_parcel(&outbox, sha256)).unwrap());
    assert!(cut >= 20, "{cut}");
    assert_eq!(branch.at_portal.up.read_whole(&sha256).unwrap().unwrap(), content);
    let sent = proxy.bytes_up();
    assert!(
        sent * 10 <= content.len() as u64 * 11,
        "{sent} bytes for {}",
        content.len()
    );
}

#[test]
fn f17_a_wrong_or_unsigned_receipt_leaves_the_parcel_where_it_is() {
    let branch = Branch::open("f17");
    let hub = &branch.hub;
    let link = hub.link(branch.at_portal.address, branch.portal.keys.tls.pin(), Dates::Count);
    let out = Arc::new(ParcelFolder::open(hub.folder.join("out")).unwrap());
    let sha256 = out.put(b"sealed").unwrap();
    let committed = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&committed);
    let commit: Commit = Arc::new(move |_| {
        seen.store(true, Ordering::SeqCst);
        Ok(())
    });
    // The receipt is signed by another key than the portal we trust.
    let outbox = Outbox {
        folder: Arc::clone(&out),
        portal: NodeKey::from_seed(&[9; 32]).public(),
        commit: Arc::clone(&commit),
    };
    assert!(matches!(
        branch.runtime.block_on(link.send_parcel(&outbox, sha256)),
        Err(ExchangeError::BadReceipt)
    ));
    assert!(
        !committed.load(Ordering::SeqCst) && out.size(&sha256).unwrap().is_some(),
        "kept"
    );
    // The commit fails: kept as well.
    let failing = Outbox {
        portal: branch.portal.keys.signing.public(),
        commit: Arc::new(|_| Err(ExchangeError::Ending)),
        ..outbox.clone()
    };
    assert!(branch.runtime.block_on(link.send_parcel(&failing, sha256)).is_err());
    assert!(out.size(&sha256).unwrap().is_some(), "kept");
    let right = Outbox {
        portal: branch.portal.keys.signing.public(),
        ..outbox
    };
    assert!(branch.runtime.block_on(link.send_parcel(&right, sha256)).unwrap());
    assert!(committed.load(Ordering::SeqCst) && out.size(&sha256).unwrap().is_none());
}
