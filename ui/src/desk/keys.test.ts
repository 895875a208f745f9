import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { keysHere } from '../kit/keys-here';
import { install } from './keys';

let remove = () => {};
let done: string[] = [];

beforeEach(() => {
  done = [];
  remove = install(
    { f: (number) => done.push(`F${number}`), page: (number) => done.push(`page ${number}`), undo: () => done.push('undo'), escape: () => done.push('escape') },
    window,
  );
});
afterEach(() => {
  remove();
  document.body.replaceChildren();
});

function press(init: KeyboardEventInit, target: EventTarget = document.body): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
}

describe('keys of the window', () => {
  it('work under any layout and do not repeat while held', () => {
    press({ code: 'F9', key: 'Unidentified' });
    press({ code: 'F12' });
    press({ code: 'F12', repeat: true });
    press({ code: 'Digit4', key: 'ң', altKey: true });
    press({ code: 'Escape' });
    expect(done).toEqual(['F9', 'F12', 'page 4', 'escape']);
  });

  it('what a web view does by itself is off, F10 is left to the system, what a person types is not touched', () => {
    expect(press({ code: 'F5' })).toBe(false);
    expect(press({ code: 'F11' })).toBe(false);
    expect(press({ code: 'KeyR', ctrlKey: true })).toBe(false);
    expect(press({ code: 'KeyP', ctrlKey: true })).toBe(false);
    expect(press({ code: 'KeyR' })).toBe(true);
    expect(press({ code: 'KeyC', ctrlKey: true })).toBe(true);
    expect(press({ code: 'F10' })).toBe(true);
    expect(window.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }))).toBe(false);
    expect(done).toEqual([]);
  });

  it('Ctrl+Z takes back typing in a field that has some, and the last act everywhere else', () => {
    document.body.innerHTML = '<input value="">';
    const field = document.querySelector('input');
    if (!field) throw new Error('no field');
    press({ code: 'KeyZ', ctrlKey: true }, field);
    field.value = 'Оспанов';
    expect(press({ code: 'KeyZ', ctrlKey: true }, field)).toBe(true);
    expect(done).toEqual(['undo']);
  });

  it('Enter presses the one filled button from a field, a held Enter and an Enter on another button do not', () => {
    document.body.innerHTML = '<input><button id="other">x</button><button data-primary>y</button>';
    const [field, other, primary] = [document.querySelector('input'), document.querySelector('#other'), document.querySelector<HTMLElement>('[data-primary]')];
    if (!field || !other || !primary) throw new Error('no page');
    primary.addEventListener('click', () => done.push('pressed'));
    press({ code: 'Enter' }, field);
    press({ code: 'Enter', repeat: true }, field);
    press({ code: 'Enter' }, other);
    expect(done).toEqual(['pressed']);
  });

  it('what lies under a dialog hears no single key, and the dialog takes none that nobody in it hears', () => {
    const under = keysHere.add((code) => done.push(`under ${code}`) > 0);
    const uncover = keysHere.cover();
    const inside = keysHere.add((code) => code === 'Digit1' && done.push('inside 1') > 0);
    expect(press({ code: 'Digit1' })).toBe(false);
    expect(press({ code: 'Digit2' })).toBe(true);
    expect(press({ code: 'Space' })).toBe(true);
    inside();
    uncover();
    press({ code: 'Digit2' });
    under();
    expect(done).toEqual(['inside 1', 'under Digit2']);
  });

  it('Ctrl+Z takes nothing back while a dialog stands', () => {
    document.body.innerHTML = '<dialog open></dialog>';
    expect(press({ code: 'KeyZ', ctrlKey: true })).toBe(true);
    expect(done).toEqual([]);
  });

  it('single keys go to whoever asked last, and are text in a text field', () => {
    document.body.innerHTML = '<input>';
    const first = keysHere.add((code) => done.push(`first ${code}`) > 0);
    const second = keysHere.add((code) => code === 'Digit2' && done.push('second 2') > 0);
    press({ code: 'Digit2' });
    press({ code: 'KeyD' });
    expect(press({ code: 'Digit2' }, document.querySelector('input') ?? document.body)).toBe(true);
    first();
    second();
    expect(done).toEqual(['second 2', 'first KeyD']);
  });
});
