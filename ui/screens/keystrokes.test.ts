/** What the frequent tasks cost in keys that a person presses. The scanner's own keys are not a person's. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { atWork, ground, PATIENT } from './harness/ground';
import { appointed, iin, KNOWN, onRoster, STAFF, ZONE } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;

beforeAll(async () => {
  const visitors = await branch.host.lever<object[]>('visitors');
  await branch.host.deskB(visitors[KNOWN.place] ?? {});
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
  // What desk B registered has come down before anybody is scanned.
  await vi.waitFor(async () => expect((await branch.host.ask<{ scanned: string; times?: number }>('desk', 'scan', { typed: KNOWN.iin })).times).toBe(1), PATIENT);
});

beforeEach(() => {
  desk.pressed = 0;
});

/** Registered, and the sheet is gone; answers the number. */
async function registered(): Promise<string> {
  await desk.page.waitForSelector('[data-sheet="visit"]', { state: 'detached' });
  const done = desk.page.locator('[data-done]');
  await expect.poll(() => done.textContent()).toMatch(/0512-A-2026\/\d{6}/);
  return /0512-A-2026\/\d{6}/.exec((await done.textContent()) ?? '')?.[0] ?? '';
}

/** Three statements, each by its own Enter. */
async function state(): Promise<void> {
  for (const step of [1, 2, 3]) {
    await desk.page.waitForSelector(`[data-step="${step}"]`);
    await desk.confirm();
  }
}

test('a known visitor: scan + 3', async () => {
  await desk.scan(KNOWN.iin);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await state();
  await registered();
  expect(desk.pressed).toBe(3);
  branch.figure('known visitor', `scan + ${desk.pressed}`);
});

test('a first-time visitor with a zone: scan + 2 Tab + names + 3', async () => {
  await desk.scan(ZONE);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  const names = ['Сейдахметова', 'Мадина', '-'];
  await typed(names);
  await state();
  await registered();
  const letters = names.join('').length;
  expect(desk.pressed).toBe(2 + letters + 3);
  branch.figure('first-time visitor, zone', `scan + 2 Tab + ${letters} letters + 3`);
});

test('a first-time visitor with a barcode only: scan + 9 digits + 3 Tab + names + 3', async () => {
  await desk.scan(iin(2));
  await desk.page.waitForSelector('[data-sheet="visit"]');
  const fields = ['012345699', 'Барлыбаева', 'Сәуле', 'Тестқызы'];
  await typed(fields);
  await state();
  await registered();
  const letters = fields.slice(1).join('').length;
  expect(desk.pressed).toBe(9 + 3 + letters + 3);
  branch.figure('first-time visitor, barcode', `scan + 9 digits + 3 Tab + ${letters} letters + 3`);
});

test('a known visitor without a scan: F2 + 12 digits + 3', async () => {
  await desk.press('F2');
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.type(KNOWN.iin);
  await expect.poll(() => desk.page.locator('[name="surname"]').inputValue()).toBe(KNOWN.surname);
  await state();
  await registered();
  expect(desk.pressed).toBe(1 + 12 + 3);
  branch.figure('known visitor without a scan', `F2 + 12 digits + ${desk.pressed - 13}`);
});

test('expected at a reception: scan + 1', async () => {
  await desk.scan(onRoster(0));
  await desk.page.waitForSelector('[data-sheet="arrival"][data-verdict="expected"]');
  await desk.confirm();
  await desk.page.waitForSelector('[data-sheet="arrival"]', { state: 'detached' });
  await desk.page.locator('[data-reception][data-state="arrived"]', { hasText: appointed(0).time }).first().waitFor();
  expect(desk.pressed).toBe(1);
  branch.figure('expected at a reception', `scan + ${desk.pressed}`);
});

test('late at a reception: scan + 2', async () => {
  await desk.scan(onRoster(2));
  await desk.page.waitForSelector('[data-sheet="arrival"][data-verdict="expected"]');
  await desk.press('1');
  await desk.confirm();
  await desk.page.waitForSelector('[data-sheet="arrival"]', { state: 'detached' });
  expect(desk.pressed).toBe(2);
  branch.figure('late at a reception', `scan + ${desk.pressed}`);
});

test('today\'s roster: F7 + 1', async () => {
  await desk.press('F7');
  await desk.shows('rosters');
  await desk.confirm();
  await expect.poll(() => desk.page.locator('[data-done]').textContent()).not.toBe('');
  expect(desk.pressed).toBe(2);
  branch.figure('today\'s roster', `F7 + ${desk.pressed - 1}`);
});

/** Fields one after another, Tab between them, beginning where the focus stands. */
async function typed(fields: string[]): Promise<void> {
  for (const [at, text] of fields.entries()) {
    if (at > 0) await desk.press('Tab');
    await desk.type(text);
  }
}
