/** The one act that comes next on a reception, for whoever may do it. */
import type { Step } from '../backend/backend';
import type { ReceptionLine } from '../backend/types';
import type { Tone } from '../kit/Pill.svelte';
import type { DeskState } from './desk-state.svelte';

export type NextAct = { act: 'step'; step: Step } | { act: 'no-show' } | undefined;

export function nextAct(line: ReceptionLine, may: (deed: string) => boolean): NextAct {
  if (line.state === 'expected' && line.minutes_left < 0 && may('mark_no_show')) return { act: 'no-show' };
  if (!may('escort')) return undefined;
  const steps: Partial<Record<ReceptionLine['state'], Step>> = { arrived: 'escorted', escorted: 'started', started: 'finished' };
  const step = steps[line.state];
  return step && { act: 'step', step };
}

export async function perform(desk: DeskState, line: ReceptionLine, next: NonNullable<NextAct>) {
  const { backend, words } = desk;
  const said = () => words.say('desk-reception-done', { name: line.name, done: words.say(next.act === 'step' ? `reception-step-${next.step}` : 'reception-step-no-show') });
  return desk.act(
    () => (next.act === 'step' ? backend.step(line.reference, next.step) : backend.noShow(line.reference)),
    said,
    () => () => backend.undo(line.reference, next.act === 'step' ? next.step : 'no_show', words.say('desk-undo-reason')),
  );
}

/** The state of a reception as it is shown: word and mark. */
export function standing(line: ReceptionLine): { id: string; tone: Tone } {
  switch (line.state) {
    case 'expected':
      return line.minutes_left < 0 ? { id: 'desk-not-come-yet', tone: 'wait' } : { id: 'reception-state-expected', tone: 'idle' };
    case 'cancelled':
      return { id: 'reception-state-cancelled', tone: 'ended' };
    case 'arrived':
      return { id: 'reception-state-arrived', tone: 'done' };
    case 'escorted':
      return { id: 'desk-reception-in-room', tone: 'now' };
    case 'started':
      return { id: 'desk-reception-going', tone: 'now' };
    case 'finished':
      return { id: 'desk-reception-finished', tone: 'done' };
    case 'no_show':
      return { id: 'reception-state-no-show', tone: 'ended' };
  }
}
