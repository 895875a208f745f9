/** The display turned to the applicant, over the real core: what is said when, and that nobody is left there. */
import { beforeAll, expect, test } from 'vitest';

import { atWork, ground, words } from './harness/ground';
import { iin, STAFF, ZONE } from './harness/people';
import type { Screen } from './harness/screen';

const branch = ground();
let desk: Screen;
let applicant: Screen;

beforeAll(async () => {
  desk = await branch.open('desk');
  applicant = await branch.open('applicant');
  await atWork(desk, STAFF.akhmetova);
});

const stage = (name: string) => applicant.page.waitForSelector(`[data-stage="${name}"]`);

test('says where to go after the third statement and not before, of nobody by name', async () => {
  await desk.scan(ZONE);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await stage('data');
  for (const [at, text] of ['Сейдахметова', 'Мадина', '-'].entries()) {
    if (at > 0) await desk.press('Tab');
    await desk.type(text);
  }
  await desk.confirm();
  await desk.page.waitForSelector('[data-step="2"]');
  await stage('rules');
  await desk.confirm();
  await desk.page.waitForSelector('[data-step="3"]');
  await desk.press('w');
  expect(await applicant.everything()).not.toContain(words('applicant-wait-head', 'kk'));
  await desk.confirm();
  await desk.page.waitForSelector('[data-sheet="visit"]', { state: 'detached' });
  await stage('booth');
  await applicant.says(words('applicant-wait-head', 'kk'));
  expect(await applicant.everything()).not.toContain('Сейдахметова');
});

test('shows nobody once a page of the desk begins anew', async () => {
  await desk.scan(iin(20));
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await desk.page.locator('[name="surname"]').fill('Жоба-Тест');
  await applicant.says('Жоба-Тест');
  // A page that ends without a word: none of its scripts runs any more.
  const address = desk.page.url();
  await desk.page.goto('about:blank');
  await applicant.says('Жоба-Тест');
  await desk.page.goto(address);
  await desk.shows('today');
  await stage('welcome');
});
