/** Something the program is asked for, and asked again whenever it may have changed. The newest answer wins; nothing else is remembered. */
import { Refused } from '../backend/backend';
import type { Refusal } from '../backend/types';

const OURS: Refusal = { code: 'ours', args: {} };

export function refusalOf(reason: unknown): Refusal {
  return reason instanceof Refused ? reason.refusal : OURS;
}

/** What can be looked at again. */
export interface Looks {
  look(): Promise<void>;
}

export class Reading<T> implements Looks {
  value: T | undefined = $state.raw();
  refusal: Refusal | undefined = $state.raw();
  /** When the value was read, on the page's own clock: what runs on since then runs on from here. */
  readAt = $state.raw(0);

  #asked = 0;

  constructor(private readonly ask: () => Promise<T>) {}

  async look(): Promise<void> {
    const asked = ++this.#asked;
    let value: T | undefined;
    let refusal: Refusal | undefined;
    try {
      value = await this.ask();
    } catch (reason) {
      refusal = refusalOf(reason);
    }
    // A later question is on its way: its answer is the newer one.
    if (asked !== this.#asked) return;
    this.refusal = refusal;
    if (refusal) return;
    this.value = value;
    this.readAt = performance.now();
  }
}
