/** At 200 % one column is shown at a time: keys reach what is to be seen, and nothing else. */
import { beforeAll, expect, test, vi } from 'vitest';

import { atWork, ground, PATIENT } from './harness/ground';
import { STAFF } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;
let numbers: string[];

beforeAll(async () => {
  numbers = [];
  for (const visitor of await branch.host.lever<object[]>('visitors')) numbers.push((await branch.host.deskB<{ number: string }>(visitor)).number);
  desk = await branch.open('desk', { width: 683, height: 384 });
  await atWork(desk, STAFF.akhmetova);
  await vi.waitFor(async () => expect(await waiting()).toBe(numbers.length), PATIENT);
  await desk.page.locator('[data-pane="waiting"] [data-entry]').first().waitFor();
});

const tab = (at: number) => desk.page.locator('.tabs button').nth(at);
const waiting = async () => (await branch.host.ask<{ waiting: object[] }>('desk', 'today')).waiting.length;
const focused = () => desk.page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? document.activeElement?.id);

test('Enter on another tab calls nobody', async () => {
  await tab(2).click();
  await desk.page.locator('[data-pane="booths"]').waitFor({ state: 'visible' });
  await desk.page.locator('#scan-box').focus();
  await desk.confirm();
  await tab(0).click();
  await desk.page.locator('#scan-box').focus();
  expect(await waiting()).toBe(numbers.length);
});

test('F4 shows the receptions and goes there, F6 walks what is to be seen', async () => {
  await desk.press('F4');
  expect(await focused()).toBe('receptions');
  expect(await desk.page.locator('[data-pane="waiting"]').isVisible()).toBe(false);
  await desk.press('F6');
  expect(await focused()).toBe('receptions');
});

test('F3 goes to the find box though an entry covers the list', async () => {
  await desk.press('Digit2', { alt: true });
  await desk.shows('journal');
  await desk.page.locator(`[data-entry="${numbers[0]}"] button`).first().click();
  await desk.page.waitForSelector('[data-sheet="entry"]');
  await desk.press('F3');
  await expect.poll(focused).toBe('journal');
  expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('journal-find');
});
