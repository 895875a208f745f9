use super::*;
use crate::facts::SessionOutcomeV1;

#[test]
fn the_whole_way_from_welcome_to_a_clean_screen() {
    let mut story = Story::to_camera(AppealKind::Complaint);
    assert_eq!(
        (story.page(), story.state.camera()),
        (&Page::Camera(Voice::Untried), Camera::Watching)
    );
    story.press(Press::VoiceTest);
    assert_eq!(story.state.camera(), Camera::Testing);
    story.happens(What::Report(Report::VoiceHeard { low: true }));
    assert_eq!(story.page(), &Page::Camera(Voice::Heard { low: true }));
    story.press(Press::Record);
    assert_eq!((story.notes(), story.state.camera()), (vec![], Camera::Watching));
    story.wait(COUNT_MS);
    assert_eq!(
        (story.notes(), story.state.camera()),
        (vec![SessionStageV1::Recording], Camera::Running)
    );
    story.recorded(42_000).press(Press::Pause);
    assert_eq!(
        (story.notes(), story.page()),
        (vec![SessionStageV1::Paused], &Page::Stopped)
    );
    assert_eq!(story.state.camera(), Camera::Off, "nobody is seen while nothing runs");
    story.press(Press::Send);
    let [Instruction::File(filing)] = &story.last[..] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(
        (filing.recorded_ms, filing.kind, filing.more),
        (42_000, AppealKind::Complaint, false)
    );
    story.happens(filed("26051201001238"));
    story
        .happens(What::Report(Report::ReceiptGiven))
        .press(Press::Taken)
        .press(Press::Rate(5));
    assert_eq!(story.last, [Instruction::Rated(5)]);
    story.wait(BYE_MS);
    assert_eq!(
        (&story.state, &story.last[..]),
        (&State::Free, &[Instruction::Clean][..])
    );
}

#[test]
fn the_key_on_the_recording_page_only_pauses_and_going_on_takes_what_is_left() {
    let mut story = Story::stopped(60_000);
    story.press(Press::GoOn).wait(COUNT_MS);
    assert_eq!(
        (story.notes(), story.state.camera()),
        (vec![SessionStageV1::Recording], Camera::Running)
    );
    story.recorded(200_000);
    assert_eq!(
        (story.session().recording.ms, story.page()),
        (RECORD_LIMIT_MS, &Page::Stopped)
    );
    story.press(Press::GoOn);
    assert_eq!(story.page(), &Page::Stopped, "no time is left");
}

#[test]
fn recording_anew_asks_once_and_is_a_fact_that_tells_how_much_went() {
    let mut story = Story::stopped(60_000);
    story.press(Press::Anew);
    assert_eq!((story.page(), story.last.len()), (&Page::AskAnew, 0));
    story.press(Press::AnewNo);
    assert_eq!((story.page(), story.session().recording.ms), (&Page::Stopped, 60_000));
    story.press(Press::Anew).press(Press::AnewYes);
    assert!(matches!(
        story.last[..],
        [
            Instruction::Note {
                stage: SessionStageV1::Discarded,
                recorded_ms: 60_000,
                ..
            },
            Instruction::Wipe
        ]
    ));
    assert_eq!(
        (story.session().recording.ms, story.state.camera()),
        (0, Camera::Watching)
    );
}

#[test]
fn at_three_minutes_a_continuation_is_joined_to_the_appeal_just_filed() {
    let mut story = Story::stopped(60_000);
    story.press(Press::SendAndContinue);
    assert_eq!(story.page(), &Page::Stopped, "offered only when the time is up");
    let mut story = Story::recording();
    story
        .recorded(RECORD_LIMIT_MS)
        .press(Press::SendAndContinue)
        .happens(filed("26051201001238"));
    assert!(!story.session().over);
    story.press(Press::Taken);
    assert_eq!(story.page(), &Page::Camera(Voice::Untried));
    story
        .press(Press::Record)
        .wait(COUNT_MS)
        .recorded(5_000)
        .press(Press::Pause)
        .press(Press::Send);
    let [Instruction::File(filing)] = &story.last[..] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(
        (filing.continues.as_deref(), filing.more),
        (Some("26051201001238"), false)
    );
    assert_eq!(filing.addressee, "akim", "the same addressee, not asked again");
}

