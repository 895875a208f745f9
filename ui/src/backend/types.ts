/** What the program answers. Written by `cargo xtask schema` from the answers in Rust; never by hand. */

export type Refusal = { code: string, args: { [key in string]: string }, };

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

export type Nameplate = { 
/**
 * Branch and label, `0512·A`.
 */
desk: string, 
/**
 * The branch's name.
 */
branch_kk: string, 
/**
 * The branch's name.
 */
branch_ru: string, };

export type StaffChoice = { id: string, name: string, post_kk: string, post_ru: string, };

export type SignInState = { desk: Nameplate, staff: Array<StaffChoice>, 
/**
 * Who worked here last since the program was started.
 */
last: string | null, 
/**
 * What the clock shows.
 */
clock: Clock, 
/**
 * Facts that the portal had not taken when the desk was locked, if it was away: a locked desk exchanges nothing.
 */
unsent: number | null, 
/**
 * The portal's signed directory says that people and documents are invented.
 */
demonstration: boolean, };

export type Clock = { 
/**
 * Milliseconds of 1970.
 */
utc_ms: number, 
/**
 * Minutes to add for local time.
 */
offset_min: number, };

export type Link = { 
/**
 * The last round with the hub went through: booths and the other desks are in touch.
 */
connected: boolean, 
/**
 * When the hub was heard last, «чч:мм».
 */
since: string | null, 
/**
 * The hub is in touch with the portal, by its own word.
 */
portal: boolean, 
/**
 * When the hub heard the portal last, «чч:мм».
 */
portal_since: string | null, 
/**
 * Facts the portal has not taken yet, as far as is known.
 */
unsent: number, };

export type Frame = { 
/**
 * Which desk.
 */
desk: Nameplate, 
/**
 * Who works here.
 */
worker: string, 
/**
 * In which role.
 */
role: Role, 
/**
 * The language of their screen.
 */
language: Language, 
/**
 * What the role may do, by the names of the table of rights.
 */
may: string[], 
/**
 * The open day, «дд.мм.гггг»; none while no day is open.
 */
day: string | null, 
/**
 * Today's day was closed.
 */
day_closed: boolean, 
/**
 * The clock.
 */
clock: Clock, 
/**
 * The exchange.
 */
link: Link, 
/**
 * There is a printer for sheets.
 */
printer: boolean, 
/**
 * No day of the answer can be counted for what is filed today: a warning, intake goes on.
 */
answer_day_unknown: boolean, };

export type Names = { 
/**
 * Surname, if any.
 */
surname: string | null, 
/**
 * First name, if any.
 */
given: string | null, 
/**
 * Patronymic; none with `no_patronymic` false: nobody said.
 */
patronymic: string | null, 
/**
 * It was stated that there is none.
 */
no_patronymic: boolean, };

export type Document = { 
/**
 * The kind, a word of `domain::document`.
 */
kind: string, 
/**
 * Country of issue, ISO 3166-1 alpha-3.
 */
country: string, 
/**
 * Number as printed.
 */
number: string, 
/**
 * Issuing body.
 */
issuer: string | null, 
/**
 * ISO day of issue.
 */
issued: string | null, 
/**
 * ISO day of expiry.
 */
expires: string | null, };

export type Attention = { 
/**
 * The stable code.
 */
code: string, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, 
/**
 * The thing an act would need.
 */
about: string | null, };

export type RosterState = { 
/**
 * Its version.
 */
version: number, 
/**
 * When it was published, «дд.мм.гггг чч:мм».
 */
at: string, };

export type Check = { 
/**
 * The stable code.
 */
code: string, 
/**
 * How it came out.
 */
state: CheckState, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, };

export type CheckState = "ready" | "attention" | "missing";

export type Opening = { 
/**
 * What the clock shows, «дд.мм.гггг».
 */
date: string, 
/**
 * The same, ISO.
 */
date_iso: string, 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * A person must say that the date is right.
 */
to_confirm: boolean, 
/**
 * It is open already.
 */
open: boolean, 
/**
 * Missing ones first.
 */
checks: Array<Check>, };

export type WaitingLine = { 
/**
 * The journal line.
 */
number: string, 
/**
 * Surname and initials.
 */
name: string, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Help is needed.
 */
needs_help: boolean, 
/**
 * Since the registration.
 */
minutes: number, 
/**
 * `registered`, `withdrawn`, `refused`, or `ended` where the booth served another person or failed.
 */
state: EntryState, };

