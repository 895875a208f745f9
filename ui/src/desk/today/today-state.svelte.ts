/** Today: who waits, which receptions come next, what the booths do. And the acts on them. */
import { Refused } from '../../backend/backend';
import type { BoothCard, Refusal, ReceptionLine, Today, WaitingLine } from '../../backend/types';
import { Steady } from '../../kit/steady.svelte';
import { shortLabel } from '../booth-label';
import type { DeskState } from '../desk-state.svelte';
import { Reading, type Looks } from '../reading.svelte';

/** More goes behind a count. */
export const MOST_ROWS = 12;
export const MOST_ALARMS = 3;

export class TodayState implements Looks {
  readonly reading: Reading<Today>;
  readonly waiting = new Steady<WaitingLine>((line) => line.number);
  readonly receptions = new Steady<ReceptionLine>((line) => line.reference);
  /** Who was pressed in the waiting list; else the first is called. */
  pressed: string | undefined = $state();
  /** Why the last call did not go out. */
  refusal: Refusal | undefined = $state.raw();

  constructor(private readonly desk: DeskState) {
    this.reading = new Reading(() => desk.backend.today());
  }

  readonly booths: BoothCard[] = $derived.by(() => this.reading.value?.booths ?? []);
  readonly free: BoothCard[] = $derived(this.booths.filter((booth) => booth.state === 'free'));
  readonly next: WaitingLine | undefined = $derived.by(() => {
    const waiting = this.reading.value?.waiting ?? [];
    return waiting.find((line) => line.number === this.pressed) ?? waiting[0];
  });

  async look(): Promise<void> {
    await this.reading.look();
    this.waiting.take(this.reading.value?.waiting ?? []);
    this.receptions.take(this.reading.value?.receptions ?? []);
    if (!this.reading.value?.waiting.some((line) => line.number === this.pressed)) this.pressed = undefined;
    await Promise.all(this.receptions.rows.filter((line) => this.receptions.gone(line)).map((line) => this.lookAtGone(line)));
  }

  /** A reception that is over stands in no list of Today; where the hand still is, it says how it ended. */
  private async lookAtGone(line: ReceptionLine): Promise<void> {
    try {
      const answer = await this.desk.backend.verdict(line.reference);
      if (answer.scanned === 'reception' && this.receptions.gone(line)) this.receptions.mend(answer.verdict.line);
    } catch {
      // It is marked as gone, and offers nothing.
    }
  }

  /** Calls whoever is next to a booth: to the one given, else to the first that is free. */
  async call(booth: string | undefined = this.free[0]?.label): Promise<void> {
    const next = this.next;
    if (!next) return;
    if (booth === undefined) {
      this.refusal = { code: 'no-free-booth', args: {} };
      return;
    }
    const { backend, words } = this.desk;
    this.refusal = await this.desk.act(
      () => backend.askBooth(next.number, booth),
      () => words.say('desk-called', { name: next.name, booth: shortLabel(booth) }),
      () => () => this.withdrawOf(next.number),
    );
    if (!this.refusal) this.pressed = undefined;
  }

  async withdraw(session: string, reason: string): Promise<Refusal | undefined> {
    const { backend, words } = this.desk;
    return this.desk.act(() => backend.withdraw(session, reason), () => words.say('desk-withdrawn'));
  }

  /** The session of an entry's call is known only to the program. */
  private async withdrawOf(number: string): Promise<void> {
    const { backend, words } = this.desk;
    const today = await backend.today();
    const session = today.booths.find((booth) => booth.entry === number)?.session;
    if (!session) throw new Refused({ code: 'session-unknown', args: {} });
    await backend.withdraw(session, words.say('desk-undo-reason'));
  }
}
