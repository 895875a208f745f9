/** What the program answers. Written by `cargo xtask schema` from the answers in Rust; never by hand. */

export type Refusal = { code: string, args: { [key in string]: string }, };

export type Language = "kk" | "ru";

export type Role = "reception" | "escort" | "supervisor" | "administrator" | "auditor";

/** `registered`, or where its newest visit to a booth stands, or `annulled`. */
export type EntryState = "registered" | "asked" | "withdrawn" | "refused" | "preparing" | "recording" | "paused" | "held" | "interrupted" | "filed" | "ended" | "annulled";

export type ReceptionState = "expected" | "cancelled" | "arrived" | "escorted" | "started" | "finished" | "no_show";

export type Punctuality = "early" | "on_time" | "late";

/** In the order of frequency; the words are `document-kind-…` (hyphens for underscores). */
export type DocumentKind = "id_card" | "passport" | "digital" | "residence_permit" | "stateless_certificate" | "refugee_certificate" | "foreign_passport" | "diplomatic_passport" | "service_passport" | "seafarers_book" | "return_certificate" | "birth_certificate" | "other";

export type ReadBy = "barcode" | "mrz" | "typed" | "digital";

export type Nameplate = { desk: string, branch_kk: string, branch_ru: string, };

export type StaffChoice = { id: string, name: string, post_kk: string, post_ru: string, };

/** `hint`: a password of the demonstration, shown only because the portal's signed directory says that it is one. */
export type SignInState = { desk: Nameplate, staff: StaffChoice[], demonstration: boolean, };

/** The program's clock: the screens never ask the web view's. */
export type Clock = { utc_ms: number, offset_min: number, };

/** How the exchange stands; `since` is «чч:мм» of the last word from the hub, if there was one. */
export type Link = { connected: boolean, since: string | null, unsent: number, };

/** The bar and the status line, the same on every page. */
export type Frame = { desk: Nameplate, worker: string, role: Role, language: Language, may: string[], day: string | null, clock: Clock, link: Link, printer: boolean, answer_day_unknown: boolean, };

/** A line of the journal. */
export type EntryLine = { number: string, day: string, time: string, name: string, language: Language, state: EntryState, needs_help: boolean, };

export type WaitingLine = { number: string, name: string, language: Language, needs_help: boolean, minutes: number, state: EntryState, };

/** `name`, `since_minutes`, `recorded_ms`: of the session that occupies it. */
export type BoothCard = { label: string, state: EntryState | "free", session: string | null, entry: string | null, name: string | null, since_minutes: number | null, recorded_ms: number, holder: string | null, called: string | null, called_at: string | null, withdrawal_lost: boolean, words_waiting: number, word_refused: string | null, };

export type ReceptionLine = { reference: string, day: string, time: string, room: string, room_kk: string, room_ru: string, name: string, body: string, official: string | null, language: Language, state: ReceptionState, minutes_left: number, arrived_at: string | null, arrived_desk: string | null, punctuality: Punctuality | null, escorted_at: string | null, started_at: string | null, finished_at: string | null, changed: string | null, also_marked_at: string[], };

/** Something that somebody should do: the sentence is `attention-<code>` with `args`; `about` names the thing an act would need. */
export type Attention = { code: string, args: { [key in string]: string }, about: string | null, };

export type RosterState = { version: number, at: string, };

export type Today = { waiting: WaitingLine[], receptions: ReceptionLine[], receptions_left: number, next_in_minutes: number | null, roster: RosterState | null, booths: BoothCard[], attention: Attention[], };

export type Document = { kind: DocumentKind | string, country: string, number: string, issuer: string | null, issued: string | null, expires: string | null, };

/** What the machine read of a person. Dates are «гггг-мм-дд». */
export type PersonRead = { read_by: ReadBy, iin: string | null, latin: string | null, document: Document | null, warnings: string[], };

export type Names = { surname: string | null, given: string | null, patronymic: string | null, no_patronymic: boolean, };

