use qabyldau_domain::booth::{Fault, Held, Presence, State};

use super::*;

fn swap(shared: &Mutex<Store>, other: &mut Store) {
    std::mem::swap(&mut *shared.lock().expect("the store"), other);
}

fn held(booth: &Booth) -> Option<Held> {
    match &booth.state().state {
        State::Occupied(session) => match session.presence {
            Presence::Held { why, .. } => Some(why),
            _ => None,
        },
        State::Free => None,
    }
}

#[test]
fn f04_while_the_ledger_refuses_nothing_goes_on_and_what_is_owed_is_written_first_afterwards() {
    let machine = Machine::new();
    let store = machine.store();
    let mut other = machine.refusing_store();
    let mut booth = machine.start_with(Arc::clone(&store));
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    prepare(&mut booth);
    record(&machine, &mut booth, Press::Record, 300);
    swap(&store, &mut other);
    booth.input(Press::Pause);
    assert_eq!(held(&booth), Some(Held::Fault(Fault::Ledger)));
    let ms = recorded(&booth);
    machine.wait(&mut booth, 3);
    swap(&store, &mut other);
    assert_eq!(machine.kinds().last().unwrap(), "SessionMoved");
    booth.tick();
    assert_eq!(
        machine.kinds()[2..],
        ["SessionMoved", "SessionMoved", "SessionMoved", "StaffCalled"]
    );
    machine.person_is_back(&mut booth);
    assert_eq!((page(&booth), recorded(&booth)), (Page::Stopped, ms));

    // The press that sends, while nothing can be written: not filed, and filed once by the next press.
    swap(&store, &mut other);
    booth.input(Press::Send);
    assert!(held(&booth).is_some() && booth.state().code.is_none());
    swap(&store, &mut other);
    booth.tick();
    machine.person_is_back(&mut booth);
    booth.input(Press::Send);
    assert!(matches!(page(&booth), Page::Code { .. }));
    drop(booth);
    assert_eq!(machine.kinds().iter().filter(|kind| *kind == "AppealFiled").count(), 1);
    let forms: Vec<_> = machine
        .said()
        .into_iter()
        .filter_map(|said| {
            if let Decoded::AppealFiled(filed) = said {
                Some(filed.parcel.form)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(forms, ["sealed-whole"]);
}

#[test]
fn while_the_ledger_refuses_on_the_page_of_the_code_staff_are_called_for_it_once_each_time() {
    let machine = Machine::new();
    let store = machine.store();
    let mut other = machine.refusing_store();
    let mut booth = machine.start_with(Arc::clone(&store));
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    file(&machine, &mut booth);
    until(&mut booth, printed);
    let calls = || machine.kinds().iter().filter(|kind| *kind == "StaffCalled").count();
    for (press, written) in [(Press::CallStaff, 2), (Press::NoReceipt, 4)] {
        swap(&store, &mut other);
        booth.input(press);
        machine.wait(&mut booth, 20);
        swap(&store, &mut other);
        booth.tick();
        assert_eq!(calls(), written, "what was asked for, and that the ledger failed");
    }
}

#[test]
fn an_order_that_cannot_be_answered_is_answered_later() {
    let machine = Machine::new();
    let store = machine.store();
    let mut other = machine.refusing_store();
    let mut booth = machine.start_with(Arc::clone(&store));
    swap(&store, &mut other);
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    assert_eq!(booth.state().state, State::Free);
    swap(&store, &mut other);
    booth.tick();
    assert_eq!(page(&booth), Page::Welcome);
}

#[test]
fn a_word_that_cannot_be_written_is_not_obeyed_until_it_is() {
    let machine = Machine::new();
    let store = machine.store();
    let mut other = machine.refusing_store();
    let mut booth = machine.start_with(Arc::clone(&store));
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    swap(&store, &mut other);
    machine.tell(
        &mut booth,
        StaffWordV1::End {
            fault: true,
            reason: "camera".to_owned(),
        },
    );
    assert_eq!(page(&booth), Page::Welcome);
    swap(&store, &mut other);
    booth.tick();
    assert_eq!(booth.state().state, State::Free);
}

#[test]
fn a_booth_can_live_on_any_thread() {
    fn lives<T: Send>() {}
    lives::<Booth>();
}
