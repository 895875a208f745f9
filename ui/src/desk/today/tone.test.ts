import { expect, it } from 'vitest';

import { Words } from '../../words/words.svelte';
import { TONES, tone } from './tone';

it('every state with a mark has words in both languages, and one without a mark is quiet', () => {
  const words = new Words();
  for (const state of Object.keys(TONES)) expect(words.knows(`today-state-${state}`), state).toBe(true);
  expect(tone('unheard-of')).toBe('idle');
});
