import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';

import Button from './Button.svelte';

test('a double click is one press', () => {
  let presses = 0;
  const children = createRawSnippet(() => ({ render: () => '<span>Сопроводить</span>' }));
  const page = mount(Button, { target: document.body, props: { children, onpress: () => (presses += 1) } });
  flushSync();
  const button = document.body.querySelector('button');
  const click = (detail: number) => {
    const event = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(event, 'detail', { value: detail });
    button?.dispatchEvent(event);
  };
  for (const detail of [1, 2, 3]) click(detail);
  expect(presses).toBe(1);
  click(1);
  expect(presses).toBe(2);
  void unmount(page);
});
