/** The program's clock, carried on between two answers by the time that has passed on the page. The web view's own clock is never asked. */
import type { Clock } from '../backend/types';

const TWO = (number: number) => String(number).padStart(2, '0');

export class ProgramClock {
  /** «чч:мм», as it stands in the bar. */
  shown = $state('');

  #clock: Clock | undefined;
  #taken = 0;

  set(clock: Clock): void {
    this.#clock = clock;
    this.#taken = performance.now();
    this.tick();
  }

  /** Whether the minute has changed. */
  tick(): boolean {
    const before = this.shown;
    if (this.#clock) this.shown = this.time(this.now());
    return before !== this.shown;
  }

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.#clock ? this.#clock.utc_ms + performance.now() - this.#taken : 0;
  }

  /** «чч:мм» at the branch. */
  time(utc: number): string {
    const local = new Date(utc + (this.#clock?.offset_min ?? 0) * 60_000);
    return `${TWO(local.getUTCHours())}:${TWO(local.getUTCMinutes())}`;
  }
}

/** «м:сс». */
export function length(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${TWO(seconds % 60)}`;
}
