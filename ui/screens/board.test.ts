/** The escort board and the display turned to the applicant. */
import { beforeAll, expect, test } from 'vitest';

import { atWork, ground, PATIENT, words } from './harness/ground';
import { appointed, KNOWN, onRoster, STAFF } from './harness/people';
import { type Screen, SIZES } from './harness/screen';

const branch = ground();
let desk: Screen;
let board: Screen;

beforeAll(async () => {
  // Somebody of the roster stands in the journal too, with the mark that they need help.
  const [, visitor] = await branch.host.lever<object[]>('visitors');
  await branch.host.deskB({ ...visitor, iin: { given: 'number', digits: onRoster(4) }, needs_help: true });
  desk = await branch.open('desk');
  await atWork(desk, STAFF.akhmetova);
  board = await branch.open('board', SIZES.wide);
  await board.page.waitForSelector('[data-clock]');
});

test('a digit takes the person of that row, the same digit says that they are at the door, and the row says who took it', async () => {
  await desk.scan(onRoster(1));
  await desk.page.waitForSelector('[data-sheet="arrival"]');
  await desk.confirm();
  const row = board.page.locator('[data-reception][data-state="arrived"]', { hasText: appointed(1).time });
  await row.waitFor();
  const digit = (await row.locator('button').textContent())?.trim() ?? '';
  await board.press(digit);
  const taken = board.page.locator('[data-reception][data-state="escorted"]', { hasText: appointed(1).time });
  await taken.waitFor();
  expect(await taken.textContent()).toContain(STAFF.akhmetova.name.split(' ')[0]);
  await board.press(digit);
  await board.page.locator('[data-reception][data-state="started"]').or(board.page.locator('main:not(:has([data-state="escorted"]))')).first().waitFor();
});

test('a row says from which desk a person is led, and who needs help, as the journal has it', async () => {
  const row = (place: number) => board.page.locator('[data-reception]', { hasText: appointed(place).time });
  await expect.poll(() => row(4).getByRole('img', { name: words('board-needs-help', 'kk') }).count(), PATIENT).toBe(1);
  expect(await row(4).textContent()).toContain(words('board-not-come', 'kk'));
  const { rows } = await branch.host.ask<{ rows: { reference: string; time: string }[] }>('desk', 'receptions', { day: null });
  await branch.host.ask('desk', 'arrive', { reference: rows.find((one) => one.time === appointed(4).time)?.reference, other_document: false, words: null });
  await expect.poll(() => row(4).textContent(), PATIENT).toContain(words('board-from-desk', 'kk', { desk: 'A' }));
  expect(await board.page.getByRole('img', { name: words('board-needs-help', 'kk') }).count(), 'nobody else').toBe(1);
});

test('the board shows no IIN and no whole name', async () => {
  const all = await board.everything();
  expect(all).not.toContain(onRoster(1));
  expect(all).not.toContain('Тестқызы');
});

test('the applicant sees what the desk reads of them, in their language, and nothing once the sheet is closed', async () => {
  await branch.host.deskB((await branch.host.lever<object[]>('visitors'))[KNOWN.place] ?? {});
  const applicant = await branch.open('applicant', SIZES.desk);
  await desk.scan(KNOWN.iin);
  await desk.page.waitForSelector('[data-sheet="visit"]');
  await applicant.says(KNOWN.surname);
  expect(await applicant.everything()).not.toContain(KNOWN.iin);
  await desk.press('Escape');
  await expect.poll(() => applicant.everything()).not.toContain(KNOWN.surname);
});

test('a locked desk takes the applicant\'s data off their display and the board closes too', async () => {
  const applicant = await branch.open('applicant', SIZES.desk);
  await desk.scan(onRoster(4));
  await desk.page.waitForSelector('[data-sheet]');
  await desk.press('F12');
  await desk.shows('sign-in');
  await expect.poll(() => applicant.everything()).not.toContain('-Тест');
  await board.page.waitForSelector('[data-locked="true"]');
  await expect.poll(() => board.everything()).not.toContain('-Тест');
});
