/** A desk on paper, for tests of the screens alone: it answers what it is told to and remembers what it was asked. */
import { Refused, type DeskBackend } from '../backend/backend';
import type {
  BoothCard, Draft, EntryLine, EntrySheet, Found, Frame, LastVisit, PersonRead, ReceptionLine, Receptions, Registered, Scanned, Today, Visit, WaitingLine,
} from '../backend/types';

export const NAMEPLATE = { desk: '0512·A', branch_kk: 'Алматы филиалы', branch_ru: 'Алматинский филиал' };
export const RECEPTION_MAY = [
  'open_day', 'register', 'ask_booth', 'tell_booth', 'end_session', 'check_in', 'escort', 'mark_no_show', 'print', 'hand_over', 'read', 'read_board',
];

export function waiting(number: string, name: string): WaitingLine {
  return { number, name, language: 'kk', needs_help: false, minutes: 4, state: 'registered' };
}

export function booth(label: string, over: Partial<BoothCard> = {}): BoothCard {
  return {
    label, state: 'free', session: null, entry: null, name: null, since_minutes: null, recorded_ms: 0, holder: null, called: null, called_at: null,
    withdrawal_lost: false, words_waiting: 0, word_refused: null, ...over,
  };
}

export function reception(reference: string, over: Partial<ReceptionLine> = {}): ReceptionLine {
  return {
    reference, day: '22.11.2026', time: '14:15', room: '01', room_kk: '1-бөлме', room_ru: 'Комната 1', name: 'Оспанов Б.', body: 'Әділет министрлігі', official: null,
    language: 'kk', state: 'expected', minutes_left: 8, arrived_at: null, arrived_desk: null, punctuality: null, escorted_at: null, started_at: null,
    finished_at: null, changed: null, also_marked_at: [], ...over,
  };
}

export function person(over: Partial<PersonRead> = {}): PersonRead {
  return { read_by: 'barcode', iin: '680503100001', latin: null, document: null, warnings: [], ...over };
}

export const LAST: LastVisit = {
  number: '0512-A-2026/000041', day: '03.09.2026', names: { surname: 'Сейдахметова', given: 'Мадина', patronymic: null, no_patronymic: true },
  latin: 'SEIDAKHMETOVA MADINA', iin: '680503100001',
  document: { kind: 'id_card', country: 'KAZ', number: '012345678', issuer: null, issued: null, expires: '2031-04-11' }, language: 'kk', needs_help: false,
};

const NEVER = () => Promise.reject(new Refused({ code: 'ours', args: {} }));

export class PaperDesk implements DeskBackend {
  signedIn = true;
  last: string | null = null;
  /** What was done, in order. */
  asked: string[] = [];
  registered: Visit[] = [];
  day: string | null = '22.11.2026';
  may = RECEPTION_MAY;
  scans: Record<string, Scanned> = {};
  lines: Today = { waiting: [], receptions: [], receptions_left: 0, next_in_minutes: null, roster: null, booths: [booth('01'), booth('02')], attention: [] };
  entries: EntryLine[] = [];
  kept: Draft[] = [];
  unsent = 0;
  /** In touch with the hub, and the hub with the portal. */
  connected = true;
  portal = true;
  sheet: EntrySheet | undefined;
  answer: Registered = { number: '0512-A-2026/000124', session: null, booth_refused: null };
  announce = () => {};

