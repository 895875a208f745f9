/** The door of the desk: signing in, opening the day, locking, changing the worker. */
import { beforeAll, expect, test } from 'vitest';

import { atWork, ground, openDay, signIn, words } from './harness/ground';
import { iin, KNOWN, STAFF } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;

beforeAll(async () => {
  desk = await branch.open('desk');
});

test('a wrong password keeps the door shut and says so in either language', async () => {
  await desk.shows('sign-in');
  await desk.page.getByText(STAFF.akhmetova.name).click();
  for (const language of ['kk', 'ru'] as const) {
    await desk.page.locator('input[type="password"]').fill('not the password');
    await desk.press('Enter');
    await desk.says(words('refusal-wrong-password', language));
    await desk.shows('sign-in');
    await desk.press('F9');
  }
  expect(await desk.language()).toBe('kk');
});

test('the right password opens the desk in the worker\'s own language, at the opening of the day', async () => {
  await signIn(desk, STAFF.petrova);
  await desk.shows('opening');
  expect(await desk.language()).toBe('ru');
  await desk.says(words('desk-open-day', 'ru'));
});

test('the day is opened by a person\'s word for the date, and then stands open for everybody who comes', async () => {
  await openDay(desk);
  await desk.press('F12');
  await signIn(desk, STAFF.akhmetova);
  await desk.shows('today');
  expect(await desk.language()).toBe('kk');
});

test('F12 locks: nothing of a person is left in the document, and the program answers nothing more', async () => {
  await branch.host.deskB((await branch.host.lever<object[]>('visitors'))[KNOWN.place] ?? {});
  await desk.scan(KNOWN.iin);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  expect(await desk.everything()).toContain(KNOWN.surname);
  await desk.press('F12');
  await desk.shows('sign-in');
  const left = await desk.everything();
  for (const trace of [KNOWN.surname, KNOWN.iin, '-Тест', '012345670']) expect(left).not.toContain(trace);
  expect(await desk.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await expect(branch.host.ask('desk', 'today')).rejects.toThrow('signed-out');
});

test('a draft outlives the lock and the change of the worker, and says who began it', async () => {
  await signIn(desk, STAFF.akhmetova);
  await desk.shows('today');
  await desk.scan(iin(1));
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.page.locator('[name="surname"]').focus();
  await desk.type('Жоба-Тест');
  await desk.press('Escape');
  await desk.page.locator('[data-draft]', { hasText: 'Жоба-Тест' }).waitFor();
  await desk.press('F12');
  await signIn(desk, STAFF.petrova);
  const draft = desk.page.locator('[data-draft]', { hasText: 'Жоба-Тест' });
  await draft.waitFor();
  expect(await draft.textContent()).toContain(STAFF.akhmetova.name.split(' ')[0]);
  await draft.click();
  await desk.page.waitForSelector('[data-sheet="visit"]');
  expect(await desk.page.locator('[name="surname"]').inputValue()).toBe('Жоба-Тест');
});

test('F9 switches the language and keeps the page, the text and the focus', async () => {
  await desk.page.locator('[name="given"]').focus();
  await desk.type('Аты');
  const before = await desk.language();
  await desk.press('F9');
  await expect.poll(() => desk.language()).not.toBe(before);
  expect(await desk.page.locator('[name="given"]').inputValue()).toBe('Аты');
  expect(await desk.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('given');
  await atWorkAgain();
});

async function atWorkAgain(): Promise<void> {
  await desk.press('F12');
  await atWork(desk, STAFF.akhmetova);
}
