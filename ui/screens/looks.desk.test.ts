/** Every page of staff: nothing scrolls sideways, no word is cut, no button is out of reach, and axe-core has nothing to say. */
import { beforeAll, expect, test } from 'vitest';

import type { Language } from '../src/words/bundles';
import { atWork, ground, openDay, signIn, words } from './harness/ground';
import { GARBLED_ZONE, iin, KNOWN, onRoster, STAFF, ZONE } from './harness/people';
import { type Screen, SIZES } from './harness/screen';
import { walk, type Way } from './harness/walk';

const branch = ground();
let desk: Screen;
let numbers: string[];

/** At 200 % a panel of 1366×768 or 1920×1080 has half its pixels for the page. */
const STAFF_SIZES = [SIZES.desk, SIZES.wide, { width: 960, height: 540 }, { width: 683, height: 384 }];

const way: Way = {
  sizes: STAFF_SIZES,
  async speak(language: Language) {
    if ((await desk.language()) !== language) await desk.press('F9');
    await desk.page.waitForFunction((to) => document.documentElement.lang === to, language);
  },
};

/** Another window than the desk's: its language is not its own to switch, or is switched by F9 like there. */
const looked = async (name: string) => expect(await walk(desk, name, way)).toEqual([]);

async function page(number: number, name: string): Promise<void> {
  await desk.press(`Digit${number}`, { alt: true });
  await desk.shows(name);
}

beforeAll(async () => {
  const visitors = await branch.host.lever<object[]>('visitors');
  numbers = [];
  for (const visitor of visitors) numbers.push((await branch.host.deskB<{ number: string }>(visitor)).number);
  desk = await branch.open('desk');
});

test('sign-in', async () => {
  await desk.shows('sign-in');
  await looked('sign-in');
});

test('opening of the day', async () => {
  await signIn(desk, STAFF.akhmetova);
  await desk.shows('opening');
  await looked('opening');
});

test('today', async () => {
  await openDay(desk);
  await expect.poll(async () => (await branch.host.ask<{ waiting: object[] }>('desk', 'today')).waiting.length).toBe(numbers.length);
  // Somebody came, somebody is in the booth and calls for help.
  const { rows } = await branch.host.ask<{ rows: { reference: string; time: string }[] }>('desk', 'receptions', { day: null });
  await branch.host.ask('desk', 'arrive', { reference: rows.find((row) => row.time === '14:30')?.reference, other_document: false, words: null });
  await branch.host.ask('desk', 'ask_booth', { number: numbers[0], booth: '01' });
  await expect.poll(async () => (await branch.host.ask<{ page: { page: string } }>('booth', 'booth_view')).page.page).toBe('welcome');
  await branch.host.ask('booth', 'press', { press: { press: 'call_staff' } });
  await expect.poll(async () => (await branch.host.ask<{ booths: { called: string | null }[] }>('desk', 'today')).booths[0]?.called).not.toBe(null);
  await looked('today');
});

test('a visit', async () => {
  await desk.scan(ZONE);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await looked('visit');
});

test('a known visitor, with another visit parked', async () => {
  await desk.scan(iin(3));
  await desk.page.waitForSelector('[data-drafts]');
  await desk.scan(KNOWN.iin);
  await expect.poll(() => desk.page.locator('[name="surname"]').inputValue()).toBe(KNOWN.surname);
  await desk.confirm();
  await desk.page.waitForSelector('[data-step="2"]');
  await looked('visit-known');
});

test('an arrival, late', async () => {
  await desk.scan(onRoster(2));
  await desk.page.waitForSelector('[data-sheet="arrival"]');
  await looked('arrival');
  await desk.press('Escape');
  await desk.page.waitForSelector('[data-sheet]', { state: 'detached' });
});

test('a scan that cannot be read', async () => {
  await desk.scan(GARBLED_ZONE);
  await desk.page.getByRole('alert').or(desk.page.getByRole('status')).first().waitFor();
  await looked('today-refused');
  await desk.press('Escape');
});

test('what a search found', async () => {
  await desk.page.locator('#scan-box').focus();
  await desk.type('тест');
  await desk.press('Enter');
  await desk.page.waitForSelector('[data-sheet="found"]');
  await looked('found');
  await desk.press('Escape');
});