#[test]
fn nobody_there_is_asked_then_held_and_the_desk_is_alarmed_again_after_ten_minutes() {
    let mut story = Story::stopped(60_000);
    story.wait(ASK_AFTER_MS - 1);
    assert!(matches!(story.session().presence, Presence::Here { .. }));
    story.wait(1);
    assert!(matches!(story.session().presence, Presence::Asked { .. }));
    story.wait(HOLD_AFTER_MS);
    assert_eq!(story.notes(), [SessionStageV1::Held]);
    assert!(story.last.contains(&Instruction::Call(Call::Held(Held::NoPerson))));
    story.press(Press::Touch).press(Press::Send).press(Press::Continue);
    assert!(
        matches!(story.session().presence, Presence::Held { .. }),
        "a held screen answers to staff alone"
    );
    story.wait(HELD_MS);
    assert_eq!(story.last, [Instruction::Call(Call::HeldLong)]);
    story.wait(HELD_MS * 100);
    assert_eq!(
        (story.last.len(), story.session().recording.ms),
        (0, 60_000),
        "only a person ends it"
    );
    story.happens(What::Staff(StaffWord::PersonIsBack));
    assert_eq!(
        (story.notes(), story.page()),
        (vec![SessionStageV1::Paused], &Page::Stopped)
    );
}

#[test]
fn silence_and_stillness_do_not_stop_a_recording_but_a_frozen_camera_does() {
    let mut story = Story::recording();
    for second in 1..=170 {
        story.wait(1_000).recorded(second * 1_000);
    }
    assert!(matches!(story.page(), Page::Recording { .. }));
    story.wait(FROZEN_MS);
    assert_eq!(story.notes(), [SessionStageV1::Held]);
    assert_eq!((story.session().recording.ms, story.page()), (170_000, &Page::Stopped));
    story.happens(What::Staff(StaffWord::PersonIsBack)).press(Press::Send);
    assert!(matches!(story.last[..], [Instruction::File(_)]));
}

#[test]
fn leaving_is_asked_twice_and_told_with_a_fact() {
    let mut story = Story::stopped(60_000);
    story.wait(ASK_AFTER_MS).press(Press::Leave);
    assert_eq!(story.last, []);
    story.press(Press::LeaveYes);
    let end = Instruction::End {
        outcome: SessionOutcomeV1::Left,
        appeal: None,
        reason: None,
        by: Author::Applicant,
    };
    assert_eq!(story.last, [end, Instruction::Wipe, Instruction::Clean]);
}

#[test]
fn the_code_stays_until_it_is_taken_and_is_only_covered_by_the_clock() {
    let mut story = Story::stopped(60_000);
    story
        .press(Press::Send)
        .happens(filed("26051201001238"))
        .wait(CODE_SHOWN_MS);
    assert_eq!(story.last, [Instruction::Call(Call::CodeLeft)]);
    story.wait(CODE_SHOWN_MS * 50);
    assert!(matches!(story.page(), Page::Code { covered: true, .. }));
    story.press(Press::ShowCode);
    assert!(matches!(story.page(), Page::Code { covered: false, .. }));
    story.happens(What::Report(Report::ReceiptFailed));
    assert_eq!(story.last, [Instruction::Call(Call::NoReceipt)]);
    assert!(matches!(
        story.page(),
        Page::Code {
            receipt: Receipt::AtDesk,
            ..
        }
    ));
    story.happens(staff_ends());
    assert_eq!(
        story.last,
        [Instruction::Answered, Instruction::Clean],
        "the session was over already: no second end"
    );
}

#[test]
fn a_failed_filing_keeps_the_recording_and_can_be_pressed_again() {
    let mut story = Story::stopped(60_000);
    story
        .press(Press::Send)
        .happens(What::Report(Report::Failed(Fault::Filing)));
    assert_eq!(
        (story.notes(), story.session().recording.ms),
        (vec![SessionStageV1::Held], 60_000)
    );
    story.happens(What::Staff(StaffWord::PersonIsBack)).press(Press::Send);
    assert!(matches!(story.last[..], [Instruction::File(_)]));
}