export type BoothCard = { 
/**
 * The label.
 */
label: string, 
/**
 * The state of the session that occupies it, or `free`.
 */
state: EntryState | "free", 
/**
 * The session.
 */
session: string | null, 
/**
 * Its journal line.
 */
entry: string | null, 
/**
 * Who, surname and initials.
 */
name: string | null, 
/**
 * Minutes since it was asked for.
 */
since_minutes: number | null, 
/**
 * Recorded so far.
 */
recorded_ms: number, 
/**
 * The label of the desk that holds it.
 */
holder: string | null, 
/**
 * Why the booth calls staff, until they came.
 */
called: string | null, 
/**
 * Since when it calls.
 */
called_at: string | null, 
/**
 * The desk had taken the request back, and the booth's acceptance beat that: nobody may be in there, and a word ends it.
 */
withdrawal_lost: boolean, 
/**
 * Words of staff that the booth has not answered.
 */
words_waiting: number, 
/**
 * Why the booth did not take the last word: a stable code.
 */
word_refused: string | null, };

export type ReceptionLine = { 
/**
 * The reference (14 digits).
 */
reference: string, 
/**
 * ISO day.
 */
day: string, 
/**
 * The appointed time.
 */
time: string, 
/**
 * The room's label.
 */
room: string, 
/**
 * The room's name.
 */
room_kk: string, 
/**
 * The room's name.
 */
room_ru: string, 
/**
 * Surname and initials.
 */
name: string, 
/**
 * The state body.
 */
body: string, 
/**
 * Who receives.
 */
official: string | null, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Where it stands.
 */
state: ReceptionState, 
/**
 * Whole minutes until the appointed time; negative after it.
 */
minutes_left: number, 
/**
 * When the arrival was marked.
 */
arrived_at: string | null, 
/**
 * At which desk.
 */
arrived_desk: string | null, 
/**
 * The judgement of the arrival.
 */
punctuality: Punctuality | null, 
/**
 * When led to the room.
 */
escorted_at: string | null, 
/**
 * When it began.
 */
started_at: string | null, 
/**
 * When it was over.
 */
finished_at: string | null, 
/**
 * Why the body changed it, if it did.
 */
changed: string | null, 
/**
 * Desks that marked the same arrival too.
 */
also_marked_at: Array<string>, };

export type Today = { 
/**
 * Longest waiting first.
 */
waiting: Array<WaitingLine>, 
/**
 * Those that are not over yet, in order of time and room.
 */
receptions: Array<ReceptionLine>, 
/**
 * How many of the day are not over.
 */
receptions_left: number, 
/**
 * Minutes until the next one that is expected.
 */
next_in_minutes: number | null, 
/**
 * The roster, if one came for today.
 */
roster: RosterState | null, 
/**
 * The booths.
 */
booths: Array<BoothCard>, 
/**
 * What somebody should do, the most urgent first.
 */
attention: Array<Attention>, };

export type PersonRead = { 
/**
 * How.
 */
read_by: ReadBy, 
/**
 * The IIN, if the document has one.
 */
iin: string | null, 
/**
 * The Latin name of the zone.
 */
latin: string | null, 
/**
 * The document, as far as it was read.
 */
document: Document | null, 
/**
 * Warnings of the zone by code; they stop nothing.
 */
warnings: Array<string>, };

export type LastVisit = { 
/**
 * The journal line.
 */
number: string, 
/**
 * Its day, «дд.мм.гггг».
 */
day: string, 
/**
 * The names.
 */
names: Names, 
/**
 * The Latin line.
 */
latin: string | null, 
/**
 * The IIN.
 */
iin: string | null, 
/**
 * The document shown then.
 */
document: Document, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Help was needed.
 */
needs_help: boolean, };

export type VerdictKind = "expected" | "already_in" | "other_day" | "cancelled" | "went_on";

export type Verdict = { 
/**
 * The sentence.
 */
kind: VerdictKind, 
/**
 * The reception.
 */
line: ReceptionLine, 
/**
 * Minutes against the appointed time now; negative is early.
 */
minutes: number, 
/**
 * The judgement now.
 */
punctuality: Punctuality, };

