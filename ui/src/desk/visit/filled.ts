/** What was filled in of a person known by an IIN, and what had stood there: with another IIN the one goes and the other comes back. */
import type { Typed } from './visit-state.svelte';

export interface Filled {
  iin: string | null;
  before: Partial<Typed>;
  wrote: Partial<Typed>;
}

/** A document is one thing: a number the worker typed keeps the kind and the dates beside it. */
const DOCUMENT: readonly string[] = ['kind', 'country', 'number', 'issuer', 'issued', 'expires'];

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const pick = (typed: Typed, fields: string[]): Partial<Typed> => Object.fromEntries(Object.entries(typed).filter(([field]) => fields.includes(field)));

/** Notes what changed between two sheets; of a field filled in twice, what stood there first. */
export function noted(iin: string | null, before: Typed, after: Typed, earlier: Filled | undefined): Filled {
  const changed = Object.entries(after).filter(([field, value]) => !same(value, before[field as keyof Typed])).map(([field]) => field);
  return { iin: iin ?? earlier?.iin ?? null, before: { ...pick(before, changed), ...earlier?.before }, wrote: { ...earlier?.wrote, ...pick(after, changed) } };
}

/** What has to be written to take it back: never what was typed since. */
export function takenBack(filled: Filled, typed: Typed): Partial<Typed> {
  const own = typed.number !== '' && typed.number !== filled.wrote.number;
  const fields = Object.entries(filled.wrote).filter(([field, value]) => !(own && DOCUMENT.includes(field)) && same(value, typed[field as keyof Typed]));
  return Object.fromEntries(fields.map(([field]) => [field, filled.before[field as keyof Typed]]));
}

/** Whether a person's hand typed anything that was not filled in. */
export function byHand(filled: Filled | undefined, texts: Partial<Typed>): boolean {
  return Object.entries(texts).some(([field, value]) => value !== '' && !same(value, filled?.wrote[field as keyof Typed]));
}
