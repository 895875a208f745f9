/** A sentence in both languages: the board is read by whoever is on duty. */
import type { FluentVariable } from '@fluent/bundle';

import { LANGUAGES, type Language } from '../words/bundles';
import { Words } from '../words/words.svelte';

export type Both = Record<Language, string>;

const spoken = LANGUAGES.map((language) => {
  const words = new Words();
  words.language = language;
  return words;
});

export const both = (id: string, values: Record<string, FluentVariable> = {}): Both =>
  Object.fromEntries(spoken.map((words) => [words.language, words.say(id, values)])) as Both;

/** Whether both languages know the sentence. */
export const known = (id: string): boolean => spoken[0]?.knows(id) ?? false;

/** A refusal in both languages. */
export const refused = (code: string, args: Record<string, string>): Both =>
  Object.fromEntries(spoken.map((words) => [words.language, words.refusal(code, args)])) as Both;
