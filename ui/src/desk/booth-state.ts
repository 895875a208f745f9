/** What a booth is said to be in, the same on the wall and in the list of devices. */
import type { Tone } from '../kit/Pill.svelte';
import type { Words } from '../words/words.svelte';
import { tone } from './today/tone';

export function boothTone(state: string): Tone {
  return state === 'free' ? 'idle' : state === 'filed' ? 'now' : tone(state);
}

/** A session that is over still holds the booth: its code stands on the screen. */
export function boothWord(words: Words, state: string): string {
  if (state === 'free') return words.say('desk-booth-free');
  return words.say(state === 'filed' ? 'wall-code-shown' : `today-state-${state}`);
}