  async onChange(changed: () => void) {
    this.announce = changed;
    return () => {};
  }
  async signInState() {
    const staff = [
      { id: 'a', name: 'Ахметова Гүлнар', post_kk: 'ресепшн қызметкері', post_ru: 'сотрудник ресепшн' },
      { id: 'b', name: 'Серік Дана', post_kk: 'жетекші', post_ru: 'руководитель смены' },
    ];
    return { desk: NAMEPLATE, staff, demonstration: true, last: this.last, clock: { utc_ms: 1_795_338_420_000, offset_min: 300 }, unsent: this.last === null ? null : this.unsent };
  }
  async signIn(who: string, password: string) {
    this.asked.push(`signIn ${who} ${password}`);
    if (password !== 'right') throw new Refused({ code: 'wrong-password', args: {} });
    this.signedIn = true;
  }
  async lock() {
    this.last = 'b';
    this.signedIn = false;
  }
  async present() {}
  async frame(): Promise<Frame> {
    if (!this.signedIn) throw new Refused({ code: 'signed-out', args: {} });
    return {
      desk: NAMEPLATE, worker: 'Ахметова Г.', role: 'reception', language: 'kk', may: this.may, day: this.day, clock: { utc_ms: 1_795_338_420_000, offset_min: 300 },
      link: { connected: this.connected, since: '13:52', portal: this.portal, portal_since: '13:40', unsent: this.unsent }, printer: true, answer_day_unknown: false, day_closed: false,
    };
  }
  async opening() {
    const checks = [{ code: 'clock', state: 'ready' as const, args: {} }, { code: 'booths', state: 'missing' as const, args: {} }];
    return { date: '22.11.2026', date_iso: '2026-11-22', weekday: 7, to_confirm: true, open: false, checks };
  }
  async openDay(confirmed: string | null) {
    this.asked.push(`openDay ${confirmed}`);
    this.day = '22.11.2026';
  }
  async closeDay() {}
  async today() {
    return this.lines;
  }
  /** How a code nobody knows is refused. */
  scanRefuses = 'scan-unknown';
  async scan(typed: string) {
    this.asked.push(`scan ${typed}`);
    const scanned = this.scans[typed];
    if (!scanned) throw new Refused({ code: this.scanRefuses, args: {} });
    return scanned;
  }
  async person(iin: string): Promise<Scanned> {
    this.asked.push(`person ${iin}`);
    if (iin.endsWith('9')) throw new Refused({ code: 'iin-check-digit', args: {} });
    return this.scans[iin] ?? { scanned: 'visitor', person: person({ iin, read_by: 'typed' }), last: null, times: 0 };
  }
  async verdict(reference: string): Promise<Scanned> {
    const line = this.lines.receptions.find((one) => one.reference === reference);
    if (!line) throw new Refused({ code: 'reception-unknown', args: {} });
    return { scanned: 'reception', verdict: { kind: 'expected', line, minutes: Math.abs(line.minutes_left), punctuality: line.minutes_left < 0 ? 'late' : 'early' } };
  }
  async search(text: string): Promise<Found> {
    this.asked.push(`search ${text}`);
    return { entries: [], receptions: [], since: '01.09.2026' };
  }
  async register(visit: Visit, to: string | null) {
    this.asked.push(`register ${to}`);
    this.registered.push(visit);
    return this.answer;
  }
  async askBooth(number: string, to: string) {
    this.asked.push(`askBooth ${number} ${to}`);
    this.lines = { ...this.lines, waiting: [], booths: [booth(to, { state: 'asked', entry: number, session: 's1', holder: 'A' })] };
  }
  async withdraw(session: string, reason: string) {
    this.asked.push(`withdraw ${session} ${reason}`);
  }
  async tellBooth(session: string, word: { word: string }) {
    this.asked.push(`tellBooth ${session} ${JSON.stringify(word)}`);
  }
  async drafts() {
    return this.kept;
  }
  /** Why the next draft is not taken. */
  keepRefuses: string | undefined;
  async keepDraft(id: string, title: string, sheet: string) {
    const full = this.kept.length === 5 && !this.kept.some((draft) => draft.id === id);
    const code = this.keepRefuses ?? (full ? 'drafts-full' : undefined);
    if (code) throw new Refused({ code, args: {} });
    this.kept = [...this.kept.filter((draft) => draft.id !== id), { id, begun_by: 'Ахметова Г.', begun_at: '14:07', minutes: 0, title, sheet }];
  }
  async dropDraft(id: string) {
    this.kept = this.kept.filter((draft) => draft.id !== id);
  }
  shown: unknown[] = [];
  async showApplicant(view: unknown) {
    this.shown.push(view);
  }
  async journal() {
    return { day: '22.11.2026', days: ['22.11.2026'], entries: this.entries };
  }
  async entry() {
    return this.sheet ?? NEVER();
  }
  async correct(number: string, fields: Record<string, string | null>, reason: string) {
    this.asked.push(`correct ${number} ${JSON.stringify(fields)} ${reason}`);
  }
  async annul(number: string, reason: string) {
    this.asked.push(`annul ${number} ${reason}`);
  }
  async showIin() {
    return '680503100001';
  }
  async receptions(): Promise<Receptions> {
    return { day: '22.11.2026', rooms: [], rows: this.lines.receptions, roster: null };
  }
  async arrive(reference: string, other: boolean, words: string | null) {
    this.asked.push(`arrive ${reference} ${other} ${words}`);
  }
  async step(reference: string, step: string) {
    this.asked.push(`step ${reference} ${step}`);
  }
  async noShow(reference: string) {
    this.asked.push(`noShow ${reference}`);
  }
  async undo(reference: string, from: string, reason: string) {
    this.asked.push(`undo ${reference} ${from} ${reason}`);
  }
  appeal = NEVER;
  async handOver() {}
  printReceipt = NEVER;
  printed = 0;
  async rosterSheet() {
    return { day: '22.11.2026', days: ['22.11.2026'], rows: [], rooms: [], roster: null, pages: 1, printed: this.printed };
  }
  rosterPage = NEVER;
  async printRoster(day: string, reason: string | null) {
    this.asked.push(`printRoster ${day} ${reason}`);
    return { job: 'j', state: 'confirmed' as const };
  }
  async printedOrNot() {}
  async devices() {
    return { printer: null, jobs: [], booths: [], desks: [], link: { connected: true, since: null, portal: true, portal_since: null, unsent: 0 }, staff: [], rooms: [] };
  }
  async ledger() {
    return { streams: [], link: { connected: true, since: null, portal: true, portal_since: null, unsent: 0 }, troubles: [], acts: [], day: this.day, open_things: [] };
  }
  board = NEVER;
}
