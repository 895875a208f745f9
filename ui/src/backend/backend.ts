/**
 * What the screens may ask of the program behind them, and nothing else. The program answers; the screens decide nothing
 * that matters: who may do what is known there, not here.
 *
 * One command of the program is one method, under the same name. A method rejects with `Refused` and nothing else.
 */
import type {
  Addressee, AppealSheet, ApplicantView, Board, BoothView, Devices, Draft, EntrySheet, Found, Frame, Journal, Ledger, Opening,
  PrintedJob, Press, ReceptionState, Receptions, Refusal, Registered, RosterSheet, Scanned, SignInState, Today, Visit,
} from './types';

/** Why a question got no answer: said in words, never by a number. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export type Step = 'escorted' | 'started' | 'finished';

/** What staff tell a booth about the session it serves. */
export type StaffWord =
  | { word: 'came' }
  | { word: 'person_is_back' }
  | { word: 'propose'; addressee: string }
  | { word: 'end'; fault: boolean; reason: string };

/** Hears that what it shows may have changed. The answer stops it. */
export interface Watched {
  onChange(changed: () => void): Promise<() => void>;
}

/** The desk's window. Refused with `signed-out` while nobody is signed in, but for the first three. */
export interface DeskBackend extends Watched {
  signInState(): Promise<SignInState>;
  signIn(staff: string, password: string): Promise<void>;
  /** Locks the desk. Calling it twice is the same as once. */
  lock(): Promise<void>;
  /** A person is at this window: an empty desk locks itself. */
  present(): Promise<void>;

  frame(): Promise<Frame>;
  opening(): Promise<Opening>;
  /** `confirmed` is the date (ISO) a person read and said to be right. */
  openDay(confirmed: string | null): Promise<void>;
  closeDay(): Promise<void>;

  today(): Promise<Today>;
  /** What a scanner typed, under whatever layout: symbols as they arrived. */
  scan(typed: string): Promise<Scanned>;
  /** The same for an IIN typed by hand. */
  person(iin: string): Promise<Scanned>;
  /** The verdict on one reception of a list. */
  verdict(reference: string): Promise<Scanned>;
  search(text: string): Promise<Found>;
  /** Registers; with a booth's label asks that booth in the same breath. */
  register(visit: Visit, booth: string | null): Promise<Registered>;
  askBooth(number: string, booth: string): Promise<void>;
  withdraw(session: string, reason: string): Promise<void>;
  tellBooth(session: string, word: StaffWord): Promise<void>;

  drafts(): Promise<Draft[]>;
  keepDraft(id: string, title: string, sheet: string): Promise<void>;
  dropDraft(id: string): Promise<void>;
  /** What the display turned to the applicant shows; `null` clears it. */
  showApplicant(view: ApplicantView | null): Promise<void>;

  journal(day: string | null): Promise<Journal>;
  entry(number: string): Promise<EntrySheet>;
  correct(number: string, fields: Record<string, string | null>, reason: string): Promise<void>;
  annul(number: string, reason: string): Promise<void>;
  /** The whole IIN of an entry; that it was shown is a fact. */
  showIin(number: string): Promise<string>;

  receptions(day: string | null): Promise<Receptions>;
  arrive(reference: string, otherDocument: boolean, words: string | null): Promise<void>;
  step(reference: string, step: Step): Promise<void>;
  noShow(reference: string): Promise<void>;
  undo(reference: string, from: ReceptionState, reason: string): Promise<void>;

  appeal(number: string): Promise<AppealSheet>;
  handOver(number: string, identifiedBy: string): Promise<void>;
  /** A copy of the receipt, without the secret code. */
  printReceipt(number: string, reason: string | null): Promise<PrintedJob>;

  rosterSheet(day: string | null): Promise<RosterSheet>;
  /** A page of the roster as a PNG, from 1. */
  rosterPage(day: string, page: number): Promise<ArrayBuffer>;
  printRoster(day: string, reason: string | null): Promise<PrintedJob>;
  /** A person's word on a print that nobody knows of. */
  printedOrNot(job: string, printed: boolean): Promise<void>;

  devices(): Promise<Devices>;
  ledger(): Promise<Ledger>;
}

/** The escort board's window. */
export interface BoardBackend extends Watched {
  present(): Promise<void>;
  board(): Promise<Board>;
  step(reference: string, step: Step): Promise<void>;
  undo(reference: string, from: ReceptionState, reason: string): Promise<void>;
}

/** The window turned to the applicant: read only. */
export interface ApplicantBackend extends Watched {
  applicant(): Promise<ApplicantView | null>;
}

/** The booth's window. */
export interface BoothBackend extends Watched {
  boothView(): Promise<BoothView>;
  press(press: Press): Promise<void>;
  addressees(text: string): Promise<Addressee[]>;
  /** The newest picture of the mirror as JPEG; empty if there is none newer. */
  boothPicture(): Promise<ArrayBuffer>;
}

export type Backend = DeskBackend & BoardBackend & ApplicantBackend & BoothBackend;
