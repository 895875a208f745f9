/** The scanner beside the keyboard: it is heard everywhere, and nothing of a scan reaches anything else. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { atWork, ground, words, PATIENT } from './harness/ground';
import { appointed, GARBLED_ZONE, iin, KNOWN, onRoster, STAFF, WRONG_CHECK_DIGIT } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;

beforeAll(async () => {
  const visitors = await branch.host.lever<object[]>('visitors');
  await branch.host.deskB(visitors[KNOWN.place] ?? {});
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
  await vi.waitFor(async () => expect((await branch.host.ask<{ times?: number }>('desk', 'scan', { typed: KNOWN.iin })).times).toBe(1), PATIENT);
});

beforeEach(async () => {
  // Sheets are closed and the strip of drafts is emptied, each test begins at the scan box.
  // One Escape takes back a notice, the next closes the sheet.
  await vi.waitFor(async () => {
    await desk.press('Escape');
    expect(await desk.page.locator('[data-sheet]').count()).toBe(0);
  }, PATIENT);
  for (const draft of await branch.host.ask<{ id: string }[]>('desk', 'drafts')) await branch.host.ask('desk', 'drop_draft', { id: draft.id });
});

test.each(['us', 'ru', 'kz'] as const)('a scan opens the right sheet under the layout %s', async (layout) => {
  const place = { us: 5, ru: 6, kz: 7 }[layout];
  await desk.scan(onRoster(place), layout);
  const sheet = desk.page.locator('[data-sheet="arrival"]', { hasText: appointed(place).time });
  await sheet.waitFor();
});

test('a scan while a field has the focus leaves the field as it was and parks the visit', async () => {
  await desk.scan(iin(10));
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.page.locator('[name="surname"]').focus();
  await desk.type('Өріс');
  await desk.scan(iin(11));
  await desk.page.locator('[data-draft]', { hasText: 'Өріс' }).waitFor();
  expect(await desk.page.locator('[name="iin"]').inputValue()).toBe(iin(11));
  expect(await desk.page.locator('[name="surname"]').inputValue()).toBe('');
  await desk.page.locator('[data-draft]', { hasText: 'Өріс' }).click();
  await expect.poll(() => desk.page.locator('[name="surname"]').inputValue()).toBe('Өріс');
});

test('the same code within three seconds is ignored and says so', async () => {
  await desk.scan(onRoster(8));
  await desk.page.locator('[data-sheet="arrival"]', { hasText: appointed(8).time }).waitFor();
  await desk.press('Escape');
  await desk.page.waitForSelector('[data-sheet]', { state: 'detached' });
  await desk.scan(onRoster(8));
  await desk.says(words('desk-scan-repeated', 'kk'));
  expect(await desk.page.locator('[data-sheet]').count()).toBe(0);
});

test('the Enter of a scan presses nothing, not even the filled button that has the focus', async () => {
  await desk.scan(iin(12));
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.page.locator('[name="number"]').fill('012345677');
  await desk.page.locator('[name="surname"]').fill('Тест');
  await desk.page.locator('[data-sheet] [data-primary]').focus();
  await desk.scan(onRoster(9));
  await desk.page.waitForSelector('[data-sheet="arrival"]');
  await desk.page.locator('[data-draft]').first().click();
  await desk.page.waitForSelector('[data-sheet="visit"] [data-step="1"]');
  expect((await branch.host.ask<{ entries: { name: string }[] }>('desk', 'journal', { day: null })).entries.map((line) => line.name)).not.toContain('Тест');
});

test('an Enter within 300 ms of the statement, or held down, states nothing', async () => {
  await desk.scan(KNOWN.iin);
  await desk.page.waitForSelector('[data-sheet="visit"] [data-step="1"]');
  await desk.confirmTwice();
  await desk.page.waitForSelector('[data-step="2"]');
  for (let held = 0; held < 30; held += 1) {
    await desk.press('Enter', { repeat: true });
    await desk.page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  }
  expect(await desk.page.locator('[data-step="2"]').count()).toBe(1);
});

test.each(['kk', 'ru'] as const)('what cannot be read is said with what to do about it (%s)', async (language) => {
  if ((await desk.language()) !== language) await desk.press('F9');
  // Each code is another than in the other language: the same one would be ignored as read already.
  const own = language === 'kk' ? '' : '1';
  await desk.scan(`QWERTY12345${own}`);
  await desk.says(words('refusal-scan-unknown', language));
  await desk.scan(own ? GARBLED_ZONE.replace('0123456784', '0123456794') : GARBLED_ZONE);
  await desk.says(words('refusal-mrz-garbled', language));
  await desk.press('F2');
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.type(WRONG_CHECK_DIGIT);
  await desk.says(words('refusal-iin-check-digit', language));
  await desk.page.getByText(words('refusal-iin-check-digit.way', language)).first().click();
  await desk.page.waitForSelector('[data-as-printed]');
});
