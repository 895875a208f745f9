/** The journal: the lines of a day, what was looked for, and the entry that lies open. */
import type { EntryLine, EntrySheet, Found, Journal, Refusal } from '../../backend/types';
import { Steady } from '../../kit/steady.svelte';
import type { DeskState } from '../desk-state.svelte';
import { Reading, refusalOf, type Looks } from '../reading.svelte';

/** So many lines are drawn at once; a longer day is narrowed by looking for a name. */
export const MOST_LINES = 200;

/** The chips: what is shown of the day. */
export const FILTERS = ['all', 'waiting', 'in-booth', 'filed', 'not-filed', 'annulled'] as const;
export type Filter = (typeof FILTERS)[number];

const OF: Record<EntryLine['state'], Filter> = {
  registered: 'waiting', withdrawn: 'waiting', refused: 'waiting', asked: 'in-booth', preparing: 'in-booth', recording: 'in-booth', paused: 'in-booth',
  held: 'in-booth', interrupted: 'not-filed', filed: 'filed', ended: 'not-filed', annulled: 'annulled',
};

export class JournalState implements Looks {
  readonly reading: Reading<Journal>;
  readonly list = new Steady<EntryLine>((line) => line.number);
  readonly entry: Reading<EntrySheet | undefined>;
  day: string | null = $state(null);
  text = $state('');
  filter: Filter = $state('all');
  /** What the program found on other days; the journal of the day otherwise. */
  found: Found | undefined = $state.raw();
  refusal: Refusal | undefined = $state.raw();

  constructor(private readonly desk: DeskState) {
    this.reading = new Reading(() => desk.backend.journal(this.day));
    this.entry = new Reading(async () => (desk.entry === undefined ? undefined : desk.backend.entry(desk.entry)));
  }

  readonly lines: EntryLine[] = $derived.by(() => {
    const text = this.text.trim().toLocaleUpperCase();
    const all = this.found?.entries ?? this.list.rows;
    const named = this.found || text === '' ? all : all.filter((line) => `${line.number} ${line.name}`.toLocaleUpperCase().includes(text));
    return this.filter === 'all' ? named : named.filter((line) => OF[line.state] === this.filter);
  });

  async look(): Promise<void> {
    await Promise.all([this.reading.look(), this.entry.look()]);
    this.list.take(this.reading.value?.entries ?? []);
  }

  async ofDay(day: string): Promise<void> {
    this.day = day;
    this.found = undefined;
    await this.reading.look();
    this.list.take(this.reading.value?.entries ?? []);
    this.list.show();
  }

  /** Enter in the find box looks on all days the desk holds. */
  async find(): Promise<void> {
    const text = this.text.trim();
    this.refusal = undefined;
    if (text === '') {
      this.found = undefined;
      return;
    }
    try {
      this.found = await this.desk.backend.search(text);
    } catch (reason) {
      this.refusal = refusalOf(reason);
    }
  }
}