export type Scanned = { "scanned": "visitor", 
/**
 * What was read.
 */
person: PersonRead, 
/**
 * The last visit.
 */
last: LastVisit | null, 
/**
 * How often before.
 */
times: number, } | { "scanned": "expected", 
/**
 * What was read.
 */
person: PersonRead, 
/**
 * Today's first.
 */
verdicts: Array<Verdict>, } | { "scanned": "reception", 
/**
 * The verdict.
 */
verdict: Verdict, } | { "scanned": "receipt", 
/**
 * The registration number.
 */
number: string, } | { "scanned": "entry", 
/**
 * Its number.
 */
number: string, };

export type Represented = { 
/**
 * Surname.
 */
surname: string | null, 
/**
 * First name.
 */
given: string | null, 
/**
 * Patronymic.
 */
patronymic: string | null, 
/**
 * IIN, if known.
 */
iin: string | null, };

export type Capacity = { "role": "oneself" } | { "role": "legal_representative", 
/**
 * The represented person.
 */
represented: Represented, } | { "role": "power_of_attorney", 
/**
 * The represented person.
 */
represented: Represented, 
/**
 * Its number.
 */
number: string | null, 
/**
 * Its day.
 */
dated: string | null, 
/**
 * The notary.
 */
notary: string | null, 
/**
 * Valid until.
 */
until: string | null, } | { "role": "legal_entity", 
/**
 * Its name.
 */
name: string, 
/**
 * Its BIN.
 */
bin: string | null, };

export type StatementsAgo = { 
/**
 * «Адамды құжатпен салыстырдым».
 */
compared_ms: number, 
/**
 * «Ережені түсіндірдім».
 */
explained_ms: number, 
/**
 * Consent taken.
 */
consented_ms: number, };

export type Visit = { 
/**
 * The names.
 */
names: Names, 
/**
 * The Latin line of the zone.
 */
latin: string | null, 
/**
 * The IIN, if the document has one.
 */
iin: string | null, 
/**
 * «Құжатта осылай жазылған»: the IIN does not check, but so it stands in the document.
 */
iin_as_printed: boolean, 
/**
 * The document.
 */
document: Document, 
/**
 * How read.
 */
read_by: ReadBy, 
/**
 * For whom.
 */
capacity: Capacity, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Help is needed.
 */
needs_help: boolean, 
/**
 * The ticket of the electronic queue.
 */
ticket: string | null, 
/**
 * The statements.
 */
statements: StatementsAgo, };

export type Registered = { number: string, session: string | null, booth_refused: Refusal | null, };

export type Draft = { 
/**
 * Its id, the screens' choice.
 */
id: string, 
/**
 * Who began it.
 */
begun_by: string, 
/**
 * «чч:мм».
 */
begun_at: string, 
/**
 * Minutes since.
 */
minutes: number, 
/**
 * What the strip says.
 */
title: string, 
/**
 * The sheet, in JSON.
 */
sheet: string, };

export type EntryLine = { 
/**
 * The number.
 */
number: string, 
/**
 * The day, «дд.мм.гггг».
 */
day: string, 
/**
 * `14:07`.
 */
time: string, 
/**
 * Surname and initials.
 */
name: string, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * `registered`, `annulled`, or the state of its newest session.
 */
state: EntryState, 
/**
 * Help is needed.
 */
needs_help: boolean, };

export type Found = { 
/**
 * Journal lines, exact names first.
 */
entries: Array<EntryLine>, 
/**
 * Receptions of today of the same names.
 */
receptions: Array<ReceptionLine>, 
/**
 * Since when this desk keeps a journal, «дд.мм.гггг»: where was looked.
 */
since: string | null, };

export type Journal = { 
/**
 * The day shown, ISO.
 */
day: string, 
/**
 * Days with lines, newest first, ISO; the day shown among them.
 */
days: Array<string>, 
/**
 * Newest first.
 */
entries: Array<EntryLine>, };

export type HistoryLine = { 
/**
 * «чч:мм».
 */
at: string, 
/**
 * «дд.мм.гггг».
 */
day: string, 
/**
 * The stable code.
 */
code: string, 
/**
 * What the sentence names.
 */
args: { [key in string]: string }, 
/**
 * Who, if a member of staff did it.
 */
by: string | null, 
/**
 * The label of the desk or booth.
 */
node: string, 
/**
 * It changes what stood there.
 */
correction: boolean, };

