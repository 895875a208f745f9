use argon2::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use qabyldau_domain::booth::recording::seekable;
use qabyldau_domain::booth::{ASK_AFTER_MS, HOLD_AFTER_MS, Presence, RECORD_LIMIT_MS, Report, State, What};
use qabyldau_domain::facts::{PrintStateV1, SessionStageV1};
use qabyldau_domain::secret_code::SecretCode;
use qabyldau_exchange::parcel::Receipt;
use qabyldau_exchange::seal::open;

use super::*;

#[test]
fn a_person_records_pauses_sends_and_takes_code_and_receipt() {
    let machine = Machine::new();
    let mut booth = machine.start();
    assert_eq!(booth.state().state, State::Free);
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    assert_eq!(page(&booth), Page::Welcome);
    booth.input(Press::Start);
    booth.input(Press::Understood);
    let view = booth.state();
    assert_eq!(view.person.unwrap().0.surname.as_deref(), Some(SURNAME));
    assert_eq!(view.own.unwrap().postal_address.as_deref(), Some(STREET));
    answers(&mut booth);
    booth.input(Press::Addressee("nobody".to_owned()));
    assert!(matches!(page(&booth), Page::Camera(_)));
    assert_eq!(booth.addressees("аким").len(), 1);
    record(&machine, &mut booth, Press::Record, 700);
    booth.input(Press::Pause);
    let paused = recorded(&booth);
    assert_eq!(page(&booth), Page::Stopped);
    record(&machine, &mut booth, Press::GoOn, paused + 500);
    booth.input(Press::Pause);
    booth.input(Press::Send);
    let Page::Code { number, due, .. } = page(&booth) else {
        panic!("{:?}", booth.state())
    };
    assert_eq!(
        (number.as_str(), due.map(|due| due.to_string()).as_deref()),
        ("26051201000015", Some("2026-12-14"))
    );
    let code: SecretCode = booth.state().code.unwrap().parse().unwrap();
    until(&mut booth, printed);
    booth.input(Press::Taken);
    booth.input(Press::CallStaff);
    booth.input(Press::Rate(4));
    machine.wait(&mut booth, 10);
    assert_eq!(booth.state().state, State::Free);

    let kinds = [
        "DayOpened",
        "BoothAccepted",
        "SessionMoved",
        "SessionMoved",
        "SessionMoved",
        "SessionMoved",
        "AppealFiled",
        "SessionEnded",
        "PrintQueued",
        "PrintMoved",
        "PrintMoved",
        "StaffCalled",
        "ServiceRated",
        "StaffCalled",
        "BoothFreed",
    ];
    assert_eq!(machine.kinds(), kinds);
    let facts = machine.facts();
    assert!(facts[1].tick > 5, "greater than that of the fact that caused the order");
    let act_of_filing: Vec<bool> = facts[6..9].iter().map(|fact| fact.act_end).collect();
    assert_eq!(
        act_of_filing,
        [false, false, true],
        "appeal, end and print job are one act"
    );
    let said = machine.said();
    let Decoded::SessionMoved(moved) = &said[2] else {
        panic!()
    };
    assert_eq!(
        (moved.stage, moved.rules.as_deref()),
        (SessionStageV1::Recording, Some("2021-213/kk"))
    );
    let Decoded::AppealFiled(filed) = &said[6] else {
        panic!()
    };
    let hash = PasswordHash::new(&filed.code_verifier).unwrap();
    assert!(
        argon2::Argon2::default()
            .verify_password(code.canonical().as_bytes(), &hash)
            .is_ok()
    );
    let promise = filed.promise.as_ref().unwrap();
    assert_eq!((promise.term, promise.pack.as_str()), (15, "2021-213"));
    assert!(
        promise
            .skipped
            .iter()
            .any(|skipped| skipped.day.to_string() == "2026-11-28")
    );
    assert_eq!(
        (filed.email.as_deref(), filed.postal_address.as_deref()),
        (Some(MAIL), Some(STREET))
    );
    assert!(filed.parcel.source.starts_with("synthetic") && filed.parcel.form == "sealed-whole");
    assert!(matches!(&said[10], Decoded::PrintMoved(moved) if moved.state == PrintStateV1::Confirmed));

    let sealed = std::fs::read(machine.data().join("parcels").join(filed.parcel.sha256.to_string())).unwrap();
    assert!(
        open(&machine.identity, &sealed, 1 << 27).is_err(),
        "the booth cannot open what it holds"
    );
    for reader in [&machine.portal_seal, &machine.authority] {
        let (_, ms) = seekable(&open(reader, &sealed, 1 << 27).unwrap()).unwrap();
        assert_eq!(ms, filed.parcel.duration_ms);
        assert!(ms >= 1_100, "{ms}");
    }
    assert!(files(&machine.data().join("recordings")).is_empty());
    assert!(
        std::fs::read(machine.receipts())
            .unwrap()
            .starts_with(&[0x1b, b'@', 0x1d, b'v', b'0'])
    );
}

