/** The verdict in one sentence. */
import { written } from '../dates';
import type { Verdict } from '../../backend/types';
import type { Words } from '../../words/words.svelte';
import { shortLabel } from '../booth-label';

export function sentence(words: Words, { kind, line, minutes, punctuality }: Verdict): string {
  const { time, day, body } = line;
  const room = shortLabel(line.room);
  switch (kind) {
    case 'expected':
      if (punctuality === 'on_time') return words.say('desk-verdict-expected-on-time', { time, room, body });
      return words.say(`desk-verdict-expected-${punctuality}`, { time, room, body, minutes: Math.abs(minutes) });
    case 'already_in':
      return words.say('desk-verdict-already-in', { time: line.arrived_at ?? time, desk: line.arrived_desk ?? '–' });
    case 'other_day':
      return words.say('desk-verdict-other-day', { day: written(day), time });
    case 'cancelled':
      return line.changed ? words.say('arrival-cancelled-why', { why: line.changed }) : words.say('arrival-cancelled');
    case 'went_on':
      return words.say('arrival-went-on', { time, room, state: words.say(`reception-state-${line.state.replaceAll('_', '-')}`) });
  }
}
