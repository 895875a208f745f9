/**
 * Tells a scanner from a person. A scanner in keyboard mode types a code faster than anybody and ends it with Enter; nothing of that may reach a
 * field, a button or a shortcut.
 *
 * Symbols are held back for a moment. If they go on at a scanner's pace and end with Enter, they are a scan and nobody else sees them; if not, they
 * are given back in order as what a person typed. This file decides and holds; it touches no page (`scanner-keys.ts` does).
 */

/** A scanner's pace: of the pauses between the symbols of a scan, the one in the middle is no longer. A person's is three times that. */
export const PACE_MS = 35;
/** How long a symbol is held before it counts as typed by a person. */
export const HOLD_MS = 60;
/** Once so many symbols came at a scanner's pace, a busy machine may hold up the next ones for longer. */
export const SURE_AFTER = 3;
export const PATIENCE_MS = 150;
/** The fewest symbols of a code. */
export const FEWEST = 6;
/** A zone comes in lines; after this long without a symbol it is complete. */
export const QUIET_MS = 120;
/** Within this time the same code again is one code held too long before the scanner. */
export const REPEAT_MS = 3000;

export interface Stroke<Held> {
  symbol: string;
  at: number;
  /** What gives the symbol back. */
  held: Held;
}

/** What becomes of a key. `held`: nobody sees it for now. `swallowed`: it was part of a scan. `passes`: it is a person's. */
export type Fate = 'held' | 'swallowed' | 'passes';

export interface Outcome<Held> {
  /** Symbols that turned out to be a person's, to be given back before anything else. */
  back: Held[];
  /** Symbols given back already that turned out to be the head of this scan: a machine may stumble over the very first key. */
  taken: Held[];
  fate: Fate;
}

export class Scanner<Held> {
  #line: Stroke<Held>[] = [];
  /** What was given back last, few symbols only. */
  #before: Stroke<Held>[] = [];
  #lines: string[] = [];
  /** When the last symbol or line's end of a scan came. */
  #last = Number.NEGATIVE_INFINITY;

  constructor(private readonly isCode: (line: string) => boolean = () => true) {}

  /** A symbol arrived. */
  symbol(symbol: string, at: number, held: Held): Outcome<Held> {
    const back = this.#line.length > 0 && at - this.#last > this.patience() ? this.giveBack() : [];
    this.#line.push({ symbol, at, held });
    this.#last = at;
    return { back, taken: [], fate: 'held' };
  }

  /** Enter arrived. */
  enter(at: number): Outcome<Held> {
    const atPace = at - this.#last <= this.patience() && this.pace(at) <= PACE_MS;
    const head = this.head();
    const line = [...head, ...this.#line].map((stroke) => stroke.symbol).join('');
    if (atPace && this.#line.length >= FEWEST && this.isCode(line)) {
      this.#lines.push(line);
      this.#line = [];
      this.#before = [];
      this.#last = at;
      return { back: [], taken: head.map((stroke) => stroke.held), fate: 'swallowed' };
    }
    // Some scanners end a line twice; and nothing of a scan that is not yet complete may be confirmed by its own end.
    if (this.#lines.length > 0 && this.#line.length === 0 && at - this.#last <= QUIET_MS) return { back: [], taken: [], fate: 'swallowed' };
    return this.other();
  }

  /** Any other key: what is held was a person's. */
  other(): Outcome<Held> {
    const back = this.giveBack();
    this.#before = [];
    return { back, taken: [], fate: 'passes' };
  }

  /** Time has passed without a key: what is held goes back, what is complete is a scan. */
  quiet(at: number): { back: Held[]; scanned: string | undefined } {
    const back = this.#line.length > 0 && at - this.#last >= this.patience() ? this.giveBack() : [];
    const complete = this.#lines.length > 0 && this.#line.length === 0 && at - this.#last >= QUIET_MS;
    const scanned = complete ? this.#lines.join('|') : undefined;
    if (complete) this.#lines = [];
    return { back, scanned };
  }

  /** After how long something is due, if anything is. */
  due(at: number): number | undefined {
    if (this.#line.length > 0) return Math.max(0, this.#last + this.patience() - at);
    if (this.#lines.length > 0) return Math.max(0, this.#last + QUIET_MS - at);
    return undefined;
  }

  /** How long the next key may take. */
  private patience(): number {
    return this.#line.length >= SURE_AFTER && this.pace(this.#last) <= PACE_MS ? PATIENCE_MS : HOLD_MS;
  }

  /** The pause in the middle of all pauses so far, an end at `end` included. */
  private pace(end: number): number {
    const times = [...this.#line.map((stroke) => stroke.at), end];
    const pauses = times.slice(1).map((time, at) => time - (times[at] ?? time)).sort((a, b) => a - b);
    return pauses[Math.floor(pauses.length / 2)] ?? 0;
  }

  /** The symbols before this burst, if they came so shortly before it that no person was at work. */
  private head(): Stroke<Held>[] {
    const last = this.#before.at(-1);
    const first = this.#line[0];
    return last && first && first.at - last.at <= PATIENCE_MS ? this.#before : [];
  }

  private giveBack(): Held[] {
    const back = this.#line.map((stroke) => stroke.held);
    this.#before = this.#line.length < SURE_AFTER ? this.#line : [];
    this.#line = [];
    return back;
  }
}

/** Where 0–9 stand on the Kazakh layout. */
const KAZAKH_ROW = 'қ"әіңғ,.үұ';

/** The digits of a code that has nothing else in it, as they arrive under any layout, with Caps Lock or without. */
export function digitsOf(typed: string): string | undefined {
  const digits = [...typed.toLocaleLowerCase('kk')].map((symbol) => (/\d/.test(symbol) ? symbol : KAZAKH_ROW.indexOf(symbol)));
  return digits.includes(-1) || typed === '' ? undefined : digits.join('');
}

/** The same code held too long before the scanner is one code. */
export class Repeated {
  #code = '';
  #at = Number.NEGATIVE_INFINITY;

  /** Whether this code was read just now already. */
  again(code: string, at: number): boolean {
    const again = code === this.#code && at - this.#at < REPEAT_MS;
    if (!again) this.#at = at;
    this.#code = code;
    return again;
  }
}
