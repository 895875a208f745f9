use super::*;
use crate::facts::{
    PrintStateV1 as P, PunctualityV1::OnTime, ReceptionStepV1 as S, SessionOutcomeV1 as O, SessionStageV1 as G,
};

/// Every event in every state: `.` is impossible, a letter is the state after it.
#[test]
fn the_session_does_what_the_table_says() {
    use SessionState as T;
    let states = [
        T::Asked,
        T::Withdrawn,
        T::Refused,
        T::Preparing,
        T::Recording,
        T::Paused,
        T::Held,
        T::Interrupted,
        T::Filed,
        T::Ended,
    ];
    let letters = "AWRPCUHIFE";
    let moved = SessionEvent::Moved;
    let ended = SessionEvent::Ended;
    let table = [
        (SessionEvent::Accepted, "PP........"),
        (SessionEvent::Refused, "RR........"),
        (moved(G::Preparing), "......PP.."),
        (moved(G::Recording), "...C.C...."),
        (moved(G::Paused), "....U.UU.."),
        (moved(G::Discarded), ".....P...."),
        (moved(G::Held), "...HHHHH.."),
        (moved(G::Interrupted), "...IIII..."),
        (ended(O::Filed), ".....F...."),
        (ended(O::Left), "...EEEEE.."),
        (ended(O::Fault), "...EEEEE.."),
        // The booth's answer beats a withdrawal, whichever comes first.
        (ended(O::Withdrawn), "W.RPCUHIFE"),
    ];
    for (event, row) in table {
        for (state, expected) in states.into_iter().zip(row.chars()) {
            let after = state.next(event).map_or('.', |after| {
                let place = states.iter().position(|known| *known == after).unwrap();
                letters.chars().nth(place).unwrap()
            });
            assert_eq!(after, expected, "{state:?} {event:?}");
        }
    }
}

#[test]
fn the_reception_does_what_the_table_says() {
    use ReceptionState as T;
    let states = [
        T::Expected,
        T::Cancelled,
        T::Arrived(OnTime),
        T::Escorted,
        T::Started,
        T::Finished,
        T::NoShow,
    ];
    let letters = "XCAESFN";
    let stepped = ReceptionEvent::Stepped;
    let table = [
        (ReceptionEvent::Moved, "XXA...X"),
        (ReceptionEvent::Cancelled, "C.C...C"),
        (ReceptionEvent::Arrived(OnTime), "A.....A"),
        (stepped(S::Escorted), "..E...."),
        (stepped(S::Started), "..SS..."),
        (stepped(S::Finished), "....F.."),
        (stepped(S::NoShow), "N......"),
    ];
    for (event, row) in table {
        for (state, expected) in states.into_iter().zip(row.chars()) {
            let after = state.next(event).map_or('.', |after| {
                let place = states.iter().position(|known| *known == after).unwrap();
                letters.chars().nth(place).unwrap()
            });
            assert_eq!(after, expected, "{state:?} {event:?}");
        }
    }
}

#[test]
fn what_was_sent_to_the_printer_never_goes_back_to_the_queue() {
    use JobState as T;
    let states = [T::Queued, T::Sent, T::Confirmed, T::Uncertain, T::Failed];
    let table = [
        (P::Sent, [Some(T::Sent), None, None, None, None]),
        (P::Confirmed, [None, Some(T::Confirmed), None, Some(T::Confirmed), None]),
        (P::Uncertain, [None, Some(T::Uncertain), None, None, None]),
        (
            P::Failed,
            [Some(T::Failed), Some(T::Failed), None, Some(T::Failed), None],
        ),
    ];
    for (event, row) in table {
        assert_eq!(states.map(|state| state.next(event)), row, "{event:?}");
    }
}