#[test]
fn after_a_crash_what_was_recorded_can_be_sent_once_the_answers_are_given_again() {
    let restored = Restored {
        brought: brought(),
        stage: SessionStageV1::Recording,
        recorded_ms: 9_000,
        rules: None,
        filed: None,
        addressee: None,
    };
    let mut story = Story {
        state: State::Free,
        at: 0,
        last: Vec::new(),
    };
    story.happens(What::Restored(restored));
    assert_eq!(story.notes(), [SessionStageV1::Interrupted]);
    story.press(Press::Start);
    assert_eq!(
        story.page(),
        &Page::Welcome,
        "held until staff say that the person is there"
    );
    story.happens(What::Staff(StaffWord::PersonIsBack));
    story
        .press(Press::Start)
        .press(Press::Understood)
        .press(Press::DataRight(Own::default()));
    story
        .press(Press::Kind(AppealKind::Application))
        .press(Press::Addressee("akim".to_owned()));
    assert_eq!(story.page(), &Page::Stopped);
    story.press(Press::GoOn);
    assert_eq!(
        story.page(),
        &Page::Stopped,
        "a recovered recording is sent or wiped, not gone on with"
    );
    story.press(Press::Send);
    let [Instruction::File(filing)] = &story.last[..] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(filing.recorded_ms, 9_000);
}

#[test]
fn wherever_it_was_cut_off_a_session_stands_again_as_interrupted_and_goes_on_as_what_it_was() {
    use SessionStageV1 as G;
    for (stage, recorded_ms, told, then) in [
        (G::Preparing, 0, vec![G::Interrupted], G::Preparing),
        (G::Preparing, 9_000, vec![G::Interrupted], G::Preparing),
        (G::Discarded, 9_000, vec![G::Interrupted], G::Preparing),
        (G::Recording, 9_000, vec![G::Interrupted], G::Paused),
        (G::Recording, 0, vec![G::Interrupted], G::Preparing),
        (G::Paused, 9_000, vec![G::Interrupted], G::Paused),
        (G::Paused, 0, vec![G::Interrupted], G::Preparing),
        (G::Held, 9_000, vec![G::Interrupted], G::Paused),
        (G::Held, 0, vec![G::Interrupted], G::Preparing),
        (G::Interrupted, 9_000, vec![], G::Paused),
        (G::Interrupted, 0, vec![], G::Preparing),
    ] {
        let restored = Restored {
            brought: brought(),
            stage,
            recorded_ms,
            rules: None,
            filed: None,
            addressee: None,
        };
        let mut story = Story {
            state: State::Free,
            at: 0,
            last: Vec::new(),
        };
        story.happens(What::Restored(restored));
        assert_eq!(story.notes(), told, "{stage:?} {recorded_ms}");
        assert_eq!(story.session().stage, G::Interrupted);
        assert!(story.last.contains(&Instruction::Call(Call::Held(Held::Interrupted))));
        story.happens(What::Staff(StaffWord::PersonIsBack));
        assert_eq!(story.notes(), [then], "{stage:?} {recorded_ms}");
    }
}

#[test]
fn somebody_else_at_a_recovered_recording_wipes_nothing() {
    let restored = Restored {
        brought: brought(),
        stage: SessionStageV1::Paused,
        recorded_ms: 9_000,
        rules: None,
        filed: None,
        addressee: None,
    };
    let mut story = Story {
        state: State::Free,
        at: 0,
        last: Vec::new(),
    };
    story
        .happens(What::Restored(restored))
        .happens(What::Staff(StaffWord::PersonIsBack));
    story.press(Press::Start).press(Press::Understood).press(Press::NotMe);
    assert_eq!(story.session().recording.ms, 9_000);
    assert!(story.last.contains(&Instruction::Call(Call::Held(Held::WrongPerson))));
}