/** The last visit of the same IIN or document. */
export type LastVisit = { number: string, day: string, names: Names, latin: string | null, iin: string | null, document: Document, language: Language, needs_help: boolean, };

/** `already_in`: somebody marked it; `other_day`, `cancelled`: see `line`. */
export type VerdictKind = "expected" | "already_in" | "other_day" | "cancelled" | "went_on";

export type Verdict = { kind: VerdictKind, line: ReceptionLine, minutes: number, punctuality: Punctuality, };

export type Scanned = { "scanned": "visitor", person: PersonRead, last: LastVisit | null, times: number, } | { "scanned": "expected", person: PersonRead, verdicts: Verdict[], } | { "scanned": "reception", verdict: Verdict, } | { "scanned": "receipt", number: string, } | { "scanned": "entry", number: string, };

export type Capacity = { "role": "oneself" } | { "role": "legal_representative", represented: Represented, } | { "role": "power_of_attorney", represented: Represented, number: string | null, dated: string | null, notary: string | null, until: string | null, } | { "role": "legal_entity", name: string, bin: string | null, };

export type Represented = { surname: string | null, given: string | null, patronymic: string | null, iin: string | null, };

/** How long ago each statement was pressed. */
export type StatementsAgo = { compared_ms: number, explained_ms: number, consented_ms: number, };

/** What the visit sheet sends with the third statement. */
export type Visit = { names: Names, latin: string | null, iin: string | null, iin_as_printed: boolean, document: Document, read_by: ReadBy, capacity: Capacity, language: Language, needs_help: boolean, ticket: string | null, statements: StatementsAgo, };

/** Registered; `booth_refused` says why the booth was not asked after it. */
export type Registered = { number: string, session: string | null, booth_refused: Refusal | null, };

/** A parked sheet: what it holds is the screens' own business, in JSON. */
export type Draft = { id: string, begun_by: string, begun_at: string, minutes: number, title: string, sheet: string, };

export type Found = { entries: EntryLine[], receptions: ReceptionLine[], since: string | null, };

export type Journal = { day: string, days: string[], entries: EntryLine[], };

export type HistoryLine = { at: string, day: string, code: string, args: { [key in string]: string }, by: string | null, node: string, correction: boolean, };

export type Field = { name: string, value: string | null, };

export type AppealLine = { number: string, kind: string, addressee_kk: string, addressee_ru: string, filed_at: string, due: string | null, state: string, };

/** An entry, opened. `iin` is masked; `fields` are those that may be corrected, by name. */
export type EntrySheet = { number: string, day: string, time: string, desk: string, state: EntryState, names: Names, full_name: string, latin: string | null, iin: string | null, document: Document, capacity: Capacity, read_by: ReadBy, language: Language, needs_help: boolean, ticket: string | null, rules: string, annulled: string | null, notes: Field[], fields: Field[], appeals: AppealLine[], history: HistoryLine[], };

export type Room = { label: string, name_kk: string, name_ru: string, };

export type Receptions = { day: string, rooms: Room[], rows: ReceptionLine[], roster: RosterState | null, };

export type Stage = { code: string, at: string | null, };

export type AppealSheet = { number: string, entry: string, name: string, kind: string, addressee_kk: string, addressee_ru: string, language: Language, filed_at: string, due: string | null, due_source: string | null, stages: Stage[], can_hand_over: boolean, copies: number, };

/** What would be printed for the day; `printed` is how often it was. */
export type RosterSheet = { day: string, days: string[], rows: ReceptionLine[], rooms: Room[], roster: RosterState | null, pages: number, printed: number, };

export type PrintedJob = { job: string, state: "confirmed" | "uncertain" | "failed", };

export type JobLine = { job: string, sheet: string, state: string, at: string, };

export type NodeLine = { label: string, role: "desk" | "booth" | "hub", state: string, };

export type StaffLine = { name: string, role: Role, post_kk: string, post_ru: string, here_since: string | null, };

