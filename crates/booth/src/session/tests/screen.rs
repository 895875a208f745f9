//! What the window reads at each page of the way.

use super::*;
use crate::screen::{BoothPage, Pressed};

fn name(page: &BoothPage) -> String {
    serde_json::to_value(page).unwrap()["page"].as_str().unwrap().to_owned()
}

/// What stands on the page of the person, anywhere in its answer.
fn says(booth: &Booth, text: &str) -> bool {
    serde_json::to_string(&booth.screen()).unwrap().contains(text)
}

fn press(booth: &mut Booth, word: serde_json::Value) {
    let pressed: Pressed = serde_json::from_value(word).unwrap();
    booth.input(pressed.into());
}

#[test]
fn a_page_has_its_step_its_back_key_and_of_the_person_only_what_it_shows() {
    use serde_json::json;
    let machine = Machine::new();
    let mut booth = machine.start();
    assert_eq!(name(&booth.screen().page), "free");
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    let own = json!({"press": "data_right", "own": {"postal_address": STREET, "email": null}});
    let way = [
        ("welcome", None, false, json!({"press": "start"})),
        ("rules", Some(1), true, json!({"press": "understood"})),
        ("own_data", Some(2), true, own),
        ("kind", Some(3), true, json!({"press": "kind", "kind": "application"})),
        (
            "addressee",
            Some(4),
            true,
            json!({"press": "addressee", "id": "akim-almaty-region"}),
        ),
        ("camera", Some(5), true, json!({"press": "touch"})),
    ];
    for (page, step, back, word) in way {
        let screen = booth.screen();
        assert_eq!(
            (name(&screen.page).as_str(), screen.step, screen.can_go_back),
            (page, step, back)
        );
        assert_eq!(says(&booth, SURNAME), page == "own_data", "{page}");
        press(&mut booth, word);
    }
    record(&machine, &mut booth, Press::Record, 700);
    let screen = booth.screen();
    assert_eq!((name(&screen.page).as_str(), screen.can_go_back), ("recording", false));
    press(&mut booth, json!({"press": "pause"}));
    assert_eq!(name(&booth.screen().page), "stopped");
    press(&mut booth, json!({"press": "send"}));
    let screen = booth.screen();
    assert_eq!(
        (name(&screen.page).as_str(), screen.step, screen.can_go_back),
        ("code", Some(7), false)
    );
    let code = booth.state().code.unwrap();
    assert!(says(&booth, &code));
    until(&mut booth, printed);
    press(&mut booth, json!({"press": "taken"}));
    assert!(!says(&booth, &code), "the code is in no view once it was taken");
    press(&mut booth, json!({"press": "rate", "mark": 5}));
    assert_eq!(name(&booth.screen().page), "bye");
    machine.wait(&mut booth, 10);
    assert_eq!(name(&booth.screen().page), "free");
}

#[test]
fn a_screen_that_nobody_touches_carries_nothing_of_the_person() {
    let machine = Machine::new();
    let mut booth = machine.start();
    machine.lie(&mut booth, &[machine.order('a', "A")]);
    booth.input(Press::Start);
    booth.input(Press::Understood);
    assert!(says(&booth, SURNAME));
    machine.wait(&mut booth, 95);
    assert_eq!(
        (name(&booth.screen().page).as_str(), says(&booth, SURNAME)),
        ("idle", false)
    );
    machine.wait(&mut booth, 65);
    let screen = booth.screen();
    assert!(matches!(&screen.page, BoothPage::Held { why, kept: "nothing" } if why == "no-person"));
    assert!(screen.step.is_none() && !says(&booth, SURNAME) && !says(&booth, STREET));
    machine.person_is_back(&mut booth);
    booth.input(Press::NotMe);
    assert_eq!(
        name(&booth.screen().page),
        "free",
        "nothing was recorded: the visit goes back to the waiting list"
    );
}
