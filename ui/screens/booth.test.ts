/** The booth, from the welcome to the thanks, and what an applicant of seventy-two does on the way. */
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { atWork, ground, PATIENT, words } from './harness/ground';
import { KNOWN, STAFF } from './harness/people';
import { type Screen, SIZES } from './harness/screen';

const branch = ground();
let desk: Screen;
let booth: Screen;
let visitors: { language: string }[];

beforeAll(async () => {
  visitors = await branch.host.lever('visitors');
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
  booth = await branch.open('booth', SIZES.booth);
  await booth.shows('free');
});

/** Desk B registers somebody and sends them to booth 01; the booth welcomes them. */
async function sentTo01(place: number = KNOWN.place): Promise<string> {
  const { number } = await branch.host.deskB<{ number: string }>(visitors[place] ?? {});
  // The booth is free as soon as it says so; desk B hears of it a moment later.
  const asked = await vi.waitFor(() => branch.host.deskB<{ session: string }>({ act: 'ask_booth', number, booth: '01', continues: null }), PATIENT);
  await booth.shows('welcome');
  return asked.session;
}

/** From the welcome to the camera, as quick as the booth hears touches. */
async function toTheCamera(): Promise<void> {
  await booth.touch('start');
  await booth.touch('understood');
  await booth.touch('no_mail');
  await booth.touch('data_right');
  // The postal address is asked after once; an empty one is an answer.
  await booth.touch('written');
  await booth.touch('data_right');
  await booth.touch('kind-application');
  await booth.touch('group-ministries');
  await booth.touch('addressee-justice');
  await booth.shows('camera');
}

beforeEach(async () => {
  await booth.shows('free');
});

test('an applicant goes from the welcome to the thanks, pauses on the way, and the code is covered when nobody takes it', async () => {
  await sentTo01();
  await booth.says(words('booth-start', 'kk'));
  await booth.touch('start');
  await booth.shows('rules');
  await booth.says(words('booth-rules-time', 'kk'));
  await booth.touch('understood');
  await booth.shows('own_data');
  await booth.says(KNOWN.surname);
  expect(await booth.everything()).not.toContain(KNOWN.iin);
  await booth.touch('no_mail');
  await booth.touch('edit-post');
  for (const letter of 'тест') await booth.page.locator(`[data-key="${letter}"]`).tap();
  await expect.poll(() => booth.page.locator('[data-written]').textContent()).toBe('Тест');
  await booth.touch('written');
  await booth.says('Тест');
  await booth.touch('data_right');
  await booth.shows('kind');
  await booth.touch('kind-application');
  await booth.shows('addressee');
  await booth.touch('group-ministries');
  await booth.touch('addressee-justice');
  await booth.shows('camera');
  await booth.touch('record');
  await booth.shows('recording');
  await booth.says(words('booth-rec-on', 'kk'));
  await booth.touch('pause');
  await booth.shows('stopped');
  await expect.poll(() => booth.page.locator('main').textContent()).toMatch(/Әлі жіберілген жоқ/);
  await booth.touch('go_on');
  await booth.shows('recording');
  await booth.touch('pause');
  await booth.shows('stopped');
  await booth.touch('send');
  await booth.shows('code');
  const code = (await booth.page.locator('[data-code]').textContent())?.trim() ?? '';
  expect(code).toMatch(/^[АВЕКМНРСТУХ2-9]{4} [АВЕКМНРСТУХ2-9]{4} [АВЕКМНРСТУХ2-9]{5}$/);

  await branch.host.lever('clock', { seconds: 200 });
  await booth.page.locator('[data-press="show_code"]').waitFor();
  expect(await booth.everything()).not.toContain(code.slice(0, 4));
  await booth.touch('show_code');
  expect((await booth.page.locator('[data-code]').textContent())?.trim()).toBe(code);
  await booth.touch('taken');
  await booth.shows('rating');
  await booth.touch('rate-5');
  await booth.shows('bye');
  await branch.host.lever('clock', { seconds: 15 });
  await booth.shows('free');
  const left = await booth.everything();
  expect(left).not.toContain(KNOWN.surname);
  expect(left).not.toContain(code);
});

test('«this is not me» takes the data off the screen at once and frees the booth', async () => {
  await sentTo01();
  await booth.touch('start');
  await booth.touch('understood');
  await booth.shows('own_data');
  await booth.touch('not_me');
  await booth.shows('free');
  expect(await booth.everything()).not.toContain(KNOWN.surname);
});

test('the other language and larger letters keep the page', async () => {
  const session = await sentTo01();
  await booth.touch('start');
  await booth.shows('rules');
  await booth.touch('language');
  await booth.says(words('booth-rules-time', 'ru'));
  await booth.shows('rules');
  await booth.touch('letters');
  await booth.page.waitForSelector('html[data-letters="large"]');
  await booth.shows('rules');
  await branch.host.deskB({ act: 'tell_booth', session, word: { says: 'end', fault: false, reason: 'сынақ' } });
  await booth.shows('free');
});

test('who walks away before sending is asked, then held with nothing of the person on the screen, until a desk says that they are back', async () => {
  const session = await sentTo01();
  await toTheCamera();
  await branch.host.lever('clock', { seconds: 120 });
  await booth.shows('idle');
  await branch.host.lever('clock', { seconds: 90 });
  await booth.shows('held');
  expect(await booth.everything()).not.toContain(KNOWN.surname);
  await branch.host.deskB({ act: 'tell_booth', session, word: { says: 'person_is_back' } });
  await booth.page.waitForSelector('main[data-page]:not([data-page="held"])');
  await branch.host.deskB({ act: 'tell_booth', session, word: { says: 'end', fault: false, reason: 'сынақ' } });
  await booth.shows('free');
});

test('a second desk is refused by the name of the one that holds the booth', async () => {
  const session = await sentTo01();
  await desk.page.locator('[data-booth="01"][data-state]:not([data-state="free"])').or(desk.page.locator('[data-booth="01"]').getByText(words('session-state-preparing', 'kk'))).first().waitFor();
  // Whoever is at desk A sees it before asking; who asked at the same moment is told.
  await desk.says(words('wall-holder', 'kk', { desk: 'B' }));
  const { number } = await branch.host.deskB<{ number: string }>(visitors[1] ?? {});
  await desk.page.locator(`[data-entry="${number}"]`).first().waitFor();
  const refused = branch.host.ask('desk', 'ask_booth', { number, booth: '01' });
  await expect(refused).rejects.toThrow(/"code":"booth-held".*"holder":"B"|"holder":"B".*"code":"booth-held"/);
  await branch.host.deskB({ act: 'tell_booth', session, word: { says: 'end', fault: false, reason: 'сынақ' } });
  await booth.shows('free');
});
