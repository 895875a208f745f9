/**
 * Which digit belongs to which row. A row keeps its digit as long as it stands at the desk, in sight or not: a digit that moved to another
 * person between two presses would hand over the wrong one.
 */
export const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export class Slots {
  #held = new Map<string, number>();

  /** Gives the rows in sight their digits: those that have one keep it, new ones take the lowest that is free. Only where none is, one out of sight gives up its own. */
  assign(shown: readonly string[], standing: readonly string[] = shown): Map<string, number> {
    const kept = new Map([...this.#held].filter(([reference]) => standing.includes(reference)));
    for (const reference of shown.slice(0, DIGITS.length)) {
      if (kept.has(reference)) continue;
      const free = DIGITS.find((digit) => ![...kept.values()].includes(digit)) ?? this.#taken(kept, shown);
      if (free !== undefined) kept.set(reference, free);
    }
    this.#held = kept;
    return kept;
  }

  /** Whose digit it is. */
  of(digit: number): string | undefined {
    return [...this.#held].find(([, held]) => held === digit)?.[0];
  }

  /** The digit of a row out of sight, which has it no more. */
  #taken(kept: Map<string, number>, shown: readonly string[]): number | undefined {
    const hidden = [...kept.keys()].find((reference) => !shown.includes(reference));
    const digit = hidden === undefined ? undefined : kept.get(hidden);
    if (hidden !== undefined) kept.delete(hidden);
    return digit;
  }
}
