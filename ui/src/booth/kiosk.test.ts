import { describe, expect, it } from 'vitest';

import { kept, locked } from './kiosk';

const key = (code: string, ctrlKey = false) => ({ code, ctrlKey, altKey: false, metaKey: false });

describe('the kiosk', () => {
  it('leaves only the keys of a switch to the page', () => {
    expect(['Tab', 'Enter', 'Space', 'ArrowDown'].every((code) => kept(key(code)))).toBe(true);
    expect(['F5', 'F11', 'F12', 'Backspace', 'KeyR', 'BrowserBack'].some((code) => kept(key(code)))).toBe(false);
    expect(kept(key('Enter', true))).toBe(false);
  });

  it('has no menu, no selection, no zoom by the wheel', () => {
    const free = locked(window);
    const stopped = (kind: string) => !window.dispatchEvent(new Event(kind, { cancelable: true }));
    expect(['contextmenu', 'selectstart', 'dragstart', 'wheel'].filter((kind) => !stopped(kind))).toEqual([]);
    free();
    expect(stopped('contextmenu')).toBe(false);
  });
});
