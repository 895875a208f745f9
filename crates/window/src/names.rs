//! Every command by the window that may ask it. What is not here cannot be asked; the shell makes its permissions from this file.

/// The desk's window: staff.
pub const DESK: &[&str] = &[
    "sign_in_state",
    "sign_in",
    "lock",
    "present",
    "frame",
    "opening",
    "open_day",
    "close_day",
    "today",
    "scan",
    "person",
    "verdict",
    "search",
    "register",
    "ask_booth",
    "withdraw",
    "tell_booth",
    "drafts",
    "keep_draft",
    "drop_draft",
    "show_applicant",
    "journal",
    "entry",
    "correct",
    "annul",
    "show_iin",
    "receptions",
    "arrive",
    "step",
    "no_show",
    "undo",
    "appeal",
    "hand_over",
    "print_receipt",
    "roster_sheet",
    "roster_page",
    "print_roster",
    "printed_or_not",
    "devices",
    "ledger",
];

/// The escort board: staff who lead people.
pub const BOARD: &[&str] = &["board", "step", "undo", "present"];

/// The display turned to the applicant: reads one thing.
pub const APPLICANT: &[&str] = &["applicant"];

/// The booth's window: whoever sits in front of it.
pub const BOOTH: &[&str] = &["booth_view", "press", "addressees", "booth_picture"];