export type Field = { 
/**
 * The name.
 */
name: string, 
/**
 * What stands there.
 */
value: string | null, };

export type AppealLine = { 
/**
 * The registration number.
 */
number: string, 
/**
 * The kind.
 */
kind: string, 
/**
 * The addressee.
 */
addressee_kk: string, 
/**
 * The addressee.
 */
addressee_ru: string, 
/**
 * «чч:мм».
 */
filed_at: string, 
/**
 * The expected day of the answer, «дд.мм.гггг».
 */
due: string | null, 
/**
 * The newest stage.
 */
state: string, };

export type EntrySheet = { 
/**
 * The number.
 */
number: string, 
/**
 * «дд.мм.гггг».
 */
day: string, 
/**
 * «чч:мм».
 */
time: string, 
/**
 * The desk's label.
 */
desk: string, 
/**
 * As in lists.
 */
state: EntryState, 
/**
 * The names.
 */
names: Names, 
/**
 * The names in one line.
 */
full_name: string, 
/**
 * The Latin line.
 */
latin: string | null, 
/**
 * The IIN, masked.
 */
iin: string | null, 
/**
 * The document.
 */
document: Document, 
/**
 * For whom.
 */
capacity: Capacity, 
/**
 * How read.
 */
read_by: ReadBy, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Help is needed.
 */
needs_help: boolean, 
/**
 * The ticket.
 */
ticket: string | null, 
/**
 * The rule pack explained.
 */
rules: string, 
/**
 * The annulment's reason.
 */
annulled: string | null, 
/**
 * Notes by code, with the worker's words.
 */
notes: Array<Field>, 
/**
 * What may be corrected, with what stands there.
 */
fields: Array<Field>, 
/**
 * Its appeals.
 */
appeals: Array<AppealLine>, 
/**
 * Newest first.
 */
history: Array<HistoryLine>, };

export type Room = { 
/**
 * The label.
 */
label: string, 
/**
 * The name.
 */
name_kk: string, 
/**
 * The name.
 */
name_ru: string, };

export type Receptions = { 
/**
 * ISO.
 */
day: string, 
/**
 * The branch's rooms.
 */
rooms: Array<Room>, 
/**
 * The receptions.
 */
rows: Array<ReceptionLine>, 
/**
 * The roster, if one came.
 */
roster: RosterState | null, };

export type Stage = { 
/**
 * The stable code, a word of `appeal-stage-…`.
 */
code: string, 
/**
 * When, «дд.мм.гггг чч:мм»; none: not yet.
 */
at: string | null, };

export type AppealSheet = { 
/**
 * The registration number.
 */
number: string, 
/**
 * The journal line.
 */
entry: string, 
/**
 * Surname and initials of who came.
 */
name: string, 
/**
 * The kind.
 */
kind: string, 
/**
 * The addressee.
 */
addressee_kk: string, 
/**
 * The addressee.
 */
addressee_ru: string, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * «дд.мм.гггг чч:мм».
 */
filed_at: string, 
/**
 * The expected day of the answer.
 */
due: string | null, 
/**
 * Document and paragraph of the term.
 */
due_source: string | null, 
/**
 * The stages in order.
 */
stages: Array<Stage>, 
/**
 * An answer is here and was not handed over.
 */
can_hand_over: boolean, 
/**
 * How often the receipt was printed.
 */
copies: number, };

export type RosterSheet = { 
/**
 * ISO.
 */
day: string, 
/**
 * Days with a roster from today on, ISO; the day shown among them.
 */
days: Array<string>, 
/**
 * The receptions.
 */
rows: Array<ReceptionLine>, 
/**
 * The branch's rooms.
 */
rooms: Array<Room>, 
/**
 * The roster, if one came.
 */
roster: RosterState | null, 
/**
 * Pages it has.
 */
pages: number, 
/**
 * How often it was printed.
 */
printed: number, };

export type PrintedJob = { 
/**
 * The job.
 */
job: string, 
/**
 * What came of it.
 */
state: "confirmed" | "uncertain" | "failed", };

export type JobLine = { 
/**
 * The job.
 */
job: string, 
/**
 * `receipt`, `roster`.
 */
sheet: string, 
/**
 * `queued`, `sent`, `uncertain`.
 */
state: string, 
/**
 * «чч:мм».
 */
at: string, };

