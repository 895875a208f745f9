/** The mark a state of a visit is shown with: a person who waits is gold and nobody else. */
import type { Tone } from '../../kit/Pill.svelte';

export const TONES: Record<string, Tone> = {
  registered: 'idle',
  asked: 'wait',
  preparing: 'now',
  recording: 'now',
  paused: 'now',
  held: 'now',
  filed: 'done',
  withdrawn: 'ended',
  refused: 'ended',
  interrupted: 'ended',
  ended: 'ended',
  annulled: 'ended',
};

export function tone(state: string): Tone {
  return TONES[state] ?? 'idle';
}
