import { expect, test } from 'vitest';

import { SIGN_EVERY_MS, tellOfPresence } from './presence';

test('a person is told of at once and then once in a while, and a page alone is nobody', () => {
  let now = 0;
  let told = 0;
  const stop = tellOfPresence(() => (told += 1), window, () => now);
  expect(told).toBe(0);
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyA' }));
  window.dispatchEvent(new Event('pointerdown'));
  expect(told).toBe(1);
  now = SIGN_EVERY_MS;
  window.dispatchEvent(new Event('pointermove'));
  window.dispatchEvent(new Event('focus'));
  expect(told).toBe(1);
  window.dispatchEvent(new Event('wheel'));
  expect(told).toBe(2);
  stop();
  now *= 2;
  window.dispatchEvent(new Event('pointerdown'));
  expect(told).toBe(2);
});
