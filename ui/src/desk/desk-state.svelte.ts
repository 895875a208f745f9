/**
 * What the desk's window shows: the journal of a signed-in worker, or the door.
 *
 * Nothing is remembered that the program knows: after every change the program is asked again and its newest answer wins.
 */
import { Refused, type Backend } from '../backend/backend';
import type { Refusal, SignInState, Today } from '../backend/types';
import type { Words } from '../words/words.svelte';

const OURS: Refusal = { code: 'ours', args: {} };

function refusalOf(reason: unknown): Refusal {
  return reason instanceof Refused ? reason.refusal : OURS;
}

export class DeskState {
  /** The journal, while somebody is signed in. */
  today: Today | undefined = $state.raw();
  /** Who may sign in, while nobody is. */
  door: SignInState | undefined = $state.raw();
  /** Why neither can be shown. */
  problem: Refusal | undefined = $state.raw();

  #asked = 0;

  constructor(
    private readonly backend: Backend,
    private readonly words: Words,
  ) {}

  /** Shows what is, and keeps showing it; the answer stops that. */
  async watch(): Promise<() => void> {
    const stop = await this.backend.onChange(() => void this.look());
    await this.look();
    return stop;
  }

  /** The refusal, if the door stays shut. */
  async signIn(staff: string, password: string): Promise<Refusal | undefined> {
    try {
      await this.backend.signIn(staff, password);
    } catch (reason) {
      return refusalOf(reason);
    }
    await this.look();
    return undefined;
  }

  async lock(): Promise<void> {
    try {
      await this.backend.lock();
    } catch (reason) {
      this.problem = refusalOf(reason);
    }
    await this.look();
  }

  private async look(): Promise<void> {
    const asked = ++this.#asked;
    const found = await this.find();
    // A later question is on its way: its answer is the newer one.
    if (asked !== this.#asked) return;
    // Whoever comes in finds the screen in their own language; from then on F9 decides.
    if (found.today && !this.today) this.words.switch(found.today.language);
    this.today = found.today;
    this.door = found.door;
    this.problem = found.problem;
  }

  private async find(): Promise<{ today?: Today; door?: SignInState; problem?: Refusal }> {
    try {
      return { today: await this.backend.today() };
    } catch (reason) {
      const refusal = refusalOf(reason);
      if (refusal.code !== 'signed-out') return { problem: refusal };
    }
    try {
      return { door: await this.backend.signInState() };
    } catch (reason) {
      return { problem: refusalOf(reason) };
    }
  }
}
