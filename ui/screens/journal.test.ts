/** The journal: finding, correcting with a history, taking back; and names that try to be something else than names. */
import { beforeAll, expect, test, vi } from 'vitest';

import { atWork, ground, words, PATIENT } from './harness/ground';
import { appointed, KNOWN, onRoster, STAFF } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;
let number: string;

/** Markup, a way out of a sentence's direction, and the letters of both languages in one name. */
const HOSTILE = '<img src=x onerror=window.hit=1>\u202eтсеТ\u202c';

beforeAll(async () => {
  const [known, , , ...rest] = await branch.host.lever<{ person: object }[]>('visitors');
  ({ number } = await branch.host.deskB<{ number: string }>(known ?? {}));
  await branch.host.deskB({ ...rest[0], person: { ...rest[0]?.person, surname: HOSTILE, given: '{{7*7}}', no_patronymic: true } });
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
  await vi.waitFor(async () => expect((await branch.host.ask<{ entries: object[] }>('desk', 'journal', { day: null })).entries.length).toBe(2), PATIENT);
});

test('a name typed into the scan box finds entries and receptions, in either spelling', async () => {
  await desk.page.locator('#scan-box').focus();
  await desk.type('касымова');
  await desk.press('Enter');
  const found = desk.page.locator('[data-sheet="found"]');
  await found.waitFor();
  await found.getByText(KNOWN.surname).first().waitFor();
  await desk.press('Escape');
});

test('what is not found says where was looked', async () => {
  await desk.page.locator('#scan-box').focus();
  await desk.type('жоқадам');
  await desk.press('Enter');
  await expect.poll(() => desk.page.locator('[data-sheet="found"]').textContent()).toMatch(/Табылмады.*жоқадам/);
  await desk.press('Escape');
});

test('a correction asks for a reason, and old and new stand side by side in the history', async () => {
  await desk.press('Digit2', { alt: true });
  await desk.shows('journal');
  await desk.page.locator(`[data-entry="${number}"] button`).first().click();
  const sheet = desk.page.locator('[data-sheet="entry"]');
  await sheet.waitFor();
  await desk.press('e');
  await sheet.locator('[data-correction]').waitFor();
  const { fields } = await branch.host.ask<{ fields: { name: string }[] }>('desk', 'entry', { number });
  await desk.press(String(fields.findIndex((field) => field.name.endsWith('surname')) + 1));
  const field = sheet.locator('[name="new-value"]');
  await field.fill('Қасымова-Түзетілген');
  await desk.confirm();
  await desk.press('1');
  await desk.confirm();
  const history = sheet.locator('li.correction').first();
  await history.waitFor();
  expect(await history.textContent()).toContain('Қасымова-Түзетілген');
  expect(await history.textContent()).toContain(KNOWN.surname);
});

test('under the card of keys nothing hears a key; among the fields of a correction arrows walk and the focus stays', async () => {
  await desk.press('F1');
  await desk.page.waitForSelector('dialog[open]');
  await desk.press('e');
  await desk.press('Escape');
  await desk.page.waitForSelector('dialog[open]', { state: 'detached' });
  const sheet = desk.page.locator('[data-sheet="entry"]');
  expect(await sheet.locator('[data-correction]').count()).toBe(0);
  await desk.press('e');
  await sheet.locator('[data-correction]').waitFor();
  const { fields } = await branch.host.ask<{ fields: { name: string }[] }>('desk', 'entry', { number });
  const here = () => desk.page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  await expect.poll(here).toBe(fields[0]?.name);
  for (const at of [1, 2]) {
    await desk.press('ArrowDown');
    await sheet.locator('[name="new-value"]').waitFor();
    await expect.poll(here).toBe(fields[at]?.name);
  }
  for (let back = 0; back < 2; back += 1) await desk.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await desk.page.locator(`[data-entry="${number}"] button`).first().click();
  await sheet.waitFor();
});

test('an IIN is masked until F8, and that it was shown is a fact', async () => {
  const sheet = desk.page.locator('[data-sheet="entry"]');
  expect(await desk.everything()).not.toContain(KNOWN.iin);
  await desk.press('F8');
  await expect.poll(async () => ((await sheet.textContent()) ?? '').replaceAll(/\s/g, '')).toContain(KNOWN.iin);
  const ledger = await branch.host.ask<{ acts: { code: string }[] }>('desk', 'ledger');
  expect(ledger.acts.map((act) => act.code)).toContain('iin-shown');
});

test('a hostile name is text: it is shown as it was typed and nothing of it runs', async () => {
  await desk.press('Digit2', { alt: true });
  await desk.shows('journal');
  await desk.page.getByText('<img src=x').first().waitFor();
  await desk.press('Digit1', { alt: true });
  await desk.shows('today');
  expect(await desk.page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
  expect(await desk.page.locator('img[src="x"]').count()).toBe(0);
  // A mark that turns the direction of writing stays inside the name.
  const isolated = await desk.page.evaluate(() => {
    const names = [...document.querySelectorAll('*')].filter((element) => element.children.length === 0 && element.textContent?.includes('<img src=x'));
    return names.map((name) => name.closest('bdi') !== null);
  });
  expect(isolated).not.toContain(false);
});

test('an arrival pressed by mistake is taken back within the minute, and the reason is a fact', async () => {
  await desk.scan(onRoster(1));
  await desk.page.waitForSelector('[data-sheet="arrival"]');
  const { time } = appointed(1);
  await desk.press('1');
  await desk.confirm();
  const row = desk.page.locator('[data-reception]', { hasText: time }).first();
  await desk.page.locator('[data-reception][data-state="arrived"]', { hasText: time }).first().waitFor();
  await desk.press('z', { ctrl: true });
  await desk.says(words('desk-taken-back', 'kk'));
  await expect.poll(() => row.getAttribute('data-state')).toBe('expected');
});

test('without the centre, and without the hub, the desk says which it is, and the work goes on', async () => {
  await branch.host.lever('portal', { up: false });
  await desk.page.waitForSelector('[data-link="portal-away"]');
  await branch.host.lever('portal', { up: true });
  await desk.page.waitForSelector('[data-link="connected"]');
  await branch.host.lever('hub', { up: false });
  await desk.page.waitForSelector('[data-link="hub-away"]');
  await desk.scan(onRoster(10));
  await desk.page.waitForSelector('[data-sheet="arrival"]');
  await desk.confirm();
  await desk.page.waitForSelector('[data-sheet="arrival"]', { state: 'detached' });
  await branch.host.lever('hub', { up: true });
  await desk.page.waitForSelector('[data-link="connected"]');
});
