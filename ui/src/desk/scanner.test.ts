import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { HOLD_MS, PACE_MS, PATIENCE_MS, QUIET_MS, Repeated, Scanner } from './scanner';
import { installScanner } from './scanner-keys';

/** Types symbols at a pace from a moment on; the answer is when the last one came. */
function type(scanner: Scanner<string>, text: string, from: number, pace: number): { at: number; back: string[] } {
  const back: string[] = [];
  let at = from;
  for (const symbol of text) {
    back.push(...scanner.symbol(symbol, at, symbol).back);
    at += pace;
  }
  return { at, back };
}

describe('what is a scan', () => {
  it('a fast code with Enter is one scan, and nothing of it is given back', () => {
    const scanner = new Scanner<string>();
    const { at, back } = type(scanner, '680503200008', 0, 4);
    expect(back).toEqual([]);
    expect(scanner.enter(at)).toEqual({ back: [], taken: [], fate: 'swallowed' });
    expect(scanner.quiet(at + QUIET_MS - 1)).toEqual({ back: [], scanned: undefined });
    expect(scanner.quiet(at + QUIET_MS)).toEqual({ back: [], scanned: '680503200008' });
    expect(scanner.due(at + QUIET_MS)).toBeUndefined();
  });

  it('symbols stay as they came under the Kazakh layout', () => {
    const scanner = new Scanner<string>();
    const typed = ',ү,ғ"іә"""ә,';
    const { at } = type(scanner, typed, 0, 10);
    scanner.enter(at);
    expect(scanner.quiet(at + QUIET_MS).scanned).toBe(typed);
  });

  it('the lines of a zone are one scan, whether a line ends once or twice', () => {
    for (const ends of [1, 2]) {
      const scanner = new Scanner<string>();
      let at = 0;
      for (const line of ['IDKAZ0123456784680503200911', '6805034F3001019KAZ', 'SYNTHETIC<<TEST']) {
        at = type(scanner, line, at, 3).at;
        for (let end = 0; end < ends; end++) expect(scanner.enter(at).fate).toBe('swallowed');
        at += 20;
      }
      expect(scanner.quiet(at + QUIET_MS).scanned).toBe('IDKAZ0123456784680503200911|6805034F3001019KAZ|SYNTHETIC<<TEST');
    }
  });

  it('a person who types is given every key back, in order, and keeps Enter', () => {
    const scanner = new Scanner<string>();
    const { at, back } = type(scanner, 'Оспанов', 0, 120);
    expect(back).toEqual([...'Оспано']);
    expect(scanner.enter(at)).toEqual({ back: ['в'], taken: [], fate: 'passes' });
  });

  it('a key of a person is held no longer than a blink', () => {
    const scanner = new Scanner<string>();
    scanner.symbol('Қ', 0, 'Қ');
    expect(scanner.due(0)).toBe(HOLD_MS);
    expect(scanner.quiet(HOLD_MS - 1).back).toEqual([]);
    expect(scanner.quiet(HOLD_MS).back).toEqual(['Қ']);
  });

  it('a busy machine may hold up a symbol of a scan, and it stays one scan', () => {
    const scanner = new Scanner<string>();
    let { at } = type(scanner, '6805', 0, 5);
    at += PATIENCE_MS - 10;
    const rest = type(scanner, '03200008', at, 5);
    expect(rest.back).toEqual([]);
    expect(scanner.enter(rest.at + 90).fate).toBe('swallowed');
    expect(scanner.quiet(rest.at + 90 + QUIET_MS).scanned).toBe('680503200008');
  });

  it('a machine that stumbles over the first key takes it out of the field again', () => {
    const scanner = new Scanner<string>();
    scanner.symbol('6', 0, '6');
    expect(scanner.quiet(HOLD_MS).back).toEqual(['6']);
    const { at } = type(scanner, '80503200008', PATIENCE_MS - 20, 5);
    expect(scanner.enter(at)).toEqual({ back: [], taken: ['6'], fate: 'swallowed' });
    expect(scanner.quiet(at + QUIET_MS).scanned).toBe('680503200008');
  });

  it('a person who types very fast is still a person', () => {
    const scanner = new Scanner<string>();
    const { at } = type(scanner, 'Оспанова', 0, PACE_MS + 15);
    expect(scanner.enter(at)).toEqual({ back: [...'Оспанова'], taken: [], fate: 'passes' });
  });

  it('few fast symbols, or an Enter that comes late, are a person', () => {
    const few = new Scanner<string>();
    expect(few.enter(type(few, '12345', 0, 5).at)).toEqual({ back: [...'12345'], taken: [], fate: 'passes' });
    const late = new Scanner<string>();
    const { at } = type(late, '123456', 0, 5);
    expect(late.enter(at + PATIENCE_MS)).toEqual({ back: [...'123456'], taken: [], fate: 'passes' });
  });

  it('a fast word that ends with Tab is a person', () => {
    const scanner = new Scanner<string>();
    type(scanner, 'Сейдахметова', 0, 1);
    expect(scanner.other()).toEqual({ back: [...'Сейдахметова'], taken: [], fate: 'passes' });
  });

  it('the same code within three seconds is one code', () => {
    const repeated = new Repeated();
    expect([repeated.again('a', 0), repeated.again('a', 2900), repeated.again('b', 2950), repeated.again('a', 3000), repeated.again('a', 6100)]).toEqual([
      false, true, false, false, false,
    ]);
  });
});

