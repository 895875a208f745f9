/** The last act that can be taken back, for a minute. Taking back is an act of its own, with its reason. */
export const UNDO_MS = 60_000;

export interface Undoable {
  /** Takes it back; the answer is what the status line says then. */
  run: () => Promise<void>;
}

export class Undo {
  /** There is something to take back. */
  open = $state(false);

  #last: Undoable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  offer(undoable: Undoable | undefined): void {
    clearTimeout(this.#timer);
    this.#last = undoable;
    this.open = undoable !== undefined;
    if (undoable) this.#timer = setTimeout(() => this.offer(undefined), UNDO_MS);
  }

  take(): Undoable | undefined {
    const last = this.#last;
    this.offer(undefined);
    return last;
  }
}
