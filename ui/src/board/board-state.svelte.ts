/** What the board's window knows: the rows of the program behind it, the digits of the rows, and what can still be undone. */
import { Refused, type BoardBackend, type Step } from '../backend/backend';
import type { Board, BoardRow } from '../backend/types';
import { both, refused, type Both } from './both';
import { DIGITS, Slots } from './slots';

/** An act can be taken back for so long. */
export const UNDO_MS = 60_000;
/** Minutes go by although nobody does anything. */
const READ_EVERY_MS = 15_000;
const TICK_MS = 1_000;

export interface Row extends BoardRow {
  digit: number;
}

interface Done {
  reference: string;
  name: string;
  at: number;
}

const code = (reason: unknown): string => (reason instanceof Refused ? reason.refusal.code.replaceAll('_', '-') : 'ours');

export class BoardState {
  board: Board | null = $state.raw(null);
  rows: Row[] = $state.raw([]);
  /** Nobody is signed in at the desk: nothing is shown. */
  locked = $state(false);
  away = $state(false);
  /** What was said to the last key: a refusal, or that something was taken back. */
  said: Both | null = $state.raw(null);
  done: Done | null = $state.raw(null);
  /** The moment, as the program has it: its clock, carried on by what passed since. */
  utcMs = $state(0);
  #readAt = 0;
  #asked = 0;
  #slots = new Slots();

  constructor(
    private readonly program: BoardBackend,
    private readonly since: () => number = () => performance.now(),
  ) {}

  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const board = await this.program.board();
      if (asked === this.#asked) this.#show(board);
    } catch (reason) {
      if (asked === this.#asked) this.#lose(code(reason) === 'signed-out');
    }
  }

  #show(board: Board): void {
    const rows = board.rows.slice(0, DIGITS.length);
    const digits = this.#slots.assign(rows.map((row) => row.reference));
    this.rows = rows.map((row) => ({ ...row, digit: digits.get(row.reference) ?? 0 }));
    this.board = board;
    this.locked = false;
    this.away = false;
    this.#readAt = this.since();
    this.tick();
  }

  #lose(locked: boolean): void {
    this.board = null;
    this.rows = [];
    this.said = null;
    this.done = null;
    this.locked = locked;
    this.away = !locked;
  }

  /** Carries the clock on, and lets what can no longer be undone go. */
  tick(): void {
    const now = this.since();
    if (this.board) this.utcMs = this.board.clock.utc_ms + (now - this.#readAt);
    if (this.done && now - this.done.at >= UNDO_MS) this.done = null;
  }

  /** A digit: takes the person; the same digit again: handed over at the door. Whether it may be, the program says. */
  async digit(digit: number): Promise<void> {
    const row = this.rows.find((row) => row.digit === digit);
    if (!row) return;
    const step: Step = row.state === 'escorted' ? 'started' : 'escorted';
    await this.#act(async () => {
      await this.program.step(row.reference, step);
      this.done = { reference: row.reference, name: row.name, at: this.since() };
      this.said = null;
    });
  }

  /** Takes the last act back. */
  async undo(): Promise<void> {
    this.tick();
    const done = this.done;
    if (!done) return;
    await this.#act(async () => {
      await this.program.undo(done.reference, both('board-undo-reason').kk);
      this.done = null;
      this.said = both('board-undone', { name: done.name });
    });
  }

  async #act(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (reason) {
      this.said = reason instanceof Refused ? refused(reason.refusal.code, reason.refusal.args) : refused('ours', {});
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
