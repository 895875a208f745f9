/** The mark a state of a visit is shown with: a person who waits is gold and nobody else. */
import type { Tone } from '../../kit/Pill.svelte';

export const TONES: Record<string, Tone> = {
  waiting: 'wait',
  'in-booth': 'now',
  recording: 'now',
  paused: 'now',
  filed: 'done',
  accepted: 'done',
  answered: 'done',
  'handed-over': 'done',
  'not-filed': 'ended',
  interrupted: 'ended',
  'did-not-take-place': 'ended',
  annulled: 'ended',
};

export function tone(state: string): Tone {
  return TONES[state] ?? 'idle';
}
