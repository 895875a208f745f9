use super::*;

const BOOTH: NodeId = NodeId([0x22; 16]);

fn desk() -> NodeKey {
    NodeKey::from_seed(&std::array::from_fn(|place| u8::try_from(place).expect("small")))
}

fn word(session: &str, told_tick: u64) -> Order {
    Order::Word(WordOrder {
        session: session.to_owned(),
        desk: desk().node(),
        told_tick,
        valid_until: Instant {
            utc_ms: 1_795_325_400_000,
            offset_min: 300,
        },
        staff: StaffId([1, 2, 3, 4, 5, 6, 7, 8]),
        word: StaffWordV1::PersonIsBack,
    })
}

#[test]
fn a11_an_order_is_proved_by_its_desk_for_its_booth_and_by_nothing_else() {
    let order = word("cd", 7);
    let signed = order.signed(&desk(), &BOOTH).unwrap();
    let public = desk().public();
    assert!(Order::proved(&signed, &public, &BOOTH) == Some(order));
    assert!(
        Order::proved(&signed, &public, &NodeId([0x23; 16])).is_none(),
        "another booth"
    );
    let other = NodeKey::from_seed(&[9; 32]);
    assert!(
        Order::proved(&signed, &other.public(), &BOOTH).is_none(),
        "another desk"
    );
    let lent = word("cd", 7).signed(&other, &BOOTH).unwrap();
    assert!(
        Order::proved(&lent, &other.public(), &BOOTH).is_none(),
        "in another's name"
    );
    for place in 0..signed.len() {
        let mut altered = signed.to_vec();
        altered[place] ^= 1;
        assert!(Order::proved(&altered, &public, &BOOTH).is_none(), "byte {place}");
        assert!(
            Order::proved(&signed[..place], &public, &BOOTH).is_none(),
            "cut at {place}"
        );
    }
}

/// The vector of docs/fact.md.
#[test]
fn an_order_is_signed_as_the_document_says() {
    let signed = word("cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd", 8)
        .signed(&desk(), &BOOTH)
        .unwrap();
    let vector = include_str!("../../fixtures/order-1.hex");
    let hex: String = signed.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, vector.trim());
}

#[test]
fn every_word_has_a_name_of_its_own() {
    let names = [word("cd", 7), word("cd", 8), word("ce", 7)].map(|order| order.name());
    assert!(names.iter().all(|name| name.len() == 32));
    assert!(names[0] != names[1] && names[0] != names[2] && names[1] != names[2]);
    assert_ne!(word_name("cd", &BOOTH, 7), names[0]);
}

#[test]
fn nothing_of_the_person_stands_in_debug_output() {
    assert_eq!(format!("{:?}", word("cd", 7)), "Order(…)");
}
