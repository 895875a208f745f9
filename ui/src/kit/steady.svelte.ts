/**
 * A list that stays still under the hand: while it is held (the focus or the pointer is in it), rows change in place but none comes, goes or moves.
 * What came meanwhile is counted and appears when the list is let go.
 */
import { untrack } from 'svelte';

export class Steady<Row> {
  rows: Row[] = $state.raw([]);
  /** How many rows wait to appear. */
  waiting = $state(0);

  #newest: Row[] = $state.raw([]);
  #held = 0;

  constructor(private readonly key: (row: Row) => string) {}

  take(rows: Row[]): void {
    this.#newest = rows;
    // Where nothing stands yet, nothing can move under the hand: a page that opens under the pointer shows its rows.
    if (this.#held === 0 || this.rows.length === 0) return this.show();
    const fresh = new Map(rows.map((row) => [this.key(row), row]));
    this.rows = this.rows.map((row) => fresh.get(this.key(row)) ?? row);
    const shown = new Set(this.rows.map(this.key));
    this.waiting = rows.filter((row) => !shown.has(this.key(row))).length;
  }

  /** A row that only stands until the list is let go, as it is by now. */
  mend(row: Row): void {
    this.rows = this.rows.map((one) => (this.key(one) === this.key(row) ? row : one));
  }

  /** Whether the row only stands until the list is let go. */
  gone(row: Row): boolean {
    return !this.#newest.some((one) => this.key(one) === this.key(row));
  }

  show(): void {
    this.rows = this.#newest;
    this.waiting = 0;
  }

  /** Holds the list while the focus or the pointer is in the element: `{@attach list.hold}`. */
  hold = (element: HTMLElement): (() => void) => {
    const hold = () => void this.#held++;
    const release = () => {
      this.#held = Math.max(0, this.#held - 1);
      // The focus also leaves when the list is taken from the page: that is in the middle of drawing, and nothing drawn depends on this.
      if (this.#held === 0) untrack(() => this.show());
    };
    const left = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) release();
    };
    const came = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) hold();
    };
    element.addEventListener('pointerenter', hold);
    element.addEventListener('pointerleave', release);
    element.addEventListener('focusin', came);
    element.addEventListener('focusout', left);
    return () => {
      this.#held = 0;
      element.removeEventListener('pointerenter', hold);
      element.removeEventListener('pointerleave', release);
      element.removeEventListener('focusin', came);
      element.removeEventListener('focusout', left);
    };
  };
}
