//! Writes ui/src/backend/types.ts, and says when it is not what the answers are.

use std::path::Path;

use qabyldau_booth as booth;
use qabyldau_desk as desk;
use ts_rs::{Config, TS};

use crate::desk::{SignInState, StaffChoice};

const FILE: &str = "../../ui/src/backend/types.ts";

/// Words that stand in facts: their home is the domain, and a text is what crosses.
const WORDS: &str = r#"export type Refusal = { code: string, args: { [key in string]: string }, };

export type Language = "kk" | "ru";

export type Role = "reception" | "escort" | "supervisor" | "administrator" | "auditor";

export type EntryState = "registered" | "asked" | "withdrawn" | "refused" | "preparing" | "recording" | "paused" | "held" | "interrupted" | "filed" | "ended" | "annulled";

export type ReceptionState = "expected" | "cancelled" | "arrived" | "escorted" | "started" | "finished" | "no_show";

export type Punctuality = "early" | "on_time" | "late";

export type DocumentKind = "id_card" | "passport" | "digital" | "residence_permit" | "stateless_certificate" | "refugee_certificate" | "foreign_passport" | "diplomatic_passport" | "service_passport" | "seafarers_book" | "return_certificate" | "birth_certificate" | "other";

export type ReadBy = "barcode" | "mrz" | "typed" | "digital";

export type AppealKind = "application" | "complaint" | "proposal" | "request" | "response";

export type Letters = "normal" | "large" | "largest";

export type Voice = "untried" | "speaking" | "heard" | "low" | "signing";

export type ReceiptState = "printing" | "given" | "at_desk";
"#;

fn text() -> String {
    let config = Config::default();
    macro_rules! decls {
        ($($answer:ty),+ $(,)?) => { [$(<$answer as TS>::decl(&config)),+] };
    }
    let types = decls![
        desk::Nameplate,
        StaffChoice,
        SignInState,
        desk::Clock,
        desk::Link,
        desk::Frame,
        desk::Names,
        desk::Document,
        desk::Attention,
        desk::RosterState,
        desk::Check,
        desk::CheckState,
        desk::Opening,
        desk::WaitingLine,
        desk::BoothCard,
        desk::ReceptionLine,
        desk::Today,
        desk::ReadPerson,
        desk::LastVisit,
        desk::VerdictKind,
        desk::Verdict,
        desk::ScanAnswer,
        desk::Represented,
        desk::Capacity,
        desk::StatementsAgo,
        desk::Visit,
        crate::desk::Registered,
        desk::Draft,
        desk::EntryLine,
        desk::Found,
        desk::Journal,
        desk::HistoryLine,
        desk::Field,
        desk::AppealLine,
        desk::EntrySheet,
        desk::Room,
        desk::Receptions,
        desk::Stage,
        desk::AppealSheet,
        desk::RosterSheet,
        desk::PrintedJob,
        desk::JobLine,
        desk::NodeLine,
        desk::StaffLine,
        desk::Devices,
        desk::StreamLine,
        desk::Trouble,
        desk::ActLine,
        desk::OpenThing,
        desk::LedgerPage,
        desk::BoardRow,
        desk::Board,
        desk::ApplicantView,
        booth::Own,
        booth::Addressee,
        booth::BoothPage,
        booth::BoothScreen,
        booth::Pressed,
    ];
    let head = format!(
        "/** What the program answers. Written by `cargo xtask schema` from the answers in Rust; never by hand. */\n\n{WORDS}"
    );
    types.iter().fold(head, |text, one| format!("{text}\nexport {one}\n"))
}

#[test]
fn schema_of_the_answers_is_what_the_screens_use() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let wanted = text();
    if std::env::var_os("QABYLDAU_SCHEMA").is_some_and(|mode| mode == "write") {
        std::fs::write(&path, &wanted).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap();
    assert!(
        there == wanted,
        "{FILE} is not what the answers are; run `cargo xtask schema`"
    );
}