export type Devices = { printer: string | null, jobs: JobLine[], booths: NodeLine[], desks: NodeLine[], link: Link, staff: StaffLine[], rooms: Room[], };

export type StreamLine = { label: string, role: string, facts: number, unsent: number, halted: string | null, };

export type Trouble = { node: string, seq: number, code: string, };

export type ActLine = { at: string, day: string, node: string, code: string, about: string, by: string | null, };

/** What still stands open before the day can be closed in peace, by count. */
export type OpenThing = { code: string, count: number, };

export type Ledger = { streams: StreamLine[], link: Link, troubles: Trouble[], acts: ActLine[], day: string | null, open_things: OpenThing[], };

export type CheckState = "ready" | "attention" | "missing";

export type Check = { code: string, state: CheckState, args: { [key in string]: string }, };

/** `date` is what the clock shows; `to_confirm`: a person must say that it is right. */
export type Opening = { date: string, date_iso: string, weekday: number, to_confirm: boolean, open: boolean, checks: Check[], };

export type BoardRow = { reference: string, name: string, language: Language, needs_help: boolean, time: string, room: string, room_kk: string, room_ru: string, minutes_left: number, state: ReceptionState, taken_by: string | null, taken_at: string | null, };

export type Board = { clock: Clock, link: Link, rows: BoardRow[], attention: Attention[], };

/** What stands on the display turned to the applicant. */
export type ApplicantView = { language: Language, names: Names, document_kind: string | null, document_number: string | null, stage: "data" | "rules" | "booth", booth: string | null, };

// The booth.

export type Letters = "normal" | "large" | "largest";

export type AppealKind = "application" | "complaint" | "proposal" | "request" | "response";

export type Own = { postal_address: string | null, email: string | null, };

export type Voice = "untried" | "speaking" | "heard" | "low" | "signing";

export type ReceiptState = "printing" | "given" | "at_desk";

export type BoothPage = { "page": "free" } | { "page": "out_of_service" } | { "page": "held", why: string, } | { "page": "idle" } | { "page": "leave" } | { "page": "welcome", needs_help: boolean, } | { "page": "rules", essence_2016: boolean, } | { "page": "own_data", name: string, legal_entity: string | null, own: Own, } | { "page": "kind", kinds: AppealKind[], } | { "page": "addressee", proposed: Addressee | null, } | { "page": "against" } | { "page": "camera", voice: Voice, can_move: boolean, } | { "page": "count", left: number, } | { "page": "recording", remaining_ms: number, } | { "page": "stopped", recorded_ms: number, remaining_ms: number, closed: boolean, } | { "page": "ask_anew" } | { "page": "filing" } | { "page": "code", number: string, code: string | null, due: string | null, receipt: ReceiptState, covered: boolean, more: boolean, } | { "page": "rating" } | { "page": "bye" };

export type BoothView = { label: string | null, page: BoothPage, language: Language, letters: Letters, step: number | null, steps: number, called: boolean, can_go_back: boolean, level: number, };

export type Addressee = { id: string, group: string, name_kk: string, name_ru: string, };

export type Press = { "press": "touch" } | { "press": "language", language: Language, } | { "press": "letters", letters: Letters, } | { "press": "call_staff" } | { "press": "back" } | { "press": "start" } | { "press": "understood" } | { "press": "data_right", own: Own, } | { "press": "not_me" } | { "press": "kind", kind: AppealKind, } | { "press": "addressee", id: string, } | { "press": "against", whom: string | null, } | { "press": "voice_test" } | { "press": "signing" } | { "press": "record" } | { "press": "pause" } | { "press": "send" } | { "press": "send_and_continue" } | { "press": "go_on" } | { "press": "anew" } | { "press": "anew_yes" } | { "press": "anew_no" } | { "press": "show_code" } | { "press": "taken" } | { "press": "no_receipt" } | { "press": "rate", mark: number, } | { "press": "skip_rating" } | { "press": "continue" } | { "press": "leave" } | { "press": "leave_yes" } | { "press": "leave_no" };