export type NodeLine = { 
/**
 * The label.
 */
label: string, 
/**
 * What it is.
 */
role: "desk" | "booth" | "hub", 
/**
 * Of a booth: the state of the session that holds it, or `free`. Of a desk: `here` for this one, `known` for the others, of which this
 * desk knows no more.
 */
state: string, };

export type StaffLine = { 
/**
 * The name.
 */
name: string, 
/**
 * The role.
 */
role: Role, 
/**
 * The post.
 */
post_kk: string, 
/**
 * The post.
 */
post_ru: string, 
/**
 * At this desk today since, «чч:мм»; none: not signed in here.
 */
here_since: string | null, };

export type Devices = { 
/**
 * What sheets are printed on; none: nothing.
 */
printer: string | null, 
/**
 * Prints that are not over.
 */
jobs: Array<JobLine>, 
/**
 * The booths.
 */
booths: Array<NodeLine>, 
/**
 * The desks.
 */
desks: Array<NodeLine>, 
/**
 * The exchange with the hub.
 */
link: Link, 
/**
 * The staff of the branch.
 */
staff: Array<StaffLine>, 
/**
 * The rooms.
 */
rooms: Array<Room>, };

export type StreamLine = { 
/**
 * The writer's label.
 */
label: string, 
/**
 * What it is.
 */
role: string, 
/**
 * Facts held.
 */
facts: number, 
/**
 * Facts the hub has not taken.
 */
unsent: number, 
/**
 * Why the stream stands still, if it does.
 */
halted: string | null, };

export type Trouble = { 
/**
 * The writer's label.
 */
node: string, 
/**
 * Its place in the stream.
 */
seq: number, 
/**
 * The stable code.
 */
code: string, };

export type ActLine = { 
/**
 * «чч:мм».
 */
at: string, 
/**
 * «дд.мм.гггг».
 */
day: string, 
/**
 * The label of the desk or booth.
 */
node: string, 
/**
 * The stable code.
 */
code: string, 
/**
 * The number of the line, appeal or reception it is about; empty for others.
 */
about: string, 
/**
 * Who, if a member of staff did it.
 */
by: string | null, };

export type OpenThing = { 
/**
 * The stable code, a word of `open-…`.
 */
code: string, 
/**
 * How many.
 */
count: number, };

export type Ledger = { 
/**
 * The streams, by label.
 */
streams: Array<StreamLine>, 
/**
 * The exchange with the hub.
 */
link: Link, 
/**
 * Facts in trouble.
 */
troubles: Array<Trouble>, 
/**
 * The newest acts.
 */
acts: Array<ActLine>, 
/**
 * The day that is open, be it left over from yesterday, «дд.мм.гггг».
 */
day: string | null, 
/**
 * What stands open.
 */
open_things: Array<OpenThing>, };

export type BoardRow = { 
/**
 * The reception.
 */
reference: string, 
/**
 * Surname and initials.
 */
name: string, 
/**
 * The applicant's language.
 */
language: Language, 
/**
 * Help is needed, by the person's newest line in the journal.
 */
needs_help: boolean, 
/**
 * The desk that marked the arrival: there it is known where the person sits.
 */
from_desk: string | null, 
/**
 * The appointed time.
 */
time: string, 
/**
 * The room's label.
 */
room: string, 
/**
 * The room's name.
 */
room_kk: string, 
/**
 * The room's name.
 */
room_ru: string, 
/**
 * Whole minutes until the appointed time.
 */
minutes_left: number, 
/**
 * Where it stands.
 */
state: ReceptionState, 
/**
 * The person is here, it is time, and nobody has taken them.
 */
to_lead: boolean, 
/**
 * Who leads the person.
 */
taken_by: string | null, 
/**
 * Since when.
 */
taken_at: string | null, };

export type Board = { 
/**
 * The clock.
 */
clock: Clock, 
/**
 * The exchange with the hub.
 */
link: Link, 
/**
 * All of them, who is to be led first at the top.
 */
rows: Array<BoardRow>, 
/**
 * What who escorts should do, the most urgent first.
 */
attention: Array<Attention>, };

