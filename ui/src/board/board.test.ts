import { describe, expect, it } from 'vitest';

import { Refused, type BoardBackend } from '../backend/backend';
import type { Board, BoardRow, Frame } from '../backend/types';
import { BoardState, UNDO_MS } from './board-state.svelte';
import { timeOfDay } from './clock';
import { pressed } from './keys';
import { Slots } from './slots';

const row = (reference: string, state: BoardRow['state'] = 'arrived'): BoardRow => ({
  reference, name: `${reference} А.`, language: 'kk', needs_help: false, time: '14:15', room: '1', room_kk: '1-бөлме', room_ru: 'комната 1', minutes_left: 3, state, taken_by: null, taken_at: null,
});

/** A desk on paper: its rows, and what it was told. */
class PaperBoard implements BoardBackend {
  rows = [row('а'), row('ә')];
  told: string[] = [];
  refuses: string | null = null;
  async frame(): Promise<Frame> {
    throw new Error('not asked');
  }
  async board(): Promise<Board> {
    if (this.refuses === 'signed-out') throw new Refused({ code: 'signed-out', args: {} });
    return { clock: { utc_ms: 9 * 3_600_000 + 12 * 60_000, offset_min: 300 }, link: { connected: true, since: null, unsent: 0 }, rows: this.rows, attention: [] };
  }
  async step(reference: string, step: string): Promise<void> {
    if (this.refuses) throw new Refused({ code: this.refuses, args: { state: 'келді' } });
    this.told.push(`${reference} ${step}`);
    this.rows = this.rows.map((one) => (one.reference === reference ? { ...one, state: step === 'escorted' ? 'escorted' : 'started' } : one));
  }
  async undo(reference: string, reason: string): Promise<void> {
    this.told.push(`${reference} undo: ${reason}`);
  }
  async onChange(): Promise<() => void> {
    return () => {};
  }
}

let now = 0;
async function board() {
  const paper = new PaperBoard();
  const state = new BoardState(paper, () => now);
  await state.refresh();
  return { paper, state };
}

describe('the escort board', () => {
  it('takes a person by the digit, and hands over at the door by the same digit', async () => {
    const { paper, state } = await board();
    await state.digit(1);
    await state.digit(1);
    await state.digit(5);
    expect(paper.told).toEqual(['а escorted', 'а started']);
  });

  it('takes the last act back within a minute, with the reason, and not later', async () => {
    const { paper, state } = await board();
    await state.digit(2);
    now += UNDO_MS - 1;
    await state.undo();
    await state.undo();
    await state.digit(1);
    now += UNDO_MS;
    await state.undo();
    expect(paper.told).toEqual(['ә escorted', 'ә undo: қате басылды', 'а escorted']);
  });

  it('says a refusal in both languages, and offers nothing to take back', async () => {
    const { paper, state } = await board();
    paper.refuses = 'reception-state';
    await state.digit(1);
    expect(state.said?.kk).toContain('болмайды');
    expect(state.said?.ru).not.toBe(state.said?.kk);
    expect(state.done).toBeNull();
  });

  it('shows nothing while nobody is signed in at the desk', async () => {
    const { paper, state } = await board();
    paper.refuses = 'signed-out';
    await state.refresh();
    expect([state.locked, state.board, state.rows]).toEqual([true, null, []]);
  });

  it('leaves a row its digit as long as it stands there', () => {
    const slots = new Slots();
    slots.assign(['а', 'ә', 'б']);
    expect([...slots.assign(['ә', 'б', 'в'])]).toEqual([['ә', 2], ['б', 3], ['в', 1]]);
  });

  it('reads digits by their place, and a key that is held down is one press', () => {
    const heard: string[] = [];
    const keys = { digit: (digit: number) => heard.push(String(digit)), undo: () => heard.push('undo') };
    const key = (code: string, more = {}) => pressed({ code, repeat: false, ctrlKey: false, altKey: false, metaKey: false, ...more }, keys);
    expect([key('Digit3'), key('Numpad3'), key('Digit3', { repeat: true }), key('KeyZ', { ctrlKey: true }), key('KeyR', { ctrlKey: true }), key('F5'), key('KeyA')]).toEqual([true, true, true, true, true, true, false]);
    expect(heard).toEqual(['3', '3', 'undo']);
  });

  it('tells the time by the program’s clock, not by the web view’s', () => {
    expect(timeOfDay(9 * 3_600_000 + 12 * 60_000, 300)).toBe('14:12');
    expect(timeOfDay(22 * 3_600_000, 300)).toBe('03:00');
  });
});
