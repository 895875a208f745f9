import { afterEach, expect, it } from 'vitest';

import { DEAD_MS, EnterGuard, primaryOnTop } from './enter-guard';

afterEach(() => document.body.replaceChildren());

it('a button that has just appeared is dead for 300 ms, and again whenever it states something else', () => {
  const guard = new EnterGuard();
  expect(guard.lets(0)).toBe(true);
  guard.appeared(1000);
  expect(guard.lets(1000)).toBe(false);
  expect(guard.lets(1000 + DEAD_MS - 1)).toBe(false);
  expect(guard.lets(1000 + DEAD_MS)).toBe(true);
  guard.appeared(2000);
  expect(guard.lets(2100)).toBe(false);
});

it('Enter finds the button that lies on top and never one that is covered', () => {
  document.body.innerHTML = '<div inert><button data-primary>under</button></div><button data-primary id="sheet">sheet</button>';
  expect(primaryOnTop(document)?.id).toBe('sheet');
  document.body.insertAdjacentHTML('beforeend', '<dialog open><p>nothing to press</p></dialog>');
  expect(primaryOnTop(document)).toBeUndefined();
});

it('Enter never presses a button that is not to be seen', () => {
  document.body.innerHTML = '<button data-primary id="seen">seen</button><div style="display: none"><button data-primary>of another tab</button></div>';
  expect(primaryOnTop(document)?.id).toBe('seen');
  document.querySelector('#seen')?.remove();
  expect(primaryOnTop(document)).toBeUndefined();
});
