//! Facts over real sockets.

use qabyldau_domain::fact::BrokenStream;
use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::ledger::{Ledger, Scope};

use super::{Branch, wait_for};
use crate::client::Exchanger;
use crate::error::ExchangeError;
use crate::testing::Proxy;

#[test]
fn two_desks_see_each_other_through_the_hub_and_so_does_the_portal() {
    let branch = Branch::open("two-desks");
    let (a, b) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Desk, "B"),
    );
    a.writes(7);
    let up = branch.hub_goes_up();
    let (work, _) = branch.work(&a, branch.to_hub(&a));
    let going_a = Exchanger::start(work).expect("starts");
    let (work, _) = branch.work(&b, branch.to_hub(&b));
    let _going_b = Exchanger::start(work).expect("starts");
    let all = branch.portal.holds() + 7;
    wait_for("desk B and the portal hold what A wrote", || {
        b.holds() == all && branch.portal.holds() == all
    });
    a.writes(3);
    going_a.nudge();
    wait_for("what A wrote later", || {
        b.holds() == all + 3 && branch.portal.holds() == all + 3
    });
    wait_for("the status", || going_a.status().connected);
    assert_eq!(going_a.status().trouble, None);
    drop(up);
}

#[test]
fn a_desk_hears_from_its_hub_how_that_stands_with_the_portal_and_a_booth_does_not() {
    let branch = Branch::open("upstream");
    let a = branch.joined(NodeRoleV1::Desk, "A");
    let booth = branch.joined(NodeRoleV1::Booth, "01");
    let (work, _) = branch.work(&a, branch.to_hub(&a));
    let going = Exchanger::start(work).expect("starts");
    wait_for("the hub is heard", || going.status().connected);
    assert_eq!(going.status().upstream, None, "the hub has not gone up yet");
    a.writes(7);
    going.nudge();
    let _up = branch.hub_goes_up();
    let told = || {
        going.nudge();
        going.status().upstream
    };
    wait_for("all of it is at the portal", || {
        told().is_some_and(|up| up.connected && up.heard_at.is_some() && up.have.get(&a.node()) == Some(&7))
    });
    let to_booth = branch.runtime.block_on(branch.to_hub(&booth).have()).expect("answered");
    assert_eq!(to_booth.upstream, None);

    branch.portal_goes();
    // Nobody asks for it: the hub says that there is something to ask for.
    let told = || going.status().upstream;
    wait_for("the portal is away", || told().is_some_and(|up| !up.connected));
    let away = told().expect("told");
    assert!(away.heard_at.is_some(), "when it was heard last");
    assert_eq!(away.have.get(&a.node()), Some(&7), "what it held then");
    assert!(going.status().connected, "the hub is there");
}

#[test]
fn f10_an_answer_lost_after_commit_and_five_duplicates_leave_one_fact() {
    let branch = Branch::open("f10");
    let a = branch.joined(NodeRoleV1::Desk, "A");
    let proxy = Proxy::before(branch.at_hub.address).expect("proxy");
    let link = a.link(proxy.address(), branch.hub.keys.tls.pin(), crate::tls::Dates::Ignored);
    let before = branch.hub.holds();
    a.writes(5);
    let chunk = a
        .ledger
        .lock()
        .unwrap()
        .lack(&Default::default(), Scope::Own(a.node()), 500)
        .unwrap();
    let text = serde_json::to_vec(&chunk).unwrap();
    branch.runtime.block_on(link.have()).expect("the line is good");
    let takes = branch.hub.ledger.lock().unwrap().takes;
    proxy.swallow_answers(true);
    let lost = branch.runtime.block_on(link.send_facts(text.clone()));
    assert!(matches!(lost, Err(ExchangeError::Unreachable(_))), "{lost:?}");
    wait_for("the hub took it all the same", || branch.hub.holds() == before + 5);
    assert!(proxy.swallowed() >= 1);
    proxy.swallow_answers(false);
    for _ in 0..5 {
        let answer = branch
            .runtime
            .block_on(link.send_facts(text.clone()))
            .expect("answered");
        assert_eq!(
            (answer[&a.node()].accepted_to, answer[&a.node()].refused),
            (5, None),
            "known"
        );
    }
    assert_eq!(branch.hub.holds(), before + 5, "one fact each");
    assert!(
        branch.hub.ledger.lock().unwrap().takes >= takes + 6,
        "all six were really taken up"
    );
}