#[test]
fn a_booth_alone_has_no_trouble_with_its_own_facts() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 300);
    booth.input(Press::CallStaff);
    machine.tell(&mut booth, StaffWordV1::Came);
    booth.input(Press::Pause);
    booth.input(Press::Send);
    until(&mut booth, printed);
    booth.input(Press::Taken);
    booth.input(Press::Rate(4));
    machine.wait(&mut booth, 10);
    let troubles = booth.door.read(|reader| reader.troubles()).unwrap();
    assert!(troubles.is_empty(), "{troubles:?}");
}

#[test]
fn where_no_day_can_be_counted_the_booth_serves_and_files_all_the_same_and_invents_none() {
    // The last days of the loaded calendar: the term ends behind it.
    for day in ["2027-12-20", "2028-03-01"] {
        let machine = Machine::new();
        let date: chrono::NaiveDate = day.parse().unwrap();
        let noon = date.and_hms_opt(7, 0, 0).unwrap().and_utc().timestamp_millis();
        machine.clock.0.store(noon, Ordering::Relaxed);
        let mut booth = machine.start();
        assert!(!booth.out_of_service());
        let order = SessionOrder {
            day: date,
            ..machine.order('a', "A")
        };
        machine.lie(&mut booth, &[order]);
        prepare(&mut booth);
        record(&machine, &mut booth, Press::Record, 300);
        booth.input(Press::Pause);
        booth.input(Press::Send);
        let Page::Code { due, .. } = page(&booth) else {
            panic!("{:?}", booth.state())
        };
        assert_eq!(due, None);
        until(&mut booth, printed);
        assert!(machine.receipts().is_file(), "the receipt is printed");
        let filed = machine.said().into_iter().find_map(|said| match said {
            Decoded::AppealFiled(filed) => Some(filed.promise),
            _ => None,
        });
        assert_eq!(filed, Some(None), "{day}");
    }
}

#[test]
fn a_parcel_goes_only_after_the_portals_receipt_stands_in_the_ledger() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    file(&machine, &mut booth);
    let outbox = booth.outbox();
    let [sha256] = outbox.folder.whole().unwrap()[..] else {
        panic!()
    };
    let bytes = outbox.folder.size(&sha256).unwrap().unwrap();
    let receipt = Receipt::sign(&machine.portal, sha256, bytes);
    assert!(receipt.check(&outbox.portal, &sha256, bytes).is_ok());
    (outbox.commit)(&receipt).unwrap();
    (outbox.commit)(&receipt).unwrap();
    drop(booth);
    assert_eq!(
        machine.kinds().iter().filter(|kind| *kind == "ParcelDelivered").count(),
        1
    );
}

