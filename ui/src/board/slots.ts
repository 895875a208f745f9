/**
 * Which digit belongs to which row. A row keeps its digit as long as it stands on the board: a digit that moved to another person
 * between two presses would hand over the wrong one.
 */
export const DIGITS = [1, 2, 3, 4, 5] as const;

export class Slots {
  #held = new Map<string, number>();

  /** Gives the rows their digits: those that stand keep theirs, new ones take the lowest that is free. */
  assign(references: readonly string[]): Map<string, number> {
    const kept = new Map([...this.#held].filter(([reference]) => references.includes(reference)));
    for (const reference of references) {
      if (kept.has(reference)) continue;
      const free = DIGITS.find((digit) => ![...kept.values()].includes(digit));
      if (free !== undefined) kept.set(reference, free);
    }
    this.#held = kept;
    return kept;
  }
}
