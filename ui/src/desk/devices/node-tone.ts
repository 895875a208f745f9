/** The mark of a device's state: ready is done, away is over, anything else wants a look. */
import type { Tone } from '../../kit/Pill.svelte';

export function nodeTone(state: string): Tone {
  const tones: Record<string, Tone> = { connected: 'done', ready: 'done', free: 'idle', here: 'done', unknown: 'idle', away: 'wait', silent: 'wait', retired: 'ended' };
  return tones[state] ?? 'now';
}
