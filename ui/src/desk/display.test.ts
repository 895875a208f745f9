/** What the display turned to the applicant is told: nothing too early, nothing of the person before. */
import { afterEach, beforeEach, expect, it } from 'vitest';

import { STAYS_MS } from './display';
import { Hands } from './hands.testing';
import { booth, LAST, PaperDesk, person, reception } from './paper-desk.testing';

const CODE = '680503100001';
let paper: PaperDesk;
let hands: Hands;

beforeEach(async () => {
  paper = new PaperDesk();
  paper.scans[CODE] = { scanned: 'visitor', person: person(), last: LAST, times: 2 };
  paper.scans['ROSTER-1'] = { scanned: 'reception', verdict: { kind: 'expected', line: reception('r1'), minutes: 8, punctuality: 'early' } };
  paper.answer = { number: 'n9', session: 's1', booth_refused: null };
  hands = new Hands(paper);
  await hands.wait(100);
});
afterEach(() => hands.off());

const shown = () => paper.shown.at(-1) as { stage: string; booth: string | null; names: { surname: string | null } } | null;

async function state(statements: number) {
  await hands.scan(CODE);
  for (let statement = 0; statement < statements; statement++) await hands.press('Enter');
}

it('is cleared when a page of the desk begins, and when somebody signs in', async () => {
  expect(paper.shown).toEqual([null]);
  await hands.press('F12');
  paper.signedIn = true;
  paper.announce();
  await hands.settled();
  expect(paper.shown).toEqual([null, null]);
});

it('says nothing of a registration before there is one', async () => {
  await state(2);
  expect(shown()).toMatchObject({ stage: 'rules', booth: null });
  paper.answer = Promise.reject(new Error()) as never;
  await hands.press('Enter');
  expect(shown()).toMatchObject({ stage: 'rules' });
});

it('says after it where to go, of nobody by name, and is cleared a while later', async () => {
  await state(2);
  await hands.press('2', { code: 'Digit2' });
  // The booth that was asked is no longer free when the answer comes.
  paper.lines = { ...paper.lines, booths: [booth('01'), booth('02', { state: 'asked', entry: 'n9', session: 's1' })] };
  await hands.press('Enter');
  expect(shown()).toMatchObject({ stage: 'booth', booth: '2', names: { surname: null } });
  await hands.wait(STAYS_MS - 1000);
  expect(shown()).toMatchObject({ stage: 'booth' });
  await hands.wait(1000);
  expect(shown()).toBeNull();
});

it('asks to wait where no booth was asked, whatever was chosen', async () => {
  paper.answer = { number: 'n9', session: null, booth_refused: { code: 'booth-not-ready', args: {} } };
  await state(3);
  expect(shown()).toMatchObject({ stage: 'booth', booth: null });
});

it('belongs to the next person as soon as their sheet opens, a visit or an arrival', async () => {
  await state(3);
  expect(shown()).toMatchObject({ stage: 'booth' });
  await hands.scan('ROSTER-1');
  expect(shown()).toBeNull();
  await hands.press('Escape');
  await hands.press('F2');
  expect(shown()).toMatchObject({ stage: 'data' });
  await hands.scan(CODE);
  expect(shown(), 'one sheet after the other').toMatchObject({ stage: 'data', names: { surname: 'Сейдахметова' } });
  await hands.wait(STAYS_MS);
  expect(shown(), 'what was to be cleared was cleared').toMatchObject({ stage: 'data' });
});

it('sends nobody to a booth whose call was taken back', async () => {
  await state(3);
  await hands.press('z', { code: 'KeyZ', ctrlKey: true });
  expect(paper.asked.at(-1)).toBe('withdraw s1 қате басылды');
  expect(shown()).toBeNull();
});