#[test]
fn nothing_of_the_person_stands_in_debug_output() {
    let own = Own {
        postal_address: Some("Абай 10".to_owned()),
        email: Some("a@b.kz".to_owned()),
    };
    let mut story = Story::begun();
    story
        .press(Press::Start)
        .press(Press::Understood)
        .press(Press::DataRight(own.clone()));
    story
        .press(Press::Kind(AppealKind::Complaint))
        .press(Press::Addressee("akim".to_owned()));
    story.press(Press::Against(Some("Пәленше".to_owned())));
    story
        .press(Press::Record)
        .wait(COUNT_MS)
        .recorded(1_000)
        .press(Press::Pause)
        .press(Press::Send);
    let shown = format!("{:?} {:?} {:?}", story.state, story.last, Press::DataRight(own));
    for secret in ["Абай", "a@b.kz", "Пәленше", "akim"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn who_reads_the_question_in_another_language_or_size_has_not_answered_it() {
    let mut story = Story::stopped(60_000);
    story.wait(ASK_AFTER_MS);
    for press in [Press::Language(Language::Ru), Press::Letters(Letters::Largest)] {
        story.wait(HOLD_AFTER_MS - 1).press(press);
        assert!(matches!(story.session().presence, Presence::Asked { .. }));
    }
    let session = story.session();
    assert_eq!((session.language, session.letters), (Language::Ru, Letters::Largest));
    story.press(Press::Leave).wait(HOLD_AFTER_MS - 1);
    story.press(Press::Language(Language::Kk)).wait(HOLD_AFTER_MS - 1);
    assert!(matches!(story.session().presence, Presence::LeaveAsked { .. }));
    assert_eq!(story.session().language, Language::Kk);
    story.press(Press::LeaveNo);
    assert!(matches!(story.session().presence, Presence::Here { .. }));
}

#[test]
fn however_often_help_is_asked_for_staff_are_called_once_until_they_came() {
    let mut story = Story::begun();
    story.press(Press::CallStaff);
    assert_eq!(story.last, [Instruction::Call(Call::Help)]);
    story.press(Press::CallStaff);
    assert_eq!(story.last, []);
    story.wait(ASK_AFTER_MS).press(Press::CallStaff);
    assert_eq!(story.last, []);
    assert!(matches!(story.session().presence, Presence::Here { .. }));
    story.happens(What::Staff(StaffWord::Came)).press(Press::CallStaff);
    assert_eq!(story.last, [Instruction::Call(Call::Help)]);
}

#[test]
fn a_call_for_a_part_that_failed_after_filing_is_over_when_staff_came() {
    let mut story = Story::stopped(60_000);
    story.press(Press::Send).happens(filed("26051201001238"));
    story.happens(What::Report(Report::Failed(Fault::Ledger)));
    assert_eq!(story.last, [Instruction::Call(Call::Fault(Fault::Ledger))]);
    story.happens(What::Staff(StaffWord::Came));
    assert_eq!(story.last, [Instruction::Answered]);
}

#[test]
fn a_continuation_goes_to_the_same_addressee_whichever_way_is_tried() {
    let mut story = Story::recording();
    story
        .recorded(RECORD_LIMIT_MS)
        .press(Press::SendAndContinue)
        .happens(filed("26051201001238"))
        .press(Press::Taken)
        .press(Press::Back);
    assert_eq!(story.page(), &Page::Camera(Voice::Untried));

    // Cut off in the continuation: the answers are asked again, but not to whom.
    let mut story = Story {
        state: State::Free,
        at: 0,
        last: Vec::new(),
    };
    story.happens(What::Restored(Restored {
        brought: brought(),
        stage: SessionStageV1::Preparing,
        recorded_ms: 0,
        rules: None,
        filed: Some("26051201001238".to_owned()),
        addressee: Some("akim".to_owned()),
    }));
    story
        .happens(What::Staff(StaffWord::PersonIsBack))
        .press(Press::Start)
        .press(Press::Understood)
        .press(Press::DataRight(Own::default()))
        .press(Press::Kind(AppealKind::Complaint));
    assert_eq!(story.page(), &Page::Against);
    story.press(Press::Back);
    assert_eq!(story.page(), &Page::Kind);
    story.press(Press::Kind(AppealKind::Application)).press(Press::Record);
    story
        .wait(COUNT_MS)
        .recorded(5_000)
        .press(Press::Pause)
        .press(Press::Send);
    let [Instruction::File(filing)] = &story.last[..] else {
        panic!("{:?}", story.last)
    };
    assert_eq!(
        (filing.addressee.as_str(), filing.continues.as_deref()),
        ("akim", Some("26051201001238"))
    );
}

#[test]
fn what_is_kept_of_a_held_session_is_what_stands() {
    assert_eq!(Story::begun().session().kept(), Kept::Nothing);
    assert_eq!(Story::to_camera(AppealKind::Application).session().kept(), Kept::Data);
    assert_eq!(Story::stopped(60_000).session().kept(), Kept::Recording);
    // A restart takes the answers and leaves the recording.
    for (recorded_ms, kept) in [(0, Kept::Nothing), (9_000, Kept::Recording)] {
        let mut story = Story {
            state: State::Free,
            at: 0,
            last: Vec::new(),
        };
        story.happens(What::Restored(Restored {
            brought: brought(),
            stage: SessionStageV1::Paused,
            recorded_ms,
            rules: Some(Language::Kk),
            filed: Some("26051201001238".to_owned()),
            addressee: Some("akim".to_owned()),
        }));
        assert_eq!(story.session().kept(), kept);
    }
}
