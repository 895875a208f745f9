use std::collections::BTreeMap;

use qabyldau_domain::facts::{PrintStateV1, ReceptionStepV1, StaffWordV1};
use qabyldau_domain::ledger::Ledger as _;
use qabyldau_domain::rule::PrintWish;
use qabyldau_domain::staff::may;

use super::branch::{Branch, ROLES};
use super::journal::visit;
use crate::{Act, Failed};

/// One of every act that asks for a right.
fn acts() -> Vec<Act> {
    let none = || String::from("nothing");
    vec![
        Act::OpenDay { confirmed: None },
        Act::CloseDay,
        Act::Register(Box::new(visit())),
        Act::Correct {
            number: none(),
            fields: BTreeMap::new(),
            reason: none(),
        },
        Act::Annul {
            number: none(),
            reason: none(),
        },
        Act::AskBooth {
            number: none(),
            booth: none(),
            continues: None,
        },
        Act::Withdraw {
            session: none(),
            reason: none(),
        },
        Act::TellBooth {
            session: none(),
            word: StaffWordV1::PersonIsBack,
        },
        Act::TellBooth {
            session: none(),
            word: StaffWordV1::End {
                fault: false,
                reason: none(),
            },
        },
        Act::Arrive {
            reference: none(),
            other_document: false,
            words: None,
        },
        Act::Step {
            reference: none(),
            step: ReceptionStepV1::Started,
        },
        Act::NoShow { reference: none() },
        Act::Undo {
            reference: none(),
            from: "arrived".into(),
            reason: none(),
        },
        Act::Print(PrintWish {
            sheet: none(),
            about: "branch/0512".parse().unwrap(),
            reason: None,
        }),
        Act::MovePrint {
            job: none(),
            state: PrintStateV1::Sent,
        },
        Act::HandOver {
            appeal: none(),
            identified_by: none(),
        },
    ]
}

#[test]
fn what_a_role_may_not_do_is_refused_by_name_and_writes_nothing() {
    let branch = Branch::with_staff(&ROLES);
    for role in ROLES {
        let desk = branch.desk(role);
        let before = desk.ledger().lock().unwrap().have().unwrap();
        for act in acts() {
            let granted = may(role, act.deed().unwrap());
            let refused = match desk.transact(&act) {
                Err(Failed::Refused(refusal)) => refusal.code == "role-may-not",
                Ok(_) => false,
                Err(other) => panic!("{role:?} {act:?}: {other:?}"),
            };
            assert_eq!(refused, !granted, "{role:?} {act:?}");
            if !granted {
                assert_eq!(
                    desk.ledger().lock().unwrap().have().unwrap(),
                    before,
                    "{role:?} {act:?}"
                );
            }
        }
    }
}
