import { afterEach, describe, expect, it } from 'vitest';

import { install } from './keys';

let remove = () => {};
afterEach(() => remove());

function press(init: KeyboardEventInit): boolean {
  return window.dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }));
}

describe('keys of the window', () => {
  it('F9 and F12 work under any layout and do not repeat while held', () => {
    const done: string[] = [];
    remove = install({ language: () => done.push('language'), lock: () => done.push('lock') }, window);
    press({ code: 'F9', key: 'Unidentified' });
    press({ code: 'F12' });
    press({ code: 'F12', repeat: true });
    expect(done).toEqual(['language', 'lock']);
  });

  it('what a web view does by itself is off, what a person types is not touched', () => {
    remove = install({ language: () => {}, lock: () => {} }, window);
    expect(press({ code: 'F5' })).toBe(false);
    expect(press({ code: 'KeyR', ctrlKey: true })).toBe(false);
    expect(press({ code: 'KeyR' })).toBe(true);
    expect(press({ code: 'KeyC', ctrlKey: true })).toBe(true);
    expect(window.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }))).toBe(false);
  });
});