describe('a scan on a page', () => {
  let remove = () => {};
  let scans: string[] = [];
  let heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);

  beforeEach(() => {
    vi.useFakeTimers();
    scans = [];
    heard = [];
    document.body.innerHTML = '<form><input><button type="submit">Тіркеу</button></form>';
    remove = installScanner({ scanned: (typed) => scans.push(typed), isCode: (line) => line !== 'password' }, window);
    window.addEventListener('keydown', listen);
  });
  afterEach(() => {
    remove();
    window.removeEventListener('keydown', listen);
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  function strike(text: string, pace: number, end = 'Enter'): boolean[] {
    const fates: boolean[] = [];
    for (const key of [...text, end]) {
      if (!key) continue;
      vi.advanceTimersByTime(pace);
      const event = new KeyboardEvent('keydown', { key, code: key === 'Enter' ? key : '', bubbles: true, cancelable: true });
      Object.defineProperty(event, 'timeStamp', { value: performance.now() });
      fates.push((document.activeElement ?? document.body).dispatchEvent(event));
    }
    return fates;
  }

  it('reaches no field, no button and no shortcut, its Enter neither', () => {
    const field = document.querySelector('input');
    field?.focus();
    expect(strike('680503200008', 2).includes(true)).toBe(false);
    vi.advanceTimersByTime(QUIET_MS + 2);
    expect(scans).toEqual(['680503200008']);
    expect(field?.value).toBe('');
    expect(heard).toEqual([]);
  });

  it('leaves nothing of its first key in the field', () => {
    const field = document.querySelector('input');
    field?.focus();
    if (field) field.value = 'Ким';
    strike('6', 90, '');
    vi.advanceTimersByTime(HOLD_MS + 2);
    expect(field?.value).toBe('Ким6');
    strike('80503200008', 3);
    vi.advanceTimersByTime(QUIET_MS + 2);
    expect(scans).toEqual(['680503200008']);
    expect(field?.value).toBe('Ким');
  });

  it('what a person types lands in the field that has the focus', () => {
    const field = document.querySelector('input');
    field?.focus();
    strike('Қасымова', 90, '');
    vi.advanceTimersByTime(HOLD_MS + 2);
    expect(field?.value).toBe('Қасымова');
    expect(scans).toEqual([]);
    expect(strike('', 90).at(-1)).toBe(true);
    expect(heard.at(-1)).toBe('Enter');
  });

  it('a fast password with Enter before the door stays a password', () => {
    const field = document.querySelector('input');
    field?.focus();
    expect(strike('password', 2).at(-1)).toBe(true);
    expect(field?.value).toBe('password');
    vi.advanceTimersByTime(QUIET_MS + 2);
    expect(scans).toEqual([]);
  });

  it('single keys of a person are heard as shortcuts where no field has the focus', () => {
    document.querySelector('button')?.focus();
    strike('2', 90, '');
    vi.advanceTimersByTime(HOLD_MS + 2);
    expect(heard).toEqual(['2']);
  });
});