#[test]
fn a_booth_cannot_read_facts_and_sends_only_its_own() {
    let branch = Branch::open("booth");
    let (desk, booth) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Booth, "01"),
    );
    let link = branch.to_hub(&booth);
    let refused = branch.runtime.block_on(link.lack(&Default::default()));
    assert!(
        matches!(&refused, Err(ExchangeError::Refused { status: 403, code, .. }) if code == "not-for-this-role"),
        "{refused:?}"
    );
    desk.writes(2);
    booth.writes(1);
    let mut chunk = desk
        .ledger
        .lock()
        .unwrap()
        .lack(&Default::default(), Scope::Own(desk.node()), 500)
        .unwrap();
    chunk.facts.extend(
        booth
            .ledger
            .lock()
            .unwrap()
            .lack(&Default::default(), Scope::Own(booth.node()), 500)
            .unwrap()
            .facts,
    );
    let answer = branch
        .runtime
        .block_on(link.send_facts(serde_json::to_vec(&chunk).unwrap()))
        .expect("answered");
    assert_eq!(
        answer[&desk.node()].refused.map(|refused| refused.code),
        Some(BrokenStream::ForeignNode)
    );
    assert_eq!(
        (answer[&booth.node()].accepted_to, answer[&booth.node()].refused),
        (1, None)
    );
    let held = branch.runtime.block_on(link.have()).expect("have");
    assert_eq!(
        held.have.keys().collect::<Vec<_>>(),
        [&booth.node()],
        "it sees no stream but its own"
    );
}

#[test]
fn a_foreign_branch_is_refused_by_name_and_other_streams_go_on() {
    let branch = Branch::open_loose("foreign");
    let (a, b) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Desk, "B"),
    );
    b.ledger.lock().unwrap().memory().branch = "0513".parse().unwrap();
    b.writes(1);
    a.writes(1);
    let mut chunk = b
        .ledger
        .lock()
        .unwrap()
        .lack(&Default::default(), Scope::Own(b.node()), 9)
        .unwrap();
    chunk.facts.extend(
        a.ledger
            .lock()
            .unwrap()
            .lack(&Default::default(), Scope::Own(a.node()), 9)
            .unwrap()
            .facts,
    );
    let link = branch.to_hub(&a);
    let answer = branch
        .runtime
        .block_on(link.send_facts(serde_json::to_vec(&chunk).unwrap()))
        .expect("answered");
    assert_eq!(
        answer[&b.node()].refused.map(|refused| refused.code),
        Some(BrokenStream::ForeignBranch)
    );
    assert_eq!(answer[&a.node()].accepted_to, 1);
}

#[test]
fn every_message_carries_the_tick_and_the_receiver_keeps_it() {
    let branch = Branch::open_loose("tick");
    let a = branch.joined(NodeRoleV1::Desk, "A");
    branch.hub.ledger.lock().unwrap().told(1000).unwrap();
    branch.runtime.block_on(branch.to_hub(&a).have()).expect("have");
    assert_eq!(a.shared.tick().unwrap(), 1000, "told by the answer");
    a.ledger.lock().unwrap().told(2000).unwrap();
    branch.runtime.block_on(branch.to_hub(&a).have()).expect("have");
    assert_eq!(branch.hub.shared.tick().unwrap(), 2000, "told by the question");
    a.ledger.lock().unwrap().told(crate::held::HIGHEST_TICK + 1).unwrap();
    let refused = branch.runtime.block_on(branch.to_hub(&a).have());
    assert!(
        matches!(refused, Err(ExchangeError::Refused { status: 400, .. })),
        "{refused:?}"
    );
    assert_eq!(branch.hub.shared.tick().unwrap(), 2000, "nobody believes such a tick");
}

#[test]
fn f20_a_broken_stream_halts_alone_and_nobody_is_told_of_more_than_was_written() {
    let branch = Branch::open_loose("halted");
    let (a, b) = (
        branch.joined(NodeRoleV1::Desk, "A"),
        branch.joined(NodeRoleV1::Desk, "B"),
    );
    // The hub holds a stream of B that is broken in the middle (a hub of another make let it pass), and more behind it.
    b.writes(1);
    b.writes(1);
    b.writes(1);
    let mut facts = b.ledger.lock().unwrap().stream(&b.node());
    facts[1].body = Some("{}".to_owned());
    branch
        .hub
        .ledger
        .lock()
        .unwrap()
        .memory()
        .streams
        .insert(b.node(), facts);
    a.writes(2);
    let (work, _) = branch.work(&a, branch.to_hub(&a));
    let going = Exchanger::start(work).expect("starts");
    wait_for("A's facts are at the hub", || {
        branch.hub.ledger.lock().unwrap().stream(&a.node()).len() == 2
    });
    wait_for("the refusal by name", || {
        going
            .status()
            .refused_here
            .get(&b.node())
            .is_some_and(|refused| (refused.seq, refused.code) == (2, BrokenStream::WrongHash))
    });
    assert_eq!(
        a.ledger.lock().unwrap().stream(&b.node()).len(),
        1,
        "what was good before it"
    );
    assert!(going.status().connected, "the others go on");
    for one in [&a, &branch.hub, &branch.portal] {
        assert!(
            !one.ledger.lock().unwrap().told_of_more(),
            "nobody was told of more than it wrote"
        );
    }
}
