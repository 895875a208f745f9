import { flushSync, mount, unmount } from 'svelte';
import { describe, expect, it } from 'vitest';

import { Refused, type BoardBackend } from '../backend/backend';
import type { Attention, Board, BoardRow } from '../backend/types';
import BoardWindow from './Board.svelte';
import { BoardState, SAID_MS, UNDO_MS } from './board-state.svelte';
import { timeOfDay } from './clock';
import { pressed } from './keys';
import { Slots } from './slots';

const row = (reference: string, state: BoardRow['state'] = 'arrived'): BoardRow => ({
  reference, name: `${reference} А.`, language: 'kk', needs_help: false, from_desk: 'A', time: '14:15', room: '1', room_kk: '1-бөлме', room_ru: 'комната 1', minutes_left: 3, state, to_lead: state === 'arrived', taken_by: null, taken_at: null,
});

/** A desk on paper: its rows, and what it was told. */
class PaperBoard implements BoardBackend {
  rows = [row('а'), row('ә')];
  attention: Attention[] = [];
  /** Holds the answers back until they are let go, in whatever order. */
  waiting: (() => void)[] | null = null;
  told: string[] = [];
  refuses: string | null = null;
  async present() {}
  async board(): Promise<Board> {
    const answer = this.#answer();
    if (this.waiting) await new Promise<void>((go) => this.waiting?.push(go));
    return answer;
  }
  #answer(): Board {
    if (this.refuses === 'signed-out' || this.refuses === 'role-may-not') throw new Refused({ code: this.refuses, args: {} });
    return { clock: { utc_ms: 9 * 3_600_000 + 12 * 60_000, offset_min: 300 }, link: { connected: true, since: null, portal: true, portal_since: null, unsent: 0 }, rows: this.rows, attention: this.attention };
  }
  async step(reference: string, step: string): Promise<void> {
    if (this.refuses) throw new Refused({ code: this.refuses, args: { state: 'келді' } });
    this.told.push(`${reference} ${step}`);
    this.rows = this.rows.map((one) => (one.reference === reference ? { ...one, state: step === 'escorted' ? 'escorted' : 'started' } : one));
  }
  async undo(reference: string, from: string, reason: string): Promise<void> {
    this.told.push(`${reference} undo ${from}: ${reason}`);
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
    expect(paper.told).toEqual(['ә escorted', 'ә undo escorted: қате басылды', 'а escorted']);
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

  it('tells who may not see it that they may not, not that the program is away', async () => {
    const { paper, state } = await board();
    paper.refuses = 'role-may-not';
    await state.refresh();
    expect([state.away, state.locked, state.board]).toEqual([false, false, null]);
    expect(state.barred?.kk).toContain('рұқсат етілмеген');
    paper.refuses = null;
    await state.refresh();
    expect([state.barred, state.rows.length]).toEqual([null, 2]);
  });

  it('shows as many as fit and counts all', async () => {
    const { paper, state } = await board();
    paper.rows = 'абвгдеж'.split('').map((one) => row(one));
    await state.refresh();
    expect([state.rows.length, state.more, state.board?.rows.length]).toEqual([5, 2, 7]);
    state.fit(6);
    expect([state.rows.map((one) => one.digit), state.more]).toEqual([[1, 2, 3, 4, 5, 6], 1]);
    paper.rows = 'абвгдежзиклм'.split('').map((one) => row(one));
    await state.refresh();
    state.fit(12);
    expect([state.rows.length, state.rows.filter((one) => one.digit === null).length, state.more], 'there are nine digits').toEqual([12, 3, 0]);
  });

  it('hands over by the same digit whoever was taken and is out of sight meanwhile, and takes nobody who was not seen', async () => {
    const { paper, state } = await board();
    paper.rows = 'абвгде'.split('').map((one) => row(one));
    await state.refresh();
    await state.digit(6);
    await state.digit(1);
    // The desk puts whoever was taken last.
    paper.rows = [...paper.rows.slice(1), ...paper.rows.slice(0, 1)];
    await state.refresh();
    expect(state.rows.map((one) => `${one.reference}${one.digit}`)).toEqual(['б2', 'в3', 'г4', 'д5', 'е6']);
    await state.digit(1);
    expect(paper.told).toEqual(['а escorted', 'а started']);
  });

  it('moves nobody while the keyboard stands in the list', async () => {
    const { paper, state } = await board();
    const order = () => state.rows.map((one) => one.reference).join('');
    state.aim(true);
    paper.rows = [row('б'), row('ә'), row('а', 'escorted')];
    await state.refresh();
    expect(order()).toBe('аәб');
    state.aim(false);
    expect(order()).toBe('бәа');
  });

  it('lets what was said go after ten seconds', async () => {
    const { paper, state } = await board();
    paper.refuses = 'reception-state';
    await state.digit(1);
    now += SAID_MS - 1;
    state.tick();
    expect(state.said).not.toBeNull();
    now += 1;
    state.tick();
    expect(state.said).toBeNull();
  });

  it('leaves the foot to whoever calls from a booth, whatever was said to a key', async () => {
    const { paper, state } = await board();
    paper.attention = [{ code: 'booth-held', args: { booth: '1' }, about: null }, { code: 'staff-called', args: { booth: '3', at: '14:11' }, about: null }];
    const drawn = mount(BoardWindow, { target: document.body, props: { state } });
    await state.digit(1);
    flushSync();
    const foot = () => document.querySelector('footer')?.textContent ?? '';
    expect([foot().includes('3-кабинадан'), foot().includes('+1')]).toEqual([true, true]);
    paper.refuses = 'reception-state';
    await state.digit(2);
    flushSync();
    expect(foot()).toContain('3-кабинадан');
    expect(document.querySelector('header')?.textContent, 'what was said is said all the same').toContain('болмайды');
    await unmount(drawn);
    document.body.innerHTML = '';
  });

  it('shows answers that come slower than it asks, and never an older one over a newer', async () => {
    const { paper, state } = await board();
    const waiting: (() => void)[] = [];
    paper.waiting = waiting;
    const asked = [3, 1, 4].map((count) => {
      paper.rows = paper.rows.slice(0, 1).flatMap((one) => Array.from({ length: count }, (_, at) => ({ ...one, reference: String(at) })));
      return state.refresh();
    });
    waiting[1]?.();
    await asked[1];
    expect(state.rows.length, 'a third question is open').toBe(1);
    waiting[0]?.();
    await asked[0];
    expect(state.rows.length, 'overtaken').toBe(1);
    waiting[2]?.();
    await asked[2];
    expect(state.rows.length).toBe(4);
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