test('the card of keys', async () => {
  await desk.press('F1');
  await desk.page.waitForSelector('dialog[open]');
  await looked('keys');
  await desk.press('Escape');
  await desk.page.waitForSelector('dialog[open]', { state: 'detached' });
});

test('the journal and an entry of it', async () => {
  await page(2, 'journal');
  await desk.page.locator('[data-entry]').first().waitFor();
  await looked('journal');
  await desk.page.locator(`[data-entry="${numbers[0]}"] button`).first().click();
  await desk.page.waitForSelector('[data-sheet="entry"]');
  await looked('entry');
  await desk.press('Escape');
});

test.each([[3, 'receptions'], [4, 'appeals'], [5, 'rosters'], [6, 'devices'], [7, 'ledger']] as const)('page %i: %s', async (number, name) => {
  // Some pages are not offered to everybody: the supervisor sees all.
  await desk.press('F12');
  await atWork(desk, STAFF.ospanov);
  await page(number, name);
  await looked(name);
});

test.each(['kk', 'ru'] as const)('a question before what cannot be taken back (%s)', async (language) => {
  await way.speak(language);
  await page(7, 'ledger');
  await desk.page.getByRole('button', { name: words('desk-close-day', language) }).click();
  await desk.page.waitForSelector('dialog[open]');
  // It stays in the language it was asked in.
  expect(await walk(desk, 'question', { sizes: STAFF_SIZES, languages: [language], speak: () => Promise.resolve() })).toEqual([]);
  await desk.press('Escape');
  await desk.page.waitForSelector('dialog[open]', { state: 'detached' });
});

test('the escort board and the display turned to the applicant', async () => {
  const board = await branch.open('board', SIZES.wide);
  await board.page.waitForSelector('[data-clock]');
  await board.page.locator('[data-reception]').first().waitFor();
  // It speaks both languages at once.
  expect(await walk(board, 'board', { sizes: [SIZES.wide], languages: ['kk'], speak: () => Promise.resolve() })).toEqual([]);
  // A day on which more people wait than fit, as long as they are called, and no hub is there.
  const answers = '**/ask/board/board';
  await board.page.route(answers, async (route) => {
    const answer = await route.fetch();
    const said = (await answer.json()) as { rows: object[] };
    const rows = ['arrived', 'arrived', 'expected', 'escorted', 'escorted', 'escorted', 'expected'].map((state, at) => ({
      ...said.rows[at % said.rows.length], reference: String(at), state, to_lead: at < 2, needs_help: at % 2 === 0, from_desk: 'A', taken_by: state === 'escorted' ? 'Ахметова Г.' : null, taken_at: '13:49',
    }));
    await route.fulfill({ response: answer, json: { ...said, rows, link: { connected: false, since: '13:21', unsent: 3 } } });
  });
  await board.page.reload();
  await board.page.waitForSelector('[data-more="2"]');
  expect(await board.page.locator('h1').getAttribute('data-people')).toBe('7');
  expect(await walk(board, 'board-full', { sizes: [SIZES.wide], languages: ['kk'], speak: () => Promise.resolve() })).toEqual([]);
  await board.page.unroute(answers);
  const applicant = await branch.open('applicant', SIZES.desk);
  for (const stage of ['data', 'rules', 'booth'] as const) {
    const shown = async (language: Language) => {
      const names = { surname: 'Сейдахметова', given: 'Мадина', patronymic: null, no_patronymic: true };
      const view = { language, names, document_kind: 'id_card', document_number: '012345678', stage, booth: stage === 'booth' ? '1' : null };
      await branch.host.ask('desk', 'show_applicant', { view });
      await applicant.page.waitForSelector(`html[lang="${language}"] [data-stage="${stage}"]`);
    };
    expect(await walk(applicant, `applicant-${stage}`, { sizes: [SIZES.desk, SIZES.wide], speak: shown })).toEqual([]);
  }
});

test('a desk at which somebody who escorts has signed in', async () => {
  await desk.press('F12');
  await signIn(desk, STAFF.serik);
  await desk.shows('at-the-board');
  await looked('at-the-board');
});