#[test]
fn nobody_there_is_held_and_nothing_is_filed_or_lost_without_a_person() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 1_200);
    booth.input(Press::Pause);
    let ms = recorded(&booth);
    machine.wait(
        &mut booth,
        u32::try_from((ASK_AFTER_MS + HOLD_AFTER_MS) / 1_000 + 2).unwrap(),
    );
    let view = booth.state();
    let State::Occupied(session) = &view.state else {
        panic!()
    };
    assert!(matches!(session.presence, Presence::Held { .. }));
    assert!(view.own.is_none() && view.person.is_none());
    booth.input(Press::Send);
    machine.wait(&mut booth, 700);
    assert!(!machine.kinds().contains(&"AppealFiled".to_owned()));
    assert_eq!(recorded(&booth), ms);
    machine.person_is_back(&mut booth);
    booth.input(Press::Send);
    assert!(matches!(page(&booth), Page::Code { .. }));
}

#[test]
fn recording_anew_wipes_and_a_person_who_leaves_leaves_nothing() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 1_200);
    booth.input(Press::Pause);
    assert!(!files(&machine.data().join("recordings")).is_empty());
    booth.input(Press::Anew);
    booth.input(Press::AnewYes);
    assert!(files(&machine.data().join("recordings")).is_empty());
    record(&machine, &mut booth, Press::Record, 300);
    booth.input(Press::Pause);
    machine.wait(&mut booth, 91);
    booth.input(Press::Leave);
    booth.input(Press::LeaveYes);
    assert_eq!(booth.state().state, State::Free);
    drop(booth);
    let stages: Vec<SessionStageV1> = machine
        .said()
        .iter()
        .filter_map(|said| {
            if let Decoded::SessionMoved(moved) = said {
                Some(moved.stage)
            } else {
                None
            }
        })
        .collect();
    use SessionStageV1 as G;
    assert_eq!(stages, [G::Recording, G::Paused, G::Discarded, G::Recording, G::Paused]);
    assert_eq!(machine.kinds().last().unwrap(), "SessionEnded");
    assert!(files(&machine.data().join("recordings")).is_empty());
    assert!(files(&machine.data().join("parcels")).is_empty());
}

#[test]
fn a_continuation_is_a_second_appeal_joined_to_the_first_in_the_same_session() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 300);
    // Three real minutes would tell no more than their end does.
    booth.happens(What::Report(Report::Recorded { ms: RECORD_LIMIT_MS }));
    booth.settle();
    booth.input(Press::SendAndContinue);
    let Page::Code { number: first, .. } = page(&booth) else {
        panic!("{:?}", booth.state())
    };
    let code = booth.state().code.unwrap();
    booth.input(Press::Taken);
    record(&machine, &mut booth, Press::Record, 300);
    booth.input(Press::Pause);
    booth.input(Press::Send);
    assert_ne!(booth.state().code.unwrap(), code);
    drop(booth);
    let filed: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| {
            if let Decoded::AppealFiled(filed) = said {
                Some(filed)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(filed.len(), 2);
    assert_eq!(
        (filed[1].continues.as_ref(), filed[1].addressee.as_str()),
        (Some(&first), "akim-almaty-region")
    );
    assert_ne!(filed[0].parcel.sha256, filed[1].parcel.sha256);
    assert_eq!(machine.kinds().iter().filter(|kind| *kind == "SessionEnded").count(), 1);
    assert_eq!(files(&machine.data().join("parcels")).len(), 2);
}

#[test]
fn a_receipt_taken_before_the_printer_told_is_confirmed_and_nobody_is_asked_for_it_again() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    file(&machine, &mut booth);
    assert!(!printed(&booth), "the page offers the answer already");
    booth.input(Press::Taken);
    until(&mut booth, |booth| booth.printing.is_empty());
    drop(booth);
    drop(machine.start());
    let states: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| match said {
            Decoded::PrintMoved(moved) => Some(moved.state),
            _ => None,
        })
        .collect();
    assert_eq!(states, [PrintStateV1::Sent, PrintStateV1::Confirmed]);
}
