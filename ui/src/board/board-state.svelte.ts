/** What the board's window knows: the rows of the program behind it, the digits of the rows, and what can still be undone. */
import { Refused, type BoardBackend, type Step } from '../backend/backend';
import type { Attention, Board, BoardRow } from '../backend/types';
import { both, known, refused, type Both } from './both';
import { Slots } from './slots';

/** An act can be taken back for so long. */
export const UNDO_MS = 60_000;
/** What was said to the last key stands for so long. */
export const SAID_MS = 10_000;
/** Rows on a board of sixteen to nine, until its height was measured. */
const ROWS = 5;
/** Minutes go by although nobody does anything. */
const READ_EVERY_MS = 15_000;
const TICK_MS = 1_000;

export interface Row extends BoardRow {
  /** None where more rows fit than there are digits. */
  digit: number | null;
}

interface Done {
  reference: string;
  step: Step;
  name: string;
  at: number;
}

/** Somebody in a booth waits for staff. */
export const calling = (one: Attention | undefined): boolean => one?.code === 'staff-called';

const code = (reason: unknown): string => (reason instanceof Refused ? reason.refusal.code.replaceAll('_', '-') : 'ours');

export class BoardState {
  board: Board | null = $state.raw(null);
  /** Those that fit; the program has put who is to be led first at the top. */
  rows: Row[] = $state.raw([]);
  /** Nobody is signed in at the desk: nothing is shown. */
  locked = $state(false);
  /** Who is signed in there may not see the board: the refusal says so. */
  barred: Both | null = $state.raw(null);
  away = $state(false);
  /** What was said to the last key: a refusal, or that something was taken back. */
  said: Both | null = $state.raw(null);
  done: Done | null = $state.raw(null);
  /** The moment, as the program has it: its clock, carried on by what passed since. */
  utcMs = $state(0);
  #saidAt = 0;
  #readAt = 0;
  #asked = 0;
  #heard = 0;
  #fits = ROWS;
  #aimed = false;
  #slots = new Slots();

  constructor(
    private readonly program: BoardBackend,
    private readonly since: () => number = () => performance.now(),
  ) {}

  /** Reads the board again. An answer is shown unless a later question was answered before. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await this.program.board().catch((reason: unknown) => ({ reason }));
    if (asked <= this.#heard) return;
    this.#heard = asked;
    if ('reason' in answer) this.#lose(answer.reason);
    else this.#show(answer);
  }

  #show(board: Board): void {
    this.board = board;
    this.locked = false;
    this.barred = null;
    this.away = false;
    this.#readAt = this.since();
    this.#lay();
    this.tick();
  }

  #lose(reason: unknown): void {
    const refusal = reason instanceof Refused ? reason.refusal : null;
    this.board = null;
    this.rows = [];
    this.said = null;
    this.done = null;
    this.locked = code(reason) === 'signed-out';
    this.barred = code(reason) === 'role-may-not' && refusal ? refused(refusal.code, refusal.args) : null;
    this.away = !this.locked && !this.barred;
  }

  /** How many rows there is room for. */
  fit(rows: number): void {
    if (rows === this.#fits || rows < 1) return;
    this.#fits = rows;
    this.#lay();
  }

  /** The keyboard stands in the list: nobody moves while it does. */
  aim(aimed: boolean): void {
    this.#aimed = aimed;
    this.#lay();
  }

  #lay(): void {
    const all = this.board?.rows ?? [];
    const shown = all.slice(0, this.#fits);
    if (this.#aimed) {
      const stood = this.rows.map((row) => row.reference);
      const place = (row: BoardRow) => (stood.includes(row.reference) ? stood.indexOf(row.reference) : stood.length);
      shown.sort((one, other) => place(one) - place(other));
    }
    const digits = this.#slots.assign(shown.map((row) => row.reference), all.map((row) => row.reference));
    this.rows = shown.map((row) => ({ ...row, digit: digits.get(row.reference) ?? null }));
  }

  /** What somebody should do; who calls for people comes first. */
  get attention(): Attention[] {
    const calls = (one: Attention) => Number(calling(one));
    return (this.board?.attention ?? []).filter((one) => known(`attention-${one.code}`)).sort((one, other) => calls(other) - calls(one));
  }

  /** How many stand at the desk and do not fit. */
  get more(): number {
    return (this.board?.rows.length ?? 0) - this.rows.length;
  }

  #say(said: Both): void {
    this.said = said;
    this.#saidAt = this.since();
  }

  /** Carries the clock on, and lets what can no longer be undone go. */
  tick(): void {
    const now = this.since();
    if (this.board) this.utcMs = this.board.clock.utc_ms + (now - this.#readAt);
    if (this.done && now - this.done.at >= UNDO_MS) this.done = null;
    if (this.said && now - this.#saidAt >= SAID_MS) this.said = null;
  }

  /** A digit: takes the person; the same digit again: handed over at the door. Whether it may be, the program says. */
  async digit(digit: number): Promise<void> {
    const reference = this.#slots.of(digit);
    const row = this.board?.rows.find((row) => row.reference === reference);
    // Out of sight nobody is taken; who was taken is handed over all the same.
    if (!row || (row.state !== 'escorted' && !this.rows.some((shown) => shown.reference === reference))) return;
    const step: Step = row.state === 'escorted' ? 'started' : 'escorted';
    await this.#act(async () => {
      await this.program.step(row.reference, step);
      this.done = { reference: row.reference, step, name: row.name, at: this.since() };
      this.said = null;
    });
  }

  /** Takes the last act back. */
  async undo(): Promise<void> {
    this.tick();
    const done = this.done;
    if (!done) return;
    await this.#act(async () => {
      await this.program.undo(done.reference, done.step, both('board-undo-reason').kk);
      this.done = null;
      this.#say(both('board-undone', { name: done.name }));
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (reason) {
      this.#say(reason instanceof Refused ? refused(reason.refusal.code, reason.refusal.args) : refused('ours', {}));
    }
    await this.refresh();
  }

  /** Follows the program and the clock until the answer is called. */
  async watch(): Promise<() => void> {
    const tick = setInterval(() => this.tick(), TICK_MS);
    const read = setInterval(() => void this.refresh(), READ_EVERY_MS);
    await this.refresh();
    const unheard = await this.program.onChange(() => void this.refresh());
    return () => {
      clearInterval(tick);
      clearInterval(read);
      unheard();
    };
  }
}
