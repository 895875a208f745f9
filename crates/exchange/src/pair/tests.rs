//! Pairing over real sockets, with wrong codes, used codes, and somebody in the middle.

use proptest::prelude::*;
use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::NodeRoleV1;

use super::{Answer, Book, CODE_VALID_MS, Joined, PairRefusal, PairingCode, Secret, join};
use crate::error::ExchangeError;
use crate::tests::{Branch, NOON, Person, middleman, pretender, surroundings};

fn code(branch: &Branch, address: std::net::SocketAddr, label: &str, role: NodeRoleV1) -> PairingCode {
    let secret = Secret::throw(&branch.portal.surroundings);
    branch
        .office
        .book
        .lock()
        .unwrap()
        .issue(label, role, label, secret.clone(), NOON);
    PairingCode {
        address: address.to_string(),
        label: label.to_owned(),
        secret,
        pin: None,
    }
}

fn joins(branch: &Branch, one: &Person, code: &PairingCode) -> Result<Joined, ExchangeError> {
    branch.runtime.block_on(join(code, &one.keys, &one.surroundings))
}

fn refused(result: Result<Joined, ExchangeError>) -> PairRefusal {
    match result {
        Err(ExchangeError::Pairing(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn wrong(branch: &Branch, code: &PairingCode) -> PairingCode {
    PairingCode {
        secret: Secret::throw(&branch.portal.surroundings),
        ..code.clone()
    }
}

#[test]
fn a_desk_joins_through_the_hub_and_is_then_let_in() {
    let branch = Branch::open("join");
    let _up = branch.hub_goes_up();
    let desk = branch.stranger(NodeRoleV1::Desk);
    let code = code(&branch, branch.at_hub.address, "A", NodeRoleV1::Desk);
    let joined = joins(&branch, &desk, &code).expect("joined");
    assert_eq!(joined.pin, branch.hub.keys.tls.pin(), "the hub's key is pinned");
    assert_eq!(
        joined.admission.portal,
        branch.portal.keys.signing.public(),
        "and the portal's"
    );
    assert_eq!(
        (joined.admission.role, joined.admission.label.as_str()),
        (NodeRoleV1::Desk, "A")
    );
    branch
        .runtime
        .block_on(branch.to_hub(&desk).have())
        .expect("let in at the first knock");
}

#[test]
fn a_node_joins_at_the_portal_with_a_code_that_carries_the_portals_key() {
    let branch = Branch::open("join-portal");
    let desk = branch.stranger(NodeRoleV1::Hub);
    let plain = code(&branch, branch.at_portal.address, "hub", NodeRoleV1::Hub);
    let other = PairingCode {
        pin: Some(Digest::of(b"another")),
        ..plain.clone()
    };
    assert!(
        matches!(joins(&branch, &desk, &other), Err(ExchangeError::Unreachable(_))),
        "another key at that address"
    );
    let right = PairingCode {
        pin: Some(branch.portal.keys.tls.pin()),
        ..plain
    };
    joins(&branch, &desk, &right.to_string().parse().unwrap()).expect("joined");
}

#[test]
fn a08_five_wrong_proofs_burn_the_code() {
    let branch = Branch::open("burn");
    let desk = branch.stranger(NodeRoleV1::Desk);
    let code = code(&branch, branch.at_hub.address, "A", NodeRoleV1::Desk);
    for _ in 0..4 {
        assert_eq!(
            refused(joins(&branch, &desk, &wrong(&branch, &code))),
            PairRefusal::WrongProof
        );
    }
    assert_eq!(
        refused(joins(&branch, &desk, &wrong(&branch, &code))),
        PairRefusal::Burnt
    );
    assert_eq!(
        refused(joins(&branch, &desk, &code)),
        PairRefusal::Burnt,
        "the right code too"
    );
}

#[test]
fn a08_four_wrong_proofs_do_not_burn_it() {
    let branch = Branch::open("four");
    let _up = branch.hub_goes_up();
    let desk = branch.stranger(NodeRoleV1::Desk);
    let code = code(&branch, branch.at_hub.address, "A", NodeRoleV1::Desk);
    for _ in 0..4 {
        assert_eq!(
            refused(joins(&branch, &desk, &wrong(&branch, &code))),
            PairRefusal::WrongProof
        );
    }
    joins(&branch, &desk, &code).expect("the fifth is right");
}

#[test]
fn a08_a_used_code_admits_nobody_else_and_an_old_or_unknown_one_nobody() {
    let branch = Branch::open("used");
    let _up = branch.hub_goes_up();
    let (one, two) = (branch.stranger(NodeRoleV1::Desk), branch.stranger(NodeRoleV1::Desk));
    let used = code(&branch, branch.at_hub.address, "A", NodeRoleV1::Desk);
    joins(&branch, &one, &used).expect("joined");
    let before = branch.portal.holds();
    assert_eq!(refused(joins(&branch, &two, &used)), PairRefusal::Used);
    assert_eq!(branch.portal.holds(), before, "nobody was admitted");
    let unknown = PairingCode {
        label: "Z".to_owned(),
        ..used
    };
    assert_eq!(refused(joins(&branch, &two, &unknown)), PairRefusal::NoCode);
    let old = code(&branch, branch.at_hub.address, "B", NodeRoleV1::Desk);
    *branch.portal.clock.0.lock().unwrap() = NOON + CODE_VALID_MS + 1;
    assert_eq!(refused(joins(&branch, &two, &old)), PairRefusal::Expired);
}

#[test]
fn a08_somebody_in_the_middle_is_not_taken_part_with() {
    let branch = Branch::open("middle");
    let (victim, enemy) = (branch.stranger(NodeRoleV1::Desk), branch.stranger(NodeRoleV1::Desk));
    let code = code(&branch, branch.at_hub.address, "A", NodeRoleV1::Desk);
    // He has a key of his own, and passes the words on, both ways, as they are.
    let address = middleman(&branch, &enemy, branch.at_hub.address);
    let through = PairingCode {
        address: address.to_string(),
        ..code
    };
    let before = branch.portal.holds();
    assert_eq!(
        refused(joins(&branch, &victim, &through)),
        PairRefusal::WrongProof,
        "the hub's key is not the one that was proved"
    );
    assert_eq!(branch.portal.holds(), before, "nobody was admitted");
}

#[test]
fn a08_who_does_not_know_the_code_cannot_pretend_to_admit() {
    let branch = Branch::open("pretender");
    let (desk, enemy) = (branch.stranger(NodeRoleV1::Desk), branch.stranger(NodeRoleV1::Hub));
    // He says «welcome» as the portal would, with himself as the portal.
    let admission = serde_json::json!({
        "branch": "0512", "node": desk.node(), "role": "desk", "label": "A", "portal": enemy.keys.signing.public(),
        "portal_tls": enemy.keys.tls.pin(), "portal_recipient": enemy.keys.identity.recipient(),
        "recovery": enemy.keys.identity.recipient(), "tick": 1,
    });
    let answer = Answer {
        admission: admission.to_string(),
        proof: Digest::of(b"a guess"),
    };
    let address = pretender(&branch, &enemy, serde_json::to_string(&answer).unwrap());
    let code = code(&branch, address, "A", NodeRoleV1::Desk);
    assert_eq!(refused(joins(&branch, &desk, &code)), PairRefusal::NotThePortal);
}

#[test]
fn a08_an_answer_without_the_code_is_not_believed() {
    let (surroundings, _) = surroundings(9);
    let (right, other) = (Secret::throw(&surroundings), Secret::throw(&surroundings));
    let branch = Branch::open("answer");
    let one = branch.stranger(NodeRoleV1::Desk);
    let mut join = super::Join {
        label: "A".to_owned(),
        public_key: one.keys.signing.public(),
        tls_public: Digest(one.keys.tls.public().try_into().unwrap()),
        recipient: one.keys.identity.recipient(),
        nonce: surroundings.id(),
        server: None,
        proof: Digest::ZERO,
    };
    join.prove(&right, &Digest::of(b"server"));
    assert!(!Answer::prove(&other, &join, "{}".to_owned()).holds(&right, &join));
    let answer = Answer::prove(&right, &join, "{}".to_owned());
    assert!(answer.holds(&right, &join));
    assert!(
        !Answer {
            admission: "{ }".to_owned(),
            ..answer.clone()
        }
        .holds(&right, &join),
        "not a byte may differ"
    );
    join.server = Some(Digest::of(b"server"));
    assert!(join.holds(&right) && !join.holds(&other));
    for change in 0..4 {
        let mut altered = join.clone();
        match change {
            0 => altered.label = "B".to_owned(),
            1 => altered.recipient = branch.hub.keys.identity.recipient(),
            2 => altered.public_key = branch.hub.keys.signing.public(),
            _ => altered.server = Some(Digest::of(b"another server")),
        }
        assert!(!altered.holds(&right), "{change}");
    }
}

#[test]
fn asked_again_after_a_lost_answer_the_same_node_gets_the_same_answer() {
    let (surroundings, _) = surroundings(10);
    let branch = Branch::open("again");
    let secret = Secret::throw(&surroundings);
    let one = branch.stranger(NodeRoleV1::Desk);
    let mut book = Book::default();
    book.issue("A", NodeRoleV1::Desk, "A", secret.clone(), NOON);
    let mut join = super::Join {
        label: "A".to_owned(),
        public_key: one.keys.signing.public(),
        tls_public: Digest(one.keys.tls.public().try_into().unwrap()),
        recipient: one.keys.identity.recipient(),
        nonce: surroundings.id(),
        server: Some(Digest::of(b"server")),
        proof: Digest::ZERO,
    };
    join.prove(&secret, &Digest::of(b"server"));
    assert!(matches!(book.ask(&join, NOON), Ok(super::Asked::Admit(_))));
    let answer = Answer::prove(&secret, &join, "{}".to_owned());
    book.close(&join, &answer);
    assert!(matches!(book.ask(&join, NOON), Ok(super::Asked::Again(same)) if same == answer));
}

#[test]
fn a_code_can_be_typed_as_people_type() {
    let text = "10.5.12.2:7443/A/7K2M-9QRT-0XVB-4HNE";
    let code: PairingCode = text.parse().unwrap();
    assert_eq!(code.to_string(), text);
    assert_eq!("10.5.12.2:7443/A/7k2m 9qrt oxvb 4hne".parse(), Ok(code));
    for bad in [
        "",
        "10.5.12.2:7443/A/7K2M-9QRT-0XVB-4HN",
        "10.5.12.2:7443/A/7K2M-9QRT-0XVB-4HNU",
        "10.5.12.2/A/7K2M-9QRT-0XVB-4HNE",
        "h:1/A B/7K2M-9QRT-0XVB-4HNE",
        "h:1/A/7K2M-9QRT-0XVB-4HNE/AA",
    ] {
        assert!(bad.parse::<PairingCode>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn every_code_reads_back(seed in any::<u64>(), with_pin in any::<bool>()) {
        let (surroundings, _) = surroundings(seed);
        let pin = with_pin.then(|| Digest(surroundings.random()));
        let code = PairingCode { address: "[::1]:8443".to_owned(), label: "hub".to_owned(), secret: Secret::throw(&surroundings), pin };
        prop_assert_eq!(code.to_string().parse(), Ok(code));
    }
}

#[test]
fn keys_read_back_what_was_kept() {
    let (surroundings, _) = surroundings(11);
    let keys = super::NodeKeys::throw(&surroundings).unwrap();
    let again = super::NodeKeys::from_bytes(&keys.to_bytes().unwrap()).unwrap();
    assert_eq!(
        (again.node(), again.tls.pin(), again.identity.recipient()),
        (keys.node(), keys.tls.pin(), keys.identity.recipient())
    );
}
