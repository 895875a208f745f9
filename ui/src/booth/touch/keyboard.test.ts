import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Words } from '../../words/words.svelte';
import { add, capitalNext, erase, LONGEST, rows, written, type Layout } from './keyboard';
import Keys from './Keys.svelte';

const KAZAKH = 'әғқңөұүһі';
const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъьюяыэ';
const LATIN = 'abcdefghijklmnopqrstuvwxyz0123456789@._-';

describe('the keyboard', () => {
  it('has every letter of both languages, once, upright and across', () => {
    for (const layout of ['post', 'name'] satisfies Layout[]) {
      for (const across of [false, true]) {
        const keys = rows(layout, across).flat();
        expect(new Set(keys).size, 'no key stands twice').toBe(keys.length);
        expect([...KAZAKH, ...RUSSIAN].filter((letter) => !keys.includes(letter))).toEqual([]);
      }
    }
    for (const across of [false, true]) expect([...LATIN].filter((letter) => !rows('mail', across).flat().includes(letter))).toEqual([]);
  });

  it('has no row that is broader than the panel: eleven keys upright, nineteen across', () => {
    for (const layout of ['post', 'name', 'mail'] satisfies Layout[]) {
      expect(Math.max(...rows(layout, false).map((row) => row.length))).toBeLessThanOrEqual(11);
      expect(Math.max(...rows(layout, true).map((row) => row.length))).toBeLessThanOrEqual(19);
    }
  });

  it('writes at the end, with a capital where a name begins, and never two spaces', () => {
    expect(add('', 'ұ', true)).toBe('Ұ');
    expect(add('Абай', ' ', false)).toBe('Абай ');
    expect(add('Абай ', ' ', false)).toBe('Абай ');
    expect(add('', ' ', false)).toBe('');
    expect(add('а'.repeat(LONGEST), 'б', false)).toHaveLength(LONGEST);
    expect([capitalNext('', 'post'), capitalNext('Алматы, ', 'post'), capitalNext('Алматы', 'post'), capitalNext('', 'mail')]).toEqual([true, true, false, false]);
  });

  it('erases one symbol, and nothing of nothing', () => {
    expect([erase('Әке'), erase('Ә'), erase('')]).toEqual(['Әк', '', '']);
    expect([written('  '), written(' Абай ')]).toEqual([null, 'Абай']);
  });
});

describe('a key', () => {
  let drawn: Record<string, unknown> | undefined;
  afterEach(() => {
    if (drawn) void unmount(drawn);
    drawn = undefined;
    vi.useRealTimers();
  });

  it('is one letter for each touch, however long the finger lies on it', () => {
    vi.useFakeTimers();
    const heard: string[] = [];
    drawn = mount(Keys, { target: document.body, props: { words: new Words(), layout: 'post', across: false, capital: false, onkey: (symbol: string) => heard.push(symbol) } });
    flushSync();
    const key = document.querySelector('[data-key="қ"]');
    key?.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, bubbles: true }));
    flushSync();
    expect(key?.textContent?.replace(/\s/g, ''), 'the letter grows above the finger').toBe('ққ');
    vi.advanceTimersByTime(60_000);
    expect(heard).toEqual([]);
    key?.dispatchEvent(new PointerEvent('pointerup', { pointerId: 1, bubbles: true }));
    expect(heard).toEqual(['қ']);
  });
});
