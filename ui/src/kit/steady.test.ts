import { afterEach, beforeEach, expect, it } from 'vitest';

import { Steady } from './steady.svelte';

interface Row {
  id: string;
  words: string;
}
const row = (id: string, words = id): Row => ({ id, words });
let list: Steady<Row>;
let element: HTMLElement;
let off: () => void;

beforeEach(() => {
  list = new Steady<Row>((one) => one.id);
  document.body.innerHTML = '<div id="list"><button>x</button></div><button id="elsewhere">y</button>';
  element = document.querySelector('#list') ?? document.body;
  off = list.hold(element);
  list.take([row('a'), row('b')]);
});
afterEach(() => off());

const shown = () => list.rows.map((one) => one.words);

it('a list nobody holds shows the newest at once', () => {
  list.take([row('c'), row('a')]);
  expect(shown()).toEqual(['c', 'a']);
});

it('under the pointer rows change in place, none comes, goes or moves; let go, the newest stands there', () => {
  element.dispatchEvent(new Event('pointerenter'));
  list.take([row('c'), row('b', 'b changed')]);
  expect(shown()).toEqual(['a', 'b changed']);
  expect(list.waiting).toBe(1);
  expect(list.gone(row('a'))).toBe(true);
  element.dispatchEvent(new Event('pointerleave'));
  expect(shown()).toEqual(['c', 'b changed']);
  expect(list.waiting).toBe(0);
});

it('the focus inside holds it, walking from row to row does not let go', () => {
  const inside = element.querySelector('button');
  element.dispatchEvent(new FocusEvent('focusin', { relatedTarget: document.querySelector('#elsewhere') }));
  element.dispatchEvent(new FocusEvent('focusout', { relatedTarget: inside }));
  list.take([row('c')]);
  expect(shown()).toEqual(['a', 'b']);
  element.dispatchEvent(new FocusEvent('focusout', { relatedTarget: document.querySelector('#elsewhere') }));
  expect(shown()).toEqual(['c']);
});