export type ApplicantView = { 
/**
 * The person's language.
 */
language: Language, 
/**
 * The names, as they were typed so far.
 */
names: Names, 
/**
 * The kind of document.
 */
document_kind: string | null, 
/**
 * Its number.
 */
document_number: string | null, 
/**
 * Where the visit stands.
 */
stage: "data" | "rules" | "booth", 
/**
 * The booth to go to.
 */
booth: string | null, };

export type Own = { 
/**
 * Postal address.
 */
postal_address: string | null, 
/**
 * E-mail; none once confirmed is the answer «I have none».
 */
email: string | null, };

export type Addressee = { 
/**
 * The id.
 */
id: string, 
/**
 * `ministries`, `akimats`.
 */
group: string, 
/**
 * The name.
 */
name_kk: string, 
/**
 * The name.
 */
name_ru: string, };

export type BoothPage = { "page": "free" } | { "page": "out_of_service" } | { "page": "held", 
/**
 * The stable word of the reason.
 */
why: string, 
/**
 * What of the person's stands.
 */
kept: "recording" | "data" | "nothing", } | { "page": "idle" } | { "page": "leave" } | { "page": "welcome", 
/**
 * Help is needed.
 */
needs_help: boolean, } | { "page": "rules", 
/**
 * By the pack of 2016 an appeal without its essence is not considered.
 */
essence_2016: boolean, } | { "page": "own_data", 
/**
 * Who is served.
 */
name: string, 
/**
 * For which legal entity.
 */
legal_entity: string | null, 
/**
 * What to begin from.
 */
own: Own, } | { "page": "kind", 
/**
 * The kinds to choose from.
 */
kinds: AppealKind[], } | { "page": "addressee", 
/**
 * Proposed at the desk.
 */
proposed: Addressee | null, } | { "page": "against" } | { "page": "camera", 
/**
 * The voice test.
 */
voice: Voice, 
/**
 * The picture can be moved up and down.
 */
can_move: boolean, } | { "page": "count", 
/**
 * Seconds left, 3 to 1.
 */
left: number, } | { "page": "recording", 
/**
 * What is left of the three minutes.
 */
remaining_ms: number, } | { "page": "stopped", 
/**
 * What is recorded.
 */
recorded_ms: number, 
/**
 * What is left.
 */
remaining_ms: number, 
/**
 * It can be sent or wiped, not gone on with.
 */
closed: boolean, } | { "page": "ask_anew" } | { "page": "filing" } | { "page": "code", 
/**
 * The registration number.
 */
number: string, 
/**
 * The secret code, while it stands there.
 */
code: string | null, 
/**
 * The expected day of the answer, «дд.мм.гггг».
 */
due: string | null, 
/**
 * What is known of the receipt.
 */
receipt: ReceiptState, 
/**
 * «Құпия кодты көрсету».
 */
covered: boolean, 
/**
 * A continuation is to be recorded after it.
 */
more: boolean, } | { "page": "rating" } | { "page": "bye" };

export type BoothView = { 
/**
 * The booth's label.
 */
label: string | null, 
/**
 * The page.
 */
page: BoothPage, 
/**
 * The language of the screen.
 */
language: Language, 
/**
 * The size of the letters.
 */
letters: Letters, 
/**
 * Which step of the way.
 */
step: number | null, 
/**
 * Of how many.
 */
steps: number, 
/**
 * Staff were called and have not come.
 */
called: boolean, 
/**
 * «Артқа» leads somewhere.
 */
can_go_back: boolean, 
/**
 * How loud it is just now, 0–100.
 */
level: number, };

export type Press = { "press": "touch" } | { "press": "language", language: Language, } | { "press": "letters", letters: Letters, } | { "press": "call_staff" } | { "press": "back" } | { "press": "start" } | { "press": "understood" } | { "press": "data_right", own: Own, } | { "press": "not_me" } | { "press": "kind", kind: AppealKind, } | { "press": "addressee", id: string, } | { "press": "against", whom: string | null, } | { "press": "voice_test" } | { "press": "signing" } | { "press": "record" } | { "press": "pause" } | { "press": "send" } | { "press": "send_and_continue" } | { "press": "go_on" } | { "press": "anew" } | { "press": "anew_yes" } | { "press": "anew_no" } | { "press": "show_code" } | { "press": "taken" } | { "press": "no_receipt" } | { "press": "rate", mark: number, } | { "press": "skip_rating" } | { "press": "continue" } | { "press": "leave" } | { "press": "leave_yes" } | { "press": "leave_no" };
