/** The arrival sheet: what the roster says of the person at the desk, in one verdict, and the one act that follows from it. */
import type { DeskBackend } from '../../backend/backend';
import type { PersonRead, Verdict } from '../../backend/types';
import type { Looks } from '../reading.svelte';

/** What becomes of somebody who came late, by digit. */
export const LATE = ['body-receives', 'other-time', 'no-reception'] as const;
export type Late = (typeof LATE)[number];

export class ArrivalSheet implements Looks {
  verdicts: Verdict[] = $state.raw([]);
  /** Which reception, where a person has several. */
  at = $state(0);
  late: Late | '' = $state('');
  /** The document shown is not the one of the roster. */
  otherDocument = $state(false);

  constructor(
    verdicts: Verdict[],
    readonly person: PersonRead | null,
    private readonly backend: DeskBackend,
  ) {
    this.verdicts = verdicts;
  }

  readonly verdict: Verdict | undefined = $derived(this.verdicts[this.at]);
  readonly mustChooseLate: boolean = $derived(this.verdict?.kind === 'expected' && this.verdict.punctuality === 'late');

  choose(at: number): void {
    this.at = at;
    this.late = '';
  }

  /** Another desk may have marked the arrival while the sheet lay open. */
  async look(): Promise<void> {
    const fresh = await Promise.all(
      this.verdicts.map(async (verdict) => {
        try {
          const scanned = await this.backend.verdict(verdict.line.reference);
          return scanned.scanned === 'reception' ? scanned.verdict : verdict;
        } catch {
          // The verdict in hand stays; an act on it is judged by the program.
          return verdict;
        }
      }),
    );
    this.verdicts = fresh;
  }
}
